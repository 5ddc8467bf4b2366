/**
 * A node on cold plates with the air that takes the rest: where its heat
 * goes, chips in series on a path, leakage, power cap and throttling.
 */

import { specificVolume } from '../../fluids/moist-air.ts';
import type { Fluid } from '../../fluids/fluid.ts';
import type { Parameters, ValuesOf } from '../../library/parameters.ts';
import type { coldPlateParameters } from '../../machines/cold-plate-rack.ts';
import { captureParameters } from '../../machines/plated-rack.ts';
import { chipModel, partsPower, type serverParameters, supplyLoss } from '../../machines/server.ts';
import { serverFanPower, type ServerFans, serverFanSpeed } from '../../machines/server-fans.ts';
import { fittedResistance, resistanceAtFlow } from '../../physics/cold-plate.ts';
import {
  type Answer,
  answer,
  defineEvaluation,
  fluidNameOf,
  notesOf,
  pressureInput,
  temperatureInput,
} from './evaluation.ts';

const nodeInputs = {
  server: { record: ['server'], about: 'The node' },
  coldPlate: { record: ['cold-plate'], about: 'Plate on each chip' },
  powerSupply: { record: ['power-supply'], about: 'Power supplies of the node; no loss if absent', optional: true },
  fans: { record: ['server-fans'], about: 'Fans for the parts left to air; none if absent', optional: true },
  nodes: { count: [1, 1000], about: 'Nodes of the rack', default: 1 },
  flow: { quantity: 'volume flow', range: [1e-7, 10], about: 'Coolant of the rack, at its inlet' },
  inlet: { ...temperatureInput, about: 'Coolant entering' },
  coolant: { text: true, about: 'Coolant, as in a scenario; that of the plate if absent', optional: true },
  air: { ...temperatureInput, about: 'Air entering', default: '27 degC' },
  humidityRatio: { quantity: 'humidity ratio', range: [0, 0.04], about: 'Humidity of the air', default: '8 g/kg' },
  pressure: pressureInput,
  utilisation: { quantity: 'fraction', range: [0, 1], about: 'Part of full work', default: '100 %' },
  chipsInSeries: { count: [1, 8], about: 'Plates that the same coolant passes one after the other', default: 1 },
  chipCapture: captureParameters.chipCapture,
  capture: captureParameters.capture,
  plateFlowShare: captureParameters.plateFlowShare,
  powerCap: {
    quantity: 'power',
    range: [1, 5000],
    about: 'Cap on the power of one chip, below which its clock falls',
    optional: true,
  },
} as const satisfies Parameters;

type NodeInputs = ValuesOf<typeof nodeInputs>;
type Server = ValuesOf<typeof serverParameters>;

