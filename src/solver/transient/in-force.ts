/**
 * Which events of a scenario are in force at a moment, and from when to when
 * generators are wanted and able: what several events do to one thing together.
 */

import type { TransientEventValues } from '../../scenario/transient.ts';

type Events = readonly TransientEventValues[];

/** From a moment on, and until another [s]. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function spanOf(event: TransientEventValues): Span {
  return { from: event.at, to: event.for === undefined ? Infinity : event.at + event.for };
}

/** Events in force at a moment [s]; one that ends at it is not. */
export function inForce(events: Events, time: number): Events {
  return events.filter((event) => {
    const { from, to } = spanOf(event);
    return from <= time && time < to;
  });
}

/** When the utility is lost and generators could run, in the order of time: at the end of a span one of the two is over. */
export function generatorsWanted(events: Events): readonly Span[] {
  const outage = (time: number) => inForce(events, time).some(({ lose }) => lose === 'utility');
  const able = (time: number) => !inForce(events, time).some(({ lose }) => lose === 'generator');
  const moments = events.flatMap((event) => (event.lose === undefined ? [] : Object.values(spanOf(event))));
  const wanted: Span[] = [];
  let from: number | undefined;
  for (const time of [...new Set(moments)].sort((a, b) => a - b)) {
    const is = time < Infinity && outage(time) && able(time);
    if (is) from ??= time;
    else if (from !== undefined) {
      wanted.push({ from, to: time });
      from = undefined;
    }
  }
  return from === undefined ? wanted : [...wanted, { from, to: Infinity }];
}
