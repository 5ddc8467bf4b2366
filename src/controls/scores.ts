/**
 * How a signal was controlled over a run, from its samples as they come: travel,
 * starts, error. Nothing is stored but sums. Answers to a step stand in
 * `step-score.ts`.
 *
 * All that a score remembers is plain data, so that a run can be stopped and
 * gone on with. Used by the results of transient runs.
 */

/** A score over samples, which come in the order of time. */
export interface Score<State> {
  push(t: number, value: number): void;
  snapshot(): State;
  restore(state: State): void;
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

/** ∫ |e| of a straight line from e₀ to e₁; two triangles where it changes its sign. */
export function absoluteArea(first: number, last: number, duration: number): number {
  const [a, b] = [Math.abs(first), Math.abs(last)];
  return first * last < 0 ? (duration * (a * a + b * b)) / (2 * (a + b)) : (duration * (a + b)) / 2;
}
