/**
 * The answer of Open-Meteo's historical archive, turned into the hours of a
 * year of local standard time. Pure: who asks, and how the address is
 * reached, is the command line's business.
 *
 * Parameters and answer: open-meteo.com, historical weather API.
 */

import { zeroCelsius } from '../../constants.ts';
import { hoursPerDay, isLeapYear, monthStarts } from './calendar.ts';
import { hourlyReadings } from './hourly-readings.ts';
import type { HourlyReadings, Reading } from './hourly-readings.ts';
import { seriesFaults } from './series-faults.ts';
import type { SeriesFaults } from './series-faults.ts';

export interface OpenMeteoRequest {
  /** [rad] */
  readonly latitude: number;
  /** [rad] */
  readonly longitude: number;
  readonly calendarYear: number;
  /** `era5`, `best_match`, …; era5 is one and the same model from 1940 on. */
  readonly model: string;
}

/** What the archive says of a year, NaN where it says nothing, and of the grid cell it answers for. */
export interface OpenMeteoYear {
  readonly readings: HourlyReadings;
  /** [rad] */
  readonly latitude: number;
  /** [rad] */
  readonly longitude: number;
  /** [m] */
  readonly elevation: number;
  /** Single values the archive left empty. */
  readonly empty: number;
}

const millisecondsPerHour = 3_600_000;

interface Variable {
  readonly name: string;
  readonly unit: string;
  readonly reading: Reading;
  readonly factor: number;
  readonly offset: number;
}

const variables: readonly Variable[] = [
  { name: 'temperature_2m', unit: '°C', reading: 'dryBulb', factor: 1, offset: zeroCelsius },
  { name: 'dew_point_2m', unit: '°C', reading: 'dewPoint', factor: 1, offset: zeroCelsius },
  { name: 'surface_pressure', unit: 'hPa', reading: 'pressure', factor: 100, offset: 0 },
  { name: 'wind_speed_10m', unit: 'm/s', reading: 'windSpeed', factor: 1, offset: 0 },
];

