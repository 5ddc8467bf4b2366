/**
 * What may fail in a plant: the units of every machine that cools and the
 * movers of every circuit, each with how often and for how long.
 */

import type { Library } from '../../library/library.ts';
import type { ValuesOf } from '../../library/parameters.ts';
import type { Plant } from '../../plant/plant.ts';
import type { reliabilityParameters } from '../../scenario/reliability.ts';
import type { TransientValues } from '../../scenario/transient.ts';
import { moversOf, transientSettings } from '../../solver/transient/settings.ts';

export interface Component {
  /** Machine, or circuit whose movers these are. */
  readonly name: string;
  readonly units: number;
  /** Of one unit [1/s]. */
  readonly failureRate: number;
  /** [s] */
  readonly repairTime: number;
  /** Part of the failures that take all units [1]. */
  readonly commonCause: number;
  /** Record the figures are from. */
  readonly record: string;
}

export interface Components {
  readonly components: readonly Component[];
  /** Machines that are taken never to fail, because there is no record of their kind. */
  readonly unfailing: readonly string[];
}

/** @param commonCause instead of what the records say, where given [1] */
export function componentsOf(
  plant: Plant,
  transient: TransientValues,
  library: Library,
  commonCause: number | undefined,
): Components {
  const settings = transientSettings(transient);
  const movers = plant.circuits.flatMap((circuit) =>
    circuit.mover === undefined
      ? []
      : [
          {
            name: circuit.name,
            units: moversOf(circuit, settings.circuit(circuit.name)),
            record: circuit.fluid.phase === 'air' ? 'reliability/fan' : 'reliability/pump',
          },
        ],
  );
  const machines = plant.machines.flatMap(({ name, kind, source, machine }) =>
    source === undefined ? [] : [{ name, units: machine.units ?? 1, record: `reliability/${kind}` }],
  );
  const known = new Set(library.list());
  const components = [...movers, ...machines].flatMap((group): readonly Component[] => {
    if (!known.has(group.record)) return [];
    const values = library.record(group.record, ['reliability']).values as ValuesOf<typeof reliabilityParameters>;
    const { failureRate, repairTime } = values;
    return [{ ...group, failureRate, repairTime, commonCause: commonCause ?? values.commonCause }];
  });
  return { components, unfailing: machines.filter(({ record }) => !known.has(record)).map(({ name }) => name) };
}
