/**
 * Water: what the towers and pads draw, where it goes, and WUE, with the
 * booking of older studies beside the honest figure.
 */

import { secondsPerHour } from '../constants.ts';
import { evaporationHeat } from '../fluids/humidity.ts';
import { water } from '../fluids/water.ts';
import type { Plant } from '../plant/plant.ts';
import type { YearColumns } from '../solver/year.ts';
import { columnReader } from './column-sums.ts';
import type { Metric } from './metric.ts';

export interface WaterTotals {
  /** Volumes of the run [m³]. */
  readonly makeUp: number;
  readonly evaporation: number;
  readonly drift: number;
  readonly blowdown: number;
  readonly allLatent: number;
  ratios(itEnergy: number): readonly Metric[];
}

/** Density that turns metered kilograms into litres [kg/m³]: of make-up at 15 °C. */
const density = 999.1;

export function waterTotals(plant: Plant, run: YearColumns): WaterTotals {
  const read = columnReader(plant, run);
  const ports = plant.machines.flatMap((placed) =>
    placed.ambient === undefined ? [] : [{ placed, port: placed.ambient }],
  );
  const volume = (pick: (port: (typeof ports)[number]['port']) => number) =>
    ports.reduce((sum, { port }) => sum + read.energy(pick(port)), 0) / density;
  const totals = {
    makeUp: volume((port) => port.makeUp),
    evaporation: volume((port) => port.evaporation),
    drift: volume((port) => port.drift),
    blowdown: volume((port) => port.blowdown),
  };
  const allLatent = latentMakeUp(plant, run);
  const ratio =
    (key: string, label: string, value: number, about: string): ((it: number) => Metric) =>
    (it) => ({
      key,
      group: 'Efficiency',
      label,
      value: value / it,
      quantity: 'water per energy',
      better: 'lower',
      about,
    });
  const ratios = [
    ratio('wue', 'WUE', totals.makeUp, 'Make-up water over IT electricity at the site (ISO/IEC 30134-9)'),
    ratio(
      'wue.allLatent',
      'WUE, all heat booked as evaporation',
      allLatent,
      'As some studies book it: every joule of a wet tower evaporates water; for comparison with them only',
    ),
  ];
  return { ...totals, allLatent, ratios: (it) => ratios.map((of) => of(it)) };
}

/** Make-up if towers shed all their heat as vapour, with drift and blowdown in the proportion that they have [m³]. */
function latentMakeUp(plant: Plant, run: YearColumns): number {
  const read = columnReader(plant, run);
  let mass = 0;
  for (const { source, ambient } of plant.machines) {
    if (source === undefined || ambient === undefined) continue;
    const evaporation = read.values(ambient.evaporation);
    const duty = read.values(source.duty);
    const basin = read.values(source.outlet);
    const evaporated = read.energy(ambient.evaporation);
    if (!(evaporated > 0)) continue;
    const perEvaporated = read.energy(ambient.makeUp) / evaporated;
    for (let i = 0; i < duty.length; i++) {
      if (evaporation[i]! > 0) mass += (duty[i]! / latentHeat(basin[i]!)) * secondsPerHour * perEvaporated;
    }
  }
  return mass / density;
}

/** h_fg of water at a temperature [J/kg], from the moist-air constants. */
function latentHeat(temperature: number): number {
  return evaporationHeat + 1860 * (temperature - 273.15) - water.enthalpy(temperature, 0);
}

export function waterMetrics(totals: WaterTotals): readonly Metric[] {
  const metric = (key: string, label: string, value: number, about: string): Metric => ({
    key,
    group: 'Water',
    label,
    value,
    quantity: 'volume',
    digits: 0,
    better: 'lower',
    about,
  });
  return [
    metric('water.total', 'Make-up water', totals.makeUp, 'Water drawn in the year (1 m³ = 1000 L)'),
    metric('water.evaporation', 'Evaporated', totals.evaporation, 'From the humidity that the air gained'),
    metric('water.drift', 'Drift', totals.drift, 'Carried off as drops'),
    metric(
      'water.blowdown',
      'Blowdown',
      totals.blowdown,
      'Bled to hold the cycles of concentration, and drained by wet coils',
    ),
  ];
}
