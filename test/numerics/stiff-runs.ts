/** Stiff runs as several tests want them. */

import { stiffIntegrator, type StiffIntegrator } from '../../src/numerics/rosenbrock.ts';
import type { StiffSystem } from '../../src/numerics/stiff-system.ts';
import type { StiffProblem } from '../published/stiff-problems.ts';

/** An integrator of one tolerance, begun at 0. */
export function begun(
  system: StiffSystem,
  initial: readonly number[],
  { relative = 1e-6, absolute = relative, maximumStep = Infinity }: Partial<Tolerance> = {},
): StiffIntegrator {
  const integrator = stiffIntegrator(system, {
    relative,
    absolute: new Float64Array(system.size).fill(absolute),
    maximumStep,
  });
  integrator.restart(0, Float64Array.from(initial));
  return integrator;
}

interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
  readonly maximumStep: number;
}

export function advance(integrator: StiffIntegrator, until: number): void {
  while (integrator.time < until) integrator.step(until);
}

/** Equal steps to the end, whatever their error; what is asked at the ends of each. */
export function fixedSteps(
  system: StiffSystem,
  initial: readonly number[],
  { end, steps, after }: { end: number; steps: number; after?: (integrator: StiffIntegrator) => void },
): StiffIntegrator {
  const h = end / steps;
  const absolute = new Float64Array(system.size).fill(1e9);
  const integrator = stiffIntegrator(system, { relative: 1, absolute, maximumStep: h, initialStep: h });
  integrator.restart(0, Float64Array.from(initial));
  for (let k = 1; k <= steps; k++) {
    integrator.step(k === steps ? end : k * h);
    after?.(integrator);
  }
  return integrator;
}

/** The exponent of h in the error between two numbers of steps. */
export function order(error: (steps: number) => number, steps: number): number {
  return Math.log2(error(steps) / error(2 * steps));
}

/** The largest relative error of a published problem at the times of its solutions, and the work. */
export function publishedError(problem: StiffProblem, relative: number, go = advance) {
  const integrator = stiffIntegrator(
    { size: problem.initial.length, derivative: problem.derivative },
    { relative, absolute: Float64Array.from(problem.small, (small) => small * relative), maximumStep: Infinity },
  );
  integrator.restart(0, Float64Array.from(problem.initial));
  let error = 0;
  for (const { time, y } of problem.solutions) {
    go(integrator, time);
    y.forEach((value, i) => (error = Math.max(error, Math.abs(integrator.y[i] / value - 1))));
  }
  return { error, integrator };
}

/** y' = −λ y */
export function decay(rate: number): StiffSystem {
  return { size: 1, derivative: (_t, y, dy) => void (dy[0] = -rate * y[0]) };
}

/**
 * Kaps' problem, y₁' = −(1/ε + 2) y₁ + y₂²/ε, y₂' = y₁ − y₂ − y₂², whose solution
 * e^(−2t), e^(−t) from 1, 1 does not know ε: E. Hairer, G. Wanner, section IV.7, at second hand.
 */
export function kaps(epsilon: number, jacobian?: StiffSystem['jacobian']): StiffSystem {
  return {
    size: 2,
    derivative(_t, y, dy) {
      dy[0] = -(1 / epsilon + 2) * y[0] + (y[1] * y[1]) / epsilon;
      dy[1] = y[0] - y[1] - y[1] * y[1];
    },
    ...(jacobian === undefined ? {} : { jacobian }),
  };
}
export const kapsSolution = (t: number): readonly [number, number] => [Math.exp(-2 * t), Math.exp(-t)];
