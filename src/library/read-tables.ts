/**
 * Printed points by declaration: tables of equally long columns and series of
 * one quantity, each column as `{ unit, values }`, into SI. Checks every
 * point's range and what physics says of a column's order.
 */

import { expectedQuantity, type Quantity, readQuantity } from '../units.ts';
import { found, joined, type LocatedNode } from './document.ts';
import type { SeriesParameter, TableColumn, TableParameter } from './parameters.ts';
import { quantityInRange, type Reading, unknownName } from './read-scalars.ts';

/** A column's values, and the nodes they stand at. */
interface Column {
  readonly values: Float64Array;
  readonly nodes: readonly LocatedNode[];
}

/** Columns by name, or undefined where a fault was found. */
export function tableValue(parameter: TableParameter, node: LocatedNode, path: string, reading: Reading): unknown {
  const before = reading.faults.length;
  const names = Object.keys(parameter.table);
  const refuse = (at: LocatedNode['at'], where: string, message: string): void => {
    reading.faults.push({ ...at, path: where, message });
  };
  if (node.kind !== 'map') {
    refuse(node.at, path, `expected columns ${names.join(', ')}; found ${found(node)}`);
    return undefined;
  }
  const columns: Record<string, Float64Array> = {};
  for (const [name, declared] of Object.entries(parameter.table)) {
    const here = joined(path, name);
    const written = node.entries.get(name)?.value;
    if (written === undefined) refuse(node.at, path, `column ${name} is missing (${declared.about})`);
    const column = written && columnOf(written, declared, here, reading);
    if (column === undefined) continue;
    checkOrder(column, declared, here, reading);
    columns[name] = column.values;
  }
  for (const [name, { at }] of node.entries) {
    if (!Object.hasOwn(parameter.table, name)) refuse(at, joined(path, name), unknownName(name, names));
  }
  const lengths = Object.entries(columns).map(([name, values]) => `${name} ${values.length}`);
  const first = Object.values(columns)[0]?.length;
  if (Object.values(columns).some(({ length }) => length !== first))
    refuse(node.at, path, `columns differ in length: ${lengths.join(', ')}`);
  return reading.faults.length === before ? Object.freeze(columns) : undefined;
}

/** The series, written as `{ unit, values }` or as a list of quantities. */
export function seriesValue(
  parameter: SeriesParameter,
  node: LocatedNode,
  path: string,
  reading: Reading,
): Float64Array | undefined {
  const column = columnOf(node, { quantity: parameter.series, range: parameter.range }, path, reading);
  if (column === undefined) return undefined;
  const { length } = column.values;
  if (parameter.length === undefined || parameter.length === length) return column.values;
  reading.faults.push({ ...node.at, path, message: `expected ${parameter.length} values; found ${length}` });
  return undefined;
}

function columnOf(
  node: LocatedNode,
  { quantity, range }: Pick<TableColumn, 'quantity' | 'range'>,
  path: string,
  reading: Reading,
): Column | undefined {
  const before = reading.faults.length;
  const written = writtenColumn(node, quantity, path, reading);
  if (written === undefined) return undefined;
  const values = new Float64Array(written.nodes.length);
  for (const [i, item] of written.nodes.entries()) {
    const read = pointOf(item, written.unit, quantity, range);
    if ('fault' in read) reading.faults.push({ ...item.at, path: joined(path, String(i + 1)), message: read.fault });
    else values[i] = read.value;
  }
  return reading.faults.length === before ? { values, nodes: written.nodes } : undefined;
}

interface WrittenColumn {
  /** Absent where every value carries its own. */
  readonly unit: string | undefined;
  readonly nodes: readonly LocatedNode[];
}

function writtenColumn(
  node: LocatedNode,
  quantity: Quantity,
  path: string,
  reading: Reading,
): WrittenColumn | undefined {
  const refuse = (at: LocatedNode['at'], message: string): undefined => {
    reading.faults.push({ ...at, path, message });
    return undefined;
  };
  if (node.kind === 'list')
    return node.items.length > 0 ? { unit: undefined, nodes: node.items } : refuse(node.at, 'has no values');
  const unit = node.kind === 'map' ? node.entries.get('unit')?.value : undefined;
  const values = node.kind === 'map' ? node.entries.get('values')?.value : undefined;
  if (node.kind !== 'map' || values?.kind !== 'list')
    return refuse(node.at, `expected { unit: …, values: […] }; found ${found(values ?? node)}`);
  for (const [name, { at }] of node.entries) {
    if (name !== 'unit' && name !== 'values') refuse(at, unknownName(name, ['unit', 'values']));
  }
  if (values.items.length === 0) return refuse(values.at, 'has no values');
  if (unit === undefined) return { unit: undefined, nodes: values.items };
  const text = unit.kind === 'scalar' ? unit.text : '';
  const read = readQuantity(`1 ${text}`, quantity);
  if (text === '' || 'fault' in read) {
    return refuse(
      unit.at,
      'fault' in read
        ? `unit ${read.fault.replace(/^"1 /, '"')}`
        : `expected a unit of ${quantity}; found ${found(unit)}`,
    );
  }
  return { unit: text, nodes: values.items };
}

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function pointOf(
  item: LocatedNode,
  unit: string | undefined,
  quantity: Quantity,
  range: readonly [number, number],
): ReturnType<typeof quantityInRange> {
  if (item.kind !== 'scalar')
    return { fault: `${unit === undefined ? expectedQuantity(quantity) : 'expected a number'}; found ${found(item)}` };
  if (unit === undefined) return quantityInRange(item.text, quantity, range);
  if (!plainNumber.test(item.text))
    return { fault: `expected a number, in the column's unit ${unit}; found ${found(item)}` };
  return quantityInRange(`${item.text} ${unit}`, quantity, range);
}

const inOrder: Readonly<Record<NonNullable<TableColumn['order']>, (before: number, after: number) => boolean>> = {
  rising: (before, after) => after > before,
  falling: (before, after) => after < before,
  'not rising': (before, after) => after <= before,
  'not falling': (before, after) => after >= before,
};

function checkOrder({ values, nodes }: Column, { order }: TableColumn, path: string, reading: Reading): void {
  if (order === undefined) return;
  const at = values.findIndex((value, i) => i > 0 && !inOrder[order](values[i - 1]!, value));
  if (at < 0) return;
  const [before, after] = [nodes[at - 1]!, nodes[at]!];
  reading.faults.push({
    ...after.at,
    path: joined(path, String(at + 1)),
    message: `${found(after)} after ${found(before)}; the column must be ${order}`,
  });
}
