/**
 * The clock of a transient for machines that go by the hour of the day: tanks
 * that are charged by night.
 */

import { secondsPerHour } from '../../constants.ts';
import type { Plant } from '../../plant/plant.ts';
import type { TransientSettings } from './settings.ts';

const hoursPerDay = 24;

/** Tells all machines that go by the clock what hour it is at a moment [s]; whether one does something else from now on. */
export function strikeHour(plant: Plant, settings: TransientSettings, time: number): boolean {
  const hour = hourOfDay(settings, time);
  let changed = false;
  for (const { machine } of plant.machines) changed = (machine.transient?.atHour?.(hour) ?? false) || changed;
  return changed;
}

/** Moments [s] at which another hour begins; none where the clock stands, or where no machine looks at it. */
export function hourStrikes(plant: Plant, { values }: TransientSettings): readonly number[] {
  const isLookedAt = plant.machines.some(({ machine }) => machine.transient?.atHour !== undefined);
  if (!isLookedAt || values.hour === undefined || values.weather === 'held') return [];
  const count = Math.ceil(values.duration / secondsPerHour) - 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (i + 1) * secondsPerHour);
}

function hourOfDay({ values }: TransientSettings, time: number): number {
  if (values.hour === undefined) return NaN;
  const passed = values.weather === 'held' ? 0 : Math.floor(time / secondsPerHour + 1e-9);
  return ((values.hour - 1 + passed) % hoursPerDay) + 1;
}
