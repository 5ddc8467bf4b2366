/**
 * Load of a training job as hourly means: square swings between computing and
 * exchanging, and dips for checkpoints, integrated exactly. The swings of
 * seconds themselves matter to a transient, not to a year.
 */

import { hoursPerYear, secondsPerHour } from '../../constants.ts';

export interface TrainingJob {
  /** [1] */
  readonly high: number;
  /** [1] */
  readonly low: number;
  /** Of an iteration [s] */
  readonly period: number;
  /** Share of the iteration at `high`, first [1] */
  readonly duty: number;
  /** [s]; no checkpoints where absent */
  readonly checkpointEvery?: number;
  /** [s] */
  readonly checkpointTime: number;
  /** [1] */
  readonly checkpointUtilisation: number;
}

/**
 * Means of the 8760 hours.
 *
 *     U(t) = ∫ u dt,   mean of hour i = (U(t_i+1) − U(t_i)) / 3600 s
 *
 * Time runs in rounds of `checkpointEvery`: iterations first, which start
 * afresh, then a checkpoint of `checkpointTime` that ends the round.
 */
export function trainingMeans(job: TrainingJob): Float64Array {
  const means = new Float64Array(hoursPerYear);
  let before = 0;
  for (let i = 0; i < hoursPerYear; i++) {
    const after = integral(job, (i + 1) * secondsPerHour);
    means[i] = Math.min(1, Math.max(0, (after - before) / secondsPerHour));
    before = after;
  }
  return means;
}

/** ∫ u dt [s] from the beginning of the job to t [s]. */
function integral(job: TrainingJob, t: number): number {
  const every = job.checkpointEvery;
  if (every === undefined) return iterations(job, t);
  const computing = Math.max(0, every - job.checkpointTime);
  const rounds = Math.floor(t / every);
  const rest = t - rounds * every;
  const round = iterations(job, computing) + (every - computing) * job.checkpointUtilisation;
  const begun =
    rest <= computing
      ? iterations(job, rest)
      : iterations(job, computing) + (rest - computing) * job.checkpointUtilisation;
  return rounds * round + begun;
}

/** ∫ u dt [s] of iterations alone, from their start. */
function iterations(job: TrainingJob, t: number): number {
  const whole = Math.floor(t / job.period);
  const rest = t - whole * job.period;
  const high = job.duty * job.period;
  const perIteration = high * job.high + (job.period - high) * job.low;
  return whole * perIteration + Math.min(rest, high) * job.high + Math.max(0, rest - high) * job.low;
}
