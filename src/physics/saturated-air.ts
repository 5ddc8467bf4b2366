/**
 * Enthalpy of saturated air, cheap enough for a tower's inner loop.
 *
 * The same balance as in moist-air.ts with Buck's vapour pressure, one
 * exponential instead of one exponential and one logarithm, always over liquid
 * water. Against moist-air.ts the enthalpy is within 0.1 % of its swing between
 * 0 and 60 °C (a test measures it). Not for meters: those use moist-air.ts.
 */

import { zeroCelsius } from '../constants.ts';

/** 1/234.5: a product is cheaper than a quotient here. */
const bend = 1 / 234.5;

/**
 * Vapour pressure over liquid water, nearly.
 *
 *     e = 611.21 exp((18.678 − t/234.5) t/(257.14 + t))
 *
 * @param celsius t [°C], −40 … 80
 * @returns e [Pa]
 *
 * A. L. Buck, J. Appl. Meteorol. 20 (1981) 1527–1532, with the constants of Buck Research (1996).
 */
export function nearVapourPressure(celsius: number): number {
  return 611.21 * Math.exp(((18.678 - bend * celsius) * celsius) / (257.14 + celsius));
}

/**
 * Enthalpy of saturated air [J/kg dry air] at t [°C], of vapour pressure e [Pa] and air pressure p [Pa].
 *
 *     h = 1006 t + w (2 501 000 + 1860 t),   w = 0.621945 e/(p − e)
 */
export function saturatedEnthalpyOfVapour(celsius: number, vapour: number, pressure: number): number {
  return 1006 * celsius + ((0.621945 * vapour) / (pressure - vapour)) * (2_501_000 + 1860 * celsius);
}

/** Slope of `saturatedEnthalpyOfVapour` along saturation [J/(kg·K)], with e = `nearVapourPressure`(t). */
export function saturatedSlopeOfVapour(celsius: number, vapour: number, pressure: number): number {
  const below = 1 / (257.14 + celsius);
  const share = (18.678 - bend * celsius) * 257.14 - bend * celsius * (257.14 + celsius);
  const logSlope = share * below * below;
  const left = 1 / (pressure - vapour);
  const w = 0.621945 * vapour * left;
  return 1006 + w * (1860 + logSlope * pressure * left * (2_501_000 + 1860 * celsius));
}

/** Enthalpy of saturated air [J/kg dry air] at T [K] and p [Pa], with `nearVapourPressure`. */
export function nearSaturatedEnthalpy(temperature: number, pressure: number): number {
  const celsius = temperature - zeroCelsius;
  return saturatedEnthalpyOfVapour(celsius, nearVapourPressure(celsius), pressure);
}

/** Its slope against temperature [J/(kg·K)]. */
export function nearSaturatedEnthalpySlope(temperature: number, pressure: number): number {
  const celsius = temperature - zeroCelsius;
  return saturatedSlopeOfVapour(celsius, nearVapourPressure(celsius), pressure);
}

/**
 * Logarithmic mean of two temperature differences.
 *
 *     L = (a − b)/ln(a/b);   with r = (a − b)/(a + b): L = (a + b)/2 · r/artanh r
 *
 * The second form's series serves nearly equal differences without losing digits.
 *
 * @param a, b both > 0 [K]
 * @returns L [K]
 */
export function logMeanDifference(a: number, b: number): number {
  const r = (a - b) / (a + b);
  if (r > 0.03 || r < -0.03) return (a - b) / Math.log(a / b);
  const square = r * r;
  return 0.5 * (a + b) * (1 - square * (1 / 3 + square * (4 / 45 + (square * 44) / 945)));
}

/** ∂L/∂a of `logMeanDifference` L [1], 0 … 1. */
export function logMeanSlope(a: number, b: number, logMean: number): number {
  const r = (a - b) / (a + b);
  if (r > 0.03 || r < -0.03) return (1 - logMean / a) / Math.log(a / b);
  return 0.5 - (r * (1 - r)) / 3;
}
