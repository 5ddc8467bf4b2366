/**
 * Pressure drop of a fluid that boils as it flows through a channel: friction
 * between liquid and vapour, and the push that speeds the vapour up. Leaves out
 * headers, orifices and height. Used by evaporator plates.
 */

import { requireRange } from '../errors.ts';
import { frictionFactor } from './pipe-friction.ts';

/** Both phases at saturation. */
export interface PhasePair {
  readonly liquidDensity: number;
  readonly vapourDensity: number;
  /** Of the liquid. */
  readonly viscosity: number;
  readonly vapourViscosity: number;
}

/** A straight channel. */
export interface BoilingDuct {
  readonly massFlux: number;
  readonly hydraulicDiameter: number;
  readonly length: number;
}

/** Friction of all flow as one phase, f G²/(2 ρ D) [Pa/m]. */
function singlePhase(duct: BoilingDuct, density: number, viscosity: number): number {
  const { massFlux, hydraulicDiameter } = duct;
  const friction = frictionFactor((massFlux * hydraulicDiameter) / viscosity, 0);
  return (friction * massFlux * massFlux) / (2 * density * hydraulicDiameter);
}

/**
 * Friction of two phases at one quality by Müller-Steinhagen and Heck.
 *
 *     dp/dz = (A + 2 (B − A) x)(1 − x)^(1/3) + B x³
 *
 * A and B are all flow as liquid and as vapour, here with Colebrook's smooth pipe.
 *
 * Holds for: 0 ≤ x ≤ 1; a mean error of some 40 % over the 9300 points of its authors (second-hand).
 *
 * @param duct mass flux [kg/(m²·s)], > 0, and hydraulic diameter [m]
 * @param pair the phases
 * @param quality x [1], 0 … 1
 * @returns dp/dz [Pa/m]
 * @throws {OutOfRangeError} for a quality outside 0 … 1, or NaN
 *
 * H. Müller-Steinhagen, K. Heck, Chem. Eng. Process. 20 (1986) 297–308, as the documentation of fluids (C. Bell) gives it.
 */
export function twoPhaseFriction(duct: BoilingDuct, pair: PhasePair, quality: number): number {
  requireRange('vapour quality', quality, [0, 1], '[1]');
  const liquid = singlePhase(duct, pair.liquidDensity, pair.viscosity);
  const vapour = singlePhase(duct, pair.vapourDensity, pair.vapourViscosity);
  return (liquid + 2 * (vapour - liquid) * quality) * Math.cbrt(1 - quality) + vapour * quality * quality * quality;
}

/**
 * Pressure drop of an evenly heated channel from liquid to a quality.
 *
 *     Δp = L/x ∫₀ˣ dp/dz dx + G² x (1/ρ_g − 1/ρ_f)
 *
 * The integral is closed: ∫(1 − x)^(1/3) = ¾ (1 − u^(4/3)) and ∫x (1 − x)^(1/3) =
 * ¾ (1 − u^(4/3)) − 3⁄7 (1 − u^(7/3)) with u = 1 − x. The second term is the
 * homogeneous push.
 *
 * @param duct the channel
 * @param pair the phases
 * @param outletQuality x [1], 0 … 1
 * @returns Δp [Pa]
 * @throws {OutOfRangeError} for a quality outside 0 … 1, or NaN
 */
export function evaporatingPressureDrop(duct: BoilingDuct, pair: PhasePair, outletQuality: number): number {
  requireRange('vapour quality', outletQuality, [0, 1], '[1]');
  const x = outletQuality;
  // Of a trace of vapour the closed form is nought by nought.
  if (x < 1e-6) return twoPhaseFriction(duct, pair, 0) * duct.length;
  const liquid = singlePhase(duct, pair.liquidDensity, pair.viscosity);
  const vapour = singlePhase(duct, pair.vapourDensity, pair.vapourViscosity);
  const root = Math.cbrt(1 - x);
  const first = 0.75 * (1 - root * (1 - x));
  const second = first - (3 / 7) * (1 - root * (1 - x) * (1 - x));
  const friction = (liquid * first + 2 * (vapour - liquid) * second) / x + (vapour * x * x * x) / 4;
  const push = duct.massFlux * duct.massFlux * x * (1 / pair.vapourDensity - 1 / pair.liquidDensity);
  return friction * duct.length + push;
}
