import { describe, expect, it } from 'vitest';

import { SeriesError } from '../../src/errors.ts';
import { openMeteoAddress, openMeteoYear } from '../../src/scenario/weather/open-meteo.ts';
import { openMeteoAnswer } from './open-meteo-answer.ts';

const celsius = (kelvin: number): number => kelvin - 273.15;
const read = (answer: unknown, calendarYear: number, timeZoneHours: number) =>
  openMeteoYear(answer, { calendarYear, timeZoneHours }, 'answer');

describe('the address of a year', () => {
  it('asks for Greenwich time from a day before to a day after', () => {
    const request = {
      latitude: (39.9 * Math.PI) / 180,
      longitude: (-77.5 * Math.PI) / 180,
      calendarYear: 2023,
      model: 'era5',
    };
    const address = new URL(openMeteoAddress('https://example.org/v1/archive', request));
    expect(Object.fromEntries(address.searchParams)).toEqual({
      latitude: '39.9000',
      longitude: '-77.5000',
      start_date: '2022-12-31',
      end_date: '2024-01-01',
      hourly: 'temperature_2m,dew_point_2m,surface_pressure,wind_speed_10m',
      timezone: 'GMT',
      wind_speed_unit: 'ms',
      models: 'era5',
    });
  });
});

describe('an answer becomes hours of local standard time', () => {
  const ramp = { temperature: (n: number) => n / 1000 };

  it.each([0, 1, 9, -8])('in the zone %i h: hour 1 is the reading at 01:00 local', (zone) => {
    const year = read(openMeteoAnswer({ calendarYear: 2023, ...ramp }), 2023, zone);
    for (const i of [0, 1, 4000, 8759])
      expect(celsius(year.readings.dryBulb[i]!)).toBeCloseTo((i + 1 - zone) / 1000, 9);
    expect(year.readings.pressure[0]).toBe(100_050);
    expect(year.readings.windSpeed[0]).toBe(2.5);
  });

  it('between two readings in zones of half and quarter hours', () => {
    const year = read(openMeteoAnswer({ calendarYear: 2023, ...ramp }), 2023, 5.5);
    expect(celsius(year.readings.dryBulb[0]!)).toBeCloseTo(-4.5 / 1000, 9);
    const quarter = read(openMeteoAnswer({ calendarYear: 2023, ...ramp }), 2023, 5.75);
    expect(celsius(quarter.readings.dryBulb[0]!)).toBeCloseTo(-4.75 / 1000, 9);
  });

  it('without 29 February', () => {
    const year = read(openMeteoAnswer({ calendarYear: 2024, ...ramp }), 2024, 0);
    const march = 59 * 24;
    expect(celsius(year.readings.dryBulb[march - 1]!)).toBeCloseTo(march / 1000, 9);
    expect(celsius(year.readings.dryBulb[march]!)).toBeCloseTo((march + 25) / 1000, 9);
    expect(celsius(year.readings.dryBulb[8759]!)).toBeCloseTo(8784 / 1000, 9);
  });

  it('with empty values missing and counted', () => {
    const answer = openMeteoAnswer({ calendarYear: 2023, temperature: (n) => (n >= 100 && n < 103 ? null : 5) });
    const year = read(answer, 2023, 0);
    expect(year.empty).toBe(6);
    expect(Array.from(year.readings.dryBulb.slice(98, 104), (v) => !Number.isNaN(v))).toEqual([
      true,
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('an answer that is not the announced one is refused', () => {
  const answer = () => openMeteoAnswer({ calendarYear: 2023 });
  const hourly = (change: Record<string, unknown>) => ({
    ...answer(),
    hourly: { ...(answer()['hourly'] as object), ...change },
  });
  const times = (answer()['hourly'] as { time: string[] }).time;

  it.each([
    ['null', null, 'hourly.time: found no list'],
    ['a list', [], 'hourly.time: found no list'],
    ['local time', { ...answer(), utc_offset_seconds: 3600 }, 'utc_offset_seconds: found 3600; wanted 0'],
    [
      'Fahrenheit',
      { ...answer(), hourly_units: { temperature_2m: '°F' } },
      'hourly_units.temperature_2m: found "°F"; wanted "°C"',
    ],
    ['a missing column', hourly({ dew_point_2m: undefined }), 'hourly.dew_point_2m: found no list'],
    ['a short column', hourly({ dew_point_2m: [1, 2] }), 'hourly.dew_point_2m: found 2 values; wanted 8808'],
    ['words', hourly({ dew_point_2m: times }), 'at place 1; wanted a number'],
    ['a repeated time', hourly({ time: [times[0], ...times.slice(0, -1)] }), 'at place 2; wanted one time every hour'],
    ['another year', openMeteoAnswer({ calendarYear: 2022 }), 'wanted 2023 and a day on either side'],
    ['no place', { ...answer(), elevation: null }, 'elevation: found no number'],
  ])('%s', (_, found, message) => {
    expect(() => read(found, 2023, 1)).toThrow(SeriesError);
    expect(() => read(found, 2023, 1)).toThrow(message);
  });
});
