/**
 * The `transient:` of a scenario: values by their declaration, and whether
 * what events and settings name is there.
 */

import { nodeAt } from '../library/overlay.ts';
import { readParameters } from '../library/read-parameters.ts';
import type { DescribedCircuit, DescribedMachine } from './description.ts';
import type { ScenarioReading } from './scenario-reading.ts';
import { transientParameters, type TransientValues } from './transient.ts';
import { absent, eventNames } from './transient-events.ts';
import { transientPieces } from './transient-pieces.ts';

/** Racks that are followed one by one at most. */
const mostRacks = 2000;

/** Undefined where the scenario has none or it could not be read; every fault is pushed. */
export function readTransient(
  reading: ScenarioReading,
  circuits: readonly DescribedCircuit[],
  machines: readonly DescribedMachine[],
): TransientValues | undefined {
  const { tree, faults, records, fault } = reading;
  const node = nodeAt(tree, 'transient');
  if (node === undefined) return undefined;
  const values = readParameters(transientParameters, node, 'transient', faults, records);
  const pieces = transientPieces(node, records);
  const names = eventNames(circuits, machines);
  const need = (path: string, name: string, known: readonly string[], what: string) => {
    if (!known.includes(name)) faults.push(fault(path, absent(name, known, what)));
  };
  for (const name of pieces.circuits) need(`transient.circuits.${name}`, name, names.circuits, 'circuit');
  const groups = machines.filter((machine) => 'racks' in machine.kind.parameters);
  for (const [name, hall] of pieces.halls) {
    const path = `transient.halls.${name}`;
    need(
      path,
      name,
      groups.map((machine) => machine.name),
      'rack group',
    );
    const racks = Number(groups.find((machine) => machine.name === name)?.values['racks'] ?? hall.rows);
    if (racks % hall.rows !== 0 || racks > mostRacks)
      faults.push(
        fault(path, `${racks} racks in ${hall.rows} rows; wanted equal rows, and at most ${mostRacks} racks in all`),
      );
  }
  for (const name of pieces.machines)
    need(`transient.machines.${name}`, name, names.sources, 'machine that cools a circuit');
  for (const { event, at, message } of pieces.events(names))
    faults.push(fault(`transient.events.${event}${at}`, message));
  return values;
}
