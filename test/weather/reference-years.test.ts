/**
 * Real weather files and fitted records, where they are at hand: the
 * environment variable COLDLOOP_REFERENCE names their folder.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { climateRecord } from '../../src/scenario/weather/climate-record.ts';
import type { ClimateRecord, Distribution } from '../../src/scenario/weather/climate-record.ts';
import { climateYear } from '../../src/scenario/weather/climate-year.ts';
import { readEpw } from '../../src/scenario/weather/epw.ts';
import type { WeatherYear } from '../../src/scenario/weather/weather-year.ts';
import { wholeYears } from '../published/climate-generator.ts';
import { climateErrors, largest } from './climate-errors.ts';
import { climateLibrary } from './climate-library.ts';

const folder = process.env['COLDLOOP_REFERENCE'];
if (folder === undefined) {
  console.warn('skipped: real weather files and whole golden years; COLDLOOP_REFERENCE does not name their folder');
}
const weather = (file: string): Buffer => readFileSync(path.join(folder!, 'weather', file));
const epw = (name: string): WeatherYear => readEpw(gunzipSync(weather(`${name}.epw.gz`)).toString('utf8'), name);
const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Years against hours. `same`: the record was fitted from these very hours, so the error is the generator's.
 * `mostly whole degrees`: the same, but a third of the file's hours stand at whole degrees, so that its own number of
 * hours below one is uncertain by more than a hundred.
 * `one of several`: from these and other years, so most of it is the difference between years.
 */
const comparisons = [
  { climate: 'ashburn', file: 'sterling_TMY3', relation: 'same', step: 0.56 },
  { climate: 'phoenix', file: 'phoenix_TMY3', relation: 'same', step: 0.56 },
  { climate: 'dallas', file: 'dallas_TMY3', relation: 'same', step: 0.56 },
  { climate: 'denver', file: 'denver_TMY3', relation: 'same', step: 0.56 },
  { climate: 'chicago', file: 'chicago_TMY3', relation: 'same', step: 0.56 },
  { climate: 'san-jose', file: 'sanjose_TMY3', relation: 'mostly whole degrees', step: 0.56 },
  { climate: 'amsterdam', file: 'amsterdam_KNMI', relation: 'one of several', step: 0.1 },
  { climate: 'frankfurt', file: 'frankfurt_OpenMeteo', relation: 'one of several', step: 0.1 },
  { climate: 'mumbai', file: 'mumbai_OpenMeteo', relation: 'one of several', step: 0.1 },
  { climate: 'singapore', file: 'singapore_OpenMeteo', relation: 'one of several', step: 0.1 },
  { climate: 'tokyo', file: 'tokyo_OpenMeteo', relation: 'one of several', step: 0.1 },
] as const;

/** Gates: largest error over means, percentiles and thresholds. */
const gates = {
  same: { mean: 0.06, quantile: 0.2, hours: 70 },
  'mostly whole degrees': { mean: 0.06, quantile: 0.2, hours: 160 },
  'one of several': { mean: 0.6, quantile: 2.8, hours: 600 },
} as const;

describe.skipIf(folder === undefined)('generated years against real hours', () => {
  it.each(comparisons)('$climate against $file ($relation)', ({ climate, file, relation, step }) => {
    const record = climateRecord(climateLibrary.record(`climates/${climate}`, ['climate']));
    const errors = climateErrors(climateYear(record), epw(file), step);
    if (process.env['COLDLOOP_REPORT'] !== undefined)
      console.log(JSON.stringify({ climate, file, relation, ...errors }));
    const gate = gates[relation];
    expect(Math.abs(errors.meanDryBulb)).toBeLessThan(gate.mean);
    expect(Math.abs(errors.meanWetBulb)).toBeLessThan(gate.mean);
    expect(largest([...errors.dryBulbQuantiles, ...errors.wetBulbQuantiles])).toBeLessThan(gate.quantile);
    expect(largest([...errors.dryBulbHours, ...errors.wetBulbHours])).toBeLessThan(gate.hours);
  });
});

/** A fitted record as the other implementation reads it. */
interface FittedRecord {
  readonly lat: number;
  readonly lon: number;
  readonly tz: number;
  readonly elev: number;
  readonly t: number[];
  readonly r: number[];
  readonly s: number[];
  readonly d: number[];
  readonly sd: number[];
  readonly rho: number[];
  readonly rTR: number[];
  readonly skD: number[];
  readonly phiT: number;
  readonly phiD: number;
  readonly cvR: number;
  readonly p: number;
  readonly pa: number;
  readonly pct: { readonly p: number[]; readonly db: number[]; readonly wb: number[] };
  readonly wbMonthly: number[];
}

