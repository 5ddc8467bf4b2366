/**
 * What the events of a scenario do and undo, as a list in time: each entry
 * changes what works, and says so.
 */

import type { Plant } from '../../plant/plant.ts';
import type { TransientEventValues } from '../../scenario/transient.ts';
import type { Action } from './action.ts';
import type { Disturbance } from './forcing.ts';
import { leakActions } from './leak-actions.ts';
import { hourStrikes, strikeHour } from './hour-strikes.ts';
import { generatorsWanted, inForce, spanOf } from './in-force.ts';
import { type Operations, type Running, startUnits } from './operations.ts';
import { powerReturns, restartTime } from './power-state.ts';
import type { TransientSettings } from './settings.ts';

/** What an event does at its beginning, and what undoes it. */
interface Deed {
  readonly says: string;
  begin(time: number): void;
  readonly undoes: string;
  end(time: number): void;
}

/** Actions in the order of time; those of one moment in the order of the file. */
export function actionsOf(plant: Plant, settings: TransientSettings, operations: Operations): readonly Action[] {
  const events = Object.entries(settings.values.events ?? {});
  const course = { plant, settings, operations, events: events.map(([, event]) => event) };
  const actions = events.flatMap(([name, event]): readonly Action[] => {
    if (event.leak !== undefined) return [];
    const deed = deedOf(event, course);
    const always = (act: (time: number) => void) => (time: number) => {
      act(time);
      return true;
    };
    const { from, to } = spanOf(event);
    const begin = { at: from, kind: 'event' as const, says: `${name}: ${deed.says}`, act: always(deed.begin) };
    const end = { at: to, kind: 'recovery' as const, says: `${name}: ${deed.undoes}`, act: always(deed.end) };
    return to < Infinity ? [begin, end] : [begin];
  });
  const strikes = hourStrikes(plant, settings).map((at) => ({
    at,
    kind: 'event' as const,
    says: 'storage is charged or discharged by the hour',
    act: (time: number) => strikeHour(plant, settings, time),
  }));
  return [...actions, ...leakActions(plant, settings, operations), ...generatorStarts(events, course), ...strikes]
    .map((action, place) => ({ action, place }))
    .sort((a, b) => a.action.at - b.action.at || a.place - b.place)
    .map(({ action }) => action);
}

/** What deeds work on. */
interface EventCourse {
  readonly plant: Plant;
  readonly settings: TransientSettings;
  readonly operations: Operations;
  readonly events: readonly TransientEventValues[];
}

function deedOf(event: TransientEventValues, course: EventCourse): Deed {
  const target = event.trip ?? event.stick ?? event.degrade ?? event.sensor;
  if (target !== undefined) return runningDeed(target, event, course);
  if (event.lose === 'utility') return utilityDeed(event, course);
  if (event.lose === 'generator') return generatorDeed(event, course);
  const what = event.load ?? event.swing ?? 'weather';
  return { says: `${what} changes`, begin: () => undefined, undoes: `${what} goes back`, end: () => undefined };
}

function utilityDeed(event: TransientEventValues, { plant, settings, operations, events }: EventCourse): Deed {
  const { boards } = operations;
  const comesBack = !inForce(events, spanOf(event).to).some(({ lose }) => lose === 'utility');
  return {
    says: 'utility lost',
    begin() {
      // Where generators carry, another loss of the utility takes nothing away.
      if (boards.utility) boards.mechanical = false;
      boards.utility = false;
    },
    undoes: comesBack ? 'utility back' : 'utility would be back, but for another event',
    end(time) {
      if (!comesBack) return;
      boards.utility = true;
      if (!boards.mechanical) powerReturns(plant, settings, operations, time);
    },
  };
}

function generatorDeed(event: TransientEventValues, { settings, operations, events }: EventCourse): Deed {
  const { boards } = operations;
  const start = settings.values.generatorStart;
  const carry = generatorsWanted(events).some(({ from, to }) => from + start < event.at && to === event.at);
  return {
    says: carry ? 'generators stop' : 'generators do not start',
    begin: () => void (boards.mechanical = boards.utility),
    undoes: 'generators could start again',
    end: () => undefined,
  };
}

