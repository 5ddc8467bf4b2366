/**
 * The coefficients of the stiff integrator: the published tableau, and what
 * follows from it by algebra, worked out once when this file is loaded.
 */

import { linearSolve } from './linear-solve.ts';

type Row = readonly [number, number, number, number];

/**
 * ROS34PW2: four stages, order 3 with any matrix in the place of the Jacobian
 * (a W-method), L-stable, stiffly accurate; embedded order 2.
 *
 *     k_i = h f(t + α_i h, y + Σ α_ij k_j) + h J Σ γ_ij k_j
 *     y₁ = y + Σ b_i k_i,   ŷ₁ = y + Σ b̂_i k_i
 *
 * Digits as in PETSc 3.22, `TSROSWRA34PW2` in src/ts/impls/rosw/rosw.c (BSD 2-clause), which cites
 * J. Rang, L. Angermann, BIT 45 (2005) 761–787; the article itself was not at hand, the
 * order conditions are therefore tested.
 */
const gamma = 4.35866521508459e-1;
export const ros34pw2 = {
  alpha: [
    [0, 0, 0, 0],
    [8.7173304301691801e-1, 0, 0, 0],
    [8.4457060015369423e-1, -1.1299064236484185e-1, 0, 0],
    [0, 0, 1, 0],
  ],
  gamma: [
    [gamma, 0, 0, 0],
    [-8.7173304301691801e-1, gamma, 0, 0],
    [-9.0338057013044082e-1, 5.4180672388095326e-2, gamma, 0],
    [2.4212380706095346e-1, -1.2232505839045147, 5.4526025533510214e-1, gamma],
  ],
  weights: [2.4212380706095346e-1, -1.2232505839045147, 1.545260255335102, gamma],
  embedded: [3.7810903145819369e-1, -9.6042292212423178e-2, 0.5, 2.179332607542295e-1],
} as const satisfies { alpha: readonly Row[]; gamma: readonly Row[]; weights: Row; embedded: Row };

/** x of xᵀ M = vᵀ, by rows. */
function leftSolve(matrix: readonly (readonly number[])[], v: readonly number[]): readonly number[] {
  const x = Float64Array.from(v);
  linearSolve(Float64Array.from(matrix[0].flatMap((_, j) => matrix.map((row) => row[j]))), x);
  return [...x];
}

const unit = ros34pw2.gamma.map((_, i) => ros34pw2.gamma.map((_row, j) => (i === j ? 1 : 0)));
const inverseGamma = unit.map((row) => leftSolve(ros34pw2.gamma, row));

/**
 * The same method in increments u_i = Σ γ_ij k_j, which spares every product with J:
 *
 *     (I/(γh) − J) u_i = f(t + α_i h, y + Σ a_ij u_j) + Σ (c_ij/h) u_j
 *     a = α Γ⁻¹,   c = I/γ − Γ⁻¹,   y₁ = y + Σ a_4j u_j + u₄,   y₁ − ŷ₁ = Σ e_i u_i
 *
 * E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, 2nd ed., section IV.7,
 * as retold in PETSc's source; derived here from the definition above.
 */
export const increments = {
  gamma,
  /** α_i, the time of a stage in steps. */
  time: ros34pw2.alpha.map((row) => row[0] + row[1] + row[2] + row[3]),
  state: ros34pw2.alpha.map((row) => leftSolve(ros34pw2.gamma, row)),
  slope: inverseGamma.map((row, i) => row.map((value, j) => (j < i ? -value : 0))),
  error: leftSolve(
    ros34pw2.gamma,
    ros34pw2.weights.map((b, i) => b - ros34pw2.embedded[i]),
  ),
} as const;

/**
 * Coefficients of the polynomials that join the two ends of a step:
 *
 *     y(t + θh) = y + Σ (d_i1 θ + d_i2 θ² + d_i3 θ³) u_i
 *     Σ b_i(θ) = θ,  Σ b_i α_i = θ²/2,  Σ b_i Γ_i = 0,  Σ b_i α_i² = θ³/3
 *
 * with α_i and Γ_i the row sums: four conditions for four weights, of which
 * θ = 1 gives those of the method. Order 2 with any matrix and 3 with the exact
 * Jacobian inside the step; the error of the whole solution stays of order 3. Made
 * of damped increments, so that a decay too fast to be resolved leaves no
 * overshoot between the ends, as the slopes of a Hermite cubic would.
 *
 * @returns by increment: d_i1, d_i2, d_i3
 */
function joiningPolynomials(): readonly (readonly [number, number, number])[] {
  const alpha = increments.time;
  const rowSums = ros34pw2.gamma.map((row) => row[0] + row[1] + row[2] + row[3]);
  const conditions = [alpha.map(() => 1), alpha, rowSums, alpha.map((a) => a * a)];
  const solved = (rightSide: readonly number[]): readonly number[] => {
    const b = Float64Array.from(rightSide);
    linearSolve(Float64Array.from(conditions.flat()), b);
    return leftSolve(ros34pw2.gamma, [...b]);
  };
  const [first, second, third] = [solved([1, 0, 0, 0]), solved([0, 1 / 2, 0, 0]), solved([0, 0, 0, 1 / 3])];
  return first.map((value, i) => [value, second[i], third[i]]);
}

export const joining = joiningPolynomials();
