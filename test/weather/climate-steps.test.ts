import { describe, expect, it } from 'vitest';

import { monthLengths, monthOfDay, monthStarts } from '../../src/scenario/weather/calendar.ts';
import { dailyMeansOf, dailyScores } from '../../src/scenario/weather/daily-scores.ts';
import { diurnalShapes } from '../../src/scenario/weather/diurnal-shape.ts';
import { addHourlyCourse, dailyCourse, dailyMeans } from '../../src/scenario/weather/mean-preserving.ts';
import { mapQuantiles } from '../../src/scenario/weather/quantile-map.ts';
import { quantileOfSorted } from '../../src/scenario/weather/design-conditions.ts';
import { normalStream, persistentSeries, uniformStream } from '../../src/scenario/weather/seeded-noise.ts';
import { londonCourse, londonShape, uniformOfSeedOne } from '../published/climate-generator.ts';

const radians = Math.PI / 180;

/** Mean and deviation (n − 1) of each month's days. */
function monthStatistics(daily: Float64Array): { mean: number; deviation: number }[] {
  return monthLengths.map((days, month) => {
    const values = daily.slice(monthStarts[month]!, monthStarts[month]! + days);
    const mean = values.reduce((sum, v) => sum + v, 0) / days;
    const deviation = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (days - 1));
    return { mean, deviation };
  });
}

describe('seeded noise', () => {
  it('is the published stream of seed 1', () => {
    const uniform = uniformStream(1);
    expect([uniform(), uniform(), uniform()]).toEqual([...uniformOfSeedOne]);
  });

  it('has deviation 1 and the persistence asked for', () => {
    const series = persistentSeries(100_000, 0.7, normalStream(3));
    const mean = series.reduce((sum, v) => sum + v, 0) / series.length;
    let variance = 0;
    let lagged = 0;
    for (let i = 1; i < series.length; i++) {
      variance += (series[i]! - mean) ** 2;
      lagged += (series[i]! - mean) * (series[i - 1]! - mean);
    }
    // Four standard errors of 100 000 correlated draws.
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(variance / series.length).toBeCloseTo(1, 1);
    expect(Math.abs(lagged / variance - 0.7)).toBeLessThan(0.01);
  });
});

describe('courses that keep their means', () => {
  const course = dailyCourse(londonCourse.monthly);

  it('is the published annual course of London', () => {
    for (const [day, value] of londonCourse.days) expect(course[day]).toBeCloseTo(value, 4);
  });

  it('has the monthly means it was made from', () => {
    monthStatistics(course).forEach(({ mean }, month) => expect(mean).toBeCloseTo(londonCourse.monthly[month]!, 10));
  });

  it('has the daily means it was made from, and no step at midnight', () => {
    const daily = Float64Array.from({ length: 365 }, (_, d) => 10 + 8 * Math.sin(d) + d / 50);
    const hourly = new Float64Array(8760);
    addHourlyCourse(daily, hourly);
    dailyMeans(hourly).forEach((mean, d) => expect(mean).toBeCloseTo(daily[d]!, 10));
    for (let d = 1; d < 365; d++) {
      const across = Math.abs(hourly[24 * d]! - hourly[24 * d - 1]!);
      expect(across).toBeLessThan(0.25 * Math.abs(daily[d]! - daily[d - 1]!) + 2.2);
    }
  });
});

