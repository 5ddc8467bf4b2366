/**
 * One solved hour as plain data, fit to be checked by hand: weather, circuits
 * with the heat of every port, machines with what bound them, the chips'
 * temperatures, the electricity chain and the balances. All in SI.
 *
 * Computes nothing that the solver did not; c_p and flows by volume are read
 * from the fluids so that a reader can multiply for himself.
 */

import type { Closure } from '../audit/audit.ts';
import { relativeHumidity } from '../fluids/moist-air.ts';
import type { HourRun } from '../study/hour-run.ts';
import { siteOf } from '../study/comparison.ts';
import { explainedChips, type ExplainedChips } from './explained-chips.ts';
import { explainedCircuit, type ExplainedCircuit } from './explained-circuit.ts';
import { explainedMachine, type ExplainedMachine } from './explained-machine.ts';
import { hourStamp, hourText, nominalYear } from './hour-stamp.ts';
import type { Reading } from './reading.ts';

export interface ExplainedHour {
  readonly scenario: string;
  readonly title: string;
  readonly hour: number;
  /** `2001-07-14T15:00` of a nameless year, and the same in words. */
  readonly at: string;
  readonly when: string;
  readonly site: { readonly title: string; readonly weather: string; readonly synthetic: boolean };
  readonly weather: readonly Reading[];
  readonly loads: readonly Reading[];
  readonly chips: readonly ExplainedChips[];
  /** From the chips outwards. */
  readonly circuits: readonly ExplainedCircuit[];
  readonly machines: readonly ExplainedMachine[];
  readonly power: readonly Reading[];
  readonly balances: readonly Closure[];
  readonly passes: number;
}

export function explainedHour(run: HourRun): ExplainedHour {
  const { prepared, plant, hour, closures } = run;
  const { scenario } = prepared;
  const { s } = plant;
  const described = new Map(scenario.machines.map((machine) => [machine.name, machine]));
  return {
    scenario: scenario.name,
    title: scenario.title,
    hour,
    at: hourStamp(hour - 1, nominalYear.of === 'year' ? nominalYear.year : 0),
    when: hourText(hour - 1),
    site: siteOf(prepared),
    weather: weatherReadings(run),
    loads: plant.utilisations.map(({ load, slot }) => ({
      key: load,
      label: `Utilisation by ${load}`,
      value: s[slot]!,
      quantity: 'fraction',
    })),
    chips: plant.chips.map((chips) => explainedChips(plant, chips, described)),
    circuits: plant.circuits.map((circuit) => explainedCircuit(plant, circuit)),
    machines: plant.machines.map((machine) => explainedMachine(plant, machine, described.get(machine.name)!)),
    power: powerReadings(run),
    balances: closures,
    passes: s[plant.passes]!,
  };
}

function weatherReadings({ plant, prepared }: HourRun): readonly Reading[] {
  const { s, weather } = plant;
  const [dryBulb, wetBulb, humidityRatio, pressure] = [
    weather.dryBulb,
    weather.wetBulb,
    weather.humidityRatio,
    weather.pressure,
  ].map((slot) => s[slot]!) as [number, number, number, number];
  return [
    { key: 'dryBulb', label: 'Dry bulb', value: dryBulb, quantity: 'temperature' },
    { key: 'wetBulb', label: 'Wet bulb', value: wetBulb, quantity: 'temperature' },
    { key: 'humidityRatio', label: 'Humidity ratio', value: humidityRatio, quantity: 'humidity ratio' },
    {
      key: 'relativeHumidity',
      label: 'Relative humidity',
      value: relativeHumidity(dryBulb, humidityRatio, pressure),
      quantity: 'fraction',
    },
    { key: 'pressure', label: 'Station pressure', value: pressure, quantity: 'absolute pressure' },
    { key: 'designDryBulb', label: 'Design hour, dry bulb', value: prepared.design.dryBulb, quantity: 'temperature' },
    { key: 'designWetBulb', label: 'Design hour, wet bulb', value: prepared.design.wetBulb, quantity: 'temperature' },
  ];
}

function powerReadings({ plant }: HourRun): readonly Reading[] {
  const { s, power } = plant;
  const { slots } = power;
  const reading = (key: keyof typeof slots, label: string): Reading => ({
    key,
    label,
    value: s[slots[key]]!,
    quantity: 'power',
  });
  return [
    reading('itInput', 'Rack inlets (servers with their fans)'),
    reading('buswayLoss', '+ loss of busways'),
    reading('pduOutput', '= PDU outputs'),
    reading('pduLoss', '+ loss of PDUs'),
    reading('upsOutputIt', '= UPS outputs for IT'),
    {
      key: 'upsOther',
      label: '+ pumps, fans and others on the UPS',
      value: s[slots.upsInput]! - s[slots.upsLoss]! - s[slots.upsOutputIt]!,
      quantity: 'power',
    },
    reading('upsLoss', '+ loss of the UPS'),
    reading('upsInput', '= UPS inputs'),
    reading('mechanical', '+ mechanical board'),
    reading('transformerLoss', '+ loss of transformers'),
    reading('utility', '= utility meter'),
    {
      key: 'powerRatio',
      label: 'Utility over PDU outputs (power ratio of the hour)',
      value: s[slots.utility]! / s[slots.pduOutput]!,
      quantity: 'dimensionless',
    },
  ];
}
