/**
 * One scenario from text to numbers: assembled at its design hour, solved over
 * its year, measured.
 */

import { ScenarioError } from '../errors.ts';
import { chipMetrics } from '../metrics/chip-metrics.ts';
import type { Variant } from '../metrics/metric.ts';
import { yearMetrics } from '../metrics/year-metrics.ts';
import { assemblePlant } from '../plant/assemble.ts';
import type { Plant } from '../plant/plant.ts';
import type { PlantDescription } from '../scenario/description.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { loadSeries, type LoadSeries } from '../scenario/load/load-series.ts';
import { readTraceRows } from '../scenario/load/trace.ts';
import type { WeatherYear } from '../scenario/weather/weather-year.ts';
import { type Forcing, solveYear, type YearRun } from '../solver/year.ts';
import { type DesignHour, designHour } from './design-hour.ts';

/** A scenario with the year it is to run through. */
export interface PreparedScenario {
  readonly scenario: Scenario;
  readonly weather: WeatherYear;
  readonly design: DesignHour;
  readonly loads: ReadonlyMap<string, LoadSeries>;
  readonly forcing: Forcing;
}

export interface ScenarioRun {
  readonly prepared: PreparedScenario;
  readonly plant: Plant;
  readonly run: YearRun;
  readonly variant: Variant;
}

/** Puts weather and loads beside a scenario. `traceText` gives the text of a load trace's file. */
export function prepareScenario(
  scenario: Scenario,
  weather: WeatherYear,
  traceText?: (file: string) => string | undefined,
): PreparedScenario {
  const site = { timeZoneHours: weather.timeZoneHours, ...(traceText === undefined ? {} : { traceText }) };
  const loads = new Map([...scenario.loads].map(([id, record]) => [id, loadSeries(record, site)]));
  const { dryBulb, wetBulb, humidityRatio, pressure } = weather;
  const utilisation = new Map([...loads].map(([id, series]) => [id, series.utilisation]));
  return {
    scenario,
    weather,
    design: designHour(scenario.site, weather),
    loads,
    forcing: { dryBulb, wetBulb, humidityRatio, pressure, utilisation, ...traceOf(scenario, site) },
  };
}

/** The load trace that a transient follows, where it names one. */
function traceOf(
  scenario: Scenario,
  site: { readonly timeZoneHours: number; readonly traceText?: (file: string) => string | undefined },
): Pick<Forcing, 'trace'> {
  const file = scenario.transient?.trace;
  if (file === undefined) return {};
  const text = site.traceText?.(file);
  if (text !== undefined) return { trace: readTraceRows(text, file, site.timeZoneHours) };
  const message = `found no file "${file}"; wanted a CSV trace beside the scenario`;
  throw new ScenarioError([scenario.fault('transient.trace', message)]);
}

/** The plant of a prepared scenario, sized at its design hour. Each run wants a plant of its own. */
export function assembleScenario(prepared: PreparedScenario): Plant {
  return assembled(prepared, describedPlant(prepared));
}

export function describedPlant({ scenario, design }: PreparedScenario): PlantDescription {
  const { title, circuits, machines, power, fault } = scenario;
  return { title, circuits, machines, power, designWeather: design, fault };
}

/** The plant of a description, which must compute something. */
export function assembled({ scenario }: PreparedScenario, described: PlantDescription): Plant {
  const plant = assemblePlant(described);
  if (plant.chips.length === 0) {
    const message =
      'found none that computes; wanted at least one kind of rack: PUE and the like are per electricity of IT';
    throw new ScenarioError([scenario.fault('machines', message)]);
  }
  return plant;
}

export function runScenario(prepared: PreparedScenario): ScenarioRun {
  const { scenario } = prepared;
  const plant = assembleScenario(prepared);
  const run = solveYear(plant, prepared.forcing);
  const { metrics, consumers, breaksLimit } = yearMetrics(plant, run, scenario.site);
  const variant: Variant = {
    name: scenario.name,
    title: scenario.title,
    technology: scenario.labels.technology,
    rejection: scenario.labels.rejection,
    silicon: [...new Set(plant.chips.map((chips) => chips.title))].join(' and '),
    metrics,
    breaksLimit,
    notes: notesOf(prepared, plant, run),
    consumers,
    columns: run.columns,
    events: run.events,
    chipChain: chipMetrics(plant, run).chain,
  };
  return { prepared, plant, run, variant };
}

function notesOf(prepared: PreparedScenario, plant: Plant, run: YearRun): string[] {
  const { scenario, weather, design, loads } = prepared;
  const ideal = plant.machines.filter((machine) => machine.ideal).map((machine) => machine.name);
  return [
    ...scenario.notes,
    `design hour ${(design.dryBulb - 273.15).toFixed(1)} °C dry bulb, ${(design.wetBulb - 273.15).toFixed(1)} °C wet bulb (${design.source})`,
    ...[...loads.values()].map(
      (load) =>
        `load ${load.title}: mean ${(load.meanUtilisation * 100).toFixed(1)} %, peak ${(load.peakUtilisation * 100).toFixed(1)} %`,
    ),
    ...weather.notes.map((note) => `${note.owner}: ${note.text}`),
    ...(ideal.length > 0 ? [`ideal, not physics: ${ideal.join(', ')}`] : []),
    `balances closed to ${run.audit.worst.worst.toExponential(1)} of throughput or better in every hour (${run.audit.worst.owner}, ${run.audit.worst.equation})`,
  ];
}
