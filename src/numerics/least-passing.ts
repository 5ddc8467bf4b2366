/**
 * The least x from which on something holds: a volume, a time. For answers
 * that cost a whole simulation each, where the function is yes or no and
 * nobody promises that more is always better.
 */

import { requireRange } from '../errors.ts';

export interface LeastPassingSearch {
  /** Ends of the range, in the order of size. */
  readonly from: number;
  readonly to: number;
  /** Points tried over the range before the answer is looked for, both ends among them. */
  readonly points: number;
  /** Largest ratio of the answer to the last x that fails, less one [1]. */
  readonly tolerance: number;
  passes(x: number): boolean;
}

export interface LeastPassing {
  /** Least x found; NaN where the largest fails. */
  readonly least: number;
  /** Largest x tried that fails; NaN where all pass. */
  readonly lastFailing: number;
  /** Every x tried, in the order of size. */
  readonly tried: readonly { readonly x: number; readonly passes: boolean }[];
  /** False where some x passes and a larger one fails. */
  readonly monotone: boolean;
}

/**
 * The least x such that it and every larger x that was tried pass.
 *
 * Points in equal ratios over the whole range come first, so that a failure
 * above a success is seen; then the gap above the last failure is halved, in
 * ratio, down to the tolerance. What lies between two points is not known: an
 * island narrower than a gap of the first points can be missed.
 *
 * Holds for: any yes or no; the answer is the boundary where it has only one.
 *
 * @param search `from` > 0 and below `to`, `points` ≥ 2, `tolerance` 1e-9 … 1
 * @returns the least x, and all that was tried
 * @throws {OutOfRangeError} for a search outside those
 */
export function leastPassing({ from, to, points, tolerance, passes }: LeastPassingSearch): LeastPassing {
  requireRange('from', from, [Number.MIN_VALUE, Number.MAX_VALUE], '[1]');
  requireRange('to', to, [from, Number.MAX_VALUE], '[1]');
  requireRange('points', points, [2, 10_000], '[1]');
  requireRange('tolerance', tolerance, [1e-9, 1], '[1]');
  const tried: { x: number; passes: boolean }[] = [];
  const attempt = (x: number): boolean => {
    const answer = passes(x);
    tried.push({ x, passes: answer });
    return answer;
  };

  const ratio = Math.exp(Math.log(to / from) / (points - 1));
  for (let k = 0, x = from; k < points; k++, x *= ratio) attempt(k === points - 1 ? to : x);
  const last = tried.findLastIndex((point) => !point.passes);
  if (last === points - 1) return answerOf(NaN, to, tried);
  let failing = last < 0 ? NaN : tried[last]!.x;
  let passing = tried[last + 1]!.x;
  while (passing > failing * (1 + tolerance)) {
    const middle = Math.sqrt(passing * failing);
    if (attempt(middle)) passing = middle;
    else failing = middle;
  }
  return answerOf(passing, failing, tried);
}

function answerOf(least: number, lastFailing: number, tried: { x: number; passes: boolean }[]): LeastPassing {
  tried.sort((a, b) => a.x - b.x);
  const firstPass = tried.findIndex((point) => point.passes);
  const monotone = firstPass < 0 || tried.slice(firstPass).every((point) => point.passes);
  return { least, lastFailing, tried, monotone };
}
