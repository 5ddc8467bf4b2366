import { describe, expect, it } from 'vitest';
import { sparsePattern, type Place } from '../../src/numerics/sparse-pattern.ts';
import type { StiffSystem } from '../../src/numerics/stiff-system.ts';
import { stiffProblems } from '../published/stiff-problems.ts';
import { advance, begun, decay, fixedSteps, kaps, kapsSolution, order, publishedError } from './stiff-runs.ts';

function kapsError(system: StiffSystem): (steps: number) => number {
  return (steps) => {
    const { y } = fixedSteps(system, [1, 1], { end: 1, steps });
    return Math.max(...kapsSolution(1).map((value, i) => Math.abs(y[i] - value)));
  };
}

/** The largest error inside the steps. */
function innerError(system: StiffSystem): (steps: number) => number {
  return (steps) => {
    let largest = 0;
    fixedSteps(system, [1, 1], {
      end: 1,
      steps,
      after(integrator) {
        for (const theta of [0.2, 0.4, 0.6, 0.8]) {
          const t = integrator.startTime + theta * (integrator.time - integrator.startTime);
          kapsSolution(t).forEach(
            (value, i) => (largest = Math.max(largest, Math.abs(integrator.valueAt(t, i) - value))),
          );
        }
      },
    });
    return largest;
  };
}

/**
 * A rod of `size` equal cells between walls at 0: heat conduction as a chain. Its
 * modes sin(kπi/(n+1)) die at the rates 4 n² sin²(kπ/(2(n+1))), in closed form.
 */
function rod(size: number) {
  const rate = size * size;
  const places: Place[] = [];
  for (let i = 0; i < size; i++) for (const j of [i - 1, i, i + 1]) if (j >= 0 && j < size) places.push([i, j]);
  const mode = (k: number, i: number): number => Math.sin((k * Math.PI * (i + 1)) / (size + 1));
  const modeRate = (k: number): number => 4 * rate * Math.sin((k * Math.PI) / (2 * (size + 1))) ** 2;
  const system: StiffSystem = {
    size,
    pattern: sparsePattern(size, places),
    derivative(_t, y, dy) {
      for (let i = 0; i < size; i++) dy[i] = rate * ((y[i - 1] ?? 0) - 2 * y[i] + (y[i + 1] ?? 0));
    },
  };
  const solution = (t: number, i: number): number =>
    mode(1, i) * Math.exp(-modeRate(1) * t) + 0.5 * mode(size, i) * Math.exp(-modeRate(size) * t);
  return { system, solution, initial: Array.from({ length: size }, (_, i) => solution(0, i)) };
}

describe('published stiff problems', () => {
  for (const problem of stiffProblems) {
    it(`${problem.name}: stays near its tolerance, and the error falls with it`, () => {
      const tolerances = [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8];
      const errors = tolerances.map((tolerance) => publishedError(problem, tolerance).error);
      // Errors of steps add up, and the Oregonator's limit cycle stretches them: up to 15 tolerances.
      errors.forEach((error, k) => expect(error / tolerances[k]).toBeLessThan(20));
      const slope = Math.log10(errors[0] / errors.at(-1)!) / 5;
      expect(slope).toBeGreaterThan(0.85);
      expect(slope).toBeLessThan(1.15);
    });
  }

  it('Robertson: the three parts add up to 1 to rounding over eleven decades', () => {
    const { y } = publishedError(stiffProblems[0], 1e-4).integrator;
    expect(Math.abs(y[0] + y[1] + y[2] - 1)).toBeLessThan(1e-13);
  });
});

