/**
 * Networks and rows of racks at one state: flow and pressure drop of every
 * branch, pressure of every node; the flow of each rack and what the row asks
 * of its pump.
 */

import { OutOfRangeError } from '../../errors.ts';
import type { Fluid } from '../../fluids/fluid.ts';
import type { BranchLiquid } from '../../physics/branch-laws.ts';
import type { FlowLaw } from '../../physics/flow-law.ts';
import { pipeNetwork } from '../../physics/pipe-network.ts';
import {
  rackFlows,
  rackFlowsAtPressure,
  type RackFlows,
  type RackRow,
  returnNode,
  rowBranches,
  supplyNode,
} from '../../physics/rack-row.ts';
import { describedNetwork, type HydraulicNetworkValues } from '../../scenario/hydraulic-network.ts';
import {
  type Answer,
  type Answers,
  answer,
  defineEvaluation,
  fluidNameOf,
  notesOf,
  temperatureInput,
} from './evaluation.ts';
import { describedRow, rackRowInputs, type RackRowInputs, rowPump, shutRacks } from './rack-row-inputs.ts';

function liquidOf(fluid: Fluid, temperature: number): BranchLiquid {
  if (fluid.phase === 'air') throw new RangeError('found air as coolant; wanted a liquid');
  return { density: fluid.density(temperature), viscosity: fluid.viscosity(temperature) };
}

export const hydraulicNetwork = defineEvaluation({
  about: 'A network of pipes, pumps and valves, every branch and node',
  inputs: {
    temperature: {
      ...temperatureInput,
      about: 'Temperature of the coolant; that of the record if absent',
      optional: true,
    },
  },
  evaluate({ temperature }, record, { fluid }) {
    const values = record!.values as HydraulicNetworkValues;
    const liquid = liquidOf(fluid(fluidNameOf(values.coolant)), temperature ?? values.temperature);
    const description = describedNetwork(values, liquid);
    const network = pipeNetwork(description);
    const steps = network.solve();
    const { continuity, energy } = network.residuals();
    const place = new Map(description.nodes.map(({ name }, i) => [name, i]));
    const pressure = (name: string): number => network.pressures[place.get(name)!];
    return {
      answers: [
        ...description.branches.flatMap(({ name, from, to }, k) => [
          answer(`${name}.flow`, `${name}: flow`, network.flows[k] / liquid.density, 'volume flow'),
          answer(`${name}.pressureDrop`, `${name}: pressure drop`, pressure(from) - pressure(to), 'pressure'),
        ]),
        ...description.nodes.map(({ name }) =>
          answer(`${name}.pressure`, `${name}: pressure`, pressure(name), 'pressure'),
        ),
        answer('steps', 'Newton steps', steps, 'dimensionless'),
        answer('continuityResidual', 'Most that a node lacks', continuity, 'mass flow'),
        answer('energyResidual', 'Most that a branch is off its law', energy, 'air pressure'),
      ],
      notes: [],
    };
  },
});

export const rackRowEvaluation = defineEvaluation({
  about: 'A row of racks on two headers: who gets how much',
  inputs: rackRowInputs,
  evaluate(inputs, _record, { fluid }) {
    const liquid = liquidOf(fluid(inputs.coolant), inputs.temperature);
    const row = describedRow(inputs, liquid);
    const openings = new Float64Array(row.racks).fill(inputs.opening);
    for (const number of shutRacks(inputs)) openings[number - 1] = 0;
    return rowAnswers(inputs, row, solvedRow(inputs, row, openings), openings);
  },
});

