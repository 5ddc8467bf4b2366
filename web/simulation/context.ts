/**
 * Where the worker finds what a scenario names: records in the bundle, other
 * files among those that were opened together with it. Takes the part that
 * files have on the command line, with the same words for what is missing.
 */

import {
  climateRecord,
  climateYear,
  decodeText,
  type Library,
  openLibrary,
  type PreparedScenario,
  prepareScenario,
  readWeatherFile,
  RecordError,
  recordKinds,
  recordRules,
  type Scenario,
  type ScenarioContext,
  ScenarioError,
  type WeatherYear,
} from '../../src/index.ts';
import type { OpenDocument } from './messages.ts';

export type Models = Readonly<Record<string, string>>;

/** Everything that can be asked for while a document is read. */
export interface Surroundings extends ScenarioContext {
  readonly library: Library;
  readonly beside: OpenDocument['beside'];
  /** Years that were made or read before, kept for the next run. */
  readonly years: Map<string, WeatherYear>;
}

export function surroundingsOf(models: Models, beside: OpenDocument['beside']): Surroundings {
  const read = (id: string): string | undefined => {
    if (!id.startsWith('./')) return Object.hasOwn(models, id) ? models[id] : undefined;
    const bytes = Object.hasOwn(beside, id) ? beside[id] : undefined;
    return bytes === undefined ? undefined : textOf(bytes, id);
  };
  const ids = Object.keys(models).filter((id) => id.includes('/'));
  const list = () => ids;
  return { library: openLibrary(read, recordKinds, list, recordRules), read, list, beside, years: new Map() };
}

/** The text of bytes, or a fault that names the file. */
export function textOf(bytes: Uint8Array, shown: string): string {
  const decoded = decodeText(bytes, shown);
  if ('fault' in decoded) throw new ScenarioError([decoded.fault]);
  return decoded.text;
}

/** A scenario with its weather and loads, ready to run. */
export function preparedIn(scenario: Scenario, surroundings: Surroundings): PreparedScenario {
  const traceText = (file: string): string | undefined => {
    const bytes = besideOf(file, surroundings);
    return bytes === undefined ? undefined : textOf(bytes, file);
  };
  return prepareScenario(scenario, weatherIn(scenario, surroundings), traceText);
}

function besideOf(file: string, { beside }: Surroundings): Uint8Array | undefined {
  const name = file.startsWith('./') ? file : `./${file}`;
  return Object.hasOwn(beside, name) ? beside[name] : undefined;
}

function weatherIn(scenario: Scenario, surroundings: Surroundings): WeatherYear {
  const { weather, seed } = scenario.site;
  const isFile = !/\.ya?ml$/i.test(weather) && (weather.startsWith('./') || /\.(epw|csv)$/i.test(weather));
  const key = isFile ? weather : `${weather} ${seed}`;
  const known = surroundings.years.get(key);
  if (known !== undefined) return known;
  const year = isFile ? fileYear(scenario, weather, surroundings) : recordYear(scenario, weather, seed, surroundings);
  surroundings.years.set(key, year);
  return year;
}

function fileYear(scenario: Scenario, weather: string, surroundings: Surroundings): WeatherYear {
  const bytes = besideOf(weather, surroundings);
  if (bytes !== undefined) return readWeatherFile(bytes, weather.replace(/^\.\//, ''));
  const message = `found no file "${weather}" beside the scenario; wanted an EPW or TMY3 file, or a climate such as climates/ashburn`;
  throw new ScenarioError([scenario.fault('site.weather', message)]);
}

function recordYear(scenario: Scenario, id: string, seed: number, { library }: Surroundings): WeatherYear {
  try {
    return climateYear(climateRecord(library.record(id, ['climate'])), seed);
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
