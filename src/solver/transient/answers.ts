/**
 * What a transient says of each rack group: when it throttled, switched off
 * and came back, how near it came, and the work that was lost.
 */

import type { Protection } from '../../machines/transient-behaviour.ts';
import type { PlacedMachine, Plant } from '../../plant/plant.ts';
import type { BindingCause } from './binding-cause.ts';

export interface LoggedEvent {
  /** What the scenario has happen, a limit that was passed, or what works again. */
  readonly kind: 'event' | 'limit' | 'recovery';
  /** [s] after the start */
  readonly time: number;
  readonly what: string;
  /** A limit that a plant must not pass, whatever its chips do. */
  readonly breaks?: true;
}

export interface GroupAnswer {
  readonly name: string;
  /** [s] after the start; NaN where it did not happen. */
  readonly firstThrottle: number;
  readonly shutdown: number;
  /** From when the group did all its work again until the end. */
  readonly recovery: number;
  /** Hottest junction [K], its time [s], and the limit less it [K]. */
  readonly hottestJunction: number;
  readonly hottestAt: number;
  readonly margin: number;
  /** Chips times the time that they did not work though they were asked [chip·s]. */
  readonly lostChipTime: number;
  /** Chips times the time that they were asked to work [chip·s]. */
  readonly askedChipTime: number;
  /** What stood in the way of its heat when it first throttled or switched off, or else when its chips were hottest; undefined where nothing did. */
  readonly cause: BindingCause | undefined;
}

/** Where the first throttle is told: searched for as a limit, or found between two samples. */
export type ThrottleFound = 'by itself' | 'between samples';

export interface GroupWatch {
  readonly name: string;
  readonly protection: Protection;
  readonly throttleFound: ThrottleFound;
  throttles(time: number, log: LoggedEvent[]): void;
  shutsDown(time: number, log: LoggedEvent[]): void;
  /** The slots stand at `time`, `width` after the last sample. */
  sample(time: number, width: number, log: LoggedEvent[]): void;
  answer(): GroupAnswer;
  save(): GroupSeen;
  restore(seen: GroupSeen): void;
}

/** What a watch remembers; null for what has not been. */
export interface GroupSeen {
  readonly throttle: number | null;
  readonly shutdown: number | null;
  readonly lostAt: number | null;
  readonly hottest: number;
  readonly hottestAt: number;
  readonly lost: number;
  readonly missing: number;
  readonly junction: number;
  readonly asked: number;
  readonly utilisation: number;
  readonly time: number;
  readonly cause: BindingCause | null;
  /** The hottest junction that the cause was looked for at [K]. */
  readonly causeAt: number;
}

/** Share of the work below which a group counts as not doing it [1]. */
const whole = 1e-3;
/** Rise of the hottest junction after which its cause is looked for anew [K]. */
const causeStep = 0.1;

/** How a group is watched. */
export interface WatchOptions {
  readonly throttleFound: ThrottleFound;
  /** What stands in the way of the group's heat as the slots and the state stand. */
  causeNow(): BindingCause | undefined;
}

export function groupWatch(
  plant: Plant,
  placed: PlacedMachine,
  protection: Protection,
  { throttleFound, causeNow }: WatchOptions,
): GroupWatch {
  const { s } = plant;
  const { name } = placed;
  const chips = plant.chips.find((report) => report.machine === name)?.count ?? 0;
  let seen: { -readonly [K in keyof GroupSeen]: GroupSeen[K] } = {
    throttle: null,
    shutdown: null,
    lostAt: null,
    hottest: 0,
    hottestAt: 0,
    lost: 0,
    missing: 0,
    junction: 0,
    asked: 0,
    utilisation: 0,
    time: 0,
    cause: null,
    causeAt: 0,
  };

  function throttles(time: number, log: LoggedEvent[]): void {
    if (seen.throttle !== null) return;
    seen.throttle = time;
    seen.cause = causeNow() ?? null;
    log.push({ kind: 'limit', time, what: `${name}: chips begin to throttle` });
  }

  /** The first throttle since the last sample, on a straight line between the two. */
  function throttleBetween(time: number, width: number, log: LoggedEvent[]): void {
    const junction = s[protection.junction]!;
    if (throttleFound === 'between samples' && seen.throttle === null && junction >= protection.throttleAt) {
      const part = width > 0 ? (protection.throttleAt - seen.junction) / (junction - seen.junction) : 1;
      throttles(time - width * (1 - Math.min(1, Math.max(0, part))), log);
    }
    seen.junction = junction;
  }

  return {
    name,
    protection,
    throttleFound,
    throttles,
    shutsDown(time, log) {
      if (seen.throttle === null && seen.shutdown === null) seen.cause = causeNow() ?? null;
      seen.shutdown ??= time;
      log.push({ kind: 'limit', time, what: `${name}: nodes switch off` });
    },
    sample(time, width, log) {
      throttleBetween(time, width, log);
      const asked = s[protection.utilisation]!;
      const missing = Math.max(0, asked - s[protection.delivered]!);
      seen.asked += 0.5 * width * (asked + seen.utilisation) * chips;
      seen.utilisation = asked;
      seen.lost += 0.5 * width * (missing + seen.missing) * chips;
      seen.missing = missing;
      if (missing > whole) seen.lostAt = time;
      seen.time = time;
      if (s[protection.junction]! > seen.hottest) {
        seen.hottest = s[protection.junction]!;
        seen.hottestAt = time;
      }
      if (seen.throttle === null && seen.shutdown === null && seen.hottest > seen.causeAt + causeStep) {
        seen.causeAt = seen.hottest;
        seen.cause = causeNow() ?? null;
      }
    },
    answer: () => ({
      name,
      firstThrottle: seen.throttle ?? NaN,
      shutdown: seen.shutdown ?? NaN,
      recovery: seen.lostAt !== null && seen.lostAt < seen.time ? seen.lostAt : NaN,
      hottestJunction: seen.hottest,
      hottestAt: seen.hottestAt,
      margin: protection.throttleAt - seen.hottest,
      lostChipTime: seen.lost,
      askedChipTime: seen.asked,
      cause: seen.cause ?? undefined,
    }),
    save: () => ({ ...seen }),
    restore(from) {
      seen = { ...from };
    },
  };
}
