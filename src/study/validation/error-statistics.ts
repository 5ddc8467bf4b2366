/**
 * The errors of one case in a few numbers: how many, mean, the largest of the
 * best nine tenths, the largest. Read by the tests, the command and the page.
 */

import type { Sample, ValidationCase } from './validation-case.ts';

export interface ErrorStatistics {
  readonly count: number;
  /** Mean of the magnitudes. */
  readonly mean: number;
  /** At least nine tenths of the magnitudes are no larger. */
  readonly p90: number;
  readonly largest: number;
  /** The largest share of what is allowed that a sample uses up [1]; above 1 it is broken. */
  readonly use: number;
  /** Every sample within its tolerance. An error that is no number is none. */
  readonly passes: boolean;
}

/** The error of a sample: [1] if relative, else in the unit of the case; positive where ours is larger. */
export function sampleError(scale: ValidationCase['scale'], { published, ours }: Sample): number {
  return scale === 'relative' ? ours / published - 1 : ours - published;
}

/** The share of what is allowed that a sample uses up [1]; endless where its error is no number. */
export function toleranceUse({ scale, tolerance }: Allowance, sample: Sample): number {
  const error = Math.abs(sampleError(scale, sample));
  if (error === 0) return 0;
  const use = error / (sample.tolerance ?? tolerance);
  return Number.isNaN(use) ? Infinity : use;
}

type Allowance = Pick<ValidationCase, 'scale' | 'tolerance'>;

/**
 * The statistics of a case.
 *
 * p90 is the ⌈0.9 n⌉-th of the ordered magnitudes (nearest rank): always one
 * of the errors, never a value between two. A case without samples does not pass.
 */
export function errorStatistics(allowance: Allowance, samples: readonly Sample[]): ErrorStatistics {
  const ordered = samples
    .map((sample) => Math.abs(sampleError(allowance.scale, sample)))
    .map((error) => (Number.isNaN(error) ? Infinity : error))
    .sort((a, b) => a - b);
  const count = ordered.length;
  const use = Math.max(0, ...samples.map((sample) => toleranceUse(allowance, sample)));
  return {
    count,
    mean: ordered.reduce((sum, error) => sum + error, 0) / count,
    p90: ordered[Math.ceil(0.9 * count) - 1] ?? NaN,
    largest: ordered[count - 1] ?? NaN,
    use,
    passes: count > 0 && use <= 1,
  };
}
