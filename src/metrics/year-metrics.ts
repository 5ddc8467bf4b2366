/**
 * From the columns of a year to the numbers people quote, each by its
 * standard. Boundaries: facility electricity is what the utility meter sees;
 * IT electricity of PUE category 2 is metered at the PDU outputs; the fans in
 * the servers are IT there, which flatters air, so TUE divides by what
 * computes: rack input less supply losses, fans and support parts.
 */

import { secondsPerHour } from '../constants.ts';
import type { ValuesOf } from '../library/parameters.ts';
import type { Consumer } from '../machines/machine.ts';
import type { Plant } from '../plant/plant.ts';
import type { siteParameters } from '../scenario/site.ts';
import type { YearColumns } from '../solver/year.ts';
import { chipMetrics } from './chip-metrics.ts';
import type { Metric } from './metric.ts';
import { columnReader } from './column-sums.ts';
import { energyByConsumer } from './consumer-energy.ts';
import { hourMetrics } from './hour-metrics.ts';
import { sizeMetrics } from './size-metrics.ts';
import { waterTotals, waterMetrics } from './water-metrics.ts';

export type SiteValues = ValuesOf<typeof siteParameters>;

export interface YearMetrics {
  readonly metrics: readonly Metric[];
  readonly consumers: readonly { readonly name: Consumer; readonly energy: number }[];
  readonly breaksLimit: boolean;
}

