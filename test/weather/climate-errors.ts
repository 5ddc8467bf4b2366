/**
 * How far a generated year is from real hours: the one place that computes
 * it, for the gate in the tests and the table in docs/climates.md.
 */

import { quantileOfSorted } from '../../src/scenario/weather/design-conditions.ts';
import type { WeatherYear } from '../../src/scenario/weather/weather-year.ts';

/** Hours below these are free-cooling hours of one plant or another [°C]. */
export const dryBulbThresholds = [10, 15, 20, 25, 30] as const;
export const wetBulbThresholds = [5, 10, 15, 18, 21, 24] as const;
export const shares = [0.004, 0.01, 0.5, 0.99, 0.996] as const;

/** Generated less real: means and percentiles [K], hours below thresholds [h]. */
export interface ClimateErrors {
  readonly meanDryBulb: number;
  readonly meanWetBulb: number;
  readonly dryBulbQuantiles: readonly number[];
  readonly wetBulbQuantiles: readonly number[];
  readonly dryBulbHours: readonly number[];
  readonly wetBulbHours: readonly number[];
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Real hours come rounded to tenths or halves of a kelvin; noise of that width, always the same, takes the steps out
 * of their distribution, or hours below a round threshold would jump by hundreds.
 */
export function unrounded(values: Float64Array, step: number): Float64Array {
  let state = 1;
  return values.map((value) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return value + step * (state / 2 ** 32 - 0.5);
  });
}

function hoursBelow(values: Float64Array, celsius: number): number {
  return values.reduce((hours, value) => hours + (value - 273.15 < celsius ? 1 : 0), 0);
}

export function climateErrors(generated: WeatherYear, real: WeatherYear, step: number): ClimateErrors {
  const pairs = { dryBulb: unrounded(real.dryBulb, step), wetBulb: unrounded(real.wetBulb, step) };
  const quantiles = (of: 'dryBulb' | 'wetBulb'): number[] => {
    const [ours, theirs] = [generated[of].slice().sort(), pairs[of].slice().sort()];
    return shares.map((share) => quantileOfSorted(ours, share) - quantileOfSorted(theirs, share));
  };
  const hours = (of: 'dryBulb' | 'wetBulb', thresholds: readonly number[]): number[] =>
    thresholds.map((celsius) => hoursBelow(generated[of], celsius) - hoursBelow(pairs[of], celsius));
  return {
    meanDryBulb: mean(generated.dryBulb) - mean(real.dryBulb),
    meanWetBulb: mean(generated.wetBulb) - mean(real.wetBulb),
    dryBulbQuantiles: quantiles('dryBulb'),
    wetBulbQuantiles: quantiles('wetBulb'),
    dryBulbHours: hours('dryBulb', dryBulbThresholds),
    wetBulbHours: hours('wetBulb', wetBulbThresholds),
  };
}

export const largest = (values: readonly number[]): number => Math.max(...values.map(Math.abs));
