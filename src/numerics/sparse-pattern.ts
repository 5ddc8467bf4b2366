/**
 * Where a sparse square matrix may differ from nought, by columns; its values
 * are a list of numbers in the same order. Used by the sparse factors, by
 * Jacobians and by whoever states one.
 */

import { OutOfRangeError, requireRange } from '../errors.ts';

/** Compressed columns: the rows of column j stand at columnStart[j] … columnStart[j + 1] − 1, rising. */
export interface SparsePattern {
  readonly size: number;
  /** size + 1 numbers; the last is the number of places. */
  readonly columnStart: Int32Array;
  readonly row: Int32Array;
}

/** A place of a matrix, 0-based. */
export type Place = readonly [row: number, column: number];

/**
 * The pattern of the places given, in any order; places given twice are one.
 *
 * @throws {OutOfRangeError} for a place outside the matrix
 */
export function sparsePattern(size: number, places: readonly Place[]): SparsePattern {
  const columns: number[][] = Array.from({ length: size }, () => []);
  for (const [row, column] of places) {
    requireRange('row of a place', row, [0, size - 1], '[1]');
    requireRange('column of a place', column, [0, size - 1], '[1]');
    columns[column].push(row);
  }
  return patternOfColumns(columns.map((rows) => [...new Set(rows)].sort((a, b) => a - b)));
}

/** The pattern in which every place may differ from nought. */
export function densePattern(size: number): SparsePattern {
  const rows = Array.from({ length: size }, (_, i) => i);
  return patternOfColumns(rows.map(() => rows));
}

/** The pattern of columns whose rows are rising already. */
export function patternOfColumns(columns: readonly (readonly number[])[]): SparsePattern {
  const size = columns.length;
  const columnStart = new Int32Array(size + 1);
  columns.forEach((rows, j) => (columnStart[j + 1] = columnStart[j] + rows.length));
  const row = new Int32Array(columnStart[size]);
  columns.forEach((rows, j) => row.set(rows, columnStart[j]));
  return { size, columnStart, row };
}

/**
 * Where the value of a place stands in the list of values.
 *
 * @throws {OutOfRangeError} if the pattern has no such place
 */
export function placeIndex(pattern: SparsePattern, [row, column]: Place): number {
  const last = pattern.columnStart[column + 1];
  for (let k = pattern.columnStart[column]; k < last; k++) if (pattern.row[k] === row) return k;
  throw new OutOfRangeError(`place in column ${column} of a pattern, row`, row, [0, pattern.size - 1], '[1]');
}

/** Throws unless the pattern is whole: columns in order, rows inside and rising. */
export function requirePattern({ size, columnStart, row }: SparsePattern): void {
  requireRange('columns of a pattern', columnStart.length - 1, [size, size], '[1]');
  requireRange('places of a pattern', row.length, [columnStart[size], columnStart[size]], '[1]');
  for (let j = 0; j < size; j++) {
    requireRange(`end of column ${j}`, columnStart[j + 1], [columnStart[j], columnStart[size]], '[1]');
    for (let k = columnStart[j]; k < columnStart[j + 1]; k++) {
      const least = k === columnStart[j] ? 0 : row[k - 1] + 1;
      requireRange(`row of a place in column ${j}`, row[k], [least, size - 1], '[1]');
    }
  }
}
