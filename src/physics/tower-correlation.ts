/**
 * The YorkCalc correlation: approach of a cooling tower as a polynomial of
 * range, wet bulb and flow fractions.
 *
 * A second model beside `cooling-tower.ts`, fitted to one maker's counterflow
 * towers at sea level. Its bounds are enforced here. Leaves out altitude and
 * everything the air carries off. For comparison with tools that use it.
 */

import { OutOfRangeError, requireRange, requireTemperature } from '../errors.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { zeroCelsius } from '../constants.ts';

/** Bounds within which the correlation was fitted; temperatures in K, fractions in [1]. */
export const yorkCalcRanges = {
  wetBulb: [238.75, 299.85],
  range: [1.1, 22.2],
  approach: [1.1, 40],
  waterFraction: [0.75, 1.25],
  liquidToGas: [0, 8],
} as const;

/** c[l][r][w]: powers of L/G, range and wet bulb in °C. EnergyPlus 2.0.0 Engineering Reference, variable speed towers. */
const coefficients = [
  [
    [-0.359741205, -0.055053608, 0.0023850432],
    [0.173926877, -0.0248473764, 0.00048430224],
    [-0.005589849456, 0.0005770079712, -0.00001342427256],
  ],
  [
    [2.84765801111111, -0.121765149, 0.0014599242],
    [1.680428651, -0.0166920786, -0.0007190532],
    [-0.025485194448, 0.0000487491696, 0.00002719234152],
  ],
  [
    [-0.0653766255555556, -0.002278167, 0.0002500254],
    [-0.0910565458, 0.00318176316, 0.000038621772],
    [-0.0034285382352, 0.00000856589904, -0.000001516821552],
  ],
] as const;

/**
 * Approach of leaving water to wet bulb.
 *
 *     ΔT = Σ c_lrw Lˡ Rʳ T_wbʷ,   l, r, w = 0 … 2,   L = water fraction / air fraction
 *
 * @param range R, entering less leaving water [K]
 * @param wetBulb T_wb [K]
 * @param waterFraction water flow over rated [1]
 * @param airFraction air flow over rated [1]
 * @returns ΔT [K]
 * @throws {OutOfRangeError} outside `yorkCalcRanges`, answer included
 */
export function yorkCalcApproach(range: number, wetBulb: number, waterFraction: number, airFraction: number): number {
  requireRange('range', range, yorkCalcRanges.range, 'K');
  requireTemperature('wet bulb', wetBulb, yorkCalcRanges.wetBulb);
  requireRange('water fraction', waterFraction, yorkCalcRanges.waterFraction, '[1]');
  requireRange('ratio of water to air fraction', waterFraction / airFraction, yorkCalcRanges.liquidToGas, '[1]');
  const approach = yorkCalcPolynomial(range, wetBulb - zeroCelsius, waterFraction / airFraction);
  requireRange('approach', approach, yorkCalcRanges.approach, 'K');
  return approach;
}

/** The polynomial itself, unchecked; wet bulb in °C. */
export function yorkCalcPolynomial(range: number, wetBulbCelsius: number, liquidToGas: number): number {
  let sum = 0;
  let l = 1;
  for (const byRange of coefficients) {
    let r = l;
    for (const [c0, c1, c2] of byRange) {
      sum += r * (c0 + wetBulbCelsius * (c1 + wetBulbCelsius * c2));
      r *= range;
    }
    l *= liquidToGas;
  }
  return sum;
}

/**
 * Water fraction that a tower's rated point means to the correlation.
 *
 *     approach(R₀, T_wb0, f, 1) = ΔT₀
 *
 * @param range R₀ [K]
 * @param wetBulb T_wb0 [K]
 * @param approach ΔT₀ [K]
 * @returns f [1]: rated water flow of the correlation is the tower's over f
 * @throws {OutOfRangeError} if no fraction inside the bounds gives it
 */
export function yorkCalcWaterFraction(range: number, wetBulb: number, approach: number): number {
  requireRange('range', range, yorkCalcRanges.range, 'K');
  requireTemperature('wet bulb', wetBulb, yorkCalcRanges.wetBulb);
  requireRange('approach', approach, yorkCalcRanges.approach, 'K');
  const [low, high] = yorkCalcRanges.waterFraction;
  const miss = (f: number) => yorkCalcPolynomial(range, wetBulb - zeroCelsius, f) - approach;
  if (!(miss(low) <= 0 && miss(high) >= 0)) {
    throw new OutOfRangeError('approach', approach, [approach + miss(low), approach + miss(high)], 'K');
  }
  return bracketedRoot(miss, low, high, 0);
}

/**
 * Leaving water of a tower by the correlation, whose range is an outcome.
 *
 *     T_out = T_wb + approach(T_in − T_out)
 *
 * @param inlet T_in [K]
 * @param wetBulb T_wb [K]
 * @param waterFraction of the correlation's rated flow [1]
 * @param airFraction [1]
 * @returns T_out [K]
 * @throws {OutOfRangeError} outside `yorkCalcRanges`
 */
export function yorkCalcLeaving(inlet: number, wetBulb: number, waterFraction: number, airFraction: number): number {
  requireRange('ratio of water to air fraction', waterFraction / airFraction, yorkCalcRanges.liquidToGas, '[1]');
  const celsius = wetBulb - zeroCelsius;
  const miss = (range: number) =>
    inlet - range - wetBulb - yorkCalcPolynomial(range, celsius, waterFraction / airFraction);
  const [low, high] = yorkCalcRanges.range;
  const most = Math.min(high, inlet - wetBulb);
  if (!(miss(low) >= 0 && miss(most) <= 0)) {
    throw new OutOfRangeError('water above wet bulb', inlet - wetBulb, yorkCalcRanges.range, 'K');
  }
  const range = bracketedRoot(miss, low, most, 0);
  return wetBulb + yorkCalcApproach(range, wetBulb, waterFraction, airFraction);
}
