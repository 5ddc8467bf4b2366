/**
 * Where the surface of a cooling coil becomes wet: the search for the water
 * temperature there, and the heat of both parts. Equations, symbols and limits
 * are at `coolMoistAir`, the only one who uses them; nothing is allocated here.
 */

import { NotConvergedError } from '../errors.ts';
import { enthalpy, saturatedEnthalpy, saturatedHumidityRatio } from '../fluids/moist-air.ts';
import { water } from '../fluids/water.ts';
import { counterflowEffectiveness } from './effectiveness.ts';
import { nearSaturatedEnthalpySlope } from './saturated-air.ts';

/** What enters a coil, and its two films at these flows. Made once and written anew for each call. */
export interface CoilInlets {
  /** Dry air [kg/s] > 0, its temperature [K], humidity ratio [kg/kg] > 0 and pressure [Pa]. */
  airFlow: number;
  airTemperature: number;
  humidityRatio: number;
  pressure: number;
  /** Water [K], and ṁ c_p [W/K] > 0. */
  waterTemperature: number;
  waterCapacityRate: number;
  /** hA of the air with the fins, of the water with wall and fouling [W/K] > 0. */
  airConductance: number;
  waterConductance: number;
}

/** What the search for the boundary leaves behind: air and water there, dry part of the surface, heat beyond it. */
export const boundary = { air: NaN, water: NaN, dryShare: 0, wetHeat: 0 };

/** What does not change during a search: dew point [K], h_s(T_w) [J/kg dry air], κ [1]. */
export const known = { dew: NaN, saturatedInlet: NaN, kept: 1 };

/** Temperatures nearer than this are one [K]. */
const resolution = 1e-10;
const maximumSteps = 100;
/** From then on halvings: where much surface meets little water the miss is nearly a step. */
const trustedSteps = 30;
/** c_a of the entering air [J/(kg dry·K)]. */
export function moistSpecificHeat({ humidityRatio }: CoilInlets): number {
  return 1006 + 1860 * humidityRatio;
}

/**
 * Finds the water temperature y at the boundary: what the wet part warms the
 * water to less y falls from above nothing at y = T_w to below it at the dew
 * point, where no surface is left for the wet part. Illinois, then halvings.
 */
export function findBoundary(inlets: CoilInlets): void {
  let low = inlets.waterTemperature;
  let high = known.dew;
  let lowMiss = warmedBeyond(inlets, low);
  let highMiss = warmedBeyond(inlets, high);
  let side = 0;
  for (let step = 0; step < maximumSteps; step++) {
    if (high - low < resolution) {
      // Much surface and little water: the miss is a step, and what the water took is the surer half of it.
      boundary.wetHeat = ((boundary.water - inlets.waterTemperature) * inlets.waterCapacityRate) / known.kept;
      return;
    }
    const share = step < trustedSteps ? lowMiss / (lowMiss - highMiss) : 0.5;
    const next = low + (high - low) * share;
    const miss = warmedBeyond(inlets, next);
    if (Math.abs(miss) < resolution) return;
    if (miss > 0) {
      low = next;
      lowMiss = miss;
      if (side === 1) highMiss *= 0.5;
      side = 1;
    } else {
      high = next;
      highMiss = miss;
      if (side === -1) lowMiss *= 0.5;
      side = -1;
    }
  }
  throw new NotConvergedError('wet coil', [
    { owner: 'coil', equation: 'water temperature where the surface becomes wet', value: high - low, unit: 'K' },
  ]);
}

/** T_w + κ Q_w/C_w − y [K] with the boundary where the water has y; fills `boundary`. */
function warmedBeyond(inlets: CoilInlets, y: number): number {
  const { airTemperature, airConductance: a, waterConductance: w } = inlets;
  boundary.water = y;
  boundary.air = Math.min(airTemperature, known.dew + (w / a) * (known.dew - y));
  boundary.dryShare = boundary.air < airTemperature ? dryShare(inlets) : 0;
  boundary.wetHeat = boundary.dryShare < 1 ? wetHeat(inlets) : 0;
  return inlets.waterTemperature + (known.kept * boundary.wetHeat) / inlets.waterCapacityRate - y;
}

