/** What a rack is coloured by: its numbers over the whole of a run, and what of them is bad. */

import { displayUnit, displayScale, type Quantity, type Scale, type UnitSystem } from '../../src/index.ts';
import type { HallReply } from '../simulation/transient-messages.ts';

export interface HallQuantity {
  readonly name: string;
  readonly title: string;
  readonly quantity: Quantity;
  /** Which end of it is the bad one. */
  readonly worst: 'most' | 'least';
}

const known: Readonly<Record<string, Omit<HallQuantity, 'name' | 'quantity'>>> = {
  junctionTemperature: { title: 'Hottest junction', worst: 'most' },
  inputPower: { title: 'Power', worst: 'most' },
  plateFlow: { title: 'Flow of a plate', worst: 'least' },
  delivered: { title: 'Work done', worst: 'least' },
};

/** The margin first, then what the racks of this kind tell. */
export function hallQuantities({ quantities }: HallReply): readonly HallQuantity[] {
  const margin = {
    name: 'margin',
    title: 'Margin to throttling',
    quantity: 'temperature difference',
    worst: 'least',
  } as const;
  return [margin, ...quantities.map(({ name, quantity }) => ({ name, quantity, ...known[name]! }))];
}

/** The numbers of all racks in one row [SI]. */
export function frameOf(hall: HallReply, name: string, row: number): Float32Array {
  const { racks, times, quantities, values, throttleAt } = hall;
  const stored = name === 'margin' ? 'junctionTemperature' : name;
  const place = quantities.findIndex((quantity) => quantity.name === stored);
  const at = (place * times.length + row) * racks.length;
  const frame = values.subarray(at, at + racks.length);
  return name === 'margin' ? frame.map((junction) => throttleAt - junction) : frame;
}

/** One rack over all rows [SI]. */
export function courseOf(hall: HallReply, name: string, rack: number): Float64Array {
  return Float64Array.from(hall.times, (_, row) => frameOf(hall, name, row)[rack]!);
}

/** The mean of all racks over all rows [SI]. */
export function meanCourse(hall: HallReply, name: string): Float64Array {
  return Float64Array.from(hall.times, (_, row) => {
    const frame = frameOf(hall, name, row);
    return frame.reduce((sum, value) => sum + value, 0) / frame.length;
  });
}

/** Least and most of all racks and all moments: the legend stands still while time goes. */
export function rangeOver(hall: HallReply, name: string): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let row = 0; row < hall.times.length; row++) {
    for (const value of frameOf(hall, name, row)) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}

export function scaleOf({ quantity }: HallQuantity, high: number, units: UnitSystem): Scale {
  if (quantity === 'fraction') return { ...displayUnit(quantity, units), digits: 0 };
  if (quantity === 'temperature' || quantity === 'temperature difference')
    return { ...displayUnit(quantity, units), digits: 1 };
  return displayScale(quantity, units, [high]);
}

/** Racks by how bad they are, the worst first. */
export function worstRacks(frame: Float32Array, worst: HallQuantity['worst'], count: number): readonly number[] {
  const sign = worst === 'most' ? -1 : 1;
  return Array.from(frame.keys())
    .sort((a, b) => sign * (frame[a]! - frame[b]!))
    .slice(0, count);
}
