import { describe, expect, it } from 'vitest';

import { SeriesError } from '../../src/errors.ts';
import { readEpw } from '../../src/scenario/weather/epw.ts';
import { decodedText } from '../../src/scenario/weather/text-lines.ts';
import { readWeatherFile } from '../../src/scenario/weather/weather-file.ts';
import { epwLines, epwOf, headerLines, inventedDryBulb } from './epw-file.ts';

/** The faults of a text, as a user reads them. */
function faultsOf(text: string): string {
  try {
    readEpw(text, 'x.epw');
  } catch (error) {
    if (error instanceof SeriesError) return error.message;
    throw error;
  }
  throw new Error('read without a fault');
}

const celsius = (kelvin: number): number => kelvin - 273.15;

describe('a sound weather file', () => {
  const year = readEpw(epwOf(), 'x.epw');

  it('is a year of 8760 hours in SI with every moist-air column', () => {
    expect(year.hours).toBe(8760);
    expect(year.title).toBe('Springfield, ABC');
    expect(year.latitude).toBeCloseTo((40 * Math.PI) / 180, 12);
    expect(year.timeZoneHours).toBe(-5);
    expect(year.elevation).toBe(100);
    for (const hour of [0, 12, 4344, 8759]) expect(celsius(year.dryBulb[hour]!)).toBeCloseTo(inventedDryBulb(hour), 9);
    expect(year.pressure[0]).toBe(100_129);
    expect(year.windSpeed?.[0]).toBe(3.5);
    for (let i = 0; i < 8760; i++) {
      expect(year.wetBulb[i]! <= year.dryBulb[i]! && year.wetBulb[i]! >= year.dewPoint[i]! - 1).toBe(true);
    }
    expect(year.notes).toEqual([]);
  });

  it('puts the first row at the hour from 00:00 to 01:00', () => {
    expect(celsius(year.dryBulb[0]!)).toBeCloseTo(inventedDryBulb(0), 9);
  });

  it('keeps comments with commas and quotes in its source', () => {
    expect(year.source).toBe('Invented: invented, with commas, for a test quoted, and more');
  });

  it('reads the same with CRLF, a byte-order mark, blank lines, blanks round fields and spreadsheet quotes', () => {
    const crlf = `\ufeff${epwOf().replaceAll('\n', '\r\n')}\r\n\r\n`;
    expect(readEpw(crlf, 'x.epw').dryBulb).toEqual(year.dryBulb);
    const blanks = epwOf({ change: (fields) => fields.map((field) => ` ${field} `) });
    expect(readEpw(blanks, 'x.epw').dryBulb).toEqual(year.dryBulb);
    expect(readEpw(epwOf().replace('COMMENTS 1', '"COMMENTS 1"'), 'x.epw').dryBulb).toEqual(year.dryBulb);
  });

  it('reads bytes in Latin-1 as well as UTF-8', () => {
    const text = epwOf({ header: (lines) => lines.map((line) => line.replace('Springfield', 'São Paulo')) });
    const latin = Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(readWeatherFile(latin, 'x.epw').title).toBe('São Paulo, ABC');
    expect(readWeatherFile(new TextEncoder().encode(text), 'x.epw').title).toBe('São Paulo, ABC');
    expect(decodedText(latin).length).toBe(text.length);
  });

  it('finds header lines by keyword, in any order', () => {
    const shuffled = epwOf({ header: (lines) => [...lines.slice(0, 1), ...lines.slice(1).reverse()] });
    expect(readEpw(shuffled, 'x.epw').dryBulb).toEqual(year.dryBulb);
  });

  it('reads rows of ten fields, without wind', () => {
    const short = readEpw(epwOf({ change: (fields) => fields.slice(0, 10) }), 'x.epw');
    expect(short.dryBulb).toEqual(year.dryBulb);
    expect(short.windSpeed).toBeUndefined();
  });

  it('is measured when all rows are of one year, typical when they are not or the set is', () => {
    expect(year.kind).toBe('measured');
    expect(year.calendarYear).toBe(2001);
    const stitched = epwOf({ change: (f, { month }) => [String(1990 + month), ...f.slice(1)] });
    expect(readEpw(stitched, 'x.epw').kind).toBe('typical');
    const tmy = epwOf({ header: (lines) => lines.map((line) => line.replace('Invented', 'TMY3')) });
    expect(readEpw(tmy, 'x.epw').kind).toBe('typical');
    expect(readEpw(tmy, 'x.epw').calendarYear).toBeUndefined();
  });

  it('takes its design conditions from its own hours when the header has none, and says so', () => {
    expect(year.design.basis).toBe('this year');
    expect(year.design.cooling.map(({ percent }) => percent)).toEqual([0.4, 1, 2]);
    const hotter = year.dryBulb.filter((value) => value > year.design.cooling[0]!.dryBulb).length;
    // Equal readings at the value itself are not hotter.
    expect(hotter / 8760).toBeLessThanOrEqual(0.004);
    expect(hotter).toBeGreaterThan(0);
  });
});

