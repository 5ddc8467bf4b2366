/**
 * Names of the steps of a run. Hour 1 of a year is 00:00 to 01:00 local
 * standard time on January 1; a weather year has no leap day. Used by every
 * output that speaks of an hour.
 */

import { hoursPerYear } from '../constants.ts';

/** How steps become times: hours of a plain year, or seconds from the start. */
export type Clock = { readonly of: 'year'; readonly year: number } | { readonly of: 'seconds'; readonly step: number };

/**
 * A plain year that begins on a Monday. A typical year is put together from
 * months of many years, so that the number only makes stamps readable by machines.
 */
export const nominalYear: Clock = { of: 'year', year: 2001 };

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Month (0 … 11), day (1 …) and hour (0 … 23) of a step (0-based) of a plain year. */
export function dateOfStep(step: number): { month: number; day: number; hour: number } {
  let day = Math.floor(step / 24) % (hoursPerYear / 24);
  let month = 0;
  while (day >= monthLengths[month]!) {
    day -= monthLengths[month]!;
    month += 1;
  }
  return { month, day: day + 1, hour: step % 24 };
}

/** The step (0-based) of a month (0 … 11), day (1 …) and hour (0 … 23); undefined where a plain year has none. */
export function stepOfDate(month: number, day: number, hour: number): number | undefined {
  const length = monthLengths[month];
  if (length === undefined || !(day >= 1 && day <= length) || !(hour >= 0 && hour <= 23)) return undefined;
  const before = monthLengths.slice(0, month).reduce((sum: number, days) => sum + days, 0);
  return (before + day - 1) * 24 + hour;
}

/** `2001-07-14T15:00`, the beginning of the hour. */
export function hourStamp(step: number, year: number): string {
  const { month, day, hour } = dateOfStep(step);
  return `${year}-${two(month + 1)}-${two(day)}T${two(hour)}:00`;
}

/** `Jul 14, 15:00–16:00 (hour 4672)`. */
export function hourText(step: number): string {
  const { month, day, hour } = dateOfStep(step);
  return `${monthNames[month]} ${day}, ${two(hour)}:00–${two(hour + 1)}:00 (hour ${step + 1})`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
