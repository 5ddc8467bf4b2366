/**
 * Change-over between modes of a plant: free cooling, both, compressors alone.
 * A state machine whose transitions wait: a mode is left only when it has been
 * held long enough and the way out has been wanted for its delay. Advanced at
 * decision times, like a stager; what a transition depends on is the caller's.
 */

import { requireRange } from '../errors.ts';

export interface Transition<Mode extends string> {
  readonly from: Mode;
  readonly to: Mode;
  /** How long it must be wanted without a break [s], ≥ 0. */
  readonly delay: number;
}

export interface ChangeOverSettings<Mode extends string> {
  /** Where two are due at once, the one written first is taken. */
  readonly transitions: readonly Transition<Mode>[];
  /** No mode is left before it was held so long [s], ≥ 0. */
  readonly holdTime: number;
}

/** All that a change-over remembers, as plain data. Times in s. */
export interface ChangeOverState<Mode extends string> {
  readonly mode: Mode;
  readonly since: number;
  /** Since when each transition has been wanted; null while it is not, or its mode is another. */
  readonly wantedSince: readonly (number | null)[];
}

export interface ChangeOver<Mode extends string> {
  readonly mode: Mode;
  /**
   * The mode from now on.
   *
   * @param t now [s], never before the last decision
   * @param margins how far each transition is wanted: 0 and more is wanted; in the order of the settings
   */
  decide(t: number, margins: ArrayLike<number>): Mode;
  /** The earliest time after a decision at `t` when a delay or the hold time lets a change through, as things stand [s]; Infinity if none. */
  nextDecision(t: number): number;
  snapshot(): ChangeOverState<Mode>;
  restore(state: ChangeOverState<Mode>): void;
}

/**
 * A change-over, in a mode that it is free to leave.
 *
 *     due = max(wanted since + delay, mode since + holdTime)
 *
 * @param settings see `ChangeOverSettings`
 * @param initial the mode at first
 * @returns the change-over
 * @throws {OutOfRangeError} for a negative time
 */
export function changeOver<Mode extends string>(
  { transitions, holdTime }: ChangeOverSettings<Mode>,
  initial: Mode,
): ChangeOver<Mode> {
  requireRange('hold time', holdTime, [0, Number.MAX_VALUE], 's');
  for (const { from, to, delay } of transitions) {
    requireRange(`delay from ${from} to ${to}`, delay, [0, Number.MAX_VALUE], 's');
  }
  let mode = initial;
  let since = -Number.MAX_VALUE;
  const wantedSince: (number | null)[] = transitions.map(() => null);

  function due(i: number): number {
    const wanted = wantedSince[i]!;
    return wanted === null ? Infinity : Math.max(wanted + transitions[i]!.delay, since + holdTime);
  }

  function watch(t: number, margins: ArrayLike<number>): void {
    for (let i = 0; i < transitions.length; i++) {
      const wanted = transitions[i]!.from === mode && margins[i]! >= 0;
      wantedSince[i] = wanted ? (wantedSince[i] ?? t) : null;
    }
  }

  function decide(t: number, margins: ArrayLike<number>): Mode {
    watch(t, margins);
    for (let i = 0; i < transitions.length; i++) {
      if (!(t >= due(i))) continue;
      mode = transitions[i]!.to;
      since = t;
      wantedSince.fill(null);
      watch(t, margins);
      break;
    }
    return mode;
  }

  function nextDecision(t: number): number {
    let next = Infinity;
    for (let i = 0; i < transitions.length; i++) if (due(i) > t && due(i) < next) next = due(i);
    return next;
  }

  return {
    get mode() {
      return mode;
    },
    decide,
    nextDecision,
    snapshot: () => ({ mode, since, wantedSince: [...wantedSince] }),
    restore(state) {
      ({ mode, since } = state);
      for (let i = 0; i < wantedSince.length; i++) wantedSince[i] = state.wantedSince[i]!;
    },
  };
}
