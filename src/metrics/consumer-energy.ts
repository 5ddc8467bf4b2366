/** A year's electricity by consumer: what the meters read, and the losses of the chain that feeds them. */

import { type Consumer, consumers } from '../machines/machine.ts';
import type { Plant } from '../plant/plant.ts';
import type { YearRun } from '../solver/year.ts';
import { columnReader } from './column-sums.ts';

/** Meters by consumer, and the chain's losses [J]; those that drew nothing are left out. */
export function energyByConsumer(
  plant: Plant,
  run: Pick<YearRun, 'columns'>,
): readonly { readonly name: Consumer; readonly energy: number }[] {
  const read = columnReader(plant, run);
  const sums = new Map<Consumer, number>(consumers.map((name) => [name, 0]));
  for (const meter of plant.meters) sums.set(meter.consumer, sums.get(meter.consumer)! + read.energy(meter.slot));
  const { transformerLoss, upsLoss, pduLoss, buswayLoss } = plant.power.slots;
  for (const slot of [transformerLoss, upsLoss, pduLoss, buswayLoss])
    sums.set('power chain', sums.get('power chain')! + read.energy(slot));
  return [...sums].filter(([, energy]) => energy > 0).map(([name, energy]) => ({ name, energy }));
}
