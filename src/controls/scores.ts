/**
 * How well a signal was controlled, from its samples as they come: nothing is
 * stored but sums. Between two samples the signal is taken as a straight line.
 *
 * All that a score remembers is plain data, so that a run can be stopped and
 * gone on with. Used by the results of transient runs.
 */

import { requireRange } from '../errors.ts';

/** A score over samples, which come in the order of time. */
export interface Score<State> {
  push(t: number, value: number): void;
  snapshot(): State;
  restore(state: State): void;
}

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

/** ∫ |e| of a straight line from e₀ to e₁; two triangles where it changes its sign. */
function absoluteArea(first: number, last: number, duration: number): number {
  const [a, b] = [Math.abs(first), Math.abs(last)];
  return first * last < 0 ? (duration * (a * a + b * b)) / (2 * (a + b)) : (duration * (a + b)) / 2;
}

export interface TravelState {
  readonly last: number | null;
  readonly travel: number;
}

export interface TravelScore extends Score<TravelState> {
  /** Σ |Δy|, in the unit of the signal. */
  readonly travel: number;
}

/** How far a valve or drive has moved to and fro: what wears it out. */
export function travelScore(): TravelScore {
  let last: number | null = null;
  let travel = 0;
  return {
    push(_, value) {
      if (last !== null) travel += Math.abs(value - last);
      last = value;
    },
    get travel() {
      return travel;
    },
    snapshot: () => ({ last, travel }),
    restore(state) {
      ({ last, travel } = state);
    },
  };
}

export interface StartsState {
  readonly firstTime: number | null;
  readonly lastTime: number;
  readonly lastUnits: number;
  readonly starts: number;
}

export interface StartsScore extends Score<StartsState> {
  /** Units started since the first sample. */
  readonly starts: number;
  /** Starts per hour since the first sample [1/h]; NaN before time has passed. */
  readonly startsPerHour: number;
}

const secondsPerHour = 3600;

/** How often units were started; the value is how many run. */
export function startsScore(): StartsScore {
  let firstTime: number | null = null;
  let [lastTime, lastUnits, starts] = [0, 0, 0];
  return {
    push(t, units) {
      if (firstTime === null) firstTime = t;
      else starts += Math.max(0, units - lastUnits);
      lastTime = t;
      lastUnits = units;
    },
    get starts() {
      return starts;
    },
    get startsPerHour() {
      return firstTime === null ? NaN : (starts * secondsPerHour) / (lastTime - firstTime);
    },
    snapshot: () => ({ firstTime, lastTime, lastUnits, starts }),
    restore(state) {
      ({ firstTime, lastTime, lastUnits, starts } = state);
    },
  };
}

export interface ErrorState {
  readonly lastTime: number | null;
  readonly lastError: number;
  readonly absoluteErrorIntegral: number;
  readonly largest: number;
}

export interface ErrorScore extends Score<ErrorState> {
  /** ∫ |e| dt, in the unit of the error times s. */
  readonly absoluteErrorIntegral: number;
  /** max |e| */
  readonly largest: number;
}

/** How far a signal was from its set point, whatever that did; the value is the error. */
export function errorScore(): ErrorScore {
  let lastTime: number | null = null;
  let [lastError, absoluteErrorIntegral, largest] = [0, 0, 0];
  return {
    push(t, error) {
      if (lastTime !== null) absoluteErrorIntegral += absoluteArea(lastError, error, t - lastTime);
      largest = Math.max(largest, Math.abs(error));
      lastTime = t;
      lastError = error;
    },
    get absoluteErrorIntegral() {
      return absoluteErrorIntegral;
    },
    get largest() {
      return largest;
    },
    snapshot: () => ({ lastTime, lastError, absoluteErrorIntegral, largest }),
    restore(state) {
      ({ lastTime, lastError, absoluteErrorIntegral, largest } = state);
    },
  };
}
