/**
 * Tells machines that load their circuits what of them works: electronics that
 * are alive, and how much of a store.
 */

import type { PlacedMachine, Plant } from '../../plant/plant.ts';
import { available, type Operations } from './operations.ts';
import { plantPower } from './power-state.ts';

export function machinesAtWork({ s }: Plant, machines: readonly PlacedMachine[], operations: Operations): () => void {
  const told = machines.flatMap(({ name, machine }) => {
    const { alive, working } = machine.transient ?? {};
    return [
      ...(alive === undefined ? [] : [{ slot: alive, part: () => (isAlive(name) ? 1 : 0) }]),
      ...(working === undefined ? [] : [{ slot: working, part: () => available(operations.machines[name]!, true) }]),
    ];
  });

  function isAlive(name: string): boolean {
    return plantPower(operations, 'ups') && operations.off[name] === undefined;
  }

  return () => {
    for (let i = 0; i < told.length; i++) s[told[i]!.slot] = told[i]!.part();
  };
}
