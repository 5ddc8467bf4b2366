/**
 * The enthalpy of a liquid whose specific heat is a polynomial in temperature.
 *
 * The solver asks for h(T) and T(h) millions of times a year, so both are
 * closures over constants, allocate nothing and check nothing: whoever calls
 * them looks once per hour whether the state lies in the fluid's `range`.
 * Leaves out pressure: the liquids here are taken as incompressible.
 */

import { zeroCelsius } from '../constants.ts';

/** c_p = c0 + c1 t + c2 t² + c3 t³ + c4 t⁴ [J/(kg·K)], t in °C; missing terms are zero. */
export type SpecificHeatCoefficients = readonly [number, number?, number?, number?, number?];

export interface LiquidEnthalpy {
  readonly specificHeat: (temperature: number) => number;
  readonly enthalpy: (temperature: number) => number;
  readonly temperature: (enthalpy: number) => number;
}

/**
 * Specific heat, enthalpy above the liquid at 0 °C, and its inverse.
 *
 *     c_p(t) = Σ c_i tⁱ,   h(t) = Σ c_i tⁱ⁺¹/(i + 1),   t = T − 273.15 K
 *
 * The integral is exact, so m (h₂ − h₁) closes to rounding. The inverse starts
 * on the cubic through (h, t) at four Chebyshev points of the range, 0.1 K off at
 * most, and takes two Newton steps: within 1e-12 of T, which a test holds for
 * every fluid shipped.
 *
 * Holds for: c_p > 0 on the range.
 *
 * @param coefficients c_i of t in °C
 * @param range temperatures of interest [K]; outside them the inverse loses digits
 * @returns the three functions, none of which checks its argument
 */
export function liquidEnthalpy(
  coefficients: SpecificHeatCoefficients,
  range: readonly [number, number],
): LiquidEnthalpy {
  const [c0, c1 = 0, c2 = 0, c3 = 0, c4 = 0] = coefficients;
  const [b1, b2, b3, b4] = [c1 / 2, c2 / 3, c3 / 4, c4 / 5];
  const heatAt = (t: number): number => c0 + t * (c1 + t * (c2 + t * (c3 + t * c4)));
  const enthalpyAt = (t: number): number => t * (c0 + t * (b1 + t * (b2 + t * (b3 + t * b4))));

  const h = chebyshevPoints(range).map(enthalpyAt);
  const [h0, h1, h2] = h;
  const [a0, a1, a2, a3] = dividedDifferences(h, chebyshevPoints(range));

  return {
    specificHeat: (temperature) => heatAt(temperature - zeroCelsius),
    enthalpy: (temperature) => enthalpyAt(temperature - zeroCelsius),
    temperature(h) {
      let t = a0 + (h - h0) * (a1 + (h - h1) * (a2 + (h - h2) * a3));
      t -= (enthalpyAt(t) - h) / heatAt(t);
      t -= (enthalpyAt(t) - h) / heatAt(t);
      return t + zeroCelsius;
    },
  };
}

/** The four Chebyshev points of a range of temperatures, in °C. */
function chebyshevPoints(range: readonly [number, number]): number[] {
  const middle = (range[0] + range[1]) / 2 - zeroCelsius;
  const half = (range[1] - range[0]) / 2;
  return Array.from({ length: 4 }, (_, i) => middle - half * Math.cos((Math.PI * (i + 0.5)) / 4));
}

/** Coefficients of Newton's form of the polynomial through (x, y). */
function dividedDifferences(x: readonly number[], y: readonly number[]): number[] {
  const a = [...y];
  for (let order = 1; order < a.length; order++) {
    for (let i = a.length - 1; i >= order; i--) a[i] = (a[i] - a[i - 1]) / (x[i] - x[i - order]);
  }
  return a;
}
