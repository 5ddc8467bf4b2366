/**
 * What a solution of a network leaves open: mass at the nodes, pressure along
 * the branches. Looks at flows and pressures from outside; the solver's own
 * steps are none of its business.
 */

import type { Residual } from '../errors.ts';
import type { BranchEnds } from './network-equations.ts';
import type { NetworkDescription } from './network-description.ts';

export interface NetworkResiduals {
  /** Largest sum of flows into a node [kg/s]. */
  readonly continuity: number;
  readonly continuityNode: string;
  /** Largest pressure difference along a branch less its law [Pa]; branches at a limit have none. */
  readonly energy: number;
  readonly energyBranch: string;
}

export interface NetworkState {
  readonly flows: Float64Array;
  /** Of the laws at these flows. */
  readonly drops: Float64Array;
  readonly pressures: Float64Array;
  readonly outflows: Float64Array;
}

export function networkResiduals(
  { nodes, branches }: NetworkDescription,
  { from, to }: BranchEnds,
  { flows, drops, pressures, outflows }: NetworkState,
): NetworkResiduals {
  const balance = outflows.map((outflow) => -outflow);
  const open = drops.map((drop, k) => Math.abs(pressures[from[k]] - pressures[to[k]] - drop));
  flows.forEach((flow, k) => {
    balance[from[k]] -= flow;
    balance[to[k]] += flow;
  });
  const missing = balance.map((sum, place) => (nodes[place].pressure === undefined ? Math.abs(sum) : 0));
  const node = largestAt(missing);
  const branch = largestAt(open);
  return {
    continuity: missing[node],
    continuityNode: nodes[node].name,
    energy: open[branch],
    energyBranch: branches[branch].name,
  };
}

function largestAt(values: Float64Array): number {
  return values.reduce((best, value, at) => (value > values[best] ? at : best), 0);
}

export function worstResiduals({
  continuity,
  continuityNode,
  energy,
  energyBranch,
}: NetworkResiduals): readonly Residual[] {
  return [
    { owner: continuityNode, equation: 'continuity', value: continuity, unit: 'kg/s' },
    { owner: energyBranch, equation: 'pressure drop', value: energy, unit: 'Pa' },
  ];
}
