/**
 * One hour of a scenario with everything that led to it: hours are solved from
 * the first on, because storage carries its charge from hour to hour.
 */

import { auditor, type Closure } from '../audit/audit.ts';
import type { Plant } from '../plant/plant.ts';
import { hourStepper } from '../solver/year.ts';
import { assembleScenario, type PreparedScenario } from './scenario-run.ts';

/** A plant whose slots hold the state of one hour, and the balances of that hour alone. */
export interface HourRun {
  readonly prepared: PreparedScenario;
  readonly plant: Plant;
  /** 1 is 00:00–01:00 on 1 January. */
  readonly hour: number;
  readonly closures: readonly Closure[];
}

/** @param hour 1 … 8760 */
export function solveHour(prepared: PreparedScenario, hour: number): HourRun {
  const plant = assembleScenario(prepared);
  const step = hourStepper(plant, prepared.forcing);
  for (let before = 0; before < hour - 1; before++) step(before);
  // Opened only now, so that its sums are those of this hour.
  const audit = auditor(plant);
  step(hour - 1);
  audit.step(hour - 1);
  return { prepared, plant, hour, closures: audit.report().closures };
}
