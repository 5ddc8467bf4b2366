/**
 * Systems say where their values come from as every record does, every kind
 * is shown in a shipped scenario, and no source document stands idle. The
 * records themselves are read in test/models.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LocatedNode, type MapNode, readDocument } from '../../src/library/document.ts';
import { nodeAt } from '../../src/library/overlay.ts';
import { machineKinds } from '../../src/machines/index.ts';
import { openModels, openScenarioFile } from '../../src/node.ts';
import { recordKinds } from '../../src/scenario/record-kinds.ts';
import { projectFolder } from './source-files.ts';

const { library, list, read } = openModels(projectFolder);
const systemIds = list().filter((id) => id.startsWith('systems/'));
const recordIds = list().filter((id) => !id.startsWith('systems/'));

function documentOf(id: string): MapNode {
  const document = readDocument(read(id)!, `models/${id}.yaml`);
  if ('faults' in document) throw new Error(JSON.stringify(document.faults));
  return document.root;
}

/** Dotted paths of all values under a node. */
function leaves(node: LocatedNode | undefined, path: string): readonly string[] {
  if (node === undefined) return [];
  if (node.kind !== 'map') return [path];
  return [...node.entries].flatMap(([name, { value }]) => leaves(value, `${path}.${name}`));
}

interface Note {
  readonly of: readonly string[];
  readonly document: string | undefined;
  readonly because: string | undefined;
}

function notesOf(root: MapNode): readonly Note[] {
  return ['sources', 'assumed'].flatMap((name) => {
    const list = nodeAt(root, name);
    if (list === undefined) return [];
    if (list.kind !== 'list') throw new Error(`${name} is no list`);
    return list.items.map((item) => ({
      of: textsAt(item, 'of'),
      document: textsAt(item, 'document')[0],
      because: textsAt(item, 'because')[0],
    }));
  });
}

function textsAt(node: LocatedNode, name: string): readonly string[] {
  const found = node.kind === 'map' ? node.entries.get(name)?.value : undefined;
  const items = found?.kind === 'list' ? found.items : found === undefined ? [] : [found];
  return items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
}

/** Values that are wiring and names, not numbers that could be otherwise. */
const wiring = /\.(kind|load|source|title|supplied|losses)(\.|$)/;

function uncovered(root: MapNode): readonly string[] {
  const covers = notesOf(root).flatMap(({ of }) => of);
  const isCovered = (path: string) => covers.some((cover) => path === cover || path.startsWith(`${cover}.`));
  return ['circuits', 'machines', 'power']
    .flatMap((name) => leaves(nodeAt(root, name), name))
    .filter((path) => !wiring.test(path) && !isCovered(path));
}

describe('systems', () => {
  it('are many', () => expect(systemIds.length).toBeGreaterThan(20));

  it.each(systemIds)('%s: every value has a source or a reason', (id) => expect(uncovered(documentOf(id))).toEqual([]));

  it.each(systemIds)('%s: every note names values that are there, and its document or its reason', (id) => {
    const root = documentOf(id);
    for (const { of, document, because } of notesOf(root)) {
      expect(of.filter((path) => nodeAt(root, path) === undefined)).toEqual([]);
      if (document === undefined) expect((because ?? '').length).toBeGreaterThan(20);
      else expect([...library.documents().keys()]).toContain(document);
    }
  });

  it.each(systemIds)('%s has a title, a status and a kind', (id) => {
    const root = documentOf(id);
    expect(textsAt(root, 'title')).toHaveLength(1);
    expect(['measured', 'data sheet', 'representative', 'assumed']).toContain(textsAt(root, 'status')[0]);
    expect(textsAt(root, 'kind')[0]).toBe(id.startsWith('systems/parts/') ? 'system-part' : 'system');
  });

  it('a value without a note is seen', () => {
    const text =
      'circuits:\n  a: { fluid: water }\n  b: { fluid: air }\nassumed:\n  - { of: [circuits.a], because: x }\n';
    const document = readDocument(text, 'a.yaml');
    expect('root' in document && uncovered(document.root)).toEqual(['circuits.b.fluid']);
  });
});