/** Generators take the mechanical board, once they are started, unless the utility came back before. */
function generatorStarts(
  events: readonly (readonly [string, TransientEventValues])[],
  { plant, settings, operations, events: values }: EventCourse,
): readonly Action[] {
  const { boards } = operations;
  return generatorsWanted(values).flatMap(({ from, to }) => {
    const at = from + settings.values.generatorStart;
    const [name] = events.find(([, event]) => event.lose !== undefined && Object.values(spanOf(event)).includes(from))!;
    if (at >= to) return [];
    return {
      at,
      kind: 'recovery',
      says: `${name}: generators carry the boards`,
      act(time) {
        if (boards.utility || boards.mechanical) return false;
        powerReturns(plant, settings, operations, time);
        return true;
      },
    };
  });
}

function runningDeed(target: string, event: TransientEventValues, course: EventCourse): Deed {
  const { plant, settings, operations, events } = course;
  const running = operations.machines[target] ?? operations.movers[target]!;
  if (event.trip !== undefined) {
    const count = Math.min(event.count ?? running.units, running.units);
    return {
      says: `${count} of ${running.units} of ${target} stop`,
      begin(time) {
        const standing = standingBy(plant, target, running);
        running.tripped += count;
        if (standing > 0) startUnits(running, Math.min(count, standing), time + restartTime(plant, settings, target));
      },
      undoes: `${target} may start again`,
      end(time) {
        running.tripped -= count;
        startUnits(running, count, time + restartTime(plant, settings, target));
      },
    };
  }
  // Others may hold the same machine: what they do to it stays when this one ends.
  const [now, then] = [spanOf(event).from, spanOf(event).to].map((time) => faultsIn(inForce(events, time), target));
  const set = (faults: Faults) => () => void Object.assign(running, faults);
  const worn = (left: number) => `${target} is down to ${(left * 100).toFixed(0)} %`;
  const shows = (bias: number) => `the sensor of ${target} shows ${bias.toFixed(1)} K too much`;
  const deed = { begin: set(now!), end: set(then!) };
  if (event.stick !== undefined)
    return {
      ...deed,
      says: event.to === undefined ? `${target} sticks` : `${target} sticks at ${(event.to * 100).toFixed(0)} %`,
      undoes: `${target} ${then!.sticks ? 'sticks still' : 'moves again'}`,
    };
  if (event.degrade !== undefined)
    return { ...deed, says: worn(now!.left), undoes: then!.left < 1 ? worn(then!.left) : `${target} is whole again` };
  return {
    ...deed,
    says: shows(now!.bias),
    undoes: then!.bias === 0 ? `the sensor of ${target} is right again` : shows(then!.bias),
  };
}

/** Units in order that its stager lets stand. Those that run are the ones that trip, and these start in their place. */
function standingBy(plant: Plant, target: string, { units, tripped, returning }: Running): number {
  const staged = plant.machines.find(({ name }) => name === target)?.machine.transient?.staged;
  return staged === undefined ? 0 : units - tripped - returning - Math.round(plant.s[staged]!);
}

type Faults = Pick<Running, 'left' | 'sticks' | 'stuckAt' | 'bias'>;

/** What events do together to one machine or circuit: the least that is left of it, and what its sensor shows too much in all. */
function faultsIn(events: readonly TransientEventValues[], target: string): Faults {
  return {
    left: Math.min(1, ...events.flatMap((event) => (event.degrade === target ? [event.to!] : []))),
    sticks: events.some((event) => event.stick === target),
    stuckAt: events.findLast((event) => event.stick === target && event.to !== undefined)?.to ?? -1,
    bias: events.reduce((sum, event) => (event.sensor === target ? sum + event.bias! : sum), 0),
  };
}

/** What events do to weather and loads. */
export function disturbancesOf(settings: TransientSettings): readonly Disturbance[] {
  return Object.values(settings.values.events ?? {}).flatMap((event): readonly Disturbance[] => {
    const until = event.for === undefined ? Infinity : event.at + event.for;
    const span = { at: event.at, until, over: event.over };
    if (event.warm !== undefined) return [{ ...span, change: { what: 'dry bulb', by: event.warm } }];
    const load = event.load ?? event.swing;
    if (load === undefined) return [];
    const what = event.load === undefined ? 'swing' : 'load';
    return [{ ...span, change: { what, load, to: event.to!, frequency: event.frequency ?? 0 } }];
  });
}
