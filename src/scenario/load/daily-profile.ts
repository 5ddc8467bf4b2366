/** Twenty-four values for a weekday and a weekend day, laid over the year by the clock on the wall. */

import type { LocalClock } from './local-clock.ts';

/** @param weekday utilisation of the hours 0 … 23 [1] */
export function dailyProfile(weekday: ArrayLike<number>, weekend: ArrayLike<number>, clock: LocalClock): Float64Array {
  return Float64Array.from(clock.hourOfDay, (hour, i) => (clock.weekend[i] === 1 ? weekend : weekday)[hour]!);
}
