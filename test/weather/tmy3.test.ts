import { describe, expect, it } from 'vitest';

import { SeriesError } from '../../src/errors.ts';
import { readTmy3Csv } from '../../src/scenario/weather/tmy3.ts';
import { readWeatherFile } from '../../src/scenario/weather/weather-file.ts';
import { inventedDryBulb } from './epw-file.ts';

const station = `724030,"SPRINGFIELD INT'L AR, INVENTED",XX,-5.0,38.935,-77.447,93`;
const heads =
  'Date (MM/DD/YYYY),Time (HH:MM),ETR (W/m^2),Dry-bulb (C),Dry-bulb source,Dew-point (C),RHum (%),Pressure (mbar),Wspd (m/s)';
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function tmy3(change: (row: string, index: number) => string | undefined = (row) => row): string {
  const rows: string[] = [];
  let hour = 0;
  days.forEach((length, m) => {
    for (let day = 1; day <= length; day++) {
      for (let h = 1; h <= 24; h++) {
        const two = (value: number): string => String(value).padStart(2, '0');
        const dryBulb = inventedDryBulb(hour);
        const fields = [
          `${two(m + 1)}/${two(day)}/${1980 + m}`,
          `${two(h)}:00`,
          0,
          dryBulb,
          'A',
          (dryBulb - 4).toFixed(1),
          75,
          1002,
          3.1,
        ];
        const row = change(fields.join(','), hour);
        if (row !== undefined) rows.push(row);
        hour += 1;
      }
    }
  });
  return `${[station, heads, ...rows].join('\r\n')}\r\n`;
}

const faultsOf = (text: string): string => {
  try {
    readTmy3Csv(text, 'x.csv');
  } catch (error) {
    if (error instanceof SeriesError) return error.message;
    throw error;
  }
  throw new Error('read without a fault');
};

describe('a TMY3 file', () => {
  it('is a typical year of its station in SI', () => {
    const year = readTmy3Csv(tmy3(), 'x.csv');
    expect(year.title).toBe("SPRINGFIELD INT'L AR, INVENTED, XX");
    expect(year.kind).toBe('typical');
    expect(year.latitude).toBeCloseTo((38.935 * Math.PI) / 180, 12);
    expect(year.timeZoneHours).toBe(-5);
    expect(year.elevation).toBe(93);
    expect(year.pressure[0]).toBe(100_200);
    expect(year.windSpeed?.[0]).toBe(3.1);
    for (const hour of [0, 4000, 8759]) expect(year.dryBulb[hour]! - 273.15).toBeCloseTo(inventedDryBulb(hour), 9);
    expect(year.notes).toEqual([]);
  });

  it('is told from an EPW file by its second line', () => {
    expect(readWeatherFile(tmy3(), 'x.csv').source).toBe('NREL TMY3');
  });

  it('has missing readings of −9900 filled and counted', () => {
    const text = tmy3((row, hour) => (hour === 100 ? row.replace(/,1002,/, ',-9900,') : row));
    const year = readTmy3Csv(text, 'x.csv');
    expect(year.pressure[100]).toBe(100_200);
    expect(year.notes).toContainEqual({ owner: 'x.csv', text: 'pressure missing, interpolated', hours: 1 });
  });

  it('is refused with hours that begin at 00:00, with gaps, and with words for numbers', () => {
    expect(faultsOf(tmy3((row) => row.replace('24:00', '00:00')))).toContain(
      'x.csv:26:12 time: found "00:00"; wanted the end of the hour',
    );
    expect(faultsOf(tmy3((row, hour) => (hour === 50 ? undefined : row)))).toContain(
      'wanted 3 January hour 3: 1 hour is missing',
    );
    expect(faultsOf(tmy3((row, hour) => (hour === 0 ? row.replace(',A,', ',A,wet') : row)))).toContain(
      'x.csv:3:25 dew point: found',
    );
    expect(faultsOf(tmy3((row, hour) => (hour === 0 ? row.replace('01/01/', '01.01.') : row)))).toContain(
      'wanted a date such as 12/31/2001',
    );
  });

  it('is refused without a station or columns', () => {
    expect(faultsOf('')).toContain('found an empty file');
    expect(faultsOf(`${station}\n`)).toContain('wanted the column names in the second');
    expect(faultsOf('1,"A",XX,east,38,-77,93\n')).toContain('x.csv:1:10 time zone: found "east"');
    expect(faultsOf(`${station}\nDate,Time\n`)).toContain('found no column "Date (MM/DD/YYYY)"');
  });
});
