/**
 * What a transient says of each rack group: when it throttled, switched off
 * and came back, how near it came, and the work that was lost.
 */

import type { Protection } from '../../machines/transient-behaviour.ts';
import type { PlacedMachine, Plant } from '../../plant/plant.ts';

export interface LoggedEvent {
  /** [s] after the start */
  readonly time: number;
  readonly what: string;
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
}

export interface GroupWatch {
  readonly name: string;
  readonly protection: Protection;
  throttles(time: number, log: LoggedEvent[]): void;
  shutsDown(time: number, log: LoggedEvent[]): void;
  /** The slots stand at `time`, `width` after the last sample. */
  sample(time: number, width: number): void;
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
  readonly time: number;
}

/** Share of the work below which a group counts as not doing it [1]. */
const whole = 1e-3;

export function groupWatch(plant: Plant, placed: PlacedMachine, protection: Protection): GroupWatch {
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
    time: 0,
  };
  return {
    name,
    protection,
    throttles(time, log) {
      if (seen.throttle === null) {
        seen.throttle = time;
        log.push({ time, what: `${name}: chips begin to throttle` });
      }
    },
    shutsDown(time, log) {
      seen.shutdown ??= time;
      log.push({ time, what: `${name}: nodes switch off` });
    },
    sample(time, width) {
      const missing = Math.max(0, s[protection.utilisation]! - s[protection.delivered]!);
      seen.lost += 0.5 * width * (missing + seen.missing) * chips;
      seen.missing = missing;
      if (missing > whole) seen.lostAt = time;
      seen.time = time;
      if (s[protection.junction]! > seen.hottest) {
        seen.hottest = s[protection.junction]!;
        seen.hottestAt = time;
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
    }),
    save: () => ({ ...seen }),
    restore(from) {
      seen = { ...from };
    },
  };
}
