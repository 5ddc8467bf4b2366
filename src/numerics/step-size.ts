/** How long a step may be: the first from the derivative, the next from the error of the last. */

import type { ToleranceNorm } from './tolerance-norm.ts';

const safety = 0.9;
const leastFactor = 0.2;
const mostFactor = 6;
/** A gain below this is not worth new factors of the matrix. */
const worthwhile = 1.2;

/**
 * The factor on a step whose error was within its tolerance.
 *
 *     h ← 0.9 h err^(−1/3),   at most 6 times as much
 *
 * err is the norm of the error, 1 being what is allowed; 3 is the order of the error
 * of the embedded method. No integral part: with forcing every second and steps cut
 * short at outputs, the error of the step before says little.
 *
 * E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I, 2nd ed.,
 * (4.13), at second hand: most codes have it. The bounds are ours, within the usual ranges.
 */
export function growth(error: number): number {
  const factor = Math.min(mostFactor, safety / Math.cbrt(error));
  return factor >= 1 && factor < worthwhile ? 1 : factor;
}

/** The factor on a step whose error was not: the same, at least a fifth; a fifth for NaN. */
export function shrinking(error: number): number {
  const factor = safety / Math.cbrt(error);
  return factor > leastFactor ? factor : leastFactor;
}

/** A state with its derivative at a time, and a system's derivative at another. */
export interface Departure {
  readonly time: number;
  readonly y: Float64Array;
  readonly derivative: Float64Array;
  derivativeAt(t: number, y: Float64Array, into: Float64Array): void;
}

/**
 * A first step over which slope and curvature move the state by little.
 *
 *     p = max(1, ‖y‖/100) / ‖y'‖,   y″ ≈ (f(t + p, y + p y') − y')/p
 *     h = min(100 p, ‖y″‖^(−1/2))
 *
 * with norms in tolerances: the probe p moves the state by one tolerance or by 1 %, the
 * curvature over h by one tolerance. After the idea of Hairer, Nørsett and Wanner (I, section II.4),
 * arranged so that no unit of time matters.
 *
 * @param longest both h and p are no longer [s]
 */
export function firstStep(from: Departure, { norm }: ToleranceNorm, longest: number): number {
  const { y, derivative } = from;
  const speed = norm(derivative, y, y);
  const probe = Math.min(longest, Math.max(1, 0.01 * norm(y, y, y)) / speed);
  const change = new Float64Array(y.length);
  from.derivativeAt(
    from.time + probe,
    y.map((value, k) => value + probe * derivative[k]),
    change,
  );
  for (let k = 0; k < y.length; k++) change[k] -= derivative[k];
  const curvature = norm(change, y, y) / probe;
  if (Number.isNaN(curvature)) return 0.01 * probe;
  return Math.min(longest, 100 * probe, 1 / Math.sqrt(curvature));
}
