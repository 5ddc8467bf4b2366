/**
 * A scenario as it was run, written out: no system under it, every default in
 * its place, the wiring in words, and the sizes found at the design hour for
 * whoever reads it. Reading it back gives the same numbers to the last bit.
 *
 * Leaves out the records themselves: they are named, as in the original.
 */

import { stringify } from 'yaml';
import { type PlainMap, type PlainValue, writeParameters } from '../library/write-parameters.ts';
import type { Plant } from '../plant/plant.ts';
import { circuitParameters } from '../scenario/circuit.ts';
import type { DescribedLoad, DescribedMachine, DescribedSource } from '../scenario/description.ts';
import { powerParameters } from '../scenario/power.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { siteParameters } from '../scenario/site.ts';
import { transientParameters } from '../scenario/transient.ts';
import { sourceParameters } from '../scenario/wiring-keys.ts';
import { formatQuantity } from '../units.ts';

export interface ResolvedOptions {
  /** Weather as it shall be named, where the file will lie elsewhere than the scenario. */
  readonly weather?: string;
}

/** The scenario as YAML. */
export function resolvedScenario(scenario: Scenario, plant: Plant, { weather }: ResolvedOptions = {}): string {
  const { site } = scenario;
  const written: PlainMap = {
    title: scenario.title,
    technology: scenario.labels.technology,
    rejection: scenario.labels.rejection,
    ...(scenario.notes.length > 0 ? { notes: scenario.notes } : {}),
    site: writeParameters(siteParameters, { ...site, weather: weather ?? site.weather }),
    circuits: named(scenario.circuits, ({ values }) => writeParameters(circuitParameters, values)),
    machines: named(scenario.machines, writtenMachine),
    power: writeParameters(powerParameters, scenario.power),
    ...(scenario.transient === undefined
      ? {}
      : { transient: writeParameters(transientParameters, scenario.transient) }),
  };
  const head = `# The scenario ${JSON.stringify(scenario.name)} as it was run: its system laid in, every default written out.\n`;
  return `${head}${yamlText(written)}\n${sizedText(plant)}`;
}

function named<T extends { readonly name: string }>(items: readonly T[], written: (item: T) => PlainMap): PlainMap {
  return Object.fromEntries(items.map((item) => [item.name, written(item)]));
}

function yamlText(value: PlainMap): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, collectionStyle: 'any' });
}

function writtenMachine(machine: DescribedMachine): PlainMap {
  const load = writtenLoads(machine);
  return {
    kind: machine.kind.kind,
    ...(machine.title === machine.name ? {} : { title: machine.title }),
    ...(machine.source === undefined ? {} : { source: writtenSource(machine.source) }),
    ...(load === undefined ? {} : { load }),
    supplied: machine.supplied,
    ...writeParameters(machine.kind.parameters, machine.values),
  };
}

/** One circuit where the kind has one load port, a map by port where it has several. */
function writtenLoads({ kind, loads }: DescribedMachine): PlainValue | undefined {
  if (loads.length === 0) return undefined;
  const ports = kind.ports.filter(({ role }) => role === 'load');
  if (ports.length === 1) return writtenLoad(loads[0]!);
  return Object.fromEntries(loads.map((load) => [load.port, writtenLoad(load)]));
}

function writtenLoad({ on, after }: DescribedLoad): PlainValue {
  return after === undefined ? on : { on, after };
}

function writtenSource({ on, stage, flowShare, exclusive, share, sizedFor }: DescribedSource): PlainMap {
  const mode = exclusive ? 'exclusive' : 'integrated';
  return writeParameters(sourceParameters, { on, stage, flow: flowShare, mode, share, sizedFor });
}

/** What was sized, by owner, each with what it is. Read by people only. */
function sizedText(plant: Plant): string {
  const owners = [...new Set(plant.sizes.map(({ owner }) => owner))];
  const blocks = owners.map((owner) => {
    const sizes = plant.sizes.filter((size) => size.owner === owner);
    const lines = sizes.map(({ name, value, quantity, about }) => {
      return `    ${`${name}: ${formatQuantity(value, quantity, 'si')}`.padEnd(36)} # ${about}`;
    });
    return `  ${owner}:\n${lines.join('\n')}\n`;
  });
  return `# Found at the design hour; not read back.\nsized:\n${blocks.join('')}`;
}
