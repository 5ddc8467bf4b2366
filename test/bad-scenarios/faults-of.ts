/**
 * What `coldloop check` would say of a scenario file: read, given its weather
 * and loads, and assembled at the design hour, for every variant of it.
 */

import { type Fault, faultText } from '../../src/errors.ts';
import { openScenarioFile, prepare } from '../../src/node.ts';
import { assembleScenario } from '../../src/study/scenario-run.ts';

/** Texts of all faults of a file, none for a good one; any other error is thrown on. */
export function faultsOf(file: string): readonly string[] {
  const faults: Fault[] = [];
  const opened = gathered(faults, () => openScenarioFile(file));
  for (const scenario of opened?.scenarios ?? [])
    gathered(faults, () => assembleScenario(prepare(scenario, opened!.folder, opened!.library)));
  return faults.map(faultText);
}

function gathered<T>(faults: Fault[], act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error) || !('faults' in error)) throw error;
    faults.push(...(error.faults as readonly Fault[]));
    return undefined;
  }
}
