/**
 * How close the chips come to their limits, and what they deliver.
 */

import { secondsPerHour } from '../constants.ts';
import type { ChipReport } from '../machines/machine.ts';
import type { Plant } from '../plant/plant.ts';
import type { YearColumns } from '../solver/year.ts';
import { columnReader } from './column-sums.ts';
import type { Metric } from './metric.ts';

export interface ChipSummary {
  readonly metrics: readonly Metric[];
  readonly deliveredSeconds: number;
  readonly breaksLimit: boolean;
  /** Ambient … junction in the hour of the least margin. */
  readonly chain: readonly { readonly name: string; readonly temperature: number }[];
}

/** Margins count as broken below this; a chip held at its limit by throttling has none left [K]. */
const brokenMargin = 1e-6;

export function chipMetrics(plant: Plant, run: YearColumns): ChipSummary {
  const read = columnReader(plant, run);
  const worst = plant.chips.map((chips) => worstHour(chips, read)).reduce((a, b) => (b.margin < a.margin ? b : a));
  const hoursOver = hoursOverLimit(plant, read);
  let deliveredSeconds = 0;
  for (const chips of plant.chips) {
    for (const share of read.values(chips.delivered)) deliveredSeconds += share * chips.count * secondsPerHour;
  }
  const temperature = (key: string, label: string, slot: number, about: string): Metric => ({
    key,
    group: 'Chips',
    label,
    value: read.values(slot)[worst.hour]!,
    quantity: 'temperature',
    better: 'lower',
    about,
  });
  const margin = (key: string, label: string, value: number, about: string): Metric => ({
    key,
    group: 'Chips',
    label,
    value,
    quantity: 'temperature difference',
    digits: 1,
    better: 'higher',
    about,
  });
  const { chips } = worst;
  return {
    deliveredSeconds,
    breaksLimit: hoursOver > 0,
    chain: [
      { name: 'outdoor air', temperature: read.values(plant.weather.dryBulb)[worst.hour]! },
      ...chips.chain.map(({ name, slot }) => ({ name, temperature: read.values(slot)[worst.hour]! })),
    ],
    metrics: [
      temperature(
        'chip.caseTemperature',
        'Chip case, worst hour',
        chips.caseTemperature,
        'Case of the hottest chip in the hour of the least margin',
      ),
      temperature(
        'chip.junctionTemperature',
        'Chip junction, worst hour',
        chips.junctionTemperature,
        'Junction of the hottest chip in the hour of the least margin',
      ),
      margin(
        'chip.junctionMargin',
        'Margin to junction limit',
        chips.junctionLimit - read.maximum(chips.junctionTemperature).value,
        `Limit ${(chips.junctionLimit - 273.15).toFixed(0)} °C less the hottest junction of the year`,
      ),
      margin(
        'chip.caseMargin',
        'Margin to case limit',
        chips.caseLimit - read.maximum(chips.caseTemperature).value,
        `Limit ${(chips.caseLimit - 273.15).toFixed(0)} °C less the hottest case of the year`,
      ),
      {
        key: 'chip.worstHour',
        group: 'Chips',
        label: 'Worst hour',
        value: worst.hour + 1,
        quantity: 'dimensionless',
        digits: 0,
        better: 'neither',
        about: 'Hour of the year with the least margin',
      },
      {
        key: 'chip.hoursOver',
        group: 'Chips',
        label: 'Hours over a chip limit',
        value: hoursOver,
        quantity: 'dimensionless',
        digits: 0,
        better: 'lower',
        about: 'Hours in which a junction or case is at or over its limit',
      },
    ],
  };
}

function worstHour(chips: ChipReport, read: ReturnType<typeof columnReader>) {
  const junction = read.values(chips.junctionTemperature);
  const cases = read.values(chips.caseTemperature);
  let hour = 0;
  let margin = Infinity;
  for (let i = 0; i < junction.length; i++) {
    const here = Math.min(chips.junctionLimit - junction[i]!, chips.caseLimit - cases[i]!);
    if (here < margin) {
      margin = here;
      hour = i;
    }
  }
  return { chips, hour, margin };
}

function hoursOverLimit(plant: Plant, read: ReturnType<typeof columnReader>): number {
  const columns = plant.chips.map((chips) => ({
    junction: read.values(chips.junctionTemperature),
    cases: read.values(chips.caseTemperature),
    junctionLimit: chips.junctionLimit,
    caseLimit: chips.caseLimit,
  }));
  let hours = 0;
  for (let i = 0; i < columns[0]!.junction.length; i++) {
    if (
      columns.some((c) => c.junctionLimit - c.junction[i]! <= brokenMargin || c.caseLimit - c.cases[i]! <= brokenMargin)
    )
      hours++;
  }
  return hours;
}
