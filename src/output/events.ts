/**
 * Events of a run in words: stretches of one cause of one owner are put
 * together, with their hours in all and the worst of them.
 */

import type { RunEvent } from '../results/columns.ts';
import { formatQuantity, type UnitSystem } from '../units.ts';
import { hourText } from './hour-stamp.ts';

/** Everything that happened to one owner from one cause. */
export interface EventSummary {
  readonly owner: string;
  readonly cause: string;
  readonly gravity: RunEvent['gravity'];
  readonly quantity: RunEvent['quantity'];
  /** Steps in all, stretches in all. */
  readonly steps: number;
  readonly stretches: number;
  readonly worst: number;
  readonly worstStep: number;
}

const gravities: readonly RunEvent['gravity'][] = ['limit', 'float', 'note'];

/** Summaries, the gravest first and of those the longest. */
export function eventSummaries(events: readonly RunEvent[]): readonly EventSummary[] {
  const summaries = new Map<string, EventSummary>();
  for (const event of events) {
    const key = JSON.stringify([event.owner, event.cause]);
    const known = summaries.get(key);
    const isWorst = known === undefined || Math.abs(event.worst) > Math.abs(known.worst);
    summaries.set(key, {
      owner: event.owner,
      cause: event.cause,
      gravity: event.gravity,
      quantity: event.quantity,
      steps: (known?.steps ?? 0) + event.lastStep - event.firstStep + 1,
      stretches: (known?.stretches ?? 0) + 1,
      worst: isWorst ? event.worst : known.worst,
      worstStep: isWorst ? event.worstStep : known.worstStep,
    });
  }
  return [...summaries.values()].sort(
    (a, b) => gravities.indexOf(a.gravity) - gravities.indexOf(b.gravity) || b.steps - a.steps,
  );
}

/** `chiller: supply temperature floats, 14 h, at worst 3.2 K on Jul 14, 15:00–16:00 (hour 4672)`. */
export function eventText(summary: EventSummary, system: UnitSystem): string {
  const worst = formatQuantity(summary.worst, summary.quantity, system);
  return `${summary.owner}: ${summary.cause}, ${summary.steps} h, at worst ${worst} on ${hourText(summary.worstStep)}`;
}
