/**
 * Where a transient starts: the plant solved for the hour it begins in.
 */

import type { Plant } from '../../plant/plant.ts';
import { steadySolver } from '../steady.ts';
import type { Forcing } from '../year.ts';
import { disturbancesOf } from './actions.ts';
import { transientForcing, type TransientForcing } from './forcing.ts';
import { strikeHour } from './hour-strikes.ts';
import type { TransientSettings } from './settings.ts';

/** Solves the design hour, for what the batteries hold, then the hour that the transient starts from. */
export function steadyStart(
  plant: Plant,
  forcing: Forcing,
  settings: TransientSettings,
): { readonly outside: TransientForcing; readonly batteryEnergy: number } {
  const { hour, duration, ups, weather } = settings.values;
  strikeHour(plant, settings, 0);
  const solve = steadySolver(plant);
  transientForcing(plant, forcing, { hour: NaN, weather }, duration, []).apply(0);
  solve();
  const batteryEnergy = plant.s[plant.power.slots.upsInput]! * ups;
  const outside = transientForcing(
    plant,
    forcing,
    { hour: hour === undefined ? NaN : hour - 1, weather },
    duration,
    disturbancesOf(settings),
  );
  outside.apply(0);
  solve();
  return { outside, batteryEnergy };
}

/** How fast a state moves by its rates, of its scales [1/s]; what is not watched counts nothing. */
export function unrestOf(dy: Float64Array, absolute: Float64Array, tolerance: number): number {
  return dy.reduce(
    (most, rate, i) => (absolute[i]! < Infinity ? Math.max(most, (Math.abs(rate) * tolerance) / absolute[i]!) : most),
    0,
  );
}