describe('repairs', () => {
  const missing = (from: number, to: number, field: number, code: string) =>
    epwOf({
      change: (fields, { month, day, hour }) => {
        if (month === 3 && day === 10 && hour >= from && hour <= to) fields[field] = code;
        return fields;
      },
    });
  const first = (31 + 28 + 9) * 24;

  it('interpolate gaps of six hours and count them', () => {
    const year = readEpw(missing(5, 10, 6, '99.9'), 'x.epw');
    const before = year.dryBulb[first + 3]!;
    const after = year.dryBulb[first + 10]!;
    for (let k = 1; k <= 6; k++) {
      expect(year.dryBulb[first + 3 + k]!).toBeCloseTo(before + ((after - before) * k) / 7, 9);
    }
    expect(year.notes).toContainEqual({ owner: 'x.epw', text: 'dry bulb missing, interpolated', hours: 6 });
  });

  it('treat a blank field as missing', () => {
    expect(readEpw(missing(5, 6, 6, ''), 'x.epw').notes).toContainEqual(expect.objectContaining({ hours: 2 }));
  });

  it('refuse gaps of seven hours by their first and last', () => {
    expect(faultsOf(missing(5, 11, 6, '99.9'))).toBe(
      'x.epw:1645:1 dry bulb: found none for 7 hours, 10 March hour 5 to 10 March hour 11; wanted gaps of at most 6 hours',
    );
  });

  it('bridge a gap over New Year from December to January', () => {
    const text = epwOf({
      change: (fields, { month, day, hour }) => {
        const atNewYear = (month === 12 && day === 31 && hour > 21) || (month === 1 && day === 1 && hour < 4);
        if (atNewYear) fields[6] = '99.9';
        return fields;
      },
    });
    const year = readEpw(text, 'x.epw');
    const before = year.dryBulb[8756]!;
    const after = year.dryBulb[3]!;
    expect(year.dryBulb[8759]!).toBeCloseTo(before + ((after - before) * 3) / 7, 9);
    expect(year.notes).toContainEqual(expect.objectContaining({ hours: 6 }));
  });

  it('find the dew point from relative humidity where only that is given', () => {
    const year = readEpw(epwOf({ change: (f) => [...f.slice(0, 6), '25.0', '99.9', '50', ...f.slice(9)] }), 'x.epw');
    // Dew point of 25 °C and 50 %: 13.86 °C, ASHRAE psychrometric chart no. 1.
    expect(celsius(year.dewPoint[0]!)).toBeCloseTo(13.86, 1);
    expect(year.notes).toContainEqual(expect.objectContaining({ hours: 8760 }));
  });

  it('bring a dew point above the dry bulb down to it', () => {
    const year = readEpw(missing(5, 5, 7, '30.0'), 'x.epw');
    expect(year.dewPoint[first + 4]).toBe(year.dryBulb[first + 4]);
    expect(year.notes).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('dew point above'), hours: 1 }),
    );
  });

  it('take a missing pressure from the standard atmosphere at the elevation', () => {
    const year = readEpw(epwOf({ change: (f) => [...f.slice(0, 9), '999999', ...f.slice(10)] }), 'x.epw');
    // ISO 2533: 100 129 Pa at 100 m.
    expect(year.pressure[4000]).toBeCloseTo(100_129, -1);
    expect(year.notes[0]?.hours).toBe(8760);
  });

  it('drop 29 February and say so', () => {
    const year = readEpw(epwOf({ year: 2004 }), 'x.epw');
    expect(celsius(year.dryBulb[59 * 24]!)).toBeCloseTo(inventedDryBulb(59 * 24), 9);
    expect(year.notes).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('29 February'), hours: 24 }),
    );
  });

  it.each([2, 4])('average %i records of an hour', (recordsPerHour) => {
    let count = 0;
    const text = epwOf({
      recordsPerHour,
      header: (lines) => lines.map((line) => line.replace('PERIODS,1,1', `PERIODS,1,${recordsPerHour}`)),
      change: (f) => [...f.slice(0, 6), (Number(f[6]) + (count++ % recordsPerHour)).toFixed(1), ...f.slice(7)],
    });
    const year = readEpw(text, 'x.epw');
    const offset = (recordsPerHour - 1) / 2;
    for (const hour of [0, 5000]) expect(celsius(year.dryBulb[hour]!)).toBeCloseTo(inventedDryBulb(hour) + offset, 9);
  });
});

