/**
 * Birth–death chains at rest: how probable each number of broken units is,
 * exactly. The witness of every simulation of failures and repairs.
 */

import { OutOfRangeError } from '../errors.ts';

/**
 * Stationary probabilities of a birth–death chain.
 *
 *     π_k+1 / π_k = λ_k / μ_k+1            Σ π = 1
 *
 * Each pair of neighbours is passed as often upwards as downwards at rest.
 *
 * Holds for: a finite chain, all rates positive and constant.
 *
 * @param births λ_0 … λ_n−1, from k to k + 1 [1/s], each > 0
 * @param deaths μ_1 … μ_n, from k to k − 1 [1/s], each > 0, as many as births
 * @returns π_0 … π_n [1]
 * @throws {OutOfRangeError} for a rate that is not positive and finite, or lists of unlike length
 *
 * The balance of a cut; any text on Markov chains.
 */
export function stationaryProbabilities(births: readonly number[], deaths: readonly number[]): readonly number[] {
  if (births.length !== deaths.length)
    throw new OutOfRangeError('deaths', deaths.length, [births.length, births.length], 'rates');
  for (const rate of [...births, ...deaths])
    if (!(rate > 0 && rate < Infinity)) throw new OutOfRangeError('rate', rate, [0, Number.MAX_VALUE], '1/s');
  const weights = [1];
  for (let k = 0; k < births.length; k++) weights.push((weights[k]! * births[k]!) / deaths[k]!);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

/** Units of one kind with a repair crew for each. */
export interface RepairedUnits {
  readonly units: number;
  /** Units that must run. */
  readonly needed: number;
  /** λ of one unit [1/s], and its mean time to repair [s]. */
  readonly failureRate: number;
  readonly repairTime: number;
}

/**
 * Part of the time in which at least k of n units run, exactly.
 *
 *     λ_j = (n − j) λ,  μ_j = j / τ         A = Σ π_j over j ≤ n − k
 *
 * Holds for: units that fail and are repaired independently, each by a crew of
 * its own, at constant rates; all units run, also those to spare.
 *
 * @returns A [1]
 * @throws {OutOfRangeError} for rates that are not positive, or more needed than there are
 */
export function availabilityOfUnits({ units, needed, failureRate, repairTime }: RepairedUnits): number {
  if (!(needed >= 0 && needed <= units)) throw new OutOfRangeError('needed', needed, [0, units], 'units');
  const births = Array.from({ length: units }, (_, j) => (units - j) * failureRate);
  const deaths = Array.from({ length: units }, (_, j) => (j + 1) / repairTime);
  return stationaryProbabilities(births, deaths)
    .slice(0, units - needed + 1)
    .reduce((a, b) => a + b, 0);
}
