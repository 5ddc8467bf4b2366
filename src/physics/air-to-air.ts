/**
 * Plates between two streams of air, one of the hall and one from outdoors,
 * dry or with the outdoor side sprayed.
 *
 * Air beside wet surfaces gives and takes enthalpy as dry air does heat. Leaves
 * out leakage between the streams, frost and water that is warmer or colder
 * than its film. Used by indirect air coolers and `evaluate`.
 */

import { zeroCelsius } from '../constants.ts';
import { NotConvergedError, requireTemperature } from '../errors.ts';
import {
  enthalpy,
  saturatedEnthalpy,
  temperatureOfEnthalpy,
  temperatureOfSaturatedEnthalpy,
} from '../fluids/moist-air.ts';
import { crossflowEffectiveness } from './effectiveness.ts';

/** Two streams of air with plates between them; the second may be sprayed. Written anew for each call. */
export interface PlateInlets {
  /** Dry air of each stream [kg/s] > 0, temperatures [K], humidity ratios [kg/kg] and pressure [Pa]. */
  firstFlow: number;
  firstTemperature: number;
  firstHumidityRatio: number;
  secondFlow: number;
  secondTemperature: number;
  secondHumidityRatio: number;
  /** Wet bulb of the second stream [K]; only where it is sprayed. */
  secondWetBulb: number;
  pressure: number;
  /** hA of each side at these flows [W/K] > 0. */
  firstConductance: number;
  secondConductance: number;
}

/**
 * Heat through dry plates in crossflow, both streams unmixed.
 *
 *     Q = ε(UA/C_min, C_min/C_max) C_min (T₁ − T₂),   1/UA = 1/hA₁ + 1/hA₂
 *
 * @returns Q, from the first stream to the second [W]; negative where the second is the warmer
 */
export function dryPlateHeat(inlets: PlateInlets): number {
  const first = inlets.firstFlow * (1006 + 1860 * inlets.firstHumidityRatio);
  const second = inlets.secondFlow * (1006 + 1860 * inlets.secondHumidityRatio);
  const smaller = Math.min(first, second);
  const conductance = 1 / (1 / inlets.firstConductance + 1 / inlets.secondConductance);
  const effectiveness = crossflowEffectiveness(conductance / smaller, smaller / Math.max(first, second));
  return effectiveness * smaller * (inlets.firstTemperature - inlets.secondTemperature);
}

const maximumRounds = 60;

/**
 * Heat through plates whose second side is sprayed.
 *
 *     Q = ε(UA/C_min, C_min/C_max) C_min (T₁ − T₂*),   C₁ = ṁ₁ c₁,  C₂ = ṁ₂ b
 *     1/UA = 1/hA₁ + c₂/(b hA₂),   b = (h_s(T₂*ₒ) − h_s(T₂*))/(T₂*ₒ − T₂*),   h_s(T₂*ₒ) = h_s(T₂*) + Q/ṁ₂
 *
 * Air beside a wet surface gives and takes enthalpy as dry air does heat: the
 * exchanger is one between the first stream and a second that has the wet bulb
 * for its temperature and the slope of saturation for its specific heat, the
 * analogy of [1]. b and Q are found together by rounds. Against the differential equations of
 * crossflow the heat is within 8 % (a test measures it): one slope b stands for
 * all of saturation's curve.
 *
 * Holds for: equal transfer of heat and moisture (Lewis number 1), all of the
 * second side wet, water that only circulates; first side dry.
 *
 * @param inlets see `PlateInlets`; the wet bulb above 0 °C
 * @returns Q, from the first stream to the second [W]; 0 where the first is not warmer than the wet bulb
 * @throws {OutOfRangeError} for a wet bulb below 0 °C, or NaN
 *
 * [1] I. L. Maclaine-cross, P. J. Banks, J. Heat Transfer 103 (1981) 579–585, known second-hand and derived anew; a
 *     test compares it with the differential equations.
 */
