/**
 * Solution of sparse symmetric positive definite systems whose pattern stays
 * while the numbers change: order and pattern of the factor are found once,
 * then every solution runs through flat arrays and allocates nothing.
 *
 * Half the work of `sparse-lu.ts`, and for a definite matrix no pivot is too
 * small beside its row to be true. Takes no account of systems that are not
 * definite: the caller is told the row at which it stopped. Used by the
 * hydraulic network.
 */

import { eliminationOrder } from './elimination-order.ts';
import { patternOfColumns, type SparsePattern } from './sparse-pattern.ts';

/** A system A x = b; the caller fills the arrays, `solve` leaves x in `values`. */
export interface SparseLdlt {
  /** A_ii by row. */
  readonly diagonal: Float64Array;
  /** A_ij of each pair given at preparation; pairs that repeat add up. */
  readonly pairs: Float64Array;
  /** b before, x after. */
  readonly values: Float64Array;
  /** @returns −1, or the row whose pivot is not positive; `values` are then void */
  readonly solve: () => number;
  /** Entries of the factor below its diagonal. */
  readonly fill: number;
}

/** Where the numbers of the factor stand; rows and columns are in the order of elimination. */
interface Pattern {
  readonly order: Int32Array;
  /** Pairs above the diagonal of each row: `entryColumn`, `entryPair` from `entryStart[k]` on. */
  readonly entryStart: Int32Array;
  readonly entryColumn: Int32Array;
  readonly entryPair: Int32Array;
  /** Columns of row k of the factor, rising, from `rowStart[k]` on. */
  readonly rowStart: Int32Array;
  readonly rowColumns: Int32Array;
  /** Rows of column i of the factor, rising, from `columnStart[i]` on. */
  readonly columnStart: Int32Array;
  readonly columnRows: Int32Array;
}

/**
 * Prepares A = L D Lᵀ for a pattern.
 *
 *     row by row:  y = a_k;  for each i of row k, rising:  y −= L_·i y_i,  L_ki = y_i/D_i,  D_k −= L_ki y_i
 *     x:  L z = b,  D w = z,  Lᵀ x = w
 *
 * @param size rows
 * @param rows one index of each pair off the diagonal
 * @param columns the other; never the same as its row
 * @returns the system, its arrays at nought
 *
 * Up-looking factorisation over the elimination tree; after T. A. Davis, ACM Trans. Math. Softw. 31 (2005) 587–591,
 * known from accounts of it, not from the paper.
 */
export function sparseLdlt(size: number, rows: Int32Array, columns: Int32Array): SparseLdlt {
  const pattern = factorPattern(size, rows, columns);
  const { order, entryStart, entryColumn, entryPair, rowStart, rowColumns, columnStart, columnRows } = pattern;
  const diagonal = new Float64Array(size);
  const pairs = new Float64Array(rows.length);
  const values = new Float64Array(size);
  const factor = new Float64Array(columnRows.length);
  const pivots = new Float64Array(size);
  const work = new Float64Array(size);
  const filled = new Int32Array(size);

  function factorise(): number {
    filled.set(columnStart.subarray(0, size));
    for (let k = 0; k < size; k++) {
      for (let e = entryStart[k]; e < entryStart[k + 1]; e++) work[entryColumn[e]] += pairs[entryPair[e]];
      let pivot = diagonal[order[k]];
      for (let p = rowStart[k]; p < rowStart[k + 1]; p++) {
        const i = rowColumns[p];
        const y = work[i];
        work[i] = 0;
        const end = filled[i];
        for (let q = columnStart[i]; q < end; q++) work[columnRows[q]] -= factor[q] * y;
        const l = y / pivots[i];
        pivot -= l * y;
        factor[end] = l;
        filled[i] = end + 1;
      }
      if (!(pivot > 0 && pivot < Infinity)) {
        work.fill(0);
        return order[k];
      }
      pivots[k] = pivot;
    }
    return -1;
  }

  function substitute(): void {
    for (let k = 0; k < size; k++) work[k] = values[order[k]];
    for (let k = 0; k < size; k++) {
      const x = work[k];
      for (let q = columnStart[k]; q < columnStart[k + 1]; q++) work[columnRows[q]] -= factor[q] * x;
    }
    for (let k = size - 1; k >= 0; k--) {
      let x = work[k] / pivots[k];
      for (let q = columnStart[k]; q < columnStart[k + 1]; q++) x -= factor[q] * work[columnRows[q]];
      work[k] = x;
    }
    for (let k = 0; k < size; k++) {
      values[order[k]] = work[k];
      work[k] = 0;
    }
  }

  function solve(): number {
    const stopped = factorise();
    if (stopped < 0) substitute();
    return stopped;
  }

  return { diagonal, pairs, values, solve, fill: columnRows.length };
}

