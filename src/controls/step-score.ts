/**
 * How well a signal answered a step of its set point, from its samples as they
 * come: nothing is stored but sums. Between two samples the signal is taken as
 * a straight line. Used by the results of transient runs.
 */

import { requireRange } from '../errors.ts';
import { absoluteArea, type Score } from './scores.ts';

export interface StepSettings {
  /** When the set point steps, and from what to what. */
  readonly time: number;
  readonly from: number;
  readonly to: number;
  /** Half width of the band around `to` in which the signal counts as settled, > 0. */
  readonly band: number;
}

export interface StepState {
  readonly lastTime: number | null;
  readonly lastValue: number;
  /** Farthest beyond the new set point, in the direction of the step. */
  readonly farthest: number;
  /** When the band was entered last; null while the signal is outside. */
  readonly entered: number | null;
  readonly absoluteErrorIntegral: number;
}

export interface StepScore extends Score<StepState> {
  /** Farthest beyond the set point in the direction of the step, in the unit of the signal; 0 where it never got there. */
  readonly overshoot: number;
  /** The same over the size of the step [1]. */
  readonly overshootFraction: number;
  /** From the step until the signal was inside the band for good [s]; Infinity while it is outside. */
  readonly settlingTime: number;
  /** ∫ |value − to| dt from the step on, in the unit of the signal times s. */
  readonly absoluteErrorIntegral: number;
}

/**
 * The score of an answer to a step of the set point.
 *
 * Samples before the step are passed over; one is wanted at the step itself. An overshoot
 * between samples is not seen: sample finer than the fastest oscillation.
 *
 * @param settings see `StepSettings`
 * @returns the score
 * @throws {OutOfRangeError} for a band that is none, or a step of no size
 */
export function stepScore(settings: StepSettings): StepScore {
  const { time, from, to, band } = settings;
  requireRange('band', band, [Number.MIN_VALUE, Number.MAX_VALUE], '');
  requireRange('size of the step', Math.abs(to - from), [Number.MIN_VALUE, Number.MAX_VALUE], '');
  const direction = Math.sign(to - from);
  let lastTime: number | null = null;
  let [lastValue, farthest, absoluteErrorIntegral] = [0, 0, 0];
  let entered: number | null = null;

  function push(t: number, value: number): void {
    if (!(t >= time)) return;
    farthest = Math.max(farthest, direction * (value - to));
    const error = Math.abs(value - to);
    if (error > band) entered = null;
    else if (entered === null) entered = lastTime === null ? t : entryTime(lastTime, lastValue, t, value, to, band);
    if (lastTime !== null) absoluteErrorIntegral += absoluteArea(lastValue - to, value - to, t - lastTime);
    lastTime = t;
    lastValue = value;
  }

  return {
    push,
    get overshoot() {
      return farthest;
    },
    get overshootFraction() {
      return farthest / Math.abs(to - from);
    },
    get settlingTime() {
      return entered === null ? Infinity : entered - time;
    },
    get absoluteErrorIntegral() {
      return absoluteErrorIntegral;
    },
    snapshot: () => ({ lastTime, lastValue, farthest, entered, absoluteErrorIntegral }),
    restore(state) {
      ({ lastTime, lastValue, farthest, entered, absoluteErrorIntegral } = state);
    },
  };
}

/** When the straight line between two samples enters the band that the second lies in. */
function entryTime(t0: number, y0: number, t1: number, y1: number, middle: number, band: number): number {
  const edge = y0 > middle ? middle + band : middle - band;
  return t0 + ((edge - y0) / (y1 - y0)) * (t1 - t0);
}