/** Part of the surface that cools the air from its inlet to the boundary dry [1]; 1 where the whole does not. */
function dryShare(inlets: CoilInlets): number {
  const { airTemperature, airConductance: a, waterConductance: w } = inlets;
  const heat = inlets.airFlow * moistSpecificHeat(inlets) * (airTemperature - boundary.air);
  const warm = airTemperature - (boundary.water + heat / inlets.waterCapacityRate);
  const cold = boundary.air - boundary.water;
  if (!(warm > 0 && cold > 0)) return 1;
  const ratio = warm / cold;
  const logMean = Math.abs(ratio - 1) < 1e-6 ? 0.5 * (warm + cold) : (warm - cold) / Math.log(ratio);
  return Math.min(1, (heat * (a + w)) / (a * w * logMean));
}

/** Q_w [W] of the part beyond the boundary; b and Q_w depend on each other, and each round makes the error some ten times smaller. */
function wetHeat(inlets: CoilInlets): number {
  const { waterTemperature, airFlow, pressure, airConductance: a, waterConductance: w } = inlets;
  const specific = moistSpecificHeat(inlets);
  const entering = enthalpy(boundary.air, inlets.humidityRatio);
  // Where the water hardly warms the chord is the slope.
  const warmer = Math.max(boundary.water, waterTemperature + 1e-3);
  const along = (saturatedEnthalpy(warmer, pressure) - known.saturatedInlet) / (warmer - waterTemperature);
  const waterRate = inlets.waterCapacityRate / (along * known.kept);
  const smaller = Math.min(airFlow, waterRate);
  const ratio = smaller / Math.max(airFlow, waterRate);
  let across = along;
  let heat = NaN;
  for (let round = 0; round < maximumSteps; round++) {
    const transfer = (1 - boundary.dryShare) / (specific / a + (known.kept * across) / w);
    const before = heat;
    heat = counterflowEffectiveness(transfer / smaller, ratio) * smaller * (entering - known.saturatedInlet);
    if (Math.abs(heat - before) <= 1e-13 * Math.abs(heat)) return heat;
    across = slopeAcross(inlets, entering - (0.5 * heat) / airFlow, 0.5 * (waterTemperature + boundary.water));
  }
  return heat;
}

/** b [J/(kg·K)] between a water temperature and the surface that air of an enthalpy has there; Newton. */
function slopeAcross(inlets: CoilInlets, air: number, waterTemperature: number): number {
  const { pressure, airConductance: a, waterConductance: w } = inlets;
  const perFilm = (w * moistSpecificHeat(inlets)) / (a * known.kept);
  const atWater = saturatedEnthalpy(waterTemperature, pressure);
  let surface = waterTemperature;
  for (let step = 0; step < maximumSteps; step++) {
    const miss = air - saturatedEnthalpy(surface, pressure) - perFilm * (surface - waterTemperature);
    const change = miss / (nearSaturatedEnthalpySlope(surface, pressure) + perFilm);
    surface += change;
    if (Math.abs(change) < 1e-11) break;
  }
  if (Math.abs(surface - waterTemperature) < 1e-6) return nearSaturatedEnthalpySlope(waterTemperature, pressure);
  return (saturatedEnthalpy(surface, pressure) - atWater) / (surface - waterTemperature);
}

/** κ of air that goes straight to saturation at the entering water: where to begin. */
export function keptAlongLine({ airTemperature, humidityRatio, waterTemperature, pressure }: CoilInlets): number {
  const drop = humidityRatio - saturatedHumidityRatio(waterTemperature, pressure);
  const lost = enthalpy(airTemperature, humidityRatio) - known.saturatedInlet;
  return 1 - (Math.max(0, drop) * water.enthalpy(known.dew, 0)) / lost;
}
