/**
 * Which states may act on which, by how a plant is put together: a circuit
 * feels the machines that hang on it and the circuits behind them, a machine
 * what its circuits feel, and the facility and its rooms feel everything.
 */

import type { Plant } from '../../plant/plant.ts';
import type { StatePlace } from './state-book.ts';

/** Whether the rate of state i may hang on state j. */
export function linkedStates(plant: Plant, places: readonly StatePlace[]): (i: number, j: number) => boolean {
  const around = new Map<string, Set<string>>();
  for (const circuit of plant.circuits) {
    const near = new Set<string>([circuit.name]);
    for (const machine of plant.machines) {
      if (!circuitsOf(machine).includes(circuit.name)) continue;
      near.add(machine.name);
      for (const other of circuitsOf(machine)) near.add(other);
    }
    around.set(circuit.name, near);
  }
  const machines = new Map(plant.machines.map((machine) => [machine.name, machine]));
  const felt = (owner: string): ReadonlySet<string> | undefined => {
    const machine = machines.get(owner);
    if (machine === undefined) return around.get(owner);
    if (machine.gathersLosses) return undefined;
    return new Set(circuitsOf(machine).flatMap((name) => [...(around.get(name) ?? [])]));
  };
  const byOwner = new Map([...new Set(places.map(({ owner }) => owner))].map((owner) => [owner, felt(owner)]));
  return (i, j) => {
    const owners = byOwner.get(places[i]!.owner);
    return owners === undefined || owners.has(places[j]!.owner);
  };
}

function circuitsOf({ loads, source }: Plant['machines'][number]): readonly string[] {
  return [...loads.map((load) => load.circuit), ...(source === undefined ? [] : [source.circuit])];
}
