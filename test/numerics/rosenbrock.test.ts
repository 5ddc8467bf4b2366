import { describe, expect, it } from 'vitest';
import { NotConvergedError, OutOfRangeError } from '../../src/errors.ts';
import { stiffIntegrator } from '../../src/numerics/rosenbrock.ts';
import { sparsePattern, type Place } from '../../src/numerics/sparse-pattern.ts';
import type { StiffSystem } from '../../src/numerics/stiff-system.ts';
import { stiffProblems } from '../published/stiff-problems.ts';
import { advance, begun, fixedSteps, order, publishedError } from './stiff-runs.ts';

/** y' = −λ y */
function decay(rate: number): StiffSystem {
  return { size: 1, derivative: (_t, y, dy) => void (dy[0] = -rate * y[0]) };
}

/**
 * Kaps' problem, y₁' = −(1/ε + 2) y₁ + y₂²/ε, y₂' = y₁ − y₂ − y₂², whose solution
 * e^(−2t), e^(−t) from 1, 1 does not know ε: E. Hairer, G. Wanner, section IV.7, at second hand.
 */
function kaps(epsilon: number, jacobian?: StiffSystem['jacobian']): StiffSystem {
  return {
    size: 2,
    derivative(_t, y, dy) {
      dy[0] = -(1 / epsilon + 2) * y[0] + (y[1] * y[1]) / epsilon;
      dy[1] = y[0] - y[1] - y[1] * y[1];
    },
    ...(jacobian === undefined ? {} : { jacobian }),
  };
}
const kapsSolution = (t: number): readonly [number, number] => [Math.exp(-2 * t), Math.exp(-t)];

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

describe('steps', () => {
  it('land on the time wanted to the last bit, and never pass it', () => {
    const integrator = begun(decay(3), [1]);
    for (const until of [0.1, 0.3, 0.7000000000000001, 1, 1.0000000001, 50]) {
      while (integrator.time < until) {
        integrator.step(until);
        expect(integrator.time).toBeLessThanOrEqual(until);
      }
      expect(integrator.time).toBe(until);
    }
    for (let k = 1; k < 300; k++) {
      advance(integrator, 50 + 0.1 * k);
      expect(integrator.time).toBe(50 + 0.1 * k);
    }
    const { steps } = integrator.statistics;
    integrator.step(integrator.time);
    expect(integrator.statistics.steps).toBe(steps);
    expect(() => integrator.step(49)).toThrow(OutOfRangeError);
  });

  it('of one length under forcing every second cost four derivatives, and factors and Jacobian are kept', () => {
    const size = 12;
    const integrator = begun(
      {
        size,
        derivative(t, y, dy) {
          const forcing = Math.sin(t / 100);
          for (let i = 0; i < size; i++) dy[i] = (forcing - y[i]) / (20 + 10 * i);
        },
      },
      Array.from({ length: size }, () => 0),
      { relative: 1e-4 },
    );
    for (let second = 1; second <= 2000; second++) advance(integrator, second);
    const { steps, evaluations, jacobians, factorisations } = integrator.statistics;
    expect(factorisations).toBeGreaterThanOrEqual(jacobians);
    expect(steps).toBeLessThan(2020);
    expect(evaluations).toBeLessThan(4 * steps + (jacobians + 1) * size + 10);
    expect(jacobians).toBeLessThan(steps / 20 + 10);
    expect(factorisations).toBeLessThan(jacobians + 20);
  });

  it('hold a maximum, and leave what has an infinite tolerance out of their control', () => {
    const integrator = begun(decay(1e-3), [1], { maximumStep: 0.5 });
    integrator.step(20.02);
    while (integrator.time < 20.02) {
      integrator.step(20.02);
      expect(integrator.time - integrator.startTime).toBeLessThanOrEqual(0.5 * (1 + 1e-9));
    }
    const free = stiffIntegrator(
      { size: 1, derivative: (t, _y, dy) => void (dy[0] = Math.cos(t)) },
      { relative: 1e-9, absolute: Float64Array.of(Infinity), maximumStep: Infinity },
    );
    free.step(100);
    expect(free.time).toBe(100);
  });
});

