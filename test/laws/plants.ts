/**
 * Plants for the laws: the shipped systems and scenarios, run over whole years
 * or over hours that a test makes up, and their numbers by name.
 */

import { readdirSync } from 'node:fs';
import type { DesignWeather } from '../../src/machines/machine.ts';
import { modelsFolder, openModels, openScenarioFile, prepare } from '../../src/node.ts';
import type { Plant } from '../../src/plant/plant.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { type Forcing, solveYear, type YearRun } from '../../src/solver/year.ts';
import { assembleScenario, type PreparedScenario, prepareScenario } from '../../src/study/scenario-run.ts';
import type { WeatherYear } from '../../src/scenario/weather/weather-year.ts';
import { humidityRatioFromWetBulb, wetBulb } from '../../src/fluids/moist-air.ts';

/** Ids of all systems of the library. */
export const systemIds: readonly string[] = readdirSync(`${modelsFolder}/systems`)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `systems/${name.slice(0, -'.yaml'.length)}`)
  .toSorted();

const models = openModels('scenarios');

/** The words of a site in a climate; prices do not matter to the laws. */
export function siteText(climate: string): string {
  return `site: { weather: climates/${climate}, electricityPrice: 0.1 USD/kWh, waterPrice: 2 USD/m³, carbonIntensity: 0.3 kg/kWh, tokenRate: 1000 token/s }`;
}

/** A scenario from its text. */
export function scenarioOf(text: string): Scenario {
  return readScenario(text, 'plant.yaml', models);
}

/** A shipped system at a climate, with `set:` lines of its own. */
export function systemScenario(
  system: string,
  climate: string,
  settings: Readonly<Record<string, string>> = {},
): Scenario {
  const lines = Object.entries(settings).map(([key, value]) => `  ${key}: ${value}`);
  return scenarioOf(
    [`title: ${system}`, `system: ${system}`, siteText(climate), ...(lines.length > 0 ? ['set:', ...lines] : [])].join(
      '\n',
    ),
  );
}

export function preparedOf(scenario: Scenario): PreparedScenario {
  return prepare(scenario, 'scenarios', models.library);
}

/** A scenario of `scenarios/`, with its own weather. */
export function preparedFile(name: string): PreparedScenario {
  const { scenarios, folder, library } = openScenarioFile(`scenarios/${name}`);
  return prepare(scenarios[0]!, folder, library);
}

/** An hour that a test makes up [K], [1], [Pa]. */
export interface MadeHour {
  readonly dryBulb: number;
  readonly humidityRatio: number;
  readonly utilisation: number;
  readonly pressure?: number;
}

/** Made-up hours as the columns that drive a plant; every load follows the same utilisation. */
export function forcingOf(hours: readonly MadeHour[], loads: Iterable<string>): Forcing {
  const pressure = Float64Array.from(hours, (hour) => hour.pressure ?? 101_325);
  return {
    dryBulb: Float64Array.from(hours, (hour) => hour.dryBulb),
    wetBulb: Float64Array.from(hours, (hour, i) => wetBulb(hour.dryBulb, hour.humidityRatio, pressure[i]!)),
    humidityRatio: Float64Array.from(hours, (hour) => hour.humidityRatio),
    pressure,
    utilisation: new Map([...loads].map((load) => [load, Float64Array.from(hours, (hour) => hour.utilisation)])),
  };
}

/** Some hours of a year's columns, in the order given. */
export function pickedHours(forcing: Forcing, hours: readonly number[]): Forcing {
  const pick = (column: Float64Array): Float64Array => Float64Array.from(hours, (hour) => column[hour]!);
  const { dryBulb, wetBulb: wet, humidityRatio, pressure, utilisation } = forcing;
  return {
    dryBulb: pick(dryBulb),
    wetBulb: pick(wet),
    humidityRatio: pick(humidityRatio),
    pressure: pick(pressure),
    utilisation: new Map([...utilisation].map(([load, column]) => [load, pick(column)])),
  };
}

/** `count` hours spread evenly over a year, each at another time of day. */
export function spreadHours(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => Math.floor((i * 8760) / count) + (i % 24)).filter(
    (hour) => hour < 8760,
  );
}

/** A plant with the hours it ran through, and its columns by name. */
export interface Ran {
  readonly plant: Plant;
  readonly run: YearRun;
  of(column: string): Float64Array;
  /** The size of a machine, circuit or stage of the chain. */
  size(owner: string, name: string): number;
}

export function ran(plant: Plant, forcing: Forcing): Ran {
  const run = solveYear(plant, forcing);
  const columns = new Map(run.columns.map((column) => [column.name, column]));
  return {
    plant,
    run,
    of(name) {
      const column = columns.get(name);
      if (column === undefined) throw new RangeError(`no column ${name}`);
      return column.values;
    },
    size(owner, name) {
      const size = plant.sizes.find((candidate) => candidate.owner === owner && candidate.name === name);
      if (size === undefined) throw new RangeError(`${owner} has no size ${name}`);
      return size.value;
    },
  };
}

/** A scenario over some hours of its own year, or the whole year where none are named. */
export function ranScenario(prepared: PreparedScenario, hours?: readonly number[]): Ran {
  return ran(assembleScenario(prepared), hours === undefined ? prepared.forcing : pickedHours(prepared.forcing, hours));
}

/** Scenario and weather of a test's own, sized at a stated design hour. */
export function preparedWith(scenario: Scenario, weather: WeatherYear): PreparedScenario {
  return prepareScenario(scenario, weather);
}

/** A design hour from dry and wet bulb [K]. */
export function designWeatherOf(dryBulb: number, wet: number, pressure = 101_325): DesignWeather {
  return { dryBulb, wetBulb: wet, humidityRatio: humidityRatioFromWetBulb(dryBulb, wet, pressure), pressure };
}
