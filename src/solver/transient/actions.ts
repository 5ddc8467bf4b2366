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
  const actions = Object.entries(settings.values.events ?? {}).flatMap(([name, event]) => {
    if (event.leak !== undefined) return [];
    const deed = deedOf(event, plant, settings, operations);
    const always = (act: (time: number) => void) => (time: number) => {
      act(time);
      return true;
    };
    const begin = { at: event.at, kind: 'event' as const, says: `${name}: ${deed.says}`, act: always(deed.begin) };
    const end =
      event.for === undefined
        ? []
        : [
            {
              at: event.at + event.for,
              kind: 'recovery' as const,
              says: `${name}: ${deed.undoes}`,
              act: always(deed.end),
            },
          ];
    const generators = event.lose === 'utility' ? [generatorStart(name, event, plant, settings, operations)] : [];
    return [begin, ...generators, ...end];
  });
  const strikes = hourStrikes(plant, settings).map((at) => ({
    at,
    kind: 'event' as const,
    says: 'storage is charged or discharged by the hour',
    act: (time: number) => strikeHour(plant, settings, time),
  }));
  return [...actions, ...leakActions(plant, settings, operations), ...strikes]
    .map((action, place) => ({ action, place }))
    .sort((a, b) => a.action.at - b.action.at || a.place - b.place)
    .map(({ action }) => action);
}

function deedOf(event: TransientEventValues, plant: Plant, settings: TransientSettings, operations: Operations): Deed {
  const target = event.trip ?? event.stick ?? event.degrade ?? event.sensor;
  if (target !== undefined) {
    const running = operations.machines[target] ?? operations.movers[target]!;
    return runningDeed(target, event, running, (time) => time + restartTime(plant, settings, target));
  }
  const { boards } = operations;
  if (event.lose === 'utility')
    return {
      says: 'utility lost',
      begin: () => void (boards.utility = boards.mechanical = false),
      undoes: 'utility back',
      end(time) {
        boards.utility = true;
        if (!boards.mechanical) powerReturns(plant, settings, operations, time);
      },
    };
  if (event.lose === 'generator')
    return {
      says: 'generators do not start',
      begin: () => void (boards.generator = false),
      undoes: 'generators could start again',
      end: () => void (boards.generator = true),
    };
  const what = event.load ?? event.swing ?? 'weather';
  return { says: `${what} changes`, begin: () => undefined, undoes: `${what} goes back`, end: () => undefined };
}

/** Generators take the mechanical board, unless the utility came back before or they do not start. */
function generatorStart(
  name: string,
  event: TransientEventValues,
  plant: Plant,
  settings: TransientSettings,
  operations: Operations,
): Action {
  const { boards } = operations;
  return {
    at: event.at + settings.values.generatorStart,
    kind: 'recovery',
    says: `${name}: generators carry the boards`,
    act(time) {
      if (boards.utility || boards.mechanical || !boards.generator) return false;
      powerReturns(plant, settings, operations, time);
      return true;
    },
  };
}

function runningDeed(
  target: string,
  event: TransientEventValues,
  running: Running,
  ready: (time: number) => number,
): Deed {
  if (event.trip !== undefined) {
    const count = Math.min(event.count ?? running.units, running.units);
    return {
      says: `${count} of ${running.units} of ${target} stop`,
      begin: () => void (running.tripped += count),
      undoes: `${target} may start again`,
      end(time) {
        running.tripped -= count;
        startUnits(running, count, ready(time));
      },
    };
  }
  if (event.stick !== undefined)
    return {
      says: `${target} sticks`,
      begin: () => void (running.sticks = true),
      undoes: `${target} moves again`,
      end: () => void (running.sticks = false),
    };
  if (event.degrade !== undefined)
    return {
      says: `${target} is down to ${(event.to! * 100).toFixed(0)} %`,
      begin: () => void (running.left = event.to!),
      undoes: `${target} is whole again`,
      end: () => void (running.left = 1),
    };
  return {
    says: `the sensor of ${target} shows ${event.bias!.toFixed(1)} K too much`,
    begin: () => void (running.bias = event.bias!),
    undoes: `the sensor of ${target} is right again`,
    end: () => void (running.bias = 0),
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
