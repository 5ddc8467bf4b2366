/**
 * Columns of a run as an Apache Parquet file: the heads and values of the CSV,
 * as 64-bit floats, with each column's unit, quantity and meaning in the
 * file's key-value metadata.
 */

import { parquetWriteBuffer } from 'hyparquet-writer/src/write.js';
import type { Column } from '../results/columns.ts';
import { displayUnit } from '../units.ts';
import { columnHead, timeHead } from './csv.ts';
import { dateOfStep, nominalYear, type Clock } from './hour-stamp.ts';

/** Key of the metadata that describes the columns. */
export const columnsMetadataKey = 'coldloop.columns';

/** The bytes of a Parquet file. A year's `time` is a timestamp without a zone (local standard time). */
export function columnsParquet(columns: readonly Column[], clock: Clock = nominalYear): ArrayBuffer {
  const steps = columns[0]?.values.length ?? 0;
  const heads = [timeHead(clock), ...columns.map(columnHead)];
  const required = { repetition_type: 'REQUIRED' } as const;
  return parquetWriteBuffer({
    columnData: [
      clock.of === 'year'
        ? { name: heads[0]!, data: hourMilliseconds(steps, clock.year), nullable: false }
        : { name: heads[0]!, data: Float64Array.from({ length: steps }, (_, step) => step * clock.step) },
      ...columns.map((column, index) => ({
        name: heads[index + 1]!,
        data: column.values.map(displayUnit(column.quantity, 'si').fromSi),
        // Neighbouring hours share their leading bytes; splitting the streams lets the compressor see it.
        encoding: 'BYTE_STREAM_SPLIT' as const,
      })),
    ],
    schema: [
      { name: 'root', num_children: heads.length },
      clock.of === 'year'
        ? {
            name: heads[0]!,
            type: 'INT64',
            logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' },
            ...required,
          }
        : { name: heads[0]!, type: 'DOUBLE', ...required },
      ...heads.slice(1).map((name) => ({ name, type: 'DOUBLE' as const, ...required })),
    ],
    kvMetadata: [{ key: columnsMetadataKey, value: JSON.stringify(describedColumns(columns)) }],
    // A year is one group: readers that want two columns of sixty fetch two ranges.
    rowGroupSize: Math.max(steps, 1),
    createdBy: 'coldloop',
  });
}

function describedColumns(columns: readonly Column[]): Record<string, object> {
  return Object.fromEntries(
    columns.map((column) => [
      columnHead(column),
      {
        name: column.name,
        unit: displayUnit(column.quantity, 'si').unit,
        quantity: column.quantity,
        about: column.about,
      },
    ]),
  );
}

function hourMilliseconds(steps: number, year: number): BigInt64Array {
  return BigInt64Array.from({ length: steps }, (_, step) => {
    const { month, day, hour } = dateOfStep(step);
    return BigInt(Date.UTC(year, month, day, hour));
  });
}
