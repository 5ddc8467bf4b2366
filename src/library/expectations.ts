/**
 * What the fixed parts of a record must look like, such as its title and its
 * list of sources; its parameters have declarations of their own.
 */

import { found, isNothing, joined, type LocatedNode, type MapNode, type Position } from './document.ts';
import { unknownName } from './read-scalars.ts';

/** Notes a fault at a place. */
export type FaultAt = (at: Position, path: string, message: string) => void;

/** The map, if it is one and has the keys it needs; keys nobody knows are faults. */
export function expectMap(
  node: LocatedNode,
  path: string,
  needed: readonly string[],
  allowed: readonly string[],
  fault: FaultAt,
): MapNode | undefined {
  const known = [...needed, ...allowed];
  if (node.kind !== 'map') {
    fault(node.at, path, `expected a map of ${known.join(', ')}; found ${found(node)}`);
    return undefined;
  }
  for (const [name, { at }] of node.entries) {
    if (!known.includes(name)) fault(at, joined(path, name), unknownName(name, known));
  }
  const missing = needed.filter((name) => !node.entries.has(name));
  for (const name of missing) fault(node.at, path, `${name} is missing`);
  return missing.length === 0 ? node : undefined;
}

/** The text, if there is any. */
export function expectText(node: LocatedNode, path: string, fault: FaultAt): string | undefined {
  if (node.kind === 'scalar' && !isNothing(node) && node.text.trim() !== '') return node.text.trim();
  fault(node.at, path, `expected a text; found ${found(node)}`);
  return undefined;
}

/** One text, or a list of them. */
export function expectTexts(node: LocatedNode, path: string, fault: FaultAt): readonly string[] {
  const items = node.kind === 'list' ? node.items : [node];
  return items.flatMap((item) => expectText(item, path, fault) ?? []);
}
