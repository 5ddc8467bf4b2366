/**
 * What a transient is while it runs, and what it leaves behind.
 */

import type { IntegratorStatistics } from '../../numerics/rosenbrock.ts';
import type { GroupAnswer, LoggedEvent } from './answers.ts';
import type { ControlAnswer } from './control-scores.ts';
import type { LeakAnswer } from './leaks.ts';
import type { Operations } from './operations.ts';
import type { TransientColumn } from './rows.ts';
import type { TransientSnapshot } from './snapshot.ts';
import type { StatePlace } from './state-book.ts';

export interface TransientRun {
  readonly rows: number;
  readonly columns: readonly TransientColumn[];
  readonly log: readonly LoggedEvent[];
  readonly groups: readonly GroupAnswer[];
  readonly control: ControlAnswer;
  /** What became of the coolant of circuits that leak. */
  readonly leaks: readonly LeakAnswer[];
  readonly energy: TransientEnergy;
  readonly statistics: IntegratorStatistics;
  /** How fast the start moves by itself, of the states' scales [1/s]: nearly nothing where control is at rest. */
  readonly unrest: number;
}

/** How the energy of the run closed. */
export interface TransientEnergy {
  /** Electricity in, and energy held at the end less that at the start [J]. */
  readonly electricity: number;
  readonly stored: number;
  /** |stored − (in − out)| over the electricity [1], and the same of the rates at the worst moment [1]. */
  readonly closure: number;
  readonly worstRate: number;
}

export interface TransientSimulation {
  readonly time: number;
  /** What is carried from second to second, with the energy that it holds. */
  readonly places: readonly StatePlace[];
  /** Energy that the batteries hold [J]. */
  readonly batteryEnergy: number;
  /** Pumps or fans of circuits and units of machines. */
  readonly operations: Readonly<Operations>;
  readonly columns: readonly TransientColumn[];
  /** Goes on to a time, giving rows to the sink. */
  advance(until: number): void;
  snapshot(): TransientSnapshot;
  /** Takes up a run of the same plant and settings where a snapshot was taken. */
  resume(from: TransientSnapshot): void;
  run(): TransientRun;
}
