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
  const fixed = plant.circuits.filter((c) => c.setpointRule !== 'warmest').map((c) => read.values(c.slots.floating));
  const hours = (columns: readonly Float64Array[], least: number) => {
    let n = 0;
    for (let i = 0; i < run.hours; i++) if (columns.some((column) => column[i]! > least)) n++;
    return n;
  };
  const worst = fixed.reduce((most, column) => column.reduce((a, b) => Math.max(a, b), most), 0);
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
