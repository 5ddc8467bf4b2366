/** The contract of one compressor of a chiller, whatever record it is made from, and what all of them say alike. */

/** One unit: capacity and electricity at chilled water leaving, fluid entering the condenser, and its capacity rate. */
export interface Compressor {
  readonly ratedHeat: number;
  readonly minimumCondenser: number;
  readonly minimumLoad: number;
  capacity(leaving: number, entering: number, capacityRate: number): number;
  power(heat: number, leaving: number, entering: number, capacityRate: number): number;
  /** What enters the condenser behind its mixing valve [K], where the loop would have it enter and it warms by so much. */
  enters(entering: number, rise: number): number;
  /** How far outside the temperatures its record holds for [K]; published curves are taken at their edge there. */
  beyond(leaving: number, entering: number, rise: number): number;
}

/** What of a record bounds its temperatures. */
export interface Limits {
  readonly minimumEvaporatorLeaving: number;
  readonly maximumEvaporatorLeaving: number;
  readonly minimumCondenser: number;
  readonly maximumCondenser: number;
}

/** @param condenser what of the condenser the limits are of: entering, or leaving */
export function beyondLimits(limits: Limits, leaving: number, condenser: number): number {
  return Math.max(
    0,
    limits.minimumEvaporatorLeaving - leaving,
    leaving - limits.maximumEvaporatorLeaving,
    limits.minimumCondenser - condenser,
    condenser - limits.maximumCondenser,
  );
}

/** The design hour of one unit. */
export interface CompressorDesign {
  readonly heat: number;
  readonly leaving: number;
  readonly entering: number;
  /** Capacity rate of its condenser [W/K] by the heat that it rejects [W]. */
  readonly condenserRate: (rejected: number) => number;
}

/** Ends what a chiller by curves says of temperatures that it has none for. */
export const notExtrapolated = 'curves are not extrapolated: take a chiller-carnot record for warm water';
