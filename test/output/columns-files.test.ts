import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { columnHead, columnsCsv } from '../../src/output/csv.ts';
import { hourStamp, hourText } from '../../src/output/hour-stamp.ts';
import { columnsMetadataKey, columnsParquet } from '../../src/output/parquet.ts';
import type { Column } from '../../src/results/columns.ts';
import { displayUnit } from '../../src/units.ts';
import { inventedComparison } from './invented-comparison.ts';

const { columns } = inventedComparison({ furtherColumns: 4 }).variants[0]!;

/** A reader of RFC 4180 written apart from the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const fields = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g;
  for (const [, quoted, plain, end] of text.matchAll(fields)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

function columnOf(values: number[], rest: Partial<Column> = {}): Column {
  return { name: 'x', quantity: 'power', about: '', values: Float64Array.from(values), ...rest };
}

describe('columns as CSV', () => {
  const rows = readCsv(columnsCsv(columns));

  it('has a head of names with SI display units and one line an hour', () => {
    expect(rows[0]!.slice(0, 3)).toEqual(['time', 'weather.dryBulb [°C]', 'facility.power [kW]']);
    expect(rows).toHaveLength(8761);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns.length + 1]));
  });

  it('reads back as the very doubles that were written', () => {
    for (const [index, column] of columns.entries()) {
      const { fromSi } = displayUnit(column.quantity, 'si');
      const read = rows.slice(1).map((row) => Number(row[index + 1]));
      expect(read).toEqual(Array.from(column.values, fromSi));
    }
  });

  it('stamps hours by their beginning in local standard time, without a leap day', () => {
    expect(rows[1]![0]).toBe('2001-01-01T00:00');
    expect(rows[24]![0]).toBe('2001-01-01T23:00');
    expect(rows[25]![0]).toBe('2001-01-02T00:00');
    expect(rows[59 * 24]![0]).toBe('2001-02-28T23:00');
    expect(rows[59 * 24 + 1]![0]).toBe('2001-03-01T00:00');
    expect(rows[8760]![0]).toBe('2001-12-31T23:00');
    expect(hourStamp(0, 2023)).toBe('2023-01-01T00:00');
    expect(hourText(4671)).toBe('Jul 14, 15:00–16:00 (hour 4672)');
  });

  it('stamps a transient in seconds', () => {
    const text = columnsCsv([columnOf([1000, 2000, 3000])], { of: 'seconds', step: 0.5 });
    expect(text).toBe('time [s],x [kW]\r\n0,1\r\n0.5,2\r\n1,3\r\n');
  });

  it('quotes names with commas, quotes and line breaks, and leaves NaN empty', () => {
    const text = columnsCsv([
      columnOf([Number.NaN], { name: 'a,"b"\nc', quantity: 'dimensionless' }),
      columnOf([2e3], { name: 'd' }),
    ]);
    expect(text).toBe('time,"a,""b""\nc",d [kW]\r\n2001-01-01T00:00,,2\r\n');
  });

  it('is a head alone for no columns', () => {
    expect(columnsCsv([])).toBe('time\r\n');
  });
});

describe('columns as Parquet', () => {
  const file = columnsParquet(columns);

  it('reads back equal to the CSV, name by name and value by value', async () => {
    const [head, ...lines] = readCsv(columnsCsv(columns));
    const read = await parquetReadObjects({ file });
    expect(Object.keys(read[0]!)).toEqual(head);
    expect(read).toHaveLength(8760);
    for (const name of head!.slice(1)) {
      const index = head!.indexOf(name);
      expect(read.map((row) => row[name])).toEqual(lines.map((line) => Number(line[index])));
    }
    const stamps = read.map((row) => (row['time'] as Date).toISOString().slice(0, 16));
    expect(stamps).toEqual(lines.map((line) => line[0]));
  });

  it('says unit, quantity and meaning of every column in its metadata', () => {
    const entry = parquetMetadata(file).key_value_metadata?.find(({ key }) => key === columnsMetadataKey);
    const described = JSON.parse(entry!.value!) as Record<string, object>;
    expect(Object.keys(described)).toEqual(columns.map(columnHead));
    expect(described['facility.power [kW]']).toEqual({
      name: 'facility.power',
      unit: 'kW',
      quantity: 'power',
      about: 'Electricity of the whole facility',
    });
  });

  it('keeps NaN and the seconds of a transient', async () => {
    const short = columnsParquet([columnOf([1e3, Number.NaN])], { of: 'seconds', step: 2 });
    expect(await parquetReadObjects({ file: short })).toEqual([
      { 'time [s]': 0, 'x [kW]': 1 },
      { 'time [s]': 2, 'x [kW]': Number.NaN },
    ]);
  });
});
