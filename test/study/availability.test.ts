/**
 * Failures that are drawn against chains that are solved: closed forms inside
 * the interval, as often as the interval says; and the harm read from a plant
 * against a transient of its own.
 */

import { describe, expect, it } from 'vitest';
import { availabilityOfUnits } from '../../src/numerics/birth-death.ts';
import { uniformStream } from '../../src/scenario/weather/seeded-noise.ts';
import { openModels } from '../../src/node.ts';
import { availabilityJson } from '../../src/output/availability/json.ts';
import { availabilityText } from '../../src/output/availability/text.ts';
import { availabilityOf } from '../../src/study/availability.ts';
import { type Component, componentsOf } from '../../src/study/availability/component.ts';
import { type Consequence, consequencesOf } from '../../src/study/availability/consequence.ts';
import { failureCourse, type Losses } from '../../src/study/availability/course.ts';
import { batchEstimate } from '../../src/study/availability/estimate.ts';
import { transientOf } from '../../src/study/ridethrough/plant-change.ts';
import { trial } from '../../src/study/ridethrough/trial.ts';
import { assembleScenario } from '../../src/study/scenario-run.ts';
import { projectFolder, tooWide } from '../cli/built-command.ts';
import { preparedFile } from '../laws/plants.ts';

const hour = 3600;
const year = 8760 * hour;
/** Fails five times a year and is out for a week, so that a few thousand years say much. */
const frail: Component = {
  name: 'a',
  units: 1,
  failureRate: 5 / year,
  repairTime: 168 * hour,
  commonCause: 0,
  record: 'invented',
};
const none: Consequence = { timeToLimit: Infinity, lostChips: 0 };
const harm = (timeToLimit: number): Consequence => ({ timeToLimit, lostChips: 100 });

type Rule = (broken: readonly number[]) => Consequence;

function drawn(components: readonly Component[], rule: Rule, seed: number, batches = 60): readonly Losses[] {
  const course = failureCourse(components, rule, uniformStream(seed));
  return Array.from({ length: batches }, () => course.advance(50 * year));
}

/** Part of the time below capacity. */
function partBelow(components: readonly Component[], rule: Rule, seed: number) {
  return batchEstimate(drawn(components, rule, seed).map(({ below }) => below / (50 * year)));
}

/** Of twenty seeds, how many intervals hold the truth; fewer than sixteen of 95 % has a chance of 3 in 1000. */
function covered(components: readonly Component[], rule: Rule, truth: number): number {
  return Array.from({ length: 20 }, (_, seed) => partBelow(components, rule, seed + 1)).filter(
    ({ mean, halfWidth }) => Math.abs(mean - truth) <= halfWidth,
  ).length;
}

describe('drawn failures', () => {
  it.each([
    [1, 1],
    [2, 1],
    [5, 4],
  ])('%i units, %i needed: the exact chain lies in the interval as often as it says', (units, needed) => {
    const { failureRate, repairTime } = frail;
    const exact = 1 - availabilityOfUnits({ units, needed, failureRate, repairTime });
    const rule: Rule = ([broken]) => (broken! > units - needed ? harm(0) : none);
    expect(covered([{ ...frail, units }], rule, exact)).toBeGreaterThanOrEqual(16);
  });

  it('an outage shorter than the ride-through does no harm: U e^(−μτ) is left', () => {
    const ride = 100 * hour;
    const unavailable = 1 - availabilityOfUnits({ ...frail, needed: 1 });
    const truth = unavailable * Math.exp(-ride / frail.repairTime);
    const rule: Rule = ([broken]) => (broken! > 0 ? harm(ride) : none);
    expect(truth / unavailable).toBeLessThan(0.6);
    expect(covered([frail], rule, truth)).toBeGreaterThanOrEqual(16);
    const [losses] = drawn([frail], rule, 3, 1);
    expect(losses!.lostChipTime).toBeCloseTo(100 * losses!.below, 3);
    expect(losses!.harmful).toBeGreaterThan(losses!.below);
  });

  it('common causes take both of two: π₂ = λ (π₀ + π₁) / 2μ, π₁ = π₀ λ / μ', () => {
    const ratio = frail.failureRate * frail.repairTime;
    const second = (ratio / 2) * (1 + ratio);
    const truth = second / (1 + ratio + second);
    const rule: Rule = ([broken]) => (broken === 2 ? harm(0) : none);
    expect(covered([{ ...frail, units: 2, commonCause: 1 }], rule, truth)).toBeGreaterThanOrEqual(16);
  });

  it('the share of a component is that of its own outages in all', () => {
    const other = { ...frail, name: 'b', failureRate: 2 / year };
    const [a, b] = [frail, other].map((unit) => 1 - availabilityOfUnits({ ...unit, needed: 1 }));
    const losses = drawn([frail, other], (broken) => (broken.some((count) => count > 0) ? harm(0) : none), 1, 200);
    const below = losses.reduce((sum, batch) => sum + batch.below, 0);
    const share = (i: number) => losses.reduce((sum, batch) => sum + batch.belowWith[i]!, 0) / below;
    const any = 1 - (1 - a!) * (1 - b!);
    // 10,000 years, 50,000 and 20,000 outages: about 1 %.
    expect(share(0) / (a! / any)).toBeCloseTo(1, 1.5);
    expect(share(1) / (b! / any)).toBeCloseTo(1, 1.5);
  });

  it('the same seed draws the same years, another one others', () => {
    const rule: Rule = ([broken]) => (broken! > 0 ? harm(hour) : none);
    expect(drawn([frail], rule, 7, 3)).toEqual(drawn([frail], rule, 7, 3));
    expect(drawn([frail], rule, 7, 3)).not.toEqual(drawn([frail], rule, 8, 3));
  });
});

