/** The files of the project's own code, with what each imports. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the project's folder, `src/units/read.ts`. */
  readonly path: string;
  readonly text: string;
  /** The text without comments, for searches. */
  readonly code: string;
  readonly imports: readonly SourceImport[];
}

export interface SourceImport {
  /** As it is written. */
  readonly written: string;
  /** `src/…` of a file of the project; undefined for a package. */
  readonly file: string | undefined;
}

/** Every TypeScript file under a folder of the project. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .toSorted()
    .map((path) => sourceFile(path, readFileSync(join(projectFolder, path), 'utf8')));
}

/** A file's imports: static, re-exporting, dynamic and of types alone. */
export function sourceFile(path: string, text: string): SourceFile {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const statements = /^\s*(?:import|export)\b[^;'"]*?\bfrom\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]/gm;
  const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  const written = [
    ...[...code.matchAll(statements)].map((match) => match[1] ?? match[2]!),
    ...[...code.matchAll(dynamic)].map((match) => match[1]!),
  ];
  return { path, text, code, imports: written.map((name) => ({ written: name, file: fileOf(path, name) })) };
}

function fileOf(from: string, written: string): string | undefined {
  if (!written.startsWith('.')) return undefined;
  return normalize(join(from, '..', written)).replaceAll('\\', '/');
}