describe('limits without event location', () => {
  it('cost steps and not accuracy: a rate limit that is left on the way', () => {
    // y' = min(0.05, (1 − y)/2): straight up to 0.9, then exponential.
    const integrator = begun(
      { size: 1, derivative: (_t, y, dy) => void (dy[0] = Math.min(0.05, (1 - y[0]) / 2)) },
      [0],
      { relative: 1e-5, absolute: 1e-5 },
    );
    for (let second = 1; second <= 60; second++) {
      advance(integrator, second);
      const exact = second <= 18 ? 0.05 * second : 1 - 0.1 * Math.exp(-(second - 18) / 2);
      expect(Math.abs(integrator.y[0] - exact)).toBeLessThan(5e-5);
    }
    expect(integrator.statistics.steps).toBeLessThan(90);
  });
});

describe('what is told of the last step', () => {
  it('is the state at both ends and between, one component or all', () => {
    const integrator = begun(kaps(0.1), [1, 1], { relative: 1e-5 });
    advance(integrator, 0.5);
    const { startTime, time } = integrator;
    const all = new Float64Array(2);
    integrator.step(1);
    expect(integrator.startTime).toBe(time);
    expect(startTime).toBeLessThan(time);
    for (const t of [time, (time + integrator.time) / 2, integrator.time]) {
      integrator.stateAt(t, all);
      kapsSolution(t).forEach((value, i) => {
        expect(all[i]).toBe(integrator.valueAt(t, i));
        expect(Math.abs(all[i] - value)).toBeLessThan(5e-5);
      });
    }
    expect(() => integrator.valueAt(startTime - 1e-3, 0)).toThrow(OutOfRangeError);
    expect(() => integrator.valueAt(integrator.time + 1e-3, 0)).toThrow(OutOfRangeError);
  });
});

describe('restart', () => {
  it('follows a state that jumps and a system that changes, with nothing left of the past', () => {
    let rate = 1;
    const system: StiffSystem = { size: 1, derivative: (_t, y, dy) => void (dy[0] = -rate * y[0]) };
    const integrator = begun(system, [1], { relative: 1e-6 });
    advance(integrator, 2);
    expect(integrator.y[0]).toBeCloseTo(Math.exp(-2), 5);
    rate = 500;
    integrator.y[0] = 3;
    integrator.restart(2, integrator.y);
    expect([integrator.time, integrator.startTime, integrator.valueAt(2, 0)]).toEqual([2, 2, 3]);
    advance(integrator, 2.005);
    expect(integrator.y[0]).toBeCloseTo(3 * Math.exp(-2.5), 5);

    const fresh = begun(system, [3], { relative: 1e-6 });
    advance(fresh, 0.005);
    expect(Math.abs(fresh.y[0] / integrator.y[0] - 1)).toBeLessThan(1e-10); // times differ by rounding
  });

  it('takes the first step that it is given', () => {
    const integrator = begun(decay(1), [1], { relative: 1e-3 });
    integrator.restart(0, Float64Array.of(1), 1e-3);
    integrator.step(1);
    expect(integrator.time).toBe(1e-3);
  });

  it('can be left out where the system changes a little: the Jacobian is renewed, the step size stays', () => {
    let rate = 1;
    const system: StiffSystem = {
      ...decay(1),
      derivative: (_t, y, dy) => void (dy[0] = -rate * y[0]),
      jacobian: (_t, _y, _dy, values) => void (values[0] = -rate),
    };
    const integrator = begun(system, [1], { relative: 1e-4, maximumStep: 0.05 });
    advance(integrator, 1);
    const { jacobians } = integrator.statistics;
    rate = 2;
    integrator.renewDerivative();
    integrator.step(2);
    expect(integrator.statistics.jacobians).toBe(jacobians + 1);
    expect(integrator.time).toBe(1.05);
    expect(integrator.y[0]).toBeCloseTo(Math.exp(-1.1), 4);
  });

  it('is not needed where forcing jumps a little between steps', () => {
    let forcing = 1;
    const integrator = begun({ size: 1, derivative: (_t, y, dy) => void (dy[0] = 0.1 * (forcing - y[0])) }, [0], {
      relative: 1e-6,
    });
    let exact = 0;
    for (let second = 1; second <= 50; second++) {
      forcing = second % 2;
      advance(integrator, second);
      exact = forcing + (exact - forcing) * Math.exp(-0.1);
    }
    expect(Math.abs(integrator.y[0] - exact)).toBeLessThan(2e-6);
  });
});