describe('faults of a weather file', () => {
  const spoilt = (at: number, line: string | undefined): string => {
    const lines = epwLines();
    if (line === undefined) lines.splice(at - 1, 1);
    else lines[at - 1] = line;
    return `${lines.join('\n')}\n`;
  };
  const row = (at: number): string => epwLines()[at - 1]!;

  it('name the hour that is left out', () => {
    expect(faultsOf(spoilt(100, undefined))).toBe(
      'x.epw:100:1 hour: found 4 January hour 21; wanted 4 January hour 20: 1 hour is missing',
    );
  });

  it('name the hour that comes twice', () => {
    const lines = epwLines();
    lines.splice(100, 0, lines[99]!);
    expect(faultsOf(lines.join('\n'))).toBe('x.epw:101:1 hour: found 4 January hour 20 again; wanted each hour once');
  });

  it('name both hours that stand in the wrong order', () => {
    const lines = epwLines();
    [lines[100], lines[101]] = [lines[101]!, lines[100]!];
    const faults = faultsOf(lines.join('\n'));
    expect(faults).toContain('x.epw:101:1 hour: found 4 January hour 22; wanted 4 January hour 21: 1 hour is missing');
    expect(faults).toContain('x.epw:102:1 hour: found 4 January hour 21 after 4 January hour 22');
  });

  it('name the first missing hour of a file cut short', () => {
    const lines = epwLines().slice(0, 5000);
    const faults = faultsOf(`${lines.join('\n')}\n2001,7,2`);
    expect(faults).toContain('x.epw:5001:1: found 3 fields; wanted at least 10, up to the pressure');
    expect(faults).toContain('the first missing one is 28 July hour 1');
    expect(faults.split('\n').length).toBe(2);
  });

  it('refuse 29 February in part', () => {
    const text = epwOf({
      year: 2004,
      change: (f, at) => (at.month === 2 && at.day === 29 && at.hour > 12 ? undefined : f),
    });
    expect(faultsOf(text)).toContain('wanted 29 February hour 13: 12 hours are missing');
    const late = epwOf({
      year: 2004,
      change: (f, at) => (at.month === 2 && at.day === 29 && at.hour === 1 ? undefined : f),
    });
    expect(faultsOf(late)).toContain('found 29 February hour 2; wanted 29 February hour 1: 1 hour is missing');
  });

  it('name line, column, what was found and what was wanted of a reading', () => {
    const fields = row(50).split(',');
    fields[6] = 'warm';
    fields[9] = '10.1';
    expect(faultsOf(spoilt(50, fields.join(',')))).toBe(
      [
        'x.epw:50:21 dry bulb: found "warm"; wanted a number of °C, -70 … 70, or the missing code',
        'x.epw:50:34 pressure: found "10.1"; wanted a number of Pa, 31000 … 120000, or the missing code',
      ].join('\n'),
    );
  });

  it.each([
    ['NaN', 6],
    ['Infinity', 6],
    ['1e999', 6],
    ['0x10', 6],
    ['-80', 6],
    ['72', 7],
    ['-5', 8],
    ['12 ,', 6],
  ])('refuse %s in field %i', (value, field) => {
    const fields = row(50).split(',');
    fields[field] = value;
    expect(() => readEpw(spoilt(50, fields.join(',')), 'x.epw')).toThrow(SeriesError);
  });

  it.each([
    ['13,1,1', 'month: found "13"; wanted a whole number, 1 … 12'],
    ['1,32,1', 'day: found "32"; wanted a whole number, 1 … 31'],
    ['4,31,1', 'day: found "31"; wanted a whole number, 1 … 30'],
    ['1,1,0', 'hour: found "0"; wanted a whole number, 1 … 24'],
    ['1,1,1.5', 'hour: found "1.5"; wanted a whole number, 1 … 24'],
  ])('refuse the date %s', (date, message) => {
    const fields = row(50).split(',');
    expect(faultsOf(spoilt(50, [fields[0], date, ...fields.slice(4)].join(',')))).toContain(message);
  });

  it.each([
    ['LOCATION,A,B,C,D,1,91,-75,-5,100', 'latitude: found "91"; wanted a number of °, -90 … 90'],
    ['LOCATION,A,B,C,D,1,40,-75,-5', 'elevation: found ""'],
    ['LOCATION,A,B,C,D,1,40,east,-5,100', 'longitude: found "east"'],
    ['LOCATION', 'latitude: found ""'],
  ])('refuse %s', (line, message) => {
    expect(faultsOf(spoilt(1, line))).toContain(message);
  });

  it.each([
    ['DATA PERIODS,1,3,Data,Sunday,1/1,12/31', 'found "3" records per hour; wanted 1, 2 or 4'],
    ['DATA PERIODS,2,1,Data,Sunday,1/1,6/30', 'found "2" data periods; wanted 1, a whole year'],
  ])('refuse %s', (line, message) => {
    expect(faultsOf(spoilt(8, line))).toContain(message);
  });

  it('miss LOCATION and DATA PERIODS', () => {
    const faults = faultsOf(epwOf({ header: (lines) => lines.slice(1, 7) }));
    expect(faults).toContain('found no LOCATION line');
    expect(faults).toContain('found no DATA PERIODS line');
  });

  it('are all told at once, the hundredth only counted', () => {
    const faults = faultsOf(epwOf({ change: (f) => [...f.slice(0, 6), 'x', ...f.slice(7)] }));
    expect(faults.split('\n').length).toBe(41);
    expect(faults).toMatch(/and \d+ more faults of this file$/);
  });

  it('follow the rows where DATA PERIODS is damaged, and say so', () => {
    const year = readEpw(spoilt(8, 'DATA PERIODS,1,1,Data,Sunday,1-Jan,31-Dec'), 'x.epw');
    expect(year.notes[0]?.text).toContain('1-Jan');
  });

  it.each([
    ['', 'found an empty file'],
    ['\n\n', 'found an empty file'],
    ['PK\u0003\u0004\0\0', 'found binary content'],
    ['<html><body>404</body></html>', 'wanted a header line, LOCATION first'],
    ['{"hourly": {}}', 'wanted a header line, LOCATION first'],
    [headerLines.join('\n'), 'found no hourly rows'],
    [headerLines[0]!, 'found no DATA PERIODS line'],
    ['2001,1,1,1,60,?,1,1,75,100000', 'found no LOCATION line'],
  ])('refuse %j', (text, message) => {
    expect(faultsOf(text)).toContain(message);
  });
});

