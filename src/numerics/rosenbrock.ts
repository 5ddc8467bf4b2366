/**
 * Integrates a stiff system dy/dt = f(t, y) with steps as long as its error
 * allows: Rosenbrock methods, so that a step costs four derivatives, four
 * solves with one matrix and no iteration; two derivatives and three solves
 * where the caller, not the error, keeps it short.
 *
 * Knows no physics. Used by the transient solver; for tens to thousands of
 * unknowns whose right-hand side is cheap, with limits and forcing that keep
 * steps short. Jumps of the right-hand side are the caller's to find (see
 * event-location) and to tell by `restart` or `renewDerivative`.
 */

import { NotConvergedError, OutOfRangeError, requireRange, type Residual } from '../errors.ts';
import { systemJacobian } from './jacobian.ts';
import {
  allFinite,
  componentName,
  derivativeFaults,
  rosenbrockStep,
  sameStep,
  type StepWork,
} from './rosenbrock-step.ts';
import { inIncrements, ros2, ros34pw2 } from './rosenbrock-tableau.ts';
import { firstStep, growth, shrinking } from './step-size.ts';
import { requireTolerances, type StiffSystem, type StiffTolerances } from './stiff-system.ts';
import { toleranceNorm } from './tolerance-norm.ts';

/** Accepted steps for which a Jacobian is kept at most, and what one of two stages counts. */
const longestUse = 20;
const shortUse = 1 / 20;
/** Accepted steps before which a Jacobian is not blamed for a step that is rejected or has to be shorter. */
const blamelessUse = 4;
/** What a step of four stages adds to the length at which two are tried again [1]. */
const regain = 1.1;
/** A step as short as this that the system refuses is one that it cannot do [s]. */
const shortestTrial = 1e-6;
/** Shorter steps would overflow the shift of the matrix [s]. */
const shortestStep = 1e-300;

export interface IntegratorStatistics {
  readonly steps: number;
  readonly rejected: number;
  readonly evaluations: number;
  readonly jacobians: number;
  readonly factorisations: number;
}

export interface StiffIntegrator {
  /** Where the last accepted step ended [s]. */
  readonly time: number;
  /** Where it began [s]; `time` before the first. */
  readonly startTime: number;
  /** The state at `time`: one array for good, to be read only. */
  readonly y: Float64Array;
  readonly statistics: IntegratorStatistics;
  /**
   * One accepted step, never past `until`, and to it exactly where it is near.
   *
   * @param wanted whether what lies inside the step will be looked at; where only its end will, two stages may do
   * @throws {NotConvergedError} with the worst components, where steps become too short to move the time
   */
  step(until: number, wanted?: 'inside' | 'end'): void;
  /** Makes the last step anew, perhaps a shorter one, where it was made for its end and its inside is wanted after all; whether it did. */
  refine(): boolean;
  /** A component inside the last step. */
  valueAt(t: number, component: number): number;
  /** All components inside the last step. */
  stateAt(t: number, into: Float64Array): void;
  /**
   * Begins anew after a jump of the state or of the system. A jump of the forcing between
   * two steps need not be told: each step takes its derivative when it begins.
   *
   * @param firstStep the first step to try [s]; as the tolerances say if absent
   */
  restart(time: number, y: Float64Array, firstStep?: number): void;
  /** After a change of the system that leaves the state and its pace: the Jacobian is taken anew, the step size stays. */
  renewDerivative(): void;
}

/**
 * An integrator of a system, which stands at time 0 and state 0 until `restart` says otherwise.
 *
 * ROS34PW2 in increments (see rosenbrock-tableau): order 3, L-stable, stiffly
 * accurate. Being a W-method it keeps its order with any matrix in the place of the
 * Jacobian, so ∂f/∂t is left out, and a Jacobian is kept for up to 20 accepted
 * steps (400 of two stages), until, from the fifth on, one is rejected or has to be followed by a
 * shorter one. Where the caller cut that step the forcing may have turned, and the Jacobian is not
 * blamed. Steps that the caller keeps shorter than their error would, and of which he wants the end alone, are made by ROS2 (order 2, L-stable, a W-method too) while
 * its own error allows: half the derivatives. Factors are kept while Jacobian and step size stand. Where stiffness
 * has no bounds the order falls to 2, with an error that falls with the stiffness.
 *
 * Between the ends of a step the solution is a cubic of order 2 in the step
 * (3 with a fresh Jacobian), see `joining`.
 *
 * A component that is a linear invariant of system and Jacobian (w·f = 0 and w·J = 0)
 * stays constant to the rounding of the linear solves.
 *
 * @throws {OutOfRangeError} for tolerances that ask nothing
 */
