/**
 * A mean with its confidence interval from batches that hardly depend on each
 * other.
 */

export interface Estimate {
  readonly mean: number;
  /** Half the width of the 95 % interval of the mean. */
  readonly halfWidth: number;
  readonly batches: number;
}

/** 97.5 % points of Student's t by degrees of freedom, from a printed table; larger samples take the normal's. */
const studentPoints: readonly (readonly [number, number])[] = [
  [9, 2.262],
  [19, 2.093],
  [29, 2.045],
  [39, 2.023],
  [59, 2.001],
  [119, 1.98],
];
const normalPoint = 1.96;

/**
 * Mean and half width of its 95 % confidence interval.
 *
 *     h = t_0.975,n−1 s / √n
 *
 * Holds for: batches that are nearly independent, which those much longer than
 * a repair are, and so many of them, or so many outages in each, that their mean
 * is nearly normal. t is that of the next smaller number of degrees of freedom in
 * a short table (never too narrow); below ten batches there is no interval.
 *
 * @param batches the mean of each batch
 * @returns the mean; a half width of ∞ below ten batches
 *
 * Batch means: Law, Simulation Modeling and Analysis, on output analysis (not
 * opened for this; the formula is that of any interval of a mean). t: as printed
 * in every table of Student's distribution.
 */
export function batchEstimate(batches: readonly number[]): Estimate {
  const n = batches.length;
  const mean = batches.reduce((sum, value) => sum + value, 0) / n;
  const squares = batches.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const degrees = n - 1;
  const point =
    degrees >= 200 ? normalPoint : (studentPoints.findLast(([atLeast]) => atLeast <= degrees)?.[1] ?? Infinity);
  return { mean, halfWidth: n > 1 ? point * Math.sqrt(squares / (n - 1) / n) : Infinity, batches: n };
}