/** By the one of the three ways in which the row is fed. */
function solvedRow(inputs: RackRowInputs, row: RackRow, openings: Float64Array): RackFlows {
  const { totalFlow, pressureDifference, pumpShutOff } = inputs;
  const given = [totalFlow, pressureDifference, pumpShutOff].filter((value) => value !== undefined);
  if (given.length !== 1)
    throw new RangeError(`found ${given.length} of totalFlow, pressureDifference and pumpShutOff; wanted one of them`);
  if (pressureDifference !== undefined) return rackFlowsAtPressure(row, pressureDifference, openings);
  if (totalFlow === undefined)
    return rackFlowsAtPressure(row, pumpedPressure(rowPump(inputs, row.liquid), row, openings), openings);
  requireRoom(totalFlow, row, openings);
  return rackFlows(row, totalFlow * row.liquid.density, openings);
}

/** Limiters may let less through than is wanted. */
function requireRoom(wanted: number, { rack, liquid }: RackRow, openings: Float64Array): void {
  const room = openings.reduce((sum, opening) => sum + rack.mostFlow(opening), 0) / liquid.density;
  if (!(wanted <= room))
    throw new OutOfRangeError('totalFlow', wanted, [0, room], 'm³/s, which the open racks let through');
}

/** Pressure difference at which the pump meets the row: both in one network [Pa]. */
function pumpedPressure(pump: FlowLaw, row: RackRow, openings: Float64Array): number {
  const branches = [...rowBranches(row), { name: 'pump', from: returnNode, to: supplyNode, law: pump }];
  const names = [...new Set(branches.flatMap(({ from, to }) => [from, to]))];
  const nodes = names.map((name) => (name === returnNode ? { name, pressure: 0 } : { name }));
  const network = pipeNetwork({ nodes, branches });
  network.settings.set(openings);
  network.solve();
  return network.pressures[names.indexOf(supplyNode)];
}

function rowAnswers(inputs: RackRowInputs, row: RackRow, solved: RackFlows, openings: Float64Array): Answers {
  const { density } = row.liquid;
  const { flows, pressureDrop, systemCurve } = solved;
  const open = flows.filter((_, i) => openings[i] > 0);
  const least = Math.min(...open);
  const most = Math.max(...open);
  const mean = open.reduce((sum, flow) => sum + flow, 0) / open.length;
  const number = (flow: number): number => flows.findIndex((each, i) => each === flow && openings[i] > 0) + 1;
  const flowOf = (key: string, label: string, flow: number): Answer =>
    answer(key, label, flow / density, 'volume flow');
  return {
    answers: [
      flowOf('totalFlow', 'All racks', mean * open.length),
      answer('pressureDrop', 'Pressure difference over row and feed', pressureDrop, 'pressure'),
      ...(Number.isFinite(systemCurve.exponent)
        ? [answer('exponent', 'Exponent of the row near this flow', systemCurve.exponent, 'dimensionless')]
        : []),
      ...(inputs.pumpShutOff === undefined
        ? []
        : [flowOf('pumpFlow', 'Each pump', (mean * open.length) / inputs.pumps)]),
      answer('hydraulicPower', 'Flow times pressure difference', systemCurve.ratedFlow * pressureDrop, 'power'),
      flowOf('nearest', 'Nearest rack', flows[0]),
      flowOf('furthest', 'Furthest rack', flows[flows.length - 1]),
      flowOf('least', 'Rack with the least flow', least),
      answer('leastRack', 'Its number, counted from the supply', number(least), 'dimensionless'),
      flowOf('most', 'Rack with the most flow', most),
      answer('mostRack', 'Its number', number(most), 'dimensionless'),
      answer('leastShare', 'Least flow over mean flow', least / mean, 'fraction'),
      answer('spread', 'Most flow over least flow, less 1', most / least - 1, 'fraction'),
    ],
    series: [
      {
        key: 'rackFlows',
        label: 'Flow of each rack',
        values: flows.map((flow) => flow / density),
        quantity: 'volume flow',
      },
    ],
    notes: notesOf({
      [`racks shut: ${shutRacks(inputs).join(', ')}`]: shutRacks(inputs).length > 0,
      'flow limiters do not all reach their flow':
        inputs.limitFlow !== undefined && least < 0.999 * inputs.limitFlow * density,
    }),
  };
}
