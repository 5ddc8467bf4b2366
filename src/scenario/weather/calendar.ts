/**
 * The calendar of a plain year of 365 days in local standard time. Hour h
 * (1 … 8760) ends at its stamp: hour 1 is 00:00 to 01:00 on 1 January. Arrays
 * hold hour h at index h − 1. Weather files, the climate-year generator and
 * load schedules count by it; weekdays and leap years come only with a date.
 */

import { hoursPerYear } from '../../constants.ts';

export const daysPerYear = 365;
export const hoursPerDay = 24;

/** Days of January … December in a plain year. */
export const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Day of the year (0-based) on which each month begins. */
export const monthStarts: readonly number[] = monthLengths.map((_, month) =>
  monthLengths.slice(0, month).reduce((sum, days) => sum + days, 0),
);

/** Month (0 … 11) of each day of the year (0 … 364). */
export const monthOfDay: Uint8Array = Uint8Array.from(
  monthLengths.flatMap((days, month) => Array.from({ length: days }, () => month)),
);

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The name of an hour by its 0-based index: `14 July hour 10`. */
export function hourName(index: number): string {
  const hour = ((index % hoursPerYear) + hoursPerYear) % hoursPerYear;
  const day = Math.floor(hour / hoursPerDay);
  const month = monthOfDay[day]!;
  return `${day - monthStarts[month]! + 1} ${monthNames[month]} hour ${(hour % hoursPerDay) + 1}`;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days of a month (1 … 12), 29 for February: what a calendar sheet may hold. */
export function longestMonth(month: number): number {
  return month === 2 ? 29 : (monthLengths[month - 1] ?? 0);
}
