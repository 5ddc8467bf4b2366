/**
 * Merkel's balance of water and saturated air in counterflow: leaving water
 * for an air flow, and the air flow for a leaving water.
 *
 * Air counts by its rise x in wet bulb, and the mean difference of water and
 * wet bulb drives the exchange (logarithmic mean of a counterflow). The inner
 * loop of `cooling-tower.ts`; plain numbers, nothing allocated.
 */

import { zeroCelsius } from '../constants.ts';
import {
  logMeanDifference,
  logMeanSlope,
  nearSaturatedEnthalpy,
  nearSaturatedEnthalpySlope,
  nearVapourPressure,
  saturatedEnthalpyOfVapour,
  saturatedSlopeOfVapour,
} from './saturated-air.ts';

/** Ranges of the factors' fits, outside which they go on straight: fractions of rated flow, and K below rated wet bulb. */
export const merkelFitRanges = { air: [0.2, 1], water: [0.3, 1], coolerWetBulb: [-10, 25] } as const;

/** Conductance over rated against dry air over rated: 1.3 x − 0.3 x² between 0.2 and 1, straight outside. */
export function airFactor(x: number): number {
  if (x < 0.2) return 0.012 + 1.18 * x;
  return x > 1 ? 1 + 0.7 * (x - 1) : x * (1.3 - 0.3 * x);
}

function airFactorSlope(x: number): number {
  if (x < 0.2) return 1.18;
  return x > 1 ? 0.7 : 1.3 - 0.6 * x;
}

/** Conductance against water over rated: 0.1082 + 1.667 x − 0.7713 x² between 0.3 and 1, straight outside. */
export function waterFactor(x: number): number {
  if (x < 0.3) return 0.538_883 + 1.204_22 * (x - 0.3);
  return x > 1 ? 1.0039 + 0.1244 * (x - 1) : 0.1082 + x * (1.667 - 0.7713 * x);
}

/** Conductance against kelvins of wet bulb below rated: 1 + 0.0081 ΔT. */
export function wetBulbFactor(cooler: number): number {
  return 1 + 0.0081 * cooler;
}

const maximumSteps = 60;
/** A Newton step of the air's rise [K] after which no other is needed: the next would be some 1e-3 of its square. */
const lastStep = 1e-5;

/**
 * Leaving water for an air flow: the rise x of the air's wet bulb at which
 * exchanger and air agree, by Newton inside a bracket.
 *
 *     U f(ṁ_a) L(T_in − T_wb − x, T_out − T_wb) = ṁ_a x,   T_out = T_in − ṁ_a (h_s(T_wb + x) − h_s(T_wb))/C
 *
 * @param conductance U = UA/1006 but for the air's factor f [kg/s]
 * @param capacityRate C of the water [W/K], > 0
 * @param inlet T_in of the water [K], above the wet bulb
 * @param wetBulb T_wb [K]
 * @param pressure [Pa]
 * @param air ṁ_a, dry [kg/s], ≥ 0
 * @param ratedAir dry air at the rating [kg/s]
 * @returns T_out [K], above the wet bulb
 */
export function merkelLeaving(
  conductance: number,
  capacityRate: number,
  inlet: number,
  wetBulb: number,
  pressure: number,
  air: number,
  ratedAir: number,
): number {
  if (!(air > 0)) return inlet;
  const transfer = conductance * airFactor(air / ratedAir);
  const difference = inlet - wetBulb;
  const perRate = air / capacityRate;
  const enthalpyIn = nearSaturatedEnthalpy(wetBulb, pressure);
  // A start from a constant specific heat, taken in the middle of what the air can rise.
  const slopeStart = nearSaturatedEnthalpySlope(wetBulb + 0.35 * difference, pressure);
  let x = difference * startingShare(transfer / air, perRate * slopeStart);
  let low = 0;
  let high = difference;
  for (let step = 0; step < maximumSteps; step++) {
    const celsius = wetBulb + x - zeroCelsius;
    const vapour = nearVapourPressure(celsius);
    const a = difference - x;
    const b = difference - perRate * (saturatedEnthalpyOfVapour(celsius, vapour, pressure) - enthalpyIn);
    if (!(b > 0)) {
      high = x;
      x = 0.5 * (low + high);
      continue;
    }
    const logMean = logMeanDifference(a, b);
    const miss = transfer * logMean - air * x;
    if (miss > 0) low = x;
    else high = x;
    const bSlope = perRate * saturatedSlopeOfVapour(celsius, vapour, pressure);
    const slopeA = logMeanSlope(a, b, logMean);
    const slopeB = logMeanSlope(b, a, logMean);
    const change = miss / (transfer * (slopeA + slopeB * bSlope) + air);
    x += change;
    if (!(x > low && x < high)) x = 0.5 * (low + high);
    // Newton: what is left goes with the square of the step, and is carried over by the slope.
    else if (Math.abs(change) < lastStep) return wetBulb + b - bSlope * change;
  }
  return inlet - perRate * (nearSaturatedEnthalpy(wetBulb + x, pressure) - enthalpyIn);
}

