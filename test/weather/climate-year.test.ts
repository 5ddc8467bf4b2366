import { describe, expect, it } from 'vitest';

import { OutOfRangeError } from '../../src/errors.ts';
import { climateRecord } from '../../src/scenario/weather/climate-record.ts';
import type { ClimateRecord } from '../../src/scenario/weather/climate-record.ts';
import { climateYear } from '../../src/scenario/weather/climate-year.ts';
import { monthlyRanges } from '../../src/scenario/weather/climate-dry-bulb.ts';
import { quantileOfSorted } from '../../src/scenario/weather/design-conditions.ts';
import { monthlyMeans } from '../../src/scenario/weather/mean-preserving.ts';
import { climateLibrary, idsIn } from './climate-library.ts';

const recordOf = (id: string): ClimateRecord => climateRecord(climateLibrary.record(id, ['climate']));

/** Places whose year is asked for by name; the rest of the world comes on top. */
const wanted =
  'beijing hohhot guiyang yinchuan shanghai guangzhou shenzhen chengdu hangzhou nanjing hong-kong urumqi ashburn phoenix dallas san-jose chicago seattle atlanta denver new-york des-moines omaha frankfurt london dublin amsterdam stockholm lulea oslo singapore mumbai chennai tokyo seoul sydney melbourne toronto sao-paulo santiago johannesburg doha dubai';

describe('the climates of the library', () => {
  it('cover the places where data centres stand', () => {
    expect(idsIn('climates')).toEqual(expect.arrayContaining(wanted.split(' ').map((place) => `climates/${place}`)));
  });

  it.each(idsIn('climates'))('%s gives a year that keeps what its record says', (id) => {
    const record = recordOf(id);
    const year = climateYear(record);
    expect(year.kind).toBe('synthetic');
    expect(year.notes[0]?.text).toContain('synthetic year (seed 1)');
    for (const column of [
      year.dryBulb,
      year.dewPoint,
      year.wetBulb,
      year.humidityRatio,
      year.pressure,
      year.enthalpy,
    ]) {
      expect(column).toHaveLength(8760);
      expect(column.every(Number.isFinite)).toBe(true);
    }
    for (let i = 0; i < 8760; i++) expect(year.dewPoint[i]! <= year.dryBulb[i]!).toBe(true);

    // The map comes last: percentiles are exact, monthly means move by up to 0.12 K.
    monthlyMeans(year.dryBulb).forEach((mean, m) => expect(Math.abs(mean - record.meanDryBulb[m]!)).toBeLessThan(0.15));
    if (record.distribution.known !== 'whole') return;
    const { dryBulb, wetBulb, meanWetBulb } = record.distribution;
    for (const { wanted, column, tolerance } of [
      { wanted: dryBulb, column: year.dryBulb, tolerance: 0.001 },
      { wanted: wetBulb, column: year.wetBulb, tolerance: 0.03 },
    ]) {
      const sorted = column.slice().sort();
      for (let k = 0; k < wanted.shares.length; k++) {
        const value = wanted.values[k]!;
        // The wet bulb cannot stand between its ice and its water branch.
        const freezing = Math.abs(value - 273.15) < 1;
        const most = freezing ? 0.1 : tolerance;
        expect(Math.abs(quantileOfSorted(sorted, wanted.shares[k]!) - value)).toBeLessThan(most);
      }
    }
    const means = monthlyMeans(year.wetBulb);
    meanWetBulb?.forEach((mean, m) => expect(Math.abs(means[m]! - mean)).toBeLessThan(0.2));
  });

  it('have design conditions, published or the year’s own', () => {
    const ashburn = climateYear(recordOf('climates/ashburn'));
    expect(ashburn.design.basis).toBe('published');
    // ASHRAE Handbook Fundamentals 2009, Washington Dulles: 34.1 °C with 23.9 °C mean coincident wet bulb.
    expect(ashburn.design.cooling[0]!.dryBulb - 273.15).toBeCloseTo(34.1, 6);
    expect(Math.abs(ashburn.design.cooling[0]!.wetBulb! - 273.15 - 23.9)).toBeLessThan(1.5);
    expect(climateYear(recordOf('climates/mumbai')).design.basis).toBe('this year');
  });
});

