/**
 * Nusselt numbers of free, forced and mixed convection.
 *
 * Plates, fin gaps and ducts, for open baths, tank walls, heat sinks and pipes.
 * Properties at the film temperature. Leaves out radiation and inclined
 * surfaces. Every function takes and returns dimensionless numbers.
 */

import { gravity } from '../constants.ts';
import { requireRange } from '../errors.ts';

/**
 * Rayleigh number.
 *
 *     Ra = g β ΔT L³ ρ² c_p/(μ k)
 *
 * @param temperatureDifference ΔT, wall less fluid, as a size [K]
 * @param length L [m]
 * @param fluid expansion β [1/K] and properties at the film
 * @returns Ra [1]
 */
export function rayleighNumber(
  temperatureDifference: number,
  length: number,
  fluid: {
    readonly expansion: number;
    readonly density: number;
    readonly specificHeat: number;
    readonly viscosity: number;
    readonly conductivity: number;
  },
): number {
  const { expansion, density, specificHeat, viscosity, conductivity } = fluid;
  const drive = gravity * expansion * temperatureDifference * length * length * length;
  return (drive * density * density * specificHeat) / (viscosity * conductivity);
}

/**
 * Free convection on a vertical plate.
 *
 *     √Nu = 0.825 + 0.387 Ra^(1/6)/(1 + (0.492/Pr)^(9/16))^(8/27)
 *
 * @param rayleigh Ra on the height [1], 0 … 1e12
 * @param prandtl Pr [1], > 0
 * @returns Nu on the height [1]
 * @throws {OutOfRangeError} for an argument outside its range
 *
 * S. W. Churchill, H. H. S. Chu, Int. J. Heat Mass Transfer 18 (1975) 1323–1329.
 */
export function verticalPlateNusselt(rayleigh: number, prandtl: number): number {
  requireRange('Rayleigh number', rayleigh, [0, 1e12], '[1]');
  requireRange('Prandtl number', prandtl, [1e-3, 1e5], '[1]');
  const byPrandtl = Math.exp((8 / 27) * Math.log1p(Math.exp((9 / 16) * Math.log(0.492 / prandtl))));
  const root = 0.825 + (0.387 * Math.exp(Math.log(rayleigh) / 6)) / byPrandtl;
  return root * root;
}

/**
 * Free convection between two equally warm vertical plates, a fin gap.
 *
 *     Nu = (576/El² + 2.873/√El)^(−1/2),   El = Ra_s s/L
 *
 * Elenbaas' data in the form of [1]: fully developed at small El, a single plate at large.
 *
 * @param elenbaas El, Rayleigh on the spacing times spacing over height [1], > 0 … 1e7
 * @returns Nu on the spacing, against the entering fluid [1]
 * @throws {OutOfRangeError} for an argument outside its range
 *
 * [1] A. Bar-Cohen, W. M. Rohsenow, J. Heat Transfer 106 (1984) 116–123; W. Elenbaas, Physica 9 (1942) 1–28.
 */
export function finGapNusselt(elenbaas: number): number {
  requireRange('Elenbaas number', elenbaas, [Number.MIN_VALUE, 1e7], '[1]');
  return 1 / Math.sqrt(576 / (elenbaas * elenbaas) + 2.873 / Math.sqrt(elenbaas));
}

/** Spacing that moves the most heat from a fin array, s = 2.714 (Ra_s/(s³ L))^(−1/4) [m], by Bar-Cohen and Rohsenow. */
export function bestFinSpacing(rayleighPerSpacing: number): number {
  return 2.714 / Math.sqrt(Math.sqrt(rayleighPerSpacing));
}

/**
 * Forced convection along a flat plate, mean over its length.
 *
 *     Nu = 0.664 √Re Pr^(1/3)                        Re ≤ 5e5
 *     Nu = (0.037 Re^0.8 − 871) Pr^(1/3)             turbulent behind Re 5e5
 *
 * @param reynolds Re on the length [1], 0 … 1e8
 * @param prandtl Pr [1], 0.6 and more
 * @returns Nu on the length [1]
 * @throws {OutOfRangeError} for an argument outside its range
 *
 * Bergman et al., Fundamentals of Heat and Mass Transfer, 7th ed., eq. 7.30, 7.38.
 */
