/**
 * `coldloop evaluate`: one record, fluid or machine at one state. Without a
 * name it says what there is, without inputs which are wanted.
 */

import { basename, dirname, resolve } from 'node:path';

import { openModels } from '../node.ts';
import { catalogueJson, catalogueText } from '../output/evaluation-catalogue.ts';
import { evaluationJson, evaluationText, inputsJson, inputsText } from '../output/evaluation-text.ts';
import { evaluated, evaluationSubject, needsInputs } from '../study/evaluate.ts';
import type { UnitSystem } from '../units.ts';
import { type ExitCode, UsageError } from './exit.ts';
import { printJson, printText, widthOfTerminal } from './print.ts';

export interface EvaluateOptions {
  readonly json?: boolean;
  readonly units: UnitSystem;
}

export function evaluate(name: string | undefined, inputs: readonly string[], options: EvaluateOptions): ExitCode {
  const dress = { system: options.units, width: widthOfTerminal() };
  if (name === undefined) {
    if (options.json === true) printJson(catalogueJson());
    else printText(catalogueText(dress));
    return 0;
  }
  const { folder, id } = placeOf(name);
  const { library } = openModels(folder);
  const subject = evaluationSubject(id, library);
  if (inputs.length === 0 && needsInputs(subject)) {
    if (options.json === true) printJson(inputsJson(subject));
    else printText(inputsText(subject, dress));
    return 0;
  }
  const result = evaluated(subject, writtenInputs(inputs), library);
  if (options.json === true) printJson(evaluationJson(subject, result));
  else printText(evaluationText(subject, result, dress));
  return 0;
}

/** A file of the user's own is a record in its folder, and so is what it names as `./…`; all else is of the library. */
function placeOf(name: string): { readonly folder: string; readonly id: string } {
  if (!/\.ya?ml$/i.test(name)) return { folder: process.cwd(), id: name };
  const path = resolve(name);
  return { folder: dirname(path), id: `./${basename(path)}` };
}

/** `flow=1 L/min` to a name and a text; `water-flow` is read as waterFlow. */
function writtenInputs(inputs: readonly string[]): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const input of inputs) {
    const equals = input.indexOf('=');
    const name = input
      .slice(0, Math.max(0, equals))
      .trim()
      .replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (name === '') throw new UsageError(`found "${input}"; wanted name=value, such as flow="1 L/min"`);
    if (written.has(name)) throw new UsageError(`${name} is given twice`);
    written.set(name, input.slice(equals + 1).trim());
  }
  return written;
}
