/**
 * Bends a series until its distribution has given quantiles, without
 * changing the order of its values: how a generated year gets the tails of a
 * real one. Used by the climate-year generator.
 */

import { quantileOfSorted } from './design-conditions.ts';

/** Quantiles a series is to have: `shares` (0 … 1, rising) and the values below which they lie. */
export interface Quantiles {
  readonly shares: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** Knots closer than this are pushed apart [K]. */
const leastStep = 1e-6;

/**
 * Maps the series onto the wanted quantiles in place: piecewise linear
 * between its own quantiles and the wanted ones, a constant shift beyond the
 * first and the last.
 *
 * @param anchors shares at which the series keeps its own quantile, so that only the tails move
 */
export function mapQuantiles(series: Float64Array, wanted: Quantiles, anchors: readonly number[] = []): void {
  const sorted = series.slice().sort();
  const knots = knotsOf(sorted, wanted, anchors);
  const from = Float64Array.from(knots, (knot) => knot.from);
  const to = Float64Array.from(knots, (knot) => knot.to);
  for (let i = 1; i < from.length; i++) {
    from[i] = Math.max(from[i]!, from[i - 1]! + leastStep);
    to[i] = Math.max(to[i]!, to[i - 1]! + leastStep);
  }
  const last = from.length - 1;
  for (let i = 0; i < series.length; i++) {
    const value = series[i]!;
    if (value <= from[0]!) series[i] = value + to[0]! - from[0]!;
    else if (value >= from[last]!) series[i] = value + to[last]! - from[last]!;
    else {
      let k = 1;
      while (from[k]! < value) k++;
      const along = (value - from[k - 1]!) / (from[k]! - from[k - 1]!);
      series[i] = to[k - 1]! + along * (to[k]! - to[k - 1]!);
    }
  }
}

function knotsOf(
  sorted: Float64Array,
  wanted: Quantiles,
  anchors: readonly number[],
): readonly { share: number; from: number; to: number }[] {
  const kept = anchors.map((share) => {
    const own = quantileOfSorted(sorted, share);
    return { share, from: own, to: own };
  });
  const moved = Array.from(wanted.shares, (share, i) => ({
    share,
    from: quantileOfSorted(sorted, share),
    to: wanted.values[i]!,
  }));
  return [...kept, ...moved].sort((a, b) => a.share - b.share);
}
