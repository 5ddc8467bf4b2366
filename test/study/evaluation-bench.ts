/** Evaluates what a user writes, in a folder of its own for their files. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Library } from '../../src/library/library.ts';
import { openModels } from '../../src/node.ts';
import { type Evaluated, evaluated, evaluationSubject } from '../../src/study/evaluate.ts';

export interface Bench {
  readonly folder: string;
  remove(): void;
  /** The library with the files of the folder, read anew. */
  library(): Library;
  /** Of inputs separated by `|`. */
  evaluation(name: string, inputs: string): Evaluated;
  /** The answers, in SI, by key. */
  answersOf(name: string, inputs: string): Record<string, number>;
  /** What is said where inputs are refused; nothing where they are not. */
  refusal(name: string, inputs: string): string;
}

export function evaluationBench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'coldloop-evaluate-'));
  const library = (): Library => openModels(folder).library;
  const evaluation = (name: string, inputs: string): Evaluated =>
    evaluated(evaluationSubject(name, library()), written(inputs), library());
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
    library,
    evaluation,
    answersOf: (name, inputs) =>
      Object.fromEntries(evaluation(name, inputs).answers.map(({ key, value }) => [key, value])),
    refusal(name, inputs) {
      try {
        evaluation(name, inputs);
      } catch (error) {
        return (error as Error).message;
      }
      return '';
    },
  };
}

function written(text: string): ReadonlyMap<string, string> {
  const pairs = text.split('|').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  return new Map(pairs as [string, string][]);
}
