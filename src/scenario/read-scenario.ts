/**
 * From a scenario's text to a checked scenario: lays it over the system it
 * names, applies `set:`, reads every circuit, machine and price by its
 * declaration, and gathers all faults with their positions.
 */

import { type Fault, ScenarioError } from '../errors.ts';
import { fluidByName, isBuiltInFluidName } from '../fluids/fluid-by-name.ts';
import type { Fluid } from '../fluids/fluid.ts';
import { found, joined, type LocatedNode, type MapNode, nearest, readDocument } from '../library/document.ts';
import type { Library } from '../library/library.ts';
import { mergeDocuments, nodeAt, setPath } from '../library/overlay.ts';
import type { LibraryRecord, Parameters, ValuesOf } from '../library/parameters.ts';
import { readParameters } from '../library/read-parameters.ts';
import { machineKinds } from '../machines/index.ts';
import { circuitParameters } from './circuit.ts';
import type { DescribedCircuit, DescribedMachine } from './description.ts';
import { powerParameters } from './power.ts';
import type { ComparisonScenario, Scenario } from './scenario.ts';
import { siteParameters } from './site.ts';
import { readWiring, wiringKeys } from './wiring-keys.ts';

/** Words at the top of a scenario. */
const scenarioKeys = ['title', 'system', 'site', 'circuits', 'machines', 'power', 'set', 'technology', 'rejection', 'notes', 'sized'] as const;
const comparisonKeys = ['title', 'baseline', 'variants', 'site', 'set', 'notes'] as const;
const systemKeys = ['kind', 'title', 'technology', 'rejection', 'status', 'parts', 'circuits', 'machines', 'power', 'sources', 'assumed', 'notes'] as const;
/** What a system gives to a scenario. */
const plantKeys = ['circuits', 'machines', 'power', 'technology', 'rejection'] as const;

/** Everything a scenario may ask for while it is read. */
export interface ScenarioContext {
  readonly library: Library;
  /** The text of `models/<id>.yaml`, for systems. */
  read(id: string): string | undefined;
  list(): readonly string[];
}

/** One scenario, or all that is wrong with it. */
export function readScenario(text: string, file: string, context: ScenarioContext): Scenario {
  const faults: Fault[] = [];
  const root = documentRoot(text, file, faults);
  checkKeys(root, scenarioKeys, faults, file);
  const scenario = scenarioFrom(root, nameOfFile(file), file, context, faults);
  if (scenario === undefined || faults.length > 0) throw new ScenarioError(unique(faults));
  return scenario;
}

/** Several variants that share what stands beside them. */
export function readComparison(text: string, file: string, context: ScenarioContext): ComparisonScenario {
  const faults: Fault[] = [];
  const root = documentRoot(text, file, faults);
  checkKeys(root, comparisonKeys, faults, file);
  const variants = root.entries.get('variants')!.value;
  if (variants.kind !== 'map' || variants.entries.size === 0) {
    throw new ScenarioError([{ ...variants.at, path: 'variants', message: `found ${found(variants)}; wanted a map of variants` }]);
  }
  const common: MapNode = { ...root, entries: new Map([...root.entries].filter(([key]) => key === 'site' || key === 'set')) };
  const scenarios: Scenario[] = [];
  for (const [name, { value }] of variants.entries) {
    if (value.kind !== 'map') {
      faults.push({ ...value.at, path: `variants.${name}`, message: `found ${found(value)}; wanted a scenario` });
      continue;
    }
    checkKeys(value, scenarioKeys, faults, file, `variants.${name}`);
    const scenario = scenarioFrom(mergeDocuments(common, value), name, file, context, faults);
    if (scenario !== undefined) scenarios.push(scenario);
  }
  const baseline = textAt(root, 'baseline') ?? [...variants.entries.keys()][0]!;
  if (!variants.entries.has(baseline)) {
    const at = nodeAt(root, 'baseline')!.at;
    faults.push({ ...at, path: 'baseline', message: `found "${baseline}", which is no variant; ${didYouMean(baseline, [...variants.entries.keys()])}` });
  }
  if (faults.length > 0) throw new ScenarioError(unique(faults));
  return { title: textAt(root, 'title') ?? nameOfFile(file), baseline, variants: scenarios };
}

