/**
 * Film condensation of still vapour by Nusselt, on horizontal tubes and plates.
 *
 * For the coil over a boiling bath. Leaves out vapour shear, waves, fins and
 * air in the vapour, which can take most of it away: a real coil's area
 * carries a factor in its record.
 */

import { gravity } from '../constants.ts';
import { requireRange } from '../errors.ts';

/** The condensate, at the mean of wall and saturation; latent heat at saturation. */
export interface CondensateState {
  readonly liquidDensity: number;
  readonly vapourDensity: number;
  readonly latentHeat: number;
  readonly viscosity: number;
  readonly specificHeat: number;
  readonly conductivity: number;
}

/** ρ_l g (ρ_l − ρ_v) h' k³/(μ ΔT), with h' = h_fg + 0.68 c_p ΔT. */
function filmGroup(subcooling: number, state: CondensateState): number {
  requireRange('wall below saturation', subcooling, [1e-9, 200], 'K');
  const latent = state.latentHeat + 0.68 * state.specificHeat * subcooling;
  const buoyancy = state.liquidDensity * gravity * (state.liquidDensity - state.vapourDensity);
  const { conductivity: k } = state;
  return (buoyancy * latent * k * k * k) / (state.viscosity * subcooling);
}

/**
 * Mean coefficient of condensation on a horizontal tube, or on a vertical column of them.
 *
 *     h = 0.729 (ρ_l g (ρ_l − ρ_v) h' k³/(μ ΔT D))^¼ N^(−n)
 *
 * n = 1/4 is Nusselt's sheet from tube to tube, 1/6 Kern's for drops: nearer to measured banks.
 *
 * @param subcooling ΔT, saturation less wall [K], > 0
 * @param diameter D of a tube [m], > 0
 * @param tubesBelow N in one column [1], ≥ 1
 * @param inundationExponent n [1], 0 … 0.25
 * @param state the condensate
 * @returns h [W/(m²·K)]
 * @throws {OutOfRangeError} for an argument outside its range
 *
 * Bergman et al., Fundamentals of Heat and Mass Transfer, 7th ed., eq. 10.46, 10.49; D. Q. Kern, AIChE J. 4 (1958) 157–160.
 */
export function horizontalTubeCondensation(
  subcooling: number,
  diameter: number,
  tubesBelow: number,
  inundationExponent: number,
  state: CondensateState,
): number {
  requireRange('tube diameter', diameter, [1e-4, 1], 'm');
  requireRange('tubes in a column', tubesBelow, [1, 1000], '[1]');
  requireRange('inundation exponent', inundationExponent, [0, 0.25], '[1]');
  const single = 0.729 * Math.sqrt(Math.sqrt(filmGroup(subcooling, state) / diameter));
  return single * Math.exp(-inundationExponent * Math.log(tubesBelow));
}

/**
 * Mean coefficient of laminar condensation on a vertical plate or a wide vertical tube.
 *
 *     h = 0.943 (ρ_l g (ρ_l − ρ_v) h' k³/(μ ΔT L))^¼
 *
 * Holds for: film Reynolds number below 30; waves make it some 20 % better beyond.
 *
 * @param subcooling ΔT [K], > 0
 * @param height L [m], > 0
 * @param state the condensate
 * @returns h [W/(m²·K)]
 * @throws {OutOfRangeError} for an argument outside its range
 *
 * Bergman et al., 7th ed., eq. 10.31.
 */
export function verticalPlateCondensation(subcooling: number, height: number, state: CondensateState): number {
  requireRange('height', height, [1e-4, 100], 'm');
  return 0.943 * Math.sqrt(Math.sqrt(filmGroup(subcooling, state) / height));
}
