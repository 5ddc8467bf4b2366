/** The largest relative errors of a fluid over rows of a table; one function for the gates and for a report. */

import type { Fluid } from '../../src/fluids/fluid.ts';

export interface LiquidState {
  readonly temperature: number;
  readonly density: number;
  readonly specificHeat: number;
  readonly conductivity: number | null;
  readonly viscosity: number | null;
}

export interface WorstErrors {
  readonly density: number;
  readonly specificHeat: number;
  readonly conductivity: number;
  readonly viscosity: number;
}

export function worstErrors(fluid: Fluid, states: readonly LiquidState[]): WorstErrors {
  const worst = (property: 'density' | 'specificHeat' | 'conductivity' | 'viscosity'): number =>
    Math.max(
      ...states.map((s) => {
        const printed = s[property];
        return printed === null ? 0 : Math.abs(fluid[property](s.temperature) / printed - 1);
      }),
    );
  return {
    density: worst('density'),
    specificHeat: worst('specificHeat'),
    conductivity: worst('conductivity'),
    viscosity: worst('viscosity'),
  };
}