describe('a climate year', () => {
  const record = recordOf('climates/ashburn');

  it('is the same for the same seed and another for another', () => {
    const first = climateYear(record, 7);
    expect(climateYear(record, 7).dewPoint).toEqual(first.dewPoint);
    expect(climateYear(record, 8).dryBulb).not.toEqual(first.dryBulb);
  });

  it('leaves its record untouched', () => {
    const before = Array.from(record.meanDailyRange);
    climateYear(record);
    expect(Array.from(record.meanDailyRange)).toEqual(before);
  });

  it('refuses seeds that are none', () => {
    expect(() => climateYear(record, -1)).toThrow(OutOfRangeError);
    expect(() => climateYear(record, NaN)).toThrow(OutOfRangeError);
  });

  it('from normals alone has their monthly means and ranges', () => {
    const year = climateYear({ ...record, distribution: { known: 'nothing' } });
    monthlyMeans(year.dryBulb).forEach((mean, m) => expect(mean).toBeCloseTo(record.meanDryBulb[m]!, 6));
    monthlyRanges(year.dryBulb).forEach((range, m) =>
      expect(Math.abs(range - record.meanDailyRange[m]!)).toBeLessThan(0.1),
    );
    monthlyMeans(year.dewPoint).forEach((mean, m) =>
      expect(Math.abs(mean - record.meanDewPoint[m]!)).toBeLessThan(0.15),
    );
  });

  it('with known tails has them', () => {
    const dryBulb = { shares: [0.98, 0.99, 0.996], values: [305, 307, 309] };
    const wetBulb = { shares: [0.98, 0.99, 0.996], values: [297.5, 298.2, 299] };
    const year = climateYear({ ...record, distribution: { known: 'tails', dryBulb, wetBulb } });
    const sorted = year.dryBulb.slice().sort();
    const wet = year.wetBulb.slice().sort();
    dryBulb.shares.forEach((share, k) => expect(quantileOfSorted(sorted, share)).toBeCloseTo(dryBulb.values[k]!, 2));
    wetBulb.shares.forEach((share, k) => expect(quantileOfSorted(wet, share)).toBeCloseTo(wetBulb.values[k]!, 1));
  });

  it('is warmer all over when its means are, and no colder in any percentile', () => {
    const warmer = {
      ...record,
      distribution: { known: 'nothing' as const },
      meanDryBulb: record.meanDryBulb.map((t) => t + 2),
    };
    const cool = climateYear({ ...record, distribution: { known: 'nothing' } })
      .dryBulb.slice()
      .sort();
    const warm = climateYear(warmer).dryBulb.slice().sort();
    for (let i = 0; i < 8760; i++) expect(warm[i]! - cool[i]!).toBeCloseTo(2, 6);
  });

  it('estimates variability from normals where the record has none, and says so', () => {
    const library = climateLibrary.record('climates/ashburn', ['climate']);
    const { latitude, longitude, timeZone, elevation, fittedFrom, meanDryBulb, meanDailyRange, meanDewPoint } =
      library.values as Record<string, unknown>;
    const scalars = {
      dryBulbPersistence: 0.65,
      dewPointPersistence: 0.62,
      dailyRangeVariation: 0.33,
      pressureSwing: 0,
    };
    const sparse = climateRecord({
      ...library,
      values: {
        latitude,
        longitude,
        timeZone,
        elevation,
        fittedFrom,
        meanDryBulb,
        meanDailyRange,
        meanDewPoint,
        ...scalars,
      },
    });
    const year = climateYear(sparse);
    expect(year.notes.filter((note) => note.text.startsWith('estimated')).length).toBe(5);
    // The regression's own root mean square residual over 47 stations is about 0.7 K.
    const off = sparse.dryBulbDeviation.reduce((sum, s, m) => sum + (s - record.dryBulbDeviation[m]!) ** 2, 0) / 12;
    expect(Math.sqrt(off)).toBeLessThan(1.4);
  });
});
