/**
 * Heat pump by its Carnot fraction: electricity of the compressor per heat
 * taken out of the source. Leaves out part load and the refrigerant.
 */

import { requireRange } from '../errors.ts';

/** The machine and its customer. */
export interface HeatPumpRating {
  /** Supply to the customer [K]. */
  readonly delivery: number;
  /** Heating COP over Carnot's between condensing and evaporating temperature [1], above 0 … 1. */
  readonly carnotFraction: number;
  /** Leaving water above evaporating temperature [K], ≥ 0. */
  readonly evaporatorApproach: number;
  /** Condensing temperature above delivery [K], ≥ 0. */
  readonly condenserApproach: number;
}

/**
 * Electricity of the compressor per heat taken out.
 *
 *     COP = f T_c/(T_c − T_e),   T_c = T_delivery + ΔT_c,   T_e = T_leaving − ΔT_e,   P/Q = 1/(COP − 1)
 *
 * Water that leaves as warm as the refrigerant condenses needs no compressor.
 *
 * @param rating f [1], T_delivery [K], approaches [K]
 * @param leaving T_leaving, source water leaving [K]
 * @returns P/Q [1]; 0 without a compressor
 * @throws {OutOfRangeError} for NaN
 *
 * Carnot's COP by definition.
 */
export function heatPumpPowerShare(rating: HeatPumpRating, leaving: number): number {
  if (!(leaving > 0)) requireRange('leaving water', leaving, [Number.MIN_VALUE, Number.MAX_VALUE], 'K');
  const condensing = rating.delivery + rating.condenserApproach;
  if (leaving >= condensing) return 0;
  const lift = condensing - (leaving - rating.evaporatorApproach);
  const heating = Math.max(1.0001, (rating.carnotFraction * condensing) / lift);
  return 1 / (heating - 1);
}