/** x/ΔT of a counterflow exchanger whose air side has NTU `units` and C ratio `ratio`. */
function startingShare(units: number, ratio: number): number {
  const z = units * (1 - ratio);
  const phi = z > -1e-6 && z < 1e-6 ? 1 : (1 - Math.exp(-z)) / z;
  return phi < Infinity ? (units * phi) / (1 + ratio * units * phi) : 1 / ratio;
}

/**
 * Air flow for a leaving water: the same balance with the heat given, so that
 * the air follows from its rise and no inner solve is needed.
 *
 *     ṁ_a = Q/(h_s(T_wb + x) − h_s(T_wb)),   U f(ṁ_a) L(T_in − T_wb − x, T_out − T_wb) = ṁ_a x
 *
 * @param leaving T_out of the water [K], between wet bulb and inlet
 * @param guess the last ṁ_a [kg/s], > 0
 * @param most the largest ṁ_a of interest [kg/s]; the search ends where more is needed
 * @returns ṁ_a, dry [kg/s], or infinity above `most`. Others as in `merkelLeaving`
 */
export function merkelAir(
  conductance: number,
  capacityRate: number,
  leaving: number,
  inlet: number,
  wetBulb: number,
  pressure: number,
  guess: number,
  most: number,
  ratedAir: number,
): number {
  const heat = capacityRate * (inlet - leaving);
  const difference = inlet - wetBulb;
  const b = leaving - wetBulb;
  const enthalpyIn = nearSaturatedEnthalpy(wetBulb, pressure);
  let low = 0;
  let high = difference;
  let x = startingRise(heat / guess, difference, wetBulb, enthalpyIn, pressure);
  for (let step = 0; step < maximumSteps; step++) {
    const celsius = wetBulb + x - zeroCelsius;
    const vapour = nearVapourPressure(celsius);
    const gained = saturatedEnthalpyOfVapour(celsius, vapour, pressure) - enthalpyIn;
    const air = heat / gained;
    const fraction = air / ratedAir;
    const a = difference - x;
    const logMean = logMeanDifference(a, b);
    const transfer = conductance * airFactor(fraction);
    const miss = transfer * logMean - air * x;
    if (miss > 0) low = x;
    else {
      if (air > most) return Infinity;
      high = x;
    }
    const airSlope = (-air * saturatedSlopeOfVapour(celsius, vapour, pressure)) / gained;
    const transferSlope = (conductance * airFactorSlope(fraction) * airSlope) / ratedAir;
    const change = miss / (transfer * logMeanSlope(a, b, logMean) + airSlope * x + air - transferSlope * logMean);
    x += change;
    if (!(x > low && x < high)) x = 0.5 * (low + high);
    else if (Math.abs(change) < lastStep) return air + airSlope * change;
  }
  return heat / (nearSaturatedEnthalpy(wetBulb + x, pressure) - enthalpyIn);
}

/** Rise of wet bulb [K] for an enthalpy gained, near enough to start from: one Newton step from a linear guess. */
function startingRise(
  gained: number,
  difference: number,
  wetBulb: number,
  enthalpyIn: number,
  pressure: number,
): number {
  const first = Math.min(0.5 * difference, gained / 4500);
  const celsius = wetBulb + first - zeroCelsius;
  const vapour = nearVapourPressure(celsius);
  const missing = gained - (saturatedEnthalpyOfVapour(celsius, vapour, pressure) - enthalpyIn);
  const second = first + missing / saturatedSlopeOfVapour(celsius, vapour, pressure);
  return Math.min(0.95 * difference, Math.max(0.05 * difference, second));
}