/** The address to ask: Greenwich time, from the day before the year to the day after it, so that any zone finds its hours. */
export function openMeteoAddress(endpoint: string, request: OpenMeteoRequest): string {
  const degrees = 180 / Math.PI;
  const address = new URL(endpoint);
  const parameters = {
    latitude: (request.latitude * degrees).toFixed(4),
    longitude: (request.longitude * degrees).toFixed(4),
    start_date: `${request.calendarYear - 1}-12-31`,
    end_date: `${request.calendarYear + 1}-01-01`,
    hourly: variables.map(({ name }) => name).join(','),
    timezone: 'GMT',
    wind_speed_unit: 'ms',
    models: request.model,
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.toString();
}

/**
 * The hours of a year of local standard time.
 *
 * The reading at the end of a local hour is that of Greenwich time less the
 * zone; for zones of half and quarter hours it is interpolated between two.
 * 29 February is left out. Empty values stay missing.
 *
 * @param answer the parsed JSON
 * @param source what to call it in messages
 * @throws {SeriesError} when the answer has not the announced shape, units or hours
 */
export function openMeteoYear(
  answer: unknown,
  place: { readonly calendarYear: number; readonly timeZoneHours: number },
  source: string,
): OpenMeteoYear {
  const faults = seriesFaults(source);
  const found = isObject(answer) ? answer : {};
  const hourly = isObject(found['hourly']) ? found['hourly'] : {};
  requireUnits(found, faults);
  const first = firstStamp(hourly['time'], place.calendarYear, faults);
  const length = Array.isArray(hourly['time']) ? hourly['time'].length : 0;
  const columns = variables.map(({ name }) => columnOf(hourly[name], name, length, faults));
  const [latitude, longitude, elevation] = ['latitude', 'longitude', 'elevation'].map((name) => {
    if (typeof found[name] === 'number') return found[name];
    faults.add({ path: name, message: 'found no number; wanted that of the grid cell' });
    return NaN;
  });
  faults.throwIfAny();

  const readings = hourlyReadings();
  let empty = 0;
  variables.forEach((variable, v) => {
    const values = columns[v]!;
    empty += values.filter(Number.isNaN).length;
    fillYear(readings[variable.reading], values, first, place, variable);
  });
  const radians = Math.PI / 180;
  return { readings, latitude: latitude! * radians, longitude: longitude! * radians, elevation: elevation!, empty };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function requireUnits(answer: Record<string, unknown>, faults: SeriesFaults): void {
  if (answer['utc_offset_seconds'] !== 0) {
    const offset = String(answer['utc_offset_seconds']);
    faults.add({ path: 'utc_offset_seconds', message: `found ${offset}; wanted 0, times of Greenwich` });
  }
  const units = isObject(answer['hourly_units']) ? answer['hourly_units'] : {};
  for (const { name, unit } of variables) {
    if (units[name] === unit) continue;
    faults.add({ path: `hourly_units.${name}`, message: `found ${JSON.stringify(units[name])}; wanted "${unit}"` });
  }
}

/** Hours since 1970 of the first stamp; every following one must come an hour later, and the year must be inside. */
function firstStamp(times: unknown, calendarYear: number, faults: SeriesFaults): number {
  if (!Array.isArray(times) || times.length === 0) {
    faults.add({ path: 'hourly.time', message: 'found no list of times; wanted one' });
    return NaN;
  }
  const stamps = times.map((time) => (typeof time === 'string' ? Date.parse(`${time}Z`) / millisecondsPerHour : NaN));
  const first = stamps[0]!;
  const odd = stamps.findIndex((stamp, i) => stamp !== first + i);
  if (odd >= 0) {
    const message = `found ${JSON.stringify(times[odd])} at place ${odd + 1}; wanted one time every hour`;
    faults.add({ path: 'hourly.time', message });
    return NaN;
  }
  const wantedFirst = Date.UTC(calendarYear - 1, 11, 31) / millisecondsPerHour;
  const wantedLast = Date.UTC(calendarYear + 1, 0, 1, 23) / millisecondsPerHour;
  if (first > wantedFirst || first + stamps.length - 1 < wantedLast) {
    const message = `found ${String(times[0])} to ${String(times.at(-1))}; wanted ${calendarYear} and a day on either side`;
    faults.add({ path: 'hourly.time', message });
  }
  return first;
}

/** Values in the printed unit, NaN for null. */
function columnOf(values: unknown, name: string, length: number, faults: SeriesFaults): number[] {
  if (!Array.isArray(values) || values.length !== length) {
    const found = Array.isArray(values) ? `${values.length} values` : 'no list';
    faults.add({ path: `hourly.${name}`, message: `found ${found}; wanted ${length}, one for each time` });
    return [];
  }
  return values.map((value, i) => {
    if (value === null) return NaN;
    if (typeof value === 'number') return value;
    faults.add({
      path: `hourly.${name}`,
      message: `found ${JSON.stringify(value)} at place ${i + 1}; wanted a number`,
    });
    return NaN;
  });
}

function fillYear(
  hours: Float64Array,
  values: readonly number[],
  firstStampHour: number,
  place: { readonly calendarYear: number; readonly timeZoneHours: number },
  variable: Variable,
): void {
  const newYear = Date.UTC(place.calendarYear, 0, 1) / millisecondsPerHour;
  const march = monthStarts[2]! * hoursPerDay;
  const leapHours = isLeapYear(place.calendarYear) ? hoursPerDay : 0;
  for (let i = 0; i < hours.length; i++) {
    const localEnd = i + 1 + (i >= march ? leapHours : 0);
    const at = newYear + localEnd - place.timeZoneHours - firstStampHour;
    const below = Math.floor(at);
    const along = at - below;
    const value = along === 0 ? values[below]! : values[below]! + along * (values[below + 1]! - values[below]!);
    hours[i] = value * variable.factor + variable.offset;
  }
}
