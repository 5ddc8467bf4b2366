/**
 * Lambert's W on its principal branch at negative arguments.
 *
 * W₀(−1/e) = −1 and W₀(−ln 2/2) = −ln 2 by definition; −Ω² → −Ω with the omega
 * constant of OEIS A030178 (Corless et al., Adv. Comput. Math. 5 (1996), §2).
 */
const omega = 0.567143290409783873;
export const lambertBranch = [
  { argument: -Math.LN2 / 2, value: -Math.LN2 },
  { argument: -omega * omega, value: -omega },
  { argument: -0.25 * Math.exp(-0.25), value: -0.25 },
  { argument: -1e-3 * Math.exp(-1e-3), value: -1e-3 },
] as const;
