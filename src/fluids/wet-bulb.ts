/**
 * The thermodynamic wet-bulb temperature and its inverse.
 *
 * The equations of the ASHRAE Handbook with a water and an ice branch. Near
 * 0 °C both branches can have a root; see `wetBulb` for the one taken. Used
 * once per hour of a weather file, and by towers and pads.
 */

import { zeroCelsius } from '../constants.ts';
import { NotConvergedError, requireRange } from '../errors.ts';
import { dryAirSpecificHeat, evaporationHeat, humidityRatio, molarMassRatio, vapourSpecificHeat } from './humidity.ts';
import { logPressureSlope, saturationPressure } from './water-vapour.ts';

/** L − a t*: heat that evaporating 1 kg at the wick takes; ASHRAE Handbook Fundamentals 2017, ch. 1, eq. 33, 35. */
interface Wick {
  readonly heat: number;
  readonly slope: number;
  /** Specific heat of the water or ice on the wick [J/(kg·K)] */
  readonly specificHeat: number;
}

const humidityRange: readonly [number, number] = [0, 10];

const waterWick: Wick = { heat: evaporationHeat, slope: 2326, specificHeat: 4186 };
const iceWick: Wick = { heat: 2_830_000, slope: 240, specificHeat: 2100 };

/**
 * Humidity ratio of air from its dry and wet bulb.
 *
 *     W = [(2501 − 2.326 t*) W_s* − 1.006 (t − t*)] / (2501 + 1.86 t − 4.186 t*)     t* ≥ 0 °C
 *     W = [(2830 − 0.24 t*) W_s* − 1.006 (t − t*)] / (2830 + 1.86 t − 2.1 t*)        t* < 0 °C
 *
 * @param dryBulb T [K]
 * @param wetBulb T* [K], ≤ T
 * @param pressure p [Pa]
 * @returns W [kg/kg dry air]; negative where no air is dry enough to have this wet bulb
 * @throws {OutOfRangeError} where water would boil at T*, or outside −100 … 200 °C
 *
 * ASHRAE Handbook Fundamentals 2017, ch. 1, eq. 33 and 35.
 */
export function humidityRatioFromWetBulb(dryBulb: number, wetBulb: number, pressure: number): number {
  const wick = wetBulb >= zeroCelsius ? waterWick : iceWick;
  const t = dryBulb - zeroCelsius;
  const s = wetBulb - zeroCelsius;
  const saturated = humidityRatio(saturationPressure(wetBulb), pressure);
  return (
    ((wick.heat - wick.slope * s) * saturated - dryAirSpecificHeat * (t - s)) /
    (wick.heat + vapourSpecificHeat * t - wick.specificHeat * s)
  );
}

/**
 * Wet bulb of air from its dry bulb and humidity ratio, the inverse of `humidityRatioFromWetBulb`.
 *
 * Near 0 °C the equation has two roots, one on the water branch at or above
 * 0 °C and one on the ice branch, lower by about 0.07 K per kelvin of dry bulb.
 * The water branch is taken wherever its root is at or above 0 °C, so a falling
 * wet bulb jumps once, from 0 °C to the ice branch, by up to 0.7 K. Air at or
 * beyond saturation has its dry bulb as wet bulb.
 *
 * Newton on the equation times (p − e), which is convex in t*, from the dry
 * bulb downwards: about five steps.
 *
 * @param dryBulb T [K], −100 … 200 °C
 * @param humidityRatio W [kg/kg dry air], 0 … 10
 * @param pressure p [Pa], > 0
 * @returns T* [K], to 1e-9 K
 * @throws {OutOfRangeError} for a dry bulb or humidity outside its range, or NaN
 * @throws {NotConvergedError} for a pressure that is not a number
 */
export function wetBulb(dryBulb: number, humidityRatio: number, pressure: number): number {
  requireRange('humidity ratio', humidityRatio, humidityRange, 'kg/kg');
  if (residual(waterWick, dryBulb, dryBulb, humidityRatio, pressure) <= 0) return dryBulb;
  if (dryBulb >= zeroCelsius && residual(waterWick, zeroCelsius, dryBulb, humidityRatio, pressure) <= 0) {
    return branchRoot(waterWick, dryBulb, dryBulb, humidityRatio, pressure);
  }
  return branchRoot(iceWick, Math.min(dryBulb, zeroCelsius), dryBulb, humidityRatio, pressure);
}

/** A(t*) 0.621945 e − (p − e) B(t*) [J·Pa/kg]: negative below the wet bulb, positive above. */
function residual(wick: Wick, at: number, dryBulb: number, humidity: number, pressure: number): number {
  const t = dryBulb - zeroCelsius;
  const s = at - zeroCelsius;
  const e = saturationPressure(at);
  const b = dryAirSpecificHeat * (t - s) + humidity * (wick.heat + vapourSpecificHeat * t - wick.specificHeat * s);
  return (wick.heat - wick.slope * s) * molarMassRatio * e - (pressure - e) * b;
}

/** Newton on `residual` from a point at or above its root. */
function branchRoot(wick: Wick, start: number, dryBulb: number, humidity: number, pressure: number): number {
  const t = dryBulb - zeroCelsius;
  const bSlope = dryAirSpecificHeat + humidity * wick.specificHeat;
  let root = start;
  for (let count = 0; count < 50; count++) {
    const s = root - zeroCelsius;
    const e = saturationPressure(root);
    const eSlope = e * logPressureSlope(root);
    const a = wick.heat - wick.slope * s;
    const b = dryAirSpecificHeat * (t - s) + humidity * (wick.heat + vapourSpecificHeat * t - wick.specificHeat * s);
    const value = a * molarMassRatio * e - (pressure - e) * b;
    const slope = molarMassRatio * (a * eSlope - wick.slope * e) + eSlope * b + (pressure - e) * bSlope;
    const step = value / slope;
    root -= step;
    if (Math.abs(step) < 1e-5) return root;
  }
  throw new NotConvergedError('wet bulb', [
    { owner: 'moist air', equation: 'W(T, T*) = W', value: humidity, unit: 'kg/kg' },
  ]);
}
