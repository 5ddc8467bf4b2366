/**
 * A system of the library as a tree: its parts laid over one another in their
 * order, its own circuits, machines and power on top. Scenarios are laid over
 * it; every value keeps the file and line where it was written.
 */

import type { Fault } from '../errors.ts';
import { found, joined, type LocatedNode, type MapNode, readDocument } from '../library/document.ts';
import { mergeDocuments } from '../library/overlay.ts';
import { checkKeys, suggestion, type ScenarioContext } from './scenario-reading.ts';

const systemKeys = [
  'kind',
  'title',
  'technology',
  'rejection',
  'status',
  'parts',
  'circuits',
  'machines',
  'power',
  'transient',
  'sources',
  'assumed',
  'notes',
] as const;
/** What a system gives to a scenario. */
const plantKeys: readonly string[] = ['circuits', 'machines', 'power', 'transient', 'technology', 'rejection'];

const deepestParts = 4;

/** The scenario with the system it names under it. */
export function withSystem(root: MapNode, context: ScenarioContext, faults: Fault[]): MapNode {
  const named = root.entries.get('system')?.value;
  if (named === undefined) return root;
  const base = systemTree(named, 'system', context, faults, 0);
  return base === undefined ? root : mergeDocuments(base, root);
}

function systemTree(
  named: LocatedNode,
  path: string,
  context: ScenarioContext,
  faults: Fault[],
  depth: number,
): MapNode | undefined {
  const own = systemDocument(named, path, context, faults, depth);
  if (own === undefined) return undefined;
  let tree: MapNode = { ...own, entries: new Map() };
  const parts = own.entries.get('parts')?.value;
  if (parts !== undefined && parts.kind !== 'list')
    faults.push({ ...parts.at, path: 'parts', message: `found ${found(parts)}; wanted a list of ids of system parts` });
  if (parts?.kind === 'list') {
    for (const [i, part] of parts.items.entries()) {
      const below = systemTree(part, joined('parts', String(i + 1)), context, faults, depth + 1);
      if (below !== undefined) tree = mergeDocuments(tree, below);
    }
  }
  const kept = [...own.entries].filter(([key]) => plantKeys.includes(key) || (depth === 0 && key === 'title'));
  return mergeDocuments(tree, { ...own, entries: new Map(kept) });
}

function systemDocument(
  named: LocatedNode,
  path: string,
  context: ScenarioContext,
  faults: Fault[],
  depth: number,
): MapNode | undefined {
  const refuse = (message: string): undefined => void faults.push({ ...named.at, path, message });
  if (named.kind !== 'scalar')
    return refuse(`found ${found(named)}; wanted the id of a system, such as systems/cold-plate-dry`);
  if (depth > deepestParts) return refuse(`parts are nested more than ${deepestParts} deep`);
  const id = named.text;
  const text = context.read(id);
  if (text === undefined)
    return refuse(`found ${found(named)}, which is no system of the library; ${known(id, depth, context)}`);
  const document = parsed(id, text, context);
  if ('faults' in document) {
    faults.push(...document.faults);
    return undefined;
  }
  checkKeys(document.root, systemKeys, faults);
  return document.root;
}

/** Variants of a comparison share most parts: each text is parsed once for a context. */
const documents = new WeakMap<ScenarioContext, Map<string, ReturnType<typeof readDocument>>>();

function parsed(id: string, text: string, context: ScenarioContext): ReturnType<typeof readDocument> {
  const known = documents.get(context) ?? new Map<string, ReturnType<typeof readDocument>>();
  documents.set(context, known);
  const document = known.get(id) ?? readDocument(text, id.startsWith('./') ? id : `models/${id}.yaml`);
  known.set(id, document);
  return document;
}

/** A scenario names systems, a system names parts. */
function known(id: string, depth: number, context: ScenarioContext): string {
  const isPart = (candidate: string): boolean => candidate.startsWith('systems/parts/');
  const ids = context.list().filter((candidate) => candidate.startsWith('systems/') && isPart(candidate) === depth > 0);
  return suggestion(id, ids);
}
