/**
 * How well a signal was held about its set point while things happened to it,
 * from samples of its error as they come: nothing is stored but sums. Between
 * two samples the error is taken as a straight line. Used by the results of
 * transient runs.
 */

import { requireRange } from '../errors.ts';
import type { Score } from './scores.ts';

export interface BandState {
  readonly lastTime: number | null;
  readonly lastError: number;
  readonly farthestAbove: number;
  readonly farthestBelow: number;
  readonly timeOutside: number;
  /** When the error came back into the band last; null while it is outside. */
  readonly entered: number | null;
}

export interface BandScore extends Score<BandState> {
  /** Farthest above and below the set point, in the unit of the error, both ≥ 0. */
  readonly farthestAbove: number;
  readonly farthestBelow: number;
  /** How long |error| was more than the band [s]. */
  readonly timeOutside: number;
  /** From when on the error was inside the band for good; the first sample where it never left it, NaN while it is outside. */
  readonly settledAt: number;
}

/**
 * The score of an error against a band about zero.
 *
 * @param band half width of the band, in the unit of the error, > 0
 * @returns the score; `push` takes the error, value less set point
 * @throws {OutOfRangeError} for a band that is none
 */
export function bandScore(band: number): BandScore {
  requireRange('band', band, [Number.MIN_VALUE, Number.MAX_VALUE], '');
  let lastTime: number | null = null;
  let [lastError, farthestAbove, farthestBelow, timeOutside] = [0, 0, 0, 0];
  let entered: number | null = null;

  function push(t: number, error: number): void {
    farthestAbove = Math.max(farthestAbove, error);
    farthestBelow = Math.max(farthestBelow, -error);
    if (lastTime !== null) timeOutside += (t - lastTime) * shareOutside(lastError, error, band);
    if (Math.abs(error) > band) entered = null;
    else if (entered === null)
      entered = lastTime === null ? t : lastTime + (t - lastTime) * shareUntil(lastError, error, band);
    lastTime = t;
    lastError = error;
  }

  return {
    push,
    get farthestAbove() {
      return farthestAbove;
    },
    get farthestBelow() {
      return farthestBelow;
    },
    get timeOutside() {
      return timeOutside;
    },
    get settledAt() {
      return entered ?? NaN;
    },
    snapshot: () => ({ lastTime, lastError, farthestAbove, farthestBelow, timeOutside, entered }),
    restore(state) {
      ({ lastTime, lastError, farthestAbove, farthestBelow, timeOutside, entered } = state);
    },
  };
}

/** Part of a straight line from e₀ to e₁ that lies outside ±band. */
function shareOutside(e0: number, e1: number, band: number): number {
  const low = Math.min(e0, e1);
  const high = Math.max(e0, e1);
  if (high === low) return Math.abs(low) > band ? 1 : 0;
  const inside = Math.max(0, Math.min(high, band) - Math.max(low, -band));
  return 1 - inside / (high - low);
}

/** Part of a line from outside to inside that has passed when it enters. */
function shareUntil(e0: number, e1: number, band: number): number {
  const edge = e0 > 0 ? band : -band;
  return (edge - e0) / (e1 - e0);
}
