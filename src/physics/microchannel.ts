/**
 * A microchannel cold plate from its geometry: resistance and pressure drop.
 *
 * Parallel rectangular channels between straight fins, laminar, both boundary
 * layers growing from the inlet. The base is taken as isothermal; spreading
 * from a die smaller than the plate, headers and interface are left out. For
 * plates without measured points, and to see how a plate answers to viscosity.
 */

import { requireRange } from '../errors.ts';

/** Channels in one plate; all lengths in metres. */
export interface MicrochannelGeometry {
  readonly channels: number;
  readonly channelWidth: number;
  readonly channelHeight: number;
  readonly channelLength: number;
  readonly finThickness: number;
  readonly baseThickness: number;
  /** Conductivity of fins and base [W/(m·K)]. */
  readonly conductivity: number;
}

/** What the coolant does at its mean temperature. */
export interface CoolantState {
  readonly density: number;
  readonly specificHeat: number;
  readonly conductivity: number;
  readonly viscosity: number;
}

/**
 * Friction of fully developed laminar flow in a rectangular duct.
 *
 *     f Re = 24 (1 − 1.3553 α + 1.9467 α² − 1.7012 α³ + 0.9564 α⁴ − 0.2537 α⁵)
 *
 * @param aspectRatio α, shorter over longer side [1], 0 … 1
 * @returns f Re, Fanning's, on the hydraulic diameter [1]; within 0.05 % of the exact series
 * @throws {OutOfRangeError} for an aspect outside 0 … 1, or NaN
 *
 * R. K. Shah, A. L. London, Laminar Flow Forced Convection in Ducts (1978), eq. 341.
 */
export function rectangularFriction(aspectRatio: number): number {
  requireRange('aspect ratio', aspectRatio, [0, 1], '[1]');
  const a = aspectRatio;
  return 24 * (1 + a * (-1.3553 + a * (1.9467 + a * (-1.7012 + a * (0.9564 - 0.2537 * a)))));
}

/**
 * Nusselt number of fully developed laminar flow in a rectangular duct, heat
 * flux even along the duct and temperature even around it (H1).
 *
 *     Nu = 8.235 (1 − 2.0421 α + 3.0853 α² − 2.4765 α³ + 1.0578 α⁴ − 0.1861 α⁵)
 *
 * @param aspectRatio α [1], 0 … 1
 * @returns Nu on the hydraulic diameter [1]; within 0.03 % of the exact series
 * @throws {OutOfRangeError} for an aspect outside 0 … 1, or NaN
 *
 * Shah and London (1978), eq. 354.
 */
export function rectangularNusselt(aspectRatio: number): number {
  requireRange('aspect ratio', aspectRatio, [0, 1], '[1]');
  const a = aspectRatio;
  return 8.235 * (1 + a * (-2.0421 + a * (3.0853 + a * (-2.4765 + a * (1.0578 - 0.1861 * a)))));
}

/**
 * Mean Nusselt number over a duct in which the thermal layer grows.
 *
 *     Nu³ = Nu_∞³ + 0.6³ + (1.953 (D_h/L Re Pr)^(1/3) − 0.6)³
 *
 * The form of a circular tube at constant flux with Nu_∞ of the rectangle in
 * place of 4.364. The middle terms count from D_h/L Re Pr = 1 on; below it Nu is Nu_∞.
 *
 * @param developed Nu_∞ [1], > 0
 * @param graetz D_h/L Re Pr [1], ≥ 0
 * @returns Nu [1]
 *
 * V. Gnielinski, VDI Heat Atlas, 2nd ed. (2010), G1, eq. 9–12.
 */
export function developingNusselt(developed: number, graetz: number): number {
  const entrance = Math.max(1.953 * Math.cbrt(graetz) - 0.6, 0);
  const least = entrance === 0 ? 0 : 0.216;
  return Math.cbrt(developed * developed * developed + least + entrance * entrance * entrance);
}

