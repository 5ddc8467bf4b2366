/**
 * `coldloop weather`: what a weather file or climate holds, which climates
 * there are, and a year fetched for any place.
 */

import { existsSync } from 'node:fs';
import { climateYearOf, openModels, weatherFromFile } from '../node.ts';
import { weatherJson } from '../output/weather-json.ts';
import { weatherText } from '../output/weather-text.ts';
import type { WeatherYear } from '../scenario/weather/weather-year.ts';
import { readQuantity, type Quantity, type UnitSystem } from '../units.ts';
import { type ExitCode, UsageError } from './exit.ts';
import { models } from './models.ts';
import { emphasisOfTerminal, printJson, printText, widthOfTerminal } from './print.ts';
import { openProgress } from './progress.ts';
import { didYouMean } from './scenario-files.ts';

export interface WeatherOptions {
  readonly json?: boolean;
  readonly units: UnitSystem;
}

export interface FetchOptions extends WeatherOptions {
  readonly lat: string;
  readonly lon: string;
  readonly year: string;
  readonly zone?: string;
  readonly title?: string;
  readonly model: string;
  readonly endpoint?: string;
  readonly out: string;
  readonly quiet?: boolean;
}

export function inspectWeather(file: string, options: WeatherOptions): ExitCode {
  show(yearNamed(file), options);
  return 0;
}

/** A file where there is one of that name, else a climate of the library. */
function yearNamed(name: string): WeatherYear {
  if (existsSync(name) || !/^(climates\/)?[a-z0-9-]+$/.test(name)) return weatherFromFile(name, name);
  const { library } = openModels(process.cwd());
  const id = name.startsWith('climates/') ? name : `climates/${name}`;
  const known = library.list().filter((each) => each.startsWith('climates/'));
  const wanted = id.slice('climates/'.length);
  const names = known.map((each) => each.slice('climates/'.length));
  if (!names.includes(wanted))
    throw new UsageError(`found no file and no climate "${name}"; ${didYouMean(wanted, names)}`);
  return climateYearOf(id, 1, library);
}

function show(year: WeatherYear, options: WeatherOptions, more: object = {}): void {
  if (options.json === true) printJson({ ...weatherJson(year), ...more });
  else
    printText(weatherText(year, { system: options.units, width: widthOfTerminal(), emphasis: emphasisOfTerminal() }));
}

export function listWeather(options: WeatherOptions): ExitCode {
  return models('climates', options);
}

export async function fetchWeather(options: FetchOptions): Promise<ExitCode> {
  const { fetchYear, openMeteoArchive } = await import('./weather-fetch.ts');
  const request = {
    latitude: degrees('--lat', options.lat, 'latitude', 90),
    longitude: degrees('--lon', options.lon, 'longitude', 180),
    calendarYear: wholeNumber('--year', options.year, 1940, 2200),
    ...(options.zone === undefined ? {} : { timeZoneHours: wholeNumber('--zone', options.zone, -12, 14) }),
    ...(options.title === undefined ? {} : { title: options.title }),
    model: options.model,
    cacheFolder: options.out,
    endpoint: options.endpoint ?? openMeteoArchive,
  };
  const progress = openProgress(options);
  const { file, weather, from } = await fetchYear({
    ...request,
    onAsk: (address) => progress.say(`asking ${address}`),
  });
  progress.clear();
  show(weather, options, { file, from });
  if (options.json !== true && options.quiet !== true) {
    printText(`\n${from === 'cache' ? 'Already there' : 'Written'}: ${file}`);
  }
  return 0;
}

/** `39.04`, `-77.49` or `39.04 deg` [rad]. */
function degrees(option: string, text: string, quantity: Quantity, most: number): number {
  const read = readQuantity(/^[+-]?[\d.]+$/.test(text.trim()) ? `${text.trim()} deg` : text, quantity);
  if ('fault' in read) throw new UsageError(`${option}: ${read.fault}`);
  const inDegrees = (read.value * 180) / Math.PI;
  if (!(Math.abs(inDegrees) <= most))
    throw new UsageError(`${option}: found ${text}; wanted degrees between -${most} and ${most}`);
  return read.value;
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new UsageError(`${option}: found "${text}"; wanted a whole number from ${least} to ${most}`);
  return number;
}
