/**
 * A document, one of its variants and the reader's changes as the text of one
 * scenario: what is run is what is exported. Scalars stay as they were written
 * (`0.4 %`, `012`), because what they mean is for the reader of scenarios.
 */

import { Document, parseDocument } from 'yaml';
import type { Changes } from './messages.ts';

export type Tree = { [key: string]: string | Tree | readonly unknown[] };

/** The text of one variant, or of the document itself where it has none, with the changes laid over it. */
export function scenarioText(text: string, variant: string, changes: Changes): string {
  const written = parseDocument(text, { schema: 'failsafe' });
  const tree = written.toJS() as Tree;
  const variants = tree['variants'] as Tree | undefined;
  const single =
    variants === undefined ? written : new Document(variantTree(tree, variants, variant), { schema: 'failsafe' });
  if (changes.system !== undefined) single.set('system', changes.system);
  for (const [name, text] of Object.entries(changes.site)) single.setIn(['site', name], text);
  for (const [path, text] of Object.entries(changes.own)) single.setIn(['set', path], text);
  return single.toString({ lineWidth: 0 });
}

const sharedKeys = ['site', 'set', 'transient'];

/** What stands beside the variants goes under the variant. */
function variantTree(tree: Tree, variants: Tree, name: string): Tree {
  const own = variants[name] as Tree;
  const shared = Object.fromEntries(Object.entries(tree).filter(([key]) => sharedKeys.includes(key)));
  return merged(shared, own);
}

function merged(below: Tree, above: Tree): Tree {
  const result: Tree = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = result[key];
    result[key] = isTree(under) && isTree(value) ? merged(under, value) : value;
  }
  return result;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A scenario's text with a transient laid over its own; events that are given take the place of all that it has. */
export function withTransient(text: string, transient: Tree): string {
  const document = parseDocument(text, { schema: 'failsafe' });
  const written = ((document.toJS() as Tree)['transient'] ?? {}) as Tree;
  const { events: _replaced, ...rest } = written;
  const under = transient['events'] === undefined ? written : rest;
  document.set('transient', document.createNode(merged(under, transient)));
  return document.toString({ lineWidth: 0 });
}
