/**
 * What a published case is: samples of a quantity, what was published and what
 * we say, how far apart they may be and why, and where the published value is
 * from. The cases themselves stand by subject in the files beside this one.
 */

import type { Library } from '../../library/library.ts';
import type { SourceKey } from './sources.ts';

export const validationGroups = [
  'Moist air',
  'Liquids',
  'Boiling fluids',
  'Heat exchangers',
  'Cold plates',
  'Boiling, convection and friction',
  'Pumps and valves',
  'CDU',
  'Moist coils and pads',
  'Heat rejection',
  'Chillers',
  'Power',
  'Chips and mathematics',
  'Transients',
  'A whole year',
] as const;
export type ValidationGroup = (typeof validationGroups)[number];

/** One published value and ours, in the unit of the case. */
export interface Sample {
  /** Where it was taken: `25 °C`. */
  readonly at: string;
  readonly published: number;
  readonly ours: number;
  /** What is allowed here, where it differs from the case's tolerance. */
  readonly tolerance?: number;
}

export interface ValidationCase {
  readonly group: ValidationGroup;
  /** What is measured, at most 28 characters. */
  readonly quantity: string;
  /** The unit of published and ours; SI, and `1` for a pure number. */
  readonly unit: string;
  /** `relative`: errors are ours over published less 1. `absolute`: ours less published. */
  readonly scale: 'relative' | 'absolute';
  /** [1] if relative, else in the unit of the case. */
  readonly tolerance: number;
  /** Why that much is allowed. */
  readonly because: string;
  readonly source: SourceKey;
  /** What the reader should know beside the numbers. */
  readonly note?: string;
  /** What came out beside the numbers, where it can be told. */
  readonly finding?: (inputs: ValidationInputs) => string | undefined;
  /** Every published value; none may be dropped. `undefined` where files are needed that are not at hand. */
  samples(inputs: ValidationInputs): readonly Sample[] | undefined;
}

/** What the cases read from outside. */
export interface ValidationInputs {
  readonly library: Library;
  /** The text of a file of the reference folder, `lbnl/cdu_epsntu.json`; undefined where there is none. */
  reference(file: string): string | undefined;
}

/** Samples of a function over rows whose first column is a temperature [°C] and whose others are published values. */
export function sampledRows<Row extends readonly (number | null)[]>(
  rows: readonly Row[],
  published: (row: Row) => number | null,
  ours: (row: Row) => number,
  label: (row: Row) => string = (row) => `${row[0]} °C`,
): Sample[] {
  return rows.flatMap((row) => {
    const value = published(row);
    return value === null ? [] : [{ at: label(row), published: value, ours: ours(row) }];
  });
}
