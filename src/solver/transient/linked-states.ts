/**
 * Which states may act on those that hold energy, by how a plant is put
 * together: a circuit feels the machines that hang on it and the circuits behind
 * them, and the facility and its rooms feel everything. A place missed there
 * would cost the run its balance; elsewhere it costs steps.
 */

import type { Plant } from '../../plant/plant.ts';
import type { StatePlace } from './state-book.ts';

/** Whether state i holds energy and its rate may hang on state j. */
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
    if (places[i]!.capacity === 0 && places[i]!.owner !== 'facility') return false;
    const owners = byOwner.get(places[i]!.owner);
    return owners === undefined || owners.has(places[j]!.owner);
  };
}

function circuitsOf({ loads, source }: Plant['machines'][number]): readonly string[] {
  return [...loads.map((load) => load.circuit), ...(source === undefined ? [] : [source.circuit])];
}
