/**
 * Overall coefficient of a bank of horizontal tubes: vapour condenses outside
 * as a film, water flows inside, the wall between them.
 *
 *     1/U = 1/(φ h_film) + d_o ln(d_o/d_i)/(2 k) + d_o/(d_i h_w)       on the outer area
 *
 * The film's coefficient falls with its own flux, so U is told at a flux. Leaves
 * out desuperheating and fouling. Used by condenser coils.
 */

import { requireRange } from '../errors.ts';
import { type CondensateState, horizontalTubeCondensation } from './condensation.ts';
import { ductNusselt } from './convection.ts';

/** One tube and how many condensate passes, from top to bottom. */
export interface TubeBank {
  readonly outerDiameter: number;
  readonly wallThickness: number;
  /** Of the tube [W/(m·K)]. */
  readonly conductivity: number;
  readonly tubesInColumn: number;
  /** φ, film coefficient over that of clean plain tubes in pure vapour: above 1 for fins, below for air in the vapour [1]. */
  readonly filmFactor: number;
}

/** The liquid in the tubes. */
export interface TubeWater {
  readonly density: number;
  readonly specificHeat: number;
  readonly conductivity: number;
  readonly viscosity: number;
}

/** Drops from tube to tube: Kern's exponent of inundation. */
const inundation = 1 / 6;

/** Inner diameter [m]. @throws {OutOfRangeError} for a wall that fills the tube */
export function innerDiameter({ outerDiameter, wallThickness }: TubeBank): number {
  const inner = outerDiameter - 2 * wallThickness;
  requireRange('inner diameter of a tube', inner, [1e-4, 1], 'm');
  return inner;
}

/**
 * Coefficient of the water in the tubes, on the inner area.
 *
 *     h_w = Nu k/d_i,   Nu by Gnielinski, 3.66 where laminar
 *
 * Holds for: long tubes; within 10 % where turbulent.
 *
 * @param bank the tubes
 * @param water properties at its mean temperature
 * @param velocity in one tube [m/s], ≥ 0
 * @returns h_w [W/(m²·K)]
 * @throws {OutOfRangeError} beyond the data of the duct
 */
export function tubeWaterCoefficient(bank: TubeBank, water: TubeWater, velocity: number): number {
  const diameter = innerDiameter(bank);
  const reynolds = (water.density * velocity * diameter) / water.viscosity;
  const prandtl = (water.specificHeat * water.viscosity) / water.conductivity;
  return (ductNusselt(reynolds, prandtl, 3.66) * water.conductivity) / diameter;
}

/**
 * Saturation above the tube's surface that a flux needs.
 *
 *     ΔT = q/(φ h_film(ΔT)),   h_film ~ ΔT^−¼
 *
 * @param flux q on the outer area [W/m²], > 0
 * @param bank the tubes
 * @param state the condensate; taken at saturation, not at the film's mean: 5 K of film change h by 1 %
 * @returns ΔT [K]
 * @throws {OutOfRangeError} for a flux that no film of less than 200 K carries
 */
export function filmDifference(flux: number, bank: TubeBank, state: CondensateState): number {
  // ΔT^¾ is the flux over the film's coefficient at 1 K, but for the little that subcooling adds to the latent heat.
  const atKelvin =
    bank.filmFactor * horizontalTubeCondensation(1, bank.outerDiameter, bank.tubesInColumn, inundation, state);
  const cube = flux / atKelvin;
  let difference = cube * Math.cbrt(cube);
  const subcooling = (0.68 * state.specificHeat) / state.latentHeat;
  const base = difference * Math.cbrt(1 + subcooling);
  for (let round = 0; round < 60; round++) {
    const next = base / Math.cbrt(1 + subcooling * difference);
    if (Math.abs(next - difference) <= 1e-15 * next) return next;
    difference = next;
  }
  return difference;
}

/** Resistance of wall and water on the outer area [m²·K/W]. */
export function innerResistance(bank: TubeBank, waterCoefficient: number): number {
  const inner = innerDiameter(bank);
  const { outerDiameter, conductivity } = bank;
  return (
    (outerDiameter * Math.log(outerDiameter / inner)) / (2 * conductivity) + outerDiameter / (inner * waterCoefficient)
  );
}

/**
 * Heat that a bank of an area moves from vapour at saturation to water.
 *
 *     Q = (1 − e^(−U A/C)) C ΔT,   U at the mean flux Q/A
 *
 * Held to the integral along the tubes, where the film thins with the water's
 * warming: within 0.6 % for water that takes 70 % of the difference, 1.2 % where it takes 95 %.
 *
 * @param area A, outer [m²], > 0
 * @param capacityRate C of the water [W/K], > 0
 * @param difference ΔT, saturation above the water that enters [K], > 0
 * @param inner resistance of wall and water [m²·K/W], as of `innerResistance`
 * @param guess Q over C ΔT to begin with [1], 0 … 1 exclusive
 * @returns Q [W]
 */
export function condensedHeat(
  area: number,
  capacityRate: number,
  difference: number,
  inner: number,
  bank: TubeBank,
  state: CondensateState,
  guess = 0.7,
): number {
  const limit = capacityRate * difference;
  const moved = (heat: number): number => {
    const flux = heat / area;
    const overall = 1 / (filmDifference(flux, bank, state) / flux + inner);
    return -Math.expm1((-overall * area) / capacityRate) * limit;
  };
  let heat = guess * limit;
  for (let round = 0; round < 50; round++) {
    const next = moved(heat);
    if (Math.abs(next - heat) <= 1e-13 * next) return next;
    // Aitken: two plain rounds show where they lead.
    const after = moved(next);
    const bend = after - 2 * next + heat;
    const led = bend === 0 ? after : heat - ((next - heat) * (next - heat)) / bend;
    heat = led > 0 && led < limit ? led : after;
  }
  return heat;
}