export function sprayedPlateHeat(inlets: PlateInlets): number {
  const { firstTemperature, secondWetBulb, secondFlow, pressure } = inlets;
  requireTemperature('wet bulb of sprayed plates', secondWetBulb, [zeroCelsius, zeroCelsius + 100]);
  if (!(firstTemperature > secondWetBulb)) return 0;
  const first = inlets.firstFlow * (1006 + 1860 * inlets.firstHumidityRatio);
  const specific = 1006 + 1860 * inlets.secondHumidityRatio;
  const entering = saturatedEnthalpy(secondWetBulb, pressure);
  let slope = (saturatedEnthalpy(secondWetBulb + 1, pressure) - entering) / 1;
  let heat = NaN;
  for (let round = 0; round < maximumRounds; round++) {
    const second = secondFlow * slope;
    const conductance = 1 / (1 / inlets.firstConductance + specific / (slope * inlets.secondConductance));
    const smaller = Math.min(first, second);
    const before = heat;
    heat =
      crossflowEffectiveness(conductance / smaller, smaller / Math.max(first, second)) *
      smaller *
      (firstTemperature - secondWetBulb);
    if (Math.abs(heat - before) <= 1e-10 * (heat + first)) return heat;
    const gained = Math.max(heat / secondFlow, 1);
    const leaving = temperatureOfSaturatedEnthalpy(entering + gained, pressure, secondWetBulb + 1);
    slope = gained / (leaving - secondWetBulb);
  }
  throw new NotConvergedError('sprayed plates', [
    { owner: 'plates', equation: 'heat and slope of saturation', value: heat, unit: 'W' },
  ]);
}

/** What leaves sprayed plates on their second side, and what it has taken up. */
export interface SprayedAir {
  temperature: number;
  humidityRatio: number;
  /** [kg/s] */
  evaporated: number;
}

/**
 * State of the second stream behind sprayed plates.
 *
 *     h_o = h_i + Q/ṁ₂ + (W_o − W_i) h_w,  h_s(T_s) = h_i + (Q/ṁ₂)/(1 − e⁻ⁿ),  W_o = W_i + (W_s(T_s) − W_i)(1 − e⁻ⁿ),  n = hA₂/(ṁ₂ c₂)
 *
 * One surface temperature stands for that of all plates; the moisture is no
 * more than saturates the leaving air.
 *
 * @param heat Q of `sprayedPlateHeat` [W]
 * @param waterEnthalpy h_w of the make-up above liquid at 0 °C [J/kg]
 * @param leaving written and returned
 */
export function sprayedAir(inlets: PlateInlets, heat: number, waterEnthalpy: number, leaving: SprayedAir): SprayedAir {
  const { secondFlow, secondTemperature, secondHumidityRatio, pressure } = inlets;
  const specific = 1006 + 1860 * secondHumidityRatio;
  const reached = -Math.expm1(-inlets.secondConductance / (secondFlow * specific));
  const entering = enthalpy(secondTemperature, secondHumidityRatio);
  const gained = heat / secondFlow;
  const surface = temperatureOfSaturatedEnthalpy(entering + gained / reached, pressure, inlets.secondWetBulb);
  const atSurface = saturatedMoisture(entering + gained / reached, surface);
  const most = fogLimit(entering + gained, secondHumidityRatio, waterEnthalpy, pressure, inlets.secondWetBulb);
  leaving.humidityRatio = Math.max(
    secondHumidityRatio,
    Math.min(most, secondHumidityRatio + (atSurface - secondHumidityRatio) * reached),
  );
  const brought = (leaving.humidityRatio - secondHumidityRatio) * waterEnthalpy;
  leaving.temperature = temperatureOfEnthalpy(entering + gained + brought, leaving.humidityRatio);
  leaving.evaporated = secondFlow * (leaving.humidityRatio - secondHumidityRatio);
  return leaving;
}

/** W of saturated air of h [J/kg dry air] at its temperature [K]. */
function saturatedMoisture(enthalpyOfAir: number, temperature: number): number {
  const t = temperature - zeroCelsius;
  return (enthalpyOfAir - 1006 * t) / (2_501_000 + 1860 * t);
}

/** W at which air of h, before its water's enthalpy, is saturated; two rounds, as the water brings little. */
function fogLimit(
  enthalpyOfAir: number,
  humidityRatio: number,
  waterEnthalpy: number,
  pressure: number,
  guess: number,
): number {
  let most = humidityRatio;
  for (let round = 0; round < 3; round++) {
    const total = enthalpyOfAir + Math.max(0, most - humidityRatio) * waterEnthalpy;
    most = saturatedMoisture(total, temperatureOfSaturatedEnthalpy(total, pressure, guess));
  }
  return most;
}
