/**
 * The coefficients of the stiff integrator: two published tableaus, and what
 * follows from them by algebra, worked out once when this file is loaded.
 *
 *     k_i = h f(t + α_i h, y + Σ α_ij k_j) + h J Σ γ_ij k_j
 *     y₁ = y + Σ b_i k_i,   ŷ₁ = y + Σ b̂_i k_i
 *
 * Both are W-methods: they keep their order with any matrix in the place of the Jacobian J.
 */

import { linearSolve } from './linear-solve.ts';

type Rows = readonly (readonly number[])[];

export interface Tableau {
  /** α_ij and γ_ij, by stages. */
  readonly alpha: Rows;
  readonly gamma: Rows;
  /** b_i, and b̂_i of the embedded method, whose difference is the error. */
  readonly weights: readonly number[];
  readonly embedded: readonly number[];
  /** b_i(θ) inside a step, by powers: the factors of θ, θ² and θ³. */
  readonly inside: readonly [readonly number[], readonly number[], readonly number[]];
}

const gamma4 = 4.35866521508459e-1;
const stages4 = {
  alpha: [
    [0, 0, 0, 0],
    [8.7173304301691801e-1, 0, 0, 0],
    [8.4457060015369423e-1, -1.1299064236484185e-1, 0, 0],
    [0, 0, 1, 0],
  ],
  gamma: [
    [gamma4, 0, 0, 0],
    [-8.7173304301691801e-1, gamma4, 0, 0],
    [-9.0338057013044082e-1, 5.4180672388095326e-2, gamma4, 0],
    [2.4212380706095346e-1, -1.2232505839045147, 5.4526025533510214e-1, gamma4],
  ],
};

/**
 * ROS34PW2: four stages, order 3, L-stable, stiffly accurate; embedded order 2.
 *
 * Inside a step b_i(θ) meets
 *
 *     Σ b_i = θ,  Σ b_i α_i = θ²/2,  Σ b_i Γ_i = 0,  Σ b_i α_i² = θ³/3
 *
 * with α_i and Γ_i the row sums: four conditions for four weights, of which θ = 1
 * gives those of the method. Order 2 with any matrix and 3 with the exact Jacobian.
 * Made of damped increments, so that a decay too fast to be resolved leaves no
 * overshoot between the ends, as the slopes of a Hermite cubic would.
 *
 * Digits as in PETSc 3.22, `TSROSWRA34PW2` in src/ts/impls/rosw/rosw.c (BSD 2-clause), which cites
 * J. Rang, L. Angermann, BIT 45 (2005) 761–787; the article itself was not at hand, the
 * order conditions are therefore tested.
 */
export const ros34pw2: Tableau = {
  ...stages4,
  weights: [2.4212380706095346e-1, -1.2232505839045147, 1.545260255335102, gamma4],
  embedded: [3.7810903145819369e-1, -9.6042292212423178e-2, 0.5, 2.179332607542295e-1],
  inside: weightsInside(stages4),
};

const gamma2 = 1 - Math.SQRT1_2;

/**
 * ROS2 with γ = 1 − 1/√2 and b₂ = 3/4: two stages, order 2, L-stable. What bends in
 * the derivative or in the forcing it keeps to order 3 (Σ b α² = 1/3). A third
 * stage stands at the end of the step, where the next step begins, so that its
 * derivative costs nothing where the forcing does not jump:
 *
 *     y₁ − ŷ₁ = (k₁ − 3 k₂ + 2 k₃)/8
 *
 * is of third order, for y' = λy 1.3 times the error of the method itself, and twice what
 * is too stiff to be resolved. Inside a step b_i(θ) keeps Σ b_i = θ and Σ b_i α_i = θ²/2 alone:
 * order 1, the error at most γ/4 h² J f; look there after a step of ROS34PW2.
 *
 * The family with b₂ free is of J. G. Verwer, E. J. Spee, J. G. Blom, W. Hundsdorfer, SIAM J. Sci. Comput. 20
 * (1999) 1456–1480, not at hand: the order conditions are tested. The third stage is ours.
 */
