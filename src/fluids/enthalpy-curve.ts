/**
 * Enthalpy against temperature as plain numbers: of a liquid, or of moist air
 * of one humidity ratio, whose specific heats are polynomials in temperature.
 *
 * The solver asks for h(T) and T(h) millions of times a year. As functions of
 * a curve, and not methods of a fluid, they are the same code for every
 * circuit and need no call at all. They check nothing: whoever uses them looks
 * once an hour whether the state lies in the fluid's `range`.
 */

import { zeroCelsius } from '../constants.ts';
import { linearSolve } from '../numerics/linear-solve.ts';

/** c_p = c0 + c1 t + c2 t² + c3 t³ + c4 t⁴ [J/(kg·K)], t in °C; missing terms are zero. */
export type SpecificHeatCoefficients = readonly [number, number?, number?, number?, number?];

/**
 * h = h(0) + Σ c_i tⁱ⁺¹/(i + 1) and the start of its inverse. One array of
 * doubles, so that the curves of all fluids look alike to a compiler:
 *
 *     0 … 4    c_i
 *     5 … 8    c_i/(i + 1), i = 1 … 4
 *     9        h(0) [J/kg]
 *     10, 11   middle and scale of u = (h − middle) scale, −1 and 1 at the ends of the range
 *     12 … 19  a_i of t ≈ Σ a_i uⁱ
 */
export type EnthalpyCurve = Float64Array;

/**
 * The curve of a specific heat.
 *
 *     h(t) = h(0) + Σ c_i tⁱ⁺¹/(i + 1),   t = T − 273.15 K
 *
 * The inverse starts on the polynomial through (h, t) at eight Chebyshev
 * points of the range, tens of microkelvins off, and takes a Newton step;
 * outside the range, where the start is worse, three. It is within 1e-12 of T,
 * which a test holds for every fluid shipped.
 *
 * Holds for: c_p > 0 on the range.
 *
 * @param coefficients c_i of t in °C
 * @param range temperatures of interest [K]; outside them the inverse loses digits
 * @param offset h(0) [J/kg], 0 if absent
 * @returns the curve
 */
export function enthalpyCurve(
  coefficients: SpecificHeatCoefficients,
  range: readonly [number, number],
  offset = 0,
): EnthalpyCurve {
  const [c0, c1 = 0, c2 = 0, c3 = 0, c4 = 0] = coefficients;
  const curve = new Float64Array(20);
  curve.set([c0, c1, c2, c3, c4, c1 / 2, c2 / 3, c3 / 4, c4 / 5, offset]);
  const [low, high] = range.map((temperature) => curveEnthalpy(curve, temperature)) as [number, number];
  const middle = (low + high) / 2;
  const scale = 1 / (high - middle);
  const points = chebyshevPoints(range);
  const u = points.map((t) => (enthalpyAt(curve, t) - middle) * scale);
  curve.set([middle, scale, ...polynomialThrough(u, points)], 10);
  return curve;
}

/** h [J/kg] at T [K]. Products are paired so that few have to wait for others. */
export function curveEnthalpy(curve: EnthalpyCurve, temperature: number): number {
  return enthalpyAt(curve, temperature - zeroCelsius);
}

/** c_p [J/(kg·K)] at T [K]. */
export function curveSpecificHeat(curve: EnthalpyCurve, temperature: number): number {
  return specificHeatAt(curve, temperature - zeroCelsius);
}

/** T [K] of h [J/kg]. */
export function curveTemperature(curve: EnthalpyCurve, enthalpy: number): number {
  const u = (enthalpy - curve[10]!) * curve[11]!;
  const square = u * u;
  const low = curve[12]! + curve[13]! * u + square * (curve[14]! + curve[15]! * u);
  let t = low + square * square * (curve[16]! + curve[17]! * u + square * (curve[18]! + curve[19]! * u));
  t -= (enthalpyAt(curve, t) - enthalpy) / specificHeatAt(curve, t);
  return (square > 1 ? nearer(curve, t, enthalpy) : t) + zeroCelsius;
}

/** Two more Newton steps towards h; apart, so that `curveTemperature` stays small enough to be inlined. */
function nearer(curve: EnthalpyCurve, start: number, enthalpy: number): number {
  const t = start - (enthalpyAt(curve, start) - enthalpy) / specificHeatAt(curve, start);
  return t - (enthalpyAt(curve, t) - enthalpy) / specificHeatAt(curve, t);
}

function enthalpyAt(curve: EnthalpyCurve, t: number): number {
  const square = t * t;
  return curve[9]! + t * (curve[0]! + curve[5]! * t + square * (curve[6]! + curve[7]! * t + curve[8]! * square));
}

function specificHeatAt(curve: EnthalpyCurve, t: number): number {
  const square = t * t;
  return curve[0]! + curve[1]! * t + square * (curve[2]! + curve[3]! * t + curve[4]! * square);
}

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
