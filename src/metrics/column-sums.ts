/**
 * Sums, extremes and counts over the columns of a run, found by slot.
 */

import { secondsPerHour } from '../constants.ts';
import type { Plant } from '../plant/plant.ts';
import type { YearRun } from '../solver/year.ts';

export interface ColumnReader {
  values(slot: number): Float64Array;
  /** ∫ of a column of power or heat flow over the run [J]. */
  energy(slot: number): number;
  maximum(slot: number): { readonly value: number; readonly index: number };
  /** Steps in which the test holds. */
  count(slot: number, test: (value: number) => boolean): number;
}

export function columnReader(plant: Plant, run: Pick<YearRun, 'columns'>): ColumnReader {
  const place = new Map(plant.slots.map((slot, k) => [slot.index, k]));

  function values(slot: number): Float64Array {
    const k = place.get(slot);
    if (k === undefined) throw new RangeError(`slot ${slot} is no column`);
    return run.columns[k]!.values;
  }

  function maximum(slot: number) {
    const column = values(slot);
    let index = 0;
    for (let i = 1; i < column.length; i++) if (column[i]! > column[index]!) index = i;
    return { value: column[index]!, index };
  }

  return {
    values,
    energy: (slot) => sumOf(values(slot)) * secondsPerHour,
    maximum,
    count: (slot, test) => values(slot).reduce((n, value) => n + (test(value) ? 1 : 0), 0),
  };
}

/** A loop and no `reduce`, which calls a function for each of a year's hours of each of a hundred columns. */
function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
