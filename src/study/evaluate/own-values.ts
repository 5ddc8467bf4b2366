/**
 * Values that a user writes on the command line: single ones as they are,
 * tables, lists and groups as YAML in braces or brackets. Feeds an evaluation
 * and, where it has one, the record it stands on: whole for a kind without a
 * record, or in place of single values of one.
 */

import type { Fault } from '../../errors.ts';
import { type LocatedNode, type MapEntry, type MapNode, readDocument } from '../../library/document.ts';
import { isRequired } from '../../library/json-schema.ts';
import type { LibraryRecord, Parameters, ValuesOf } from '../../library/parameters.ts';
import { type ParameterReader, readParameters } from '../../library/read-parameters.ts';
import { unknownName } from '../../library/read-scalars.ts';
import type { RecordRule } from '../../library/record.ts';

/** Before the name of a value that is the record's, where an input has the same name. */
export const recordPrefix = 'record.';

/** What may be written, and where it goes. */
export interface WrittenShape {
  readonly name: string;
  readonly inputs: Parameters;
  /** Declaration of the record's values; empty where there is none. */
  readonly recordValues: Parameters;
  /** The record that values may be put in place of; undefined where all of them are written. */
  readonly record: LibraryRecord | undefined;
  /** What the kind demands of all of its values. */
  readonly rule: RecordRule | undefined;
}

export interface ReadValues {
  readonly inputs: ValuesOf<Parameters>;
  /** Those of the record, with what was written in their place. */
  readonly recordValues: Readonly<Record<string, unknown>>;
  /** Names of the record's values that were written. */
  readonly replaced: readonly string[];
}

/** Both, or every fault. Without a record a name that both know goes to both, unless the input has to be given; with its prefix to the record alone. */
export function readWritten(
  shape: WrittenShape,
  written: ReadonlyMap<string, string>,
  reader: ParameterReader,
): ReadValues | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const nodes = new Map<string, LocatedNode>();
  const ofRecord = new Map<string, LocatedNode>();
  for (const [name, text] of written) {
    const isOfRecord = name.startsWith(recordPrefix);
    const bare = isOfRecord ? name.slice(recordPrefix.length) : name;
    (isOfRecord ? ofRecord : nodes).set(bare, nodeOf(text, bare, shape.name, faults));
  }
  for (const name of ofRecord.keys())
    if (!Object.hasOwn(shape.recordValues, name))
      faults.push({
        file: shape.name,
        path: recordPrefix + name,
        message: unknownName(name, Object.keys(shape.recordValues)),
      });
  const known = [...new Set([...Object.keys(shape.inputs), ...Object.keys(shape.recordValues)])];
  for (const name of nodes.keys())
    if (!known.includes(name)) faults.push({ file: shape.name, path: name, message: unknownName(name, known) });

  const inputs = readParameters(shape.inputs, among(shape.inputs, nodes, shape.name), '', faults, reader);
  const { record } = shape;
  const wanted =
    record === undefined
      ? shape.recordValues
      : Object.fromEntries(
          Object.entries(shape.recordValues).filter(
            ([name]) => ofRecord.has(name) || (nodes.has(name) && !Object.hasOwn(shape.inputs, name)),
          ),
        );
  const shared = record === undefined ? [...nodes].filter(([name]) => !isApart(shape, name)) : nodes;
  const node = among(wanted, new Map([...shared, ...ofRecord]), shape.name);
  const ownFaults: Fault[] = [];
  const values = readParameters(wanted, node, '', ownFaults, reader);
  faults.push(...ownFaults.map((fault) => withPrefix(fault, shape)));
  if (record === undefined && values !== undefined)
    shape.rule?.(node, (at, path, message) => void faults.push({ ...at, path, message }));
  if (inputs === undefined || values === undefined || faults.length > 0)
    return { faults: distinct(faults, shape.name) };
  return {
    inputs,
    recordValues: { ...record?.values, ...values },
    replaced: record === undefined ? [] : Object.keys(wanted),
  };
}

/** Whether an input and a value of the record only share their name: an input that has to be given is a state of now. */
function isApart({ inputs, recordValues }: WrittenShape, name: string): boolean {
  return Object.hasOwn(inputs, name) && Object.hasOwn(recordValues, name) && isRequired(inputs[name]!);
}

/** A fault of the record's value told from one of the input of its name. */
function withPrefix(fault: Fault, shape: WrittenShape): Fault {
  const name = fault.path === '' ? (fault.message.split(' is missing')[0] ?? '') : fault.path.split('.')[0]!;
  if (!isApart(shape, name)) return fault;
  if (fault.path === '') return { ...fault, message: recordPrefix + fault.message };
  return { ...fault, path: recordPrefix + fault.path };
}

function nodeOf(text: string, name: string, file: string, faults: Fault[]): LocatedNode {
  const at = { file, line: 1, column: 1 };
  const scalar: LocatedNode = { kind: 'scalar', text, quoted: true, at };
  if (!/^[{[]/.test(text)) return scalar;
  const document = readDocument(`${name}: ${text}`, file);
  if (!('faults' in document)) return document.root.entries.get(name)?.value ?? scalar;
  faults.push(...document.faults.map(({ message }) => ({ file, path: name, message })));
  return scalar;
}

function among(declaration: Parameters, nodes: ReadonlyMap<string, LocatedNode>, file: string): MapNode {
  const at = { file, line: 1, column: 1 };
  const entries = [...nodes].flatMap(([name, value]): [string, MapEntry][] =>
    Object.hasOwn(declaration, name) ? [[name, { at: value.at, value }]] : [],
  );
  return { kind: 'map', at, entries: new Map(entries) };
}

/** Each once, and without a place where it means nothing: on the command line. */
function distinct(faults: readonly Fault[], commandLine: string): readonly Fault[] {
  const placeless = faults.map((fault) => {
    const { file, path, message } = fault;
    return file === commandLine ? { file, path, message } : fault;
  });
  return [...new Map(placeless.map((fault) => [JSON.stringify(fault), fault])).values()];
}
