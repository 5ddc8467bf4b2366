/**
 * States of moist air as a mixture of ideal gases: humidity, enthalpy, volume.
 *
 * Constants and equations of the ASHRAE Handbook, per kg of dry air. Leaves
 * out the real-gas corrections: against the Handbook's table at 1 atm the
 * saturated humidity ratio is up to 0.5 % low below 50 °C.
 */

import { standardPressure, zeroCelsius } from '../constants.ts';
import { NotConvergedError, requireRange } from '../errors.ts';
import { logPressureSlope, saturationPressure, saturationTemperature } from './water-vapour.ts';

/** Molar mass of water over that of dry air [1]; ASHRAE Handbook Fundamentals 2017, ch. 1, eq. 20. */
export const molarMassRatio = 0.621_945;

/** Gas constant of dry air [J/(kg·K)]; ibid., eq. 1. */
export const dryAirGasConstant = 287.042;

/** Specific heat of dry air [J/(kg·K)]; ibid., eq. 30. */
export const dryAirSpecificHeat = 1006;

/** Specific heat of water vapour [J/(kg·K)]; ibid. */
export const vapourSpecificHeat = 1860;

/** Heat of evaporation at 0 °C [J/kg]; ibid. */
export const evaporationHeat = 2_501_000;

/**
 * Humidity ratio of air that holds vapour of a given partial pressure.
 *
 *     W = 0.621945 e / (p − e)
 *
 * @param vapourPressure e [Pa], 0 ≤ e < p
 * @param pressure p [Pa]
 * @returns W [kg/kg dry air]
 * @throws {OutOfRangeError} if the vapour is not less than the whole, or NaN
 */
export function humidityRatio(vapourPressure: number, pressure: number): number {
  if (!(vapourPressure >= 0 && vapourPressure < pressure)) {
    requireRange('vapour pressure', vapourPressure, [0, pressure * (1 - Number.EPSILON)], 'Pa');
  }
  return (molarMassRatio * vapourPressure) / (pressure - vapourPressure);
}

/**
 * Partial pressure of the vapour in air of a given humidity ratio.
 *
 *     e = p W / (0.621945 + W)
 *
 * @param humidityRatio W [kg/kg dry air], ≥ 0
 * @param pressure p [Pa]
 * @returns e [Pa]
 */
export function vapourPressure(humidityRatio: number, pressure: number): number {
  return (pressure * humidityRatio) / (molarMassRatio + humidityRatio);
}

/** Relative humidity φ = e / p_sat(T) [1], over ice below 273.16 K, of air at T [K], W [kg/kg] and p [Pa]. */
export function relativeHumidity(temperature: number, humidityRatio: number, pressure: number): number {
  return vapourPressure(humidityRatio, pressure) / saturationPressure(temperature);
}

/** Humidity ratio W [kg/kg] of air at T [K], relative humidity φ [1] and p [Pa]. */
export function humidityRatioOfRelativeHumidity(
  temperature: number,
  relativeHumidity: number,
  pressure: number,
): number {
  return humidityRatio(relativeHumidity * saturationPressure(temperature), pressure);
}

/** Dew point [K], below 273.16 K the frost point, of air at W [kg/kg] > 0 and p [Pa]. */
export function dewPoint(humidityRatio: number, pressure: number): number {
  return saturationTemperature(vapourPressure(humidityRatio, pressure));
}

/**
 * Humidity ratio of saturated air.
 *
 * @param temperature T [K], 173.15 K … below boiling at p
 * @param pressure p [Pa]
 * @returns W_s [kg/kg dry air]
 * @throws {OutOfRangeError} outside the range, or where water boils
 */
export function saturatedHumidityRatio(temperature: number, pressure: number): number {
  return humidityRatio(saturationPressure(temperature), pressure);
}

/**
 * Enthalpy of moist air above dry air and liquid water at 0 °C.
 *
 *     h = 1006 t + W (2 501 000 + 1860 t),   t in °C
 *
 * @param temperature T [K]
 * @param humidityRatio W [kg/kg dry air]
 * @returns h [J/kg dry air]
 *
 * ASHRAE Handbook Fundamentals 2017, ch. 1, eq. 30.
 */
