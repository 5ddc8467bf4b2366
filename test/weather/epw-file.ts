/** Weather files made up for tests: a plain course of a day and a year, to be spoilt line by line. */

import { isLeapYear } from '../../src/scenario/weather/calendar.ts';

export interface InventedYear {
  readonly year: number;
  readonly recordsPerHour: number;
  /** Fields of a row, changed before it is printed; undefined leaves the row out. */
  readonly change: (fields: string[], at: { month: number; day: number; hour: number }) => string[] | undefined;
  /** Header lines, changed. */
  readonly header: (lines: string[]) => string[];
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const headerLines = [
  'LOCATION,Springfield,XX,ABC,Invented,000001,40.0,-75.0,-5.0,100.0',
  'DESIGN CONDITIONS,0',
  'TYPICAL/EXTREME PERIODS,0',
  'GROUND TEMPERATURES,0',
  'HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0',
  'COMMENTS 1,invented, with commas, for a test',
  'COMMENTS 2,"quoted, and more"',
  'DATA PERIODS,1,1,Data,Sunday, 1/ 1,12/31',
];

/** Dry bulb [°C] of hour i of the plain year: 10 ± 10 over the year, ± 5 over the day. */
export function inventedDryBulb(hour: number): number {
  const year = -10 * Math.cos((2 * Math.PI * hour) / 8760);
  return Math.round(10 * (10 + year - 5 * Math.cos((2 * Math.PI * (hour % 24)) / 24))) / 10;
}

export function epwLines(invented: Partial<InventedYear> = {}): string[] {
  const {
    year = 2001,
    recordsPerHour = 1,
    change = (fields: string[]) => fields,
    header = (lines) => lines,
  } = invented;
  const rows: string[] = [];
  let hourOfYear = 0;
  monthDays.forEach((days, m) => {
    const month = m + 1;
    const last = month === 2 && isLeapYear(year) ? 29 : days;
    for (let day = 1; day <= last; day++) {
      for (let hour = 1; hour <= 24; hour++) {
        const dryBulb = inventedDryBulb(hourOfYear % 8760);
        for (let record = 1; record <= recordsPerHour; record++) {
          const minute = (60 / recordsPerHour) * record;
          const fields = [year, month, day, hour, minute].map(String);
          fields.push('?9?9', dryBulb.toFixed(1), (dryBulb - 4).toFixed(1), '75', '100129');
          fields.push(...'0,0,300,0,0,0,0,0,0,0,180,3.5,5,5,20,77777,9,999999999,0,0,0,88,0,0,0'.split(','));
          const kept = change(fields, { month, day, hour });
          if (kept !== undefined) rows.push(kept.join(','));
        }
        if (!(month === 2 && day === 29)) hourOfYear += 1;
      }
    }
  });
  return [...header([...headerLines]), ...rows];
}

export function epwOf(invented: Partial<InventedYear> = {}): string {
  return `${epwLines(invented).join('\n')}\n`;
}