export function flatPlateNusselt(reynolds: number, prandtl: number): number {
  requireRange('Reynolds number', reynolds, [0, 1e8], '[1]');
  requireRange('Prandtl number', prandtl, [0.6, 1e5], '[1]');
  const profile = reynolds <= 5e5 ? 0.664 * Math.sqrt(reynolds) : 0.037 * Math.exp(0.8 * Math.log(reynolds)) - 871;
  return profile * Math.cbrt(prandtl);
}

/**
 * Turbulent convection in a duct.
 *
 *     Nu = (f/8)(Re − 1000) Pr/(1 + 12.7 √(f/8) (Pr^(2/3) − 1))
 *
 * @param reynolds Re on the hydraulic diameter [1], 2300 … 5e6
 * @param prandtl Pr [1], 0.5 … 2000
 * @param friction f, Darcy's [1]; (0.79 ln Re − 1.64)⁻² if smooth
 * @returns Nu [1]; within 10 %
 * @throws {OutOfRangeError} for an argument outside its range
 *
 * V. Gnielinski, Int. Chem. Eng. 16 (1976) 359–368.
 */
export function gnielinskiNusselt(reynolds: number, prandtl: number, friction: number): number {
  requireRange('Reynolds number', reynolds, [2300, 5e6], '[1]');
  requireRange('Prandtl number', prandtl, [0.5, 2000], '[1]');
  requireRange('friction factor', friction, [1e-4, 1], '[1]');
  const eighth = friction / 8;
  const cube = Math.cbrt(prandtl);
  return (eighth * (reynolds - 1000) * prandtl) / (1 + 12.7 * Math.sqrt(eighth) * (cube * cube - 1));
}

/** Reynolds numbers between which a duct turns from laminar to turbulent. */
const ductTransition = [2300, 4000] as const;

/**
 * Convection in a smooth duct from laminar to turbulent.
 *
 *     Nu = Nu_laminar below Re 2300, Gnielinski above 4000, linear in Re between the two
 *
 * @param reynolds Re on the hydraulic diameter [1], 0 … 5e6
 * @param prandtl Pr [1], 0.5 … 2000
 * @param laminarNusselt Nu of laminar flow [1]: 3.66 at even wall temperature, 4.36 at even flux
 * @returns Nu [1]
 * @throws {OutOfRangeError} for an argument outside its range
 *
 * V. Gnielinski, Int. J. Heat Mass Transfer 63 (2013) 134–140.
 */
export function ductNusselt(reynolds: number, prandtl: number, laminarNusselt: number): number {
  requireRange('Reynolds number', reynolds, [0, 5e6], '[1]');
  const [low, high] = ductTransition;
  if (reynolds <= low) return laminarNusselt;
  const at = Math.max(reynolds, high);
  const root = 0.79 * Math.log(at) - 1.64;
  const turbulent = gnielinskiNusselt(at, prandtl, 1 / (root * root));
  if (reynolds >= high) return turbulent;
  return laminarNusselt + ((reynolds - low) / (high - low)) * (turbulent - laminarNusselt);
}

/**
 * Mixed convection from its parts, Nu³ = Nu_forced³ + Nu_free³.
 *
 * @param forced, free Nusselt numbers on one length [1], ≥ 0
 * @returns Nu where free convection helps (rising flow along a warm wall, or across it) [1]
 *
 * Churchill, AIChE J. 23 (1977) 10–16; Bergman et al., 7th ed., eq. 9.64.
 */
export function assistedNusselt(forced: number, free: number): number {
  return Math.cbrt(forced * forced * forced + free * free * free);
}

/** Mixed convection where free convection opposes, Nu³ = |Nu_forced³ − Nu_free³| [1]. */
export function opposedNusselt(forced: number, free: number): number {
  return Math.cbrt(Math.abs(forced * forced * forced - free * free * free));
}
