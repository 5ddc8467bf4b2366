/**
 * What it does to the chips when units are out of order: how long they last,
 * and how many of them are lost after that. One transient for each state of the
 * plant, solved once.
 */

import { OutOfRangeError } from '../../errors.ts';
import { transientSimulation, type TransientSimulation } from '../../solver/transient/run.ts';
import type { GroupAnswer } from '../../solver/transient/answers.ts';
import { transientSettings } from '../../solver/transient/settings.ts';
import type { Case } from '../ridethrough/plant-change.ts';
import { assembleTransient } from '../transient-plant.ts';
import type { Component } from './component.ts';

export interface Consequence {
  /** From the failure to the first limit [s]; infinite where none is reached. */
  readonly timeToLimit: number;
  /** Chips not working once it is reached, beyond those that do not with all in order, as a number that does nothing [chip]. */
  readonly lostChips: number;
}

export interface Consequences {
  /** @param broken units out of order of every component, in their order */
  of(broken: readonly number[]): Consequence;
  readonly chips: number;
  /** Chips lost in this hour with all in order [chip]; above zero, every failure finds chips at their limit. */
  readonly lostInOrder: number;
  /** Transients solved. */
  count(): number;
}

/** How long a state is watched [s]; a limit that comes later counts as none. */
export const watchedTime = 3600;
/** When units stop [s]. */
const since = 10;
/** Lost chips below this part of all are rounding [1]. */
const noLoss = 1e-4;
const step = 30;

const harmless: Consequence = { timeToLimit: Infinity, lostChips: 0 };

/**
 * Consequences of a plant's states. A plant is taken to be coherent: what no
 * one notices with some units out of order, no one notices with fewer.
 */
export function consequencesOf(
  { prepared, transient }: Case,
  components: readonly Component[],
  onSolve: (count: number) => void,
): Consequences {
  const known = new Map<string, Consequence>();
  const unharmed: (readonly number[])[] = [];
  const chips = assembleTransient(prepared).chips.reduce((sum, { count }) => sum + count, 0);
  let solved = 0;

  /** What a state costs in all, that of the intact plant included. */
  function solve(broken: readonly number[]): Consequence {
    onSolve(++solved);
    const events = Object.fromEntries(
      components.flatMap(({ name }, i) =>
        broken[i]! > 0 ? [[`${name} out`, { at: since, trip: name, count: broken[i]!, over: 0 }]] : [],
      ),
    );
    const settings = transientSettings({ ...transient, duration: since + watchedTime, step, events });
    const plant = assembleTransient(prepared);
    const simulation = transientSimulation(plant, prepared.forcing, settings, () => undefined);
    const half = since + watchedTime / 2;
    const isInRange = reaches(simulation, half);
    const lostBefore = lostChipTime(simulation.run().groups);
    const isWhole = isInRange && reaches(simulation, since + watchedTime);
    const { groups } = simulation.run();
    // A plant whose coolant leaves the range of its properties cools no one who has reached a limit.
    const lostChips = isWhole
      ? (lostChipTime(groups) - lostBefore) / (watchedTime / 2)
      : plant.chips
          .filter(({ machine }) => groups.some((group) => group.name === machine && isAtLimit(group)))
          .reduce((sum, { count }) => sum + count, 0);
    const times = groups.flatMap(({ firstThrottle, shutdown }) => [firstThrottle, shutdown].filter((t) => t >= 0));
    const timeToLimit = Math.max(0, Math.min(...times) - since);
    return { timeToLimit, lostChips };
  }

  function of(broken: readonly number[]): Consequence {
    const key = broken.join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    const isCovered = unharmed.some((worse) => broken.every((count, i) => count <= worse[i]!));
    const found = isCovered ? harmless : added(solve(broken));
    if (found === harmless && !isCovered) unharmed.push(broken);
    known.set(key, found);
    return found;
  }

  function added({ timeToLimit, lostChips }: Consequence): Consequence {
    const more = lostChips - lostInOrder;
    return more > noLoss * chips ? { timeToLimit, lostChips: more } : harmless;
  }

  const inOrder = components.map(() => 0);
  const lostInOrder = solve(inOrder).lostChips;
  known.set(inOrder.join(' '), harmless);
  // One and two of everything at once: where that does no harm, a single run answers for hundreds of states.
  for (const most of [1, 2]) of(components.map(({ units }) => Math.min(most, units)));
  return { of, chips, lostInOrder, count: () => solved };
}

/** Goes on to a time; false where a property left its range on the way after chips had reached a limit. */
function reaches(simulation: TransientSimulation, until: number): boolean {
  try {
    simulation.advance(until);
    return true;
  } catch (error) {
    if (error instanceof OutOfRangeError && simulation.run().groups.some(isAtLimit)) return false;
    throw error;
  }
}

/** Whether a group throttled or switched off; both are NaN where they did not happen. */
function isAtLimit({ firstThrottle, shutdown }: Pick<GroupAnswer, 'firstThrottle' | 'shutdown'>): boolean {
  return firstThrottle >= 0 || shutdown >= 0;
}

function lostChipTime(groups: readonly { readonly lostChipTime: number }[]): number {
  return groups.reduce((sum, group) => sum + group.lostChipTime, 0);
}
