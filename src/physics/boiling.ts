/**
 * Nucleate pool boiling: superheat of a wall for a heat flux, and the flux at
 * which boiling breaks down.
 *
 * Rohsenow where a surface's constant is known, Cooper from reduced pressure
 * and roughness where it is not; a coating by its measured coefficient. Leaves
 * out the onset of boiling, subcooling, orientation and finite heaters. Used by
 * two-phase immersion, on the flux of the spreader and not of the die.
 */

import { gravity } from '../constants.ts';
import { requireRange } from '../errors.ts';

/** A fluid at saturation. */
export interface BoilingState {
  readonly liquidDensity: number;
  readonly vapourDensity: number;
  readonly latentHeat: number;
  readonly surfaceTension: number;
  /** Of the liquid. */
  readonly viscosity: number;
  readonly specificHeat: number;
  readonly conductivity: number;
}

/**
 * Heat flux of nucleate boiling by Rohsenow.
 *
 *     q = μ h_fg √(g(ρ_l − ρ_v)/σ) (c_p ΔT/(C_sf h_fg Prˢ))³
 *
 * Holds for: nucleate boiling on a clean surface whose C_sf was measured; flux is good to about a factor of 2,
 * superheat to some 25 %.
 *
 * @param superheat ΔT, wall less saturation [K], ≥ 0
 * @param state the fluid at saturation
 * @param surfaceConstant C_sf [1], 0.002 … 0.03
 * @param prandtlExponent s [1]: 1 for water, 1.7 for other fluids
 * @returns q [W/m²]
 * @throws {OutOfRangeError} for an argument outside its range
 *
 * W. M. Rohsenow, Trans. ASME 74 (1952) 969–976; Bergman et al., 7th ed., eq. 10.5.
 */
export function rohsenowFlux(
  superheat: number,
  state: BoilingState,
  surfaceConstant: number,
  prandtlExponent: number,
): number {
  requireRange('superheat', superheat, [0, 200], 'K');
  const ratio = superheat / rohsenowScale(state, surfaceConstant, prandtlExponent);
  return rohsenowBase(state) * ratio * ratio * ratio;
}

/** Superheat [K] for a flux [W/m²]: the inverse of `rohsenowFlux`. */
export function rohsenowSuperheat(
  flux: number,
  state: BoilingState,
  surfaceConstant: number,
  prandtlExponent: number,
): number {
  requireRange('heat flux', flux, [0, 1e8], 'W/m²');
  return rohsenowScale(state, surfaceConstant, prandtlExponent) * Math.cbrt(flux / rohsenowBase(state));
}

function rohsenowBase(state: BoilingState): number {
  const buoyancy = gravity * (state.liquidDensity - state.vapourDensity);
  return state.viscosity * state.latentHeat * Math.sqrt(buoyancy / state.surfaceTension);
}

function rohsenowScale(state: BoilingState, surfaceConstant: number, prandtlExponent: number): number {
  requireRange('surface constant', surfaceConstant, [0.002, 0.03], '[1]');
  requireRange('Prandtl exponent', prandtlExponent, [1, 1.7], '[1]');
  const prandtl = (state.specificHeat * state.viscosity) / state.conductivity;
  const power = Math.exp(prandtlExponent * Math.log(prandtl));
  return (surfaceConstant * state.latentHeat * power) / state.specificHeat;
}

/**
 * Heat transfer coefficient of nucleate boiling by Cooper.
 *
 *     h = 55 p_r^(0.12 − 0.2 lg R_p) (−lg p_r)^−0.55 M^−0.5 q^0.67      R_p in µm, M in g/mol
 *
 * Some handbooks print 0.4343 ln R_p for 0.2 lg R_p; Cooper's own is 0.2, and
 * at R_p = 1 µm both agree.
 *
 * Holds for: 0.001 < p_r < 0.9, flat surfaces; h is good to about ±30 %.
 *
 * @param flux q [W/m²], ≥ 0
 * @param reducedPressure p_r, pressure over critical [1], 0.001 … 0.9
 * @param molarMass M [kg/mol], 0.002 … 0.5
 * @param roughness R_p, peak [m], 1e-8 … 1e-4; 1e-6 where nothing is known
 * @returns h [W/(m²·K)]
 * @throws {OutOfRangeError} for an argument outside its range
 *
 * M. G. Cooper, Int. Chem. Eng. Symp. Ser. 86 (1984) 785–793.
 */
export function cooperCoefficient(flux: number, reducedPressure: number, molarMass: number, roughness: number): number {
  requireRange('heat flux', flux, [0, 1e8], 'W/m²');
  return cooperFactor(reducedPressure, molarMass, roughness) * Math.exp(0.67 * Math.log(flux));
}

/** Superheat [K] for a flux by Cooper, q/h = q^0.33 over the factor. */
export function cooperSuperheat(flux: number, reducedPressure: number, molarMass: number, roughness: number): number {
  requireRange('heat flux', flux, [0, 1e8], 'W/m²');
  return Math.exp(0.33 * Math.log(flux)) / cooperFactor(reducedPressure, molarMass, roughness);
}

function cooperFactor(reducedPressure: number, molarMass: number, roughness: number): number {
  requireRange('reduced pressure', reducedPressure, [0.001, 0.9], '[1]');
  requireRange('molar mass', molarMass, [0.002, 0.5], 'kg/mol');
  requireRange('roughness', roughness, [1e-8, 1e-4], 'm');
  const exponent = 0.12 - 0.2 * Math.log10(roughness * 1e6);
  const byPressure = Math.exp(exponent * Math.log(reducedPressure) - 0.55 * Math.log(-Math.log10(reducedPressure)));
  return (55 * byPressure) / Math.sqrt(molarMass * 1000);
}

/** Superheat [K] of a coated surface by its measured coefficient [W/(m²·K)]. */
export function coatedSuperheat(flux: number, coefficient: number): number {
  requireRange('heat transfer coefficient', coefficient, [1, 1e6], 'W/(m²·K)');
  return flux / coefficient;
}

/** Constants of `criticalHeatFlux`: Zuber's own, and Lienhard and Dhir's for large flat heaters. */
export const criticalFluxConstant = { zuber: Math.PI / 24, lienhardDhir: 0.149 } as const;

/**
 * Heat flux at which nucleate boiling breaks down on a large flat surface facing up.
 *
 *     q = C h_fg √ρ_v (σ g (ρ_l − ρ_v))^¼
 *
 * Holds for: saturated pools, heaters some three Taylor wavelengths wide; smaller ones do better, coatings up to twice.
 *
 * @param state the fluid at saturation
 * @param constant C [1]: π/24 = 0.131 (Zuber) is the careful one, 0.149 nearer to measured flat plates
 * @returns q [W/m²]
 *
 * N. Zuber, AECU-4439 (1959); J. H. Lienhard, V. K. Dhir, NASA CR-2270 (1973).
 */
export function criticalHeatFlux(state: BoilingState, constant: number): number {
  const lift = state.surfaceTension * gravity * (state.liquidDensity - state.vapourDensity);
  return constant * state.latentHeat * Math.sqrt(state.vapourDensity) * Math.sqrt(Math.sqrt(lift));
}
