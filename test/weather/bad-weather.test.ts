/** Broken weather files: each is refused in words that say where and what, and none ever crashes the reader. */

import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { SeriesError } from '../../src/errors.ts';
import { readWeatherFile } from '../../src/scenario/weather/weather-file.ts';
import { epwOf } from './epw-file.ts';

const folder = new URL('../bad-weather/', import.meta.url);

const wanted: Readonly<Record<string, readonly string[]>> = {
  'archive.epw': ['archive.epw: found binary content; wanted a text file'],
  'byte-text.epw': [
    `byte-text.epw:1:1: found "b'LOCATION"; wanted a header line, LOCATION first, or a row of hourly data`,
  ],
  'columns-missing.csv': [
    'columns-missing.csv:2:1: found no column "Dew-point (C)"; wanted one',
    'columns-missing.csv:2:1: found no column "Pressure (mbar)"; wanted one',
  ],
  'cut-short.epw': [
    'cut-short.epw:12:1: found 7 fields; wanted at least 10, up to the pressure',
    'cut-short.epw:12:1 hour: found the end of the file after 1 January hour 4; wanted 8760 hours: the first missing one is 1 January hour 5',
    'cut-short.epw:12:1 dew point and relative humidity: found none for 8757 hours',
  ],
  'disorder.epw': [
    'disorder.epw:10:1 hour: found 1 January hour 1 again; wanted each hour once',
    'disorder.epw:11:1 hour: found 1 January hour 4; wanted 1 January hour 2: 2 hours are missing',
    'disorder.epw:12:1 hour: found 1 January hour 3 after 1 January hour 4; wanted the hours in calendar order',
    'disorder.epw:13:10 hour: found "25"; wanted a whole number, 1 … 24',
    'disorder.epw:14:10 hour: found "x"; wanted a whole number, 1 … 24',
    'disorder.epw:15:18 dry bulb: found "99"; wanted a number of °C, -70 … 70, or the missing code',
    'disorder.epw:15:1 hour: found the end of the file after 1 January hour 5',
  ],
  'empty.epw': ['empty.epw: found an empty file; wanted an EPW weather file'],
  'header-only.epw': ['header-only.epw:8:1 hour: found no hourly rows; wanted 8760, from 1 January hour 1'],
  'no-location.epw': ['no-location.epw:8:1: found no LOCATION line; wanted one in the header'],
  'web-page.epw': ['web-page.epw:1:1: found "<!DOCTYPE html>"; wanted a header line'],
  'wrong-site.epw': [
    'wrong-site.epw:1:45 latitude: found "400"; wanted a number of °, -90 … 90',
    'wrong-site.epw:1:55 time zone: found "Eastern"; wanted a number of h, -12 … 14',
    'wrong-site.epw:8:16 DATA PERIODS: found "6" records per hour; wanted 1, 2 or 4',
  ],
};

function messageOf(file: string): string {
  try {
    readWeatherFile(readFileSync(new URL(file, folder)), file);
  } catch (error) {
    if (error instanceof SeriesError) return error.message;
    throw error;
  }
  throw new Error(`${file} was read without a fault`);
}

describe('broken weather files', () => {
  it.each(readdirSync(folder))('%s is refused by name and place', (file) => {
    const message = messageOf(file);
    expect(wanted[file]).toBeDefined();
    for (const text of wanted[file]!) expect(message).toContain(text);
  });
});

describe('a file damaged anywhere', () => {
  const sound = epwOf();

  it('is read or refused, never a crash', () => {
    const junk = fc.string({ unit: 'binary', maxLength: 40 });
    const spot = fc.record({ at: fc.nat(sound.length - 1), drop: fc.nat(3000), junk });
    fc.assert(
      fc.property(spot, ({ at, drop, junk: text }) => {
        try {
          const year = readWeatherFile(sound.slice(0, at) + text + sound.slice(at + drop), 'x.epw');
          expect(year.wetBulb.every(Number.isFinite)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(SeriesError);
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('is refused wherever it is cut', () => {
    const end = sound.lastIndexOf(',100129,') + 6;
    fc.assert(
      fc.property(fc.nat(end), (at) => {
        expect(() => readWeatherFile(sound.slice(0, at), 'x.epw')).toThrow(SeriesError);
      }),
      { numRuns: 40, seed: 2 },
    );
  });

  it('of random bytes is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(() => readWeatherFile(bytes, 'x.epw')).toThrow(SeriesError);
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});
