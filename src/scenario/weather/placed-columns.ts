/**
 * Readings taken from the columns of a row into the hours of the year, in SI:
 * blanks and missing codes stay missing, anything else out of range is a
 * fault. Shared by the readers of EPW and TMY3 files.
 */

import { fieldColumn, fieldNumber, fieldText, isEmptyField } from './delimited-line.ts';
import type { LineFields } from './delimited-line.ts';
import { hourlyReadings } from './hourly-readings.ts';
import type { HourlyReadings, ReadingColumn } from './hourly-readings.ts';
import { quoted } from './series-faults.ts';
import type { SeriesFaults } from './series-faults.ts';

/** A reading and the field of the row it stands in (0-based). */
export interface PlacedColumn extends ReadingColumn {
  readonly field: number;
}

export interface ColumnReader {
  /** Takes a row's readings into an hour (0 … 8759); several rows of one hour are averaged. */
  read(fields: LineFields, line: number, hour: number): void;
  finish(): HourlyReadings;
}

export function columnReader(columns: readonly PlacedColumn[], faults: SeriesFaults): ColumnReader {
  const readings = hourlyReadings();
  const counts = columns.map(() => new Uint8Array(readings.lines.length));
  return {
    read(fields, line, hour) {
      readings.lines[hour] = line;
      for (let c = 0; c < columns.length; c++) {
        const column = columns[c]!;
        const value = columnValue(fields, column, line, faults);
        if (Number.isNaN(value)) continue;
        const values = readings[column.reading];
        const count = counts[c]!;
        values[hour] = count[hour] === 0 ? value : values[hour]! + value;
        count[hour]! += 1;
      }
    },
    finish() {
      columns.forEach((column, c) => average(readings[column.reading], counts[c]!));
      return readings;
    },
  };
}

function average(sums: Float64Array, counts: Uint8Array): void {
  for (let i = 0; i < sums.length; i++) if (counts[i]! > 1) sums[i]! /= counts[i]!;
}

/** The reading in SI; NaN when it is blank, a missing code, or a fault. */
function columnValue(fields: LineFields, column: PlacedColumn, line: number, faults: SeriesFaults): number {
  if (isEmptyField(fields, column.field)) return NaN;
  const printed = fieldNumber(fields, column.field);
  if (printed >= column.missingFrom || printed <= (column.missingUpTo ?? -Infinity)) return NaN;
  if (printed >= column.range[0] && printed <= column.range[1]) return printed * column.factor + column.offset;
  const found = quoted(fieldText(fields, column.field));
  const message = `found ${found}; wanted a number of ${column.unit}, ${column.range[0]} … ${column.range[1]}, or the missing code`;
  faults.add({ line, column: fieldColumn(fields, column.field), path: column.name, message });
  return NaN;
}
