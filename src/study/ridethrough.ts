/**
 * What a plant needs to ride through one failure with its chips below their
 * limits: buffer volume, what the UPS carries and for how long, spare units.
 * Every answer is found by running the transient again; nothing is fitted.
 */

import { ScenarioError } from '../errors.ts';
import { didYouMean } from '../scenario/scenario-reading.ts';
import { type Failure, readFailures } from './ridethrough/failure.ts';
import { transientOf } from './ridethrough/plant-change.ts';
import { type RedundancyFindings, redundancyFindings } from './ridethrough/redundancy.ts';
import { limits as bothLimits, type Limit, type Trial, trial } from './ridethrough/trial.ts';
import { openTrials, type Trials } from './ridethrough/trials.ts';
import { type UpsFindings, upsFindings } from './ridethrough/ups.ts';
import { bufferable, type VolumeFindings, volumeFindings } from './ridethrough/volume.ts';
import type { PreparedScenario } from './scenario-run.ts';

export const solvables = ['volume', 'ups', 'redundancy', 'all'] as const;
export type Solvable = (typeof solvables)[number];

export interface RideThroughQuestion {
  /** Names of the scenario's events, or failures in words. */
  readonly failures: readonly string[];
  readonly solve: Solvable;
  /** The circuit to buffer; all liquid ones are tried where absent. */
  readonly circuit?: string;
  /** Only this limit; both where absent. */
  readonly limit?: Limit;
  /** Hears how many transients were solved. */
  readonly onTrial?: (count: number) => void;
}

export interface RideThrough {
  readonly name: string;
  readonly title: string;
  readonly failures: readonly Failure[];
  readonly limits: readonly Limit[];
  /** Length of the transients [s]. */
  readonly duration: number;
  /** Before anything fails, and with the failure as the plant stands. */
  readonly before: Trial;
  readonly asItStands: Trial;
  readonly volume: VolumeFindings | undefined;
  readonly ups: UpsFindings | undefined;
  readonly redundancy: RedundancyFindings | undefined;
  /** Transients solved. */
  readonly transients: number;
}

/**
 * Solves a failure for what would keep the chips below their limits.
 *
 * @throws {ScenarioError} with every fault of the question
 */
export function rideThrough(prepared: PreparedScenario, question: RideThroughQuestion): RideThrough {
  const { scenario } = prepared;
  const transient = transientOf(scenario);
  const failures = readFailures(question.failures, scenario, transient.duration);
  const trials = openTrials({ prepared, transient }, failures, question.onTrial ?? (() => undefined));
  const circuits = circuitsOf(trials, question);
  const limits = question.limit === undefined ? bothLimits : [question.limit];
  const before = trial({ prepared, transient: { ...transient, duration: Math.max(1, trials.since) } }, {}, 0);
  const asItStands = trials.run(trials.base);
  const wants = (what: Solvable) => question.solve === what || question.solve === 'all';
  const volume = wants('volume') ? volumeFindings(trials, circuits, limits, { before, asItStands }) : undefined;
  return {
    name: scenario.name,
    title: scenario.title,
    failures,
    limits,
    duration: trials.base.transient.duration,
    before,
    asItStands,
    volume,
    ups: wants('ups') ? upsFindings(trials, limits, volume?.circuit) : undefined,
    redundancy: wants('redundancy') ? redundancyFindings(trials, limits) : undefined,
    transients: trials.count() + 1,
  };
}

/** The circuits that may be buffered. */
function circuitsOf(trials: Trials, { circuit }: RideThroughQuestion): readonly string[] {
  const known = bufferable(trials);
  if (circuit === undefined) return known;
  if (known.includes(circuit)) return [circuit];
  const message = `found "${circuit}", which is no circuit of liquid here; ${didYouMean(circuit, known)}`;
  throw new ScenarioError([{ file: '--circuit', path: '', message }]);
}
