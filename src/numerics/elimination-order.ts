/**
 * In which order the unknowns of a sparse system are eliminated, so that the
 * factors stay sparse. Looked for once a pattern; pivots are on the diagonal.
 *
 * Three kinds, in this order: unknowns that stand alone (a meter that no other
 * row reads, a state that reads no other), which cost no fill at all; the rest
 * by minimum degree; unknowns coupled to nearly all others, the borders.
 */

import type { SparsePattern } from './sparse-pattern.ts';

/**
 * The unknowns in the order of their elimination.
 *
 * A column or row without another place among the unknowns left makes no fill,
 * so such go first, and again until there are none. The rest is ordered on the
 * graph of A + Aᵀ by approximate minimum degree in a quotient graph, as in [1],
 * without its supervariables. Unknowns with more than 10 √n neighbours come last
 * by degree, as there: they would be the last anyhow, and cost the search most.
 *
 * @returns position → unknown
 *
 * [1] P. R. Amestoy, T. A. Davis, I. S. Duff, SIAM J. Matrix Anal. Appl. 17 (1996) 886–905,
 *     as described in the AMD user guide; written from the description.
 */
export function eliminationOrder(pattern: SparsePattern): Int32Array {
  const { columns, rows } = neighbours(pattern);
  const alone = standAlone(columns, rows);
  const placed = new Uint8Array(pattern.size);
  for (const k of alone) placed[k] = 1;

  const graph = columns.map((column, k) =>
    placed[k] === 1 ? [] : [...new Set([...column, ...rows[k]])].filter((i) => placed[i] === 0),
  );
  const dense = Math.max(16, 10 * Math.sqrt(pattern.size));
  const borders = graph
    .flatMap((near, k) => (near.length > dense ? [k] : []))
    .sort((a, b) => graph[a].length - graph[b].length || a - b);
  for (const k of borders) placed[k] = 1;

  const inner = graph.map((near) => near.filter((i) => placed[i] === 0));
  const rest = graph.flatMap((_, k) => (placed[k] === 0 ? [k] : []));
  return Int32Array.from([...alone, ...minimumDegree(inner, rest), ...borders]);
}

/** The places off the diagonal: rows of each column, columns of each row. */
function neighbours({ size, columnStart, row }: SparsePattern): { columns: number[][]; rows: number[][] } {
  const columns: number[][] = Array.from({ length: size }, () => []);
  const rows: number[][] = Array.from({ length: size }, () => []);
  for (let j = 0; j < size; j++) {
    for (let k = columnStart[j]; k < columnStart[j + 1]; k++) {
      if (row[k] === j) continue;
      columns[j].push(row[k]);
      rows[row[k]].push(j);
    }
  }
  return { columns, rows };
}

/** Unknowns whose column or row has, when their turn comes, no place but the diagonal. */
function standAlone(columns: readonly number[][], rows: readonly number[][]): readonly number[] {
  const inColumn = columns.map((places) => places.length);
  const inRow = rows.map((places) => places.length);
  const found = new Set<number>();
  const look = (k: number): void => {
    if (inColumn[k] === 0 || inRow[k] === 0) found.add(k);
  };
  columns.forEach((_, k) => look(k));
  // A set is walked in the order of adding, those added on the way included.
  for (const k of found) {
    for (const i of columns[k]) {
      inRow[i]--;
      look(i);
    }
    for (const j of rows[k]) {
      inColumn[j]--;
      look(j);
    }
  }
  return [...found];
}

/** Unknowns by approximate minimum degree; ties go to the one that came to its degree first. */
function minimumDegree(graph: number[][], unknowns: readonly number[]): readonly number[] {
  const elements: number[][] = graph.map(() => []);
  const members: number[][] = graph.map(() => []);
  const outside = new Int32Array(graph.length);
  const mark = new Int32Array(graph.length).fill(-1);
  const seen = new Int32Array(graph.length).fill(-1);
  const queue = degreeQueue(graph, unknowns);
  const order: number[] = [];

  for (let pivot = queue.take(); pivot >= 0; pivot = queue.take()) {
    order.push(pivot);
    mark[pivot] = pivot;
    const reached: number[] = [];
    for (const list of [graph[pivot], ...elements[pivot].map((e) => members[e])]) {
      for (const i of list) {
        if (mark[i] === pivot) continue;
        mark[i] = pivot;
        reached.push(i);
      }
    }
    for (const e of elements[pivot]) members[e] = [];
    members[pivot] = reached;

    // outside[e] becomes the number of members of e that the pivot does not reach.
    for (const i of reached) {
      for (const e of elements[i]) {
        if (seen[e] !== pivot) outside[e] = members[e].length;
        seen[e] = pivot;
        outside[e]--;
      }
    }
    for (const i of reached) {
      graph[i] = graph[i].filter((k) => mark[k] !== pivot);
      elements[i] = elements[i].filter((e) => members[e].length > 0 && outside[e] > 0);
      let degree = reached.length - 1 + graph[i].length;
      for (const e of elements[i]) degree += outside[e];
      elements[i].push(pivot);
      queue.put(i, Math.min(degree, unknowns.length - order.length - 1));
    }
  }
  return order;
}

/** Unknowns in buckets by degree; an unknown that was put again is in its last bucket alone. */
function degreeQueue(graph: readonly number[][], unknowns: readonly number[]) {
  const degrees = new Int32Array(graph.length).fill(-1);
  const buckets: number[][] = [];
  let least = 0;
  const put = (unknown: number, degree: number): void => {
    if (degrees[unknown] === degree) return;
    degrees[unknown] = degree;
    (buckets[degree] ??= []).push(unknown);
    least = Math.min(least, degree);
  };
  const take = (): number => {
    for (; least < buckets.length; least++) {
      const bucket = buckets[least] ?? [];
      while (bucket.length > 0) {
        const unknown = bucket.pop()!;
        if (degrees[unknown] !== least) continue;
        degrees[unknown] = -1;
        return unknown;
      }
    }
    return -1;
  };
  for (const unknown of unknowns) put(unknown, graph[unknown].length);
  return { put, take };
}
