/**
 * Doubts about a year of weather that was read without a fault: signs of a
 * wrong elevation, a damaged column, a repeated hour. They become notes and
 * never change a number. The thresholds lie just beyond what 47 weather files
 * of good repute hold.
 */

import { hoursPerYear } from '../../constants.ts';
import { atmosphericPressure, saturationPressure } from '../../fluids/moist-air.ts';
import { hourName } from './calendar.ts';
import { quantileOfSorted } from './design-conditions.ts';
import type { RunNote, WeatherYear } from './weather-year.ts';

/** Station pressure may differ this much from the standard atmosphere [Pa]; sea-level pressure used by mistake differs more. */
const pressureTolerance = 3000;
/** Largest believable change of the dry bulb in an hour [K]; 16.1 K was met once, in the desert. */
const largestJump = 15;
/** Equal dry bulbs in a row that are still believable [h]; 20 were met. */
const longestStandstill = 23;
/** The file's own 99.6 % wet bulb may exceed the published 0.4 % one by so much [K]. */
const wetBulbTail = 1;
/** Dew point and relative humidity may disagree by so much [K of dew point at the reading's own slope]. */
const humidityDisagreement = 2;

export function doubts(year: WeatherYear, relativeHumidity: Float64Array | undefined, owner: string): RunNote[] {
  return [
    ...pressureDoubt(year, owner),
    ...jumpDoubt(year, owner),
    ...standstillDoubt(year, owner),
    ...wetBulbDoubt(year, owner),
    ...(relativeHumidity === undefined ? [] : humidityDoubt(year, relativeHumidity, owner)),
  ];
}

function pressureDoubt(year: WeatherYear, owner: string): RunNote[] {
  const mean = year.pressure.reduce((sum, value) => sum + value, 0) / hoursPerYear;
  const standard = atmosphericPressure(year.elevation);
  if (Math.abs(mean - standard) <= pressureTolerance) return [];
  const text =
    `mean pressure is ${(mean / 1000).toFixed(1)} kPa where the standard atmosphere has ` +
    `${(standard / 1000).toFixed(1)} kPa at ${year.elevation} m: sea-level pressure, or a wrong elevation?`;
  return [{ owner, text }];
}

function jumpDoubt(year: WeatherYear, owner: string): RunNote[] {
  let hours = 0;
  let worst = 0;
  let worstHour = 0;
  for (let i = 1; i < hoursPerYear; i++) {
    const jump = Math.abs(year.dryBulb[i]! - year.dryBulb[i - 1]!);
    if (jump > largestJump) hours += 1;
    if (jump > worst) [worst, worstHour] = [jump, i];
  }
  if (hours === 0) return [];
  return [{ owner, text: `dry bulb jumps by up to ${worst.toFixed(1)} K in an hour, ${hourName(worstHour)}`, hours }];
}

function standstillDoubt(year: WeatherYear, owner: string): RunNote[] {
  let run = 1;
  let longest = 1;
  let end = 0;
  for (let i = 1; i < hoursPerYear; i++) {
    run = year.dryBulb[i] === year.dryBulb[i - 1] ? run + 1 : 1;
    if (run > longest) [longest, end] = [run, i];
  }
  if (longest <= longestStandstill) return [];
  return [{ owner, text: `dry bulb stands still until ${hourName(end)}`, hours: longest }];
}

function wetBulbDoubt(year: WeatherYear, owner: string): RunNote[] {
  const published = year.design.basis === 'published' ? year.design.wetBulb.find((w) => w.percent === 0.4) : undefined;
  if (published === undefined) return [];
  const own = quantileOfSorted(year.wetBulb.slice().sort(), 0.996);
  const excess = own - published.wetBulb;
  if (excess <= wetBulbTail) return [];
  const text = `the 0.4 % wet bulb of its hours exceeds the published one by ${excess.toFixed(1)} K`;
  return [{ owner, text }];
}

/** d ln(p_sat)/dT near ordinary temperatures [1/K]: 2 K of dew point are about 13 % of vapour pressure. */
const vapourPressureSlope = 0.065;

function humidityDoubt(year: WeatherYear, relativeHumidity: Float64Array, owner: string): RunNote[] {
  let hours = 0;
  for (let i = 0; i < hoursPerYear; i++) {
    const humidity = relativeHumidity[i]!;
    if (!(humidity > 0)) continue;
    const fromDewPoint = saturationPressure(year.dewPoint[i]!);
    const fromHumidity = Math.min(1, humidity) * saturationPressure(year.dryBulb[i]!);
    if (Math.abs(Math.log(fromDewPoint / fromHumidity)) > humidityDisagreement * vapourPressureSlope) hours += 1;
  }
  if (hours === 0) return [];
  return [{ owner, text: 'dew point and relative humidity disagree by more than 2 K; the dew point is used', hours }];
}