/** Whether a text is a comparison: it has `variants` at its top. */
export function isComparison(text: string, file: string): boolean {
  const document = readDocument(text, file);
  return 'root' in document && document.root.entries.has('variants');
}

function documentRoot(text: string, file: string, faults: Fault[]): MapNode {
  const document = readDocument(text, file);
  if ('faults' in document) throw new ScenarioError(document.faults);
  void faults;
  return document.root;
}

function scenarioFrom(root: MapNode, name: string, file: string, context: ScenarioContext, faults: Fault[]): Scenario | undefined {
  const before = faults.length;
  let tree = withSystem(root, context, faults);
  tree = withSettings(tree, faults);
  const fault = (path: string, message: string): Fault => ({ ...positionOf(tree, path, file), path, message });
  const used = new Map<string, LibraryRecord>();
  const record = (id: string, kinds: readonly string[]) => {
    const read = context.library.record(id, kinds);
    used.set(id, read);
    return read;
  };
  const reader = { record };
  const read = <P extends Parameters>(declaration: P, path: string): ValuesOf<P> | undefined => {
    const node = nodeAt(tree, path) ?? emptyMap(tree.at);
    return readParameters(declaration, node, path, faults, reader);
  };

  const site = read(siteParameters, 'site');
  const power = nodeAt(tree, 'power') === undefined ? missing(faults, fault, 'power', 'the electricity chain') : read(powerParameters, 'power');
  const circuits = readCircuits(tree, context, faults, fault, read);
  const machines = readMachines(tree, faults, fault, reader);
  const names = [...circuits.map((c) => c.name)];
  for (const machine of machines) {
    if (names.includes(machine.name)) faults.push(fault(`machines.${machine.name}`, 'has the name of a circuit; names are unique in a plant'));
  }
  if (site === undefined || power === undefined || faults.length > before) return undefined;
  const loads = new Map([...used].filter(([, r]) => r.kind.endsWith('load')));
  return {
    name,
    title: textAt(tree, 'title') ?? name,
    labels: { technology: textAt(tree, 'technology') ?? name, rejection: textAt(tree, 'rejection') ?? 'any' },
    notes: listOfTexts(nodeAt(tree, 'notes')),
    site,
    circuits,
    machines,
    power,
    loads,
    records: () => [...used.values()],
    fault,
  };
}

function missing(faults: Fault[], fault: Scenario['fault'], path: string, what: string): undefined {
  faults.push(fault(path, `is missing (${what}); name a system or write it`));
  return undefined;
}

/** The system's circuits, machines and power under the scenario's own. */
function withSystem(root: MapNode, context: ScenarioContext, faults: Fault[]): MapNode {
  const named = root.entries.get('system')?.value;
  if (named === undefined) return root;
  const base = systemTree(named, 'system', context, faults, 0);
  if (base === undefined) return root;
  const title = root.entries.has('title') ? base : base;
  return mergeDocuments(title, root);
}

