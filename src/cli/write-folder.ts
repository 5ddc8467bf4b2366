/**
 * Files into a folder, whole or not at all: each is written under another
 * name, and only when all are on the disk do they take their own. A signal or
 * a full disk on the way leaves what stood there before.
 */

import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { UsageError } from './exit.ts';

export interface OutputFile {
  /** Below the folder, with `/`. */
  readonly path: string;
  /** Made when it is written, so that not all of a big result stands in memory. */
  content(): string | Uint8Array;
}

/** Writes the files below a folder, which is made where it is missing. */
export async function writeFolder(folder: string, files: readonly OutputFile[]): Promise<void> {
  const drafts: { readonly draft: string; readonly final: string }[] = [];
  const forget = () => drafts.forEach(({ draft }) => rmSync(draft, { force: true }));
  const interrupted = (signal: NodeJS.Signals) => {
    forget();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  signals.forEach((signal) => process.on(signal, interrupted));
  try {
    makeFolder(resolve(folder));
    const root = realpathSync(folder);
    for (const { path, content } of files) {
      const final = placeBelow(root, path);
      const draft = `${final}.${randomUUID().slice(0, 8)}.part`;
      drafts.push({ draft, final });
      writeFileSync(draft, content());
      // Lets a signal in between two files.
      await setImmediate();
    }
    for (const { draft, final } of drafts) renameSync(draft, final);
  } catch (error) {
    forget();
    throw error;
  } finally {
    signals.forEach((signal) => process.off(signal, interrupted));
  }
}

/** Makes a folder and those above it. Node's own recursive call never returns below a folder such as /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (statSync(folder).isDirectory()) return;
    throw new UsageError(`cannot make the folder ${folder}: a file of that name is in the way`);
  }
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Where a file goes; a path or a link that leads out of the folder is refused. */
function placeBelow(root: string, path: string): string {
  const final = resolve(root, path);
  refuseOutside(root, final, path);
  makeFolder(dirname(final));
  const folder = realpathSync(dirname(final));
  refuseOutside(root, join(folder, 'file'), path);
  return final;
}

function refuseOutside(root: string, place: string, path: string): void {
  const below = relative(root, place);
  if (below === '' || isAbsolute(below) || below.split(sep)[0] === '..') {
    throw new UsageError(`"${path}" would be written outside ${root}; nothing was written`);
  }
}

/** A name of a scenario or variant as the name of a folder: no separators, no leading dots, never empty. */
export function folderName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 100);
  return plain === '' ? 'scenario' : plain;
}
