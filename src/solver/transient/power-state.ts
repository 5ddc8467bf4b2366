/**
 * Which boards have power, and what starts when one has it again.
 */

import type { Plant } from '../../plant/plant.ts';
import { type Operations, startUnits } from './operations.ts';
import type { TransientSettings } from './settings.ts';

/** Whether a board has power. */
export function plantPower(operations: Operations, board: 'ups' | 'mechanical'): boolean {
  return operations.boards[board];
}

/** Time from power to cooling of a machine [s]; movers start at once. */
export function restartTime(plant: Plant, settings: TransientSettings, name: string): number {
  const placed = plant.machines.find((machine) => machine.name === name);
  if (placed === undefined) return 0;
  return settings.machine(name).restart ?? placed.machine.transient?.restart ?? 0;
}

/** Boards have power again; what hangs on the mechanical one starts one after the other, pumps first. */
export function powerReturns(plant: Plant, settings: TransientSettings, operations: Operations, time: number): void {
  operations.boards.mechanical = true;
  operations.boards.ups = true;
  const isOnBoard = (owner: string) => plant.meters.find((meter) => meter.owner === owner)?.supplied === 'mechanical';
  let place = 0;
  for (const [name, running] of [...Object.entries(operations.movers), ...Object.entries(operations.machines)]) {
    if (!isOnBoard(name)) continue;
    const readyAt = time + place * settings.values.restartInterval + restartTime(plant, settings, name);
    startUnits(running, running.units, readyAt);
    place++;
  }
}
