/**
 * Factors of a sparse shifted matrix s I − A whose pattern never changes: the
 * order of elimination and the places of the factors are found once, the
 * numbers are then taken and used as often as wanted without allocation. Where
 * a place holds nought for now, as where a plant's machine stands, a solve passes it by.
 *
 * For stiff systems of tens to thousands of unknowns. Pivots stay on the
 * diagonal, so a matrix without weight there is not for it.
 */

import { eliminationOrder } from './elimination-order.ts';
import type { ShiftedFactors } from './shifted-factors.ts';
import { requirePattern, type SparsePattern } from './sparse-pattern.ts';

/** A pivot below this share of what it was made of is rounding alone. */
const smallestShare = 256 * Number.EPSILON;

export interface SparseFactors extends ShiftedFactors {
  /** Places of both factors, diagonal included: what a solve costs at most, in multiplications. */
  readonly places: number;
}

/**
 * LU factors of s I − A without exchange of rows.
 *
 * Column by column from the left, in the order of `eliminationOrder`: each
 * column loses its part of every column of L that it meets. A pivot is refused
 * where it is smaller than 256 ε (|s| + |A_jj|), a measure that no choice of
 * units alters; a larger s makes the matrix dominant on its diagonal.
 *
 * Holds for: matrices that need no exchange of rows, as s I − A is where A is a
 * network of conductances or s is large. Growth off the diagonal is not watched.
 *
 * @param pattern places of A; the diagonal may be left out
 * @throws {OutOfRangeError} if the pattern is not whole
 *
 * J. R. Gilbert, T. Peierls, SIAM J. Sci. Stat. Comput. 9 (1988) 862–874, for the places of the factors.
 */
export function sparseLu(pattern: SparsePattern): SparseFactors {
  requirePattern(pattern);
  const { size } = pattern;
  const order = eliminationOrder(pattern);
  const source = permuted(pattern, order);
  const { lowerStart, lowerRow, upperStart, upperRow } = filled(size, source);
  const inversePivot = new Float64Array(size);
  const work = new Float64Array(size);
  /** What is not nought for now: of the places that there may be, often a third. */
  const lower = columnsOf(lowerRow.length);
  const upper = columnsOf(upperRow.length);

  function columnsOf(places: number): FactorColumns {
    return { start: new Int32Array(size + 1), row: new Int32Array(places), value: new Float64Array(places) };
  }

  /** Puts column j of s I − A into work; the size that its pivot is measured by. */
  function spread(j: number, shift: number, values: Float64Array): number {
    let diagonal = 0;
    for (let k = source.columnStart[j]; k < source.columnStart[j + 1]; k++) {
      const value = values[source.from[k]];
      work[source.row[k]] -= value;
      if (source.row[k] === j) diagonal = value;
    }
    work[j] += shift;
    return Math.abs(shift) + Math.abs(diagonal);
  }

  function factorise(shift: number, values: Float64Array): number {
    for (let j = 0; j < size; j++) {
      const measure = spread(j, shift, values);
      eliminate(j);
      const pivot = work[j];
      work[j] = 0;
      if (!(Math.abs(pivot) > smallestShare * measure && Math.abs(pivot) <= Number.MAX_VALUE)) {
        work.fill(0);
        return order[j];
      }
      inversePivot[j] = 1 / pivot;
      takeLower(j);
    }
    return -1;
  }

  /** Column j in work loses its part of the columns before it: what is above the diagonal is of U. */
  function eliminate(j: number): void {
    let places = upper.start[j];
    for (let p = upperStart[j]; p < upperStart[j + 1]; p++) {
      const k = upperRow[p];
      const factor = work[k];
      if (factor === 0) continue;
      work[k] = 0;
      upper.row[places] = k;
      upper.value[places++] = factor;
      const end = lower.start[k + 1];
      for (let q = lower.start[k]; q < end; q++) work[lower.row[q]] -= lower.value[q] * factor;
    }
    upper.start[j + 1] = places;
  }

  /** What is left in work below the diagonal, over the pivot, is of L. */
  function takeLower(j: number): void {
    let places = lower.start[j];
    for (let q = lowerStart[j]; q < lowerStart[j + 1]; q++) {
      const i = lowerRow[q];
      if (work[i] === 0) continue;
      lower.row[places] = i;
      lower.value[places++] = work[i] * inversePivot[j];
      work[i] = 0;
    }
    lower.start[j + 1] = places;
  }

  function solve(b: Float64Array): void {
    const { start: lowers, row: below, value: l } = lower;
    const { start: uppers, row: above, value: u } = upper;
    for (let j = 0; j < size; j++) work[j] = b[order[j]];
    for (let j = 0; j < size; j++) {
      const x = work[j];
      if (x === 0) continue;
      const end = lowers[j + 1];
      for (let q = lowers[j]; q < end; q++) work[below[q]] -= l[q] * x;
    }
    for (let j = size - 1; j >= 0; j--) {
      const x = work[j] * inversePivot[j];
      b[order[j]] = x;
      work[j] = 0;
      const end = uppers[j + 1];
      for (let p = uppers[j]; p < end; p++) work[above[p]] -= u[p] * x;
    }
  }

  return { factorise, solve, places: size + lowerRow.length + upperRow.length };
}

