/**
 * How a plant stands at a moment of a transient, read out of what works, the
 * boards and the state vector.
 */

import type { Plant } from '../../plant/plant.ts';
import type { PlantConditions } from './binding-cause.ts';
import { branchOf, type Operations } from './operations.ts';
import type { StatePlace } from './state-book.ts';

/** The conditions at a moment [s] by a state vector; the places say where things stand in it. */
export function conditionsOf(
  plant: Plant,
  places: readonly StatePlace[],
  operations: Operations,
): (y: Float64Array) => PlantConditions {
  const indices = new Map(places.map((place, index) => [`${place.owner} ${place.name}`, index]));
  const boards = new Map(plant.meters.map((meter) => [meter.owner, meter.supplied]));
  return (y) => ({
    machine(name) {
      const running = operations.machines[name]!;
      const board = boards.get(name);
      const opening = indices.get(`${name} opening`);
      return {
        units: running.units,
        working: Math.max(0, running.units - running.tripped) * running.left,
        powered: board === undefined || operations.boards[board],
        starting: running.returning > 0,
        opening: opening === undefined ? NaN : y[opening]!,
      };
    },
    isShut: (circuit, machine) => branchOf(operations, circuit, machine).shut > 0,
    drive(circuit) {
      const index = indices.get(`${circuit} drive`);
      return index === undefined ? 1 : y[index]!;
    },
  });
}