export function enthalpy(temperature: number, humidityRatio: number): number {
  const t = temperature - zeroCelsius;
  return dryAirSpecificHeat * t + humidityRatio * (evaporationHeat + vapourSpecificHeat * t);
}

/** Temperature [K] of moist air of h [J/kg dry air] and W [kg/kg]: the inverse of `enthalpy`. */
export function temperatureOfEnthalpy(enthalpy: number, humidityRatio: number): number {
  return (
    zeroCelsius +
    (enthalpy - humidityRatio * evaporationHeat) / (dryAirSpecificHeat + humidityRatio * vapourSpecificHeat)
  );
}

/**
 * Volume of moist air per kg of dry air.
 *
 *     v = R T (1 + W / 0.621945) / p
 *
 * @param temperature T [K]
 * @param humidityRatio W [kg/kg dry air]
 * @param pressure p [Pa]
 * @returns v [m³/kg dry air]; 1/v is the density of the dry air in it, (1 + W)/v that of the mixture
 *
 * ASHRAE Handbook Fundamentals 2017, ch. 1, eq. 26.
 */
export function specificVolume(temperature: number, humidityRatio: number, pressure: number): number {
  return (dryAirGasConstant * temperature * (1 + humidityRatio / molarMassRatio)) / pressure;
}

/** Enthalpy [J/kg dry air] of saturated air at T [K] and p [Pa]; refuses where water boils. */
export function saturatedEnthalpy(temperature: number, pressure: number): number {
  return enthalpy(temperature, saturatedHumidityRatio(temperature, pressure));
}

/**
 * Temperature of saturated air of a given enthalpy, the inverse of `saturatedEnthalpy`.
 *
 *     dh/dT = 1006 + 1860 W + (2 501 000 + 1860 t) dW/dT,   dW/dT = 0.621945 p e' / (p − e)²
 *
 * Newton from a guess, with steps of at most 20 K: two from a guess within 1 K.
 *
 * @param saturatedEnthalpy h [J/kg dry air]
 * @param pressure p [Pa]
 * @param guess a temperature near the answer [K]
 * @returns T [K], to 1e-9 K
 * @throws {NotConvergedError} if there is none between −100 °C and boiling
 */
export function temperatureOfSaturatedEnthalpy(saturatedEnthalpy: number, pressure: number, guess: number): number {
  let temperature = guess;
  for (let count = 0; count < 60; count++) {
    const e = saturationPressure(temperature);
    if (e >= 0.99 * pressure) {
      temperature -= 5;
      continue;
    }
    const t = temperature - zeroCelsius;
    const w = (molarMassRatio * e) / (pressure - e);
    const latent = evaporationHeat + vapourSpecificHeat * t;
    const wSlope = (w * logPressureSlope(temperature) * pressure) / (pressure - e);
    const slope = dryAirSpecificHeat + vapourSpecificHeat * w + latent * wSlope;
    const step = (saturatedEnthalpy - dryAirSpecificHeat * t - w * latent) / slope;
    temperature += Math.min(20, Math.max(-20, step));
    if (Math.abs(step) < 1e-5) return temperature;
  }
  throw new NotConvergedError('temperature of saturated enthalpy', [
    { owner: 'moist air', equation: 'h_s(T) = h', value: saturatedEnthalpy, unit: 'J/kg' },
  ]);
}

/**
 * Pressure of the standard atmosphere.
 *
 *     p = 101325 (1 − 2.25577e-5 z)^5.2559
 *
 * Holds for: −5000 … 11 000 m.
 *
 * @param altitude z [m]
 * @returns p [Pa]
 * @throws {OutOfRangeError} for an altitude outside the range, or NaN
 *
 * ASHRAE Handbook Fundamentals 2017, ch. 1, eq. 3.
 */
export function atmosphericPressure(altitude: number): number {
  requireRange('altitude', altitude, [-5000, 11_000], 'm');
  return standardPressure * Math.pow(1 - 2.25577e-5 * altitude, 5.2559);
}
