/**
 * Direct evaporative cooling by a wet pad, and the empirical effectiveness of
 * an indirect cooler. States of the air behind a pad are in adiabatic-pad.ts,
 * plates with films of their own in air-to-air.ts. Leaves out carry-over and
 * scale. Used by `evaluate`.
 */

import { requireRange } from '../errors.ts';

/** Fit to the printed curves; see `padEffectiveness`. */
const padDecay = 0.052_587_24;
const padOffset = 1.464_719_01;
const padDrop = 14.3956;
const padDropExponent = 1.9259;
const padSpeeds = [0.5, 5] as const;
const padDropSpeeds = [0.6, 3.5] as const;

/**
 * Saturation effectiveness of a corrugated cellulose pad, 150 mm deep.
 *
 *     η = e^(−0.05258724 (v + 1.46471901))
 *
 * Against the points of the sheet within 0.008, which is how well a curve of it can be read.
 *
 * @param faceVelocity v, air volume flow over face area [m/s], 0.5 … 5
 * @returns η = (T_in − T_out)/(T_in − T*) [1]
 * @throws {OutOfRangeError} outside the sheet's speeds, or NaN
 *
 * Munters, CELdek 7090-15, 150 mm, specification sheet; digitised and fitted in the Modelica Buildings Library,
 * Humidifiers.EvaporativeCoolers.Data.Munters (2026). The sheet itself was not opened.
 */
export function padEffectiveness(faceVelocity: number): number {
  requireRange('face velocity', faceVelocity, padSpeeds, 'm/s');
  return Math.exp(-padDecay * (faceVelocity + padOffset));
}

/**
 * Pressure that the same pad takes from the air.
 *
 *     Δp = 14.3956 v^1.9259
 *
 * @param faceVelocity v [m/s], 0.6 … 3.5
 * @returns Δp [Pa]
 * @throws {OutOfRangeError} outside the sheet's speeds, or NaN
 *
 * Source as `padEffectiveness`.
 */
export function padPressureDrop(faceVelocity: number): number {
  requireRange('face velocity', faceVelocity, padDropSpeeds, 'm/s');
  return padDrop * Math.exp(padDropExponent * Math.log(faceVelocity));
}

/**
 * Effectiveness of an indirect cooler against the ratio of its streams, an empirical line.
 *
 *     ε = max(0, ε₀ − k V₁/V₂)
 *
 * @param greatest ε₀ [1], 0 … 1
 * @param slope k [1], 0 … 1
 * @param flowRatio V₁/V₂, volume of the cooled over that of the outdoor stream [1], > 0
 * @returns ε on the wet bulb: T_out = T_in − ε (T_in − T*) [1]
 * @throws {OutOfRangeError} for an argument outside its range
 *
 * EnergyPlus Engineering Reference, EvaporativeCooler:Indirect:WetCoil, as written out in the Modelica Buildings
 * Library, Humidifiers.EvaporativeCoolers.BaseClasses.IndirectWet.
 */
export function indirectEffectiveness(greatest: number, slope: number, flowRatio: number): number {
  requireRange('greatest effectiveness', greatest, [0, 1], '[1]');
  requireRange('slope', slope, [0, 1], '[1]');
  requireRange('flow ratio', flowRatio, [Number.MIN_VALUE, Number.MAX_VALUE], '[1]');
  return Math.max(0, greatest - slope * flowRatio);
}
