/**
 * What a transient needs to know beside the plant, defaults filled in.
 */

import type { Fault } from '../../errors.ts';
import type { Parameters, ValuesOf } from '../../library/parameters.ts';
import { readParameters } from '../../library/read-parameters.ts';
import type { ChipReport } from '../../machines/machine.ts';
import type { Circuit, Plant } from '../../plant/plant.ts';
import {
  circuitDynamicsParameters,
  machineDynamicsParameters,
  type TransientValues,
} from '../../scenario/transient.ts';

export type CircuitDynamics = ValuesOf<typeof circuitDynamicsParameters>;
export type MachineDynamics = ValuesOf<typeof machineDynamicsParameters>;

export interface TransientSettings {
  readonly values: TransientValues;
  circuit(name: string): CircuitDynamics;
  machine(name: string): MachineDynamics;
}

/** Settings of a plant: what is written by name, defaults for the rest. */
export function transientSettings(values: TransientValues): TransientSettings {
  const circuit = defaultsOf(circuitDynamicsParameters);
  const machine = defaultsOf(machineDynamicsParameters);
  return {
    values,
    circuit: (name) => values.circuits?.[name] ?? circuit,
    machine: (name) => values.machines?.[name] ?? machine,
  };
}

/** The values of a declaration of which nothing was written. */
export function defaultsOf<P extends Parameters>(parameters: P): ValuesOf<P> {
  const faults: Fault[] = [];
  const nothing = { kind: 'map', entries: new Map(), at: { file: '', line: 1, column: 1 } } as const;
  const records = {
    record: (): never => {
      throw new RangeError('no default names a record');
    },
  };
  return readParameters(parameters, nothing, '', faults, records)!;
}

/** Pumps or fans in parallel that a margin speaks of: 125 % are five, of which four carry. */
export function moversOf(circuit: Circuit, dynamics: CircuitDynamics): number {
  if (dynamics.movers !== undefined) return dynamics.movers;
  const margin = circuit.mover === undefined ? 1 : circuit.mover.ratedFlow / circuit.design.flow;
  return margin > 1.001 ? Math.max(2, Math.round(margin / (margin - 1))) : 1;
}

/** Holding time of a header whose volume is not stated [s]. */
const holding = 30;

/** Mass in the supply and the return of a circuit [kg]. */
export function headerMasses(
  plant: Plant,
  circuit: Circuit,
  dynamics: CircuitDynamics,
  density: number,
): { readonly supply: number; readonly returned: number } {
  const byFlow = circuit.design.flow * holding;
  const hall = circuit.fluid.phase === 'air' ? floorArea(plant, circuit) * hallHeight * 0.5 * density : 0;
  const mass = (volume: number | undefined) => (volume === undefined ? (hall > 0 ? hall : byFlow) : volume * density);
  return { supply: mass(dynamics.supplyVolume), returned: mass(dynamics.returnVolume) };
}

const hallHeight = 4;

/** Rack groups that hang on a circuit. */
function groupsOn(plant: Plant, circuit: Circuit): readonly ChipReport[] {
  return plant.chips.filter((report) =>
    circuit.loads.some((load) => plant.machines[load.machine]!.name === report.machine),
  );
}

/** Floor of the racks that hang on an air circuit [m²]. */
export function floorArea(plant: Plant, circuit: Circuit): number {
  return groupsOn(plant, circuit).reduce((area, report) => area + report.floorArea, 0);
}

/** Racks or tanks that hang on a circuit. */
export function racksOn(plant: Plant, circuit: Circuit): number {
  return groupsOn(plant, circuit).reduce((sum, report) => sum + report.racks, 0);
}