function recordOf(fitted: FittedRecord, known: 'whole' | 'nothing'): ClimateRecord {
  const kelvin = (values: number[]): Float64Array => Float64Array.from(values, (value) => value + 273.15);
  const radians = Math.PI / 180;
  const of = { shares: fitted.pct.p.map((percent) => percent / 100) };
  const whole: Distribution = {
    known: 'whole',
    dryBulb: { ...of, values: kelvin(fitted.pct.db) },
    wetBulb: { ...of, values: kelvin(fitted.pct.wb) },
    meanWetBulb: kelvin(fitted.wbMonthly),
  };
  return {
    id: 'reference',
    title: 'reference',
    fittedFrom: 'reference',
    latitude: fitted.lat * radians,
    longitude: fitted.lon * radians,
    timeZoneHours: fitted.tz,
    elevation: fitted.elev,
    meanDryBulb: kelvin(fitted.t),
    meanDailyRange: Float64Array.from(fitted.r),
    meanDewPoint: kelvin(fitted.d),
    dryBulbDeviation: Float64Array.from(fitted.s),
    dewPointDeviation: Float64Array.from(fitted.sd),
    dewPointCorrelation: Float64Array.from(fitted.rho),
    dailyRangeCorrelation: Float64Array.from(fitted.rTR),
    dewPointSkewness: Float64Array.from(fitted.skD),
    dryBulbPersistence: fitted.phiT,
    dewPointPersistence: fitted.phiD,
    dailyRangeVariation: fitted.cvR,
    meanPressure: fitted.p * 1000,
    pressureSwing: fitted.pa * 1000,
    distribution: known === 'whole' ? whole : { known },
    estimated: [],
  };
}

describe.skipIf(folder === undefined)('whole generated years', () => {
  it.each(wholeYears)('of $record, distribution: $distribution', ({ record, distribution, ...wanted }) => {
    const records = JSON.parse(weather('climate-records.json').toString('utf8')) as Record<string, FittedRecord>;
    const year = climateYear(recordOf(records[record]!, distribution));
    const hours = [1, 13, 4345, 8760].flatMap((h) => [year.dryBulb[h - 1]!, year.dewPoint[h - 1]!]);
    const means = [year.dryBulb, year.dewPoint, year.wetBulb].map(mean);
    const extremes = [Math.max(...year.dryBulb), Math.max(...year.wetBulb), Math.min(...year.dryBulb)];
    const near = (ours: number[], theirs: readonly number[]): void =>
      theirs.forEach((value, i) => expect(Math.abs(ours[i]! - 273.15 - value)).toBeLessThanOrEqual(wanted.tolerance));
    near(hours, wanted.hours);
    near(means, wanted.means);
    near(extremes, wanted.extremes);
  });
});

/** What the files are known to hold: rows read by hand, and notes they deserve. */
const files = [
  { name: 'sterling_TMY3', kind: 'typical', first: [0, -5], design: 'published', note: 'disagree by more than 2 K' },
  {
    name: 'phoenix_TMY3',
    kind: 'typical',
    first: [10, 5.6],
    design: 'published',
    note: '16.1 K in an hour, 20 July hour 18',
  },
  { name: 'amsterdam_KNMI', kind: 'measured', first: [3.1, 2.9], design: 'this year', note: undefined },
  { name: 'mumbai_OpenMeteo', kind: 'measured', first: [16.4, 14.6], design: 'this year', note: undefined },
] as const;

describe.skipIf(folder === undefined)('real weather files', () => {
  it.each(files)('$name reads as its rows say', ({ name, kind, first, design, note }) => {
    const year = epw(name);
    expect(year.kind).toBe(kind);
    expect(year.design.basis).toBe(design);
    expect(year.dryBulb[0]! - 273.15).toBeCloseTo(first[0], 9);
    expect(year.dewPoint[0]! - 273.15).toBeCloseTo(first[1], 9);
    expect(year.licence).toBe(name.endsWith('OpenMeteo') ? 'CC BY 4.0' : undefined);
    const notes = year.notes.map(({ text }) => text).join('\n');
    if (note === undefined) expect(notes).toBe('');
    else expect(notes).toContain(note);
  });
});