function factorPattern(size: number, rows: Int32Array, columns: Int32Array): Pattern {
  const order = eliminationOrder(symmetricPattern(size, rows, columns));
  const place = new Int32Array(size);
  order.forEach((row, k) => (place[row] = k));
  const { entryStart, entryColumn, entryPair } = entriesByRow(size, rows, columns, place);

  // The rows of the factor are the ways from each entry up the elimination tree to the diagonal.
  const parent = new Int32Array(size).fill(-1);
  const visited = new Int32Array(size).fill(-1);
  const rowStart = new Int32Array(size + 1);
  const found: number[] = [];
  const columnCount = new Int32Array(size + 1);
  for (let k = 0; k < size; k++) {
    visited[k] = k;
    const begin = found.length;
    for (let e = entryStart[k]; e < entryStart[k + 1]; e++) {
      for (let i = entryColumn[e]; visited[i] !== k; i = parent[i]) {
        if (parent[i] < 0) parent[i] = k;
        visited[i] = k;
        found.push(i);
        columnCount[i + 1]++;
      }
    }
    sortTail(found, begin);
    rowStart[k + 1] = found.length;
  }
  const rowColumns = Int32Array.from(found);
  for (let i = 0; i < size; i++) columnCount[i + 1] += columnCount[i];
  const columnStart = columnCount;
  const columnRows = new Int32Array(rowColumns.length);
  const next = columnStart.slice();
  for (let k = 0; k < size; k++) {
    for (let p = rowStart[k]; p < rowStart[k + 1]; p++) columnRows[next[rowColumns[p]]++] = k;
  }
  return { order, entryStart, entryColumn, entryPair, rowStart, rowColumns, columnStart, columnRows };
}

/** Both halves of the pairs, without repetition. */
function symmetricPattern(size: number, rows: Int32Array, columns: Int32Array): SparsePattern {
  const lists: Set<number>[] = Array.from({ length: size }, () => new Set());
  for (let p = 0; p < rows.length; p++) {
    lists[rows[p]].add(columns[p]);
    lists[columns[p]].add(rows[p]);
  }
  return patternOfColumns(lists.map((list) => [...list].sort((a, b) => a - b)));
}

/** Sorts what was pushed last; the rows are short. */
function sortTail(list: number[], begin: number): void {
  for (let a = begin + 1; a < list.length; a++) {
    const value = list[a];
    let b = a - 1;
    for (; b >= begin && list[b] > value; b--) list[b + 1] = list[b];
    list[b + 1] = value;
  }
}

function entriesByRow(size: number, rows: Int32Array, columns: Int32Array, place: Int32Array) {
  const entryStart = new Int32Array(size + 1);
  for (let p = 0; p < rows.length; p++) entryStart[Math.max(place[rows[p]], place[columns[p]]) + 1]++;
  for (let k = 0; k < size; k++) entryStart[k + 1] += entryStart[k];
  const next = entryStart.slice();
  const entryColumn = new Int32Array(rows.length);
  const entryPair = new Int32Array(rows.length);
  for (let p = 0; p < rows.length; p++) {
    const [a, b] = [place[rows[p]], place[columns[p]]];
    const at = next[Math.max(a, b)]++;
    entryColumn[at] = Math.min(a, b);
    entryPair[at] = p;
  }
  return { entryStart, entryColumn, entryPair };
}
