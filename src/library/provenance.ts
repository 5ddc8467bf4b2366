/**
 * Where a record's values come from: every value is named under `sources` or
 * under `assumed`, and every document under `sources` is known. An assumed
 * entry may carry the value itself, which is then written nowhere else.
 */

import { expectMap, expectText, type FaultAt } from './expectations.ts';
import { found, joined, type LocatedNode, type MapNode, nearest } from './document.ts';
import { nodeAt, setPath } from './overlay.ts';
import type { AssumedNote, SourceNote } from './parameters.ts';

/** The notes of a record, and its values with the assumed ones laid in. */
export interface Provenance {
  readonly values: MapNode;
  readonly sources: readonly SourceNote[];
  readonly assumed: readonly AssumedNote[];
}

/**
 * Reads `sources` and `assumed` and checks that they cover the values.
 *
 * @param values the record's parameters, without its own keys
 * @param documents keys of models/sources.yaml; undefined where that file could not be read
 */
export function readProvenance(
  values: MapNode,
  sources: LocatedNode | undefined,
  assumed: LocatedNode | undefined,
  documents: readonly string[] | undefined,
  fault: FaultAt,
): Provenance {
  const sourceNotes = entriesOf(sources, 'sources', fault).flatMap(([entry, path]) =>
    sourceNote(entry, path, documents, fault),
  );
  const assumptions = entriesOf(assumed, 'assumed', fault).flatMap(([entry, path]) => assumption(entry, path, fault));
  let tree = values;
  for (const each of assumptions) tree = withValue(tree, each, fault);
  const notes = [
    ...sourceNotes.map(({ note, at, path }) => ({ of: note.of, at, path })),
    ...assumptions.map(({ note, at, path }) => ({ of: note.of, at, path })),
  ];
  for (const { of, at, path } of notes) {
    for (const name of of) {
      if (nodeAt(tree, name) === undefined)
        fault(at, joined(path, 'of'), `names ${name}, which has no value in this record`);
    }
  }
  const covers = notes.flatMap(({ of }) => of);
  for (const { at, path } of uncovered(tree, '', covers)) {
    fault(at, path, 'has no source; name it under "sources", or under "assumed" with the reason');
  }
  return { values: tree, sources: sourceNotes.map(({ note }) => note), assumed: assumptions.map(({ note }) => note) };
}

interface Placed<Note> {
  readonly note: Note;
  readonly at: LocatedNode['at'];
  readonly path: string;
  readonly value?: LocatedNode;
}

function entriesOf(node: LocatedNode | undefined, path: string, fault: FaultAt): [LocatedNode, string][] {
  if (node === undefined) return [];
  if (node.kind === 'list') return node.items.map((item, i) => [item, joined(path, String(i + 1))]);
  fault(node.at, path, `expected a list of entries, each with "of:"; found ${found(node)}`);
  return [];
}

function sourceNote(
  node: LocatedNode,
  path: string,
  documents: readonly string[] | undefined,
  fault: FaultAt,
): Placed<SourceNote>[] {
  const entry = expectMap(node, path, ['of', 'document'], ['at', 'how'], fault);
  if (entry === undefined) return [];
  const document = entry.entries.get('document')!;
  const key = expectText(document.value, joined(path, 'document'), fault) ?? '';
  if (key !== '' && documents !== undefined && !documents.includes(key)) {
    const near = nearest(key, documents);
    const meant = near === undefined ? '' : `; did you mean "${near}"?`;
    fault(document.value.at, joined(path, 'document'), `no document "${key}" stands in models/sources.yaml${meant}`);
  }
  const note = { of: namesOf(entry, path, fault), document: key, ...textsOf(entry, ['at', 'how'], path, fault) };
  return [{ note, at: node.at, path }];
}

function assumption(node: LocatedNode, path: string, fault: FaultAt): Placed<AssumedNote>[] {
  const entry = expectMap(node, path, ['of', 'because'], ['value'], fault);
  if (entry === undefined) return [];
  const because = expectText(entry.entries.get('because')!.value, joined(path, 'because'), fault) ?? '';
  const value = entry.entries.get('value')?.value;
  return [{ note: { of: namesOf(entry, path, fault), because }, at: node.at, path, ...(value && { value }) }];
}

function textsOf<Name extends string>(
  entry: MapNode,
  names: readonly Name[],
  path: string,
  fault: FaultAt,
): { [N in Name]?: string } {
  const texts: { [N in Name]?: string } = {};
  for (const name of names) {
    const node = entry.entries.get(name)?.value;
    const text = node && expectText(node, joined(path, name), fault);
    if (text !== undefined) texts[name] = text;
  }
  return texts;
}

/** `of: [a, b]`, or `of: a`. */
function namesOf(entry: MapNode, path: string, fault: FaultAt): readonly string[] {
  const of = entry.entries.get('of')!.value;
  const items = of.kind === 'list' ? of.items : [of];
  return items.flatMap((item) => expectText(item, joined(path, 'of'), fault) ?? []);
}

function withValue(tree: MapNode, { note, at, path, value }: Placed<AssumedNote>, fault: FaultAt): MapNode {
  if (value === undefined) return tree;
  const [name, ...more] = note.of;
  if (name === undefined || more.length > 0) {
    fault(at, path, 'carries a value, so that "of" must name exactly one parameter');
    return tree;
  }
  const before = nodeAt(tree, name);
  if (before !== undefined) {
    fault(value.at, joined(path, 'value'), `${name} already has a value on line ${before.at.line}; write it once`);
    return tree;
  }
  const set = setPath(tree, name, value);
  if ('tree' in set) return set.tree;
  fault(at, path, set.fault);
  return tree;
}

/** Values that no note names, as the widest names that are bare of notes altogether. */
function uncovered(node: MapNode, path: string, covers: readonly string[]): { at: LocatedNode['at']; path: string }[] {
  return [...node.entries].flatMap(([name, { at, value }]) => {
    const here = joined(path, name);
    if (covers.includes(here)) return [];
    const partly = covers.some((cover) => cover.startsWith(`${here}.`));
    return partly && value.kind === 'map' ? uncovered(value, here, covers) : [{ at, path: here }];
  });
}
