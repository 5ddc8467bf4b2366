/**
 * Properties of a liquid for a single phenomenon: those of a coolant at a
 * temperature, each of which may be given instead, as a textbook prints them.
 */

import type { Fluid } from '../../fluids/fluid.ts';
import type { ValuesOf } from '../../library/parameters.ts';
import { temperatureInput } from './evaluation.ts';

const instead = 'instead of that of the coolant';

export const liquidInputs = {
  coolant: { text: true, about: 'Coolant, as in a scenario', default: 'water' },
  temperature: { ...temperatureInput, about: 'Mean temperature of the coolant', default: '20 degC' },
  density: { quantity: 'density', range: [0.01, 2e4], about: `Density ${instead}`, optional: true },
  viscosity: { quantity: 'dynamic viscosity', range: [1e-7, 100], about: `Viscosity ${instead}`, optional: true },
  specificHeat: { quantity: 'specific heat', range: [10, 2e4], about: `Specific heat ${instead}`, optional: true },
  conductivity: {
    quantity: 'thermal conductivity',
    range: [1e-3, 500],
    about: `Conductivity ${instead}`,
    optional: true,
  },
} as const;

export interface LiquidState {
  readonly density: number;
  readonly viscosity: number;
  readonly specificHeat: number;
  readonly conductivity: number;
}

/** @throws {OutOfRangeError} for a temperature that the coolant has no properties at */
export function liquidState(inputs: ValuesOf<typeof liquidInputs>, fluidOf: (name: string) => Fluid): LiquidState {
  const { temperature, density, viscosity, specificHeat, conductivity } = inputs;
  const fluid = fluidOf(inputs.coolant);
  return {
    density: density ?? fluid.density(temperature),
    viscosity: viscosity ?? fluid.viscosity(temperature),
    specificHeat: specificHeat ?? fluid.specificHeat(temperature),
    conductivity: conductivity ?? fluid.conductivity(temperature),
  };
}
