/** Series of a year in the reader's unit, in the colours that their meaning has. */

import { displayScale, type Quantity, type Scale, type UnitSystem } from '../../src/index.ts';
import { columnAt, columnNamed } from '../state.ts';
import type { CircuitPicture, PlantPicture, YearReply } from '../simulation/messages.ts';

export interface Scaled {
  readonly scale: Scale;
  readonly values: Float64Array;
}

export function scaled(
  values: ArrayLike<number>,
  quantity: Quantity,
  units: UnitSystem,
  unitOf: ArrayLike<number> = values,
): Scaled {
  let largest = 0;
  for (let i = 0; i < unitOf.length; i++) if (Math.abs(unitOf[i]!) > largest) largest = Math.abs(unitOf[i]!);
  const scale = displayScale(quantity, units, [largest]);
  const result = new Float64Array(values.length);
  for (let i = 0; i < result.length; i++) result[i] = scale.fromSi(values[i]!);
  return { scale, values: result };
}

/** Lowest, highest and mean of what is a number; NaN where nothing is. */
export function extent(values: ArrayLike<number>): {
  readonly low: number;
  readonly high: number;
  readonly mean: number;
} {
  let [low, high, sum, count] = [Infinity, -Infinity, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
    sum += value;
    count++;
  }
  return count === 0 ? { low: Number.NaN, high: Number.NaN, mean: Number.NaN } : { low, high, mean: sum / count };
}

/** A circuit's supply temperature while something flows; where it rests its headers keep what was last in them. */
export function flowingSupply(year: YearReply, circuit: CircuitPicture): Float32Array {
  const supply = columnAt(year, circuit.supply)!;
  const flow = columnAt(year, circuit.flow);
  return flow === undefined ? supply : supply.map((value, hour) => (flow[hour]! > 0 ? value : Number.NaN));
}

/** Facility over IT power, hour by hour. */
export function powerRatio(year: YearReply): Float64Array {
  const facility = columnNamed(year, 'facility.power')!;
  const it = columnNamed(year, 'it.power')!;
  return Float64Array.from(facility, (power, hour) => power / it[hour]!);
}

/** Sum of columns that end in this, over all machines; undefined where there are none. */
export function summed(year: YearReply, ending: string): Float64Array | undefined {
  const found = year.columns.flatMap(({ name }, i) => (name.endsWith(ending) ? [columnAt(year, i)!] : []));
  if (found.length === 0) return undefined;
  const sum = new Float64Array(year.hours);
  for (const column of found) for (let i = 0; i < sum.length; i++) sum[i]! += column[i]!;
  return sum;
}

/** The hottest junction of all rack groups, and the least margin to its limit. */
export function junctions({ picture, ...year }: YearReply & { readonly picture: PlantPicture }): {
  readonly hottest: Float64Array;
  readonly margin: Float64Array;
} {
  const hottest = new Float64Array(year.hours).fill(-Infinity);
  const margin = new Float64Array(year.hours).fill(Infinity);
  for (const chips of picture.chips) {
    const column = year.values.subarray(chips.junction * year.hours, (chips.junction + 1) * year.hours);
    for (let i = 0; i < year.hours; i++) {
      if (column[i]! > hottest[i]!) hottest[i] = column[i]!;
      const left = chips.junctionLimit - column[i]!;
      if (left < margin[i]!) margin[i] = left;
    }
  }
  return { hottest, margin };
}

/** Largest first. */
export function sortedDown(values: Float64Array): Float64Array {
  return Float64Array.from(values).sort().reverse();
}

/** Hues for the supply of circuits, apart for the colour-blind, the same in every chart. */
const circuitHues = ['#2f6fad', '#c77f2c', '#3f9f8b', '#8a63b8', '#8c8c8c', '#b06a8e', '#5a8f3c'];

export function circuitColour(position: number): string {
  return circuitHues[position % circuitHues.length]!;
}
