/**
 * Failures and repairs drawn from their rates, and what they cost, year after
 * year. Units fail and are repaired independently but for common causes;
 * each broken unit has a crew of its own.
 *
 *     rate of one more broken    (n − j)(1 − β) λ
 *     rate of all broken         β λ
 *     rate of one repaired       j / τ
 *
 * A state that harms does so only after its time to the limit: the shares of
 * that time spent in harmful states one after the other are added, and at one
 * the limit is reached.
 */

import type { Stream } from '../../scenario/weather/seeded-noise.ts';
import type { Component } from './component.ts';
import type { Consequence } from './consequence.ts';

/** What was lost in a stretch of time. */
export interface Losses {
  /** Time in which chips stood at a limit [s]. */
  below: number;
  /** Time in states that would reach one if they lasted [s]. */
  harmful: number;
  /** Times that a limit was reached. */
  outages: number;
  /** [chip·s] */
  lostChipTime: number;
  /** Time below capacity with at least one unit of a component out of order, by component [s]. */
  readonly belowWith: number[];
  /** Failures of units, common causes as one. */
  failures: number;
}

export interface Course {
  /** Goes on for a time [s] and says what was lost in it. */
  advance(time: number): Losses;
}

/** A plant with all units in order. */
export function failureCourse(
  components: readonly Component[],
  consequence: (broken: readonly number[]) => Consequence,
  uniform: Stream,
): Course {
  const broken = components.map(() => 0);
  let state = consequence([...broken]);
  let worn = 0;

  /** Rate at which the state is left [1/s]. */
  function leavingRate(): number {
    let rate = 0;
    for (let i = 0; i < components.length; i++) rate += failing(i) + common(i) + repairing(i);
    return rate;
  }
  const failing = (i: number) => {
    const { units, failureRate, commonCause } = components[i]!;
    return (units - broken[i]!) * (1 - commonCause) * failureRate;
  };
  const common = (i: number) => {
    const { units, failureRate, commonCause } = components[i]!;
    return broken[i]! < units ? commonCause * failureRate : 0;
  };
  const repairing = (i: number) => broken[i]! / components[i]!.repairTime;

  /** What happens next, by the rates. */
  function happen(rate: number, losses: Losses): void {
    let left = uniform() * rate;
    for (let i = 0; i < components.length; i++) {
      if ((left -= failing(i)) < 0) {
        broken[i]!++;
        losses.failures++;
        return;
      }
      if ((left -= common(i)) < 0) {
        broken[i] = components[i]!.units;
        losses.failures++;
        return;
      }
      if ((left -= repairing(i)) < 0) {
        broken[i]!--;
        return;
      }
    }
  }

  /** A stretch in which nothing happens. */
  function dwell(time: number, losses: Losses): void {
    if (state.lostChips === 0) {
      worn = 0;
      return;
    }
    losses.harmful += time;
    const before = worn;
    const untilLimit = before >= 1 ? 0 : (1 - before) * state.timeToLimit;
    worn = time >= untilLimit ? 1 : before + time / state.timeToLimit;
    const below = Math.max(0, time - untilLimit);
    if (worn < 1 || below === 0) return;
    if (before < 1) losses.outages++;
    losses.below += below;
    losses.lostChipTime += below * state.lostChips;
    for (let i = 0; i < components.length; i++) if (broken[i]! > 0) losses.belowWith[i]! += below;
  }

  return {
    advance(time) {
      const losses: Losses = {
        below: 0,
        harmful: 0,
        outages: 0,
        lostChipTime: 0,
        belowWith: components.map(() => 0),
        failures: 0,
      };
      for (let left = time; left > 0;) {
        const rate = leavingRate();
        // The next moment is drawn anew at the end of a stretch: rates have no memory.
        const wait = rate > 0 ? -Math.log1p(-uniform()) / rate : Infinity;
        dwell(Math.min(wait, left), losses);
        left -= wait;
        if (left <= 0) break;
        happen(rate, losses);
        state = consequence([...broken]);
      }
      return losses;
    },
  };
}
