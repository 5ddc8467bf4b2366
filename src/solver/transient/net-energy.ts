/**
 * What comes into a plant less what leaves it, at a moment: with what everything
 * holds, the first law of a transient.
 */

import type { Machine } from '../../machines/machine.ts';
import type { Plant } from '../../plant/plant.ts';

/**
 * The energy that came in is counted in GJ: a row of the Jacobian in watts would be the largest by far, and its
 * rounding would reach the temperatures through the pivots.
 */
export const netUnit = 1e9;

/**
 * Electricity and walls in, less what leaves the metered plant [W]: a machine
 * that stands outdoors gives off what it took and what it drew; losses outdoors,
 * reused heat and vapour leave as they are.
 */
export function netEnergyRate(plant: Plant): () => number {
  const { s } = plant;
  const outdoors = plant.losses.filter((loss) => loss.to === 'outdoors').map((loss) => loss.slot);
  const slot = (pick: (machine: Machine) => number | undefined) =>
    plant.machines.flatMap((placed) => pick(placed.machine) ?? []);
  const envelopes = slot((machine) => machine.envelope);
  const leaving = plant.machines
    // What a store takes up and gives back stays in the plant.
    .filter((placed) => placed.source !== undefined && placed.machine.stored === undefined)
    .map((placed) => ({
      duty: placed.source!.duty,
      meters: plant.meters.filter((meter) => meter.owner === placed.name).map((meter) => meter.slot),
      losses: plant.losses.filter((loss) => loss.owner === placed.name).map((loss) => loss.slot),
      loads: placed.loads.map((load) => load.heat),
    }));
  const vapours = plant.circuits.map((circuit) => circuit.slots.vapourLoss);
  const utility = plant.power.slots.utility;

  return () => {
    let rate = s[utility]!;
    for (let i = 0; i < envelopes.length; i++) rate += s[envelopes[i]!]!;
    for (let i = 0; i < outdoors.length; i++) rate -= s[outdoors[i]!]!;
    for (let i = 0; i < vapours.length; i++) rate -= s[vapours[i]!]!;
    for (let i = 0; i < leaving.length; i++) {
      const { duty, meters, losses, loads } = leaving[i]!;
      rate -= s[duty]!;
      for (let k = 0; k < meters.length; k++) rate -= s[meters[k]!]!;
      for (let k = 0; k < losses.length; k++) rate += s[losses[k]!]!;
      for (let k = 0; k < loads.length; k++) rate += s[loads[k]!]!;
    }
    return rate;
  };
}
