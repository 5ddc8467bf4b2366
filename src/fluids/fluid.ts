/**
 * What a circuit needs to know of the fluid in it.
 *
 * A state is a temperature and one companion number: the humidity ratio of
 * air [kg/kg dry], the vapour quality of a boiling fluid [1], nothing (0) for
 * a liquid. Flows of air are flows of *dry* air, and its enthalpy is per kg
 * of dry air. Enthalpies are exact integrals of the specific heat, so that
 * heat computed as m·(h₂ − h₁) closes to rounding.
 */

import type { EnthalpyCurve } from './enthalpy-curve.ts';

export interface Fluid {
  /** The id it was asked by, `propylene-glycol-25-volume`. */
  readonly id: string;
  readonly title: string;
  readonly phase: 'liquid' | 'air' | 'boiling';
  /** Temperatures between which the properties hold [K]. */
  readonly range: readonly [number, number];
  /** Below this a liquid is in danger of freezing [K]; absent where it does not matter. */
  readonly freezing?: number;

  /** ρ(T) [kg/m³]; of a boiling fluid the saturated liquid. */
  density(temperature: number): number;
  /** c_p(T) [J/(kg·K)], dh/dT of `enthalpy` at a companion of zero. */
  specificHeat(temperature: number): number;
  /** k(T) [W/(m·K)] */
  conductivity(temperature: number): number;
  /** μ(T) [Pa·s], dynamic */
  viscosity(temperature: number): number;
  /** h(T, companion) [J/kg] above the liquid (dry air) at 0 °C. Rises strictly with both. */
  enthalpy(temperature: number, companion: number): number;
  /** T(h, companion) [K], the inverse of `enthalpy` to 1e-12 relative. */
  temperature(enthalpy: number, companion: number): number;

  /** `enthalpy` of one companion as plain numbers; of a boiling fluid its liquid's. */
  enthalpyCurve(companion: number): EnthalpyCurve;

  /** Only of a boiling fluid. */
  readonly saturation?: Saturation;
}

/** The saturation line of a boiling fluid. */
export interface Saturation {
  /** p_sat(T) [Pa] */
  pressure(temperature: number): number;
  /** T_sat(p) [K] */
  temperature(pressure: number): number;
  /** h_fg(T) [J/kg] */
  latentHeat(temperature: number): number;
  /** ρ_v(T) [kg/m³] */
  vapourDensity(temperature: number): number;
  /** σ(T) [N/m] */
  surfaceTension(temperature: number): number;
  /** μ_v(T) [Pa·s], of the vapour, from its critical point */
  vapourViscosity(temperature: number): number;
  /** Critical pressure [Pa] and molar mass [kg/mol], for reduced-pressure correlations. */
  readonly criticalPressure: number;
  readonly molarMass: number;
}