/** Kinds that no shipped scenario uses, each with the reason. */
const unusedKinds: Readonly<Record<string, string>> = {
  'hydraulic-network':
    'branches of a plant are solved by themselves, with coldloop evaluate; no system asks for them yet',
  reliability: 'asked for by coldloop availability for every machine of a plant; no scenario names it',
  'ideal-cooler': 'not physics: no shipped system uses one; it is tested by itself and repeats older studies',
  'chiller-reformulated-eir': 'as chiller-eir; in a plant of test/contract and held to the Buildings library',
  'chiller-eir':
    'published curves stop at 12.8 °C leaving water, colder than any shipped loop; held to EnergyPlus in test/physics',
};

describe('kinds', () => {
  const folder = join(projectFolder, 'scenarios');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const scenarios = files.flatMap((name) => openScenarioFile(join(folder, name)).scenarios);
  const used = new Set([
    ...scenarios.flatMap(({ machines }) => machines.map(({ kind }) => kind.kind)),
    ...scenarios.flatMap(({ records }) => records().map(({ kind }) => kind)),
    ...scenarios.flatMap(({ circuits }) => circuits.flatMap(({ fluid }) => kindOfFluid(fluid.id))),
    ...scenarios.flatMap(({ site }) =>
      recordIds.includes(site.weather) ? [library.record(site.weather, []).kind] : [],
    ),
  ]);
  const known = [...machineKinds.map(({ kind }) => kind), ...Object.keys(recordKinds)];

  it('are each used in a shipped scenario, or there is a reason', () => {
    expect(scenarios.length).toBeGreaterThan(10);
    expect(known.filter((kind) => !used.has(kind) && unusedKinds[kind] === undefined)).toEqual([]);
  });

  it('have no reason where they are used', () => {
    expect(Object.keys(unusedKinds).filter((kind) => used.has(kind) || !known.includes(kind))).toEqual([]);
  });

  it('have each at least one record', () => {
    const present = new Set(recordIds.map((id) => library.record(id, []).kind));
    expect(Object.keys(recordKinds).filter((kind) => !present.has(kind))).toEqual([]);
  });
});

function kindOfFluid(id: string): readonly string[] {
  return recordIds.includes(`coolants/${id}`) ? [library.record(`coolants/${id}`, []).kind] : [];
}

describe('source documents', () => {
  const cited = new Set([
    ...recordIds.flatMap((id) => library.record(id, []).sources.map(({ document }) => document)),
    ...systemIds.flatMap((id) => notesOf(documentOf(id)).flatMap(({ document }) => document ?? [])),
  ]);

  /** Words of a record in which it may name a second-hand document: `lei-masanet-2020`, or Lei and Masanet (2020). */
  const words = list().map((id) => read(id)!.replaceAll(/\s+/g, ' '));
  const isNamed = (key: string) => {
    const names = key.replace(/(\d{4}).*$/, '$1').split('-');
    return words.some(
      (text) => text.includes(key) || names.every((name) => new RegExp(`\\b${name}\\b`, 'i').test(text)),
    );
  };

  it('are each cited by a record, or named in its reasons', () => {
    expect([...library.documents().keys()].filter((key) => !cited.has(key) && !isNamed(key))).toEqual([]);
    expect(isNamed('nobody-1999')).toBe(false);
  });

  it('are all there', () => {
    expect([...cited].filter((key) => !library.documents().has(key))).toEqual([]);
    expect(cited.size).toBeGreaterThan(20);
  });

  it('are in one file, each key once', () => {
    const text = readFileSync(join(projectFolder, 'models/sources.yaml'), 'utf8');
    const keys = [...text.matchAll(/^([a-z0-9-]+):/gm)].map((match) => match[1]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
