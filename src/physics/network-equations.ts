/**
 * The pressures at which every node of a network keeps its mass, when each
 * branch answers a pressure difference in a straight line. Knows no law; the
 * network's Newton steps bring one line a branch.
 */

import { sparseLdlt } from '../numerics/sparse-ldlt.ts';
import type { NetworkDescription } from './network-description.ts';

/** Ends of the branches as places in the list of nodes. */
export interface BranchEnds {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export function branchEnds({ nodes, branches }: NetworkDescription): BranchEnds {
  const places = new Map(nodes.map(({ name }, place) => [name, place]));
  return {
    from: Int32Array.from(branches, ({ from }) => places.get(from)!),
    to: Int32Array.from(branches, ({ to }) => places.get(to)!),
  };
}

export interface NodeEquations {
  /**
   * Σ_in ṁ − Σ_out ṁ = outflow with ṁ = w + G (p_from − p_to), for the pressures of all nodes that are not held.
   *
   * @param conductances G by branch [kg/(s·Pa)], > 0
   * @param constants w by branch [kg/s]
   * @param outflows by node [kg/s]
   * @param pressures by node [Pa]: held ones are read, the others written
   * @returns −1, or the place of a node whose pressure could not be told
   */
  readonly solve: (
    conductances: Float64Array,
    constants: Float64Array,
    outflows: Float64Array,
    pressures: Float64Array,
  ) => number;
  /** Places of the nodes that are not held. */
  readonly freeNodes: readonly number[];
}

/** Prepares the equations of a network without faults. */
export function nodeEquations({ nodes, branches }: NetworkDescription, { from, to }: BranchEnds): NodeEquations {
  const freeNodes = nodes.flatMap(({ pressure }, place) => (pressure === undefined ? [place] : []));
  const rowOf = new Int32Array(nodes.length).fill(-1);
  freeNodes.forEach((place, row) => (rowOf[place] = row));
  const size = branches.length;
  const fromRow = from.map((place) => rowOf[place]);
  const toRow = to.map((place) => rowOf[place]);
  const tied = branches.flatMap((_, k) => (fromRow[k] >= 0 && toRow[k] >= 0 ? [k] : []));
  const pairOf = new Int32Array(size).fill(-1);
  tied.forEach((k, pair) => (pairOf[k] = pair));
  const matrix = sparseLdlt(
    freeNodes.length,
    Int32Array.from(tied, (k) => fromRow[k]),
    Int32Array.from(tied, (k) => toRow[k]),
  );
  const { diagonal, pairs, values } = matrix;

  return {
    freeNodes,
    solve(conductances, constants, outflows, pressures) {
      diagonal.fill(0);
      for (let row = 0; row < freeNodes.length; row++) values[row] = -outflows[freeNodes[row]];
      for (let k = 0; k < size; k++) {
        const g = conductances[k];
        const w = constants[k];
        const i = fromRow[k];
        const j = toRow[k];
        if (i >= 0) {
          diagonal[i] += g;
          values[i] -= j >= 0 ? w : w - g * pressures[to[k]];
        }
        if (j >= 0) {
          diagonal[j] += g;
          values[j] += i >= 0 ? w : w + g * pressures[from[k]];
        }
        if (pairOf[k] >= 0) pairs[pairOf[k]] = -g;
      }
      const stopped = matrix.solve();
      if (stopped >= 0) return freeNodes[stopped];
      for (let row = 0; row < freeNodes.length; row++) pressures[freeNodes[row]] = values[row];
      return -1;
    },
  };
}
