import { describe, expect, it } from 'vitest';
import { NotConvergedError, OutOfRangeError } from '../../src/errors.ts';
import { stiffIntegrator } from '../../src/numerics/rosenbrock.ts';
import { sparsePattern } from '../../src/numerics/sparse-pattern.ts';
import type { StiffSystem } from '../../src/numerics/stiff-system.ts';
import { advance, begun, decay, kaps, kapsSolution } from './stiff-runs.ts';

describe('steps', () => {
  it('are tried shorter where a stage asks for what the system refuses, and end where it refuses the solution', () => {
    let refused = 0;
    const logistic = (most: number): StiffSystem => ({
      size: 1,
      derivative(_t, y, dy) {
        if (y[0]! < 0 || y[0]! > most) {
          refused++;
          throw new OutOfRangeError('y', y[0]!, [0, most], '[1]');
        }
        dy[0] = 20 * y[0]! * (1 - y[0]!);
      },
    });
    const run = (most: number) => {
      const tolerances = { relative: 1e-6, absolute: new Float64Array([1e-6]), maximumStep: 1, initialStep: 0.3 };
      const integrator = stiffIntegrator(logistic(most), tolerances);
      integrator.restart(0, Float64Array.of(0.01));
      advance(integrator, 0.3);
      return integrator.y[0]!;
    };
    const reached = run(0.9);
    expect(refused).toBeGreaterThan(0);
    // y = 1/(1 + (1/y₀ − 1) e^(−20 t))
    expect(reached).toBeCloseTo(1 / (1 + 99 * Math.exp(-6)), 5);
    expect(() => run(0.5)).toThrow(OutOfRangeError);
  });

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

  it('may be halved where the forcing turns: the Jacobian is not blamed', () => {
    const turn = (second: number): number => Math.sin(second * second);
    const integrator = begun(
      {
        ...decay(0.1),
        derivative(t, y, dy) {
          const second = Math.floor(t);
          dy[0] = turn(second) + (t - second) * (turn(second + 1) - turn(second)) - 0.1 * y[0];
        },
        jacobian: (_t, _y, _dy, values) => void (values[0] = -0.1),
      },
      [0],
      { relative: 1e-3, maximumStep: 1 },
    );
    for (let second = 1; second <= 500; second++) advance(integrator, second);
    const { steps, rejected, jacobians } = integrator.statistics;
    expect(rejected).toBeGreaterThan(50);
    expect(jacobians).toBeLessThan(steps / 15);
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

  it('is no matter of steps that are rejected at a jump: the Jacobian of a few steps ago is not blamed', () => {
    const integrator = begun(
      {
        ...decay(1),
        derivative: (t, y, dy) => void (dy[0] = (t > 5 ? 100 : 0) - y[0]),
        jacobian: (_t, _y, _dy, values) => void (values[0] = -1),
      },
      [1],
      { relative: 1e-3 },
    );
    advance(integrator, 4);
    integrator.renewDerivative();
    integrator.step(4.5);
    const { jacobians, rejected } = integrator.statistics;
    while (integrator.time < 5) integrator.step(30);
    const rejections = integrator.statistics.rejected - rejected;
    expect(rejections).toBeGreaterThan(3);
    expect(integrator.statistics.jacobians - jacobians).toBeLessThan(rejections / 3);
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