describe('order of convergence', () => {
  it('is 3 with a Jacobian kept from the start, from another state, and with none at all', () => {
    const atStart = kaps(1, (_t, _y, _dy, values) => values.set([-3, 1, 2, -3]));
    const wrong = kaps(1, (_t, _y, _dy, values) => values.set([-1, 0.5, 0.5, -4]));
    const none = kaps(1, (_t, _y, _dy, values) => values.fill(0));
    for (const system of [atStart, wrong, none]) {
      expect(order(kapsError(system), 80)).toBeGreaterThan(2.9);
      expect(order(kapsError(system), 80)).toBeLessThan(3.2);
    }
  });

  it('falls to 2, not lower, where stiffness has no bounds', () => {
    const stiff = kaps(1e-8, (_t, y, _dy, values) => values.set([-1e8 - 2, 1, 2e8 * y[1], -1 - 2 * y[1]]));
    for (const steps of [20, 40, 80]) expect(order(kapsError(stiff), steps)).toBeGreaterThan(1.95);
  });

  it('is 3 with forcing, though the derivative by time is never asked for', () => {
    const forced: StiffSystem = { size: 1, derivative: (t, y, dy) => void (dy[0] = -2 * (y[0] - Math.sin(3 * t))) };
    const exact = (2 * (2 * Math.sin(3) - 3 * Math.cos(3))) / 13;
    const error = (steps: number): number => Math.abs(fixedSteps(forced, [-6 / 13], { end: 1, steps }).y[0] - exact);
    expect(order(error, 40)).toBeGreaterThan(2.9);
    expect(order(error, 40)).toBeLessThan(3.1);
  });

  it('is 3 between the ends of steps as well', () => {
    for (const system of [kaps(1), kaps(1, (_t, _y, _dy, values) => values.fill(0))]) {
      expect(order(innerError(system), 40)).toBeGreaterThan(2.8);
    }
  });

  it('conducts heat along a rod as the closed form says, by differences of tridiagonal pattern', () => {
    const { system, solution, initial } = rod(40);
    const errors = [1e-4, 1e-6].map((relative) => {
      const integrator = begun(system, initial, { relative });
      advance(integrator, 0.1);
      return Math.max(...initial.map((_, i) => Math.abs(integrator.y[i] - solution(0.1, i))));
    });
    expect(errors[0]).toBeLessThan(1e-4);
    expect(errors[1]).toBeLessThan(1e-6);
  });
});

describe('stability', () => {
  it('leaves nothing of a decay that a step is a million times too long for, and no overshoot', () => {
    const { y } = fixedSteps(decay(1e6), [1], { end: 1, steps: 1 });
    expect(Math.abs(y[0])).toBeLessThan(1e-5);
  });

  it('never rises and never turns negative by more than its tolerance on a stiff decay, inside steps too', () => {
    const integrator = begun(decay(1e4), [1], { relative: 1e-4, absolute: 1e-6 });
    let before = 1;
    while (integrator.time < 10) {
      integrator.step(10);
      for (let theta = 0.1; theta <= 1; theta += 0.1) {
        const t = Math.min(integrator.time, integrator.startTime + theta * (integrator.time - integrator.startTime));
        const value = integrator.valueAt(t, 0);
        expect(value).toBeGreaterThan(-1e-5);
        expect(value).toBeLessThan(before + 1e-5);
        before = value;
      }
    }
    expect(integrator.statistics.steps).toBeLessThan(80);
  });
});

describe('linear invariants', () => {
  it('keeps the heat of insulated cells to rounding, whatever the size of the steps', () => {
    const size = 30;
    const capacity = Float64Array.from({ length: size }, (_, i) => 1 + (i % 7) * 300);
    const places: Place[] = [];
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) if (Math.abs(i - j) <= 1) places.push([i, j]);
    const system: StiffSystem = {
      size,
      pattern: sparsePattern(size, places),
      derivative(t, y, dy) {
        dy.fill(0);
        for (let i = 0; i + 1 < size; i++) {
          const flow = 50 * (1 + 0.5 * Math.sin(t)) * (y[i] - y[i + 1]) * (1 + 0.01 * y[i]);
          dy[i] -= flow / capacity[i];
          dy[i + 1] += flow / capacity[i + 1];
        }
      },
    };
    const initial = Array.from({ length: size }, (_, i) => (i % 5) * 10);
    const heat = (y: ArrayLike<number>): number => capacity.reduce((sum, c, i) => sum + c * y[i], 0);
    const integrator = begun(system, initial, { relative: 1e-3 });
    advance(integrator, 1000);
    expect(Math.abs(heat(integrator.y) / heat(initial) - 1)).toBeLessThan(1e-9); // differences keep w·J = 0 to about √ε
  });
});
