import { describe, expect, it } from 'vitest';
import { linearSolve } from '../../src/numerics/linear-solve.ts';
import { increments, joining, ros34pw2 } from '../../src/numerics/rosenbrock-tableau.ts';

type Vector = readonly number[];
const { alpha, gamma, weights, embedded } = ros34pw2;
const ones = [1, 1, 1, 1];
const dot = (a: Vector, b: Vector): number => a.reduce((sum, value, i) => sum + value * b[i], 0);
const times = (matrix: readonly Vector[], v: Vector): Vector => matrix.map((row) => dot(row, v));
const square = (v: Vector): Vector => v.map((value) => value * value);
const a = times(alpha, ones);
const g = times(gamma, ones);

/** What Σ b_i Φ_i lacks for each tree up to order 3, no matter what stands for the Jacobian: Rang and Angermann, table 1. */
function defects(b: Vector, theta = 1): Readonly<Record<string, number>> {
  return {
    'Σ b': dot(b, ones) - theta,
    'Σ b α': dot(b, a) - theta ** 2 / 2,
    'Σ b γ': dot(b, g),
    'Σ b α²': dot(b, square(a)) - theta ** 3 / 3,
    'Σ b α α': dot(b, times(alpha, a)) - theta ** 3 / 6,
    'Σ b α γ': dot(b, times(alpha, g)),
    'Σ b γ α': dot(b, times(gamma, a)),
    'Σ b γ γ': dot(b, times(gamma, g)),
  };
}

/** y₁/y of y' = λy for z = hλ. */
function stability(z: number, b: Vector): number {
  const matrix = alpha.flatMap((row, i) => row.map((value, j) => (i === j ? 1 : 0) - z * (value + gamma[i][j])));
  const k = Float64Array.from(ones);
  linearSolve(Float64Array.from(matrix), k);
  return 1 + z * dot(b, [...k]);
}

describe('the tableau ROS34PW2', () => {
  it('meets all eight conditions of order 3 with any matrix, and its embedded method the three of order 2', () => {
    for (const [tree, defect] of Object.entries(defects(weights))) expect(Math.abs(defect), tree).toBeLessThan(1e-15);
    const second = defects(embedded);
    for (const tree of ['Σ b', 'Σ b α', 'Σ b γ']) expect(Math.abs(second[tree]), tree).toBeLessThan(1e-15);
    expect(Math.abs(second['Σ b α²'])).toBeGreaterThan(0.05); // else the error would estimate nothing
  });

  it('damps what is infinitely stiff to nought (L-stable), the embedded method to less than half', () => {
    expect(Math.abs(stability(-1e12, weights))).toBeLessThan(1e-11);
    expect(Math.abs(stability(-1e12, embedded))).toBeCloseTo(0.478, 3); // as PETSc says: strongly A-stable
    for (let z = -1e-3; z > -1e8; z *= 1.1) expect(Math.abs(stability(z, weights))).toBeLessThan(1);
  });

  it('is stiffly accurate: the last stage stands at the end of the step', () => {
    alpha[3].forEach((value, j) => expect(value + gamma[3][j]).toBeCloseTo(weights[j], 15));
    expect(a[3]).toBe(1);
  });

  it('is the same method in increments', () => {
    // One step of y' = −y² by both forms, with 3 in the place of the Jacobian.
    const [y, h, j] = [0.7, 0.3, 3];
    const f = (x: number): number => -x * x;
    const k: number[] = [];
    const u: number[] = [];
    for (let i = 0; i < 4; i++) {
      const partial = (row: Vector, of: Vector): number => of.reduce((sum, value, n) => sum + row[n] * value, 0);
      k.push((h * f(y + partial(alpha[i], k)) + h * j * partial(gamma[i], k)) / (1 - h * j * gamma[i][i]));
      const rightSide = f(y + partial(increments.state[i], u)) + partial(increments.slope[i], u) / h;
      u.push(rightSide / (1 / (increments.gamma * h) - j));
    }
    expect(dot(increments.state[3], [u[0], u[1], u[2], 0]) + u[3]).toBeCloseTo(dot(weights, k), 14);
    expect(dot(increments.error, u)).toBeCloseTo(dot(weights, k) - dot(embedded, k), 14);
  });

  it('joins the ends of a step to order 2 with any matrix, and by the weights of the method at the end', () => {
    for (const theta of [0.2, 0.5, 0.8, 1]) {
      const inIncrements = joining.map(([p, q, r]) => theta * (p + theta * (q + theta * r)));
      const b = [0, 1, 2, 3].map((j) => inIncrements.reduce((sum, value, i) => sum + value * gamma[i][j], 0));
      const lacks = defects(b, theta);
      for (const tree of ['Σ b', 'Σ b α', 'Σ b γ', 'Σ b α²']) expect(Math.abs(lacks[tree]), tree).toBeLessThan(2e-15);
      // With the exact Jacobian the two last trees count together only.
      const exact = lacks['Σ b α α'] + lacks['Σ b α γ'] + lacks['Σ b γ α'] + lacks['Σ b γ γ'];
      expect(Math.abs(exact)).toBeLessThan(2e-15);
      if (theta === 1) b.forEach((value, j) => expect(value).toBeCloseTo(weights[j], 14));
    }
  });
});
