import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import { columnsMetadataKey } from '../../src/output/parquet.ts';
import { type RowColumn, rowHeads, rowLine } from '../../src/output/transient-columns.ts';
import { writeRowsParquet } from '../../src/output/transient-parquet.ts';

const column = { name: 'loop.heat', quantity: 'heat flow', about: 'Heat of all loads' } as const;

function columnsOf(count: number): readonly RowColumn[] {
  return Array.from({ length: count }, (_, index) => ({
    head: `loop.heat-${index} [kW]`,
    index,
    column,
    part: 'mean' as const,
  }));
}

function* linesOf(rows: number, values: (row: number) => Float64Array): Generator<string> {
  for (let row = 0; row < rows; row++) yield rowLine(row + 1, values(row)).trimEnd();
}

function written(columns: readonly RowColumn[], lines: Iterable<string>) {
  const pieces: Uint8Array[] = [];
  writeRowsParquet(columns, lines, (bytes) => void pieces.push(bytes.slice()));
  return { pieces, file: new Uint8Array(Buffer.concat(pieces)).buffer };
}

it('has every row and value of the lines, empty fields as NaN', async () => {
  const columns = columnsOf(2);
  const { file } = written(columns, ['1,2.5,', '2,3.25,-4e-7']);
  expect(await parquetReadObjects({ file })).toEqual([
    { 'time [s]': 1, 'loop.heat-0 [kW]': 2.5, 'loop.heat-1 [kW]': Number.NaN },
    { 'time [s]': 2, 'loop.heat-0 [kW]': 3.25, 'loop.heat-1 [kW]': -4e-7 },
  ]);
  const entry = parquetMetadata(file).key_value_metadata?.find(({ key }) => key === columnsMetadataKey);
  expect(JSON.parse(entry!.value!)).toMatchObject({
    'loop.heat-1 [kW]': { name: 'loop.heat', part: 'mean', unit: 'kW', quantity: 'heat flow' },
  });
});

it('is given away group by group, whose number grows with the rows', async () => {
  const columns = columnsOf(1999);
  const rows = 2100;
  const { file, pieces } = written(
    columns,
    linesOf(rows, (row) => new Float64Array(1999).fill(row)),
  );
  const { row_groups: groups, num_rows: all } = parquetMetadata(file);
  // Two million numbers in a group of two thousand columns.
  expect(groups.map((group) => Number(group.num_rows))).toEqual([1000, 1000, 100]);
  expect(Number(all)).toBe(rows);
  expect(pieces.length).toBeGreaterThanOrEqual(groups.length);
  const read = await parquetReadObjects({ file, columns: ['time [s]', rowHeads(columns).at(-1)!] });
  expect(read.map((row) => Object.values(row))).toEqual(Array.from({ length: rows }, (_, row) => [row + 1, row]));
});

it('of no rows is a file of no rows', async () => {
  expect(await parquetReadObjects({ file: written(columnsOf(1), []).file })).toEqual([]);
});
