/**
 * Hours in which something holds: no compressor, set points floating.
 */

import type { Plant } from '../plant/plant.ts';
import type { YearColumns } from '../solver/year.ts';
import { columnReader } from './column-sums.ts';
import type { Metric } from './metric.ts';

/** Set points count as floating above this [K], compressors as running above this share of the hour. */
const leastFloat = 1e-3;
const leastRun = 1e-6;

export function hourMetrics(plant: Plant, run: YearColumns): readonly Metric[] {
  const read = columnReader(plant, run);
  const compressors = plant.machines.flatMap(({ machine }) =>
    machine.compressor === undefined ? [] : [read.values(machine.compressor)],
  );
  const floating = plant.circuits.map((c) => read.values(c.slots.floating));
  const circuitsOfOwn = plant.circuits.filter((c) => c.setpointRule !== 'warmest');
  const fixed = circuitsOfOwn.map((c) => read.values(c.slots.floating));
  const hours = (columns: readonly Float64Array[], least: number) => hoursAbove(columns, least, run.hours);
  const worst = Math.max(0, ...circuitsOfOwn.map((c) => read.maximum(c.slots.floating).value));
  const metric = (key: string, label: string, value: number, better: Metric['better'], about: string): Metric => ({
    key,
    group: 'Hours',
    label,
    value,
    quantity: 'dimensionless',
    digits: 0,
    better,
    about,
  });
  return [
    metric(
      'hours.compressorFree',
      'Compressor-free hours',
      run.hours - hours(compressors, leastRun),
      'higher',
      'Hours in which no compressor runs',
    ),
    metric(
      'hours.floating',
      'Hours of floating set point',
      hours(fixed, leastFloat),
      'lower',
      'Hours in which a circuit with a set point of its own could not hold it',
    ),
    {
      key: 'hours.worstFloat',
      group: 'Hours',
      label: 'Largest float',
      value: worst,
      quantity: 'temperature difference',
      better: 'lower',
      about: 'Furthest that such a circuit rose above its set point',
    },
    metric(
      'hours.economizerShort',
      'Hours off the asked condenser temperature',
      hours(floating, leastFloat) - hours(fixed, leastFloat),
      'neither',
      'Hours in which a condenser loop ran as cold as it could, above what its loads asked for',
    ),
  ];
}

/** Hours in which any of the columns is above a bound. */
function hoursAbove(columns: readonly Float64Array[], bound: number, hours: number): number {
  const isAbove = new Uint8Array(hours);
  for (const column of columns) for (let i = 0; i < hours; i++) if (column[i]! > bound) isAbove[i] = 1;
  return isAbove.reduce((sum, above) => sum + above, 0);
}
