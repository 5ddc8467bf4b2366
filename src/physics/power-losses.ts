/**
 * Losses of electrical equipment against its load, from printed efficiencies.
 *
 * One quadratic serves transformers, UPS, PDUs, power shelves and regulators:
 * a constant part (magnetizing, control), one proportional to the output
 * (semiconductors) and one to its square (copper). Leaves out temperature and
 * power factor. Used by the power chain and by servers; a UPS in eco mode is
 * the same machine with another set of points.
 */

import { NotConvergedError, OutOfRangeError, requireRange } from '../errors.ts';
import { leastSquares } from '../numerics/linear-solve.ts';

/** Loss of one machine, P_rated (a + b x + c x²) at x = output / rated output. */
export interface PowerLoss {
  /** Loss [W] at an output [W], ≥ 0. */
  loss(output: number): number;
  /** a, loss without output over rated output [1], ≥ 0. */
  readonly constantShare: number;
  /** b, loss in proportion to output [1], ≥ 0. */
  readonly linearShare: number;
  /** c, loss with the output's square [1], ≥ 0. */
  readonly squareShare: number;
  /** Largest distance between a printed efficiency and the curve's [1]. */
  readonly worstError: number;
}

/** Powers of x that a curve may use, in the order in which equally good ones are taken. */
const termSets: readonly (readonly number[])[] = [[0, 1, 2], [1], [0, 1], [0, 2], [1, 2], [0], [2]];

/** Squared distances closer than this are one: below any printed digit. */
const sameDistance = 1e-16;

/**
 * Losses of a machine from its printed efficiencies.
 *
 *     loss = P (a + b x + c x²),  x = output/P,  η = x/(x + loss/P),  a, b, c ≥ 0
 *
 * The three shares are those that come nearest to the printed efficiencies in
 * the sense of least squares, with none of them negative: every set of terms
 * is tried and the nearest one kept. Through one to three points of a real
 * machine the curve is exact: one point is taken as a constant efficiency, two
 * as a constant and a proportional loss. Where the points would need a
 * negative share, or are more than three, `worstError` tells how far off it is.
 *
 * Holds for: the printed loads; between 0 and 1.2 of rated output it continues
 * as machines of this kind do.
 *
 * @param ratedOutput P [W], > 0
 * @param loads x of each point [1], above 0 … 1.5
 * @param efficiencies η of each point, output over input [1], above 0 … 1
 * @returns the loss as a function of output, its shares and their error
 * @throws {OutOfRangeError} for a point or a rating outside its range, or none at all
 */
export function preparePowerLoss(
  ratedOutput: number,
  loads: ArrayLike<number>,
  efficiencies: ArrayLike<number>,
): PowerLoss {
  requireRange('rated output', ratedOutput, [Number.MIN_VALUE, Number.MAX_VALUE], 'W');
  requireRange('number of efficiency points', loads.length, [1, Number.MAX_VALUE], '');
  requireRange('number of efficiencies', efficiencies.length, [loads.length, loads.length], '');
  for (let i = 0; i < loads.length; i++) requirePoint(loads[i]!, efficiencies[i]!);

  let [a, b, c] = [NaN, NaN, NaN];
  let nearest = Infinity;
  for (const terms of termSets) {
    if (terms.length > loads.length) continue;
    const shares = sharesOfTerms(terms, loads, efficiencies);
    if (shares === undefined) continue;
    const distance = squaredDistance(shares, loads, efficiencies);
    if (!(distance < nearest - sameDistance)) continue;
    nearest = distance;
    [a, b, c] = shares;
  }
  const squarePerOutput = c / ratedOutput;
  const constant = a * ratedOutput;
  return {
    loss: (output) => constant + output * (b + squarePerOutput * output),
    constantShare: a,
    linearShare: b,
    squareShare: c,
    worstError: worstError([a, b, c], loads, efficiencies),
  };
}

/** a, b, c. */
type Shares = readonly [number, number, number];

/** The nearest shares that use these powers of x alone, or nothing where one would be negative. */
function sharesOfTerms(
  terms: readonly number[],
  loads: ArrayLike<number>,
  efficiencies: ArrayLike<number>,
): Shares | undefined {
  const rows: number[][] = [];
  const losses: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < loads.length; i++) {
    const x = loads[i]!;
    const efficiency = efficiencies[i]!;
    rows.push(terms.map((power) => [1, x, x * x][power]!));
    losses.push(x / efficiency - x);
    // dη = −η²/x d(loss/P): the distance is measured in efficiency.
    const toEfficiency = (efficiency * efficiency) / x;
    weights.push(toEfficiency * toEfficiency);
  }
  const shares: [number, number, number] = [0, 0, 0];
  const fitted = fittedTerms(rows, losses, weights);
  if (fitted === undefined) return undefined;
  for (let j = 0; j < terms.length; j++) {
    const share = Math.abs(fitted[j]!) < 1e-12 ? 0 : fitted[j]!;
    if (!(share >= 0)) return undefined;
    shares[terms[j]!] = share;
  }
  return shares;
}

/** Points at one load do not determine two terms; they leave fewer. */
function fittedTerms(
  rows: readonly (readonly number[])[],
  losses: readonly number[],
  weights: readonly number[],
): ArrayLike<number> | undefined {
  try {
    return leastSquares(rows, losses, weights);
  } catch (error) {
    if (error instanceof NotConvergedError) return undefined;
    throw error;
  }
}

function efficiencyAt([a, b, c]: Shares, x: number): number {
  return x / (x + a + b * x + c * x * x);
}

function squaredDistance(shares: Shares, loads: ArrayLike<number>, efficiencies: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < loads.length; i++) {
    const miss = efficiencyAt(shares, loads[i]!) - efficiencies[i]!;
    sum += miss * miss;
  }
  return sum;
}

function worstError(shares: Shares, loads: ArrayLike<number>, efficiencies: ArrayLike<number>): number {
  let worst = 0;
  for (let i = 0; i < loads.length; i++) {
    worst = Math.max(worst, Math.abs(efficiencyAt(shares, loads[i]!) - efficiencies[i]!));
  }
  return worst;
}

function requirePoint(load: number, efficiency: number): void {
  if (!(load > 0 && load <= 1.5)) throw new OutOfRangeError('load of an efficiency point', load, [0, 1.5], '[1]');
  if (!(efficiency > 0 && efficiency <= 1)) throw new OutOfRangeError('efficiency', efficiency, [0, 1], '[1]');
}
