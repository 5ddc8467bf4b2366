/** Steps that the caller keeps short and of which he wants the end alone. */

import { describe, expect, it } from 'vitest';
import { stiffIntegrator, type StiffIntegrator } from '../../src/numerics/rosenbrock.ts';
import type { StiffSystem } from '../../src/numerics/stiff-system.ts';
import { stiffProblems } from '../published/stiff-problems.ts';
import { begun, decay, kaps, kapsSolution, order, publishedError } from './stiff-runs.ts';

/** To the end in pieces of one length, the end of each wanted alone. */
function inPieces(integrator: StiffIntegrator, end: number, pieces: number): StiffIntegrator {
  const from = integrator.time;
  for (let k = 1; k <= pieces; k++) {
    const until = k === pieces ? end : from + (k * (end - from)) / pieces;
    while (integrator.time < until) integrator.step(until, 'end');
  }
  return integrator;
}

/** Short steps of two stages whatever their error, and the largest error at their end. */
function endError(system: StiffSystem): (steps: number) => number {
  return (steps) => {
    const absolute = new Float64Array(2).fill(1e9);
    const integrator = stiffIntegrator(system, {
      relative: 1,
      absolute,
      maximumStep: 1 / steps,
      initialStep: 1 / steps,
    });
    integrator.restart(0, Float64Array.of(1, 1));
    inPieces(integrator, 1, steps);
    expect(integrator.statistics.steps).toBe(steps);
    return Math.max(...kapsSolution(1).map((value, i) => Math.abs(integrator.y[i]! - value)));
  };
}

describe('steps of which only the end is wanted', () => {
  it('are of order 2, with the Jacobian and with none at all', () => {
    for (const system of [kaps(1), kaps(1, (_t, _y, _dy, values) => values.fill(0))]) {
      const found = order(endError(system), 40);
      expect(found).toBeGreaterThan(1.9);
      expect(found).toBeLessThan(2.6);
    }
  });

  it('cost two derivatives where the caller knows the one at their end', () => {
    const system = counted(decay(0.1));
    const integrator = inPieces(begun(system, [1], { relative: 1e-4 }), 100, 200);
    expect(integrator.statistics.steps).toBeLessThan(215);
    // The first derivative of each step is the last of the one before.
    expect(system.calls).toBeLessThan(2.3 * integrator.statistics.steps);
  });

  it.each(stiffProblems.map((problem) => [problem.name, problem] as const))(
    '%s: stay near the tolerance, however many stages they take',
    (_, problem) => {
      for (const relative of [1e-4, 1e-6]) {
        const { error } = publishedError(problem, relative, (integrator, time) => inPieces(integrator, time, 2000));
        expect(error / relative).toBeLessThan(20);
      }
    },
  );

  it('leave nothing of a decay that they are a million times too long for', () => {
    expect(Math.abs(inPieces(begun(decay(1e6), [1], { relative: 1e-3 }), 1, 3).y[0]!)).toBeLessThan(1e-5);
  });

  it('follow a forcing that swings, sixteen of them in a period, to its tolerance', () => {
    // y' = (cos t − y)/τ: amplitude 1/√(1 + τ²), late by atan τ.
    const lag = 0.5;
    const integrator = begun({ size: 1, derivative: (t, y, dy) => void (dy[0] = (Math.cos(t) - y[0]!) / lag) }, [0], {
      relative: 1e-3,
    });
    let worst = 0;
    for (let k = 1; k <= 160; k++) {
      const until = (k * Math.PI) / 8;
      while (integrator.time < until) integrator.step(until, 'end');
      if (until < 10) continue; // what is left of the start
      worst = Math.max(worst, Math.abs(integrator.y[0]! - Math.cos(until - Math.atan(lag)) / Math.hypot(1, lag)));
    }
    expect(worst).toBeLessThan(5e-3);
  });

  it('are made anew with four stages where their inside is wanted after all', () => {
    const integrator = inPieces(begun(kaps(0.1), [1, 1], { relative: 1e-4 }), 0.5, 50);
    const { startTime, time } = integrator;
    const { steps } = integrator.statistics;
    expect(integrator.refine()).toBe(true);
    expect([integrator.startTime, integrator.time]).toEqual([startTime, time]);
    expect(integrator.statistics.steps).toBe(steps);
    const middle = (startTime + time) / 2;
    kapsSolution(middle).forEach((value, i) => {
      expect(Math.abs(integrator.valueAt(middle, i) - value)).toBeLessThan(1e-4);
    });
    expect(integrator.refine()).toBe(false);
  });
});

/** The same system, which remembers what it was asked last, and how often it did not know. */
function counted(system: StiffSystem): StiffSystem & { readonly calls: number } {
  let calls = 0;
  let known = { t: NaN, y: [] as readonly number[], dy: [] as readonly number[] };
  return {
    ...system,
    get calls() {
      return calls;
    },
    derivative(t, y, dy) {
      if (t !== known.t || known.y.some((value, i) => value !== y[i])) {
        system.derivative(t, y, dy);
        calls++;
        known = { t, y: [...y], dy: [...dy] };
      } else dy.set(known.dy);
    },
  };
}
