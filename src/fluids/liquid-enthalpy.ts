/**
 * The enthalpy of a liquid whose specific heat is a polynomial in temperature.
 * Leaves out pressure: the liquids here are taken as incompressible. Used by
 * every liquid, and by the liquid of boiling fluids.
 */

import {
  curveEnthalpy,
  curveSpecificHeat,
  curveTemperature,
  enthalpyCurve,
  type EnthalpyCurve,
  type SpecificHeatCoefficients,
} from './enthalpy-curve.ts';

export interface LiquidEnthalpy {
  readonly specificHeat: (temperature: number) => number;
  readonly enthalpy: (temperature: number) => number;
  readonly temperature: (enthalpy: number) => number;
  readonly enthalpyCurve: () => EnthalpyCurve;
}

/**
 * Specific heat, enthalpy above the liquid at 0 °C, and its inverse.
 *
 *     c_p(t) = Σ c_i tⁱ,   h(t) = Σ c_i tⁱ⁺¹/(i + 1),   t = T − 273.15 K
 *
 * The integral is exact, so m (h₂ − h₁) closes to rounding. See `enthalpyCurve`
 * for the inverse and where it holds.
 *
 * @param coefficients c_i of t in °C
 * @param range temperatures of interest [K]; outside them the inverse loses digits
 * @returns the three functions, none of which checks its argument, and their curve
 */
export function liquidEnthalpy(
  coefficients: SpecificHeatCoefficients,
  range: readonly [number, number],
): LiquidEnthalpy {
  const curve = enthalpyCurve(coefficients, range);
  return {
    specificHeat: (temperature) => curveSpecificHeat(curve, temperature),
    enthalpy: (temperature) => curveEnthalpy(curve, temperature),
    temperature: (enthalpy) => curveTemperature(curve, enthalpy),
    enthalpyCurve: () => curve,
  };
}
