/**
 * Load of a service that people use: a cosine over the day, quieter at the
 * weekend. One peak a day; lunch dips, holidays and growth are left out.
 */

import type { LocalClock } from './local-clock.ts';

export interface InferenceDay {
  /** [1] */
  readonly base: number;
  /** [1] */
  readonly peak: number;
  /** [s] after midnight of the local clock */
  readonly peakTime: number;
  /** [1] */
  readonly weekendFactor: number;
}

/**
 * Hourly means of
 *
 *     u(t) = base + (peak − base) (1 + cos(2π (t − t_peak) / 24 h)) / 2
 *
 * integrated exactly over each hour, times the weekend factor on Saturday and Sunday.
 */
export function inferenceProfile(day: InferenceDay, clock: LocalClock): Float64Array {
  const anglePerHour = (2 * Math.PI) / 24;
  const peakHour = day.peakTime / 3600;
  const weekday = Float64Array.from({ length: 24 }, (_, hour) => {
    const from = Math.sin(anglePerHour * (hour - peakHour));
    const to = Math.sin(anglePerHour * (hour + 1 - peakHour));
    const meanCosine = (to - from) / anglePerHour;
    return day.base + ((day.peak - day.base) * (1 + meanCosine)) / 2;
  });
  return Float64Array.from(
    clock.hourOfDay,
    (hour, i) => weekday[hour]! * (clock.weekend[i] === 1 ? day.weekendFactor : 1),
  );
}
