/**
 * Records of the library as text for a terminal: a list by kind, or one record
 * with every value, its source in words and what is assumed.
 */

import type { SourceDocument } from '../library/library.ts';
import type { LibraryRecord } from '../library/parameters.ts';
import { writeParameters, type PlainValue } from '../library/write-parameters.ts';
import { recordKinds } from '../scenario/record-kinds.ts';
import { formatQuantity, type Quantity, type UnitSystem } from '../units.ts';
import type { TableOptions } from './text-table.ts';
import { documentLine } from './document-line.ts';
import { emphasised, hanging, printable } from './text-layout.ts';

export type RecordBrief = Pick<LibraryRecord, 'id' | 'kind' | 'title' | 'status'>;

/** Records in blocks of a folder each, ending in a line feed. */
export function recordListText(
  records: readonly RecordBrief[],
  { width = 80, emphasis = 'plain' }: TableOptions,
): string {
  const folderOf = ({ id }: RecordBrief) => id.slice(0, id.lastIndexOf('/'));
  const folders = [...new Set(records.map(folderOf))];
  const lines = folders.flatMap((folder, i) => {
    const own = records.filter((record) => folderOf(record) === folder);
    return [
      ...(i > 0 ? [''] : []),
      emphasised(folder, 'bold', emphasis),
      ...own.map((record) => briefLine(record, width)),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function briefLine({ id, title, status }: RecordBrief, width: number): string {
  const name = printable(id.slice(id.lastIndexOf('/') + 1));
  const room = width - 35;
  const [first = '', ...rest] = hanging(`${printable(title)} (${status})`, room, 2).split('\n');
  const lines = name.length > 31 ? [`  ${name}`, `${' '.repeat(35)}${first}`] : [`  ${name.padEnd(33)}${first}`];
  return [...lines, ...rest.map((line) => ' '.repeat(35) + line)].join('\n');
}

/** One record, ending in a line feed. */
export function recordText(
  record: LibraryRecord,
  documents: ReadonlyMap<string, SourceDocument>,
  options: TableOptions,
): string {
  const { width = 80, emphasis = 'plain' } = options;
  const head = (text: string) => ['', emphasised(text, 'bold', emphasis)];
  const item = (text: string) => hanging(`- ${printable(text)}`, width, 2);
  const values = writeParameters(recordKinds[record.kind]!, record.values);
  const holds = Object.entries(record.holdsFor ?? {});
  const lines = [
    emphasised(hanging(printable(record.title), width, 0), 'bold', emphasis),
    hanging(
      `${record.id}: ${record.kind}, ${record.status}${record.maker === undefined ? '' : `, ${printable(record.maker)}`}`,
      width,
      2,
    ),
    ...head('Values'),
    ...valueLines(values, 2, width),
    ...(holds.length > 0 ? head('Holds for') : []),
    ...holds.map(([name, range]) =>
      item(`${name}: ${typeof range === 'string' ? range : rangeOf(record, name, range, options.system)}`),
    ),
    ...(record.sources.length > 0 ? head('Sources') : []),
    ...record.sources.map(({ of, document, at, how }) => {
      const known = documents.get(document);
      const where = [known === undefined ? document : documentLine(known), at, how].filter(
        (part) => part !== undefined,
      );
      return item(`${of.join(', ')}: ${where.join('; ')}`);
    }),
    ...(record.assumed.length > 0 ? head('Assumed') : []),
    ...record.assumed.map(({ of, because }) => item(`${of.join(', ')}: ${because}`)),
    ...(record.notes?.length ? head('Notes') : []),
    ...(record.notes ?? []).map(item),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function valueLines(values: Readonly<Record<string, PlainValue>>, indent: number, width: number): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const left = `${' '.repeat(indent)}${printable(name)}`;
    if (typeof value === 'string' || typeof value === 'number') return [valueLine(left, String(value), width)];
    if (isColumn(value)) return [valueLine(left, columnText(value), width)];
    if (Array.isArray(value)) return [valueLine(left, value.join(', '), width)];
    return [left, ...valueLines(value as Readonly<Record<string, PlainValue>>, indent + 2, width)];
  });
}

interface WrittenColumn {
  readonly unit: string;
  readonly values: readonly number[];
}

function isColumn(value: PlainValue): value is PlainValue & WrittenColumn {
  return typeof value === 'object' && 'values' in value && Array.isArray(value.values);
}

function columnText({ unit, values }: WrittenColumn): string {
  const shown = values.length > 24 ? [...values.slice(0, 12), `… ${values.length} values`] : values;
  return `${shown.join(', ')}${unit === '1' ? '' : ` ${unit}`}`;
}

/** Broken at spaces only, so that no minus sign is torn from its number. */
function valueLine(left: string, value: string, width: number): string {
  const indent = 28;
  const lines = [left.length >= indent ? left : left.padEnd(indent - 1)];
  for (const word of printable(value).split(' ')) {
    if (lines.at(-1)!.length + 1 + word.length <= width) lines.push(`${lines.pop()} ${word}`);
    else lines.push(`${' '.repeat(indent)}${word}`);
  }
  return lines.join('\n');
}

/** Bounds in the quantity of the parameter or column of that name; plain numbers where none has it. */
function rangeOf(
  record: LibraryRecord,
  name: string,
  [lowest, highest]: readonly [number, number],
  system: UnitSystem,
): string {
  const quantity = quantityNamed(recordKinds[record.kind]!, name);
  const shown = (value: number) => (quantity === undefined ? String(value) : formatQuantity(value, quantity, system));
  return `${shown(lowest)} to ${shown(highest)}`;
}

function quantityNamed(declaration: (typeof recordKinds)[string], name: string): Quantity | undefined {
  for (const [key, parameter] of Object.entries(declaration)) {
    if (key === name && 'quantity' in parameter) return parameter.quantity;
    if (key === name && 'series' in parameter) return parameter.series;
    if ('table' in parameter && Object.hasOwn(parameter.table, name)) return parameter.table[name]!.quantity;
    const inner = 'group' in parameter ? parameter.group : 'each' in parameter ? parameter.each : undefined;
    const found = inner === undefined ? undefined : quantityNamed(inner, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
