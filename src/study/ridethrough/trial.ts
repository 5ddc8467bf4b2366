/**
 * One transient and what it says of the chips: whether they throttle or switch
 * off, when, how near they came, and whether their own coolant stood still.
 */

import type { Plant } from '../../plant/plant.ts';
import type { TransientEventValues } from '../../scenario/transient.ts';
import { solveTransient } from '../../solver/transient/run.ts';
import { transientSettings } from '../../solver/transient/settings.ts';
import { assembleTransient } from '../transient-plant.ts';
import type { Case } from './plant-change.ts';

export const limits = ['throttle', 'shutdown'] as const;
export type Limit = (typeof limits)[number];

/** What happened with regard to one limit. */
export interface Passage {
  readonly holds: boolean;
  /** From the failure to the first group at the limit [s]; 0 where one was before, NaN where it holds. */
  readonly timeToLimit: number;
  /** The limit less the hottest junction of the worst group [K]. */
  readonly margin: number;
  /** Group that was first, or came nearest. */
  readonly group: string;
}

export interface Trial {
  readonly throttle: Passage;
  readonly shutdown: Passage;
  /** Chips times time not worked [chip·s]. */
  readonly lostChipTime: number;
  /** The batteries ran out: everything on the UPS stopped, whatever the temperatures. */
  readonly batteriesEmpty: boolean;
  /** Limits in the order in which they were reached, after the failure [s]; 0 for what was before. */
  readonly reached: readonly { readonly time: number; readonly what: string }[];
  /** Circuits whose loads lost their flow with the failure, before the first limit was reached. */
  readonly stalled: readonly string[];
  /** The longest step of the results [s], at which flows were looked at. */
  readonly step: number;
}

/** Results are not kept, so they need no finer step [s] than this to see flows. */
const coarsest = 2;
/** Flow over the design flow below which a circuit counts as standing still [1]. */
const standstill = 0.15;

/**
 * Runs a case through failures alone; events of its own scenario that were not
 * asked for stay away.
 *
 * @param since when the first failure begins [s]
 */
export function trial(
  { prepared, transient }: Case,
  failures: Readonly<Record<string, TransientEventValues>>,
  since: number,
): Trial {
  const plant = assembleTransient(prepared);
  const step = Math.max(transient.step, coarsest);
  const settings = transientSettings({ ...transient, step, events: failures });
  const standing = new Map<string, number>();
  const run = solveTransient(plant, prepared.forcing, settings, (time) => {
    for (const { name, slots, design } of plant.circuits) {
      const flow = plant.s[slots.loadFlow]!;
      if (flow < standstill * design.flow && !standing.has(name)) standing.set(name, time);
    }
  });
  const throttle = passage(plant, run.groups, since, 'throttle');
  const shutdown = passage(plant, run.groups, since, 'shutdown');
  const first = since + (throttle.holds ? Infinity : throttle.timeToLimit);
  return {
    throttle,
    shutdown,
    lostChipTime: run.groups.reduce((sum, group) => sum + group.lostChipTime, 0),
    batteriesEmpty: run.log.some(({ what }) => what.startsWith('batteries are empty')),
    reached: run.log.flatMap(({ kind, time, what }) =>
      kind === 'limit' ? [{ time: Math.max(0, time - since), what }] : [],
    ),
    stalled: [...standing].flatMap(([name, time]) => (time > since && time <= first + step ? [name] : [])),
    step,
  };
}

type Groups = ReturnType<typeof solveTransient>['groups'];

function passage(plant: Plant, groups: Groups, since: number, limit: Limit): Passage {
  const seen = groups.map((group) => {
    const placed = plant.machines.find(({ name }) => name === group.name)!;
    const { throttleAt, shutdownAt } = placed.machine.transient!.protection!;
    // Nodes that are off do not work either, whatever switched them off.
    const at = limit === 'throttle' ? earliest(group.firstThrottle, group.shutdown) : group.shutdown;
    const temperature = limit === 'throttle' ? throttleAt : shutdownAt;
    return { group: group.name, timeToLimit: Math.max(0, at - since), margin: temperature - group.hottestJunction };
  });
  const reached = seen.filter(({ timeToLimit }) => !Number.isNaN(timeToLimit));
  if (reached.length > 0) {
    const first = reached.reduce((a, b) => (b.timeToLimit < a.timeToLimit ? b : a));
    const margin = Math.min(...seen.map((one) => one.margin));
    return { holds: false, timeToLimit: first.timeToLimit, margin, group: first.group };
  }
  const nearest = seen.reduce((a, b) => (b.margin < a.margin ? b : a), {
    group: '',
    timeToLimit: NaN,
    margin: Infinity,
  });
  return { holds: true, timeToLimit: NaN, margin: nearest.margin, group: nearest.group };
}

/** The smaller of two times, of which either may be NaN: it did not happen. */
function earliest(a: number, b: number): number {
  if (Number.isNaN(a)) return b;
  return b < a ? b : a;
}
