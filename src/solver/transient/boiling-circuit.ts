/** What a circuit that boils is in time: a vented bath, a sealed one, or a loop with a pump. */

import type { Circuit, Plant } from '../../plant/plant.ts';
import { type BoilingBlock, boilingBlock } from './boiling-block.ts';
import type { Operations } from './operations.ts';
import { pumpedBlock } from './pumped-block.ts';
import { sealedBlock } from './sealed-block.ts';
import type { CircuitDynamics } from './settings.ts';
import type { StateBook } from './state-book.ts';

export function boilingCircuit(
  plant: Plant,
  circuit: Circuit,
  dynamics: CircuitDynamics,
  operations: Operations,
  book: StateBook,
): BoilingBlock {
  if (circuit.sealed === undefined) return boilingBlock(plant, circuit, dynamics, book);
  if (circuit.mover === undefined) return sealedBlock(plant, circuit, dynamics, book);
  return pumpedBlock(plant, circuit, dynamics, operations, book);
}
