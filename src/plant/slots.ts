/**
 * The plant's one Float64Array and the book of what stands in it.
 *
 * Machines and circuits take slots while the plant is assembled; in the hour
 * loop a slot is nothing but an index. Slots with a name become columns of the
 * results, scratch slots do not.
 */

import type { Quantity } from '../units.ts';

/** A slot that becomes a column. */
export interface NamedSlot {
  readonly index: number;
  readonly name: string;
  readonly quantity: Quantity;
  readonly about: string;
}

export interface SlotBook {
  readonly s: Float64Array;
  readonly named: readonly NamedSlot[];
  take(name: string, quantity: Quantity, about: string): number;
  scratch(): number;
}

/** Slots that any machine finds room in, with its ports. */
const perMachine = 64;
/** For circuits, weather and the power chain. */
const common = 4096;

/** A book with room for so many machines; a plant that needs more is refused by `take`. */
export function openSlotBook(machines: number): SlotBook {
  const capacity = common + perMachine * machines;
  const s = new Float64Array(capacity);
  const named: NamedSlot[] = [];
  const names = new Set<string>();
  // Named slots grow from the bottom, so that a step's columns are one piece of memory; scratch comes from the top.
  let bottom = 0;
  let top = capacity;

  function scratch(): number {
    if (bottom === top) throw new RangeError(`the plant needs more than ${capacity} slots`);
    return --top;
  }

  function take(name: string, quantity: Quantity, about: string): number {
    if (names.has(name)) throw new RangeError(`slot ${name} is taken twice`);
    names.add(name);
    if (bottom === top) throw new RangeError(`the plant needs more than ${capacity} slots`);
    const index = bottom++;
    named.push({ index, name, quantity, about });
    return index;
  }

  return { s, named, take, scratch };
}
