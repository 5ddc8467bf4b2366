/**
 * The one place where an error becomes words on a screen, or one JSON
 * document, and an exit code. A user's mistake never shows a stack; a defect
 * of coldloop says that it is one.
 */

import { CommanderError } from 'commander';
import { type Fault, faultText, type Residual } from '../errors.ts';
import type { ExitCode } from './exit.ts';
import { printError, printJson } from './print.ts';

interface Described {
  readonly tag: string;
  readonly code: ExitCode;
  readonly message: string;
  readonly faults?: readonly Fault[];
  readonly residuals?: readonly Residual[];
}

export interface ErrorDress {
  readonly json: boolean;
  readonly debug: boolean;
}

/** Says what went wrong and returns the exit code for it. */
export function reportError(error: unknown, { json, debug }: ErrorDress): ExitCode {
  const described = describe(error);
  const { code, ...facts } = described;
  if (json) printJson({ error: { ...facts, exitCode: code } });
  else if (!(error instanceof CommanderError)) printError(described.message);
  if (debug && error instanceof Error) printError(error.stack ?? '');
  return code;
}

const inputTags = ['scenario', 'record', 'series'];
const runTags = ['not-converged', 'balance', 'out-of-range', 'weather-fetch'];

function describe(error: unknown): Described {
  const { tag, faults, residuals } = fieldsOf(error);
  if (error instanceof CommanderError) return { tag: 'usage', code: 1, message: error.message.replace(/^error: /, '') };
  if (error instanceof Error && tag === 'usage') return { tag, code: 1, message: error.message };
  if (inputTags.includes(tag)) return { tag, code: 1, message: faultsText(faults), faults };
  if (error instanceof Error && runTags.includes(tag)) {
    return { tag, code: 2, message: runText(tag, error.message), ...(residuals.length > 0 ? { residuals } : {}) };
  }
  if (isFileError(error)) return fileError(error);
  const message = error instanceof Error ? error.message : String(error);
  return { tag: 'internal', code: 2, message: internalText(message) };
}

function fieldsOf(error: unknown): { tag: string; faults: readonly Fault[]; residuals: readonly Residual[] } {
  const fields = (error ?? {}) as { tag?: unknown; faults?: readonly Fault[]; residuals?: readonly Residual[] };
  return {
    tag: typeof fields.tag === 'string' ? fields.tag : '',
    faults: fields.faults ?? [],
    residuals: fields.residuals ?? [],
  };
}

function faultsText(faults: readonly Fault[]): string {
  const lines = faults.map(faultText);
  return lines.length < 2 ? lines.join('\n') : `${lines.join('\n')}\n${lines.length} faults`;
}

function runText(tag: string, message: string): string {
  if (tag === 'balance')
    return `${message}\nThis is a defect of coldloop or of a machine in it; please report it with the scenario.`;
  return tag === 'not-converged' ? `the run could not be completed: ${message}` : message;
}

function internalText(message: string): string {
  const line = message.split('\n')[0];
  return `internal error: ${line} - a defect of coldloop; please report it with the scenario (COLDLOOP_DEBUG=1 shows where)`;
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string' && 'code' in error;
}

const fileWords: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'a file of that name is in the way',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'links that lead in a circle',
};

const fullWords: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than it may be',
};

/** A full disk is no mistake of the user's; a path that cannot be is. */
function fileError(error: NodeJS.ErrnoException): Described {
  const words = fileWords[error.code ?? ''];
  const act = ['mkdir', 'rename', 'write', 'open'].includes(error.syscall ?? '') ? 'use' : 'read';
  const message = `cannot ${act} ${error.path ?? 'a file'}: ${words ?? fullWords[error.code ?? ''] ?? error.message}`;
  return { tag: 'file', code: words === undefined ? 2 : 1, message };
}
