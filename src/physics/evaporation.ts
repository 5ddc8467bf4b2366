/**
 * Water that an open tower loses: evaporation, drift, blowdown, make-up.
 *
 * Air leaves saturated, so evaporation is the latent part that the air's
 * balance gives and not all of the heat: in winter the air takes a third of it
 * as warmth. Used by towers, closed-circuit coolers with spray, and the audit.
 */

import { requireRange } from '../errors.ts';
import { nearVapourPressure, saturatedEnthalpyOfVapour, saturatedSlopeOfVapour } from './saturated-air.ts';
import { zeroCelsius } from '../constants.ts';

const molarMassRatio = 0.621945;
const maximumSteps = 40;

/**
 * Water evaporated into air that leaves saturated.
 *
 *     h_s(T_o) − h_f W_s(T_o) = h_in − h_f W_in + Q/ṁ_a,   E = ṁ_a (W_s(T_o) − W_in)
 *
 * h_f is the enthalpy of the water that replaces the evaporated one, so that
 * air, water and make-up close: ṁ_a (h_out − h_in) = Q + E h_f. Newton on T_o.
 *
 * Holds for: heat given to the air, T_o −40 … 80 °C, vapour over liquid water.
 *
 * @param heat Q from the water to the air [W]
 * @param airFlow ṁ_a, dry [kg/s], > 0
 * @param inletEnthalpy h_in [J/kg dry air]
 * @param inletHumidityRatio W_in [kg/kg dry air]
 * @param makeupEnthalpy h_f of liquid water above 0 °C [J/kg]
 * @param pressure p [Pa]
 * @param guess outlet temperature T_o from which to start, a wet bulb or the last one [K]
 * @returns E [kg/s], not below 0; the outlet is W_in + E/ṁ_a and h_in + (Q + E h_f)/ṁ_a
 */
export function evaporatedWater(
  heat: number,
  airFlow: number,
  inletEnthalpy: number,
  inletHumidityRatio: number,
  makeupEnthalpy: number,
  pressure: number,
  guess: number,
): number {
  if (!(airFlow > 0)) return 0;
  const wanted = inletEnthalpy - makeupEnthalpy * inletHumidityRatio + heat / airFlow;
  let celsius = guess - zeroCelsius;
  let humidityRatio = inletHumidityRatio;
  for (let step = 0; step < maximumSteps; step++) {
    const vapour = nearVapourPressure(celsius);
    // Where water would boil the guess is far off: cooler.
    if (!(vapour < 0.9 * pressure)) {
      celsius -= 10;
      continue;
    }
    humidityRatio = (molarMassRatio * vapour) / (pressure - vapour);
    const miss = wanted - saturatedEnthalpyOfVapour(celsius, vapour, pressure) + makeupEnthalpy * humidityRatio;
    const slope = saturatedSlopeOfVapour(celsius, vapour, pressure);
    // dW/dT from dh/dT, but for its small sensible part.
    const humiditySlope = (slope - 1006 - 1860 * humidityRatio) / (2_501_000 + 1860 * celsius);
    const change = miss / (slope - makeupEnthalpy * humiditySlope);
    celsius += Math.min(15, Math.max(-15, change));
    if (Math.abs(change) < 1e-6) {
      humidityRatio += humiditySlope * change;
      break;
    }
  }
  return Math.max(0, airFlow * (humidityRatio - inletHumidityRatio));
}

/**
 * Evaporation if all heat were latent: the upper bound that simple tools use.
 *
 *     E = Q/h_fg,   h_fg = 2500.5 − 2.3097 t − 0.0013 t² kJ/kg
 *
 * @param heat Q [W], ≥ 0
 * @param waterTemperature mean of the water [K]
 * @returns E [kg/s]
 *
 * N. Lei, E. Masanet, Resour. Conserv. Recycl. 182 (2022) 106323.
 */
export function evaporationOfAllHeat(heat: number, waterTemperature: number): number {
  const t = waterTemperature - zeroCelsius;
  return heat / (1000 * (2500.5 - 2.3097 * t - 0.0013 * t * t));
}

/**
 * Drift: droplets that the air carries off.
 *
 * @param waterFlow circulated [kg/s]
 * @param share of it [1]; 0.000 01 … 0.0002 with modern eliminators, up to 0.005 without
 * @returns [kg/s]
 */
export function driftLoss(waterFlow: number, share: number): number {
  return waterFlow * share;
}

/**
 * Blowdown that holds the salts at a number of cycles of concentration.
 *
 *     B = max(E/(C − 1) − D, 0)
 *
 * @param evaporation E [kg/s]
 * @param cycles C, salt in the basin over salt in the make-up [1], > 1
 * @param drift D [kg/s]
 * @returns B [kg/s]
 * @throws {OutOfRangeError} for cycles of 1 or less
 *
 * ASHRAE Handbook HVAC Systems and Equipment 2020, ch. 40.
 */
export function blowdown(evaporation: number, cycles: number, drift: number): number {
  if (!(cycles > 1)) requireRange('cycles of concentration', cycles, [1 + Number.EPSILON, 1000], '[1]');
  return Math.max(evaporation / (cycles - 1) - drift, 0);
}