/** Everything quoted of one year at one site. */
export function yearMetrics(plant: Plant, run: YearColumns, site: SiteValues): YearMetrics {
  const read = columnReader(plant, run);
  const { slots } = plant.power;
  const consumerEnergy = energyByConsumer(plant, run);
  const total = read.energy(slots.utility);
  const it = {
    category1: read.energy(slots.upsOutputIt),
    category2: read.energy(slots.pduOutput),
    category3: read.energy(slots.itInput),
  };
  const compute = plant.chips.reduce((sum, chips) => sum + read.energy(chips.computePower), 0);
  const water = waterTotals(plant, run);
  const chips = chipMetrics(plant, run);
  const cooling = (['pumps', 'fans', 'chillers', 'towers'] as const).reduce(
    (sum, name) => sum + energyOf(consumerEnergy, name),
    0,
  );
  const reuse = plant.machines.reduce(
    (sum, { machine }) => sum + (machine.reuse === undefined ? 0 : read.energy(machine.reuse)),
    0,
  );
  const tokens = chips.deliveredSeconds * site.tokenRate;
  const cost = total * site.electricityPrice + water.makeUp * site.waterPrice;
  const carbon = total * site.carbonIntensity;
  const peak = read.maximum(slots.utility);

  const metrics: Metric[] = [
    ...sizeMetrics(plant, run),
    ...consumerEnergy.map(({ name, energy }) =>
      energyMetric(
        `energy.${name}`,
        name === 'IT' ? 'IT without server fans' : capital(name),
        energy,
        `Annual electricity of ${name}`,
      ),
    ),
    energyMetric('energy.total', 'Facility electricity', total, 'Annual electricity at the utility meter'),
    {
      key: 'power.peak',
      group: 'Energy',
      label: 'Peak facility power',
      value: peak.value,
      quantity: 'power',
      better: 'lower',
      about: 'Largest hour at the utility meter',
    },
    {
      key: 'power.peakHour',
      group: 'Energy',
      label: 'Hour of the peak',
      value: peak.index + 1,
      quantity: 'dimensionless',
      digits: 0,
      better: 'neither',
      about: 'Hour of the year, 1 = 00:00–01:00 on 1 January, local standard time',
    },
    ratio(
      'pue',
      'PUE (category 2)',
      total / it.category2,
      'Facility over IT electricity, IT at the PDU outputs (ISO/IEC 30134-2)',
    ),
    ratio('pue.category1', 'PUE (category 1)', total / it.category1, 'IT metered at the UPS outputs'),
    ratio('pue.category3', 'PUE (category 3)', total / it.category3, 'IT metered at the racks'),
    ratio(
      'ppue.cooling',
      'Partial PUE of cooling',
      (it.category2 + cooling) / it.category2,
      'IT plus pumps, fans, chillers and towers over IT',
    ),
    ratio(
      'itue',
      'ITUE',
      it.category2 / compute,
      'IT electricity over what computes: fans, supplies and support parts are overhead (Patterson et al. 2013)',
    ),
    ratio('tue', 'TUE', total / compute, 'ITUE × PUE: facility electricity over what computes'),
    ...water.ratios(it.category2),
    {
      key: 'cue',
      group: 'Efficiency',
      label: 'CUE',
      value: carbon / it.category2,
      quantity: 'carbon intensity',
      better: 'lower',
      about: 'Carbon of all electricity over IT electricity (ISO/IEC 30134-8)',
    },
    ratio(
      'cer',
      'CER',
      (total - cooling) / cooling,
      'Heat removed over cooling electricity (ISO/IEC 30134-7); heat counted is all other electricity',
      'higher',
      1,
    ),
    ratio(
      'mlc',
      'MLC',
      cooling / it.category2,
      'Mechanical load component (ASHRAE 90.4): cooling, pump and fan energy over IT energy',
    ),
    ratio(
      'elc',
      'ELC',
      energyOf(consumerEnergy, 'power chain') / it.category2,
      'Electrical losses of the chain over IT energy, annual',
    ),
    ...(reuse > 0
      ? [
          ratio('erf', 'ERF', reuse / total, 'Reused heat over facility electricity (ISO/IEC 30134-6)', 'higher'),
          ratio(
            'ere',
            'ERE',
            (total - reuse) / it.category2,
            'Facility electricity less reused heat over IT electricity',
          ),
        ]
      : []),
    ...waterMetrics(water),
    ...chips.metrics,
    ...hourMetrics(plant, run),
    {
      key: 'cost.total',
      group: 'Cost and carbon',
      label: 'Electricity and water',
      value: cost,
      quantity: 'money',
      digits: 0,
      better: 'lower',
      about: 'A year of both at the stated prices',
    },
    {
      key: 'carbon.total',
      group: 'Cost and carbon',
      label: 'Carbon',
      value: carbon,
      quantity: 'carbon mass',
      better: 'lower',
      about: 'Carbon of the electricity at the stated intensity',
    },
    {
      key: 'compute.delivered',
      group: 'Compute',
      label: 'Delivered GPU-hours',
      value: chips.deliveredSeconds / secondsPerHour,
      quantity: 'dimensionless',
      digits: 0,
      better: 'higher',
      about: 'Utilised GPU-hours after throttling',
    },
    {
      key: 'compute.energy',
      group: 'Compute',
      label: 'Electricity per million tokens',
      value: total / tokens,
      quantity: 'energy per token',
      better: 'lower',
      about: 'Facility electricity over tokens at the stated rate',
    },
    {
      key: 'compute.cost',
      group: 'Compute',
      label: 'Cost per million tokens',
      value: cost / tokens,
      quantity: 'price per token',
      digits: 4,
      better: 'lower',
      about: 'Electricity and water over tokens',
    },
    {
      key: 'compute.water',
      group: 'Compute',
      label: 'Water per million tokens',
      value: water.makeUp / tokens,
      quantity: 'water per token',
      better: 'lower',
      about: 'Make-up water over tokens',
    },
  ];
  return {
    metrics,
    consumers: consumerEnergy,
    breaksLimit: chips.breaksLimit || run.events.some((event) => event.gravity === 'limit'),
  };
}

function energyOf(list: YearMetrics['consumers'], name: Consumer): number {
  return list.find((entry) => entry.name === name)?.energy ?? 0;
}

function energyMetric(key: string, label: string, value: number, about: string): Metric {
  return {
    key,
    group: 'Energy',
    label,
    value,
    quantity: 'energy',
    better: key === 'energy.IT' ? 'neither' : 'lower',
    about,
  };
}

function ratio(
  key: string,
  label: string,
  value: number,
  about: string,
  better: Metric['better'] = 'lower',
  digits = 3,
): Metric {
  return { key, group: 'Efficiency', label, value, quantity: 'dimensionless', digits, better, about };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
