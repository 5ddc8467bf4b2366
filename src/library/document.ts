/**
 * YAML text to a located tree: maps, lists and scalars that know their file,
 * line and column. Scalars stay text; what `012`, `.nan` or `600 L/min` means
 * is for the reader of parameters to judge.
 *
 * Leaves out what a reader cannot follow by eye: anchors, aliases, merge keys,
 * tags, several documents in one file. Used for records and scenarios.
 */

import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  type Node,
  type YAMLError,
} from 'yaml';
import type { Fault } from '../errors.ts';

export { nearest } from '../units/nearest.ts';

/** Where something stands in a text; line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Text as it was written, without quotes. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly text: string;
  /** In quotes or as a block: never a null, never a number by accident. */
  readonly quoted: boolean;
  readonly at: Position;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly LocatedNode[];
  readonly at: Position;
}

export interface MapEntry {
  /** Where the key stands. */
  readonly at: Position;
  readonly value: LocatedNode;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, MapEntry>;
  readonly at: Position;
}

export type LocatedNode = ScalarNode | ListNode | MapNode;

const largestText = 2_000_000;
const deepestNesting = 40;
const tooDeep = `nested too deeply; at most ${deepestNesting} levels are read`;

/** UTF-8 bytes to text; a fault where they are none. A byte order mark is dropped. */
export function decodeText(bytes: Uint8Array, file: string): { readonly text: string } | { readonly fault: Fault } {
  const utf16 =
    bytes.length % 2 === 0 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff));
  const fault = utf16 ? 'UTF-16 text; save the file as UTF-8' : textFault(bytes.length, bytes.includes(0));
  if (fault !== undefined) return { fault: { file, path: '', message: fault } };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { fault: { file, path: '', message: 'not UTF-8 text; save the file as UTF-8' } };
  }
}

function textFault(size: number, binary: boolean): string | undefined {
  if (binary) return 'not a text file';
  if (size <= largestText) return undefined;
  return `too large: ${(size / 1e6).toFixed(1)} MB; at most ${largestText / 1e6} MB are read, large tables belong into CSV files`;
}

/**
 * The map a YAML text holds, or everything that is wrong with its syntax.
 *
 * @param file as it shall be named in faults
 */
export function readDocument(
  text: string,
  file: string,
): { readonly root: MapNode } | { readonly faults: readonly Fault[] } {
  const fault = textFault(text.length, text.includes('\0')) ?? nestingFault(text);
  if (fault !== undefined) return { faults: [{ file, path: '', message: fault }] };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'failsafe',
    prettyErrors: false,
    uniqueKeys: false,
    merge: false,
  });
  const locate = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults = document.errors.map((error) => ({ ...locate(error.pos[0]), path: '', message: syntaxFault(error) }));
  const broken = faults.length > 0;
  const root = located(document.contents, { locate, faults, path: '', depth: 0 });
  if (root.kind !== 'map' && !broken)
    faults.push({
      ...root.at,
      path: '',
      message: `expected names with values, such as "title: …"; found ${found(root)}`,
    });
  return faults.length === 0 ? { root: root as MapNode } : { faults: faults.toSorted(byPosition) };
}

/** Nesting in the hundred thousands would end the parser's process, not only its call; small texts cannot nest so far. */
function nestingFault(text: string): string | undefined {
  if (text.length < 10_000) return undefined;
  let depth = 0;
  let inLine = 0;
  let deepest = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '[' || lexeme === '{') depth++;
    else if (lexeme === ']' || lexeme === '}') depth--;
    else if (lexeme === '-' || lexeme === '?' || (lexeme === ':' && depth === 0)) inLine++;
    else if (lexeme.startsWith('\n')) inLine = 0;
    deepest = Math.max(deepest, depth + inLine);
  }
  return deepest > 10 * deepestNesting ? tooDeep : undefined;
}

function byPosition(a: Fault, b: Fault): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

const syntaxWords: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab indents this line; indent with spaces',
  MULTIPLE_DOCS: 'a second document begins here ("---"); one is wanted',
  BLOCK_AS_IMPLICIT_KEY: 'a second ": " on one line; put text that holds a colon in quotes',
};

function syntaxFault(error: YAMLError): string {
  const known = syntaxWords[error.code];
  if (known !== undefined) return known;
  if (error.message.includes('call stack')) return tooDeep;
  return `not valid YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`;
}

interface Walk {
  readonly locate: (offset: number) => Position;
  readonly faults: Fault[];
  readonly path: string;
  readonly depth: number;
}

function located(node: Node | null, walk: Walk): LocatedNode {
  const at = walk.locate(node?.range?.[0] ?? 0);
  const nothing: ScalarNode = { kind: 'scalar', text: '', quoted: false, at };
  const refuse = (message: string): ScalarNode => {
    walk.faults.push({ ...at, path: walk.path, message });
    return nothing;
  };
  if (node === null) return nothing;
  if (isAlias(node) || node.anchor !== undefined)
    return refuse('anchors and aliases (& and *) are not read; write the value out');
  if (node.tag !== undefined) return refuse(`tags (!) are not read; write the value alone`);
  if (walk.depth >= deepestNesting) return refuse(tooDeep);
  if (isScalar<string>(node)) return { kind: 'scalar', text: node.value, quoted: node.type !== 'PLAIN', at };
  if (isSeq(node)) {
    const items = node.items.map((item, i) =>
      located(item as Node, { ...walk, path: joined(walk.path, String(i + 1)), depth: walk.depth + 1 }),
    );
    return { kind: 'list', items, at };
  }
  if (isMap(node)) return { kind: 'map', entries: locatedEntries(node.items, walk), at };
  return refuse('not understood');
}

function locatedEntries(pairs: readonly unknown[], walk: Walk): Map<string, MapEntry> {
  const entries = new Map<string, MapEntry>();
  for (const pair of pairs) {
    if (!isPair(pair)) continue;
    const key = located(pair.key as Node | null, walk);
    const path = key.kind === 'scalar' ? joined(walk.path, key.text) : walk.path;
    const refuse = (message: string): number => walk.faults.push({ ...key.at, path, message });
    const first = key.kind === 'scalar' ? entries.get(key.text) : undefined;
    if (key.kind !== 'scalar') refuse(`a name must be plain text; found ${found(key)}`);
    else if (key.text === '<<') refuse('merge keys (<<) are not read; write the values out');
    else if (first !== undefined) refuse(`written twice; first on line ${first.at.line}`);
    else
      entries.set(key.text, {
        at: key.at,
        value: valueOf(pair.value as Node | null, key.at, { ...walk, path, depth: walk.depth + 1 }),
      });
  }
  return entries;
}

/** An absent value stands where its key stands. */
function valueOf(node: Node | null, keyAt: Position, walk: Walk): LocatedNode {
  return node === null ? { kind: 'scalar', text: '', quoted: false, at: keyAt } : located(node, walk);
}

/** What a node is, for the second half of a fault: `"600"`, `nothing`, `a list`. */
export function found(node: LocatedNode): string {
  if (node.kind !== 'scalar') return `a ${node.kind}`;
  if (isNothing(node)) return 'nothing';
  return node.text.length > 60 ? `"${node.text.slice(0, 57)}…"` : `"${node.text}"`;
}

/** No value, `~` or `null`. */
export function isNothing(node: LocatedNode): boolean {
  return node.kind === 'scalar' && !node.quoted && ['', '~', 'null'].includes(node.text);
}

/** A dotted path one step longer. */
export function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