/** A system record, its parts laid over one another in their order and itself on top. */
function systemTree(named: LocatedNode, path: string, context: ScenarioContext, faults: Fault[], depth: number): MapNode | undefined {
  if (named.kind !== 'scalar') {
    faults.push({ ...named.at, path, message: `found ${found(named)}; wanted the id of a system, such as systems/cold-plate-dry` });
    return undefined;
  }
  const id = named.text;
  const text = depth > 4 ? undefined : context.read(id);
  if (text === undefined) {
    const known = context.list().filter((candidate) => candidate.startsWith('systems/') && !candidate.startsWith('systems/parts/'));
    faults.push({ ...named.at, path, message: depth > 4 ? `parts are nested more than four deep` : `found "${id}", which is no system of the library; ${didYouMean(id, known)}` });
    return undefined;
  }
  const document = readDocument(text, `models/${id}.yaml`);
  if ('faults' in document) {
    faults.push(...document.faults);
    return undefined;
  }
  const own = document.root;
  checkKeys(own, systemKeys, faults, `models/${id}.yaml`);
  let tree: MapNode = { ...own, entries: new Map() };
  const parts = own.entries.get('parts')?.value;
  if (parts?.kind === 'list') {
    for (const part of parts.items) {
      const below = systemTree(part, 'parts', context, faults, depth + 1);
      if (below !== undefined) tree = mergeDocuments(tree, below);
    }
  }
  const kept = [...own.entries].filter(([key]) => (plantKeys as readonly string[]).includes(key) || (depth === 0 && key === 'title'));
  return mergeDocuments(tree, { ...own, entries: new Map(kept) });
}

/** Applies `set:`: dotted paths that begin with a circuit, a machine, `power` or `site`; `none` removes. */
function withSettings(tree: MapNode, faults: Fault[]): MapNode {
  const settings = tree.entries.get('set')?.value;
  if (settings === undefined) return tree;
  if (settings.kind !== 'map') {
    faults.push({ ...settings.at, path: 'set', message: `found ${found(settings)}; wanted a map of names and values` });
    return tree;
  }
  let result = tree;
  for (const [key, { at, value }] of settings.entries) {
    const [first = '', ...rest] = key.split('.');
    const root = ['circuits', 'machines'].find((name) => nodeAt(result, `${name}.${first}`) !== undefined);
    const path = root !== undefined ? [root, first, ...rest].join('.') : ['power', 'site', 'circuits', 'machines'].includes(first) ? key : undefined;
    if (path === undefined) {
      const known = ['circuits', 'machines'].flatMap((name) => {
        const node = nodeAt(result, name);
        return node?.kind === 'map' ? [...node.entries.keys()] : [];
      });
      faults.push({ ...at, path: `set.${key}`, message: `begins with "${first}", which is no circuit or machine here; ${didYouMean(first, [...known, 'power', 'site'])}` });
      continue;
    }
    if (value.kind === 'scalar' && value.text === 'none' && rest.length === 0) {
      result = without(result, path);
      continue;
    }
    const set = setPath(result, path, value);
    if ('fault' in set) faults.push({ ...at, path: `set.${key}`, message: set.fault });
    else result = set.tree;
  }
  return result;
}

function without(tree: MapNode, path: string): MapNode {
  const [first, second] = path.split('.');
  const group = tree.entries.get(first!)!;
  if (group.value.kind !== 'map') return tree;
  const entries = new Map(group.value.entries);
  entries.delete(second!);
  return { ...tree, entries: new Map(tree.entries).set(first!, { at: group.at, value: { ...group.value, entries } }) };
}

type Read = <P extends Parameters>(declaration: P, path: string) => ValuesOf<P> | undefined;

function readCircuits(tree: MapNode, context: ScenarioContext, faults: Fault[], fault: Scenario['fault'], read: Read): DescribedCircuit[] {
  const node = nodeAt(tree, 'circuits');
  if (node?.kind !== 'map' || node.entries.size === 0) {
    faults.push(fault('circuits', 'is missing; a plant has at least one circuit: name a system or write circuits'));
    return [];
  }
  const circuits: DescribedCircuit[] = [];
  for (const name of node.entries.keys()) {
    if (!namePattern.test(name)) faults.push(fault(`circuits.${name}`, nameRule));
    const values = read(circuitParameters, `circuits.${name}`);
    if (values === undefined) continue;
    const fluid = fluidOf(values.fluid, `circuits.${name}.fluid`, context, faults, fault);
    if (fluid !== undefined) circuits.push({ name, fluid, values });
  }
  return circuits;
}

const namePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const nameRule = 'is no name; names are lower-case words joined by hyphens';

