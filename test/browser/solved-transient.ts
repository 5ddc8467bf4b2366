/** A scenario's transient through the solver alone, for tests of what the viewer makes of it. */

import { solveTransient, type TransientRun } from '../../src/solver/transient/run.ts';
import { transientSettings } from '../../src/solver/transient/settings.ts';
import { assembleTransient } from '../../src/study/transient-plant.ts';
import { preparedOf, scenarioOf } from '../laws/plants.ts';

export interface SolvedTransient {
  readonly run: TransientRun;
  /** Of a column, in every row. */
  readonly mean: (column: string) => readonly number[];
  readonly most: (column: string) => readonly number[];
}

/** @param text of a scenario with `transient:` */
export function solvedTransient(text: string): SolvedTransient {
  const prepared = preparedOf(scenarioOf(text));
  const rows: { readonly mean: Float64Array; readonly most: Float64Array }[] = [];
  const run = solveTransient(
    assembleTransient(prepared),
    prepared.forcing,
    transientSettings(prepared.scenario.transient!),
    (_time, mean, _least, most) => rows.push({ mean: mean.slice(), most: most.slice() }),
  );
  const of = (part: 'mean' | 'most') => (column: string) => {
    const place = run.columns.findIndex(({ name }) => name === column);
    if (place < 0) throw new Error(`no column ${column}`);
    return rows.map((row) => row[part][place]!);
  };
  return { run, mean: of('mean'), most: of('most') };
}