/** A plate at one flow. */
export interface MicrochannelState {
  /** Base to coolant inlet [K/W]. */
  readonly resistance: number;
  /** Film and fins alone [K/W]. */
  readonly filmResistance: number;
  /** Through the channels, entrance and exit included [Pa]. */
  readonly pressureDrop: number;
  /** On the hydraulic diameter [1]. */
  readonly reynolds: number;
}

/** Above this the channels are no longer surely laminar. */
const laminarLimit = 2300;

/**
 * Resistance and pressure drop of a microchannel plate.
 *
 *     R = t_b/(k A_b) + 1/(C ε),   ε = 1 − e^(−1/(C R_f)),   R_f = 1/(h N L (w + 2 η H))
 *     η = tanh(m H)/(m H), m² = 2 h/(k t_f);   h = Nu k_c/D_h
 *     Δp = (4 f L/D_h + K) ρ v²/2
 *
 * K, what two sharp headers and the growing velocity profile cost, is 1.5 + 1.2 [1].
 *
 * Holds for: laminar flow, Re < 2300; within about 15 % where channels are even.
 *
 * @param geometry the plate
 * @param coolant properties at the mean coolant temperature
 * @param flow whole volume flow [m³/s], > 0
 * @returns resistance, film, pressure drop and Reynolds number
 * @throws {OutOfRangeError} beyond laminar flow, or for a geometry that is none
 *
 * [1] Shah and London (1978), ch. 7: K(∞) 0.7 … 1.5 by aspect; contraction and expansion of flat channels together 1.5.
 * Model: D. B. Tuckerman, R. F. W. Pease, IEEE Electron Device Lett. 2 (1981) 126–129.
 */
export function microchannelState(
  geometry: MicrochannelGeometry,
  coolant: CoolantState,
  flow: number,
): MicrochannelState {
  requireGeometry(geometry);
  requireRange('flow', flow, [Number.MIN_VALUE, Number.MAX_VALUE], 'm³/s');
  const { channels, channelWidth: w, channelHeight: H, channelLength: L, finThickness } = geometry;
  const diameter = (2 * w * H) / (w + H);
  const aspect = Math.min(w, H) / Math.max(w, H);
  const velocity = flow / (channels * w * H);
  const reynolds = (coolant.density * velocity * diameter) / coolant.viscosity;
  requireRange('Reynolds number of a microchannel', reynolds, [0, laminarLimit], '[1]');

  const prandtl = (coolant.specificHeat * coolant.viscosity) / coolant.conductivity;
  const nusselt = developingNusselt(rectangularNusselt(aspect), (diameter / L) * reynolds * prandtl);
  const film = (nusselt * coolant.conductivity) / diameter;
  const finNumber = H * Math.sqrt((2 * film) / (geometry.conductivity * finThickness));
  const fin = Math.tanh(finNumber) / finNumber;
  const filmResistance = 1 / (film * channels * L * (w + 2 * fin * H));

  const capacityRate = flow * coolant.density * coolant.specificHeat;
  const effectiveness = -Math.expm1(-1 / (capacityRate * filmResistance));
  const base = geometry.baseThickness / (geometry.conductivity * channels * (w + finThickness) * L);
  const friction = (4 * rectangularFriction(aspect) * L) / (reynolds * diameter);
  return {
    resistance: base + 1 / (capacityRate * effectiveness),
    filmResistance,
    pressureDrop: (friction + endLoss) * 0.5 * coolant.density * velocity * velocity,
    reynolds,
  };
}

const endLoss = 1.5 + 1.2;

/** @throws {OutOfRangeError} for a geometry that is none */
export function requireGeometry(geometry: MicrochannelGeometry): void {
  requireRange('channels', geometry.channels, [1, 1e6], '');
  requireRange('channel width', geometry.channelWidth, [1e-6, 0.1], 'm');
  requireRange('channel height', geometry.channelHeight, [1e-6, 0.1], 'm');
  requireRange('channel length', geometry.channelLength, [1e-4, 10], 'm');
  requireRange('fin thickness', geometry.finThickness, [1e-6, 0.1], 'm');
  requireRange('base thickness', geometry.baseThickness, [0, 0.1], 'm');
  requireRange('conductivity', geometry.conductivity, [0.1, 5000], 'W/(m·K)');
}
