/**
 * Tanks of servers in a liquid dielectric: driven through the heat sinks, or
 * open, where fins stand in the bath that their warmth stirs.
 */

import type { Fluid } from '../../fluids/fluid.ts';
import type { Parameters, ValuesOf } from '../../library/parameters.ts';
import {
  directedFlowParameters,
  type immersionSinkParameters,
  immersionSinkResistance,
} from '../../machines/immersion-rack.ts';
import { bathBottom, bathTop, type finSinkParameters, openBathParameters } from '../../machines/open-bath-rack.ts';
import { chipModel } from '../../machines/server.ts';
import { finSinkModel } from '../../physics/fin-sink.ts';
import { answer, defineEvaluation, fluidNameOf, notesOf, temperatureInput } from './evaluation.ts';
import { chipAnswers, chipNotes, liquidOutlet, nodeInputs, nodePower, serverOf } from './rack-node.ts';

const tankInputs = {
  ...nodeInputs,
  nodes: { ...nodeInputs.nodes, about: 'Nodes of the tank' },
  flow: { quantity: 'volume flow', range: [1e-6, 10], about: 'Dielectric of the tank, at its inlet' },
  inlet: { ...temperatureInput, about: 'Dielectric entering' },
} as const satisfies Parameters;

/** @throws {RangeError} for a coolant that boils or is air */
function liquidOnly(fluid: Fluid): Fluid {
  if (fluid.phase !== 'liquid') throw new RangeError(`${fluid.id} is no liquid`);
  return fluid;
}

export const immersionRack = defineEvaluation({
  about: 'A tank of servers in a dielectric that is driven through the heat sinks',
  inputs: {
    ...tankInputs,
    coolant: { text: true, about: 'Dielectric, as in a scenario; that of the sink if absent', optional: true },
    ...directedFlowParameters,
  },
  evaluate(inputs, _, { fluid: fluidOf }) {
    const { nodes, inlet, flow, utilisation: u } = inputs;
    const server = serverOf(inputs);
    const sink = inputs.sink.values as ValuesOf<typeof immersionSinkParameters>;
    const fluid = liquidOnly(fluidOf(inputs.coolant ?? fluidNameOf(sink.coolant)));
    const sinkFlow = (flow * inputs.sinkShare) / (nodes * server.chips);
    const resistance = immersionSinkResistance(sink, fluid.viscosity(inlet), sinkFlow);
    const chip = chipModel(server, 1, inputs.powerCap ?? Infinity);
    chip.solve(u, inlet, resistance, Infinity);
    const { input, loss } = nodePower(inputs, chip.state.power, 0);
    return {
      answers: [
        answer('chipPower', 'Power of a chip', chip.state.power, 'power'),
        answer('sinkFlow', 'Flow through each sink', sinkFlow, 'volume flow'),
        answer('resistance', 'Sink, case to entering dielectric', resistance, 'thermal resistance'),
        ...chipAnswers(chip.state, server, 'Dielectric at the sink'),
        answer('supplyLoss', 'Loss of the power supplies', loss * nodes, 'power'),
        answer('rackPower', 'Electricity of the tank, all of it heat into the bath', input * nodes, 'power'),
        answer('outlet', 'Dielectric leaving', liquidOutlet(fluid, flow, inlet, input * nodes), 'temperature'),
      ],
      notes: notesOf({
        ...chipNotes(chip.state, server),
        'the flow through a sink is outside the range that its law holds for':
          sinkFlow < sink.minimumFlow || sinkFlow > sink.maximumFlow,
      }),
    };
  },
});

/** Rounds in which bath, sinks and chips agree. */
const mostRounds = 100;

export const openBathRack = defineEvaluation({
  about: 'An open tank of servers whose fins stand in a dielectric: natural and mixed convection, two layers',
  inputs: {
    ...tankInputs,
    coolant: { text: true, about: 'Dielectric, as in a scenario', default: 'synthetic-hydrocarbon' },
    ...openBathParameters,
  },
  evaluate(inputs, _, { fluid: fluidOf }) {
    const { nodes, inlet, flow, utilisation: u, returning } = inputs;
    const server = serverOf(inputs);
    const fluid = liquidOnly(fluidOf(inputs.coolant));
    const sink = finSinkModel(inputs.sink.values as ValuesOf<typeof finSinkParameters>, fluid);
    const chip = chipModel(server, 1, inputs.powerCap ?? Infinity);
    const velocity = (inputs.velocityShare * flow) / inputs.bathArea;
    let [power, top, bottom] = [server.chipPower, inlet, inlet];
    for (let round = 0; round < mostRounds; round++) {
      top = bathTop(fluid, inlet, flow * fluid.density(inlet), nodePower(inputs, power, 0).input * nodes);
      bottom = bathBottom(inlet, top, returning);
      sink.solve(power, 0.5 * (bottom + top), velocity);
      chip.solve(u, 0.5 * (bottom + top), sink.state.resistance, Infinity);
      const moved = Math.abs(chip.state.power - power);
      power = chip.state.power;
      if (moved <= 1e-13 * power) break;
    }
    const { input, loss } = nodePower(inputs, power, 0);
    return {
      answers: [
        answer('chipPower', 'Power of a chip', power, 'power'),
        answer('velocity', 'Of the bath between the fins', velocity, 'velocity'),
        answer('coefficient', 'Coefficient on base and fins', sink.state.coefficient, 'heat transfer coefficient'),
        answer('resistance', 'Sink, case to the bath at it', sink.state.resistance, 'thermal resistance'),
        answer('bottom', 'Lower half of the bath', bottom, 'temperature'),
        ...chipAnswers(chip.state, server, 'Bath at the sink'),
        answer('supplyLoss', 'Loss of the power supplies', loss * nodes, 'power'),
        answer('rackPower', 'Electricity of the tank, all of it heat into the bath', input * nodes, 'power'),
        answer('outlet', 'Upper half of the bath, which leaves', top, 'temperature'),
      ],
      notes: notesOf({
        ...chipNotes(chip.state, server),
        'the bath is as warm as its fluid is known for: more flow is wanted': top >= fluid.range[1],
      }),
    };
  },
});
