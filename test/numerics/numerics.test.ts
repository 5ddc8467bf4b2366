import { describe, expect, it } from 'vitest';
import { NotConvergedError, OutOfRangeError } from '../../src/errors.ts';
import { bracketedRoot } from '../../src/numerics/bracketed-root.ts';
import { leastSquares, linearSolve } from '../../src/numerics/linear-solve.ts';
import { monotoneCurve } from '../../src/numerics/monotone-curve.ts';
import { inverseNormal } from '../../src/numerics/normal.ts';
import { normalQuantiles, rootProblems, rpn14 } from '../published/root-problems.ts';

describe('bracketed root', () => {
  for (const problem of rootProblems) {
    it(`finds ${problem.name}`, () => {
      const root = bracketedRoot(problem.f, problem.bracket[0], problem.bracket[1], 0);
      const printed = 'printed' in problem ? problem.printed : 4e-16 * Math.max(1, Math.abs(problem.root));
      expect(Math.abs(root - problem.root)).toBeLessThanOrEqual(printed);
    });
  }

  it('needs few evaluations and stays in its bracket', () => {
    let count = 0;
    bracketedRoot(
      (x) => {
        count++;
        expect(x).toBeGreaterThanOrEqual(2);
        expect(x).toBeLessThanOrEqual(3);
        return x * x * x - 2 * x - 5;
      },
      3,
      2,
      1e-12,
    );
    expect(count).toBeLessThan(12);
  });

  it('takes a root that stands at an end, and refuses a bracket without one', () => {
    expect(bracketedRoot((x) => x - 1, 1, 2, 0)).toBe(1);
    expect(bracketedRoot((x) => x - 2, 1, 2, 0)).toBe(2);
    expect(() => bracketedRoot((x) => x * x + 1, -1, 1, 0)).toThrow(NotConvergedError);
    expect(() => bracketedRoot(() => NaN, -1, 1, 0)).toThrow(NotConvergedError);
  });
});

describe('monotone curve', () => {
  it('never falls through the rising data of Fritsch and Carlson, and keeps every point', () => {
    const curve = monotoneCurve(rpn14.x, rpn14.y);
    rpn14.x.forEach((x, i) => expect(curve.value(x)).toBeCloseTo(rpn14.y[i], 14));
    for (let x = 7.99; x < 20; x += 0.003) {
      expect(curve.value(x + 0.003)).toBeGreaterThanOrEqual(curve.value(x) - 1e-15);
      expect(curve.value(x)).toBeLessThanOrEqual(1);
    }
  });

  it('has a slope that is the derivative of its value, straight lines outside', () => {
    const curve = monotoneCurve([0, 1, 3, 4], [0, 1, 1.5, 4]);
    for (const x of [-2, 0.3, 0.99, 1.7, 3.2, 3.999, 6]) {
      expect((curve.value(x + 1e-6) - curve.value(x - 1e-6)) / 2e-6).toBeCloseTo(curve.slope(x), 7);
    }
    expect(curve.value(-2)).toBeCloseTo(-2 * curve.slope(0), 14);
    expect(curve.range).toEqual([0, 4]);
  });

  it('turns only at the points, and is flat where they are', () => {
    const curve = monotoneCurve([0, 1, 2, 3], [0, 2, 2, 1]);
    expect(curve.value(1.5)).toBe(2);
    for (let x = 0; x <= 3; x += 0.01) expect(curve.value(x)).toBeLessThanOrEqual(2);
  });

  it('refuses points out of order, unequal in number, or not finite', () => {
    expect(() => monotoneCurve([0, 0], [1, 2])).toThrow(OutOfRangeError);
    expect(() => monotoneCurve([0, 1], [1])).toThrow(OutOfRangeError);
    expect(() => monotoneCurve([0], [1])).toThrow(OutOfRangeError);
    expect(() => monotoneCurve([0, 1], [1, NaN])).toThrow(OutOfRangeError);
  });
});

describe('linear solve', () => {
  it('inverts the Hilbert matrix of order 6 to its condition', () => {
    const n = 6;
    const matrix = Float64Array.from({ length: n * n }, (_, k) => 1 / (Math.floor(k / n) + (k % n) + 1));
    const x = Float64Array.from({ length: n }, (_, i) => i - 2.5);
    const b = Float64Array.from({ length: n }, (_, i) => x.reduce((sum, xj, j) => sum + matrix[i * n + j] * xj, 0));
    linearSolve(matrix, b);
    b.forEach((value, i) => expect(value).toBeCloseTo(x[i], 8)); // condition number 1.5e7
  });

  it('exchanges rows where the pivot is nought, and refuses a singular matrix', () => {
    const b = Float64Array.of(1, 2);
    linearSolve(Float64Array.of(0, 1, 1, 0), b);
    expect([...b]).toEqual([2, 1]);
    expect(() => linearSolve(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 2))).toThrow(NotConvergedError);
  });

  it('fits a parabola through points on it', () => {
    const xs = [-1, 0, 1, 2, 3];
    const c = leastSquares(
      xs.map((x) => [1, x, x * x]),
      xs.map((x) => 2 - 3 * x + 0.5 * x * x),
    );
    [2, -3, 0.5].forEach((value, i) => expect(c[i]).toBeCloseTo(value, 12));
  });
});

describe('inverse normal', () => {
  it('agrees with tabulated quantiles to 1.15e-9 relative, on both sides', () => {
    for (const [u, z] of normalQuantiles) {
      expect(Math.abs(inverseNormal(u) - z)).toBeLessThanOrEqual(1.15e-9 * Math.abs(z) + 1e-15);
      expect(Math.abs(inverseNormal(1 - u) + z)).toBeLessThanOrEqual(1.2e-9 * Math.abs(z) + 1e-15);
    }
  });
  it('refuses 0, 1 and NaN', () => {
    for (const u of [0, 1, -0.1, NaN]) expect(() => inverseNormal(u)).toThrow(OutOfRangeError);
  });
});
