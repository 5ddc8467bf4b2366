/**
 * Where a transient stands, kept beside its rows: after a power cut or a kill
 * the run goes on from there. The file is there whole or not at all.
 */

import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StoppedTransient } from '../study/transient-run.ts';
import { UsageError } from './exit.ts';
import { writeWhole } from './write-whole.ts';

export const checkpointName = 'checkpoint.json';

export interface Checkpoint {
  /** Of coldloop and of the scenario as it was run: another one cannot be gone on with. */
  readonly version: string;
  readonly scenario: string;
  readonly columns: string;
  /** Length of the rows that belong to it [bytes], and how many rows they are. */
  readonly length: number;
  readonly rows: number;
  readonly stopped: StoppedTransient;
}

/** What a checkpoint must agree with. */
export type CheckpointKey = Pick<Checkpoint, 'version' | 'scenario' | 'columns'>;

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Puts a checkpoint in the place of the one before. */
export function writeCheckpoint(folder: string, checkpoint: Checkpoint): void {
  const final = join(folder, checkpointName);
  const draft = `${final}.part`;
  const file = openSync(draft, 'w');
  try {
    writeWhole({ file, path: draft }, JSON.stringify(checkpoint), 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, final);
}

export function hasCheckpoint(folder: string): boolean {
  return existsSync(join(folder, checkpointName));
}

export function forgetCheckpoint(folder: string): void {
  rmSync(join(folder, checkpointName), { force: true });
}

/** The checkpoint of a folder, if it is one of this very run. */
export function readCheckpoint(folder: string, key: CheckpointKey): Checkpoint {
  if (!hasCheckpoint(folder))
    throw new UsageError(`${folder} holds no run that was stopped; run the scenario without --resume`);
  const kept = parsed(readFileSync(join(folder, checkpointName), 'utf8'), folder);
  if (kept.version !== key.version)
    throw new UsageError(`${folder} was begun by coldloop ${kept.version}; this is ${key.version}: begin anew`);
  if (kept.scenario !== key.scenario)
    throw new UsageError(
      `${folder} holds a run of another scenario, or the scenario, its weather or its load was changed since: begin anew`,
    );
  if (kept.columns !== key.columns)
    throw new UsageError(`${folder} was begun with other columns; give the same --columns as then, or begin anew`);
  return kept;
}

function parsed(text: string, folder: string): Checkpoint {
  try {
    const kept = JSON.parse(text) as Checkpoint | null;
    if (kept !== null && typeof kept === 'object') return kept;
  } catch {
    // No JSON is as bad as JSON of something else.
  }
  throw new UsageError(`${join(folder, checkpointName)} cannot be read: begin anew`);
}
