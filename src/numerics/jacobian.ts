/**
 * The Jacobian ∂(dy/dt)/∂y of a system at the places of its pattern: as the
 * system states it, or by differences, several columns at a time.
 */

import type { StiffSystem, StiffTolerances } from './stiff-system.ts';
import { densePattern, type SparsePattern } from './sparse-pattern.ts';

export interface Jacobian {
  /** At the places of the pattern; by columns where the system has none. */
  readonly values: Float64Array;
  /** Takes the values at a time and state, where the derivative is known. */
  evaluate(t: number, y: Float64Array, derivative: Float64Array): void;
  /** Derivatives of the system asked for in one evaluation. */
  readonly evaluations: number;
}

/** The Jacobian of a system. */
export function systemJacobian(system: StiffSystem, tolerances: StiffTolerances): Jacobian {
  const pattern = system.pattern ?? densePattern(system.size);
  if (system.jacobian === undefined) return differences(system, tolerances, pattern);
  const values = new Float64Array(pattern.row.length);
  return {
    values,
    evaluations: 0,
    evaluate: (t, y, derivative) => system.jacobian!(t, y, derivative, values),
  };
}

/**
 * Forward differences of the derivative.
 *
 *     J_ij = (f_i(y + δ) − f_i(y)) / δ_j,   δ_j = ± √ε max(|y_j|, a_j / r)
 *
 * with a_j and r the absolute and relative tolerance, so that a_j / r is the size
 * below which y_j counts as small (1 if that is no number). The sign is that of
 * dy_j/dt: the slope is wanted on the side to which the state moves, should it have
 * a kink. Columns that share no row are moved together. The share of rounding is
 * about √ε of f's own terms, of curvature √ε of y f″.
 *
 * A row with a place in every column (a border, a meter of everything) makes each
 * column a group of its own: such systems should state their Jacobian.
 *
 * A. R. Curtis, M. J. D. Powell, J. K. Reid, J. Inst. Math. Appl. 13 (1974) 117–119.
 */
function differences(system: StiffSystem, tolerances: StiffTolerances, pattern: SparsePattern): Jacobian {
  const { columnStart, row } = pattern;
  const groups = columnGroups(pattern);
  const values = new Float64Array(row.length);
  const moved = new Float64Array(system.size);
  const movedDerivative = new Float64Array(system.size);
  const small = tolerances.absolute.map((a) => smallSize(a / tolerances.relative));
  const relativeMove = Math.sqrt(Number.EPSILON);

  function evaluate(t: number, y: Float64Array, derivative: Float64Array): void {
    moved.set(y);
    for (const group of groups) {
      for (let n = 0; n < group.length; n++) {
        const j = group[n];
        const move = relativeMove * Math.max(Math.abs(y[j]), small[j]);
        moved[j] += derivative[j] < 0 ? -move : move;
      }
      system.derivative(t, moved, movedDerivative);
      for (let n = 0; n < group.length; n++) {
        const j = group[n];
        const inverse = 1 / (moved[j] - y[j]);
        for (let k = columnStart[j]; k < columnStart[j + 1]; k++) {
          values[k] = (movedDerivative[row[k]] - derivative[row[k]]) * inverse;
        }
        moved[j] = y[j];
      }
    }
  }

  return { values, evaluations: groups.length, evaluate };
}

function smallSize(size: number): number {
  return size > 0 && size <= Number.MAX_VALUE ? size : 1;
}

/** Columns in groups of which no two have a place in the same row, each in the first group with room. */
export function columnGroups({ size, columnStart, row }: SparsePattern): readonly Int32Array[] {
  const groups: number[][] = [];
  const taken: Set<number>[] = [];
  for (let j = 0; j < size; j++) {
    const places = row.subarray(columnStart[j], columnStart[j + 1]);
    let group = taken.findIndex((rows) => places.every((i) => !rows.has(i)));
    if (group < 0) {
      group = groups.push([]) - 1;
      taken.push(new Set());
    }
    groups[group].push(j);
    for (const i of places) taken[group].add(i);
  }
  return groups.map((columns) => Int32Array.from(columns));
}
