/**
 * How much of everything a plant has: racks, chips, hall, density.
 */

import type { Plant } from '../plant/plant.ts';
import type { YearColumns } from '../solver/year.ts';
import { columnReader } from './column-sums.ts';
import type { Metric } from './metric.ts';

export function sizeMetrics(plant: Plant, run: YearColumns): Metric[] {
  const read = columnReader(plant, run);
  const sum = (of: (chips: Plant['chips'][number]) => number) =>
    plant.chips.reduce((total, chips) => total + of(chips), 0);
  const racks = sum((chips) => chips.racks);
  const area = sum((chips) => chips.floorArea);
  const peakIt = read.maximum(plant.power.slots.itInput).value;
  const count = (
    key: string,
    label: string,
    value: number,
    about: string,
    better: Metric['better'] = 'neither',
  ): Metric => ({
    key,
    group: 'Size',
    label,
    value,
    quantity: 'dimensionless',
    digits: 0,
    better,
    about,
  });
  return [
    count('size.racks', 'Racks', racks, 'Racks or tanks', 'lower'),
    count(
      'size.nodes',
      'Nodes',
      sum((chips) => chips.nodes),
      'Servers',
    ),
    count(
      'size.chips',
      'GPUs',
      sum((chips) => chips.count),
      'Chips that compute',
    ),
    {
      key: 'size.area',
      group: 'Size',
      label: 'Hall area',
      value: area,
      quantity: 'area',
      digits: 0,
      better: 'lower',
      about: 'Racks with their share of aisles; no plant rooms',
    },
    {
      key: 'size.density',
      group: 'Size',
      label: 'Hall density',
      value: peakIt / area,
      quantity: 'power density',
      better: 'neither',
      about: 'Peak rack input over hall area',
    },
    {
      key: 'size.rackPower',
      group: 'Size',
      label: 'Power per rack',
      value: peakIt / racks,
      quantity: 'power',
      better: 'neither',
      about: 'Peak rack input over racks',
    },
  ];
}