describe('doubts about a weather file', () => {
  const textsOf = (text: string): string =>
    readEpw(text, 'x.epw')
      .notes.map((note) => note.text)
      .join('\n');

  it('sea-level pressure at a mountain station', () => {
    const high = epwOf({ header: (lines) => lines.map((line) => line.replace('-5.0,100.0', '-5.0,1600.0')) });
    expect(textsOf(high)).toContain('mean pressure is 100.1 kPa where the standard atmosphere has 83.5 kPa at 1600 m');
  });

  it('a jump of the dry bulb', () => {
    const text = epwOf({
      change: (f, at) => [
        ...f.slice(0, 6),
        at.month === 6 && at.day === 1 && at.hour === 12 ? '45.0' : f[6]!,
        ...f.slice(7),
      ],
    });
    expect(textsOf(text)).toMatch(/dry bulb jumps by up to \d+\.\d K in an hour, 1 June hour 1[23]/);
  });

  it('a dry bulb that stands still for a day', () => {
    const text = epwOf({
      change: (f, at) => [...f.slice(0, 6), at.month === 6 && at.day === 1 ? '20.0' : f[6]!, ...f.slice(7)],
    });
    expect(textsOf(text)).toContain('dry bulb stands still');
  });

  it('dew point against relative humidity', () => {
    const text = epwOf({
      change: (f, at) => [...f.slice(0, 8), at.month === 6 && at.day === 1 ? '20' : f[8]!, ...f.slice(9)],
    });
    expect(textsOf(text)).toContain('disagree by more than 2 K');
  });
});
