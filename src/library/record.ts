/**
 * One record's text to a checked record: its kind, title and status, its
 * values by the kind's declaration, where they hold and where they come from.
 * Knows no kind; whoever opens the library brings their declarations.
 */

import { type Fault, RecordError } from '../errors.ts';
import { type Quantity, readQuantity } from '../units.ts';
import { found, joined, type LocatedNode, type MapNode, nearest, readDocument } from './document.ts';
import { expectText, expectTexts, type FaultAt } from './expectations.ts';
import { type LibraryRecord, type Parameters, recordStatuses, type RecordStatus } from './parameters.ts';
import { readProvenance } from './provenance.ts';
import { type ParameterReader, readParameters } from './read-parameters.ts';

/** Keys every record may have; the rest are parameters of its kind. */
const recordKeys = ['kind', 'title', 'maker', 'status', 'notes', 'holdsFor', 'sources', 'assumed'];

/** What a kind demands beyond single values, looked for in the text of its parameters. */
export type RecordRule = (written: MapNode, fault: FaultAt) => void;

export interface RecordSurroundings extends ParameterReader {
  /** Declarations by kind. */
  readonly kinds: Readonly<Record<string, Parameters>>;
  /** Rules by kind, of those that have one. */
  readonly rules: Readonly<Record<string, RecordRule>>;
  /** Keys of models/sources.yaml; undefined where that file could not be read. */
  readonly documents: readonly string[] | undefined;
}

/**
 * @param id the record's path without its ending
 * @param file as it shall be named in faults
 * @throws {RecordError} with every fault of the text
 */
export function readRecord(text: string, id: string, file: string, surroundings: RecordSurroundings): LibraryRecord {
  const document = readDocument(text, file);
  if ('faults' in document) throw new RecordError(document.faults);
  const { root } = document;
  const faults: Fault[] = [];
  const fault: FaultAt = (at, path, message) => void faults.push({ ...at, path, message });
  const given = (name: string): LocatedNode | undefined => root.entries.get(name)?.value;
  const required = (name: string, about: string): LocatedNode | undefined => {
    if (!root.entries.has(name)) faults.push({ file, path: '', message: `${name} is missing (${about})` });
    return given(name);
  };

  const kind = kindOf(required('kind', 'what the record is of'), surroundings.kinds, fault);
  const titleNode = required('title', 'one line to know it by');
  const title = titleNode && expectText(titleNode, 'title', fault);
  const status = statusOf(required('status', recordStatuses.join(', ')), fault);
  const makerNode = given('maker');
  const maker = makerNode && expectText(makerNode, 'maker', fault);
  const notesNode = given('notes');
  const notes = notesNode === undefined ? [] : expectTexts(notesNode, 'notes', fault);

  const own = [...root.entries].filter(([name]) => !recordKeys.includes(name));
  const written: MapNode = { ...root, entries: new Map(own) };
  const provenance = readProvenance(written, given('sources'), given('assumed'), surroundings.documents, fault);
  const declaration = kind === undefined ? undefined : surroundings.kinds[kind]!;
  const values = declaration && readParameters(declaration, provenance.values, '', faults, surroundings);
  if (kind !== undefined && Object.hasOwn(surroundings.rules, kind))
    surroundings.rules[kind]!(provenance.values, fault);
  const holdsFor = declaration && holdsForOf(given('holdsFor'), declaration, fault);

  const complete = kind && title && status && values && holdsFor;
  if (!complete || faults.length > 0) throw new RecordError(faults);
  const { sources, assumed } = provenance;
  return Object.freeze({ id, kind, title, status, ...(maker && { maker }), notes, values, sources, assumed, holdsFor });
}

function kindOf(
  node: LocatedNode | undefined,
  kinds: Readonly<Record<string, Parameters>>,
  fault: FaultAt,
): string | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar' && Object.hasOwn(kinds, node.text)) return node.text;
  const known = Object.keys(kinds);
  const near = node.kind === 'scalar' ? nearest(node.text, known) : undefined;
  fault(
    node.at,
    'kind',
    `expected one of ${known.join(', ')}; found ${found(node)}${near === undefined ? '' : `; did you mean "${near}"?`}`,
  );
  return undefined;
}

function statusOf(node: LocatedNode | undefined, fault: FaultAt): RecordStatus | undefined {
  if (node === undefined) return undefined;
  const status = recordStatuses.find((word) => node.kind === 'scalar' && node.text === word);
  if (status === undefined)
    fault(node.at, 'status', `expected one of ${recordStatuses.join(', ')}; found ${found(node)}`);
  return status;
}

/** Ranges by the names of parameters and columns, in their quantities; words by any name. */
function holdsForOf(
  node: LocatedNode | undefined,
  declaration: Parameters,
  fault: FaultAt,
): NonNullable<LibraryRecord['holdsFor']> {
  const ranges: Record<string, readonly [number, number] | string> = {};
  if (node !== undefined && node.kind !== 'map')
    fault(node.at, 'holdsFor', `expected a map from names to ranges; found ${found(node)}`);
  if (node?.kind !== 'map') return ranges;
  const known = quantitiesByName(declaration);
  for (const [name, { at, value }] of node.entries) {
    const path = joined('holdsFor', name);
    const quantity = known.get(name);
    const range =
      value.kind === 'list' && quantity !== undefined ? rangeOf(value.items, quantity, path, fault) : undefined;
    if (value.kind === 'scalar') ranges[name] = expectText(value, path, fault) ?? '';
    else if (quantity === undefined)
      fault(at, path, `no quantity of this name is known here; known: ${[...known.keys()].join(', ')}`);
    else if (range === undefined) fault(value.at, path, 'expected [lowest, highest], each with its unit');
    else ranges[name] = range;
  }
  return ranges;
}

function rangeOf(
  items: readonly LocatedNode[],
  quantity: Quantity,
  path: string,
  fault: FaultAt,
): readonly [number, number] | undefined {
  const values: number[] = [];
  for (const item of items) {
    const read = item.kind === 'scalar' ? readQuantity(item.text, quantity) : { fault: `found ${found(item)}` };
    if ('fault' in read) fault(item.at, path, read.fault);
    else values.push(read.value);
  }
  if (items.length !== 2) return undefined;
  const [lowest, highest] = values;
  // A bound that could not be read already has its fault.
  if (lowest === undefined || highest === undefined) return [Number.NaN, Number.NaN];
  return lowest <= highest ? [lowest, highest] : undefined;
}

function quantitiesByName(declaration: Parameters, known = new Map<string, Quantity>()): Map<string, Quantity> {
  for (const [name, parameter] of Object.entries(declaration)) {
    if ('quantity' in parameter && !known.has(name)) known.set(name, parameter.quantity);
    if ('series' in parameter && !known.has(name)) known.set(name, parameter.series);
    if ('table' in parameter) {
      for (const [column, { quantity }] of Object.entries(parameter.table))
        if (!known.has(column)) known.set(column, quantity);
    }
    if ('group' in parameter) quantitiesByName(parameter.group, known);
    if ('each' in parameter) quantitiesByName(parameter.each, known);
  }
  return known;
}
