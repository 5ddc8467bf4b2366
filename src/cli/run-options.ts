/** What the command line says about one run, of a year or of a transient. */

import type { ColumnChoice } from '../output/transient-columns.ts';
import type { UnitSystem } from '../units.ts';

export interface RunOptions {
  readonly out?: string;
  readonly variant?: string;
  readonly json?: boolean;
  readonly units: UnitSystem;
  readonly quiet?: boolean;
  readonly strict?: boolean;
  /** The year, of a scenario that has a transient too. */
  readonly year?: boolean;
  /** Folder of a transient that was stopped. */
  readonly resume?: string;
  /** Columns of a transient's rows. */
  readonly columns: ColumnChoice;
}
