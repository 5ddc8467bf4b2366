/**
 * The dry bulb of a generated year: daily means with weather in them, a daily
 * course of the right range, and, where it is known, the right distribution
 * over the year. Second of the generator's steps, after the daily scores.
 */

import { daysPerYear, hoursPerDay, monthLengths, monthOfDay, monthStarts } from './calendar.ts';
import type { ClimateRecord } from './climate-record.ts';
import { diurnalShapes } from './diurnal-shape.ts';
import { addHourlyCourse, dailyMeans, monthlyMeans, recentreMonths } from './mean-preserving.ts';
import { mapQuantiles } from './quantile-map.ts';
import type { Quantiles } from './quantile-map.ts';

/** Hour-to-hour noise as a share of the month's daily range. */
export const noiseShare = 0.06;
/** No day has less of a course than this share of the month's. */
const flattestDay = 0.15;
/** Rounds in which daily means and monthly ranges are brought home. */
const rangeRounds = 6;
/** A round changes a month's amplitude by these factors at most; it never falls below a share of the wanted range. */
const amplitudeChange = [0.3, 2] as const;
const leastAmplitude = 0.05;
/** Rounds of recentring months and mapping quantiles. */
export const mapRounds = 3;

/**
 * Hourly dry bulb [K] with the record's monthly means and ranges.
 *
 * @param means daily means, 365
 * @param rangeScores scores of the daily range, 365
 * @param noise hourly noise of deviation 1 and daily mean 0, 8760
 */
export function courseOfDryBulb(
  record: ClimateRecord,
  means: Float64Array,
  rangeScores: Float64Array,
  noise: Float64Array,
): Float64Array {
  const shapes = diurnalShapes(record);
  const wantedRange = record.meanDailyRange;
  const amplitude = Float64Array.from(wantedRange);
  const still = new Float64Array(daysPerYear * hoursPerDay);
  addHourlyCourse(means, still);
  for (let i = 0; i < still.length; i++) {
    still[i]! += noiseShare * wantedRange[monthOfDay[Math.floor(i / hoursPerDay)]!]! * noise[i]!;
  }
  const dryBulb = new Float64Array(still.length);
  for (let round = 0; round < rangeRounds; round++) {
    dryBulb.set(still);
    addDailyCourse(dryBulb, dailyAmplitudes(amplitude, rangeScores, record.dailyRangeVariation), shapes);
    const off = dailyMeans(dryBulb);
    for (let d = 0; d < daysPerYear; d++) off[d] = means[d]! - off[d]!;
    addHourlyCourse(off, dryBulb);
    const measured = monthlyRanges(dryBulb);
    for (let month = 0; month < 12; month++) {
      const wanted = wantedRange[month]!;
      const change = Math.min(amplitudeChange[1], Math.max(amplitudeChange[0], wanted / measured[month]!));
      amplitude[month] = Math.max(amplitude[month]! * change, leastAmplitude * wanted);
    }
  }
  return dryBulb;
}

function dailyAmplitudes(amplitude: Float64Array, scores: Float64Array, variation: number): Float64Array {
  return Float64Array.from(
    monthOfDay,
    (month, day) => amplitude[month]! * Math.max(flattestDay, 1 + variation * scores[day]!),
  );
}

/** Adds amplitude times shape; the amplitude runs straight from midday to midday, the year closed on itself. */
function addDailyCourse(hourly: Float64Array, amplitudes: Float64Array, shapes: Float64Array): void {
  for (let d = 0; d < daysPerYear; d++) {
    const own = amplitudes[d]!;
    const before = amplitudes[(d + daysPerYear - 1) % daysPerYear]! - own;
    const after = amplitudes[(d + 1) % daysPerYear]! - own;
    const start = d * hoursPerDay;
    for (let h = 1; h <= hoursPerDay; h++) {
      const fromMidday = (h - 12) / hoursPerDay;
      const amplitude = fromMidday < 0 ? own - before * fromMidday : own + after * fromMidday;
      hourly[start + h - 1]! += amplitude * shapes[start + h - 1]!;
    }
  }
}

/** Monthly means of the difference between a day's highest and lowest hour. */
export function monthlyRanges(hourly: Float64Array): Float64Array {
  const ranges = new Float64Array(12);
  for (let month = 0; month < 12; month++) {
    const days = monthLengths[month]!;
    for (let d = monthStarts[month]!; d < monthStarts[month]! + days; d++) {
      let lowest = Infinity;
      let highest = -Infinity;
      for (let i = d * hoursPerDay; i < (d + 1) * hoursPerDay; i++) {
        const value = hourly[i]!;
        if (value < lowest) lowest = value;
        if (value > highest) highest = value;
      }
      ranges[month]! += (highest - lowest) / days;
    }
  }
  return ranges;
}

/** Where only the tails are known, the middle of the dry bulb's distribution stays between these shares. */
const keptMiddle = [0.1, 0.9];

/** Gives the dry bulb the wanted quantiles, and the months back their means as far as both can be had. */
export function shapeDryBulb(
  dryBulb: Float64Array,
  monthlyMean: Float64Array,
  wanted: Quantiles,
  known: 'whole' | 'tails',
): void {
  for (let round = 0; round < mapRounds; round++) {
    if (round > 0) recentreMonths(dryBulb, monthlyMean, monthlyMeans(dryBulb));
    mapQuantiles(dryBulb, wanted, known === 'tails' ? keptMiddle : []);
  }
}
