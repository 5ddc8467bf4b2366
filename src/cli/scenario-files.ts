/**
 * From the files on the command line to finished runs: one scenario, or many
 * with names that are unique among them, each with the folder it was read from.
 */

import { type Fault, ScenarioError } from '../errors.ts';
import type { Library } from '../library/library.ts';
import { openScenarioFile, prepare } from '../node.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type PreparedScenario, runScenario, type ScenarioRun } from '../study/scenario-run.ts';
import { nearest } from '../units/nearest.ts';
import { UsageError } from './exit.ts';

/** A scenario and what is needed to run it. */
export interface OpenedScenario {
  readonly scenario: Scenario;
  readonly folder: string;
  readonly library: Library;
}

export interface OpenedSet {
  readonly title: string;
  readonly baseline: string;
  /** Name for the folder of results. */
  readonly name: string;
  readonly scenarios: readonly OpenedScenario[];
}

/** The one scenario of a file, or the named variant of a comparison. */
export function openOne(file: string, variant: string | undefined, command: string): OpenedScenario {
  const { comparison, scenarios, folder, library } = openScenarioFile(file);
  const names = scenarios.map(({ name }) => name);
  if (!comparison && (variant === undefined || variant === names[0]))
    return { scenario: scenarios[0]!, folder, library };
  if (!comparison) throw new UsageError(`${file} is one scenario and has no variants; leave --variant out`);
  if (variant === undefined) {
    const shown = names.length > 12 ? `${names.slice(0, 12).join(', ')}, …` : names.join(', ');
    throw new UsageError(
      `${file} is a comparison of ${names.length} variants: ${shown}\nAll of them: coldloop compare ${file}\nOne of them: coldloop ${command} ${file} --variant ${names[0]}`,
    );
  }
  const scenario = scenarios.find(({ name }) => name === variant);
  if (scenario === undefined)
    throw new UsageError(`${file} has no variant "${variant}"; ${didYouMean(variant, names)}`);
  return { scenario, folder, library };
}

/** All scenarios of all files. Names that appear twice get a number. */
export function openMany(files: readonly string[]): OpenedSet {
  const faults: Fault[] = [];
  const opened = files.flatMap((file) => collecting(faults, () => [openScenarioFile(file)]) ?? []);
  if (faults.length > 0) throw new ScenarioError(faults);
  const taken = new Set<string>();
  const scenarios = opened.flatMap(({ scenarios: read, folder, library }) =>
    read.map((scenario) => ({ scenario: { ...scenario, name: unique(scenario.name, taken) }, folder, library })),
  );
  const [first] = opened;
  if (opened.length === 1)
    return { title: first!.title, baseline: first!.baseline, name: nameOfFile(files[0]!), scenarios };
  return {
    title: scenarios.map(({ scenario }) => scenario.title).join(' against '),
    baseline: scenarios[0]!.scenario.name,
    name: 'comparison',
    scenarios,
  };
}

function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name}-${n}`;
  taken.add(free);
  return free;
}

export function nameOfFile(file: string): string {
  return (file.split(/[\\/]/).pop() ?? file).replace(/\.ya?ml$/i, '');
}

/** Runs every scenario; faults of all of them are thrown together. `onRun` hears each before it begins. */
export function runAll(
  opened: readonly OpenedScenario[],
  onRun: (name: string, number: number) => void,
): ScenarioRun[] {
  const faults: Fault[] = [];
  const runs = opened.flatMap(({ scenario, folder, library }, i) => {
    onRun(scenario.name, i + 1);
    const where = opened.length > 1 ? scenario.name : undefined;
    return collecting(faults, () => [runNamed(prepare(scenario, folder, library), where)], where) ?? [];
  });
  if (faults.length > 0) throw new ScenarioError(distinct(faults));
  return runs;
}

/** A run that fails says which variant it was. */
function runNamed(prepared: PreparedScenario, where: string | undefined): ScenarioRun {
  try {
    return runScenario(prepared);
  } catch (error) {
    if (where !== undefined && error instanceof Error && !('faults' in error))
      error.message = `${where}: ${error.message}`;
    throw error;
  }
}

/** Gathers the faults of a text instead of stopping at them; `where` names the variant that has them. */
export function collecting<T>(faults: Fault[], act: () => T, where?: string): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error) || !('faults' in error)) throw error;
    const found = error.faults as readonly Fault[];
    faults.push(
      ...found.map((fault) => (where === undefined ? fault : { ...fault, message: `${fault.message} (in ${where})` })),
    );
    return undefined;
  }
}

function distinct(faults: readonly Fault[]): readonly Fault[] {
  const plain = (fault: Fault) => JSON.stringify({ ...fault, message: fault.message.replace(/ \(in [^()]*\)$/, '') });
  const seen = new Set<string>();
  return faults.filter((fault) => !seen.has(plain(fault)) && seen.add(plain(fault)));
}

/** A suggestion, and what there is; of a long list only the beginning. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  const listed = known.length > 16 ? [...known.slice(0, 16), `… ${known.length} in all`] : known;
  return near === undefined ? `known: ${listed.join(', ')}` : `did you mean "${near}"? Known: ${listed.join(', ')}`;
}
