/**
 * A worker of `compare`: opens the same comparison file while the main thread
 * does, then solves the years of the variants it is given and sends them home
 * as plain data. Where one fails it says only that; the main thread then solves
 * it itself and meets the error.
 */

import { parentPort, workerData } from 'node:worker_threads';
import { type OpenedScenarios, openScenarioFile, prepare } from '../node.ts';
import { type SolvedYear, solvedYear } from '../solver/year.ts';
import { assembleScenario } from '../study/scenario-run.ts';
import type { SolverAnswer } from './solve-elsewhere.ts';

const opened = attempt(() => openScenarioFile((workerData as { file: string }).file));

parentPort?.on('message', (names: readonly string[]) => {
  for (const name of names) {
    const solved = opened === undefined ? undefined : attempt(() => solvedVariant(opened, name));
    const answer: SolverAnswer = { name, solved };
    parentPort?.postMessage(answer, solved === undefined ? [] : [solved.rows.buffer]);
  }
});

function solvedVariant({ scenarios, folder, library }: OpenedScenarios, name: string): SolvedYear {
  const prepared = prepare(
    scenarios.find((scenario) => scenario.name === name)!,
    folder,
    library,
  );
  return solvedYear(assembleScenario(prepared), prepared.forcing);
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
