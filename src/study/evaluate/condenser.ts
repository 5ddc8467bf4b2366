/**
 * A condenser coil of horizontal tubes, at one saturation and one flow of
 * water, all of it covered by vapour.
 */

import { coilTubeParameters } from '../../machines/coil-conductance.ts';
import {
  condensedHeat,
  filmDifference,
  innerDiameter,
  innerResistance,
  tubeWaterCoefficient,
} from '../../physics/condenser-tubes.ts';
import { saturatedState } from '../../physics/saturated-state.ts';
import { answer, defineEvaluation, notesOf, temperatureInput } from './evaluation.ts';

export const condenserCoil = defineEvaluation({
  about: 'A condenser coil of horizontal tubes, wholly covered by vapour',
  inputs: {
    coolant: { text: true, about: 'What boils, as in a scenario', default: 'novec-649' },
    saturation: { ...temperatureInput, about: 'Temperature of saturation' },
    water: { text: true, about: 'Liquid in the tubes, as in a scenario', default: 'water' },
    flow: { quantity: 'volume flow', range: [1e-7, 100], about: 'Of the liquid through the coil' },
    inlet: { ...temperatureInput, about: 'Liquid entering' },
    area: { quantity: 'area', range: [1e-3, 1e5], about: 'Outer area of the tubes' },
    ...coilTubeParameters,
  },
  evaluate(inputs, _, { fluid }) {
    const { saturation, inlet, area, flow } = inputs;
    if (!(saturation > inlet)) throw new RangeError('the liquid must enter colder than saturation');
    const state = saturatedState(fluid(inputs.coolant)).at(saturation);
    const liquid = fluid(inputs.water);
    const properties = {
      density: liquid.density(inlet),
      specificHeat: liquid.specificHeat(inlet),
      conductivity: liquid.conductivity(inlet),
      viscosity: liquid.viscosity(inlet),
    };
    const bore = innerDiameter(inputs);
    const velocity = flow / (0.25 * Math.PI * bore * bore * inputs.parallelTubes);
    const inside = tubeWaterCoefficient(inputs, properties, velocity);
    const inner = innerResistance(inputs, inside);
    const rate = flow * properties.density * properties.specificHeat;
    const heat = condensedHeat(area, rate, saturation - inlet, inner, inputs, state);
    const flux = heat / area;
    const film = flux / filmDifference(flux, inputs, state);
    return {
      answers: [
        answer('heat', 'Heat condensed', heat, 'heat flow'),
        answer('filmCoefficient', 'Film outside', film, 'heat transfer coefficient'),
        answer('waterCoefficient', 'Liquid inside', inside, 'heat transfer coefficient'),
        answer('overall', 'Overall, on the outer area', 1 / (1 / film + inner), 'heat transfer coefficient'),
        answer('conductance', 'UA', area / (1 / film + inner), 'conductance'),
        answer('outlet', 'Liquid leaving', inlet + heat / rate, 'temperature'),
        answer('condensate', 'Condensed by mass', heat / state.latentHeat, 'mass flow'),
        answer(
          'reynolds',
          'Reynolds number inside',
          (properties.density * velocity * bore) / properties.viscosity,
          'dimensionless',
        ),
      ],
      notes: notesOf({
        'laminar inside: a shorter way or fewer tubes would do better':
          properties.density * velocity * bore < 2300 * properties.viscosity,
      }),
    };
  },
});
