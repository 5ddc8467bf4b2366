import { describe, expect, it } from 'vitest';
import { linearSolve } from '../../src/numerics/linear-solve.ts';
import { inIncrements, ros2, ros34pw2, type Tableau } from '../../src/numerics/rosenbrock-tableau.ts';

type Vector = readonly number[];
const dot = (a: Vector, b: Vector): number => a.reduce((sum, value, i) => sum + value * b[i], 0);
const times = (matrix: readonly Vector[], v: Vector): Vector => matrix.map((row) => dot(row, v));
const square = (v: Vector): Vector => v.map((value) => value * value);
/** What Σ b_i Φ_i lacks for each tree up to order 3, no matter what stands for the Jacobian: Rang and Angermann, table 1. */
function defects({ alpha, gamma }: Tableau, b: Vector, theta = 1): Readonly<Record<string, number>> {
  const ones = b.map(() => 1);
  const a = times(alpha, ones);
  const g = times(gamma, ones);
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
function stability({ alpha, gamma }: Tableau, z: number, b: Vector): number {
  const ones = b.map(() => 1);
  const matrix = alpha.flatMap((row, i) => row.map((value, j) => (i === j ? 1 : 0) - z * (value + gamma[i][j])));
  const k = Float64Array.from(ones);
  linearSolve(Float64Array.from(matrix), k);
  return 1 + z * dot(b, [...k]);
}

const secondOrder = ['Σ b', 'Σ b α', 'Σ b γ'];

describe('the tableau ROS34PW2', () => {
  const { alpha, gamma, weights, embedded } = ros34pw2;

  it('meets all eight conditions of order 3 with any matrix, and its embedded method the three of order 2', () => {
    for (const [tree, defect] of Object.entries(defects(ros34pw2, weights)))
      expect(Math.abs(defect), tree).toBeLessThan(1e-15);
    const second = defects(ros34pw2, embedded);
    for (const tree of secondOrder) expect(Math.abs(second[tree]), tree).toBeLessThan(1e-15);
    expect(Math.abs(second['Σ b α²'])).toBeGreaterThan(0.05); // else the error would estimate nothing
  });

  it('damps what is infinitely stiff to nought (L-stable), the embedded method to less than half', () => {
    expect(Math.abs(stability(ros34pw2, -1e12, weights))).toBeLessThan(1e-11);
    expect(Math.abs(stability(ros34pw2, -1e12, embedded))).toBeCloseTo(0.478, 3); // as PETSc says: strongly A-stable
    for (let z = -1e-3; z > -1e8; z *= 1.1) expect(Math.abs(stability(ros34pw2, z, weights))).toBeLessThan(1);
  });

  it('is stiffly accurate: the last stage stands at the end of the step', () => {
    alpha[3].forEach((value, j) => expect(value + gamma[3][j]).toBeCloseTo(weights[j], 15));
    expect(inIncrements(ros34pw2).time[3]).toBe(1);
  });

  it('joins the ends of a step to order 2 with any matrix, and by the weights of the method at the end', () => {
    for (const theta of [0.2, 0.5, 0.8, 1]) {
      const b = weightsAt(ros34pw2, theta);
      const lacks = defects(ros34pw2, b, theta);
      for (const tree of [...secondOrder, 'Σ b α²']) expect(Math.abs(lacks[tree]), tree).toBeLessThan(2e-15);
      // With the exact Jacobian the two last trees count together only.
      const exact = lacks['Σ b α α'] + lacks['Σ b α γ'] + lacks['Σ b γ α'] + lacks['Σ b γ γ'];
      expect(Math.abs(exact)).toBeLessThan(2e-15);
      if (theta === 1) b.forEach((value, j) => expect(value).toBeCloseTo(weights[j], 14));
    }
  });
});

describe('the tableau ROS2', () => {
  const { alpha, weights, embedded } = ros2;

  it('meets the three conditions of order 2 with any matrix, both ways, and of order 3 the one of what bends', () => {
    for (const b of [weights, embedded]) {
      const lacks = defects(ros2, b);
      for (const tree of secondOrder) expect(Math.abs(lacks[tree]), tree).toBeLessThan(1e-15);
    }
    expect(Math.abs(defects(ros2, weights)['Σ b α²'])).toBeLessThan(1e-15);
    expect(Math.abs(defects(ros2, embedded)['Σ b α²'])).toBeGreaterThan(0.05); // else the error would not see it
  });

  it('damps what is infinitely stiff to nought (L-stable), and tells twice of it as its error, never nought', () => {
    expect(Math.abs(stability(ros2, -1e12, weights))).toBeLessThan(1e-11);
    expect(Math.abs(stability(ros2, -1e12, embedded))).toBeCloseTo(2.06, 2);
    for (let z = -1e-3; z > -1e8; z *= 1.1) expect(Math.abs(stability(ros2, z, weights))).toBeLessThan(1);
  });

  it('has its last stage where the next step begins', () => {
    expect(alpha[2]).toEqual(weights);
    expect(inIncrements(ros2).last).toBe(0);
  });

  it('tells 1.3 times the error of a decay that it resolves', () => {
    const z = -1e-3;
    const error = stability(ros2, z, weights) - Math.exp(z);
    const told = stability(ros2, z, weights) - stability(ros2, z, embedded);
    expect(Math.abs(told / error)).toBeCloseTo(1.28, 1);
  });

  it('joins the ends of a step by its weights', () => {
    weightsAt(ros2, 1).forEach((value, j) => expect(value).toBeCloseTo(weights[j], 15));
    for (const theta of [0.2, 0.5, 0.8]) {
      const lacks = defects(ros2, weightsAt(ros2, theta), theta);
      for (const tree of ['Σ b', 'Σ b α']) expect(Math.abs(lacks[tree]), tree).toBeLessThan(1e-15);
      expect(Math.abs(lacks['Σ b γ'])).toBeLessThanOrEqual((1 - Math.SQRT1_2) / 4);
    }
  });
});

/** b_i(θ), out of the increments. */
function weightsAt({ gamma, ...rest }: Tableau, theta: number): Vector {
  const inside = inIncrements({ gamma, ...rest }).joining.map(([p, q, r]) => theta * (p + theta * (q + theta * r)));
  return gamma.map((_, j) => inside.reduce((sum, value, i) => sum + value * gamma[i][j], 0));
}

describe.each([
  ['ROS34PW2', ros34pw2],
  ['ROS2', ros2],
])('%s in increments', (_, tableau) => {
  it('is the same method', () => {
    const { alpha, gamma, weights, embedded } = tableau;
    const method = inIncrements(tableau);
    // One step of y' = −y² by both forms, with 3 in the place of the Jacobian.
    const [y, h, j] = [0.7, 0.3, 3];
    const f = (x: number): number => -x * x;
    const k: number[] = [];
    const u: number[] = [];
    for (let i = 0; i < weights.length; i++) {
      const partial = (row: Vector, of: Vector): number => of.reduce((sum, value, n) => sum + row[n] * value, 0);
      k.push((h * f(y + partial(alpha[i], k)) + h * j * partial(gamma[i], k)) / (1 - h * j * gamma[i][i]));
      const rightSide = f(y + partial(method.state[i], u)) + partial(method.slope[i], u) / h;
      u.push(rightSide / (1 / (method.gamma * h) - j));
    }
    const before = method.state.at(-1)!.reduce((sum, value, i) => sum + (i < u.length - 1 ? value * u[i] : 0), 0);
    expect(before + method.last * u.at(-1)!).toBeCloseTo(dot(weights, k), 14);
    expect(dot(method.error, u)).toBeCloseTo(dot(weights, k) - dot(embedded, k), 14);
  });
});
