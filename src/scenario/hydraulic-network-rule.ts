/**
 * What a hydraulic network's text must say beyond its single values: branches
 * lead to nodes that are there, every part has a fixed pressure, every branch
 * resists, a valve has one size. Looks at the text, so that a fault stands at
 * its line also where other values are wrong.
 */

import type { FaultAt } from '../library/expectations.ts';
import { found, joined, type LocatedNode, type MapEntry, type MapNode } from '../library/document.ts';
import { networkFaults, type NetworkFault } from '../physics/network-faults.ts';
import { resistingParts } from './hydraulic-network.ts';

/** Notes every fault of a network's text that no single value shows. */
export function hydraulicNetworkRule(written: MapNode, fault: FaultAt): void {
  const nodes = entriesOf(written, 'nodes');
  const branches = entriesOf(written, 'branches');
  // Without one of both lists the reader of values has said enough.
  if (nodes === undefined || branches === undefined) return;
  for (const [name, { value }] of branches) {
    sizeFaults(value, joined('branches', name), fault);
    pointFaults(value, joined('branches', name), fault);
  }

  const faults = networkFaults({
    nodes: [...nodes].map(([name, { value }]) => ({
      name,
      ...(partOf(value, 'pressure') === undefined ? {} : { pressure: 0 }),
    })),
    branches: [...branches].map(([name, { value }]) => ({
      name,
      from: textOf(value, 'from'),
      to: textOf(value, 'to'),
      law: { typicalFlow: resistingParts.some((part) => partOf(value, part) !== undefined) ? 1 : Infinity },
    })),
  });
  for (const each of faults) {
    if (!isTold(each, branches)) placed(each, { written, nodes, branches }, fault);
  }
}

/** A branch that does not say where it leads has its fault from the reader of values. */
function isTold({ owner, name, part }: NetworkFault, branches: ReadonlyMap<string, MapEntry>): boolean {
  return owner === 'branch' && part !== '' && partOf(branches.get(name)!.value, part) === undefined;
}

interface Places {
  readonly written: MapNode;
  readonly nodes: ReadonlyMap<string, MapEntry>;
  readonly branches: ReadonlyMap<string, MapEntry>;
}

function placed({ owner, name, part, message }: NetworkFault, places: Places, fault: FaultAt): void {
  if (owner === 'network') {
    fault(places.written.entries.get('nodes')!.at, 'nodes', message);
    return;
  }
  const entry = owner === 'node' ? places.nodes.get(name)! : places.branches.get(name)!;
  const path = joined(owner === 'node' ? 'nodes' : 'branches', name);
  const value = part === '' ? undefined : partOf(entry.value, part);
  fault(value?.at ?? entry.at, part === '' ? path : joined(path, part), message);
}

function sizeFaults(branch: LocatedNode, path: string, fault: FaultAt): void {
  for (const part of ['coupling', 'valve']) {
    const node = partOf(branch, part);
    if (node?.kind !== 'map') continue;
    const given = ['kv', 'cv'].filter((name) => node.entries.has(name));
    if (given.length === 1) continue;
    const what = given.length === 0 ? 'neither kv nor cv' : 'kv and cv';
    fault(node.at, joined(path, part), `found ${what}; wanted one of them`);
  }
}

function pointFaults(branch: LocatedNode, path: string, fault: FaultAt): void {
  const pump = partOf(branch, 'pump');
  const curve = pump && partOf(pump, 'curve');
  const heads = curve && partOf(curve, 'head');
  const values = heads === undefined || heads.kind === 'list' ? heads : partOf(heads, 'values');
  if (values?.kind !== 'list' || values.items.length !== 1) return;
  fault(values.at, joined(path, 'pump.curve'), 'found one point; wanted at least two, from no flow on');
}

function entriesOf(written: MapNode, name: string): ReadonlyMap<string, MapEntry> | undefined {
  const value = written.entries.get(name)?.value;
  return value?.kind === 'map' ? value.entries : undefined;
}

function partOf(node: LocatedNode, name: string): LocatedNode | undefined {
  return node.kind === 'map' ? node.entries.get(name)?.value : undefined;
}

function textOf(node: LocatedNode, name: string): string {
  const value = partOf(node, name);
  if (value === undefined) return '';
  return value.kind === 'scalar' ? value.text : found(value);
}
