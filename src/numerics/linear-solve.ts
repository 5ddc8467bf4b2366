/**
 * Small dense linear systems by LU with partial pivoting, in place.
 *
 * For the few unknowns of a fit, an acceleration step or a stiff block. Not
 * for networks of hundreds of branches, whose matrices are sparse.
 */

import { NotConvergedError } from '../errors.ts';

/**
 * Solves A x = b in place.
 *
 * @param matrix A by rows, n·n numbers; overwritten by its factors
 * @param rightSide b, n numbers; overwritten by x
 * @throws {NotConvergedError} if A is singular to rounding, or holds a NaN
 *
 * G. H. Golub, C. F. Van Loan, Matrix Computations, 4th ed., algorithm 3.4.1.
 */
export function linearSolve(matrix: Float64Array, rightSide: Float64Array): void {
  const n = rightSide.length;
  for (let k = 0; k < n; k++) {
    const pivot = pivotRow(matrix, n, k);
    if (pivot !== k) swapRows(matrix, rightSide, n, k, pivot);
    const diagonal = matrix[k * n + k];
    for (let i = k + 1; i < n; i++) {
      const factor = matrix[i * n + k] / diagonal;
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j++) matrix[i * n + j] -= factor * matrix[k * n + j];
      rightSide[i] -= factor * rightSide[k];
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = rightSide[i];
    for (let j = i + 1; j < n; j++) sum -= matrix[i * n + j] * rightSide[j];
    rightSide[i] = sum / matrix[i * n + i];
  }
}

function pivotRow(matrix: Float64Array, n: number, column: number): number {
  let row = column;
  let largest = 0;
  for (let i = column; i < n; i++) {
    const size = Math.abs(matrix[i * n + column]);
    if (size > largest) {
      largest = size;
      row = i;
    }
  }
  if (!(largest > Number.MIN_VALUE * 1e16)) {
    throw new NotConvergedError('a linear system is singular', [
      { owner: `column ${column + 1}`, equation: 'pivot ≠ 0', value: largest, unit: '' },
    ]);
  }
  return row;
}

function swapRows(matrix: Float64Array, rightSide: Float64Array, n: number, a: number, b: number): void {
  for (let j = 0; j < n; j++) {
    const kept = matrix[a * n + j];
    matrix[a * n + j] = matrix[b * n + j];
    matrix[b * n + j] = kept;
  }
  const kept = rightSide[a];
  rightSide[a] = rightSide[b];
  rightSide[b] = kept;
}

/**
 * Coefficients c that make Σ c_j φ_j(x_i) nearest to y_i in least squares, by
 * the normal equations: for the two or three terms of a curve fit.
 *
 * @param terms one row of basis values φ_j(x_i) a point
 * @param values y_i
 * @param weights w_i of each squared residual; all 1 if absent
 * @throws {NotConvergedError} if the points do not determine the coefficients
 */
export function leastSquares(
  terms: readonly (readonly number[])[],
  values: readonly number[],
  weights: readonly number[] = values.map(() => 1),
): Float64Array {
  const n = terms[0].length;
  const matrix = new Float64Array(n * n);
  const rightSide = new Float64Array(n);
  terms.forEach((row, i) => {
    for (let a = 0; a < n; a++) {
      rightSide[a] += weights[i] * row[a] * values[i];
      for (let b = 0; b < n; b++) matrix[a * n + b] += weights[i] * row[a] * row[b];
    }
  });
  linearSolve(matrix, rightSide);
  return rightSide;
}
