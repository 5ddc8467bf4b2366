/**
 * From a scenario's text to a checked scenario: lays it over the system it
 * names, applies `set:`, reads every circuit, machine and price by its
 * declaration, and gathers all faults with their positions.
 */

import { type Fault, ScenarioError } from '../errors.ts';
import { found, type MapNode, readDocument } from '../library/document.ts';
import { mergeDocuments, nodeAt } from '../library/overlay.ts';
import type { LibraryRecord } from '../library/parameters.ts';
import { readParameters } from '../library/read-parameters.ts';
import type { DescribedCircuit, DescribedMachine } from './description.ts';
import { powerParameters } from './power.ts';
import { readCircuits } from './read-circuits.ts';
import { readMachines } from './read-machines.ts';
import type { ComparisonScenario, Scenario } from './scenario.ts';
import {
  checkKeys,
  didYouMean,
  listOfTexts,
  positionOf,
  type ScenarioContext,
  type ScenarioReading,
  textAt,
} from './scenario-reading.ts';
import { withSettings } from './settings.ts';
import { readTransient } from './read-transient.ts';
import { siteParameters } from './site.ts';
import { withSystem } from './system-tree.ts';

export type { ScenarioContext } from './scenario-reading.ts';

/** Words at the top of a scenario. */
const scenarioKeys = [
  'title',
  'system',
  'site',
  'circuits',
  'machines',
  'power',
  'set',
  'transient',
  'technology',
  'rejection',
  'notes',
  'sized',
] as const;
const comparisonKeys = ['title', 'baseline', 'variants', 'site', 'set', 'transient', 'notes'] as const;

/** One scenario, or all that is wrong with it. */
export function readScenario(text: string, file: string, context: ScenarioContext): Scenario {
  const faults: Fault[] = [];
  const root = documentRoot(text, file);
  checkKeys(root, scenarioKeys, faults);
  const scenario = scenarioFrom(root, nameOfFile(file), file, context, faults);
  if (scenario === undefined || faults.length > 0) throw new ScenarioError(unique(faults));
  return scenario;
}

/** Several variants that share what stands beside them. */
export function readComparison(text: string, file: string, context: ScenarioContext): ComparisonScenario {
  const faults: Fault[] = [];
  const root = documentRoot(text, file);
  checkKeys(root, comparisonKeys, faults);
  const variants = root.entries.get('variants')?.value ?? root;
  if (variants === root || variants.kind !== 'map' || variants.entries.size === 0) {
    const what = variants.kind === 'map' ? 'none' : found(variants);
    const message = `found ${what}; wanted a map of variants, each a scenario with a name`;
    throw new ScenarioError([{ ...variants.at, path: 'variants', message }]);
  }
  const scenarios = readVariants(root, variants, file, context, faults);
  const names = [...variants.entries.keys()];
  const baseline = textAt(root, 'baseline') ?? names[0]!;
  if (!variants.entries.has(baseline)) {
    const { at } = nodeAt(root, 'baseline')!;
    const message = `found "${baseline}", which is no variant; ${didYouMean(baseline, names)}`;
    faults.push({ ...at, path: 'baseline', message });
  }
  if (faults.length > 0) throw new ScenarioError(unique(faults));
  return { title: textAt(root, 'title') ?? nameOfFile(file), baseline, variants: scenarios };
}

function readVariants(
  root: MapNode,
  variants: MapNode,
  file: string,
  context: ScenarioContext,
  faults: Fault[],
): readonly Scenario[] {
  const shared = [...root.entries].filter(([key]) => key === 'site' || key === 'set' || key === 'transient');
  const common: MapNode = { ...root, entries: new Map(shared) };
  const scenarios: Scenario[] = [];
  for (const [name, { value }] of variants.entries) {
    if (value.kind !== 'map') {
      faults.push({ ...value.at, path: `variants.${name}`, message: `found ${found(value)}; wanted a scenario` });
      continue;
    }
    checkKeys(value, scenarioKeys, faults, `variants.${name}`);
    const scenario = scenarioFrom(mergeDocuments(common, value), name, file, context, faults);
    if (scenario !== undefined) scenarios.push(scenario);
  }
  return scenarios;
}

