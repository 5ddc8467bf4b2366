/**
 * When, inside a step, the first of several functions of time changes its sign.
 *
 * For events that the state brings about: a limit reached, a tank empty. The
 * functions read an interpolant of the step, so they are cheap and smooth.
 */

import { NotConvergedError, requireRange } from '../errors.ts';
import { bracketedRoot } from './bracketed-root.ts';

export interface Crossing {
  /** Which of the functions. */
  readonly event: number;
  /** The first time found at which the function has its new sign, or is 0 [s]. */
  readonly time: number;
  /** Rising or falling through 0. */
  readonly sign: 1 | -1;
}

export interface EventSearch {
  /** The whole stretch [s]. */
  readonly from: number;
  readonly to: number;
  /** How late the answer may be [s], > 0 or as near as numbers go. */
  readonly tolerance: number;
  /** Pieces of equal length, at whose ends each function is looked at [1], ≥ 1. */
  readonly pieces: number;
}

/**
 * The earliest change of sign among functions of time.
 *
 * Each function is looked at at the ends of equal pieces; in the first piece over
 * which it changes sign the change is closed in upon. To come to 0 is a change; to
 * leave it is none, so that an event just dealt with is not found again. The time
 * told is on the far side of the change: a new start from there sees the new sign.
 *
 * Holds for: continuous functions. Two changes inside one piece are not seen; two in
 * different pieces are, and the first is told. Allocates nothing where nothing changes.
 *
 * @param functions each of a time within the stretch
 * @returns the earliest change, the lower number first at the same time; undefined if there is none
 * @throws {NotConvergedError} if a function is not a number
 * @throws {OutOfRangeError} for a stretch or pieces that are none
 */
export function firstCrossing(
  functions: readonly ((t: number) => number)[],
  search: EventSearch,
): Crossing | undefined {
  const { from, to, tolerance, pieces } = search;
  if (!(to >= from && tolerance >= 0 && pieces >= 1)) requireSearch(search);
  let first: Crossing | undefined;
  let last = to;
  for (let event = 0; event < functions.length; event++) {
    const f = functions[event];
    let before = from;
    let sign = signAt(f, from, event);
    for (let piece = 1; piece <= pieces && before < last; piece++) {
      const after = piece === pieces ? to : from + ((to - from) * piece) / pieces;
      const next = signAt(f, after, event);
      if (sign !== 0 && next !== sign) {
        const time = next === 0 ? after : farSide(f, before, after, tolerance);
        if (first === undefined || time < first.time) first = { event, time, sign: sign < 0 ? 1 : -1 };
        last = first.time;
        break;
      }
      sign = next;
      before = after;
    }
  }
  return first;
}

function requireSearch({ from, to, tolerance, pieces }: EventSearch): void {
  requireRange('end of a search for events', to, [from, Number.MAX_VALUE], 's');
  requireRange('tolerance of an event', tolerance, [0, Number.MAX_VALUE], 's');
  requireRange('pieces of a search for events', pieces, [1, Number.MAX_VALUE], '[1]');
}

function signAt(f: (t: number) => number, t: number, event: number): number {
  const value = f(t);
  if (Number.isNaN(value)) {
    throw new NotConvergedError('an event cannot be looked for', [
      { owner: `event ${event}`, equation: `g(${t} s)`, value, unit: '' },
    ]);
  }
  return Math.sign(value);
}

/** A time of the sign of f(b), not later than the change by more than about the tolerance. */
function farSide(f: (t: number) => number, a: number, b: number, tolerance: number): number {
  const wanted = Math.sign(f(b));
  // The bracket's half width is a third, its other end then within the tolerance.
  let time = bracketedRoot(f, a, b, tolerance / 3);
  let stride = Math.max(tolerance / 3, Number.EPSILON * Math.abs(time), Number.MIN_VALUE);
  while (time < b && Math.sign(f(time)) !== wanted) {
    time = Math.min(b, time + stride);
    stride *= 2;
  }
  return time;
}
