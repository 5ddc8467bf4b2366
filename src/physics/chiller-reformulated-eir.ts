/**
 * Electric chillers by published curves in the temperature of the water that
 * leaves the condenser: the reformulated model of energy input ratios. What
 * leaves follows from the electricity and that from what leaves, so both are
 * sought together. Outside their data the curves have no answer, as in
 * `chiller-eir.ts`, whose capacity and range fault hold here with the leaving
 * temperature.
 */

import { zeroCelsius } from '../constants.ts';
import { biquadratic, covers, edge, type EirChiller, type EirDesign, preparedCurves } from './chiller-eir.ts';

/** A chiller by its curves in leaving condenser temperature; ten coefficients of load. */
export function reformulatedEirChiller(design: EirDesign): EirChiller {
  return preparedCurves(design, 10);
}

/**
 * Electricity of a chiller at the condenser water that leaves it.
 *
 *     Q_av = Q₀ CAPFT(T_el, T_cl),  z = max(Q/Q_av, z_unload),  c = min(Q/(Q_av z_min), 1)
 *     P    = Q_av/COP₀ · EIRFT(T_el, T_cl) · EIRFPLR(T_cl, z) · c
 *     EIRFPLR = b₁ + b₂y + b₃y² + b₄z + b₅z² + b₆yz + b₇y³ + b₈z³ + b₉y²z + b₁₀yz²,  y = T_cl in °C
 *
 * @param chiller the curves, of `reformulatedEirChiller`
 * @param heat Q taken from the chilled circuit [W], ≥ 0
 * @param evaporatorLeaving T_el [K]
 * @param condenserLeaving T_cl [K]
 * @returns P [W]; NaN outside the curves' data and above the highest load
 *
 * EnergyPlus Engineering Reference, Electric Chiller Model Based on Condenser Leaving Temperature;
 * Hydeman et al., ASHRAE Trans. 108(1) (2002).
 */
export function reformulatedEirPowerAtLeaving(
  chiller: EirChiller,
  heat: number,
  evaporatorLeaving: number,
  condenserLeaving: number,
): number {
  if (!covers(chiller, evaporatorLeaving, condenserLeaving)) return NaN;
  const x = evaporatorLeaving - zeroCelsius;
  const y = condenserLeaving - zeroCelsius;
  const available = chiller.ratedHeat * biquadratic(chiller.capacityOfTemperature, x, y);
  const load = heat / available;
  if (!(load >= 0 && load <= chiller.maximumLoad + edge)) return NaN;
  return powerOnCurves(chiller, heat, x, y);
}

/** P [W] at chilled water x and condenser leaving y [°C], whatever the load: on its way to an answer a search may pass the highest. */
function powerOnCurves(chiller: EirChiller, heat: number, x: number, y: number): number {
  const available = chiller.ratedHeat * biquadratic(chiller.capacityOfTemperature, x, y);
  const load = heat / available;
  const z = load > chiller.minimumUnloading ? load : chiller.minimumUnloading;
  const cycling = load < chiller.minimumLoad ? load / chiller.minimumLoad : 1;
  const b = chiller.eirOfLoad;
  const ofLoad =
    b[0]! +
    y * (b[1]! + y * (b[2]! + y * b[6]!)) +
    z * (b[3]! + z * (b[4]! + z * b[7]!)) +
    y * z * (b[5]! + y * b[8]! + z * b[9]!);
  return (available / chiller.ratedCop) * biquadratic(chiller.eirOfTemperature, x, y) * ofLoad * cycling;
}

/** Steps of the search below; where water warms by a few kelvins four or five reach rounding. */
const searchSteps = 60;
/** Two temperatures that rounding does not tell apart [K]. */
const standsStill = 1e-12;

/**
 * The condenser water that leaves a chiller which takes a heat, or the most
 * that it can where that is less.
 *
 *     T_cl = T_ce + (q + P(q, T_cl))/C,  q = min(Q, Q_most(T_cl)),  kept inside the data of the curves
 *
 * By the secant rule: capacity falls with T_cl, and steeply where little water
 * warms by much. Where T_cl lies outside the data, their edge is returned.
 *
 * @param chiller the curves, of `reformulatedEirChiller`
 * @param heat Q [W], > 0; Infinity for the most, which `eirCapacity` gives at T_cl
 * @param evaporatorLeaving T_el [K], inside the data
 * @param condenserEntering T_ce [K]
 * @param condenserCapacityRate C of the condenser water [W/K], > 0
 * @returns T_cl [K]
 */
export function reformulatedEirLeaving(
  chiller: EirChiller,
  heat: number,
  evaporatorLeaving: number,
  condenserEntering: number,
  condenserCapacityRate: number,
): number {
  const x = evaporatorLeaving - zeroCelsius;
  let leaving = onData(chiller, condenserEntering);
  let last = NaN;
  let lastMiss = NaN;
  for (let step = 0; step < searchSteps; step++) {
    const y = leaving - zeroCelsius;
    const most = chiller.maximumLoad * chiller.ratedHeat * biquadratic(chiller.capacityOfTemperature, x, y);
    const taken = heat < most ? heat : most;
    const rejected = taken + powerOnCurves(chiller, taken, x, y);
    const miss = onData(chiller, condenserEntering + rejected / condenserCapacityRate) - leaving;
    if (Math.abs(miss) <= standsStill) return leaving + miss;
    const slope = (miss - lastMiss) / (leaving - last);
    last = leaving;
    lastMiss = miss;
    leaving = onData(chiller, slope < 0 ? leaving - miss / slope : leaving + miss);
  }
  return leaving;
}

function onData(chiller: EirChiller, leaving: number): number {
  if (leaving < chiller.minimumCondenser) return chiller.minimumCondenser;
  return leaving > chiller.maximumCondenser ? chiller.maximumCondenser : leaving;
}

/**
 * Electricity of a chiller by its curves in leaving condenser temperature, at
 * the water that enters its condenser.
 *
 *     T_cl = T_ce + (Q + P)/C,  P as of `reformulatedEirPowerAtLeaving`
 *
 * @param chiller the curves, of `reformulatedEirChiller`
 * @param heat Q [W], ≥ 0
 * @param evaporatorLeaving T_el [K]
 * @param condenserEntering T_ce [K]
 * @param condenserCapacityRate C of the condenser water [W/K], > 0
 * @returns P [W]; NaN outside the curves' data
 */
export function reformulatedEirPower(
  chiller: EirChiller,
  heat: number,
  evaporatorLeaving: number,
  condenserEntering: number,
  condenserCapacityRate: number,
): number {
  if (heat === 0) return 0;
  const leaving = reformulatedEirLeaving(chiller, heat, evaporatorLeaving, condenserEntering, condenserCapacityRate);
  const power = reformulatedEirPowerAtLeaving(chiller, heat, evaporatorLeaving, leaving);
  const balanced = condenserEntering + (heat + power) / condenserCapacityRate;
  return Math.abs(balanced - leaving) < edge ? power : NaN;
}
