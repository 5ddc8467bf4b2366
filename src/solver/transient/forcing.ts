/**
 * What comes from outside while a transient runs: weather and utilisation,
 * straight from hour to hour or held at the design hour, and on top of them
 * what events change: ramps, swings, a heat wave.
 */

import { humidityRatioOfRelativeHumidity } from '../../fluids/humidity.ts';
import { wetBulb } from '../../fluids/wet-bulb.ts';
import type { Plant } from '../../plant/plant.ts';
import type { LoadTrace } from '../../scenario/load/trace.ts';
import type { Forcing } from '../year.ts';

/** A change of load or weather by an event; a ramp of `over` at its beginning and its end. */
export interface Disturbance {
  readonly at: number;
  readonly until: number;
  readonly over: number;
  readonly change:
    | { readonly what: 'load' | 'swing'; readonly load: string; readonly to: number; readonly frequency: number }
    | { readonly what: 'dry bulb'; readonly by: number };
}

export interface TransientForcing {
  /** Writes weather and utilisation of a moment [s] into the plant's slots: at a jump, as before it until it is entered. */
  apply(time: number): void;
  /** From now on what jumps at this moment [s] has jumped. */
  enter(time: number): void;
  /** Times at which something bends or jumps. */
  readonly breaks: readonly number[];
  /** Longest step that still follows what happens at a moment [s]. */
  longestStep(time: number): number;
}

/** Moments nearer than this are one [s]. */
const sameMoment = 1e-9;
/** Steps in one period of a swing. */
const stepsPerPeriod = 16;

/** What weather and loads are at first, and whether they go on from there. */
export interface TransientStart {
  /** 0-based hour of the year; NaN for the design hour at full load. */
  readonly hour: number;
  readonly weather: 'moving' | 'held';
}

export function transientForcing(
  plant: Plant,
  forcing: Forcing,
  start: TransientStart,
  duration: number,
  disturbances: readonly Disturbance[],
): TransientForcing {
  const { s, weather, designWeather } = plant;
  const isDesign = Number.isNaN(start.hour);
  const isMoving = !isDesign && start.weather === 'moving';
  const hours = forcing.dryBulb.length;
  const loads = plant.utilisations.map(({ load, slot }) => ({ load, slot, values: forcing.utilisation.get(load) }));
  const memory = { entered: 0 };
  const trace = forcing.trace === undefined ? undefined : traceReader(forcing.trace);
  const swings = disturbances.filter(({ change }) => change.what === 'swing');

  function at(values: Float64Array, time: number): number {
    const x = start.hour + (isMoving ? time / 3600 : 0);
    const i = Math.floor(x);
    const here = values[i % hours]!;
    return here + (x - i) * (values[(i + 1) % hours]! - here);
  }

  /** A step that ends at a jump must not see it, the one that begins there must. */
  function isPast(jump: number, time: number): boolean {
    return time > jump || (time === jump && memory.entered >= jump);
  }

  /** How far an event is in force, 0 … 1. */
  function force({ at: begin, until, over }: Disturbance, time: number): number {
    if (!isPast(begin, time) || isPast(until + over, time)) return 0;
    const rising = over > 0 ? Math.min(1, (time - begin) / over) : 1;
    const falling = time > until ? Math.max(0, 1 - (time - until) / over) : 1;
    return Math.min(rising, falling);
  }

  function apply(time: number): void {
    s[weather.dryBulb] = isDesign ? designWeather.dryBulb : at(forcing.dryBulb, time);
    s[weather.wetBulb] = isDesign ? designWeather.wetBulb : at(forcing.wetBulb, time);
    s[weather.humidityRatio] = isDesign ? designWeather.humidityRatio : at(forcing.humidityRatio, time);
    s[weather.pressure] = isDesign ? designWeather.pressure : at(forcing.pressure, time);
    s[weather.hourOfYear] = start.hour + (isMoving ? time / 3600 : 0);
    const traced = trace === undefined ? NaN : trace.level(time);
    for (let i = 0; i < loads.length; i++)
      s[loads[i]!.slot] =
        trace !== undefined ? traced : isDesign || loads[i]!.values === undefined ? 1 : at(loads[i]!.values!, time);
    for (let i = 0; i < disturbances.length; i++) {
      const disturbance = disturbances[i]!;
      const part = force(disturbance, time);
      if (part > 0) disturb(disturbance, part, time);
    }
  }

  function disturb({ at: begin, change }: Disturbance, part: number, time: number): void {
    if (change.what === 'dry bulb') {
      s[weather.dryBulb] = s[weather.dryBulb]! + part * change.by;
      // Air that is cooled below its dew point gives up what it cannot hold.
      const most = humidityRatioOfRelativeHumidity(s[weather.dryBulb]!, 1, s[weather.pressure]!);
      s[weather.humidityRatio] = Math.min(s[weather.humidityRatio]!, most);
      s[weather.wetBulb] = wetBulb(s[weather.dryBulb]!, s[weather.humidityRatio]!, s[weather.pressure]!);
      return;
    }
    const share =
      change.what === 'load' ? part : part * 0.5 * (1 - Math.cos(2 * Math.PI * change.frequency * (time - begin)));
    for (let i = 0; i < loads.length; i++) {
      if (change.load !== 'all' && loads[i]!.load !== change.load) continue;
      const slot = loads[i]!.slot;
      s[slot] = s[slot]! + share * (change.to - s[slot]!);
    }
  }

  const breaks = disturbances.flatMap(({ at: begin, until, over }) => [begin, begin + over, until, until + over]);
  if (isMoving) for (let t = 3600; t < duration; t += 3600) breaks.push(t);

  return {
    apply,
    enter(time) {
      memory.entered = time;
    },
    breaks: [...new Set(breaks)].filter((t) => t > 0 && t < duration).sort((a, b) => a - b),
    longestStep(time) {
      let longest = trace === undefined ? Infinity : trace.nextRow(time) - time;
      for (const { at: begin, until, over, change } of swings) {
        if (time >= begin && time < until + over && change.what !== 'dry bulb')
          longest = Math.min(longest, 1 / (change.frequency * stepsPerPeriod));
      }
      return longest;
    },
  };
}

/** Level of a trace at a moment, straight between its rows and as at its end beyond; and when the next row comes. */
function traceReader({ times, levels }: LoadTrace): {
  level(time: number): number;
  nextRow(time: number): number;
} {
  const last = times.length - 1;
  let near = 0;

  /** The row at or before a moment. */
  function rowBefore(time: number): number {
    while (near > 0 && times[near]! > time) near--;
    while (near < last && times[near + 1]! <= time) near++;
    return near;
  }

  return {
    level(time) {
      const i = rowBefore(time);
      if (i === last) return levels[last]!;
      const part = (time - times[i]!) / (times[i + 1]! - times[i]!);
      return levels[i]! + Math.max(0, part) * (levels[i + 1]! - levels[i]!);
    },
    nextRow(time) {
      const i = rowBefore(time + sameMoment);
      return i === last ? Infinity : times[i + 1]!;
    },
  };
}
