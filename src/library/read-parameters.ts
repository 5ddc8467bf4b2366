/**
 * Values by declaration: reads a map of a located tree as the parameters of a
 * machine, record or circuit, into SI, and gathers every fault on the way.
 *
 * Leaves out what goes beyond one parameter, such as "give one of these two";
 * whoever declares the parameters checks that. Used for records and scenarios.
 */

import { type Fault, RecordError } from '../errors.ts';
import { found, isNothing, joined, type LocatedNode, type MapNode } from './document.ts';
import type {
  GroupParameter,
  LibraryRecord,
  MapParameter,
  Parameter,
  Parameters,
  RecordParameter,
  ValuesOf,
} from './parameters.ts';
import { type ParameterReader, type Reading, scalarValue, unknownName } from './read-scalars.ts';
import { seriesValue, tableValue } from './read-tables.ts';

export type { ParameterReader } from './read-scalars.ts';

/**
 * The values of a declaration in SI, or undefined where a fault was found;
 * faults are added to `faults`, all of them, in the order of the declaration.
 *
 * @param path where the node stands in its document, `machines.cdu`; empty at the top
 */
export function readParameters<P extends Parameters>(
  declaration: P,
  node: LocatedNode,
  path: string,
  faults: Fault[],
  reader: ParameterReader,
): ValuesOf<P> | undefined {
  const before = faults.length;
  const values = groupValues(declaration, node, path, { ...reader, faults });
  return faults.length === before ? (values as ValuesOf<P>) : undefined;
}

function groupValues(declaration: Parameters, node: LocatedNode, path: string, reading: Reading): unknown {
  if (node.kind !== 'map') {
    const known = Object.keys(declaration).join(', ');
    reading.faults.push({ ...node.at, path, message: `expected a map of ${known}; found ${found(node)}` });
    return undefined;
  }
  const values: Record<string, unknown> = {};
  for (const [name, parameter] of Object.entries(declaration)) {
    const written = node.entries.get(name)?.value;
    const here = joined(path, name);
    const value =
      written === undefined
        ? absentValue(parameter, name, node, path, reading)
        : valueOf(parameter, written, here, reading);
    if (value !== undefined) values[name] = value;
  }
  for (const [name, { at }] of node.entries) {
    if (Object.hasOwn(declaration, name)) continue;
    reading.faults.push({ ...at, path: joined(path, name), message: unknownName(name, Object.keys(declaration)) });
  }
  return Object.freeze(values);
}

function absentValue(parameter: Parameter, name: string, node: MapNode, path: string, reading: Reading): unknown {
  if ('default' in parameter) {
    const written: LocatedNode = { kind: 'scalar', text: String(parameter.default), quoted: false, at: node.at };
    reading.defaulted?.push(joined(path, name));
    return valueOf(parameter, written, joined(path, name), reading);
  }
  if (parameter.optional === true) return undefined;
  if ('group' in parameter && isDefaulted(parameter)) {
    return groupValues(parameter.group, { kind: 'map', entries: new Map(), at: node.at }, joined(path, name), reading);
  }
  const message = `${name} is missing (${parameter.about})`;
  reading.faults.push(path === '' ? { file: node.at.file, path, message } : { ...node.at, path, message });
  return undefined;
}

/** A group that needs nothing to be written. */
function isDefaulted({ group }: GroupParameter): boolean {
  return Object.values(group).every(
    (each) => 'default' in each || each.optional === true || ('group' in each && isDefaulted(each)),
  );
}

function valueOf(parameter: Parameter, node: LocatedNode, path: string, reading: Reading): unknown {
  if ('group' in parameter) return groupValues(parameter.group, node, path, reading);
  if ('each' in parameter) return mapValues(parameter, node, path, reading);
  if ('table' in parameter) return tableValue(parameter, node, path, reading);
  if ('series' in parameter) return seriesValue(parameter, node, path, reading);
  if ('record' in parameter) return recordValue(parameter, node, path, reading);
  return scalarValue(parameter, node, path, reading);
}

function recordValue(
  { record: kinds }: RecordParameter,
  node: LocatedNode,
  path: string,
  reading: Reading,
): LibraryRecord | undefined {
  if (node.kind !== 'scalar' || isNothing(node)) {
    const message = `expected the id of a record of kind ${kinds.join(' or ')}; found ${found(node)}`;
    reading.faults.push({ ...node.at, path, message });
    return undefined;
  }
  const id = node.text;
  try {
    return reading.record(id, kinds);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    for (const fault of error.faults) {
      const placed = fault.file !== id || fault.line !== undefined;
      reading.faults.push(placed ? fault : { ...node.at, path, message: `${found(node)}: ${fault.message}` });
    }
    return undefined;
  }
}

function mapValues(parameter: MapParameter, node: LocatedNode, path: string, reading: Reading): unknown {
  if (node.kind !== 'map') {
    reading.faults.push({ ...node.at, path, message: `expected a map from names to groups; found ${found(node)}` });
    return undefined;
  }
  const values: Record<string, unknown> = {};
  for (const [name, { at, value }] of node.entries) {
    const here = joined(path, name);
    if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name) || name in Object.prototype) {
      reading.faults.push({
        ...at,
        path: here,
        message: 'is no name; a name is a letter, then letters, digits and hyphens',
      });
    } else values[name] = groupValues(parameter.each, value, here, reading);
  }
  return Object.freeze(values);
}
