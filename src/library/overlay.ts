/**
 * Located trees laid over one another: a scenario over its system, a `set:`
 * entry over both. Trees are never changed; every value keeps the position it
 * was written at.
 */

import { found, joined, type LocatedNode, type MapEntry, type MapNode } from './document.ts';

/** Both trees in one; where both have a value, `over` wins, and maps are merged name by name. */
export function mergeDocuments(base: MapNode, over: MapNode): MapNode {
  const entries = new Map(base.entries);
  for (const [name, entry] of over.entries) {
    const below = base.entries.get(name);
    const merged = below?.value.kind === 'map' && entry.value.kind === 'map';
    entries.set(
      name,
      merged ? { at: entry.at, value: mergeDocuments(below.value as MapNode, entry.value as MapNode) } : entry,
    );
  }
  return { kind: 'map', entries, at: over.at };
}

/**
 * The tree with a node laid at a dotted path, `technology.supply`; maps are
 * merged, missing maps on the way are made. A fault where the path leads
 * through something that is no map.
 */
export function setPath(
  tree: MapNode,
  path: string,
  node: LocatedNode,
): { readonly tree: MapNode } | { readonly fault: string } {
  return setSteps(tree, path.split('.'), '', node);
}

function setSteps(
  tree: MapNode,
  [name, ...rest]: readonly string[],
  before: string,
  node: LocatedNode,
): { readonly tree: MapNode } | { readonly fault: string } {
  if (name === undefined || name === '') return { fault: 'a name is missing between two dots' };
  const here = joined(before, name);
  const below = tree.entries.get(name);
  let entry: MapEntry = { at: node.at, value: node };
  if (rest.length > 0) {
    const child = below?.value ?? { kind: 'map', entries: new Map(), at: node.at };
    if (child.kind !== 'map') return { fault: `${here} is ${found(child)}, which holds no "${rest[0]}"` };
    const inner = setSteps(child, rest, here, node);
    if ('fault' in inner) return inner;
    entry = { at: below?.at ?? node.at, value: inner.tree };
  } else if (below?.value.kind === 'map' && node.kind === 'map') {
    entry = { at: node.at, value: mergeDocuments(below.value, node) };
  }
  return { tree: { ...tree, entries: new Map(tree.entries).set(name, entry) } };
}

/** What stands at a dotted path. */
export function nodeAt(tree: MapNode, path: string): LocatedNode | undefined {
  let node: LocatedNode | undefined = tree;
  for (const name of path.split('.')) node = node?.kind === 'map' ? node.entries.get(name)?.value : undefined;
  return node;
}
