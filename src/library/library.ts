/**
 * The library of records: an id to a checked record, each read once. Texts
 * come through a function that the caller brings, so that the same library
 * stands on files, on a bundle or on a test's map.
 *
 * Leaves out which kinds there are (the caller declares them) and how a
 * user's own `./record` is found (the caller's `read` resolves it).
 */

import { type Fault, RecordError } from '../errors.ts';
import { type MapNode, nearest, readDocument } from './document.ts';
import { expectText } from './expectations.ts';
import type { LibraryRecord, Parameters } from './parameters.ts';
import { readRecord, type RecordRule } from './record.ts';

/** A document that records name as their source: title, maker, year and what else is written of it. */
export type SourceDocument = Readonly<Record<string, string>> & { readonly title: string };

export interface Library {
  /**
   * The record of an id.
   *
   * @param kinds the kinds that are welcome; none means any
   * @throws {RecordError} if there is none, if it is of another kind, or with every fault of its text
   */
  readonly record: (id: string, kinds: readonly string[]) => LibraryRecord;
  /** The ids of all records, where they can be listed. */
  readonly list: () => readonly string[];
  /** Documents of models/sources.yaml by key. */
  readonly documents: () => ReadonlyMap<string, SourceDocument>;
}

/**
 * @param read the text of `models/<id>.yaml`, of `./<path>` beside the scenario, or undefined
 * @param kinds declarations of parameters by kind
 * @param list ids of all records, for suggestions
 * @param rules what kinds demand beyond single parameters
 */
export function openLibrary(
  read: (id: string) => string | undefined,
  kinds: Readonly<Record<string, Parameters>>,
  list: () => readonly string[] = () => [],
  rules: Readonly<Record<string, RecordRule>> = {},
): Library {
  const answers = new Map<string, LibraryRecord | RecordError>();
  const open: string[] = [];
  let sources: Sources | undefined;
  const knownSources = (): Sources => (sources ??= readSources(read('sources')));

  const answerOf = (id: string): LibraryRecord | RecordError => {
    if (!isSafe(id))
      return asking(
        id,
        'no id of a record; ids are lower-case words with "-" and "/", or "./" and a path beside the scenario',
      );
    if (open.includes(id)) return asking(id, `refers to itself: ${[...open, id].join(' → ')}`);
    const text = read(id);
    if (text === undefined) return asking(id, unknownRecord(id, list()));
    open.push(id);
    try {
      const documents = knownSources();
      if (documents.faults.length > 0) return new RecordError(documents.faults);
      return readRecord(text, id, fileOf(id), { kinds, rules, documents: [...documents.byKey.keys()], record });
    } catch (error) {
      if (error instanceof RecordError) return error;
      throw error;
    } finally {
      open.pop();
    }
  };

  const record = (id: string, wanted: readonly string[]): LibraryRecord => {
    const answer = answers.get(id) ?? answerOf(id);
    answers.set(id, answer);
    if (answer instanceof RecordError) throw answer;
    if (wanted.length === 0 || wanted.includes(answer.kind)) return answer;
    throw asking(id, `is a record of kind ${answer.kind}; wanted: ${wanted.join(' or ')}`);
  };

  return { record, list, documents: () => knownSources().byKey };
}

/** A fault of the asking, not of the text: its file is the id as it was asked. */
function asking(id: string, message: string): RecordError {
  return new RecordError([{ file: id, path: '', message }]);
}

function isSafe(id: string): boolean {
  if (id.length > 200) return false;
  if (/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(id)) return true;
  return /^\.\/[^\\\0:]+$/.test(id) && !id.split('/').includes('..');
}

function fileOf(id: string): string {
  return id.startsWith('./') ? id : `models/${id}.yaml`;
}

function unknownRecord(id: string, known: readonly string[]): string {
  const near = nearest(id, known);
  if (near !== undefined) return `no such record; did you mean "${near}"?`;
  const folder = id.slice(0, id.lastIndexOf('/') + 1);
  const beside = known.filter((each) => folder !== '' && each.startsWith(folder));
  return beside.length === 0 ? 'no such record' : `no such record; in ${folder} there are ${beside.join(', ')}`;
}

interface Sources {
  readonly byKey: ReadonlyMap<string, SourceDocument>;
  readonly faults: readonly Fault[];
}

function readSources(text: string | undefined): Sources {
  if (text === undefined) return { byKey: new Map(), faults: [] };
  const document = readDocument(text, fileOf('sources'));
  if ('faults' in document) return { byKey: new Map(), faults: document.faults };
  const faults: Fault[] = [];
  const byKey = new Map<string, SourceDocument>();
  for (const [key, { at, value }] of document.root.entries) {
    if (value.kind === 'map' && value.entries.has('title')) byKey.set(key, sourceDocument(value, key, faults));
    else faults.push({ ...at, path: key, message: 'a document needs at least a title' });
  }
  return { byKey, faults };
}

function sourceDocument(node: MapNode, key: string, faults: Fault[]): SourceDocument {
  const texts = [...node.entries].map(([name, { value }]) => {
    const fault = (at: MapNode['at'], path: string, message: string): number => faults.push({ ...at, path, message });
    return [name, expectText(value, `${key}.${name}`, fault) ?? ''] as const;
  });
  return Object.fromEntries(texts) as SourceDocument;
}
