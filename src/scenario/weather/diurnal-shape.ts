/**
 * The course of the dry bulb over a day: a fast rise after sunrise, a peak
 * in the afternoon, a slow fall through the night. One shape does for all
 * places, moved by sunrise and solar noon and scaled to the day's range.
 * Used by the climate-year generator.
 */

import { daysPerYear, hoursPerDay } from './calendar.ts';

/** Half a day's length is kept between these [h], so that polar days keep a course. */
const halfDayLimits = [5.3, 6.5] as const;
/** The minimum comes so long after sunrise, the maximum after solar noon [h]. */
const minimumAfterSunrise = 0.5;
const maximumAfterNoon = 3.2;
/** Exponents that bend the rising and the falling cosine. */
const risingBend = 0.69;
const fallingBend = 0.63;
const earthTilt = (23.45 * Math.PI) / 180;

/** Where the sun's day stands in the clock's, by place. */
export interface SunClock {
  /** [rad], north positive */
  readonly latitude: number;
  /** [rad], east positive */
  readonly longitude: number;
  readonly timeZoneHours: number;
}

/** Solar noon [h of local standard time] and half the day length [h] of day d (0 … 364). */
function sunTimes(day: number, place: SunClock): { noon: number; halfDay: number } {
  const declination = earthTilt * Math.sin((2 * Math.PI * (284 + day + 1)) / 365);
  const b = (2 * Math.PI * (day - 80)) / 365;
  const equationOfTime = (9.87 * Math.sin(2 * b) - 7.53 * Math.cos(b) - 1.5 * Math.sin(b)) / 60;
  const noon = 12 + place.timeZoneHours - (place.longitude * 12) / Math.PI - equationOfTime;
  const cosine = -Math.tan(place.latitude) * Math.tan(declination);
  const halfDay = (Math.acos(Math.min(1, Math.max(-1, cosine))) * 12) / Math.PI;
  return { noon, halfDay: Math.min(halfDayLimits[1], Math.max(halfDayLimits[0], halfDay)) };
}

/**
 * The shape σ of every hour of the year: mean 0 and range 1 in each day.
 *
 *     rising:   v = −cos(π x^0.69)      falling:   v = cos(π y^0.63)
 *
 * with x and y the time since the last minimum and maximum over the time
 * between the two. Exponents and delays fitted to the mean daily courses of
 * 47 stations, twelve months each: 0.64 K root mean square.
 *
 * @returns 8760 values [1], at the end of each hour
 *
 * Declination: P. I. Cooper, Solar Energy 12 (1969) 333–346. Equation of time: the common three-term fit in minutes.
 */
export function diurnalShapes(place: SunClock): Float64Array {
  const shapes = new Float64Array(daysPerYear * hoursPerDay);
  for (let d = 0; d < daysPerYear; d++) {
    const { noon, halfDay } = sunTimes(d, place);
    const minimum = noon - halfDay + minimumAfterSunrise;
    const maximum = noon + maximumAfterNoon;
    const start = d * hoursPerDay;
    for (let h = 1; h <= hoursPerDay; h++) {
      const since = (((h - minimum) % hoursPerDay) + hoursPerDay) % hoursPerDay;
      const rise = maximum - minimum;
      const bent = (fraction: number, bend: number): number =>
        fraction <= 0 ? 0 : Math.exp(bend * Math.log(fraction));
      shapes[start + h - 1] =
        since <= rise
          ? -Math.cos(Math.PI * bent(since / rise, risingBend))
          : Math.cos(Math.PI * bent((since - rise) / (hoursPerDay - rise), fallingBend));
    }
    scaleDay(shapes, start);
  }
  return shapes;
}

function scaleDay(shapes: Float64Array, start: number): void {
  let sum = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = start; i < start + hoursPerDay; i++) {
    const v = shapes[i]!;
    sum += v;
    if (v < lowest) lowest = v;
    if (v > highest) highest = v;
  }
  const mean = sum / hoursPerDay;
  const range = highest - lowest;
  for (let i = start; i < start + hoursPerDay; i++) shapes[i] = (shapes[i]! - mean) / range;
}
