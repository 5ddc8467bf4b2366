/**
 * Humidity of a generated year: dew points that follow the dry bulb without
 * passing it and, where the wet bulb's distribution is known, the wet bulbs a
 * tower would meet. Third of the generator's steps, after the dry bulb. The
 * dew point has no daily course of its own: sea breezes are not in it.
 */

import {
  humidityRatio,
  humidityRatioFromWetBulb,
  saturationPressure,
  saturationTemperature,
  vapourPressure,
  wetBulb,
} from '../../fluids/moist-air.ts';
import { zeroCelsius } from '../../constants.ts';
import { hoursPerDay, monthOfDay } from './calendar.ts';
import { mapRounds } from './climate-dry-bulb.ts';
import type { ClimateRecord, Distribution } from './climate-record.ts';
import { addHourlyCourse, monthlyMeans, recentreMonths } from './mean-preserving.ts';
import { mapQuantiles } from './quantile-map.ts';

/** Hourly noise: a share of the month's deviation of daily means, at most a kelvin. */
const noiseShare = 0.22;
const mostNoise = 1;
/** Square of the distance [K²] over which the dew point is kept below the dry bulb. */
const capSoftness = 2.25;
const capRounds = 5;
/** Nothing is drier than this dew point [K]. */
const driestDewPoint = zeroCelsius - 45;
/** Where only the tails of the wet bulb are known, the rest stays between these shares. */
const keptMiddle = [0.1, 0.8];

/**
 * Hourly dew point [K], below the dry bulb, with the record's monthly means.
 *
 *     T_d = T − ½ (x + √(x² + 2.25)),   x = T − T_d0
 *
 * @param means daily means of the dew point, 365
 * @param noise hourly noise of deviation 1 and daily mean 0, 8760
 */
export function courseOfDewPoint(
  record: ClimateRecord,
  dryBulb: Float64Array,
  means: Float64Array,
  noise: Float64Array,
): Float64Array {
  const free = new Float64Array(dryBulb.length);
  addHourlyCourse(means, free);
  for (let i = 0; i < free.length; i++) {
    const deviation = record.dewPointDeviation[monthOfDay[Math.floor(i / hoursPerDay)]!]!;
    free[i]! += Math.min(mostNoise, noiseShare * deviation) * noise[i]!;
  }
  const capped = new Float64Array(free.length);
  for (let round = 0; round < capRounds; round++) {
    capBelow(dryBulb, free, capped);
    recentreMonths(free, record.meanDewPoint, monthlyMeans(capped));
  }
  capBelow(dryBulb, free, capped);
  return capped;
}

function capBelow(dryBulb: Float64Array, free: Float64Array, capped: Float64Array): void {
  for (let i = 0; i < free.length; i++) {
    const x = dryBulb[i]! - free[i]!;
    capped[i] = dryBulb[i]! - 0.5 * (x + Math.sqrt(x * x + capSoftness));
  }
}

/** Bends the dew point in place until the wet bulb has the wanted distribution. */
export function shapeHumidity(
  dryBulb: Float64Array,
  dewPoint: Float64Array,
  pressure: Float64Array,
  distribution: Distribution,
): void {
  if (distribution.known === 'nothing' || distribution.wetBulb === undefined) return;
  const monthly = distribution.known === 'whole' ? distribution.meanWetBulb : undefined;
  const wet = new Float64Array(dryBulb.length);
  for (let round = 0; round < mapRounds; round++) {
    for (let i = 0; i < wet.length; i++) {
      const ratio = humidityRatio(saturationPressure(dewPoint[i]!), pressure[i]!);
      wet[i] = wetBulb(dryBulb[i]!, ratio, pressure[i]!);
    }
    if (round > 0 && monthly !== undefined) recentreMonths(wet, monthly, monthlyMeans(wet));
    mapQuantiles(wet, distribution.wetBulb, distribution.known === 'tails' ? keptMiddle : []);
    for (let i = 0; i < wet.length; i++) dewPoint[i] = dewPointOf(dryBulb[i]!, wet[i]!, pressure[i]!);
  }
}

/** Dew point [K] of a dry and wet bulb: the dry bulb when saturated, never below −45 °C. */
function dewPointOf(dryBulb: number, wet: number, pressure: number): number {
  if (wet >= dryBulb) return dryBulb;
  const vapour = vapourPressure(humidityRatioFromWetBulb(dryBulb, wet, pressure), pressure);
  if (!(vapour > saturationPressure(Math.min(driestDewPoint, dryBulb)))) return Math.min(driestDewPoint, dryBulb);
  return Math.min(dryBulb, saturationTemperature(vapour));
}
