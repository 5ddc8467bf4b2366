/**
 * Makes a year of hours from a climate record: the same record and seed give
 * the same year everywhere. For annual energy, water and free-cooling hours,
 * not for control transients: hour-to-hour changes are too smooth, there are
 * no fronts, and wind, sun and rain are missing. Always labelled synthetic.
 */

import { requireRange } from '../../errors.ts';
import { daysPerYear, hoursPerDay } from './calendar.ts';
import { courseOfDewPoint, shapeHumidity } from './climate-dew-point.ts';
import { courseOfDryBulb, shapeDryBulb } from './climate-dry-bulb.ts';
import type { ClimateRecord } from './climate-record.ts';
import { correlatedSeries, dailyMeansOf, dailyScores } from './daily-scores.ts';
import { coincidentMean } from './design-conditions.ts';
import type { DesignConditions } from './design-conditions.ts';
import { addHourlyCourse, removeDailyMeans } from './mean-preserving.ts';
import { normalStream, persistentSeries } from './seeded-noise.ts';
import { weatherYear } from './weather-year.ts';
import type { RunNote, WeatherYear } from './weather-year.ts';

/** Ranking lowers the correlation of neighbouring days by about as much; it is paid in before. */
const rankingLoss = 0.1;
const mostPersistent = 0.95;
/** Persistence of the daily range and, hour to hour, of the noise. */
const rangePersistence = 0.35;
const dryBulbNoisePersistence = 0.6;
const dewPointNoisePersistence = 0.8;
/** Takes the place of a daily pressure noise that was given up; drawn, so that seeds keep their years. */
const unusedPersistence = 0.75;
/** Pressure swings about this day of the year, in mid January. */
const pressureDay = 15;
const largestSeed = 2 ** 31 - 1;

/**
 * A year of weather from a climate record.
 *
 * Monthly means of the dry bulb and its daily range, deviation, persistence
 * and cross-correlation of the days are the record's. Where the record knows
 * the year's percentiles these are met by dry and wet bulb, and the monthly
 * mean dew points only nearly; where it knows design values, the tails.
 *
 * @param seed another whole number gives another year of the same climate
 * @throws {OutOfRangeError} for a seed that is negative or too large
 */
export function climateYear(record: ClimateRecord, seed = 1): WeatherYear {
  requireRange('seed', seed, [0, largestSeed], '');
  const normal = normalStream(seed);
  const persistence = (of: number): number => Math.min(mostPersistent, of + rankingLoss);
  // The order of the draws is the year's identity.
  const z = persistentSeries(daysPerYear, persistence(record.dryBulbPersistence), normal);
  const w = persistentSeries(daysPerYear, persistence(record.dewPointPersistence), normal);
  const y = persistentSeries(daysPerYear, rangePersistence, normal);
  persistentSeries(daysPerYear, unusedPersistence, normal);
  const dryBulbNoise = persistentSeries(daysPerYear * hoursPerDay, dryBulbNoisePersistence, normal);
  const dewPointNoise = persistentSeries(daysPerYear * hoursPerDay, dewPointNoisePersistence, normal);
  removeDailyMeans(dryBulbNoise);
  removeDailyMeans(dewPointNoise);

  const dryBulbScores = dailyScores(z);
  const dewPointScores = dailyScores(correlatedSeries(z, w, record.dewPointCorrelation), record.dewPointSkewness);
  const rangeScores = dailyScores(correlatedSeries(z, y, record.dailyRangeCorrelation));

  const dryBulbMeans = dailyMeansOf(record.meanDryBulb, record.dryBulbDeviation, dryBulbScores);
  const dryBulb = courseOfDryBulb(record, dryBulbMeans, rangeScores, dryBulbNoise);
  const { distribution } = record;
  if (distribution.known !== 'nothing' && distribution.dryBulb !== undefined) {
    shapeDryBulb(dryBulb, record.meanDryBulb, distribution.dryBulb, distribution.known);
  }

  const dewPointMeans = dailyMeansOf(record.meanDewPoint, record.dewPointDeviation, dewPointScores);
  const dewPoint = courseOfDewPoint(record, dryBulb, dewPointMeans, dewPointNoise);
  const pressure = courseOfPressure(record);
  shapeHumidity(dryBulb, dewPoint, pressure, distribution);
  return labelledYear(record, seed, { dryBulb, dewPoint, pressure });
}

function courseOfPressure(record: ClimateRecord): Float64Array {
  const daily = Float64Array.from(
    { length: daysPerYear },
    (_, day) =>
      record.meanPressure + record.pressureSwing * Math.cos((2 * Math.PI * (day - pressureDay)) / daysPerYear),
  );
  const hourly = new Float64Array(daysPerYear * hoursPerDay);
  addHourlyCourse(daily, hourly);
  return hourly;
}

const knowledge = {
  whole: 'its dry and wet bulbs have the percentiles of those hours',
  tails: 'its hottest and most humid hours follow published design values',
  nothing: 'its distribution follows from monthly normals alone',
} as const;

function labelledYear(
  record: ClimateRecord,
  seed: number,
  columns: { dryBulb: Float64Array; dewPoint: Float64Array; pressure: Float64Array },
): WeatherYear {
  const notes: RunNote[] = [
    {
      owner: record.id,
      text: `synthetic year (seed ${seed}) from ${record.fittedFrom}; ${knowledge[record.distribution.known]}`,
    },
    ...record.estimated.map((about) => ({ owner: record.id, text: `estimated from monthly normals: ${about}` })),
  ];
  const year = weatherYear({
    title: record.title,
    kind: 'synthetic',
    source: `generated from ${record.fittedFrom}`,
    latitude: record.latitude,
    longitude: record.longitude,
    timeZoneHours: record.timeZoneHours,
    elevation: record.elevation,
    ...columns,
    ...(record.design === undefined ? {} : { design: record.design }),
    notes,
  });
  return record.design === undefined ? year : { ...year, design: withCoincidence(record.design, year) };
}

/** Published design dry bulbs without their wet bulb take the mean of this year's hours near them. */
function withCoincidence(design: DesignConditions, year: WeatherYear): DesignConditions {
  return {
    ...design,
    source: `${design.source}; coincident wet bulbs from the generated year`,
    cooling: design.cooling.map((condition) => {
      const wetBulb = condition.wetBulb ?? coincidentMean(year.dryBulb, year.wetBulb, condition.dryBulb);
      return wetBulb === undefined ? condition : { ...condition, wetBulb };
    }),
  };
}