export function stiffIntegrator(system: StiffSystem, tolerances: StiffTolerances): StiffIntegrator {
  requireTolerances(system, tolerances);
  const n = system.size;
  const { maximumStep } = tolerances;
  const measure = toleranceNorm(tolerances);
  const start = { time: 0, y: new Float64Array(n), derivative: new Float64Array(n), derivativeAt };
  const { y, derivative } = start;
  const jacobian = systemJacobian(system, tolerances);
  const work: StepWork = { evaluations: 0, jacobians: 0, factorisations: 0 };
  const setting = { system, start, jacobian: jacobian.values, measure, work };
  const fourStages = rosenbrockStep(inIncrements(ros34pw2), setting);
  const twoStages = rosenbrockStep(inIncrements(ros2), setting);
  /** The one last tried. */
  let tried = fourStages;
  /** Whether the caller, and not its error, set how long it was. */
  let isCut = false;
  const accepted = { steps: 0, rejected: 0 };

  /** Where the last accepted step began. */
  const startState = new Float64Array(n);
  let startTime = 0;
  /** The step that the error allows; NaN where none is known yet. */
  let allowed = NaN;
  /** Up to this length two stages are tried. */
  let allowedForTwo = Infinity;
  let first = tolerances.initialStep;
  let afterRejection = false;
  /** Accepted steps since the Jacobian was taken. */
  let age = Infinity;

  function derivativeAt(t: number, state: Float64Array, into: Float64Array): void {
    system.derivative(t, state, into);
    work.evaluations++;
  }

  function takeDerivative(): void {
    derivativeAt(start.time, y, derivative);
    if (!allFinite(derivative)) throw failure(derivativeFaults(derivative, (k) => componentName(system, k)));
  }

  function takeJacobian(): void {
    jacobian.evaluate(start.time, y, derivative);
    work.jacobians++;
    work.evaluations += jacobian.evaluations;
    fourStages.forgetFactors();
    twoStages.forgetFactors();
    age = 0;
  }

  /** A step that hardly moves the time. */
  function shortest(): number {
    return Math.max(shortestStep, 16 * Number.EPSILON * Math.abs(start.time));
  }

  /** The length of the step to try: what is allowed, fitted to what is left. */
  function fitted(left: number): number {
    if (left <= Math.min(1.1 * allowed, maximumStep * (1 + sameStep))) return left;
    return Math.min(left <= 2 * allowed ? left / 2 : allowed, maximumStep);
  }

  function step(until: number, wanted: 'inside' | 'end' = 'inside'): void {
    if (!(until > start.time)) requireRange('end of a step', until, [start.time, Number.MAX_VALUE], 's');
    if (until === start.time) return;
    takeDerivative();
    if (Number.isNaN(allowed)) {
      allowed = first ?? firstStep(start, measure, Math.min(maximumStep, until - start.time));
      allowed = Math.max(2 * shortest(), allowed);
    }
    while (allowed > shortest()) {
      if (age > longestUse) takeJacobian();
      const left = until - start.time;
      const h = fitted(left);
      const end = h === left ? until : start.time + h;
      isCut = h === left || h === maximumStep;
      tried = wanted === 'end' && isCut && h <= allowedForTwo ? twoStages : fourStages;
      const error = attempted(h, end);
      if (error <= 1) {
        accept(h, end, error);
        return;
      }
      reject(h, error);
    }
    throw failure(tried.faults());
  }

  /** A stage may ask for a place that the solution never comes to: where the system refuses it, the step was too long. */
  function attempted(h: number, end: number): number {
    try {
      return tried.attempt(h, end);
    } catch (error) {
      if (!(error instanceof OutOfRangeError) || h <= shortestTrial) throw error;
      return Infinity;
    }
  }

  function accept(h: number, end: number, error: number): void {
    accepted.steps++;
    if (tried === fourStages) settle(h, error);
    age += tried === twoStages ? shortUse : 1;
    startState.set(y);
    startTime = start.time;
    y.set(tried.end);
    start.time = end;
  }

  /** What a step of four stages says of those to come. */
  function settle(h: number, error: number): void {
    const factor = afterRejection ? Math.min(1, growth(error)) : growth(error);
    afterRejection = false;
    // A step cut short by `until` says little of what a long one may do.
    allowed = factor < 1 ? h * factor : Math.max(h * factor, h < allowed ? allowed : 0);
    allowedForTwo *= regain;
    if (factor < 1 && age >= blamelessUse && !isCut) age = Infinity;
  }

  function reject(h: number, error: number): void {
    accepted.rejected++;
    if (tried === twoStages) {
      allowedForTwo = h * shrinking(error);
      return;
    }
    allowed = h * shrinking(error);
    afterRejection = true;
    if (age >= blamelessUse && !isCut) age = Infinity;
  }

  function refine(): boolean {
    if (tried !== twoStages || startTime === start.time) return false;
    const end = start.time;
    y.set(startState);
    start.time = startTime;
    accepted.steps--;
    step(end);
    return true;
  }

  function failure(residuals: readonly Residual[]): NotConvergedError {
    return new NotConvergedError(`no step from ${start.time} s`, residuals);
  }

  /** The share of the last step that has passed at a time. */
  function share(t: number): number {
    if (!(t >= startTime && t <= start.time)) requireRange('time in the last step', t, [startTime, start.time], 's');
    return (t - startTime) / (start.time - startTime);
  }

  function valueAt(t: number, component: number): number {
    return t === start.time ? y[component] : tried.valueAt(share(t), startState, component);
  }

  function stateAt(t: number, into: Float64Array): void {
    if (t === start.time) into.set(y);
    else tried.stateAt(share(t), startState, into);
  }

  function restart(time: number, state: Float64Array, firstLength = tolerances.initialStep): void {
    requireRange('states at a restart', state.length, [n, n], '[1]');
    requireRange('time of a restart', time, [-Number.MAX_VALUE, Number.MAX_VALUE], 's');
    y.set(state);
    start.time = time;
    startTime = time;
    first = firstLength;
    allowed = NaN;
    allowedForTwo = Infinity;
    afterRejection = false;
    age = Infinity;
  }

  function renewDerivative(): void {
    age = Infinity;
  }

  return {
    get time() {
      return start.time;
    },
    get startTime() {
      return startTime;
    },
    get statistics() {
      return { ...accepted, ...work };
    },
    y,
    step,
    refine,
    valueAt,
    stateAt,
    restart,
    renewDerivative,
  };
}
