import { describe, expect, it } from 'vitest';
import { NotConvergedError, OutOfRangeError } from '../../src/errors.ts';
import { firstCrossing } from '../../src/numerics/event-location.ts';
import { begun } from './stiff-runs.ts';

const search = { from: 0, to: 10, tolerance: 1e-9, pieces: 4 };

describe('the first crossing', () => {
  it('is the earliest of all functions, within the tolerance and on the far side', () => {
    const functions = [(t: number) => t - 7, (t: number) => Math.PI - t, (t: number) => t + 1, (t: number) => t - 4];
    const crossing = firstCrossing(functions, search)!;
    expect(crossing).toMatchObject({ event: 1, sign: -1 });
    expect(crossing.time - Math.PI).toBeGreaterThanOrEqual(0);
    expect(crossing.time - Math.PI).toBeLessThan(1e-9);
    expect(functions[1](crossing.time)).toBeLessThanOrEqual(0);
    expect(firstCrossing([(t) => t - 3], { ...search, tolerance: 0 })!.time).toBeCloseTo(3, 14);
  });

  it('is found where a function crosses twice, if one of the looks falls between', () => {
    const twice = (t: number): number => (t - 4.9) * (t - 5.1);
    expect(firstCrossing([twice], search)!.time).toBeCloseTo(4.9, 8);
    expect(firstCrossing([twice], { ...search, pieces: 1 })).toBeUndefined();
  });

  it('is none where nothing changes, where 0 is only left, and where the change is beyond the stretch', () => {
    expect(firstCrossing([() => 1, () => -1, () => 0], search)).toBeUndefined();
    expect(firstCrossing([(t) => t], search)).toBeUndefined();
    expect(firstCrossing([(t) => t - 10.1], search)).toBeUndefined();
  });

  it('is at the end where a function comes to 0 there, and is not found again from there', () => {
    const falling = (t: number): number => 10 - t;
    expect(firstCrossing([falling], search)).toEqual({ event: 0, time: 10, sign: -1 });
    expect(firstCrossing([falling], { ...search, from: 10, to: 20 })).toBeUndefined();
  });

  it('is found at a jump, and within steep and flat functions', () => {
    expect(firstCrossing([(t) => (t < 6.1 ? -1 : 1)], search)!.time).toBeCloseTo(6.1, 8);
    expect(firstCrossing([(t) => Math.tanh(1e6 * (t - 2.2))], search)!.time).toBeCloseTo(2.2, 8);
    const flat = firstCrossing([(t) => (t - 2.2) ** 9], search)!;
    expect((flat.time - 2.2) ** 9).toBeGreaterThanOrEqual(0);
  });

  it('refuses what is no number, and a stretch that runs backwards', () => {
    const broken = (): unknown => firstCrossing([() => 1, (t) => (t > 5 ? NaN : 1)], search);
    expect(broken).toThrow(NotConvergedError);
    expect(broken).toThrow('event 1');
    for (const wrong of [{ from: 11 }, { to: NaN }, { tolerance: -1 }, { pieces: 0 }]) {
      expect(() => firstCrossing([() => 1], { ...search, ...wrong })).toThrow(OutOfRangeError);
    }
  });

  it('in steps of the integrator comes as near as the solution itself: a decay reaches half at ln 2', () => {
    const integrator = begun({ size: 1, derivative: (_t, y, dy) => void (dy[0] = -y[0]) }, [1], { relative: 1e-7 });
    const half = [(t: number): number => integrator.valueAt(t, 0) - 0.5];
    let crossing;
    while (crossing === undefined) {
      integrator.step(10);
      crossing = firstCrossing(half, { ...search, from: integrator.startTime, to: integrator.time });
    }
    expect(Math.abs(crossing.time - Math.LN2)).toBeLessThan(1e-6);
  });
});
