/**
 * The clock on the wall against local standard time: weekdays and daylight
 * saving of a calendar year, hour by hour of the plain year of 8760 hours.
 * People's schedules follow it; the weather does not.
 */

import { hoursPerYear } from '../../constants.ts';
import { hoursPerDay, isLeapYear, monthLengths, monthStarts } from '../weather/calendar.ts';

/** Standard-time hours of the plain year [0, 8760) between which the clock is an hour ahead; `start` > `end` in the south. */
export interface DaylightSaving {
  readonly start: number;
  readonly end: number;
}

export interface LocalClock {
  /** Hour of the day on the wall (0 … 23) at the beginning of each hour of standard time. */
  readonly hourOfDay: Uint8Array;
  /** 1 on Saturdays and Sundays, by the clock on the wall. */
  readonly weekend: Uint8Array;
}

/** Day of the week (0 Sunday … 6 Saturday) of a date; month 1 … 12. */
export function weekday(year: number, month: number, day: number): number {
  // Sakamoto's method for the Gregorian calendar.
  const offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + offsets[month - 1]! + day) % 7;
}

/** The clock of a calendar year whose 29 February is left out. */
export function localClock(calendarYear: number, saving: DaylightSaving | undefined): LocalClock {
  const hourOfDay = new Uint8Array(hoursPerYear);
  const weekend = new Uint8Array(hoursPerYear);
  const first = weekday(calendarYear, 1, 1);
  const leapShift = isLeapYear(calendarYear) ? 1 : 0;
  for (let i = 0; i < hoursPerYear; i++) {
    const wall = i + (isSaving(i, saving) ? 1 : 0);
    const day = Math.floor(wall / hoursPerDay);
    const date = day >= monthStarts[2]! ? day + leapShift : day;
    const dayOfWeek = (first + date) % 7;
    hourOfDay[i] = wall % hoursPerDay;
    weekend[i] = dayOfWeek === 0 || dayOfWeek === 6 ? 1 : 0;
  }
  return { hourOfDay, weekend };
}

function isSaving(hour: number, saving: DaylightSaving | undefined): boolean {
  if (saving === undefined) return false;
  const { start, end } = saving;
  return start <= end ? hour >= start && hour < end : hour >= start || hour < end;
}

/** Hour of the plain year at which a date begins; month 1 … 12. */
function hourOf(month: number, day: number): number {
  return (monthStarts[month - 1]! + day - 1) * hoursPerDay;
}

/** Day of the month of the n-th Sunday of a month; n = −1 for the last. */
function sunday(year: number, month: number, n: number): number {
  const firstSunday = 1 + ((7 - weekday(year, month, 1)) % 7);
  if (n > 0) return firstSunday + 7 * (n - 1);
  return firstSunday + 7 * Math.floor((monthLengths[month - 1]! - firstSunday) / 7);
}

/**
 * Second Sunday of March 02:00 to first Sunday of November 02:00 of the
 * clock, which is 01:00 of standard time.
 *
 * Energy Policy Act of 2005 (United States), section 110.
 */
export function unitedStatesSaving(calendarYear: number): DaylightSaving {
  return {
    start: hourOf(3, sunday(calendarYear, 3, 2)) + 2,
    end: hourOf(11, sunday(calendarYear, 11, 1)) + 1,
  };
}

/**
 * Last Sunday of March 01:00 to last Sunday of October 01:00, both of Greenwich.
 *
 * Directive 2000/84/EC of the European Parliament and of the Council, articles 2 and 3.
 *
 * @param timeZoneHours standard time ahead of Greenwich [h]
 */
export function europeanUnionSaving(calendarYear: number, timeZoneHours: number): DaylightSaving {
  return {
    start: hourOf(3, sunday(calendarYear, 3, -1)) + 1 + timeZoneHours,
    end: hourOf(10, sunday(calendarYear, 10, -1)) + 1 + timeZoneHours,
  };
}

/** Hour of the plain year of "2026-03-29 02:00" or "2026-03-29T02:00"; undefined when it is no such moment. */
export function hourOfText(text: string): number | undefined {
  const found = /^\d{4}-(\d\d)-(\d\d)[ T](\d\d):00$/.exec(text.trim());
  if (found === null) return undefined;
  const [month, day, hour] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1 || day > monthLengths[month - 1]! || hour > 23) return undefined;
  return hourOf(month, day) + hour;
}