describe('what cannot be integrated', () => {
  const failing = (run: () => void): NotConvergedError => {
    try {
      run();
    } catch (error) {
      if (error instanceof NotConvergedError) return error;
      throw error;
    }
    throw new Error('nothing was thrown');
  };

  it("is told with its worst component: a blow-up (y' = y², infinite at t = 1)", () => {
    const system: StiffSystem = {
      size: 2,
      derivative: (_t, y, dy) => dy.set([-y[0], y[1] * y[1]]),
      componentName: (k) => ['calm', 'wild'][k],
    };
    const integrator = begun(system, [1, 1]);
    const error = failing(() => advance(integrator, 2));
    expect(error.residuals[0].owner).toBe('wild');
    expect(integrator.time).toBeCloseTo(1, 4);
  });

  it('is told with its component: a derivative that is no number at the state reached', () => {
    const system: StiffSystem = { size: 2, derivative: (_t, _y, dy) => dy.set([1, NaN]) };
    const error = failing(() => begun(system, [0, 0]).step(1));
    expect(error.residuals).toMatchObject([{ owner: 'component 1', equation: 'dy/dt' }]);
  });

  it('is told where no step is short enough to stay off a wall, and a wall only tried is stepped round', () => {
    const wall: StiffSystem = { size: 3, derivative: (t, _y, dy) => dy.set([1, t > 0.5 ? NaN : 1, 1]) };
    const integrator = begun(wall, [0, 0, 0]);
    const { residuals } = failing(() => advance(integrator, 1));
    expect(residuals).toMatchObject([{ owner: 'component 1', equation: 'dy/dt' }]);
    expect(integrator.time).toBeCloseTo(0.5, 6);

    // √y has no derivative below 0, where long first steps would try it.
    const root: StiffSystem = { size: 1, derivative: (_t, y, dy) => void (dy[0] = -Math.sqrt(y[0])) };
    const emptied = begun(root, [1], { relative: 1e-4 });
    advance(emptied, 1.9);
    expect(emptied.y[0]).toBeCloseTo(0.05 * 0.05, 4);
  });

  it('is told of a matrix without factors, and of a tolerance that asks nothing', () => {
    const system: StiffSystem = {
      size: 1,
      derivative: (_t, _y, dy) => void (dy[0] = 1),
      jacobian: (_t, _y, _dy, values) => void (values[0] = NaN),
    };
    expect(failing(() => begun(system, [0]).step(1)).residuals[0].equation).toBe('pivot of the step');
    const tolerances = { relative: 1e-6, absolute: Float64Array.of(1), maximumStep: 1 };
    const refused = [
      { absolute: Float64Array.of(0) },
      { absolute: Float64Array.of(1, 1) },
      { relative: -1e-6 },
      { maximumStep: NaN },
      { initialStep: 2 },
    ];
    for (const wrong of refused) {
      expect(() => stiffIntegrator(decay(1), { ...tolerances, ...wrong })).toThrow(OutOfRangeError);
    }
  });

  it('is a step whose matrix cannot be told from a singular one; a shorter one can', () => {
    const rate = 1e16;
    const system: StiffSystem = {
      size: 2,
      pattern: sparsePattern(2, [[0, 0], [0, 1], [1, 0], [1, 1]]), // prettier-ignore
      derivative(_t, y, dy) {
        dy[0] = rate * (y[1] - y[0]);
        dy[1] = -dy[0];
      },
      jacobian: (_t, _y, _dy, values) => values.set([-rate, rate, rate, -rate]),
    };
    const integrator = begun(system, [1, 1]);
    integrator.step(1);
    expect(integrator.statistics.rejected).toBeGreaterThan(0);
    expect([...integrator.y]).toEqual([1, 1]);
  });
});
