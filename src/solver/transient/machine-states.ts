/**
 * What machines carry from second to second, in the state vector.
 */

import type { Plant } from '../../plant/plant.ts';
import type { stateBook } from './state-book.ts';

/** States of machines, each in its place of the vector; machines fill them when the transient begins. */
export function machineStates(plant: Plant, book: ReturnType<typeof stateBook>) {
  return plant.machines.flatMap((placed) =>
    (placed.machine.transient?.states ?? []).map((state) => ({
      owner: placed,
      state,
      index: book.take({ owner: placed.name, name: state.name, scale: state.scale, capacity: state.capacity }, () => 0),
    })),
  );
}

/** Slots of a machine's electricity. */
export function metersOf(plant: Plant, owner: string): readonly number[] {
  return plant.meters.flatMap((meter) => (meter.owner === owner ? [meter.slot] : []));
}

/** Between the state vector and the slots in which machines see what they carry. */
export function heldInSlots(s: Float64Array, carried: ReturnType<typeof machineStates>) {
  const place = Int32Array.from(carried, ({ index }) => index);
  const value = Int32Array.from(carried, ({ state }) => state.value);
  const rate = Int32Array.from(carried, ({ state }) => state.rate);
  return {
    show(y: Float64Array): void {
      for (let i = 0; i < place.length; i++) s[value[i]!] = y[place[i]!]!;
    },
    rates(dy: Float64Array): void {
      for (let i = 0; i < place.length; i++) dy[place[i]!] = s[rate[i]!]!;
    },
  };
}
