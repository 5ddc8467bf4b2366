/**
 * The enthalpy of a liquid whose specific heat is a polynomial in temperature.
 *
 * The solver asks for h(T) and T(h) millions of times a year, so both are
 * closures over constants, allocate nothing and check nothing: whoever calls
 * them looks once per hour whether the state lies in the fluid's `range`.
 * Leaves out pressure: the liquids here are taken as incompressible.
 */

import { zeroCelsius } from '../constants.ts';
import { linearSolve } from '../numerics/linear-solve.ts';

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
 * on the polynomial through (h, t) at eight Chebyshev points of the range, tens
 * of microkelvins off, and takes a Newton step; outside the range, where the
 * start is worse, three. It is within 1e-12 of T, which a test holds for every fluid
 * shipped. Products are paired so that few have to wait for others.
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
  const heatAt = (t: number): number => {
    const square = t * t;
    return c0 + c1 * t + square * (c2 + c3 * t + c4 * square);
  };
  const enthalpyAt = (t: number): number => {
    const square = t * t;
    return t * (c0 + b1 * t + square * (b2 + b3 * t + b4 * square));
  };

  const points = chebyshevPoints(range);
  const middle = (enthalpyAt(range[0] - zeroCelsius) + enthalpyAt(range[1] - zeroCelsius)) / 2;
  const perHalf = 1 / (enthalpyAt(range[1] - zeroCelsius) - middle);
  const a = polynomialThrough(
    points.map((t) => (enthalpyAt(t) - middle) * perHalf),
    points,
  );
  const [a0, a1, a2, a3, a4, a5, a6, a7] = a as unknown as EightCoefficients;

  return {
    specificHeat: (temperature) => heatAt(temperature - zeroCelsius),
    enthalpy: (temperature) => enthalpyAt(temperature - zeroCelsius),
    temperature(h) {
      const u = (h - middle) * perHalf;
      const square = u * u;
      let t = a0 + a1 * u + square * (a2 + a3 * u) + square * square * (a4 + a5 * u + square * (a6 + a7 * u));
      t -= (enthalpyAt(t) - h) / heatAt(t);
      if (square > 1) {
        t -= (enthalpyAt(t) - h) / heatAt(t);
        t -= (enthalpyAt(t) - h) / heatAt(t);
      }
      return t + zeroCelsius;
    },
  };
}

type EightCoefficients = readonly [number, number, number, number, number, number, number, number];

/** The eight Chebyshev points of a range of temperatures, in °C. */
function chebyshevPoints(range: readonly [number, number]): number[] {
  const middle = (range[0] + range[1]) / 2 - zeroCelsius;
  const half = (range[1] - range[0]) / 2;
  return Array.from({ length: 8 }, (_, i) => middle - half * Math.cos((Math.PI * (i + 0.5)) / 8));
}

/** a_i of the polynomial Σ a_i xⁱ through points (x, y), as many as there are points. */
function polynomialThrough(x: readonly number[], y: readonly number[]): Float64Array {
  const coefficients = Float64Array.from(y);
  linearSolve(Float64Array.from(x.flatMap((at) => x.map((_, power) => at ** power))), coefficients);
  return coefficients;
}
