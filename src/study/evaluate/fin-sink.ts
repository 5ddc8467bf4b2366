/**
 * A heat sink of fins in a bath, at one heat and one velocity between them.
 */

import type { ValuesOf } from '../../library/parameters.ts';
import type { finSinkParameters } from '../../machines/open-bath-rack.ts';
import { finSinkModel, finSpacing } from '../../physics/fin-sink.ts';
import { answer, defineEvaluation, notesOf, temperatureInput } from './evaluation.ts';

export const finSink = defineEvaluation({
  about: 'A heat sink of upright fins in a bath, by natural, mixed or forced convection',
  inputs: {
    heat: { quantity: 'heat flow', range: [0.1, 1e5], about: 'Heat of one chip' },
    inlet: { ...temperatureInput, about: 'Bath at the sink' },
    velocity: { quantity: 'velocity', range: [0, 10], about: 'Of the bath between the fins', default: '0 m/s' },
    coolant: { text: true, about: 'Liquid, as in a scenario', default: 'synthetic-hydrocarbon' },
  },
  evaluate({ heat, inlet, velocity, coolant }, record, { fluid: fluidOf }) {
    const values = record!.values as ValuesOf<typeof finSinkParameters>;
    const fluid = fluidOf(coolant);
    if (fluid.phase !== 'liquid') throw new RangeError(`${fluid.id} is no liquid`);
    const sink = finSinkModel(values, fluid);
    sink.solve(heat, inlet, velocity);
    const { resistance, coefficient, freeNusselt, forcedNusselt } = sink.state;
    const wall = inlet + heat * (resistance - values.contactResistance);
    return {
      answers: [
        answer('resistance', 'Resistance, case to bath', resistance, 'thermal resistance'),
        answer('caseTemperature', 'Case', inlet + resistance * heat, 'temperature'),
        answer('coefficient', 'Coefficient on base and fins', coefficient, 'heat transfer coefficient'),
        answer('freeNusselt', 'Nusselt number of warmth alone, on the spacing', freeNusselt, 'dimensionless'),
        answer('forcedNusselt', 'Nusselt number of flow alone', forcedNusselt, 'dimensionless'),
        answer('spacing', 'Gap between fins', finSpacing(values), 'length'),
      ],
      notes: notesOf({
        'the film is beyond the range of the fluid: its properties are those of the end':
          0.5 * (wall + inlet) > fluid.range[1] - 1,
      }),
    };
  },
});
