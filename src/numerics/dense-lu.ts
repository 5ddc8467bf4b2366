/**
 * Factors of a full shifted matrix s I − A, for the few unknowns of a system
 * without a pattern. Nothing is allocated after the first call.
 */

import type { ShiftedFactors } from './shifted-factors.ts';

/**
 * LU factors with partial pivoting of s I − A.
 *
 * @param size rows and columns; A stands by columns, size·size numbers
 *
 * G. H. Golub, C. F. Van Loan, Matrix Computations, 4th ed., algorithm 3.4.1.
 */
export function denseLu(size: number): ShiftedFactors {
  const lu = new Float64Array(size * size);
  const pivotRow = new Int32Array(size);

  function factorise(shift: number, values: Float64Array): number {
    for (let k = 0; k < lu.length; k++) lu[k] = -values[k];
    for (let j = 0; j < size; j++) lu[j * size + j] += shift;
    for (let j = 0; j < size; j++) {
      pivotRow[j] = largestBelow(lu, size, j);
      const pivot = lu[j * size + pivotRow[j]];
      if (!(Math.abs(pivot) > Number.MIN_VALUE * 1e16 && Math.abs(pivot) <= Number.MAX_VALUE)) return j;
      if (pivotRow[j] !== j) exchangeRows(lu, size, j, pivotRow[j]);
      eliminate(lu, size, j);
    }
    return -1;
  }

  function solve(b: Float64Array): void {
    for (let j = 0; j < size; j++) {
      const x = b[pivotRow[j]];
      b[pivotRow[j]] = b[j];
      b[j] = x;
    }
    for (let j = 0; j < size; j++) {
      const x = b[j];
      if (x !== 0) for (let i = j + 1; i < size; i++) b[i] -= lu[j * size + i] * x;
    }
    for (let j = size - 1; j >= 0; j--) {
      const x = b[j] / lu[j * size + j];
      b[j] = x;
      for (let i = 0; i < j; i++) b[i] -= lu[j * size + i] * x;
    }
  }

  return { factorise, solve };
}

/** The row, from the diagonal down, with the largest number of column j; NaN is larger than any. */
function largestBelow(lu: Float64Array, size: number, j: number): number {
  let row = j;
  for (let i = j + 1; i < size; i++) {
    if (!(Math.abs(lu[j * size + i]) <= Math.abs(lu[j * size + row]))) row = i;
  }
  return row;
}

function exchangeRows(lu: Float64Array, size: number, a: number, b: number): void {
  for (let start = 0; start < lu.length; start += size) {
    const kept = lu[start + a];
    lu[start + a] = lu[start + b];
    lu[start + b] = kept;
  }
}

/** Column j becomes one of L; the columns to its right lose their part of row j. */
function eliminate(lu: Float64Array, size: number, j: number): void {
  const start = j * size;
  const inverse = 1 / lu[start + j];
  for (let i = j + 1; i < size; i++) lu[start + i] *= inverse;
  for (let k = j + 1; k < size; k++) {
    const column = k * size;
    const factor = lu[column + j];
    if (factor === 0) continue;
    for (let i = j + 1; i < size; i++) lu[column + i] -= lu[start + i] * factor;
  }
}
