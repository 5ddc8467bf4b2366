/**
 * What a transient needs to go on where it was stopped, as plain data.
 */

import type { GroupSeen, LoggedEvent } from './answers.ts';
import type { ControlSeen } from './control-scores.ts';
import type { Operations } from './operations.ts';
import type { RowState } from './rows.ts';
import type { SystemMemory } from './system.ts';

/** All that a run needs to go on: plain data, fit for JSON. */
export interface TransientSnapshot {
  readonly time: number;
  readonly y: readonly number[];
  readonly operations: Operations;
  readonly system: SystemMemory;
  readonly course: Course;
  readonly log: readonly LoggedEvent[];
  readonly groups: readonly GroupSeen[];
  readonly control: ControlSeen;
  readonly row: RowState;
}

/** Where a run stands besides its state. */
export interface Course {
  nextAction: number;
  nextRow: number;
  /** Last moment at which restarts were looked for, and up to which energy was summed [s]. */
  lookedAt: number;
  sampledAt: number;
  electricity: number;
  lastUtility: number;
  worstRate: number;
  heldAtStart: number;
}

/** Writes what worked and what did not into the operations of a run. */
export function copyOperations(operations: Operations, from: Operations): void {
  for (const [name, running] of Object.entries(from.machines)) Object.assign(operations.machines[name]!, running);
  for (const [name, running] of Object.entries(from.movers)) Object.assign(operations.movers[name]!, running);
  for (const [name, branch] of Object.entries(from.branches)) Object.assign(operations.branches[name]!, branch);
  Object.assign(operations.boards, from.boards);
  for (const name of Object.keys(operations.off)) delete operations.off[name];
  Object.assign(operations.off, from.off);
}