export const ros2: Tableau = {
  alpha: [
    [0, 0, 0],
    [2 / 3, 0, 0],
    [1 / 4, 3 / 4, 0],
  ],
  gamma: [
    [gamma2, 0, 0],
    [(-4 / 3) * gamma2, gamma2, 0],
    [-2 * gamma2, 0, gamma2],
  ],
  weights: [1 / 4, 3 / 4, 0],
  embedded: [1 / 8, 9 / 8, -1 / 4],
  inside: [
    [1, 0, 0],
    [-3 / 4, 3 / 4, 0],
    [0, 0, 0],
  ],
};

/** A method in increments; by stages where not said otherwise. */
export interface RosenbrockMethod {
  readonly gamma: number;
  /** α_i, the time of a stage in steps. */
  readonly time: readonly number[];
  readonly state: Rows;
  readonly slope: Rows;
  /** Of the last increment in y₁, beside the state of the last stage. */
  readonly last: number;
  readonly error: readonly number[];
  /** y(t + θh) = y + Σ (d_i1 θ + d_i2 θ² + d_i3 θ³) u_i */
  readonly joining: Rows;
}

/**
 * The same method in increments u_i = Σ γ_ij k_j, which spares every product with J:
 *
 *     (I/(γh) − J) u_i = f(t + α_i h, y + Σ a_ij u_j) + Σ (c_ij/h) u_j
 *     a = α Γ⁻¹,   c = I/γ − Γ⁻¹,   y₁ = y + Σ a_sj u_j + last u_s,   y₁ − ŷ₁ = Σ e_i u_i
 *
 * Only for a tableau whose last stage stands at the end of the step, with or without
 * its own increment, as both here do.
 *
 * E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, 2nd ed., section IV.7,
 * as retold in PETSc's source; derived here from the definition above.
 */
export function inIncrements({ alpha, gamma, weights, embedded, inside }: Tableau): RosenbrockMethod {
  const inverseGamma = gamma.map((_, i) =>
    leftSolve(
      gamma,
      gamma.map((_row, j) => (i === j ? 1 : 0)),
    ),
  );
  const state = alpha.map((row) => leftSolve(gamma, row));
  const powers = inside.map((b) => leftSolve(gamma, b));
  const s = weights.length - 1;
  return {
    gamma: gamma[0][0],
    time: alpha.map((row) => row.reduce((sum, value) => sum + value, 0)),
    state,
    slope: inverseGamma.map((row, i) => row.map((value, j) => (j < i ? -value : 0))),
    last: Math.round(leftSolve(gamma, weights)[s]),
    error: leftSolve(
      gamma,
      weights.map((b, i) => b - embedded[i]),
    ),
    joining: weights.map((_, i) => powers.map((power) => power[i])),
  };
}

/** x of xᵀ M = vᵀ, by rows. */
function leftSolve(matrix: Rows, v: readonly number[]): readonly number[] {
  const x = Float64Array.from(v);
  linearSolve(Float64Array.from(matrix[0].flatMap((_, j) => matrix.map((row) => row[j]))), x);
  return [...x];
}

function weightsInside({ alpha, gamma }: Pick<Tableau, 'alpha' | 'gamma'>): Tableau['inside'] {
  const sums = (rows: Rows): readonly number[] => rows.map((row) => row.reduce((sum, value) => sum + value, 0));
  const times = sums(alpha);
  const conditions = Float64Array.from(
    [times.map(() => 1), times, sums(gamma), times.map((time) => time * time)].flat(),
  );
  const solved = (rightSide: readonly number[]): readonly number[] => {
    const b = Float64Array.from(rightSide);
    linearSolve(conditions.slice(), b);
    return [...b];
  };
  return [solved([1, 0, 0, 0]), solved([0, 1 / 2, 0, 0]), solved([0, 0, 0, 1 / 3])];
}