/** Whether a text is a comparison: it has `variants` at its top. */
export function isComparison(text: string, file: string): boolean {
  const document = readDocument(text, file);
  return 'root' in document && document.root.entries.has('variants');
}

function documentRoot(text: string, file: string): MapNode {
  const document = readDocument(text, file);
  if ('faults' in document) throw new ScenarioError(document.faults);
  return document.root;
}

function scenarioFrom(
  root: MapNode,
  name: string,
  file: string,
  context: ScenarioContext,
  faults: Fault[],
): Scenario | undefined {
  const before = faults.length;
  const laid = withSystem(root, context, faults);
  // Without the system it names a scenario lacks nearly everything: one fault says so, not dozens.
  const systemIsLost = faults.length > before;
  const tree = systemIsLost ? root : withSettings(laid, faults);
  const used = new Map<string, LibraryRecord>();
  const records = {
    record(id: string, kinds: readonly string[]): LibraryRecord {
      const read = context.library.record(id, kinds);
      used.set(id, read);
      return read;
    },
  };
  const fault = (path: string, message: string): Fault => ({ ...positionOf(tree, path, file), path, message });
  const reading: ScenarioReading = { tree, context, faults, records, fault };

  const emptyMap: MapNode = { kind: 'map', entries: new Map(), at: tree.at };
  const site = readParameters(siteParameters, nodeAt(tree, 'site') ?? emptyMap, 'site', faults, records);
  if (systemIsLost) return undefined;
  checkDesignHour(site, reading);
  const power = readPower(reading);
  const circuits = readCircuits(reading);
  const machines = readMachines(reading);
  checkNames(circuits, machines, reading);
  const transient = readTransient(reading, circuits, machines);
  if (site === undefined || power === undefined || faults.length > before) return undefined;
  return {
    name,
    title: textAt(tree, 'title') ?? name,
    labels: { technology: textAt(tree, 'technology') ?? name, rejection: textAt(tree, 'rejection') ?? 'any' },
    notes: listOfTexts(nodeAt(tree, 'notes')),
    site,
    circuits,
    machines,
    power,
    transient,
    loads: new Map([...used].filter(([, record]) => record.kind.endsWith('load'))),
    records: () => [...used.values()],
    fault,
  };
}

function readPower({ tree, faults, records, fault }: ScenarioReading): Scenario['power'] | undefined {
  const node = nodeAt(tree, 'power');
  if (node !== undefined) return readParameters(powerParameters, node, 'power', faults, records);
  faults.push(fault('power', 'is missing (the electricity chain); name a system or write it'));
  return undefined;
}

function checkDesignHour(site: Scenario['site'] | undefined, { faults, fault }: ScenarioReading): void {
  const { designDryBulb, designWetBulb } = site ?? {};
  if (designDryBulb !== undefined && designWetBulb !== undefined && designWetBulb > designDryBulb)
    faults.push(fault('site.designWetBulb', 'lies above designDryBulb; no air is so moist'));
}

function checkNames(
  circuits: readonly DescribedCircuit[],
  machines: readonly DescribedMachine[],
  { faults, fault }: ScenarioReading,
): void {
  for (const { name } of machines) {
    if (circuits.some((circuit) => circuit.name === name))
      faults.push(fault(`machines.${name}`, 'has the name of a circuit; names are unique in a plant'));
  }
}

function nameOfFile(file: string): string {
  return (file.split(/[\\/]/).pop() ?? file).replace(/\.ya?ml$/, '');
}

function unique(faults: readonly Fault[]): readonly Fault[] {
  const seen = new Set<string>();
  return faults.filter((fault) => {
    const key = `${fault.file}:${fault.line}:${fault.column}:${fault.path}:${fault.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
