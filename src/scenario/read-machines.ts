/**
 * The machines of a scenario: each name, its kind, its values by the kind's
 * declaration, and how it is wired to circuits.
 */

import { found, type LocatedNode, type MapNode } from '../library/document.ts';
import { nodeAt } from '../library/overlay.ts';
import { readParameters } from '../library/read-parameters.ts';
import { machineKinds } from '../machines/index.ts';
import type { Kind } from '../machines/machine.ts';
import type { DescribedMachine } from './description.ts';
import { nameFault, shortened } from './read-circuits.ts';
import { didYouMean, type ScenarioReading, textAt } from './scenario-reading.ts';
import { readWiring, wiringKeys } from './wiring-keys.ts';

/** The machines that could be read; every fault is pushed. */
export function readMachines(reading: ScenarioReading): DescribedMachine[] {
  const { tree, faults, fault } = reading;
  const node = nodeAt(tree, 'machines');
  if (node?.kind !== 'map' || node.entries.size === 0) {
    faults.push(fault('machines', 'is missing; a plant has machines: name a system or write machines'));
    return [];
  }
  const machines: DescribedMachine[] = [];
  for (const [name, { at, value }] of node.entries) {
    const wrong = nameFault(name);
    if (wrong === undefined) machines.push(...readMachine(name, value, reading));
    else faults.push({ ...at, path: shortened(`machines.${name}`), message: wrong });
  }
  return machines;
}

function readMachine(name: string, node: LocatedNode, reading: ScenarioReading): readonly DescribedMachine[] {
  const { faults } = reading;
  const path = `machines.${name}`;
  if (node.kind !== 'map') {
    faults.push({ ...node.at, path, message: `found ${found(node)}; wanted a machine: { kind: … }` });
    return [];
  }
  const kind = kindOf(node, path, reading);
  if (kind === undefined) return [];
  const own = [...node.entries].filter(([key]) => !(wiringKeys as readonly string[]).includes(key));
  const values = readParameters(kind.parameters, { ...node, entries: new Map(own) }, path, faults, reading.records);
  const wiring = readWiring(node, path, kind, faults);
  if (values === undefined || wiring === undefined) return [];
  return [{ name, kind, values, title: textAt(node, 'title') ?? name, ...wiring }];
}

function kindOf(node: MapNode, path: string, { faults }: ScenarioReading): Kind | undefined {
  const written = node.entries.get('kind')?.value;
  const known = machineKinds.map((candidate) => candidate.kind);
  if (written === undefined) {
    faults.push({ ...node.at, path, message: `has no kind; known: ${known.join(', ')}` });
    return undefined;
  }
  const kind = machineKinds.find((candidate) => written.kind === 'scalar' && candidate.kind === written.text);
  if (kind === undefined) {
    const meant = written.kind === 'scalar' ? didYouMean(written.text, known) : `known: ${known.join(', ')}`;
    faults.push({
      ...written.at,
      path: `${path}.kind`,
      message: `found ${found(written)}, which is no kind of machine; ${meant}`,
    });
  }
  return kind;
}
