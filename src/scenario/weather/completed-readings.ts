/**
 * Repairs the holes of a weather file, and says so: short gaps are
 * interpolated, dew points are found from relative humidity, pressure from
 * the elevation. Gaps longer than six hours in temperature or humidity are
 * faults: nobody should size a plant on invented afternoons.
 */

import { hoursPerYear } from '../../constants.ts';
import { atmosphericPressure, saturationPressure, saturationTemperature } from '../../fluids/moist-air.ts';
import { hourName } from './calendar.ts';
import type { HourlyReadings } from './hourly-readings.ts';
import type { SeriesFaults } from './series-faults.ts';
import type { RunNote } from './weather-year.ts';

/** Longest gap that is interpolated [h]. */
export const longestGap = 6;

/** Complete columns, dew point ≤ dry bulb, and what had to be done to get them. */
export interface CompletedReadings {
  readonly dryBulb: Float64Array;
  readonly dewPoint: Float64Array;
  readonly pressure: Float64Array;
  readonly windSpeed?: Float64Array;
  readonly notes: readonly RunNote[];
}

/** An unbroken run of missing hours; it may wrap round the end of the year. */
interface Gap {
  readonly first: number;
  readonly hours: number;
}

/**
 * The readings without holes. The year is closed on itself: a gap at its
 * end is bridged to its beginning.
 *
 * @param elevation of the station [m], for a missing pressure
 */
export function completedReadings(
  readings: HourlyReadings,
  elevation: number,
  file: string,
  faults: SeriesFaults,
): CompletedReadings {
  const notes: RunNote[] = [];
  const note = (text: string, hours: number): void => {
    if (hours > 0) notes.push({ owner: file, text, hours });
  };

  const { dryBulb, dewPoint: dew, pressure, windSpeed, lines } = readings;
  note('dry bulb missing, interpolated', bridged(dryBulb, 'dry bulb', lines, faults));
  note('dew point missing, found from relative humidity', dewPointFromHumidity(readings));
  const dewGaps = bridged(dew, 'dew point and relative humidity', lines, faults);
  note('humidity missing, dew point interpolated', dewGaps);
  note('dew point above dry bulb, set to the dry bulb', cappedDewPoint(dryBulb, dew));
  note(
    `pressure missing, taken from the standard atmosphere at ${elevation} m`,
    standardPressureInLongGaps(pressure, elevation),
  );
  note('pressure missing, interpolated', bridged(pressure, 'pressure', lines, faults));

  const windless = windSpeed.every(Number.isNaN);
  return { dryBulb, dewPoint: dew, pressure, ...(windless ? {} : { windSpeed }), notes };
}

/** Runs of NaN; the one that wraps the end of the year is a single gap. */
function gapsOf(values: Float64Array): readonly Gap[] {
  const found: Gap[] = [];
  const start = values.findIndex((value) => !Number.isNaN(value));
  if (start < 0) return [{ first: 0, hours: values.length }];
  let length = 0;
  for (let k = 1; k <= values.length; k++) {
    const i = (start + k) % values.length;
    if (Number.isNaN(values[i]!)) length += 1;
    else if (length > 0) {
      found.push({ first: (i - length + values.length) % values.length, hours: length });
      length = 0;
    }
  }
  return found;
}

/** Interpolates gaps of up to six hours and faults longer ones; returns the hours filled. */
function bridged(values: Float64Array, name: string, lines: Int32Array, faults: SeriesFaults): number {
  let filled = 0;
  for (const { first, hours } of gapsOf(values)) {
    if (hours > longestGap) {
      const line = firstLine(lines, first, hours);
      // Hours without a row were told as missing already.
      if (line > 0) faults.add({ line, column: 1, path: name, message: gapMessage(first, hours) });
      continue;
    }
    const before = values[(first - 1 + values.length) % values.length]!;
    const after = values[(first + hours) % values.length]!;
    for (let k = 0; k < hours; k++) {
      values[(first + k) % values.length] = before + ((after - before) * (k + 1)) / (hours + 1);
    }
    filled += hours;
  }
  return filled;
}

/** Line of the gap's first row; 0 when none of its hours has a row. */
function firstLine(lines: Int32Array, first: number, hours: number): number {
  for (let k = 0; k < hours; k++) {
    const line = lines[(first + k) % lines.length]!;
    if (line > 0) return line;
  }
  return 0;
}

function gapMessage(first: number, hours: number): string {
  if (hours === hoursPerYear) return 'found no reading in the whole file; wanted 8760';
  const stretch = `${hourName(first)} to ${hourName(first + hours - 1)}`;
  return `found none for ${hours} hours, ${stretch}; wanted gaps of at most ${longestGap} hours`;
}

/** Least relative humidity that is worth a dew point: 0 % has none. */
const driest = 1e-3;

function dewPointFromHumidity(readings: HourlyReadings): number {
  const { dryBulb, dewPoint: dew, relativeHumidity } = readings;
  let filled = 0;
  for (let i = 0; i < hoursPerYear; i++) {
    if (!Number.isNaN(dew[i]!) || Number.isNaN(relativeHumidity[i]!) || Number.isNaN(dryBulb[i]!)) continue;
    const humidity = Math.min(1, Math.max(driest, relativeHumidity[i]!));
    dew[i] = saturationTemperature(humidity * saturationPressure(dryBulb[i]!));
    filled += 1;
  }
  return filled;
}

function cappedDewPoint(dryBulb: Float64Array, dew: Float64Array): number {
  let capped = 0;
  for (let i = 0; i < hoursPerYear; i++) {
    if (!(dew[i]! > dryBulb[i]!)) continue;
    dew[i] = dryBulb[i]!;
    capped += 1;
  }
  return capped;
}

function standardPressureInLongGaps(pressure: Float64Array, elevation: number): number {
  const standard = atmosphericPressure(elevation);
  let filled = 0;
  for (const { first, hours } of gapsOf(pressure)) {
    if (hours <= longestGap) continue;
    for (let k = 0; k < hours; k++) pressure[(first + k) % pressure.length] = standard;
    filled += hours;
  }
  return filled;
}
