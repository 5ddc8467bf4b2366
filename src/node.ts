/**
 * The API's Node face: files around the core. Records come from the package's
 * `models/`, other files from beside the scenario that names them.
 */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RecordError, ScenarioError, SeriesError } from './errors.ts';
import { decodeText } from './library/document.ts';
import { type Library, openLibrary } from './library/library.ts';
import { isComparison, readComparison, readScenario, type ScenarioContext } from './scenario/read-scenario.ts';
import { recordKinds, recordRules } from './scenario/record-kinds.ts';
import type { Scenario } from './scenario/scenario.ts';
import { climateRecord } from './scenario/weather/climate-record.ts';
import { climateYear } from './scenario/weather/climate-year.ts';
import { decodedText } from './scenario/weather/text-lines.ts';
import { readWeatherFile } from './scenario/weather/weather-file.ts';
import type { WeatherYear } from './scenario/weather/weather-year.ts';
import { type PreparedScenario, prepareScenario } from './study/scenario-run.ts';

/** Where the records that ship with coldloop lie. */
export const modelsFolder = fileURLToPath(new URL('../models', import.meta.url));

/** Files beyond this are refused unread. */
const largestFile = 100_000_000;

/** The text of a scenario or record, or a fault that names the file as the user did. */
export function readTextFile(path: string, shown: string): string {
  const read = fileBytes(path);
  const decoded =
    'fault' in read ? { fault: { file: shown, path: '', message: read.fault } } : decodeText(read.bytes, shown);
  if ('fault' in decoded) throw new ScenarioError([decoded.fault]);
  return decoded.text;
}

/** The bytes of a weather file or trace, which may be larger and in older alphabets. */
function seriesBytes(path: string, shown: string): Uint8Array {
  const read = fileBytes(path);
  if ('fault' in read) throw new SeriesError([{ file: shown, path: '', message: read.fault }]);
  return read.bytes;
}

function fileBytes(path: string): { readonly bytes: Uint8Array } | { readonly fault: string } {
  if (!existsSync(path)) return { fault: 'found no such file' };
  const status = statSync(path);
  if (status.isDirectory()) return { fault: 'found a folder; wanted a file' };
  if (!status.isFile()) return { fault: 'is no ordinary file' };
  if (status.size <= largestFile) return { bytes: readFileSync(path) };
  return { fault: `found ${Math.round(status.size / 1e6)} MB; wanted at most ${largestFile / 1e6} MB` };
}

/** Everything a scenario in a folder may ask for. */
export function openModels(folder: string): ScenarioContext & { readonly library: Library } {
  const texts = new Map<string, string | undefined>();
  const read = (id: string): string | undefined => {
    if (!texts.has(id)) texts.set(id, textOf(id, folder));
    return texts.get(id);
  };
  let ids: readonly string[] | undefined;
  const list = () => (ids ??= recordIds(modelsFolder));
  return { library: openLibrary(read, recordKinds, list, recordRules), read, list };
}

function textOf(id: string, folder: string): string | undefined {
  const path = id.startsWith('./') ? join(folder, id) : join(modelsFolder, `${id}.yaml`);
  if (id.split('/').includes('..') || !existsSync(path)) return undefined;
  return readTextFile(path, id.startsWith('./') ? id : `models/${id}.yaml`);
}

function recordIds(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replaceAll('\\', '/').slice(0, -'.yaml'.length))
    .filter((id) => id.includes('/'))
    .sort();
}

/** Scenarios of a file: one, or the variants of a comparison with its title and baseline. */
export interface OpenedScenarios {
  readonly title: string;
  readonly baseline: string;
  readonly comparison: boolean;
  readonly scenarios: readonly Scenario[];
  readonly folder: string;
  readonly library: Library;
}

/** Reads a scenario or comparison file. */
export function openScenarioFile(file: string): OpenedScenarios {
  const path = resolve(file);
  const folder = dirname(path);
  const text = readTextFile(path, file);
  const context = openModels(folder);
  if (isComparison(text, file)) {
    const { title, baseline, variants } = readComparison(text, file, context);
    return { title, baseline, comparison: true, scenarios: variants, folder, library: context.library };
  }
  const scenario = readScenario(text, file, context);
  return {
    title: scenario.title,
    baseline: scenario.name,
    comparison: false,
    scenarios: [scenario],
    folder,
    library: context.library,
  };
}

const years = new Map<string, WeatherYear>();

/** The weather a scenario names; a year is made or read once and kept. */
export function weatherOf(scenario: Scenario, folder: string, library: Library): WeatherYear {
  const { weather, seed } = scenario.site;
  const isRecord = /\.ya?ml$/i.test(weather);
  const isFile = !isRecord && (weather.startsWith('./') || /\.(epw|csv)$/i.test(weather));
  const key = isFile ? resolve(folder, weather) : `${weather} ${seed}`;
  const known = years.get(key);
  if (known !== undefined) return known;
  if (isFile && !existsSync(key)) {
    const message = `found no file "${weather}" beside the scenario; wanted an EPW or TMY3 file, or a climate such as climates/ashburn`;
    throw new ScenarioError([scenario.fault('site.weather', message)]);
  }
  const year = isFile
    ? weatherFromFile(key, relative(process.cwd(), key) || weather)
    : weatherFromRecord(scenario, weather, seed, library);
  years.set(key, year);
  return year;
}

function weatherFromRecord(scenario: Scenario, id: string, seed: number, library: Library): WeatherYear {
  try {
    return climateYearOf(id, seed, library);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    const faults = error.faults.map((fault) =>
      fault.file === id && fault.line === undefined
        ? scenario.fault('site.weather', `found "${id}": ${fault.message}`)
        : fault,
    );
    throw new ScenarioError(faults);
  }
}

/** The synthetic year of a climate record. */
export function climateYearOf(id: string, seed: number, library: Library): WeatherYear {
  return climateYear(climateRecord(library.record(id, ['climate'])), seed);
}

/** A year from an EPW or TMY3 file; faults name the file as `shown`. */
export function weatherFromFile(path: string, shown: string): WeatherYear {
  return readWeatherFile(seriesBytes(path, shown), shown);
}

/** A scenario with its weather and loads, ready to run. */
export function prepare(scenario: Scenario, folder: string, library: Library): PreparedScenario {
  const traceText = (file: string): string | undefined => {
    const path = resolve(folder, file);
    return existsSync(path) ? decodedText(seriesBytes(path, file)) : undefined;
  };
  return prepareScenario(scenario, weatherOf(scenario, folder, library), traceText);
}