/** The columns of a triangle, one after the other. */
interface FactorColumns {
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly value: Float64Array;
}

interface Permuted extends SparsePattern {
  /** Where the value of each place stands in the list of the pattern that was permuted. */
  readonly from: Int32Array;
}

/** The pattern with rows and columns in the order of elimination; rows of a column in no order. */
function permuted({ size, columnStart, row }: SparsePattern, order: Int32Array): Permuted {
  const position = new Int32Array(size);
  order.forEach((unknown, place) => (position[unknown] = place));
  const start = new Int32Array(size + 1);
  const rows: number[] = [];
  const from: number[] = [];
  order.forEach((unknown, j) => {
    for (let k = columnStart[unknown]; k < columnStart[unknown + 1]; k++) {
      rows.push(position[row[k]]);
      from.push(k);
    }
    start[j + 1] = rows.length;
  });
  return { size, columnStart: start, row: Int32Array.from(rows), from: Int32Array.from(from) };
}

interface FilledPlaces {
  readonly lowerStart: Int32Array;
  readonly lowerRow: Int32Array;
  readonly upperStart: Int32Array;
  readonly upperRow: Int32Array;
}

/** Places of L below and of U above the diagonal: in each column whatever its own places reach through L. */
function filled(size: number, { columnStart, row }: SparsePattern): FilledPlaces {
  const lowerStart = new Int32Array(size + 1);
  const upperStart = new Int32Array(size + 1);
  const lowerRow: number[] = [];
  const upperRow: number[] = [];
  const mark = new Int32Array(size).fill(-1);

  for (let j = 0; j < size; j++) {
    mark[j] = j;
    const reached: number[] = [];
    const reach = (i: number): void => {
      if (mark[i] === j) return;
      mark[i] = j;
      reached.push(i);
    };
    for (let k = columnStart[j]; k < columnStart[j + 1]; k++) reach(row[k]);
    for (let n = 0; n < reached.length; n++) {
      const i = reached[n];
      if (i < j) for (let q = lowerStart[i]; q < lowerStart[i + 1]; q++) reach(lowerRow[q]);
    }
    reached.sort((a, b) => a - b);
    for (const i of reached) (i < j ? upperRow : lowerRow).push(i);
    upperStart[j + 1] = upperRow.length;
    lowerStart[j + 1] = lowerRow.length;
  }
  return { lowerStart, lowerRow: Int32Array.from(lowerRow), upperStart, upperRow: Int32Array.from(upperRow) };
}
