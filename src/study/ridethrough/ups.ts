/**
 * What the UPS must carry, and for how long, when the utility is lost: least
 * seconds of battery, what each mover and machine gains alone on the UPS, and
 * the smallest set that keeps the chips below a limit.
 */

import { leastPassing } from '../../numerics/least-passing.ts';
import { type Case, switchables, withBatteries, withSupplied } from './plant-change.ts';
import type { Limit, Trial } from './trial.ts';
import type { Trials } from './trials.ts';
import { leastVolume } from './volume.ts';

export interface BoardTried {
  /** What hangs on the UPS, all else on the mechanical board; IT stays as it is. */
  readonly onUps: readonly string[];
  readonly trial: Trial;
}

export interface SetAnswer {
  readonly limit: Limit;
  /** Smallest set found; undefined where not even all of them hold. */
  readonly onUps: readonly string[] | undefined;
  /** Whether every smaller set was tried. */
  readonly isSmallest: boolean;
}

export interface SetVolume {
  readonly onUps: readonly string[];
  /** Least supply volume beside it [m³]; NaN where none holds. */
  readonly volume: number;
}

export interface UpsFindings {
  readonly because: string | undefined;
  /** Least time of the batteries at their design load as the boards are [s], by limit; NaN where none holds. */
  readonly seconds: readonly { readonly limit: Limit; readonly least: number; readonly monotone: boolean }[];
  readonly batteries: readonly { readonly ups: number; readonly trial: Trial }[];
  readonly none: BoardTried | undefined;
  readonly alone: readonly BoardTried[];
  readonly sets: readonly SetAnswer[];
  readonly volumes: readonly SetVolume[];
}

/** Relative tolerance of the seconds [1], and the range that is tried [s]. */
export const secondsTolerance = 0.02;
const secondsRange = { from: 1, to: 3600, points: 7 } as const;

export function upsFindings(trials: Trials, limits: readonly Limit[], buffer: string | undefined): UpsFindings {
  if (!trials.failures.some(({ event }) => event.lose === 'utility')) {
    const because = 'the utility is not lost in this failure; the UPS has nothing to carry';
    return { because, seconds: [], batteries: [], none: undefined, alone: [], sets: [], volumes: [] };
  }
  const batteries = new Map<number, Trial>();
  const passes = (limit: Limit) => (ups: number) => {
    const known = batteries.get(ups) ?? trials.run(withBatteries(trials.base, ups));
    batteries.set(ups, known);
    return known[limit].holds;
  };
  const seconds = limits.map((limit) => ({
    limit,
    ...leastPassing({ ...secondsRange, tolerance: secondsTolerance, passes: passes(limit) }),
  }));
  const names = switchables(trials.plant).map(({ name }) => name);
  const known = new Map<string, BoardTried>();
  const withUps = (onUps: readonly string[]): BoardTried => {
    const key = onUps.toSorted().join(' ');
    const tried = known.get(key) ?? { onUps, trial: trials.run(caseOf(trials, names, onUps)) };
    known.set(key, tried);
    return tried;
  };
  const alone = names.map((name) => withUps([name]));
  const sets = limits.map((limit) => smallestSet(limit, names, withUps));
  return {
    because: undefined,
    seconds,
    batteries: [...batteries].toSorted(([a], [b]) => a - b).map(([ups, tried]) => ({ ups, trial: tried })),
    none: withUps([]),
    alone,
    sets,
    volumes: buffer === undefined ? [] : volumesBeside(trials, names, sets[0]!, { alone, buffer }),
  };
}

function caseOf(trials: Trials, names: readonly string[], onUps: readonly string[]): Case {
  return withSupplied(trials.base, names, onUps);
}

/** None, one, two; beyond that all, less what can be left out one after the other. */
function smallestSet(
  limit: Limit,
  names: readonly string[],
  withUps: (onUps: readonly string[]) => BoardTried,
): SetAnswer {
  const holds = (onUps: readonly string[]) => withUps(onUps).trial[limit].holds;
  if (holds([])) return { limit, onUps: [], isSmallest: true };
  const ranked = names.toSorted((a, b) => better(withUps([b]).trial, withUps([a]).trial, limit));
  const single = ranked.find((name) => holds([name]));
  if (single !== undefined) return { limit, onUps: [single], isSmallest: true };
  if (!holds(names)) return { limit, onUps: undefined, isSmallest: true };
  const pairs = ranked.flatMap((a, i) => ranked.slice(i + 1).map((b) => [a, b]));
  const pair = pairs.find((two) => holds(two));
  if (pair !== undefined) return { limit, onUps: pair, isSmallest: true };
  // The least useful alone are left out first.
  let kept: readonly string[] = names;
  for (const name of ranked.toReversed()) {
    const without = kept.filter((other) => other !== name);
    if (holds(without)) kept = without;
  }
  return { limit, onUps: kept, isSmallest: kept.length <= 3 };
}

/** Above zero where `a` does better than `b`. */
function better(a: Trial, b: Trial, limit: Limit): number {
  const worth = ({ [limit]: { holds, margin, timeToLimit } }: Trial) => (holds ? 1e6 + margin : timeToLimit);
  return worth(a) - worth(b);
}

/** A tank instead of batteries: what the buffer needs with nothing, with the best alone and with the answer on the UPS. */
function volumesBeside(
  trials: Trials,
  names: readonly string[],
  { limit, onUps: answer }: SetAnswer,
  { alone, buffer }: { readonly alone: readonly BoardTried[]; readonly buffer: string },
): readonly SetVolume[] {
  const best = alone.toSorted((a, b) => better(b.trial, a.trial, limit))[0]?.onUps ?? [];
  const sets = [[], best, answer ?? names];
  const distinct = sets.filter((set, i) => sets.findIndex((other) => other.join(' ') === set.join(' ')) === i);
  return distinct.map((onUps) => ({
    onUps,
    volume: leastVolume(trials, caseOf(trials, names, onUps), buffer, limit),
  }));
}
