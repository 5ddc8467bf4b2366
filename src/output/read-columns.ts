/**
 * Columns of a stored run, read back from the Parquet and CSV that `parquet.ts`
 * and `csv.ts` write: heads and numbers as they stand in the file, in display
 * units. What they are columns of is for the caller. Not part of `index.ts`,
 * because most pages read no stored runs and need no Parquet.
 */

import { parquetMetadata, parquetRead } from 'hyparquet';
import { hoursPerYear } from '../constants.ts';
import { ScenarioError } from '../errors.ts';

export interface StoredTable {
  /** Name of the file, for faults. */
  readonly file: string;
  /** Heads without that of the time, each with its column. */
  readonly columns: ReadonlyMap<string, Float64Array>;
}

/** More columns than any plant has. */
const mostColumns = 10_000;
const timeHead = 'time';

/** @throws {ScenarioError} for bytes that are no Parquet file of a year */
export async function readColumnsParquet(bytes: Uint8Array, file: string): Promise<StoredTable> {
  const buffer = bytes.slice().buffer;
  const metadata = parquetHead(buffer, file);
  requireYear(Number(metadata.num_rows), file);
  const heads = metadata.schema.slice(1).map(({ name }) => name);
  requireHeads(heads, file);
  const wanted = heads.filter((head) => head !== timeHead);
  const columns = new Map(wanted.map((head) => [head, new Float64Array(hoursPerYear)]));
  try {
    await parquetRead({
      file: { byteLength: buffer.byteLength, slice: (from, to) => Promise.resolve(buffer.slice(from, to)) },
      metadata,
      columns: wanted,
      onChunk: ({ columnName, columnData, rowStart }) => {
        if (typeof columnData[0] !== 'number') throw new TypeError(`column "${columnName}" holds no numbers`);
        columns.get(columnName)!.set(columnData as ArrayLike<number>, rowStart);
      },
    });
  } catch (error) {
    throw unreadable(file, error);
  }
  return { file, columns };
}

function parquetHead(buffer: ArrayBuffer, file: string) {
  try {
    return parquetMetadata(buffer);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): ScenarioError {
  const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
  return fault(file, `found no Parquet file of columns (${reason}); wanted hours.parquet as coldloop run writes it`);
}

/** @throws {ScenarioError} for a text that is no CSV of a year */
export function readColumnsCsv(text: string, file: string): StoredTable {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const heads = csvHeads(lines[0] ?? '');
  requireYear(lines.length - 1, file);
  requireHeads(heads, file);
  const values = heads.map(() => new Float64Array(hoursPerYear));
  for (let row = 0; row < hoursPerYear; row++) {
    const fields = lines[row + 1]!.split(',');
    if (fields.length !== heads.length)
      throw fault(file, `line ${row + 2}: found ${fields.length} fields; wanted ${heads.length}, as many as heads`);
    for (let k = 1; k < fields.length; k++) {
      const field = fields[k]!;
      const value = field === '' ? Number.NaN : Number(field);
      if (field !== '' && Number.isNaN(value))
        throw fault(file, `line ${row + 2}: found "${field.slice(0, 40)}" in "${heads[k]!}"; wanted a number`);
      values[k]![row] = value;
    }
  }
  return { file, columns: new Map(heads.slice(1).map((head, i) => [head, values[i + 1]!])) };
}

/** The fields of the first line; a head with a comma stands in quotes. */
function csvHeads(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

function requireYear(rows: number, file: string): void {
  if (rows !== hoursPerYear) throw fault(file, `found ${rows} rows; wanted ${hoursPerYear}, the hours of a year`);
}

function requireHeads(heads: readonly string[], file: string): void {
  if (heads[0] !== timeHead)
    throw fault(file, `found "${(heads[0] ?? '').slice(0, 40)}" as the first column; wanted "${timeHead}"`);
  if (heads.length > mostColumns) throw fault(file, `found ${heads.length} columns; wanted at most ${mostColumns}`);
  const twice = heads.find((head, i) => heads.indexOf(head) !== i);
  if (twice !== undefined) throw fault(file, `found the column "${twice.slice(0, 80)}" twice`);
}

function fault(file: string, message: string): ScenarioError {
  return new ScenarioError([{ file, path: '', message }]);
}
