/**
 * A scenario as read: everything it says, checked, with its system laid under
 * it and its defaults filled in. `describe` turns it into a plant's description
 * once the weather, and with it the design hour, is known.
 */

import type { Fault } from '../errors.ts';
import type { LibraryRecord, ValuesOf } from '../library/parameters.ts';
import type { DescribedCircuit, DescribedMachine } from './description.ts';
import type { powerParameters } from './power.ts';
import type { siteParameters } from './site.ts';
import type { transientParameters } from './transient.ts';

/** Labels by which comparisons group systems. */
export interface Labels {
  readonly technology: string;
  readonly rejection: string;
}

export interface Scenario {
  /** Short and unique among variants: the file's name or the variant's key. */
  readonly name: string;
  readonly title: string;
  readonly labels: Labels;
  readonly notes: readonly string[];
  readonly site: ValuesOf<typeof siteParameters>;
  readonly circuits: readonly DescribedCircuit[];
  readonly machines: readonly DescribedMachine[];
  readonly power: ValuesOf<typeof powerParameters>;
  /** What happens in seconds and minutes, where the scenario says something of it. */
  readonly transient: ValuesOf<typeof transientParameters> | undefined;
  /** Every load record that a rack follows, by id. */
  readonly loads: ReadonlyMap<string, LibraryRecord>;
  /** Documents behind every record that was read. */
  readonly records: () => readonly LibraryRecord[];
  fault(path: string, message: string): Fault;
}

/** Several scenarios set side by side. */
export interface ComparisonScenario {
  readonly title: string;
  readonly baseline: string;
  readonly variants: readonly Scenario[];
}
