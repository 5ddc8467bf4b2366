/**
 * What a stiff system says of itself, and how closely it is to be followed.
 */

import { OutOfRangeError, requireRange } from '../errors.ts';
import type { SparsePattern } from './sparse-pattern.ts';

export interface StiffSystem {
  readonly size: number;
  /**
   * dy/dt at time t [s]. NaN says that there is none at this state: if it was only
   * tried, the step is made shorter.
   */
  derivative(t: number, y: Float64Array, dy: Float64Array): void;
  /** Places of the Jacobian that may differ from nought; every one if absent. */
  readonly pattern?: SparsePattern;
  /**
   * ∂(dy/dt)/∂y at the places of the pattern (without one, by columns); by differences
   * if absent. It need not be exact: an error costs steps, not order.
   *
   * @param values still holds what was written last; every place is to be written that may have changed
   */
  jacobian?(t: number, y: Float64Array, dy: Float64Array, values: Float64Array): void;
  /** What a component is called where it is complained of; its number if absent. */
  componentName?(component: number): string;
}

export interface StiffTolerances {
  /** [1], ≥ 0 */
  readonly relative: number;
  /** One a component, in its unit, > 0; Infinity leaves a component out of the control of steps. */
  readonly absolute: Float64Array;
  /** [s] */
  readonly maximumStep: number;
  /** The first step at the start and after a restart [s]; found from the derivative if absent. */
  readonly initialStep?: number;
}

/** Throws unless there is one absolute tolerance a component, and something is asked of each. */
export function requireTolerances(system: StiffSystem, tolerances: StiffTolerances): void {
  const { relative, absolute, maximumStep, initialStep } = tolerances;
  requireRange('relative tolerance', relative, [0, 1], '[1]');
  requireRange('absolute tolerances', absolute.length, [system.size, system.size], '[1]');
  absolute.forEach((a, i) => {
    if (!(a > 0)) throw new OutOfRangeError(`absolute tolerance ${i}`, a, [Number.MIN_VALUE, Infinity], '');
  });
  if (!(maximumStep > 0)) throw new OutOfRangeError('maximum step', maximumStep, [0, Infinity], 's');
  if (initialStep !== undefined) requireRange('initial step', initialStep, [Number.MIN_VALUE, maximumStep], 's');
}
