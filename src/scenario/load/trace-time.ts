/**
 * Dates in load traces: `2026-01-31T14:30`, with seconds, a blank for the T,
 * and an offset such as Z or +05:30 where they have one.
 */

import { isLeapYear, longestMonth, monthStarts } from '../weather/calendar.ts';

const moment = /^"?(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:\s*(Z|[+-]\d\d:?\d\d))?)?"?$/;

const secondsPerDay = 86_400;

/** A moment of local standard time: the year it is written in and the seconds since that year began. */
export interface Moment {
  readonly year: number;
  /** With 29 February taken out [s]; an offset may move it before 0 or past the year's end. */
  readonly seconds: number;
}

/**
 * The moment a text names; `leap day` for one on 29 February; undefined when it is no date.
 *
 * @param timeZoneHours standard time of the site ahead of Greenwich [h], for texts that carry an offset
 */
export function momentOfText(text: string, timeZoneHours: number): Moment | 'leap day' | undefined {
  const found = moment.exec(text);
  if (found === null) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const [hour, minute, second] = [Number(found[4] ?? 0), Number(found[5] ?? 0), Number(found[6] ?? 0)];
  if (month < 1 || month > 12 || day < 1 || day > longestMonth(month)) return undefined;
  if (hour > 24 || minute > 59 || second >= 60) return undefined;
  const leap = isLeapYear(year);
  if (month === 2 && day === 29 && !leap) return undefined;

  const leapDays = leap && month > 2 ? 1 : 0;
  const date = monthStarts[month - 1]! + day - 1 + leapDays;
  const written = date * secondsPerDay + hour * 3600 + minute * 60 + second;
  const local = found[7] === undefined ? written : written + (timeZoneHours - offsetHours(found[7])) * 3600;
  if (!leap) return { year, seconds: local };
  const leapStart = monthStarts[2]! * secondsPerDay;
  if (local >= leapStart && local < leapStart + secondsPerDay) return 'leap day';
  return { year, seconds: local < leapStart ? local : local - secondsPerDay };
}

function offsetHours(text: string): number {
  if (text === 'Z') return 0;
  const hours = Number(text.slice(1, 3)) + Number(text.slice(-2)) / 60;
  return text.startsWith('-') ? -hours : hours;
}
