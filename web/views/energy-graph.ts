/**
 * A year's energy as a graph from the utility meter over consumers, heat and
 * the machines that reject it to where it ends. A sink that gave heat stands
 * among the sources; owners that reject next to nothing are one.
 */

import type { EnergyFlows, HeatFlow } from '../../src/index.ts';
import type { FlowGraph, FlowLink, FlowNode } from '../draw/flow-layout.ts';

/** What a node is, for its colour and its words. */
export interface EnergyNode extends FlowNode {
  readonly is: 'electricity' | 'inflow' | 'consumer' | 'heat' | 'owner' | 'sink';
}

export interface EnergyGraph extends FlowGraph {
  readonly nodes: readonly EnergyNode[];
}

/** Owners with less than this of all heat are drawn as one [1]. */
const small = 0.008;
const others = 'others';

export function energyGraph({ electricity, consumers, envelope, rejected }: EnergyFlows): EnergyGraph {
  const nodes: EnergyNode[] = [];
  const links: FlowLink[] = [];
  const node = (name: string, is: EnergyNode['is'], column: number): number => {
    const known = nodes.findIndex((one) => one.is === is && one.name === name);
    return known >= 0 ? known : nodes.push({ name, is, column }) - 1;
  };
  const heat = node('heat', 'heat', 2);
  const utility = node('electricity', 'electricity', 0);
  for (const { name, energy } of consumers) {
    const consumer = node(name, 'consumer', 1);
    links.push({ from: utility, to: consumer, value: energy }, { from: consumer, to: heat, value: energy });
  }
  const into = (name: string, value: number): void => {
    if (value > 0) links.push({ from: node(name, 'inflow', 1), to: heat, value });
  };
  const outOf = (owner: string, sink: string, value: number): void => {
    if (!(value > 0)) return;
    const from = node(owner, 'owner', 3);
    links.push({ from: heat, to: from, value }, { from, to: node(sink, 'sink', 4), value });
  };
  into('walls', envelope);
  outOf('walls', 'outdoor air', -envelope);
  for (const { owner, sink, energy } of gathered(rejected, electricity)) {
    // A sink that gave heat lets the same owner reject more into another.
    into(sink, -energy);
    outOf(owner, sink, energy);
  }
  return merged(nodes, links);
}

function gathered(rejected: readonly HeatFlow[], electricity: number): HeatFlow[] {
  const ownerOf = ({ owner }: HeatFlow): number =>
    rejected.reduce((sum, flow) => sum + (flow.owner === owner ? Math.abs(flow.energy) : 0), 0);
  const named = rejected.map((flow) => (ownerOf(flow) < small * electricity ? { ...flow, owner: others } : flow));
  const keys = [...new Set(named.map(({ owner, sink }) => `${owner}\n${sink}`))];
  return keys.map((key) => {
    const same = named.filter(({ owner, sink }) => `${owner}\n${sink}` === key);
    return { ...same[0]!, energy: same.reduce((sum, { energy }) => sum + energy, 0) };
  });
}

/** Links between the same two nodes as one. */
function merged(nodes: readonly EnergyNode[], links: readonly FlowLink[]): EnergyGraph {
  const sums = new Map<string, FlowLink>();
  for (const link of links) {
    const key = `${link.from} ${link.to}`;
    sums.set(key, { ...link, value: link.value + (sums.get(key)?.value ?? 0) });
  }
  return { nodes, links: [...sums.values()] };
}
