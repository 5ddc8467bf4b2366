/**
 * Columns of a run as CSV (RFC 4180) and the head that CSV and Parquet share:
 * `time`, then `name [unit]` in SI display units. Values carry every digit of
 * the double, so that what is read back is what was written.
 */

import type { Column } from '../results/columns.ts';
import { displayUnit } from '../units.ts';
import { hourStamp, nominalYear, type Clock } from './hour-stamp.ts';

/** `technology.supplyTemperature [°C]`; a number without a unit stands without brackets. */
export function columnHead(column: Pick<Column, 'name' | 'quantity'>): string {
  const { unit } = displayUnit(column.quantity, 'si');
  return unit === '1' ? column.name : `${column.name} [${unit}]`;
}

/** Name of the first column. */
export function timeHead(clock: Clock): string {
  return clock.of === 'year' ? 'time' : 'time [s]';
}

/**
 * The columns as CSV text with CRLF line ends. A year's `time` is the
 * beginning of the hour in local standard time; NaN is an empty field.
 */
export function columnsCsv(columns: readonly Column[], clock: Clock = nominalYear): string {
  const steps = columns[0]?.values.length ?? 0;
  const head = [timeHead(clock), ...columns.map(columnHead)].map(csvField).join(',');
  const sources = columns.map((column) => ({
    values: column.values,
    fromSi: displayUnit(column.quantity, 'si').fromSi,
  }));
  const lines = [head];
  // One join a row: the engine then writes numbers straight into the text, at half the time of adding pieces.
  const row: (string | number)[] = ['', ...columns.map(() => 0)];
  for (let step = 0; step < steps; step += 1) {
    row[0] = clock.of === 'year' ? hourStamp(step, clock.year) : step * clock.step;
    for (let k = 0; k < sources.length; k += 1) {
      const value = sources[k]!.fromSi(sources[k]!.values[step]!);
      row[k + 1] = Number.isNaN(value) ? '' : value;
    }
    lines.push(row.join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** A field, in quotes where RFC 4180 wants them. */
function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
