/**
 * Rows of a transient as an Apache Parquet file: the heads and values of its
 * CSV as 64-bit floats, group by group, so that memory does not grow with the
 * length of the run. What stands in the CSV as an empty field is NaN.
 */

import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import { displayUnit } from '../units.ts';
import { columnsMetadataKey } from './parquet.ts';
import { readRowLine, type RowColumn, rowHeads } from './transient-columns.ts';

/** Numbers in a group of rows: 16 MB. */
const groupNumbers = 2_000_000;

/**
 * Gives the file piece by piece.
 *
 * @param lines of the CSV, without its head
 */
export function writeRowsParquet(
  columns: readonly RowColumn[],
  lines: Iterable<string>,
  give: (bytes: Uint8Array) => void,
): void {
  const heads = rowHeads(columns);
  const { writer, flush } = bufferTo(give);
  const parquet = new ParquetWriter({
    writer,
    schema: [
      { name: 'root', num_children: heads.length },
      ...heads.map((name) => ({ name, type: 'DOUBLE' as const, repetition_type: 'REQUIRED' as const })),
    ],
    kvMetadata: [{ key: columnsMetadataKey, value: JSON.stringify(described(columns)) }],
    createdBy: 'coldloop',
  });
  const room = Math.max(1, Math.floor(groupNumbers / heads.length));
  const group = heads.map(() => new Float64Array(room));
  let rows = 0;

  function writeGroup(): void {
    if (rows === 0) return;
    const columnData = heads.map((name, k) => ({
      name,
      data: group[k]!.slice(0, rows),
      encoding: 'BYTE_STREAM_SPLIT' as const,
    }));
    void parquet.write({ columnData, rowGroupSize: room });
    rows = 0;
  }

  for (const line of lines) {
    const { time, values } = readRowLine(line);
    group[0]![rows] = time;
    for (let k = 0; k < values.length; k++) group[k + 1]![rows] = values[k]!;
    rows++;
    if (rows === room) writeGroup();
  }
  writeGroup();
  void parquet.finish();
  flush();
}

/** A writer that gives away what it holds after every group, and at the end. */
function bufferTo(give: (bytes: Uint8Array) => void) {
  const writer = new ByteWriter();
  function flush(): void {
    if (writer.index > 0) give(writer.getBytes());
    writer.index = 0;
  }
  return { writer: Object.assign(writer, { flush }), flush };
}

function described(columns: readonly RowColumn[]): Record<string, object> {
  return Object.fromEntries(
    columns.map(({ head, part, column }) => [
      head,
      {
        name: column.name,
        part,
        unit: displayUnit(column.quantity, 'si').unit,
        quantity: column.quantity,
        about: column.about,
      },
    ]),
  );
}
