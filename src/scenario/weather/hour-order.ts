/**
 * Watches the rows of a file pass in calendar order: every hour once (or n
 * times, in files of n records an hour), no hour left out, 29 February whole
 * or not at all. It tells each row where it belongs in the plain year.
 */

import { hoursPerDay, hourName, monthNames, monthStarts } from './calendar.ts';
import type { SeriesFaults } from './series-faults.ts';

const firstLeapHour = (31 + 28) * hoursPerDay;
const hoursPerLeapYear = 366 * hoursPerDay;

/** Where a row belongs: an hour index 0 … 8759, `leapDay` for 29 February, `none` for a row already faulted. */
export const leapDay = -2;
export const none = -1;

export interface HourOrder {
  /** Takes the next row, already a possible date; adds a fault when it comes too early, late or often. */
  place(month: number, day: number, hour: number, line: number): number;
  /** After the last row: adds a fault when the year is cut short. */
  finish(line: number): void;
  /** Hours of 29 February seen. */
  leapHours(): number;
}

/** Index in a year of 366 days. */
function leapIndex(month: number, day: number, hour: number): number {
  const start = monthStarts[month - 1]! + (month > 2 ? 1 : 0);
  return (start + day - 1) * hoursPerDay + hour - 1;
}

function plainIndex(index: number): number {
  return index < firstLeapHour ? index : index - hoursPerDay;
}

function isLeapDay(index: number): boolean {
  return index >= firstLeapHour && index < firstLeapHour + hoursPerDay;
}

function name(index: number): string {
  return isLeapDay(index) ? `29 ${monthNames[1]} hour ${index - firstLeapHour + 1}` : hourName(plainIndex(index));
}

export function hourOrder(recordsPerHour: number, faults: SeriesFaults): HourOrder {
  let last = -1;
  let records = recordsPerHour;
  let leapHours = 0;

  /** The hour that has to follow; a plain year steps over 29 February. */
  const following = (found: number): number => {
    const next = last + 1;
    return next === firstLeapHour && !isLeapDay(found) ? firstLeapHour + hoursPerDay : next;
  };
  const requireFull = (line: number): void => {
    if (records >= recordsPerHour) return;
    const message = `found ${records} records of ${name(last)}; wanted ${recordsPerHour}, as DATA PERIODS says`;
    faults.add({ line, column: 1, path: 'hour', message });
  };

  return {
    place(month, day, hour, line) {
      const index = leapIndex(month, day, hour);
      if (index === last) {
        records += 1;
        if (records > recordsPerHour) {
          faults.add({ line, column: 1, path: 'hour', message: `found ${name(index)} again; wanted each hour once` });
          return none;
        }
        return isLeapDay(index) ? leapDay : plainIndex(index);
      }
      const wanted = following(index);
      if (index < last) {
        const message = `found ${name(index)} after ${name(last)}; wanted the hours in calendar order`;
        faults.add({ line, column: 1, path: 'hour', message });
        return none;
      }
      requireFull(line);
      if (index > wanted) {
        const many = index - wanted;
        const message = `found ${name(index)}; wanted ${name(wanted)}: ${many} ${many === 1 ? 'hour is' : 'hours are'} missing`;
        faults.add({ line, column: 1, path: 'hour', message });
      }
      last = index;
      records = 1;
      if (!isLeapDay(index)) return plainIndex(index);
      leapHours += 1;
      return leapDay;
    },
    finish(line) {
      requireFull(line);
      if (last === hoursPerLeapYear - 1) return;
      const first = following(firstLeapHour + hoursPerDay);
      const message =
        last < 0
          ? 'found no hourly rows; wanted 8760, from 1 January hour 1'
          : `found the end of the file after ${name(last)}; wanted 8760 hours: the first missing one is ${name(first)}`;
      faults.add({ line, column: 1, path: 'hour', message });
    },
    leapHours: () => leapHours,
  };
}