function fluidOf(name: string, path: string, context: ScenarioContext, faults: Fault[], fault: Scenario['fault']): Fluid | undefined {
  if (!isBuiltInFluidName(name) && context.read(`coolants/${name}`) === undefined) {
    const known = context.list().flatMap((id) => (id.startsWith('coolants/') ? [id.slice('coolants/'.length)] : []));
    faults.push(fault(path, `found "${name}", which is no fluid; ${didYouMean(name, ['air', 'water', 'propylene-glycol-25-volume', ...known])}`));
    return undefined;
  }
  try {
    return fluidByName(name, (id) => context.library.record(id, ['dielectric', 'boiling-fluid']));
  } catch (error) {
    if (error instanceof Error && 'faults' in error) faults.push(...(error.faults as Fault[]));
    else throw error;
    return undefined;
  }
}

function readMachines(tree: MapNode, faults: Fault[], fault: Scenario['fault'], reader: Parameters4Reader): DescribedMachine[] {
  const node = nodeAt(tree, 'machines');
  if (node?.kind !== 'map' || node.entries.size === 0) {
    faults.push(fault('machines', 'is missing; a plant has machines: name a system or write machines'));
    return [];
  }
  const machines: DescribedMachine[] = [];
  for (const [name, { value }] of node.entries) {
    const path = `machines.${name}`;
    if (!namePattern.test(name) || name === 'outdoors') faults.push(fault(path, nameRule));
    if (value.kind !== 'map') {
      faults.push(fault(path, `found ${found(value)}; wanted a machine: { kind: … }`));
      continue;
    }
    const kindName = textAt(value, 'kind');
    const kind = machineKinds.find((candidate) => candidate.kind === kindName);
    if (kind === undefined) {
      const known = machineKinds.map((candidate) => candidate.kind);
      faults.push(fault(kindName === undefined ? path : `${path}.kind`, kindName === undefined ? `has no kind; known: ${known.join(', ')}` : `found "${kindName}", which is no kind of machine; ${didYouMean(kindName, known)}`));
      continue;
    }
    const own: MapNode = { ...value, entries: new Map([...value.entries].filter(([key]) => !(wiringKeys as readonly string[]).includes(key))) };
    const values = readParameters(kind.parameters, own, path, faults, reader);
    const wiring = readWiring(value, path, kind, faults);
    if (values !== undefined && wiring !== undefined) machines.push({ name, kind, values, title: textAt(value, 'title') ?? name, ...wiring });
  }
  return machines;
}

interface Parameters4Reader {
  record(id: string, kinds: readonly string[]): LibraryRecord;
}

function checkKeys(node: MapNode, known: readonly string[], faults: Fault[], file: string, path = ''): void {
  for (const [key, { at }] of node.entries) {
    if (!known.includes(key)) faults.push({ ...at, file: at.file ?? file, path: joined(path, key), message: `is not known here; ${didYouMean(key, known)}` });
  }
}

function textAt(node: MapNode, path: string): string | undefined {
  const value = nodeAt(node, path);
  return value?.kind === 'scalar' && value.text !== '' ? value.text : undefined;
}

function listOfTexts(node: LocatedNode | undefined): readonly string[] {
  if (node === undefined) return [];
  if (node.kind === 'scalar') return [node.text];
  return node.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) : [];
}

/** Where a path stands, or the nearest thing above it that is written. */
function positionOf(tree: MapNode, path: string, file: string): { readonly file: string; readonly line?: number; readonly column?: number } {
  const steps = path.split('.');
  for (let n = steps.length; n > 0; n--) {
    const node = nodeAt(tree, steps.slice(0, n).join('.'));
    if (node !== undefined) return node.at;
  }
  return { file };
}

function emptyMap(at: MapNode['at']): MapNode {
  return { kind: 'map', entries: new Map(), at };
}

function nameOfFile(file: string): string {
  return (file.split(/[\\/]/).pop() ?? file).replace(/\.ya?ml$/, '');
}

function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? `known: ${known.join(', ')}` : `did you mean ${near}? Known: ${known.join(', ')}`;
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
