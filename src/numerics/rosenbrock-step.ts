/**
 * One step of a Rosenbrock method from a known state: its matrix, its stages,
 * its error, and the solution between its ends. Which method, and whether to
 * take the step, is decided in rosenbrock.ts.
 */

import type { Residual } from '../errors.ts';
import { denseLu } from './dense-lu.ts';
import type { RosenbrockMethod } from './rosenbrock-tableau.ts';
import { sparseLu } from './sparse-lu.ts';
import type { StiffSystem } from './stiff-system.ts';
import type { ToleranceNorm } from './tolerance-norm.ts';

/** Steps whose lengths differ by less, relative, are one: rounding of the time is no reason for another matrix. */
export const sameStep = 1e-9;

export interface StepWork {
  evaluations: number;
  jacobians: number;
  factorisations: number;
}

/** The state that a step begins with; its arrays are filled by the owner. */
export interface StepStart {
  time: number;
  readonly y: Float64Array;
  readonly derivative: Float64Array;
}

export interface RosenbrockStep {
  /** The state at the end of the step last tried. */
  readonly end: Float64Array;
  /** After another Jacobian: the factors are due again. */
  forgetFactors(): void;
  /**
   * Tries a step of length h.
   *
   * @param endTime time at the end, which may differ from the sum by rounding
   * @returns the norm of its error, 1 being what is allowed; NaN where it cannot be made
   */
  attempt(h: number, endTime: number): number;
  /** Why the step last tried was none: the worst components. */
  faults(): readonly Residual[];
  /** A component at a share θ of the step last tried, from the state it began with. */
  valueAt(theta: number, start: Float64Array, k: number): number;
  /** All components there. */
  stateAt(theta: number, start: Float64Array, into: Float64Array): void;
}

/** What the steps of a system have in common, whatever the method. */
export interface StepSetting {
  readonly system: StiffSystem;
  readonly start: StepStart;
  /** The Jacobian at the places of the system's pattern, for now. */
  readonly jacobian: Float64Array;
  readonly measure: ToleranceNorm;
  readonly work: StepWork;
}

/** A step by a method. Nothing is allocated after this call. */
export function rosenbrockStep(method: RosenbrockMethod, setting: StepSetting): RosenbrockStep {
  const { system, start, jacobian, work } = setting;
  const { norm, ratio } = setting.measure;
  const n = system.size;
  const factors = system.pattern === undefined ? denseLu(n) : sparseLu(system.pattern);
  const end = new Float64Array(n);
  const error = new Float64Array(n);
  const u = method.time.map(() => new Float64Array(n));
  const weight = new Float64Array(u.length);
  /** The step that the factors are for; NaN if there are none. */
  let factoredStep = NaN;
  let failedPivot = -1;
  let failedStage = -1;

  function forgetFactors(): void {
    factoredStep = NaN;
  }

  function factorise(h: number): void {
    if (Math.abs(h - factoredStep) <= sameStep * h) return;
    work.factorisations++;
    failedPivot = factors.factorise(1 / (method.gamma * h), jacobian);
    factoredStep = failedPivot < 0 ? h : NaN;
  }

  /** u_i of the step, `end` being the state of the stage; whether there was a derivative. */
  function stage(i: number, h: number, endTime: number): boolean {
    const increment = u[i];
    if (i === 0) {
      increment.set(start.derivative);
    } else {
      end.set(start.y);
      for (let j = 0; j < i; j++) addScaled(end, method.state[i][j], u[j]);
      system.derivative(method.time[i] === 1 ? endTime : start.time + method.time[i] * h, end, increment);
      work.evaluations++;
      if (!allFinite(increment)) return false;
      for (let j = 0; j < i; j++) addScaled(increment, method.slope[i][j] / h, u[j]);
    }
    factors.solve(increment);
    return true;
  }

  function attempt(h: number, endTime: number): number {
    failedStage = -1;
    factorise(h);
    if (failedPivot >= 0) return NaN;
    for (let i = 0; i < u.length; i++) {
      if (stage(i, h, endTime)) continue;
      failedStage = i;
      return NaN;
    }
    addScaled(end, method.last, u[u.length - 1]);
    combine(method.error, error);
    return norm(error, start.y, end);
  }

  /** Σ w_i u_i */
  function combine(w: ArrayLike<number>, into: Float64Array): void {
    const first = u[0];
    for (let k = 0; k < n; k++) into[k] = w[0] * first[k];
    for (let i = 1; i < u.length; i++) addScaled(into, w[i], u[i]);
  }

  function faults(): readonly Residual[] {
    if (failedPivot >= 0) return [{ owner: name(failedPivot), equation: 'pivot of the step', value: 0, unit: '1' }];
    if (failedStage >= 0) return derivativeFaults(u[failedStage], name);
    return Array.from(error, (_, k) => ({ k, value: Math.abs(ratio(k, error, start.y, end)) }))
      .map(({ k, value }) => ({ k, value: Number.isNaN(value) ? Infinity : value }))
      .sort((a, b) => b.value - a.value)
      .slice(0, 3)
      .map(({ k, value }) => ({ owner: name(k), equation: 'error of a step in tolerances', value, unit: '1' }));
  }

  function name(k: number): string {
    return componentName(system, k);
  }

  function join(theta: number): void {
    for (let i = 0; i < u.length; i++) {
      const powers = method.joining[i];
      weight[i] = theta * (powers[0] + theta * (powers[1] + theta * powers[2]));
    }
  }

  function valueAt(theta: number, from: Float64Array, k: number): number {
    join(theta);
    let change = 0;
    for (let i = 0; i < u.length; i++) change += weight[i] * u[i][k];
    return from[k] + change;
  }

  function stateAt(theta: number, from: Float64Array, into: Float64Array): void {
    join(theta);
    combine(weight, into);
    addScaled(into, 1, from);
  }

  return { end, forgetFactors, attempt, faults, valueAt, stateAt };
}

/** Whether every number is one; a sum that overflows is none either. */
export function allFinite(a: Float64Array): boolean {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k];
  return Number.isFinite(sum);
}

/** The first components of a derivative that are no numbers. */
export function derivativeFaults(derivative: Float64Array, name: (k: number) => string): readonly Residual[] {
  return Array.from(derivative, (value, k) => ({ owner: name(k), equation: 'dy/dt', value, unit: '' }))
    .filter(({ value }) => !Number.isFinite(value))
    .slice(0, 3);
}

export function componentName(system: StiffSystem, k: number): string {
  return system.componentName?.(k) ?? `component ${k}`;
}

/** a ← a + factor b */
function addScaled(a: Float64Array, factor: number, b: Float64Array): void {
  if (factor === 0) return;
  for (let k = 0; k < a.length; k++) a[k] += factor * b[k];
}
