/**
 * What the integrator asks of a linear solver: factors of s I − A, taken
 * anew for each s and A, and used for many right-hand sides.
 */

export interface ShiftedFactors {
  /**
   * Takes the factors of s I − A.
   *
   * @param shift s
   * @param values A at the places of the pattern
   * @returns −1, or the column whose pivot cannot be told from nought; there are no factors then
   */
  factorise(shift: number, values: Float64Array): number;
  /** Overwrites b by x of (s I − A) x = b. */
  solve(b: Float64Array): void;
}
