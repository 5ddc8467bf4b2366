/**
 * What happens by the clock in a transient: events, machines that may start
 * again, nodes that come back, stages whose delay is over.
 */

import type { Plant } from '../../plant/plant.ts';
import { actionsOf } from './actions.ts';
import type { LoggedEvent } from './answers.ts';
import type { TransientForcing } from './forcing.ts';
import { strikeHour } from './hour-strikes.ts';
import { type Operations, unitsArrive } from './operations.ts';
import type { TransientSettings } from './settings.ts';
import type { Course } from './snapshot.ts';
import type { TransientSystem } from './system.ts';

export interface TransientClock {
  /** Does what is due; whether the equations are others from now on. */
  act(now: number): boolean;
  /** The run goes on from a moment at which it was stopped, its course restored. */
  takeUp(time: number): void;
  /** The next moment at which something changes by the clock, at most `until` and `longest` from now. */
  nextStop(now: number, until: number, longest: number): number;
}

export interface Clocked {
  readonly plant: Plant;
  readonly settings: TransientSettings;
  readonly operations: Operations;
  readonly system: TransientSystem;
  readonly outside: TransientForcing;
  readonly course: Course;
  readonly log: LoggedEvent[];
}

export function transientClock(clocked: Clocked): TransientClock {
  const { plant, settings, operations, system, outside, course, log } = clocked;
  const actions = actionsOf(plant, settings, operations);
  const runnings = [...Object.values(operations.machines), ...Object.values(operations.movers)];
  /** Breaks that are behind. */
  const memory = { breaks: 0 };

  function act(now: number): boolean {
    let acted = false;
    for (; course.nextAction < actions.length && actions[course.nextAction]!.at <= now + 1e-12; course.nextAction++) {
      const action = actions[course.nextAction]!;
      if (action.act(now)) log.push({ kind: action.kind, time: now, what: action.says });
      acted = true;
    }
    if (unitsArrive(runnings, now)) acted = true;
    for (const name in operations.off) {
      const at = operations.off[name];
      if (at === null || at === undefined || at > now) continue;
      delete operations.off[name];
      log.push({ kind: 'recovery', time: now, what: `${name}: nodes are back at work` });
      acted = true;
    }
    course.lookedAt = now;
    outside.enter(now);
    return acted;
  }

  function nextStop(now: number, until: number, longest: number): number {
    let next = Math.min(
      until,
      now + longest,
      now + outside.longestStep(now),
      actions[course.nextAction]?.at ?? Infinity,
    );
    for (let i = 0; i < runnings.length; i++) next = sooner(next, runnings[i]!.readyAt, now);
    for (const name in operations.off) next = sooner(next, operations.off[name], now);
    for (let i = 0; i < system.sources.length; i++) next = sooner(next, system.sources[i]!.nextDecision(now), now);
    return sooner(next, nextBreak(now), now);
  }

  function nextBreak(now: number): number {
    const { breaks } = outside;
    while (memory.breaks > 0 && breaks[memory.breaks - 1]! > now + 1e-12) memory.breaks--;
    while (memory.breaks < breaks.length && breaks[memory.breaks]! <= now + 1e-12) memory.breaks++;
    return breaks[memory.breaks] ?? Infinity;
  }

  function takeUp(time: number): void {
    outside.enter(course.lookedAt);
    strikeHour(plant, settings, time);
  }

  return { act, takeUp, nextStop };
}

/** The sooner of two moments, the second only where it is one and still to come. */
function sooner(next: number, time: number | null | undefined, now: number): number {
  return time !== null && time !== undefined && time > now && time < next ? time : next;
}
