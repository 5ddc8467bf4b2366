/**
 * Design conditions of a site: the outdoor states a plant is sized for, as
 * weather-file headers and handbooks print them, or, where nobody printed
 * any, read off the year itself and marked so. Sizing uses them; a weather
 * year never sizes a plant on its own.
 */

import { hoursPerYear } from '../../constants.ts';

/** A dry bulb exceeded in this share of the year's hours, with the wet bulb that goes with it. */
export interface CoolingCondition {
  /** Share of the hours that are hotter [%]: 0.4, 1 or 2. */
  readonly percent: number;
  readonly dryBulb: number;
  /** Mean coincident wet bulb [K]. */
  readonly wetBulb?: number;
}

/** A wet bulb exceeded in this share of the year's hours, with the dry bulb that goes with it. */
export interface WetBulbCondition {
  /** Share of the hours with a higher wet bulb [%]: 0.4, 1 or 2. */
  readonly percent: number;
  readonly wetBulb: number;
  /** Mean coincident dry bulb [K]. */
  readonly dryBulb?: number;
}

/** A dry bulb that this share of the year's hours exceeds. */
export interface HeatingCondition {
  /** Share of the hours that are warmer [%]: 99.6 or 99. */
  readonly percent: number;
  readonly dryBulb: number;
}

/** The hottest and coldest hour to expect once in so many years. */
export interface ReturnPeriod {
  readonly years: number;
  readonly maximumDryBulb: number;
  readonly minimumDryBulb: number;
}

/** Temperatures in K. A list is empty, or an entry absent, where the source prints none. */
export interface DesignConditions {
  readonly source: string;
  /** `this year`: percentiles of the very hours that are simulated, which a real design must not rest on. */
  readonly basis: 'published' | 'this year';
  readonly cooling: readonly CoolingCondition[];
  readonly wetBulb: readonly WetBulbCondition[];
  readonly heating: readonly HeatingCondition[];
  readonly returnPeriods: readonly ReturnPeriod[];
  /** Extreme wet bulb on record [K]. */
  readonly extremeWetBulb?: number;
}

/**
 * Quantile of sorted values by linear interpolation at rank (n − 1) p.
 *
 * @param sorted rising values
 * @param share p, 0 … 1
 */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  const rank = (sorted.length - 1) * share;
  const below = Math.min(Math.floor(rank), sorted.length - 2);
  const low = sorted[below]!;
  return low + (sorted[below + 1]! - low) * (rank - below);
}

/** Half the width of the bin in which coincident values are averaged [K]. */
const binHalfWidth = 0.5;

/** Mean of `other` over the hours in which `leading` lies within 0.5 K of a value; undefined where none does. */
export function coincidentMean(leading: Float64Array, other: Float64Array, value: number): number | undefined {
  let sum = 0;
  let hours = 0;
  for (let i = 0; i < leading.length; i++) {
    if (Math.abs(leading[i]! - value) <= binHalfWidth) {
      sum += other[i]!;
      hours += 1;
    }
  }
  return hours === 0 ? undefined : sum / hours;
}

/** Design conditions read off the year's own hours; its hottest and coldest hours stand for a return period of one year. */
export function designConditionsOfYear(dryBulb: Float64Array, wetBulb: Float64Array): DesignConditions {
  const sortedDryBulb = dryBulb.slice().sort();
  const sortedWetBulb = wetBulb.slice().sort();
  const cooling = [0.4, 1, 2].map((percent) => {
    const value = quantileOfSorted(sortedDryBulb, 1 - percent / 100);
    const coincident = coincidentMean(dryBulb, wetBulb, value);
    return { percent, dryBulb: value, ...(coincident === undefined ? {} : { wetBulb: coincident }) };
  });
  const humid = [0.4, 1, 2].map((percent) => {
    const value = quantileOfSorted(sortedWetBulb, 1 - percent / 100);
    const coincident = coincidentMean(wetBulb, dryBulb, value);
    return { percent, wetBulb: value, ...(coincident === undefined ? {} : { dryBulb: coincident }) };
  });
  const last = hoursPerYear - 1;
  return {
    source: 'percentiles of this year itself; no design conditions were published with it',
    basis: 'this year',
    cooling,
    wetBulb: humid,
    heating: [99.6, 99].map((percent) => ({ percent, dryBulb: quantileOfSorted(sortedDryBulb, 1 - percent / 100) })),
    returnPeriods: [{ years: 1, maximumDryBulb: sortedDryBulb[last]!, minimumDryBulb: sortedDryBulb[0]! }],
    extremeWetBulb: sortedWetBulb[last]!,
  };
}
