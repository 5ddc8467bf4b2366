/**
 * The inverse of the normal distribution function, for generated weather and
 * for samples of uncertain inputs.
 */

import { requireRange } from '../errors.ts';

const a = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
] as const;
const b = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
] as const;
const c = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
] as const;
const d = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416] as const;

/** Below this probability the tail's own fraction is used. */
const tail = 0.02425;

/**
 * The deviate z below which the standard normal distribution holds a share u.
 *
 *     Φ(z) = u
 *
 * Acklam's three rational fractions. Relative error at most 1.15e-9 over the
 * whole range; no refinement is made, so that a seed gives the same weather everywhere.
 *
 * @param probability u [1], 0 < u < 1
 * @returns z [1]
 * @throws {OutOfRangeError} at or beyond 0 and 1, or for NaN
 *
 * P. J. Acklam, An algorithm for computing the inverse normal cumulative distribution function, 2003.
 */
export function inverseNormal(probability: number): number {
  requireRange('probability', probability, [Number.MIN_VALUE, 1 - Number.EPSILON / 2], '[1]');
  if (probability < tail) return tailDeviate(Math.sqrt(-2 * Math.log(probability)));
  if (probability > 1 - tail) return -tailDeviate(Math.sqrt(-2 * Math.log(1 - probability)));

  const q = probability - 0.5;
  const r = q * q;
  const above = ((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5];
  const below = ((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1;
  return (above * q) / below;
}

function tailDeviate(q: number): number {
  const above = ((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5];
  const below = (((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1;
  return above / below;
}
