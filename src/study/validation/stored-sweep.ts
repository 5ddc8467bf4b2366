/**
 * A sweep that the Buildings library stores as a reference result, turned into
 * a case: every stored point is a sample. The sweeps are long and not kept
 * here; they are read where the reference folder is at hand.
 */

import type { Sample, ValidationCase, ValidationInputs } from './validation-case.ts';

/** One stored trajectory: variables over time, of which every point counts. */
export interface Sweep {
  readonly time: readonly number[];
  readonly values: (variable: string) => readonly number[];
}

export type Stored = Pick<
  ValidationCase,
  'group' | 'quantity' | 'unit' | 'scale' | 'tolerance' | 'because' | 'source'
> & {
  readonly note?: string;
  /** The name of the file. */
  readonly file: string;
  readonly of: (sweep: Sweep) => readonly Sample[];
};

export function storedCase({ file, of, ...rest }: Stored): ValidationCase {
  return {
    ...rest,
    samples: (inputs) => {
      const sweep = storedSweep(inputs, file);
      return sweep === undefined ? undefined : of(sweep);
    },
  };
}

function storedSweep(inputs: ValidationInputs, file: string): Sweep | undefined {
  const text = inputs.reference(`lbnl/${file}.json`);
  if (text === undefined) return undefined;
  const { time_s: time, variables } = JSON.parse(text) as {
    time_s: number[];
    variables: Record<string, { values: number[] }>;
  };
  return { time, values: (variable) => variables[variable]!.values };
}
