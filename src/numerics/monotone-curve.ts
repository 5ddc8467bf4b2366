/**
 * A smooth curve through printed points that rises where the points rise and
 * falls where they fall: no overshoot, no invented bump.
 *
 * Beyond the first and last point it goes on straight with the end slope; the
 * caller looks at `range` and says so to the user. Used by pump and fan
 * curves, valve tables and part-load curves.
 */

import { OutOfRangeError } from '../errors.ts';

export interface MonotoneCurve {
  /** y(x); straight beyond the points. */
  value(x: number): number;
  /** dy/dx */
  slope(x: number): number;
  /** First and last x. */
  readonly range: readonly [number, number];
}

/**
 * Cubic Hermite curve through points, with the slopes of Fritsch and Carlson.
 *
 *     s_i = (Δ_{i−1} + Δ_i)/2, the secant's slope at both ends, 0 where Δ changes sign
 *     α = s_i/Δ_i, β = s_{i+1}/Δ_i;  α² + β² > 9  →  both × 3/√(α² + β²)
 *
 * Holds for: any points with x strictly rising; where they turn, the curve turns at the point.
 *
 * @param xs abscissae, strictly rising, at least two
 * @param ys ordinates, as many
 * @returns the curve; its functions allocate nothing
 * @throws {OutOfRangeError} where the points are too few, unequal in number, not finite or x does not rise
 *
 * F. N. Fritsch, R. E. Carlson, SIAM J. Numer. Anal. 17 (1980) 238–246.
 */
export function monotoneCurve(xs: ArrayLike<number>, ys: ArrayLike<number>): MonotoneCurve {
  const x = Float64Array.from(xs);
  const y = Float64Array.from(ys);
  requirePoints(x, y);
  const s = slopes(x, y);
  const last = x.length - 1;

  /** The interval [i, i + 1] that holds u. Few points: walking beats bisecting. */
  function interval(u: number): number {
    let low = 0;
    let high = last;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (u >= x[middle]) low = middle;
      else high = middle;
    }
    return low;
  }

  function value(u: number): number {
    if (u <= x[0]) return y[0] + s[0] * (u - x[0]);
    if (u >= x[last]) return y[last] + s[last] * (u - x[last]);
    const i = interval(u);
    const h = x[i + 1] - x[i];
    const t = (u - x[i]) / h;
    const r = 1 - t;
    return r * r * ((1 + 2 * t) * y[i] + t * h * s[i]) + t * t * ((3 - 2 * t) * y[i + 1] - r * h * s[i + 1]);
  }

  function slope(u: number): number {
    if (u <= x[0]) return s[0];
    if (u >= x[last]) return s[last];
    const i = interval(u);
    const h = x[i + 1] - x[i];
    const t = (u - x[i]) / h;
    const r = 1 - t;
    return (6 * t * r * (y[i + 1] - y[i])) / h + r * (1 - 3 * t) * s[i] + t * (3 * t - 2) * s[i + 1];
  }

  return { value, slope, range: [x[0], x[last]] };
}

function requirePoints(x: Float64Array, y: Float64Array): void {
  if (x.length < 2 || x.length !== y.length) {
    throw new OutOfRangeError(`points of a curve with ${x.length} x`, y.length, [2, x.length], 'y');
  }
  for (let i = 0; i < x.length; i++) {
    const below = i === 0 ? -Number.MAX_VALUE : x[i - 1];
    if (!(x[i] > below && x[i] <= Number.MAX_VALUE)) {
      throw new OutOfRangeError(`x of point ${i + 1}`, x[i], [below, Number.MAX_VALUE], '');
    }
    if (!Number.isFinite(y[i])) {
      throw new OutOfRangeError(`y of point ${i + 1}`, y[i], [-Number.MAX_VALUE, Number.MAX_VALUE], '');
    }
  }
}

function slopes(x: Float64Array, y: Float64Array): Float64Array {
  const last = x.length - 1;
  const secant = Float64Array.from({ length: last }, (_, i) => (y[i + 1] - y[i]) / (x[i + 1] - x[i]));
  const s = new Float64Array(last + 1);
  s[0] = secant[0];
  s[last] = secant[last - 1];
  for (let i = 1; i < last; i++) {
    s[i] = secant[i - 1] * secant[i] > 0 ? (secant[i - 1] + secant[i]) / 2 : 0;
  }
  for (let i = 0; i < last; i++) {
    if (secant[i] === 0) {
      s[i] = 0;
      s[i + 1] = 0;
      continue;
    }
    const alpha = s[i] / secant[i];
    const beta = s[i + 1] / secant[i];
    const length = Math.hypot(alpha, beta);
    if (length > 3) {
      s[i] *= 3 / length;
      s[i + 1] *= 3 / length;
    }
  }
  return s;
}
