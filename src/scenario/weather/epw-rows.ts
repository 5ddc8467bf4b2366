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
import { fieldColumn, fieldNumber, fieldText, isEmptyField } from './delimited-line.ts';
import type { LineFields } from './delimited-line.ts';
import { hourOrder } from './hour-order.ts';
import type { HourOrder } from './hour-order.ts';
import { hourlyReadings } from './hourly-readings.ts';
import type { HourlyReadings, ReadingColumn } from './hourly-readings.ts';
import { quoted } from './series-faults.ts';
import type { SeriesFaults } from './series-faults.ts';

/** Position in the row, and how the format writes it. */
export interface PlacedColumn extends ReadingColumn {
  readonly field: number;
}

const celsius = { unit: '°C', factor: 1, offset: zeroCelsius } as const;

const columns: readonly PlacedColumn[] = [
  { field: 6, reading: 'dryBulb', name: 'dry bulb', range: [-70, 70], missingFrom: 99.9, ...celsius },
  { field: 7, reading: 'dewPoint', name: 'dew point', range: [-70, 70], missingFrom: 99.9, ...celsius },
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
  {
    field: 21,
    reading: 'windSpeed',
    name: 'wind speed',
    unit: 'm/s',
    range: [0, 150],
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
  const readings = hourlyReadings();
  const years = new Set<number>();
  const order = hourOrder(recordsPerHour, faults);
  const counts = columns.map(() => new Uint8Array(readings.lines.length));

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
      readings.lines[hour] = line;
      for (let c = 0; c < columns.length; c++) {
        const column = columns[c]!;
        if (column.field >= fields.count) continue;
        const value = columnValue(fields, column.field, column, line, faults);
        if (value !== value) continue;
        const values = readings[column.reading];
        const count = counts[c]!;
        values[hour] = count[hour] === 0 ? value : values[hour]! + value;
        count[hour]! += 1;
      }
    },
    finish(line) {
      order.finish(line);
      if (recordsPerHour > 1) columns.forEach((column, c) => average(readings[column.reading], counts[c]!));
      return { readings, leapHours: order.leapHours(), years };
    },
  };
}

function average(sums: Float64Array, counts: Uint8Array): void {
  for (let i = 0; i < sums.length; i++) if (counts[i]! > 1) sums[i]! /= counts[i]!;
}

/** The row's place in the plain year, negative for rows that go nowhere. */
function placedHour(fields: LineFields, line: number, order: HourOrder, faults: SeriesFaults): number {
  const month = wholeNumber(fields, 1, 'month', [1, 12], line, faults);
  const day = wholeNumber(fields, 2, 'day', [1, longestMonth(month) || 31], line, faults);
  const hour = wholeNumber(fields, 3, 'hour', [1, 24], line, faults);
  if (!(month * day * hour > 0)) return -1;
  return order.place(month, day, hour, line);
}

function wholeNumber(
  fields: LineFields,
  field: number,
  name: string,
  range: readonly [number, number],
  line: number,
  faults: SeriesFaults,
): number {
  const value = fieldNumber(fields, field);
  if (Number.isInteger(value) && value >= range[0] && value <= range[1]) return value;
  if (field < fields.count) {
    const message = `found ${quoted(fieldText(fields, field))}; wanted a whole number, ${range[0]} … ${range[1]}`;
    faults.add({ line, column: fieldColumn(fields, field), path: name, message });
  }
  return NaN;
}

/** The reading in SI; NaN when it is blank, a missing code, or a fault. */
export function columnValue(
  fields: LineFields,
  field: number,
  column: ReadingColumn,
  line: number,
  faults: SeriesFaults,
): number {
  if (isEmptyField(fields, field)) return NaN;
  const printed = fieldNumber(fields, field);
  if (printed >= column.missingFrom || printed <= (column.missingUpTo ?? -Infinity)) return NaN;
  if (printed >= column.range[0] && printed <= column.range[1]) return printed * column.factor + column.offset;
  const found = quoted(fieldText(fields, field));
  const message = `found ${found}; wanted a number of ${column.unit}, ${column.range[0]} … ${column.range[1]}, or the missing code`;
  faults.add({ line, column: fieldColumn(fields, field), path: column.name, message });
  return NaN;
}
