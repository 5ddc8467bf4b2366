import { describe, expect, it } from 'vitest';
import { firstStep, growth, shrinking, type Departure } from '../../src/numerics/step-size.ts';
import { toleranceNorm } from '../../src/numerics/tolerance-norm.ts';

describe('the norm', () => {
  it('is the root of the mean square over what is controlled, by the larger of two states', () => {
    const absolute = Float64Array.of(1, 2, Infinity);
    const { norm, ratio } = toleranceNorm({ relative: 0.1, absolute, maximumStep: 1 });
    const [v, a, b] = [Float64Array.of(6, 12, 1e9), Float64Array.of(10, 0, 0), Float64Array.of(-20, 10, 0)];
    expect(ratio(0, v, a, b)).toBe(2);
    expect(norm(v, a, b)).toBeCloseTo(Math.sqrt((4 + 16) / 2), 15);
    expect(norm(Float64Array.of(0, NaN, 0), a, b)).toBeNaN();
  });
});

describe('the next step', () => {
  it('follows the cube root of the error between its bounds, and stays where little is gained', () => {
    expect(growth(1 / 27)).toBeCloseTo(2.7, 14);
    expect(growth(0)).toBe(6);
    expect(growth(0.6)).toBe(1); // 1.07
    expect(growth(1)).toBe(0.9);
    expect(shrinking(8)).toBe(0.45);
    expect([shrinking(1e9), shrinking(NaN), shrinking(Infinity)]).toEqual([0.2, 0.2, 0.2]);
  });
});

describe('the first step', () => {
  const measure = toleranceNorm({ relative: 1e-3, absolute: Float64Array.of(1e-3), maximumStep: 1 });
  const from = (f: (t: number, y: number) => number, y: number): Departure => ({
    time: 0,
    y: Float64Array.of(y),
    derivative: Float64Array.of(f(0, y)),
    derivativeAt: (t, state, into) => void (into[0] = f(t, state[0])),
  });

  it('does not depend on the unit of time', () => {
    const step = firstStep(
      from((_t, y) => -y, 5),
      measure,
      Infinity,
    );
    const inMilliseconds = firstStep(
      from((_t, y) => -1e-3 * y, 5),
      measure,
      Infinity,
    );
    expect(inMilliseconds / step).toBeCloseTo(1000, 9);
    expect(step).toBeGreaterThan(1e-3);
    expect(step).toBeLessThan(0.5);
  });

  it('is the longest from rest, and a hundredth of the probe where that has no derivative', () => {
    expect(
      firstStep(
        from(() => 0, 5),
        measure,
        7,
      ),
    ).toBe(7);
    expect(
      firstStep(
        from((t) => (t > 0 ? NaN : 1), 0),
        measure,
        7,
      ),
    ).toBeCloseTo(1e-5, 15);
  });
});
