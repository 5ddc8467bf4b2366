/**
 * What all readers of a scenario's parts share: the laid-out tree with its
 * positions, the library, and one list of faults. Used by the readers of
 * systems, settings, circuits and machines.
 */

import type { Fault } from '../errors.ts';
import { joined, type LocatedNode, type MapNode, nearest } from '../library/document.ts';
import type { Library } from '../library/library.ts';
import { nodeAt } from '../library/overlay.ts';
import type { ParameterReader } from '../library/read-parameters.ts';

/** Everything a scenario may ask for while it is read. */
export interface ScenarioContext {
  readonly library: Library;
  /** The text of `models/<id>.yaml`, for systems. */
  read(id: string): string | undefined;
  list(): readonly string[];
}

/** One scenario while it is read. */
export interface ScenarioReading {
  /** The scenario over its system, settings applied. */
  readonly tree: MapNode;
  readonly context: ScenarioContext;
  readonly faults: Fault[];
  /** Reads records and remembers which. */
  readonly records: ParameterReader;
  /** A fault at a path, placed where the path is written. */
  fault(path: string, message: string): Fault;
}

/** Pushes a fault for each key that is not among the known. */
export function checkKeys(node: MapNode, known: readonly string[], faults: Fault[], path = ''): void {
  for (const [key, { at }] of node.entries) {
    if (!known.includes(key))
      faults.push({ ...at, path: joined(path, key), message: `is not known here; ${didYouMean(key, known)}` });
  }
}

/** The text at a path, undefined where there is none. */
export function textAt(node: MapNode, path: string): string | undefined {
  const value = nodeAt(node, path);
  return value?.kind === 'scalar' && value.text !== '' ? value.text : undefined;
}

/** One text or a list of texts. */
export function listOfTexts(node: LocatedNode | undefined): readonly string[] {
  if (node === undefined) return [];
  if (node.kind === 'scalar') return [node.text];
  return node.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) : [];
}

/** Where a path stands, or the nearest thing above it that is written. */
export function positionOf(
  tree: MapNode,
  path: string,
  file: string,
): { readonly file: string; readonly line?: number; readonly column?: number } {
  const steps = path.split('.');
  for (let n = steps.length; n > 0; n--) {
    const node = nodeAt(tree, steps.slice(0, n).join('.'));
    if (node !== undefined) return node.at;
  }
  return { file };
}

/** `did you mean …?`, or all that there are where none is near: for names of the library, which are many. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? `known: ${known.join(', ')}` : `did you mean ${near}?`;
}

/** `did you mean …? Known: …`, the last half of a fault about a name. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? `known: ${known.join(', ')}` : `did you mean ${near}? Known: ${known.join(', ')}`;
}
