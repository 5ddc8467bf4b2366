/**
 * The hourly rows of an EnergyPlus weather file: date, dry bulb, dew point,
 * relative humidity, station pressure and wind speed of each; the other
 * columns are not read. Rows of one hour in files of two or four records are
 * averaged. Used by `readEpw`.
 *
 * Columns, units, limits and missing codes: EnergyPlus, Auxiliary Programs,
 * "EnergyPlus Weather File (EPW) Data Dictionary", data field descriptions.
 */

import { zeroCelsius } from '../../constants.ts';
import { longestMonth } from './calendar.ts';
import { fieldColumn, fieldNumber, fieldText } from './delimited-line.ts';
import type { LineFields } from './delimited-line.ts';
import { hourOrder } from './hour-order.ts';
import type { HourOrder } from './hour-order.ts';
import type { HourlyReadings } from './hourly-readings.ts';
import { columnReader } from './placed-columns.ts';
import type { PlacedColumn } from './placed-columns.ts';
import { quoted } from './series-faults.ts';
import type { SeriesFaults } from './series-faults.ts';

const celsius = { unit: '°C', range: [-70, 70], missingFrom: 99.9, factor: 1, offset: zeroCelsius } as const;

const columns: readonly PlacedColumn[] = [
  { field: 6, reading: 'dryBulb', name: 'dry bulb', ...celsius },
  { field: 7, reading: 'dewPoint', name: 'dew point', ...celsius },
  {
    field: 8,
    reading: 'relativeHumidity',
    name: 'relative humidity',
    unit: '%',
    range: [0, 110],
    missingFrom: 999,
    factor: 0.01,
    offset: 0,
  },
  {
    field: 9,
    reading: 'pressure',
    name: 'pressure',
    unit: 'Pa',
    range: [31_000, 120_000],
    missingFrom: 999_999,
    factor: 1,
    offset: 0,
  },
  // The dictionary stops at 40 m/s; typhoons do not.
  {
    field: 21,
    reading: 'windSpeed',
    name: 'wind speed',
    unit: 'm/s',
    range: [0, 120],
    missingFrom: 999,
    factor: 1,
    offset: 0,
  },
];

/** Fields that every row must have: up to the pressure. */
const fewestFields = 10;

export interface EpwRows {
  readonly readings: HourlyReadings;
  readonly leapHours: number;
  /** Calendar years met in the rows, in order. */
  readonly years: ReadonlySet<number>;
}

/** Reads rows one by one as the file is walked through. */
export interface EpwRowReader {
  read(fields: LineFields, line: number): void;
  finish(line: number): EpwRows;
}

export function epwRowReader(recordsPerHour: number, faults: SeriesFaults): EpwRowReader {
  const reader = columnReader(columns, faults);
  const years = new Set<number>();
  const order = hourOrder(recordsPerHour, faults);
  return {
    read(fields, line) {
      if (fields.count < fewestFields) {
        const message = `found ${fields.count} fields; wanted at least ${fewestFields}, up to the pressure`;
        faults.add({ line, column: 1, path: '', message });
      }
      const hour = placedHour(fields, line, order, faults);
      if (hour < 0) return;
      const year = fieldNumber(fields, 0);
      if (year > 0) years.add(year);
      reader.read(fields, line, hour);
    },
    finish(line) {
      order.finish(line);
      return { readings: reader.finish(), leapHours: order.leapHours(), years };
    },
  };
}

/** The row's place in the plain year, negative for rows that go nowhere. */
function placedHour(fields: LineFields, line: number, order: HourOrder, faults: SeriesFaults): number {
  const month = wholeNumber({ fields, field: 1, name: 'month', most: 12, line }, faults);
  const day = wholeNumber({ fields, field: 2, name: 'day', most: longestMonth(month) || 31, line }, faults);
  const hour = wholeNumber({ fields, field: 3, name: 'hour', most: 24, line }, faults);
  if (!(month * day * hour > 0)) return -1;
  return order.place(month, day, hour, line);
}

function wholeNumber(
  at: {
    readonly fields: LineFields;
    readonly field: number;
    readonly name: string;
    readonly most: number;
    readonly line: number;
  },
  faults: SeriesFaults,
): number {
  const { fields, field, name, most, line } = at;
  const value = fieldNumber(fields, field);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  if (field < fields.count) {
    const message = `found ${quoted(fieldText(fields, field))}; wanted a whole number, 1 … ${most}`;
    faults.add({ line, column: fieldColumn(fields, field), path: name, message });
  }
  return NaN;
}
