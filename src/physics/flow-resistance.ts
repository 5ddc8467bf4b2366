/**
 * Pressure drop of anything measured at one flow: a power law with a laminar
 * foot, its inverse, and its translation to another coolant.
 *
 * For cold plates, exchangers, filters, valves and whole loops; straight pipes
 * from roughness stand in `pipe-friction.ts`. Used by hydraulics and by pump power.
 */

import { requireRange } from '../errors.ts';

/** A rated drop and its exponent. */
export interface FlowResistance {
  /** Δp₀ at rated flow [Pa], > 0. */
  readonly ratedPressureDrop: number;
  /** Rated flow, in the unit that flows are asked in [kg/s or m³/s], > 0. */
  readonly ratedFlow: number;
  /** n of Δp ∝ Vⁿ [1], 1 (laminar) … 2 (rough). */
  readonly exponent: number;
}

/**
 * Pressure drop at a flow.
 *
 *     Δp = Δp₀ (V/V₀)ⁿ, of the sign of V
 *
 * @param resistance the rated point
 * @param flow V, in the unit of the rated flow; may be negative
 * @returns Δp [Pa]
 */
export function pressureDropAtFlow(resistance: FlowResistance, flow: number): number {
  const ratio = Math.abs(flow) / resistance.ratedFlow;
  const drop =
    resistance.exponent === 2
      ? resistance.ratedPressureDrop * ratio * ratio
      : resistance.ratedPressureDrop * Math.exp(resistance.exponent * Math.log(ratio));
  return flow < 0 ? -drop : drop;
}

/**
 * Flow at a pressure drop, the inverse of `pressureDropAtFlow`.
 *
 * @param resistance the rated point
 * @param pressureDrop Δp [Pa]; may be negative
 * @returns V, in the unit of the rated flow
 */
export function flowAtPressureDrop(resistance: FlowResistance, pressureDrop: number): number {
  const ratio = Math.abs(pressureDrop) / resistance.ratedPressureDrop;
  const flow =
    resistance.exponent === 2
      ? resistance.ratedFlow * Math.sqrt(ratio)
      : resistance.ratedFlow * Math.exp(Math.log(ratio) / resistance.exponent);
  return pressureDrop < 0 ? -flow : flow;
}

/**
 * Ratio of pressure drops of one resistance in two liquids at given mass flows.
 *
 *     Δp_b/Δp_a = (ṁ_b/ṁ_a)ⁿ (μ_b/μ_a)^(2−n) ρ_a/ρ_b
 *
 * From f ∝ Re^(n−2): n = 1 laminar, 1.688 for smooth channels at Re 2300 … 10 000
 * (f ∝ Re^−0.312), 1.75 Blasius, 2 rough.
 *
 * @param flowRatio ṁ_b/ṁ_a [1], ≥ 0
 * @param viscosityRatio μ_b/μ_a [1], > 0
 * @param densityRatio ρ_b/ρ_a [1], > 0
 * @param exponent n [1], 1 … 2
 * @returns Δp_b/Δp_a [1]
 * @throws {OutOfRangeError} for an argument outside its range
 *
 * Å. Melinder, Properties of Secondary Working Fluids for Indirect Systems, IIR (2010).
 */
export function pressureDropRatio(
  flowRatio: number,
  viscosityRatio: number,
  densityRatio: number,
  exponent: number,
): number {
  requireRange('flow ratio', flowRatio, [0, Number.MAX_VALUE], '[1]');
  requireRange('viscosity ratio', viscosityRatio, [Number.MIN_VALUE, Number.MAX_VALUE], '[1]');
  requireRange('density ratio', densityRatio, [Number.MIN_VALUE, Number.MAX_VALUE], '[1]');
  requireRange('exponent', exponent, [1, 2], '[1]');
  return Math.exp(exponent * Math.log(flowRatio) + (2 - exponent) * Math.log(viscosityRatio)) / densityRatio;
}
