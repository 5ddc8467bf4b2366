/**
 * The `transient:` of a scenario: values by their declaration, and whether
 * what events and settings name is there.
 */

import { nodeAt } from '../library/overlay.ts';
import { readParameters } from '../library/read-parameters.ts';
import type { DescribedCircuit, DescribedMachine } from './description.ts';
import { didYouMean, type ScenarioReading } from './scenario-reading.ts';
import { type TransientEventValues, transientParameters, type TransientValues } from './transient.ts';

/** Racks that are followed one by one at most. */
const mostRacks = 2000;

/** What an event may do; exactly one of them. */
const deeds = ['trip', 'stick', 'degrade', 'lose', 'load', 'swing', 'warm', 'sensor', 'leak'] as const;

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
  if (values === undefined) return undefined;
  const names = {
    circuits: circuits.map((circuit) => circuit.name),
    sources: machines.flatMap((machine) => (machine.source === undefined ? [] : [machine.name])),
    loads: [...new Set(machines.flatMap((machine) => loadIds(machine)))],
  };
  const need = (path: string, name: string | undefined, known: readonly string[], what: string) => {
    if (name !== undefined && !known.includes(name))
      faults.push(fault(path, `found "${name}", which is no ${what} here; ${didYouMean(name, known)}`));
  };
  for (const circuit of circuits)
    if (circuit.values.tank === 'sealed')
      faults.push(
        fault('transient', `circuit ${circuit.name} is sealed; the float of its pressure in time is not simulated`),
      );
  for (const name of Object.keys(values.circuits ?? {}))
    need(`transient.circuits.${name}`, name, names.circuits, 'circuit');
  const groups = machines.filter((machine) => 'racks' in machine.kind.parameters);
  for (const [name, hall] of Object.entries(values.halls ?? {})) {
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
  for (const name of Object.keys(values.machines ?? {}))
    need(`transient.machines.${name}`, name, names.sources, 'machine that cools a circuit');
  for (const [name, event] of Object.entries(values.events ?? {})) {
    const path = `transient.events.${name}`;
    const movable = [...names.sources, ...names.circuits];
    need(`${path}.trip`, event.trip, movable, 'machine that cools a circuit, and no circuit');
    need(`${path}.degrade`, event.degrade, movable, 'machine that cools a circuit, and no circuit');
    need(`${path}.stick`, event.stick, movable, 'machine that cools a circuit, and no circuit');
    need(`${path}.sensor`, event.sensor, names.sources, 'machine that cools a circuit');
    need(`${path}.leak`, event.leak, names.circuits, 'circuit');
    need(`${path}.load`, event.load, ['all', ...names.loads], 'load that racks follow');
    need(`${path}.swing`, event.swing, ['all', ...names.loads], 'load that racks follow');
    const wrong = eventFault(event, values.duration);
    if (wrong !== undefined) faults.push(fault(`${path}${wrong.at}`, wrong.message));
  }
  return values;
}

function loadIds(machine: DescribedMachine): readonly string[] {
  const record = machine.values['utilisation'] as { readonly id?: string } | undefined;
  return record?.id === undefined ? [] : [record.id];
}

function eventFault(
  event: TransientEventValues,
  duration: number,
): { readonly at: string; readonly message: string } | undefined {
  const done = deeds.filter((deed) => event[deed] !== undefined);
  if (done.length !== 1) {
    const found = done.length === 0 ? 'does nothing' : `does ${done.join(' and ')}`;
    return { at: '', message: `${found}; exactly one is wanted of ${deeds.join(', ')}` };
  }
  const deed = done[0]!;
  if (event.at > duration) return { at: '.at', message: `lies after the end of the transient (${duration} s)` };
  const lacks = (field: 'to' | 'frequency' | 'bias') =>
    event[field] === undefined ? { at: '', message: `${deed} wants ${field} beside it` } : undefined;
  if (deed === 'degrade' || deed === 'load') return lacks('to');
  if (deed === 'swing') return lacks('to') ?? lacks('frequency');
  if (deed === 'sensor') return lacks('bias');
  return undefined;
}
