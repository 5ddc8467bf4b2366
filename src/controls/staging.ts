/**
 * How many of some equal units run: staging by thresholds with delays and
 * minimum times. A state machine that is advanced at decision times; between
 * them nothing changes. Used for chillers, towers, pumps and CDUs.
 *
 * Leaves out which unit it is. A unit that is started must have stood longest
 * and one that is stopped must have run longest, or any other order: the
 * minimum times hold for each of them, because every start waits on the last stop
 * and every stop on the last start, whichever unit that was.
 */

import { requireRange } from '../errors.ts';

/** Between k and k + 1 units. */
export interface StagingStep {
  /** From k to k + 1 while the measured value is at or above this. */
  readonly up: number;
  /** From k + 1 to k while it is at or below this; below `up`, the dead band lies between. */
  readonly down: number;
}

export interface StagerSettings {
  /** Between 0 and 1, 1 and 2 and so on: as many as there are units. */
  readonly steps: readonly StagingStep[];
  /** How long the measured value must stand above `up`, or below `down` [s], ≥ 0. */
  readonly upDelay: number;
  readonly downDelay: number;
  /** No unit is stopped before it ran so long, none started before it stood so long [s], ≥ 0. */
  readonly minimumOnTime: number;
  readonly minimumOffTime: number;
  /** Units that always run, 0 … all; 0 if absent. */
  readonly minimumUnits?: number;
}

/** All that a stager remembers, as plain data. Times in s. */
export interface StagerState {
  readonly units: number;
  /** Since when the measured value stands above or below; null while it does not. */
  readonly aboveSince: number | null;
  readonly belowSince: number | null;
  readonly lastStart: number;
  readonly lastStop: number;
}

export interface Stager {
  readonly units: number;
  /**
   * Units that run from now on: one more or one less where there is a delay, never more than available.
   *
   * @param t now [s], never before the last decision
   * @param measured what the thresholds are of
   * @param available units that could run now; all if absent. A unit that fails stops at once, whatever its minimum time.
   */
  decide(t: number, measured: number, available?: number): number;
  /** The earliest time after a decision at `t` when a delay or a minimum time lets another one through, as things stand [s]; Infinity if none. */
  nextDecision(t: number): number;
  /** Distances beyond the two thresholds at hand, up first; where one turns from negative to 0 or more, or back, a decision is due. Negative where there is none. */
  margins(measured: number, into: Float64Array, offset: number): void;
  snapshot(): StagerState;
  restore(state: StagerState): void;
}

/** Long ago: no start or stop has been yet. JSON keeps it, unlike −Infinity. */
const never = -Number.MAX_VALUE;

/**
 * A stager, at rest with a number of units.
 *
 *     start: above `up` for upDelay,   and minimumOffTime since the last stop
 *     stop:  below `down` for downDelay, and minimumOnTime since the last start
 *
 * Every change begins both delays anew: two starts are at least upDelay apart.
 *
 * @param settings see `StagerSettings`
 * @param units that run at first, free to change
 * @returns the stager
 * @throws {OutOfRangeError} for a setting outside its range, a step without dead band, or thresholds that fall from step to step
 */
export function stager(settings: StagerSettings, units: number): Stager {
  const { steps, upDelay, downDelay, minimumOnTime, minimumOffTime, minimumUnits = 0 } = settings;
  requireSettings(settings, units);
  let [running, aboveSince, belowSince] = [units, null as number | null, null as number | null];
  let [lastStart, lastStop] = [never, never];

  const upMargin = (measured: number) => (running < steps.length ? measured - steps[running]!.up : -1);
  const downMargin = (measured: number) => (running > minimumUnits ? steps[running - 1]!.down - measured : -1);
  const startTime = () => (aboveSince === null ? Infinity : Math.max(aboveSince + upDelay, lastStop + minimumOffTime));
  const stopTime = () => (belowSince === null ? Infinity : Math.max(belowSince + downDelay, lastStart + minimumOnTime));

  /** Looks at the thresholds of the units that run now; `anew` after a change. */
  function watch(t: number, measured: number, anew: 'anew' | 'on'): void {
    aboveSince = upMargin(measured) >= 0 ? (anew === 'anew' ? t : (aboveSince ?? t)) : null;
    belowSince = downMargin(measured) >= 0 ? (anew === 'anew' ? t : (belowSince ?? t)) : null;
  }

  function change(t: number, measured: number, to: number): void {
    if (to > running) lastStart = t;
    else lastStop = t;
    running = to;
    watch(t, measured, 'anew');
  }

  function decide(t: number, measured: number, available = steps.length): number {
    watch(t, measured, 'on');
    if (running > available) change(t, measured, available);
    // More than one at a time only without a delay; the dead band keeps the two loops apart.
    while (t >= startTime() && running < available) change(t, measured, running + 1);
    while (t >= stopTime()) change(t, measured, running - 1);
    return running;
  }

  return {
    get units() {
      return running;
    },
    decide,
    nextDecision: (t) => Math.min(after(t, startTime()), after(t, stopTime())),
    margins(measured, into, offset) {
      into[offset] = upMargin(measured);
      into[offset + 1] = downMargin(measured);
    },
    snapshot: () => ({ units: running, aboveSince, belowSince, lastStart, lastStop }),
    restore(state) {
      ({ units: running, aboveSince, belowSince, lastStart, lastStop } = state);
    },
  };
}

/** A time that lies ahead; one that is past waits on something else, such as a unit that could run. */
function after(t: number, due: number): number {
  return due > t ? due : Infinity;
}

/**
 * Steps by the load, in units' capacities: one more where those that run have to give
 * more than a share of theirs, one less where the rest would have to give less than a smaller one.
 *
 *     up from k at load ≥ upShare k,   down to k at load ≤ downShare k,   k ≥ 1
 *
 * @param units how many there are, at least 1
 * @param upShare [1], above downShare
 * @param downShare [1], > 0
 * @param first the step between none and one [capacities of a unit]
 * @returns the steps
 * @throws {OutOfRangeError} for shares without a dead band between them
 */
export function loadSteps(units: number, upShare: number, downShare: number, first: StagingStep): StagingStep[] {
  requireRange('units', units, [1, Number.MAX_SAFE_INTEGER], '[1]');
  requireRange('down share', downShare, [Number.MIN_VALUE, upShare], '[1]');
  return Array.from({ length: units }, (_, k) => (k === 0 ? first : { up: upShare * k, down: downShare * k }));
}

function requireSettings({ steps, minimumUnits = 0, ...times }: StagerSettings, units: number): void {
  requireRange('minimum units', minimumUnits, [0, steps.length], '[1]');
  requireRange('units', units, [minimumUnits, steps.length], '[1]');
  for (const name of ['upDelay', 'downDelay', 'minimumOnTime', 'minimumOffTime'] as const) {
    requireRange(name, times[name], [0, Number.MAX_VALUE], 's');
  }
  steps.forEach(({ up, down }, k) => {
    requireRange(`dead band between ${k} and ${k + 1} units`, up - down, [Number.MIN_VALUE, Number.MAX_VALUE], '');
    if (k > 0) requireRange(`threshold from ${k} units up`, up, [steps[k - 1]!.up, Number.MAX_VALUE], '');
  });
}