describe('an interval of batch means', () => {
  it('1 … 10: mean 5.5, s 3.0277, t 2.262, half width 2.166', () => {
    const { mean, halfWidth } = batchEstimate([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(mean).toBe(5.5);
    expect(halfWidth).toBeCloseTo((2.262 * 3.0276503540974917) / Math.sqrt(10), 10);
  });

  it('of too few batches is without bound', () => expect(batchEstimate([1, 2, 3]).halfWidth).toBe(Infinity));
});

describe('what units out of order do to a plant', () => {
  const prepared = preparedFile('cold-plate-dry.yaml');
  const transient = transientOf(prepared.scenario);
  const { library } = openModels(projectFolder);
  const { components, unfailing } = componentsOf(assembleScenario(prepared), transient, library, undefined);
  const consequences = consequencesOf({ prepared, transient }, components, () => undefined);
  const out = (name: string, count: number) => components.map((one) => (one.name === name ? count : 0));

  it('every machine that cools and every mover has its record', () => {
    expect(unfailing).toEqual([]);
    expect(components.map(({ name, units }) => `${name} ${units}`)).toContain('cdu 10');
    expect(components.find(({ name }) => name === 'hall')!.record).toBe('reliability/fan');
    expect(components.find(({ name }) => name === 'technology')!.record).toBe('reliability/pump');
  });

  it('all CDUs: as many seconds to the limit as the same failure in a transient', () => {
    const failure = { a: { at: 60, over: 0, trip: 'cdu' } } as const;
    const seconds = trial({ prepared, transient }, failure, 60).throttle.timeToLimit;
    expect(consequences.of(out('cdu', 10)).timeToLimit / seconds).toBeCloseTo(1, 2);
    expect(consequences.of(out('cdu', 10)).lostChips).toBeGreaterThan(0.5 * consequences.chips);
  });

  it('a spare unit out of order does no harm, and that is known without another transient', () => {
    const before = consequences.count();
    expect(consequences.of(out('cdu', 1))).toEqual(none);
    expect(consequences.of(out('adiabatic-cooler', 2))).toEqual(none);
    expect(consequences.count()).toBeLessThanOrEqual(before + 2);
  });

  it('takes off what the intact plant loses in its hour, and says it', () => {
    const warm = preparedFile('immersion-dry.yaml');
    const of = transientOf(warm.scenario);
    const failing = componentsOf(assembleScenario(warm), of, library, undefined).components;
    const { lostInOrder, of: lostBy } = consequencesOf({ prepared: warm, transient: of }, failing, () => undefined);
    // Its junctions stand at their limit in the design hour.
    expect(trial({ prepared: warm, transient: of }, {}, 0).throttle.holds).toBe(false);
    expect(lostInOrder).toBeGreaterThan(0);
    expect(lostBy(failing.map(() => 0))).toEqual(none);
  });

  it('prints within 80 columns and as JSON with units, the same for the same seed', () => {
    const question = { seed: 4, halfWidth: 1, mostYears: 3000 };
    const [first, again] = [1, 2].map(() => availabilityOf(prepared, library, question));
    expect(again).toEqual(first);
    expect(first!.years).toBe(3000);
    const text = availabilityText(first!, { width: 80, emphasis: 'plain' });
    expect(tooWide(text)).toEqual([]);
    expect(text).not.toMatch(/NaN|Infinity/);
    expect(JSON.parse(JSON.stringify(availabilityJson(first!)))).toMatchObject({
      availability: { unit: '%' },
      perYear: { hoursBelowCapacity: { unit: 'h', confidence: { value: 95, unit: '%' } } },
      drawn: { seed: 4, years: 3000 },
    });
  });
});
