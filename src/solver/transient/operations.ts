/**
 * What works and what does not, from moment to moment: units that tripped,
 * actuators that stick, boards without power. Events write it, the equations
 * read it; it is plain data, so that a run can be stopped and taken up again.
 */

import type { Plant } from '../../plant/plant.ts';

/** Of a machine with a source port, or of the movers of a circuit. */
export interface Running {
  readonly units: number;
  /** Units stopped by events; some part of the rest that is left after wear [1]. */
  tripped: number;
  left: number;
  /** Its actuator stays where it is, or goes to an opening or speed and stays there; below zero where none is said [1]. */
  sticks: boolean;
  stuckAt: number;
  /** Units that stood and are on their way back, and when they will be at work [s]; before the start where none is. */
  returning: number;
  readyAt: number;
  /** What its sensor shows too much [K]. */
  bias: number;
}

export interface Operations {
  readonly machines: Readonly<Record<string, Running>>;
  readonly movers: Readonly<Record<string, Running>>;
  /** Liquid branches of loads that cool nothing themselves, by circuit and name: how many leaks have them shut off. */
  readonly branches: Readonly<Record<string, { shut: number }>>;
  readonly boards: { utility: boolean; mechanical: boolean; ups: boolean };
  /** Rack groups that switched themselves off: when they will be at work again [s], null while that is not known. */
  readonly off: Record<string, number | null>;
}

/** All well. `movers` gives the number of pumps or fans of a circuit. */
export function allRunning(plant: Plant, movers: (circuit: string) => number): Operations {
  const running = (units: number): Running => ({
    units,
    tripped: 0,
    left: 1,
    sticks: false,
    stuckAt: -1,
    returning: 0,
    readyAt: -1,
    bias: 0,
  });
  return {
    machines: Object.fromEntries(
      plant.machines.flatMap((placed) =>
        placed.source === undefined ? [] : [[placed.name, running(placed.machine.units ?? 1)]],
      ),
    ),
    movers: Object.fromEntries(plant.circuits.map((circuit) => [circuit.name, running(movers(circuit.name))])),
    branches: Object.fromEntries(
      plant.circuits.flatMap(({ name, fluid, loads }) =>
        fluid.phase !== 'liquid'
          ? []
          : loads.flatMap(({ machine }) => {
              const placed = plant.machines[machine]!;
              return placed.source === undefined ? [[branchName(name, placed.name), { shut: 0 }]] : [];
            }),
      ),
    ),
    boards: { utility: true, mechanical: true, ups: true },
    off: {},
  };
}

const neverShut = { shut: 0 };

/** The branch of a load on a circuit. */
export function branchOf({ branches }: Operations, circuit: string, machine: string): { shut: number } {
  return branches[branchName(circuit, machine)] ?? neverShut;
}

function branchName(circuit: string, machine: string): string {
  return `${circuit} ${machine}`;
}

/** Part of a machine's units that can work now [1]. */
export function available(running: Running, powered: boolean): number {
  if (!powered) return 0;
  const standing = running.tripped + running.returning;
  return (Math.max(0, running.units - standing) / running.units) * running.left;
}

/** So many units start and work from a time on, and with them those that are on their way already. */
export function startUnits(running: Running, count: number, readyAt: number): void {
  const underWay = running.returning;
  running.returning = Math.min(running.units, underWay + count);
  running.readyAt = underWay > 0 ? Math.max(readyAt, running.readyAt) : readyAt;
}

/** Units that are due are at work; whether there were any. */
export function unitsArrive(runnings: readonly Running[], time: number): boolean {
  let came = false;
  for (const running of runnings) {
    if (running.returning === 0 || running.readyAt > time) continue;
    running.returning = 0;
    came = true;
  }
  return came;
}
