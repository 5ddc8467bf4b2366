/**
 * What is wrong with a network before it is solved: ends that are no nodes,
 * parts without a fixed pressure, branches that resist nothing. Every fault
 * names its node or branch, so that a reader can say where it was written.
 */

/** What of a network can be checked before its laws are known in full. */
export interface NetworkOutline {
  readonly nodes: readonly { readonly name: string; readonly pressure?: number }[];
  readonly branches: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
    /** ∞ where nothing in the branch resists. */
    readonly law: { readonly typicalFlow: number };
  }[];
}

export interface NetworkFault {
  readonly owner: 'node' | 'branch' | 'network';
  /** Name of the node or branch; empty for the network. */
  readonly name: string;
  /** `from`, `to`, or empty. */
  readonly part: string;
  readonly message: string;
}

/** Every fault of a network; none of a good one. */
export function networkFaults(network: NetworkOutline): readonly NetworkFault[] {
  const { nodes, branches } = network;
  const known = new Set(nodes.map(({ name }) => name));
  const faults: NetworkFault[] = [];
  for (const { name, from, to, law } of branches) {
    const fault = (part: string, message: string): void => void faults.push({ owner: 'branch', name, part, message });
    for (const [part, end] of Object.entries({ from, to })) {
      if (!known.has(end)) fault(part, `found "${end}", which is no node; known: ${shortList([...known])}`);
    }
    if (from === to) fault('to', `found "${to}" at both ends; wanted two nodes`);
    if (!Number.isFinite(law.typicalFlow)) fault('', 'found nothing that resists; wanted a pipe, resistance or valve');
  }
  if (branches.length === 0) faults.push({ owner: 'network', name: '', part: '', message: 'found no branch' });
  return [...faults, ...unheldParts(network)];
}

function unheldParts({ nodes, branches }: NetworkOutline): readonly NetworkFault[] {
  const partOf = connectedParts(
    nodes.map(({ name }) => name),
    branches,
  );
  const held = new Set(nodes.flatMap(({ name, pressure }) => (pressure === undefined ? [] : [partOf.get(name)])));
  if (held.size === 0) {
    const message = 'found no node of fixed pressure; wanted one, such as where the expansion vessel stands';
    return [{ owner: 'network', name: '', part: '', message }];
  }
  const loose = new Map<string, string[]>();
  for (const { name } of nodes) {
    const part = partOf.get(name)!;
    if (!held.has(part)) loose.set(part, [...(loose.get(part) ?? []), name]);
  }
  return [...loose.values()].map((names) => ({
    owner: 'node',
    name: names[0],
    part: '',
    message: `no branch leads from ${shortList(names)} to a node of fixed pressure`,
  }));
}

/** A name that stands for the part of the network, by node; ends that are no nodes are passed over. */
function connectedParts(names: readonly string[], branches: NetworkOutline['branches']): ReadonlyMap<string, string> {
  const parent = new Map(names.map((name) => [name, name]));
  const root = (name: string): string => {
    let at = name;
    while (parent.get(at) !== at) {
      const above = parent.get(parent.get(at)!)!;
      parent.set(at, above);
      at = above;
    }
    return at;
  };
  for (const { from, to } of branches) {
    if (parent.has(from) && parent.has(to)) parent.set(root(from), root(to));
  }
  return new Map(names.map((name) => [name, root(name)]));
}

/** The first few names, and how many more there are. */
export function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ');
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}
