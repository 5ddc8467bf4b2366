/**
 * Transients for the laws: shipped systems and plants of a test's own, run
 * with the words of a `transient:` block, and their rows by name.
 */

import type { Plant } from '../../src/plant/plant.ts';
import type { Quantity } from '../../src/units.ts';
import type { Forcing } from '../../src/solver/year.ts';
import { solveTransient, type TransientRun } from '../../src/solver/transient/run.ts';
import { transientSettings } from '../../src/solver/transient/settings.ts';
import { steadyStart } from '../../src/solver/transient/start.ts';
import type { PreparedScenario } from '../../src/study/scenario-run.ts';
import { assembleTransient } from '../../src/study/transient-plant.ts';
import { preparedOf, scenarioOf, siteText } from '../laws/plants.ts';

export interface Rows {
  /** Ends of the rows [s]. */
  readonly time: readonly number[];
  readonly mean: readonly Float64Array[];
  readonly least: readonly Float64Array[];
  readonly most: readonly Float64Array[];
}

export interface RanTransient {
  readonly plant: Plant;
  readonly run: TransientRun;
  readonly rows: Rows;
  /** Means of a column, row by row. */
  of(column: string): readonly number[];
  /** Greatest value of a column over the whole run, between the rows too. */
  greatest(column: string): number;
}

/** Words that make a plant: a shipped system in a climate, what differs from it, and what happens. */
export interface TransientWords {
  readonly system: string;
  readonly climate?: string;
  readonly set?: Readonly<Record<string, string>>;
  readonly transient: string;
}

export function transientScenario({ system, climate = 'ashburn', set = {}, transient }: TransientWords) {
  const settings = Object.entries(set).map(([key, value]) => `  ${key}: ${value}`);
  return preparedOf(
    scenarioOf(
      [
        `title: ${system}`,
        `system: ${system}`,
        siteText(climate),
        ...(settings.length > 0 ? ['set:', ...settings] : []),
        `transient: ${transient}`,
      ].join('\n'),
    ),
  );
}

export const ranWords = (words: TransientWords): RanTransient => ranTransient(transientScenario(words));

export function ranTransient(prepared: PreparedScenario): RanTransient {
  const plant = assembleTransient(prepared);
  const rows = {
    time: [] as number[],
    mean: [] as Float64Array[],
    least: [] as Float64Array[],
    most: [] as Float64Array[],
  };
  const settings = transientSettings(prepared.scenario.transient!);
  const run = solveTransient(plant, prepared.forcing, settings, (time, mean, least, most) => {
    rows.time.push(time);
    rows.mean.push(mean.slice());
    rows.least.push(least.slice());
    rows.most.push(most.slice());
  });
  const place = (column: string): number => {
    const found = run.columns.findIndex(({ name }) => name === column);
    if (found < 0) throw new RangeError(`no column ${column}`);
    return found;
  };
  return {
    plant,
    run,
    rows,
    of(column) {
      const i = place(column);
      return rows.mean.map((row) => row[i]!);
    },
    greatest(column) {
      const i = place(column);
      return rows.most.reduce((most, row) => Math.max(most, row[i]!), -Infinity);
    },
  };
}

export interface NamedValue {
  readonly value: number;
  readonly quantity: Quantity;
}

/** Forcing of a year with one utilisation for all loads in all hours. */
export function loaded(forcing: Forcing, utilisation: number): Forcing {
  const column = (values: Float64Array) => new Float64Array(values.length).fill(utilisation);
  return { ...forcing, utilisation: new Map([...forcing.utilisation].map(([load, values]) => [load, column(values)])) };
}

/** Where the steady solver stands at the hour that a transient of these words starts from, by the slots' names. */
export function steadyOf(
  prepared: PreparedScenario,
  forcing: Forcing = prepared.forcing,
): ReadonlyMap<string, NamedValue> {
  const plant = assembleTransient(prepared);
  steadyStart(plant, forcing, transientSettings(prepared.scenario.transient!));
  return new Map(plant.slots.map(({ name, index, quantity }) => [name, { value: plant.s[index]!, quantity }]));
}
