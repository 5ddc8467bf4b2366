/**
 * How many hours a year a plant falls below its capacity because machines
 * fail: failures drawn from published rates, their harm from transients of the
 * plant itself, so that an outage shorter than the ride-through does none.
 */

import type { Library } from '../library/library.ts';
import { uniformStream } from '../scenario/weather/seeded-noise.ts';
import { type Component, componentsOf } from './availability/component.ts';
import { type Consequence, consequencesOf } from './availability/consequence.ts';
import { failureCourse, type Losses } from './availability/course.ts';
import { batchEstimate, type Estimate } from './availability/estimate.ts';
import { transientOf } from './ridethrough/plant-change.ts';
import { assembleScenario, type PreparedScenario } from './scenario-run.ts';

export interface AvailabilityQuestion {
  /** Whole number ≥ 0; the same seed gives the same years. */
  readonly seed: number;
  /** Half width of the 95 % interval over the mean at which it stops [1]. */
  readonly halfWidth: number;
  /** Years after which it stops in any case. */
  readonly mostYears: number;
  /** Part of the failures that take all units of a group [1]; what the records say where absent. */
  readonly commonCause?: number;
  /** Hears how many transients and years there were. */
  readonly onProgress?: (transients: number, years: number) => void;
}

export interface ComponentShare extends Component {
  /** Part of the time below capacity in which a unit of it was out of order [1]; NaN where there was none. */
  readonly share: number;
  /** What one or all of its units alone do. */
  readonly one: Consequence;
  readonly all: Consequence;
}

export interface Availability {
  readonly name: string;
  readonly title: string;
  readonly chips: number;
  /** Chips at a loss in this hour with all in order [chip]. */
  readonly lostInOrder: number;
  readonly components: readonly ComponentShare[];
  readonly unfailing: readonly string[];
  /** Hours a year below capacity, and in states that would be if they lasted [h/year]. */
  readonly hoursBelow: Estimate;
  readonly hoursHarmful: Estimate;
  /** [1/year], [chip·h/year] */
  readonly outages: Estimate;
  readonly lostChipHours: Estimate;
  /** Part of the time at capacity [1]. */
  readonly availability: number;
  readonly years: number;
  readonly seed: number;
  /** The half width was reached. */
  readonly isSettled: boolean;
  readonly failures: number;
  readonly transients: number;
}

/** A year [s], and years of a batch; batches before any judgement. */
const year = 8760 * 3600;
const batchYears = 100;
const fewestBatches = 30;

/**
 * Availability of the cooling of a plant.
 */
export function availabilityOf(
  prepared: PreparedScenario,
  library: Library,
  question: AvailabilityQuestion,
): Availability {
  const { scenario } = prepared;
  const transient = transientOf(scenario);
  const { components, unfailing } = componentsOf(assembleScenario(prepared), transient, library, question.commonCause);
  let years = 0;
  const tell = question.onProgress ?? (() => undefined);
  const consequences = consequencesOf({ prepared, transient }, components, (count) => tell(count, years));
  const alone = components.map(({ units }, i) => ({
    one: consequences.of(components.map((_, j) => (j === i ? 1 : 0))),
    all: consequences.of(components.map((_, j) => (j === i ? units : 0))),
  }));
  const course = failureCourse(components, consequences.of, uniformStream(question.seed));
  const batches: Losses[] = [];
  const estimateOf = (pick: (losses: Losses) => number) => batchEstimate(batches.map((b) => pick(b) / batchYears));
  const isSettled = () => {
    const { mean, halfWidth } = estimateOf(({ below }) => below);
    return mean > 0 && halfWidth <= question.halfWidth * mean;
  };
  while (batches.length < fewestBatches || (!isSettled() && years + batchYears <= question.mostYears)) {
    batches.push(course.advance(batchYears * year));
    years += batchYears;
    tell(consequences.count(), years);
  }
  const below = batches.reduce((sum, batch) => sum + batch.below, 0);
  const hoursBelow = estimateOf((batch) => batch.below / 3600);
  return {
    name: scenario.name,
    title: scenario.title,
    chips: consequences.chips,
    lostInOrder: consequences.lostInOrder,
    components: components.map((component, i) => ({
      ...component,
      ...alone[i]!,
      share: batches.reduce((sum, batch) => sum + batch.belowWith[i]!, 0) / below,
    })),
    unfailing,
    hoursBelow,
    hoursHarmful: estimateOf((batch) => batch.harmful / 3600),
    outages: estimateOf((batch) => batch.outages),
    lostChipHours: estimateOf((batch) => batch.lostChipTime / 3600),
    availability: 1 - hoursBelow.mean / 8760,
    years,
    seed: question.seed,
    isSettled: isSettled(),
    failures: batches.reduce((sum, batch) => sum + batch.failures, 0),
    transients: consequences.count(),
  };
}
