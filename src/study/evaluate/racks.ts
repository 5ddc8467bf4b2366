/**
 * A rack on cold plates with the air that takes the rest: where its heat
 * goes, chips in series on a path, leakage, power cap and throttling.
 */

import type { Parameters, ValuesOf } from '../../library/parameters.ts';
import type { coldPlateParameters } from '../../machines/cold-plate-rack.ts';
import { chipModel } from '../../machines/server.ts';
import { fittedResistance, resistanceAtFlow } from '../../physics/cold-plate.ts';
import { type Answer, answer, defineEvaluation, fluidNameOf, notesOf, temperatureInput } from './evaluation.ts';
import {
  airAnswers,
  captureInputs,
  chipAnswers,
  chipNotes,
  liquidOutlet,
  nodeInputs,
  platedAnswers,
  platedNodeHeat,
  serverOf,
} from './rack-node.ts';

const dropInputs = {
  ratedPressureDrop: {
    quantity: 'pressure',
    range: [1, 1e7],
    about: 'Pressure drop through the rack, couplings and manifolds included, at the rated flow',
    optional: true,
  },
  ratedFlow: { quantity: 'volume flow', range: [1e-7, 10], about: 'Flow of that drop', optional: true },
  dropExponent: { quantity: 'dimensionless', range: [1, 2], about: 'n of Δp ∝ Vⁿ', default: '1.85' },
} as const satisfies Parameters;

const inputs = {
  ...nodeInputs,
  coldPlate: { record: ['cold-plate'], about: 'Plate on each chip' },
  flow: { quantity: 'volume flow', range: [1e-7, 10], about: 'Coolant of the rack, at its inlet' },
  inlet: { ...temperatureInput, about: 'Coolant entering' },
  coolant: { text: true, about: 'Coolant, as in a scenario; that of the plate if absent', optional: true },
  chipsInSeries: { count: [1, 8], about: 'Plates that the same coolant passes one after the other', default: 1 },
  ...captureInputs,
  ...dropInputs,
} as const satisfies Parameters;

export const coldPlateRack = defineEvaluation({
  about: 'A rack of servers on cold plates, the rest of its heat in air: split, chips, temperatures',
  inputs,
  evaluate(given, _, { fluid: fluidOf }) {
    const { nodes, chipsInSeries, inlet, utilisation: u, chipCapture } = given;
    const server = serverOf(given);
    const plate = given.coldPlate.values as ValuesOf<typeof coldPlateParameters>;
    if (server.chips % chipsInSeries !== 0)
      throw new RangeError(`found ${server.chips} chips, ${chipsInSeries} of them in series; wanted whole paths`);
    const fluid = fluidOf(given.coolant ?? fluidNameOf(plate.coolant));
    const fit = fittedResistance(plate.points.flow, plate.points.resistance);
    const paths = (nodes * server.chips) / chipsInSeries;
    const plateFlow = (given.flow * given.plateFlowShare) / paths;
    const pathRate = plateFlow * fluid.density(inlet) * fluid.specificHeat(inlet);
    const chip = chipModel(server, chipsInSeries, given.powerCap ?? Infinity);
    // Only what is captured crosses the plate and warms the coolant of the next.
    chip.solve(u, inlet, resistanceAtFlow(fit, plateFlow) * chipCapture, pathRate / chipCapture);
    const { power } = chip.state;
    const heat = platedNodeHeat(given, power);
    return {
      answers: [
        answer('chipPower', 'Mean power of a chip', power, 'power'),
        answer('plateFlow', 'Flow through each plate', plateFlow, 'volume flow'),
        answer('resistance', 'Plate, case to entering coolant', resistanceAtFlow(fit, plateFlow), 'thermal resistance'),
        ...chipAnswers(chip.state, server, 'Coolant at the last plate'),
        ...platedAnswers(heat, nodes),
        answer(
          'outlet',
          'Coolant leaving',
          liquidOutlet(fluid, given.flow, inlet, heat.toLiquid * nodes),
          'temperature',
        ),
        ...dropAnswers(given),
        ...airAnswers(given, heat.toAir * nodes, heat.airVolume * nodes),
      ],
      notes: notesOf({
        ...chipNotes(chip.state, server),
        'the flow through a plate is outside the measured points; the fit is continued':
          plateFlow < fit.range[0] || plateFlow > fit.range[1],
        'the flow is above the most a plate may see': plateFlow > plate.maximumFlow * (1 + 1e-9),
        'the heat is above what the plate is rated for': power * chipCapture > plate.maximumHeat,
      }),
    };
  },
});

/** The drop at the flow of now, by its rating; nothing where none is given. */
function dropAnswers({ flow, ratedFlow, ratedPressureDrop, dropExponent }: ValuesOf<typeof inputs>): readonly Answer[] {
  if (ratedFlow === undefined && ratedPressureDrop === undefined) return [];
  if (ratedFlow === undefined || ratedPressureDrop === undefined)
    throw new RangeError('found one of ratedPressureDrop and ratedFlow; wanted both or none');
  const drop = ratedPressureDrop * Math.exp(dropExponent * Math.log(flow / ratedFlow));
  return [
    answer('pressureDrop', 'Through the rack', drop, 'pressure'),
    answer('flowWork', 'Of it onto the coolant, flow times drop', drop * flow, 'power'),
  ];
}
