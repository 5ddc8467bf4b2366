/**
 * The printed points of the records behind a machine as curves: resistance of
 * a cold plate against flow, loss of a UPS against load. Found by declaration:
 * in every table the first column is what the others stand against.
 */

import type { LibraryRecord, Parameters, TableParameter } from '../library/parameters.ts';
import { recordKinds } from '../scenario/record-kinds.ts';
import type { MachineCurve } from './machine-curves.ts';

/** Curves of all records that the values name, and of those that these name. */
export function recordCurves(
  declaration: Parameters,
  values: Readonly<Record<string, unknown>>,
): readonly (MachineCurve & { readonly record: string })[] {
  return recordsIn(declaration, values).flatMap((record) =>
    tablesIn(recordKinds[record.kind] ?? {}, record.values as Record<string, unknown>).flatMap(
      ({ name, table, columns }) =>
        curvesOf(`${record.id}.${name}`, table, columns).map((curve) => ({ ...curve, record: record.title })),
    ),
  );
}

interface FilledTable {
  readonly name: string;
  readonly table: TableParameter['table'];
  readonly columns: Readonly<Record<string, Float64Array>>;
}

function curvesOf(key: string, table: TableParameter['table'], columns: FilledTable['columns']): MachineCurve[] {
  const [first, ...others] = Object.entries(table);
  if (first === undefined) return [];
  const [xName, x] = first;
  return others
    .filter(([name]) => columns[name] !== undefined && columns[xName] !== undefined)
    .map(([name, y]) => ({
      key: `${key}.${name}`,
      title: y.about,
      x: { about: x.about, quantity: x.quantity },
      y: { about: y.about, quantity: y.quantity },
      points: Array.from(columns[xName]!, (value, i) => ({ x: value, y: columns[name]![i]! })),
      now: undefined,
    }));
}

function tablesIn(declaration: Parameters, values: Readonly<Record<string, unknown>>): FilledTable[] {
  return Object.entries(declaration).flatMap(([name, parameter]) =>
    'table' in parameter && values[name] !== undefined
      ? [{ name, table: parameter.table, columns: values[name] as FilledTable['columns'] }]
      : [],
  );
}

/** Each record once, outermost first. */
function recordsIn(declaration: Parameters, values: Readonly<Record<string, unknown>>): LibraryRecord[] {
  const found = Object.entries(declaration).flatMap(([name, parameter]): LibraryRecord[] => {
    const value = values[name];
    if (value === undefined) return [];
    if ('group' in parameter) return recordsIn(parameter.group, value as Record<string, unknown>);
    if ('each' in parameter)
      return Object.values(value as Record<string, Record<string, unknown>>).flatMap((group) =>
        recordsIn(parameter.each, group),
      );
    if (!('record' in parameter)) return [];
    const record = value as LibraryRecord;
    return [record, ...recordsIn(recordKinds[record.kind] ?? {}, record.values as Record<string, unknown>)];
  });
  return [...new Map(found.map((record) => [record.id, record])).values()];
}
