/**
 * `set:` of a scenario: dotted paths that begin with a circuit, a machine,
 * `power`, `site` or `transient`, laid over the tree; `none` removes what stands there, a
 * whole machine or one value. Checks only that the path begins at something;
 * what it ends at is checked with everything else.
 */

import type { Fault } from '../errors.ts';
import { found, type LocatedNode, type MapNode } from '../library/document.ts';
import { nodeAt, setPath } from '../library/overlay.ts';
import { didYouMean } from './scenario-reading.ts';

/** Groups of a scenario whose members are named without the group's name. */
const namedGroups = ['circuits', 'machines'];

/** The tree with its settings applied. */
export function withSettings(tree: MapNode, faults: Fault[]): MapNode {
  const settings = tree.entries.get('set')?.value;
  if (settings === undefined) return tree;
  if (settings.kind !== 'map') {
    faults.push({ ...settings.at, path: 'set', message: `found ${found(settings)}; wanted a map of names and values` });
    return tree;
  }
  let result = tree;
  for (const [key, { at, value }] of settings.entries) {
    const applied = withSetting(result, key, value);
    if ('fault' in applied) faults.push({ ...at, path: `set.${key}`, message: applied.fault });
    else result = applied.tree;
  }
  return result;
}

function withSetting(
  tree: MapNode,
  key: string,
  value: LocatedNode,
): { readonly tree: MapNode } | { readonly fault: string } {
  const [first = '', ...rest] = key.split('.');
  const path = fullPath(tree, first, rest);
  if (path === undefined) {
    const known = [...namedGroups.flatMap((group) => namesIn(tree, group)), 'power', 'site', 'transient'];
    return { fault: `begins with "${first}", which is no circuit or machine here; ${didYouMean(first, known)}` };
  }
  if (value.kind !== 'scalar' || value.quoted || value.text !== 'none') return setPath(tree, path.join('.'), value);
  if (path.length === 1 || nodeAt(tree, path.join('.')) === undefined)
    return { fault: 'found none, which removes what is written; nothing of this name is written here' };
  return { tree: without(tree, path) };
}

function fullPath(tree: MapNode, first: string, rest: readonly string[]): readonly string[] | undefined {
  const group = namedGroups.find((name) => namesIn(tree, name).includes(first));
  if (group !== undefined) return [group, first, ...rest];
  return ['power', 'site', 'transient', ...namedGroups].includes(first) ? [first, ...rest] : undefined;
}

function namesIn(tree: MapNode, group: string): readonly string[] {
  const node = nodeAt(tree, group);
  return node?.kind === 'map' ? [...node.entries.keys()] : [];
}

function without(tree: MapNode, [name = '', ...rest]: readonly string[]): MapNode {
  const entries = new Map(tree.entries);
  const entry = entries.get(name);
  if (rest.length === 0) entries.delete(name);
  else if (entry?.value.kind === 'map') entries.set(name, { at: entry.at, value: without(entry.value, rest) });
  return { ...tree, entries };
}
