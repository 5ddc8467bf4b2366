/**
 * A year of quasi-steady hours: feeds weather and loads into the plant's
 * slots, solves, audits, and copies the named slots into columns.
 */

import { type AuditReport, auditor, requireBalance } from '../audit/audit.ts';
import { hoursPerYear } from '../constants.ts';
import { NotConvergedError, OutOfRangeError } from '../errors.ts';
import type { Plant } from '../plant/plant.ts';
import type { LoadTrace } from '../scenario/load/trace.ts';
import type { Column, RunEvent } from '../results/columns.ts';
import { columnWriter } from './column-writer.ts';
import { eventRecorder } from './events.ts';
import { steadySolver } from './steady.ts';

/** Columns that drive a plant, one value an hour, SI. */
export interface Forcing {
  readonly dryBulb: Float64Array;
  readonly wetBulb: Float64Array;
  readonly humidityRatio: Float64Array;
  readonly pressure: Float64Array;
  /** Utilisation 0 … 1 by load id. */
  readonly utilisation: ReadonlyMap<string, Float64Array>;
  /** For a transient: utilisation against seconds, instead of the hourly columns. */
  readonly trace?: LoadTrace;
}

export interface YearRun {
  readonly hours: number;
  readonly columns: readonly Column[];
  readonly events: readonly RunEvent[];
  readonly audit: AuditReport;
  /** Passes over the plant, all hours together and the most of any hour. */
  readonly statistics: { readonly passes: number; readonly mostPasses: number };
}

/** What is quoted of a run is found in these alone, so that a stored run has its numbers too. */
export type YearColumns = Pick<YearRun, 'hours' | 'columns' | 'events'>;

/** Solves all hours. Throws `NotConvergedError` naming the hour, or `BalanceError`. */
export function solveYear(plant: Plant, forcing: Forcing): YearRun {
  const hours = forcing.dryBulb.length;
  const width = plant.slots.length;
  const writer = columnWriter(hours, width);
  const stepper = hourStepper(plant, forcing);
  const audit = auditor(plant);
  const recorder = eventRecorder(plant);
  const { s } = plant;
  const named = s.subarray(0, width);
  let passes = 0;
  let mostPasses = 0;
  for (let hour = 0; hour < hours; hour++) {
    stepper(hour);
    audit.step(hour);
    recorder.step(hour);
    writer.write(named);
    passes += s[plant.passes]!;
    if (s[plant.passes]! > mostPasses) mostPasses = s[plant.passes]!;
  }
  const report = audit.report();
  requireBalance(report);
  const columns = writer.columns();
  return {
    hours,
    columns: plant.slots.map(({ index, name, quantity, about }) => ({
      name,
      quantity,
      about,
      values: columns[index]!,
    })),
    events: recorder.events(),
    audit: report,
    statistics: { passes, mostPasses },
  };
}

/** One hour after the other into the plant's slots; hours must come in order where something is stored. */
export function hourStepper(plant: Plant, forcing: Forcing): (hour: number) => void {
  const { s, weather } = plant;
  const solve = steadySolver(plant);
  const loads = plant.utilisations.map(({ load, slot }) => ({ slot, values: forcing.utilisation.get(load)! }));
  return (hour) => {
    s[weather.dryBulb] = forcing.dryBulb[hour]!;
    s[weather.wetBulb] = forcing.wetBulb[hour]!;
    s[weather.humidityRatio] = forcing.humidityRatio[hour]!;
    s[weather.pressure] = forcing.pressure[hour]!;
    s[weather.hourOfYear] = hour;
    for (let i = 0; i < loads.length; i++) s[loads[i]!.slot] = loads[i]!.values[hour]!;
    try {
      solve();
    } catch (error) {
      const where = `hour ${hour + 1} of ${hoursPerYear}`;
      if (error instanceof NotConvergedError) throw new NotConvergedError(where, error.residuals);
      if (error instanceof OutOfRangeError) {
        const residual = {
          owner: error.quantity,
          equation: 'left the range that it holds for',
          value: error.value,
          unit: '',
        };
        throw new NotConvergedError(where, [residual]);
      }
      throw error;
    }
  };
}
