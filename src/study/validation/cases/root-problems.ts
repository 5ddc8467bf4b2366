/**
 * Published root-finding problems.
 *
 * [1] G. E. Alefeld, F. A. Potra, Yixun Shi, Algorithm 748: enclosing zeros of
 *     continuous functions, ACM Trans. Math. Softw. 21 (1995) 327–344:
 *     the kinds of its test set, with roots in closed form or from OEIS.
 * [2] A. Dekker's cubic x³ − 2x − 5, root 2.0945514815423265914… (J. Wallis, 1685; OEIS A007493).
 *
 * Roots that have no closed form are the digits of the constant's own table.
 */
export const rootProblems = [
  {
    name: 'Wallis x³ − 2x − 5 [2]',
    f: (x: number) => x * x * x - 2 * x - 5,
    bracket: [2, 3],
    root: 2.0945514815423266,
  },
  {
    name: 'cos x = x, the Dottie number (OEIS A003957)',
    f: (x: number) => Math.cos(x) - x,
    bracket: [0, 1],
    root: 0.7390851332151607,
  },
  {
    name: 'x eˣ = 1, the omega constant (OEIS A030178)',
    f: (x: number) => x * Math.exp(x) - 1,
    bracket: [-1, 1],
    root: 0.5671432904097838,
  },
  {
    name: '[1] sin x − x/2 on [π/2, π]',
    f: (x: number) => Math.sin(x) - x / 2,
    bracket: [Math.PI / 2, Math.PI],
    root: 1.8954942670339809,
  },
  {
    name: '[1] xⁿ − a with n = 12, a = 0.2',
    f: (x: number) => Math.exp(12 * Math.log(x)) - 0.2,
    bracket: [1e-12, 5],
    root: Math.exp(Math.log(0.2) / 12),
  },
  {
    name: '[1] x e^(−1/x²), flat at 0',
    f: (x: number) => (x === 0 ? 0 : x * Math.exp(-1 / (x * x))),
    bracket: [-1, 4],
    root: 0,
    printed: 0.05,
  },
] as const satisfies readonly {
  name: string;
  f: (x: number) => number;
  bracket: readonly [number, number];
  root: number;
  printed?: number;
}[];

/**
 * The data that Fritsch and Carlson took from Lawrence Livermore's radiochemical
 * work (RPN 14): F. N. Fritsch, R. E. Carlson, SIAM J. Numer. Anal. 17 (1980), table 1.
 */
export const rpn14 = {
  x: [7.99, 8.09, 8.19, 8.7, 9.2, 10, 12, 15, 20],
  y: [0, 2.76429e-5, 4.37498e-2, 0.169183, 0.469428, 0.94374, 0.998636, 0.999919, 0.999994],
} as const;

/**
 * Quantiles of the standard normal distribution, NIST/SEMATECH e-Handbook of
 * Statistical Methods, 1.3.6.7.1, and the 15-digit values in common tables.
 */
export const normalQuantiles = [
  [0.5, 0],
  [0.75, 0.674489750196082],
  [0.9, 1.2815515655446],
  [0.95, 1.64485362695147],
  [0.975, 1.95996398454005],
  [0.99, 2.32634787404084],
  [0.995, 2.5758293035489],
  [0.999, 3.09023230616781],
] as const;
