/**
 * A polynomial of t [°C] through printed points, by least squares.
 *
 * Tables of coolants are turned into polynomials once, when a record is read,
 * so that enthalpies have exact integrals. The fit is judged: a table that a
 * polynomial of the wanted degree cannot follow is refused.
 */

import { zeroCelsius } from '../constants.ts';
import { OutOfRangeError } from '../errors.ts';
import { linearSolve } from '../numerics/linear-solve.ts';
import type { SpecificHeatCoefficients } from './enthalpy-curve.ts';

/** Unit in which t enters the normal equations, so that they stay well conditioned [K]. */
const scale = 100;

/**
 * Coefficients of the polynomial nearest to the points.
 *
 *     min Σ (Σ c_i tⁱ − y)²
 *
 * @param temperatures T [K], as many as values
 * @param values y, all of one sign
 * @param degree highest power, 0 … 4; fewer where the points are fewer
 * @param tolerance largest departure from a point, relative to it
 * @returns five coefficients c_i of t = T − 273.15 K, the missing ones zero
 * @throws {OutOfRangeError} if the polynomial misses a point by more than the tolerance
 */
export function polynomialFit(
  temperatures: ArrayLike<number>,
  values: ArrayLike<number>,
  degree: number,
  tolerance: number,
): SpecificHeatCoefficients & readonly number[] {
  const n = Math.min(degree, temperatures.length - 1) + 1;
  const matrix = new Float64Array(n * n);
  const solution = new Float64Array(n);
  for (let point = 0; point < temperatures.length; point++) {
    const x = (temperatures[point] - zeroCelsius) / scale;
    const powers = Array.from({ length: n }, (_, i) => x ** i);
    powers.forEach((p, i) => {
      solution[i] += p * values[point];
      powers.forEach((q, j) => (matrix[i * n + j] += p * q));
    });
  }
  linearSolve(matrix, solution);
  const at = (i: number): number => (i < n ? solution[i] / scale ** i : 0);
  const c = [at(0), at(1), at(2), at(3), at(4)] as const;

  for (let point = 0; point < temperatures.length; point++) {
    const miss = polynomialValue(c, temperatures[point] - zeroCelsius) / values[point] - 1;
    if (!(Math.abs(miss) <= tolerance)) {
      throw new OutOfRangeError(`departure of the fit at ${temperatures[point]} K`, miss, [-tolerance, tolerance], '1');
    }
  }
  return c;
}

/** Σ c_i tⁱ of five coefficients. */
export function polynomialValue(c: readonly number[], t: number): number {
  return c[0] + t * (c[1] + t * (c[2] + t * (c[3] + t * c[4])));
}

/** Σ i c_i tⁱ⁻¹ of five coefficients. */
export function polynomialSlope(c: readonly number[], t: number): number {
  return c[1] + t * (2 * c[2] + t * (3 * c[3] + t * 4 * c[4]));
}