export const coldPlateRack = defineEvaluation({
  about: 'A rack of servers on cold plates, the rest of its heat in air: split, chips, temperatures',
  inputs: nodeInputs,
  evaluate(inputs, _, { fluid: fluidOf }) {
    const { nodes, chipsInSeries, inlet, utilisation: u, chipCapture } = inputs;
    const server = inputs.server.values as Server;
    const plate = inputs.coldPlate.values as ValuesOf<typeof coldPlateParameters>;
    requireParts(inputs, server);
    if (server.chips % chipsInSeries !== 0)
      throw new RangeError(`found ${server.chips} chips, ${chipsInSeries} of them in series; wanted whole paths`);
    const fluid = fluidOf(inputs.coolant ?? fluidNameOf(plate.coolant));
    const fit = fittedResistance(plate.points.flow, plate.points.resistance);
    const paths = (nodes * server.chips) / chipsInSeries;
    const plateFlow = (inputs.flow * inputs.plateFlowShare) / paths;
    const pathRate = plateFlow * fluid.density(inlet) * fluid.specificHeat(inlet);
    const chip = chipModel(server, chipsInSeries, inputs.powerCap ?? Infinity);
    // Only what is captured crosses the plate and warms the coolant of the next.
    chip.solve(u, inlet, resistanceAtFlow(fit, plateFlow) * chipCapture, pathRate / chipCapture);
    const heat = heatOf(inputs, server, chip.state.power);
    const { power, case: caseAt, junction, coolant, delivered, excess } = chip.state;
    const fluidHeat = heat.toLiquid * nodes;
    return {
      answers: [
        answer('chipPower', 'Mean power of a chip', power, 'power'),
        answer('plateFlow', 'Flow through each plate', plateFlow, 'volume flow'),
        answer('resistance', 'Plate, case to entering coolant', resistanceAtFlow(fit, plateFlow), 'thermal resistance'),
        answer('coolantTemperature', 'Coolant at the last plate', coolant, 'temperature'),
        answer('caseTemperature', 'Case of the hottest chip', caseAt, 'temperature'),
        answer('junctionTemperature', 'Junction of the hottest chip', junction, 'temperature'),
        answer('caseMargin', 'Left to the case limit', server.caseLimit - caseAt, 'temperature difference'),
        answer(
          'junctionMargin',
          'Left to the junction limit',
          server.junctionLimit - junction,
          'temperature difference',
        ),
        answer('delivered', 'Work delivered over full work', delivered, 'fraction'),
        answer('rackPower', 'Electricity at the rack', heat.input * nodes, 'power'),
        answer('fanPower', 'Of it fans of the servers', heat.fanPower * nodes, 'power'),
        answer('supplyLoss', 'Of it loss of the power supplies', heat.loss * nodes, 'power'),
        answer('liquidHeat', 'Heat into the loop', fluidHeat, 'heat flow'),
        answer('airHeat', 'Heat into the air', heat.toAir * nodes, 'heat flow'),
        answer('liquidShare', 'Part that goes into the loop', heat.toLiquid / (heat.toLiquid + heat.toAir), 'fraction'),
        answer('outlet', 'Coolant leaving', outletOf(fluid, inputs, fluidHeat), 'temperature'),
        ...airAnswers(inputs, heat.toAir * nodes, heat.airVolume * nodes),
      ],
      notes: notesOf({
        'no junction temperature balances leakage: thermal runaway at full clock; the chip throttles':
          excess === Infinity,
        'the junction would pass its limit at full clock; the chip throttles': excess > 0 && excess < Infinity,
        'the case is above its limit': caseAt > server.caseLimit,
        'the flow through a plate is outside the measured points; the fit is continued':
          plateFlow < fit.range[0] || plateFlow > fit.range[1],
        'the flow is above the most a plate may see': plateFlow > plate.maximumFlow * (1 + 1e-9),
        'the heat is above what the plate is rated for': power * chipCapture > plate.maximumHeat,
      }),
    };
  },
});

function requireParts({ capture = {} }: NodeInputs, { parts }: Server): void {
  const strangers = Object.keys(capture).filter((name) => parts[name] === undefined);
  if (strangers.length > 0)
    throw new RangeError(
      `capture: the server has no part ${strangers.join(', ')}; it has ${Object.keys(parts).join(', ')}`,
    );
}

/** Of one node [W], and the air its fans move [m³/s]. */
interface NodeHeat {
  readonly input: number;
  readonly fanPower: number;
  readonly loss: number;
  readonly toLiquid: number;
  readonly toAir: number;
  readonly airVolume: number;
}

function heatOf(inputs: NodeInputs, server: Server, chipPower: number): NodeHeat {
  const { utilisation: u, capture, chipCapture, air } = inputs;
  const parts = partsPower(server, () => 1);
  const captured = partsPower(server, (name) => capture?.[name]?.share ?? 0);
  const fans = inputs.fans?.values as ServerFans | undefined;
  const speed = fans === undefined ? 0 : serverFanSpeed(fans, u, air);
  const fanPower = fans === undefined ? 0 : serverFanPower(fans, speed);
  const chips = server.chips * chipPower;
  const direct = chips + parts.idle + parts.swing * u + fanPower;
  const full = server.chips * server.chipPower + parts.idle + parts.swing;
  const loss = inputs.powerSupply === undefined ? 0 : supplyLoss(inputs.powerSupply, full)(direct);
  const toLiquid = chips * chipCapture + captured.idle + captured.swing * u;
  const input = direct + loss;
  return { input, fanPower, loss, toLiquid, toAir: input - toLiquid, airVolume: (fans?.ratedFlow ?? 0) * speed };
}

function outletOf(fluid: Fluid, { flow, inlet }: NodeInputs, heat: number): number {
  return fluid.temperature(fluid.enthalpy(inlet, 0) + heat / (flow * fluid.density(inlet)), 0);
}

function airAnswers({ air, humidityRatio, pressure }: NodeInputs, heat: number, volume: number): readonly Answer[] {
  if (!(volume > 0)) return [];
  const rate = (volume / specificVolume(air, humidityRatio, pressure)) * (1006 + 1860 * humidityRatio);
  return [
    answer('airFlow', 'Air through the rack', volume, 'air volume flow'),
    answer('airLeaving', 'Air leaving', air + heat / rate, 'temperature'),
  ];
}
