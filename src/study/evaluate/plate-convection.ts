/** A vertical wall in a liquid: free convection, forced along it, and both together. */

import type { Fluid } from '../../fluids/fluid.ts';
import {
  assistedNusselt,
  flatPlateNusselt,
  opposedNusselt,
  rayleighNumber,
  verticalPlateNusselt,
} from '../../physics/convection.ts';
import { answer, defineEvaluation } from './evaluation.ts';
import { liquidInputs, liquidState } from './liquid-state.ts';

export const plateConvection = defineEvaluation({
  about: 'A vertical plate in a liquid: free, forced and mixed convection, properties at the film',
  inputs: {
    length: { quantity: 'length', range: [1e-4, 100], about: 'Height of the plate, along the flow' },
    difference: { quantity: 'temperature difference', range: [0, 500], about: 'Wall less liquid, as a size' },
    velocity: { quantity: 'velocity', range: [0, 100], about: 'Along the plate', default: '0 m/s' },
    flow: {
      choice: ['assisting', 'opposing'],
      about: 'Whether the flow goes with free convection',
      default: 'assisting',
    },
    expansion: {
      quantity: 'per-temperature coefficient',
      range: [0, 0.1],
      about: 'Thermal expansion, instead of that of the coolant',
      optional: true,
    },
    ...liquidInputs,
  },
  evaluate(inputs, _, { fluid: fluidOf }) {
    const { length, difference, velocity } = inputs;
    const liquid = liquidState(inputs, fluidOf);
    const expansion = inputs.expansion ?? expansionOf(fluidOf(inputs.coolant), inputs.temperature);
    const rayleigh = rayleighNumber(difference, length, { ...liquid, expansion });
    const reynolds = (liquid.density * velocity * length) / liquid.viscosity;
    const prandtl = (liquid.specificHeat * liquid.viscosity) / liquid.conductivity;
    const free = verticalPlateNusselt(rayleigh, prandtl);
    const forced = flatPlateNusselt(reynolds, prandtl);
    const mixed = inputs.flow === 'assisting' ? assistedNusselt(forced, free) : opposedNusselt(forced, free);
    const coefficient = (mixed * liquid.conductivity) / length;
    return {
      answers: [
        answer('coefficient', 'Coefficient', coefficient, 'heat transfer coefficient'),
        answer('flux', 'Heat flux', coefficient * difference, 'heat flux'),
        answer('rayleigh', 'Rayleigh number', rayleigh, 'dimensionless'),
        answer('reynolds', 'Reynolds number', reynolds, 'dimensionless'),
        answer('prandtl', 'Prandtl number', prandtl, 'dimensionless'),
        answer('freeNusselt', 'Nusselt number of warmth alone', free, 'dimensionless'),
        answer('forcedNusselt', 'Nusselt number of flow alone', forced, 'dimensionless'),
      ],
      notes: [],
    };
  },
});

/** β = −dρ/dT/ρ [1/K], by the difference over 2 K, kept inside the range of the fluid. */
function expansionOf(fluid: Fluid, temperature: number): number {
  const low = Math.max(fluid.range[0], temperature - 1);
  const high = Math.min(fluid.range[1], temperature + 1);
  return (fluid.density(low) - fluid.density(high)) / ((high - low) * fluid.density(temperature));
}