describe('daily scores', () => {
  const series = persistentSeries(365, 0.7, normalStream(5));

  it('have mean 0 and deviation 1 in every month, whatever the skewness', () => {
    for (const skewness of [undefined, new Float64Array(12).fill(-0.8), new Float64Array(12).fill(9)]) {
      for (const { mean, deviation } of monthStatistics(dailyScores(series, skewness))) {
        expect(mean).toBeCloseTo(0, 12);
        expect(deviation).toBeCloseTo(1, 12);
      }
    }
  });

  it('keep the order of the days', () => {
    const scores = dailyScores(series, new Float64Array(12).fill(-0.5));
    const order = (values: Float64Array): number[] =>
      Array.from({ length: 31 }, (_, d) => d).sort((a, b) => values[a]! - values[b]!);
    expect(order(scores)).toEqual(order(series));
  });

  it('give daily means with the monthly mean and deviation asked for, in spring too', () => {
    const deviation = Float64Array.from({ length: 12 }, (_, month) => (month === 3 ? 0.2 : 2 + month / 4));
    const means = dailyMeansOf(londonCourse.monthly, deviation, dailyScores(series));
    monthStatistics(means).forEach((month, m) => {
      expect(month.mean).toBeCloseTo(londonCourse.monthly[m]!, 10);
      expect(month.deviation).toBeCloseTo(deviation[m]!, 10);
    });
  });
});

describe('the shape of a day', () => {
  const place = { latitude: 51.15 * radians, longitude: -0.18 * radians, timeZoneHours: 0 };
  const shapes = diurnalShapes(place);

  it('is the published one of London on 1 January', () => {
    londonShape.forEach((value, hour) => expect(shapes[hour]).toBeCloseTo(value, 3));
  });

  it('has mean 0 and range 1 on every day, in the polar night too', () => {
    for (const latitude of [51.15, 0, -33, 78, -90]) {
      const of = diurnalShapes({ ...place, latitude: latitude * radians });
      for (let d = 0; d < 365; d++) {
        const day = of.slice(24 * d, 24 * d + 24);
        expect(day.reduce((sum, v) => sum + v, 0)).toBeCloseTo(0, 10);
        expect(Math.max(...day) - Math.min(...day)).toBeCloseTo(1, 10);
      }
    }
  });

  it('peaks in the afternoon and bottoms before or after dawn, by the sun of its place', () => {
    const peak = (longitude: number): number => {
      const day = diurnalShapes({ ...place, longitude: longitude * radians }).slice(24 * 171, 24 * 172);
      return day.indexOf(Math.max(...day)) + 1;
    };
    expect(peak(0)).toBe(15);
    expect(peak(-30)).toBe(17);
  });
});

describe('the quantile map', () => {
  const series = (): Float64Array => persistentSeries(8760, 0.9, normalStream(9)).map((v) => 10 + 6 * v);
  const shares = [0.01, 0.1, 0.5, 0.9, 0.99];
  const values = [-8, 1, 12, 19, 28];

  it('gives the wanted quantiles and keeps the order', () => {
    const before = series();
    const after = series();
    mapQuantiles(after, { shares, values });
    const sorted = after.slice().sort();
    shares.forEach((share, i) => expect(quantileOfSorted(sorted, share)).toBeCloseTo(values[i]!, 1));
    for (let i = 1; i < 8760; i++) {
      if (before[i]! > before[i - 1]!) expect(after[i]! >= after[i - 1]!).toBe(true);
    }
  });

  it('leaves alone what lies between anchors', () => {
    const before = series();
    const after = series();
    mapQuantiles(after, { shares: [0.99], values: [30] }, [0.1, 0.9]);
    const sorted = before.slice().sort();
    const [low, high] = [quantileOfSorted(sorted, 0.1), quantileOfSorted(sorted, 0.9)];
    for (let i = 0; i < 8760; i++)
      if (before[i]! > low && before[i]! < high) expect(after[i]).toBeCloseTo(before[i]!, 9);
  });

  it('keeps every value finite when quantiles coincide', () => {
    const flat = new Float64Array(8760).fill(5);
    mapQuantiles(flat, { shares, values: [3, 3, 3, 3, 3] });
    expect(flat.every(Number.isFinite)).toBe(true);
  });
});

describe('the calendar', () => {
  it('has every day in its month', () => {
    expect(monthOfDay[58]).toBe(1);
    expect(monthOfDay[59]).toBe(2);
    expect(monthOfDay[364]).toBe(11);
    expect(monthStarts[11]).toBe(334);
  });
});
