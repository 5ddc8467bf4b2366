/**
 * A wetted pad in front of a dry cooler: air cools along its wet-bulb line by
 * evaporating water.
 *
 * Pads may be sectioned, so that a share of the air passes dry. Leaves out
 * carry-over, scale and the pad's flow resistance (part of the fans' rating).
 * Below freezing wet bulbs the caller keeps pads dry.
 */

import { zeroCelsius } from '../constants.ts';
import { humidityRatioFromWetBulb } from '../fluids/wet-bulb.ts';
import { enthalpy, temperatureOfEnthalpy } from '../fluids/humidity.ts';

/** Specific heat of liquid water in the Handbook's wet-bulb equation [J/(kg·K)]. */
const waterSpecificHeat = 4186;

/**
 * Humidity ratio of the air behind a pad, wet and dry sections mixed.
 *
 *     T₁ = T − η (T − T*)                     air behind a wet section
 *     W' = W + w (W₁(T₁, T*) − W)             w wetted share
 *
 * @param dryBulb T [K]
 * @param wetBulb T* [K], ≤ T
 * @param humidityRatio W [kg/kg dry air]
 * @param pressure p [Pa]
 * @param effectiveness η, saturation effectiveness of the wet pad [1], 0 … 1
 * @param wetShare w, share of the air through wet sections [1], 0 … 1
 * @returns W' [kg/kg dry air]; W' − W is the water evaporated per kg of dry air
 */
export function paddedHumidityRatio(
  dryBulb: number,
  wetBulb: number,
  humidityRatio: number,
  pressure: number,
  effectiveness: number,
  wetShare: number,
): number {
  if (!(wetShare > 0 && dryBulb > wetBulb)) return humidityRatio;
  const wet = humidityRatioFromWetBulb(dryBulb - effectiveness * (dryBulb - wetBulb), wetBulb, pressure);
  return humidityRatio + wetShare * Math.max(0, wet - humidityRatio);
}

/**
 * Temperature of the air behind a pad, from what it has taken up.
 *
 *     h(T', W') = h(T, W) + (W' − W) h_w
 *
 * Energy closes for any supply water; with h_w of water at the wet bulb
 * (`padWaterEnthalpy`) a fully wetted pad gives T − η (T − T*).
 *
 * @param dryBulb T [K]
 * @param humidityRatio W [kg/kg dry air]
 * @param paddedHumidityRatio W' [kg/kg dry air]
 * @param waterEnthalpy h_w above liquid at 0 °C [J/kg]
 * @returns T' [K]
 */
export function paddedAirTemperature(
  dryBulb: number,
  humidityRatio: number,
  paddedHumidityRatio: number,
  waterEnthalpy: number,
): number {
  const mixed = enthalpy(dryBulb, humidityRatio) + (paddedHumidityRatio - humidityRatio) * waterEnthalpy;
  return temperatureOfEnthalpy(mixed, paddedHumidityRatio);
}

/** Enthalpy of liquid at the wet bulb [J/kg], by the specific heat of the Handbook's wet-bulb equation. */
export function padWaterEnthalpy(wetBulb: number): number {
  return waterSpecificHeat * (wetBulb - zeroCelsius);
}
