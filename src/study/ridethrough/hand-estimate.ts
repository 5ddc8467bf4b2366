/**
 * What a reader gets with pencil and paper, to lay beside the simulation.
 */

import { requireRange } from '../../errors.ts';

export interface HandInputs {
  /** Density [kg/m³] and specific heat [J/(kg·K)] of the coolant. */
  readonly density: number;
  readonly specificHeat: number;
  /** By how much the supply may warm [K]. */
  readonly rise: number;
  /** Heat that is not removed [W]. */
  readonly heat: number;
}

/**
 * Time in which a mixed volume of coolant warms by the margin.
 *
 *     t = ρ V c ΔT / P
 *
 * First law for a volume that takes all heat and gives none. Leaves out the
 * return header, metal and chips, which hold heat too (so that the plant lasts
 * longer), and that the chips follow the supply by their own time constant.
 *
 * Holds for: the whole volume between sources and loads, kept mixed by pumps
 * that still run; a flow that is lost is another failure.
 *
 * @param volume V [m³], ≥ 0
 * @param inputs ρ [kg/m³], c [J/(kg·K)], ΔT [K] and P [W], each > 0
 * @returns t [s]
 * @throws {OutOfRangeError} for an argument outside its range, or NaN
 *
 * Energy balance; every text of thermodynamics.
 */
export function warmingTime(volume: number, inputs: HandInputs): number {
  requireRange('volume', volume, [0, Number.MAX_VALUE], 'm³');
  const { density, specificHeat, rise, heat } = checked(inputs);
  return (density * volume * specificHeat * rise) / heat;
}

/**
 * Volume that warms by the margin in a time; the inverse of `warmingTime`.
 *
 *     V = P t / (ρ c ΔT)
 *
 * @param time t [s], ≥ 0
 * @param inputs as there
 * @returns V [m³]
 * @throws {OutOfRangeError} as there
 */
export function warmingVolume(time: number, inputs: HandInputs): number {
  requireRange('time', time, [0, Number.MAX_VALUE], 's');
  const { density, specificHeat, rise, heat } = checked(inputs);
  return (heat * time) / (density * specificHeat * rise);
}

function checked(inputs: HandInputs): HandInputs {
  requireRange('density', inputs.density, [Number.MIN_VALUE, Number.MAX_VALUE], 'kg/m³');
  requireRange('specificHeat', inputs.specificHeat, [Number.MIN_VALUE, Number.MAX_VALUE], 'J/(kg·K)');
  requireRange('rise', inputs.rise, [Number.MIN_VALUE, Number.MAX_VALUE], 'K');
  requireRange('heat', inputs.heat, [Number.MIN_VALUE, Number.MAX_VALUE], 'W');
  return inputs;
}
