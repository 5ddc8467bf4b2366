/**
 * A compression chiller as a fraction of the Carnot cycle between its
 * refrigerant temperatures, for warm water where published curves end.
 *
 * One closed form serves water- and air-cooled condensers. Leaves out the
 * refrigerant's own properties, surge and the staging of compressors inside
 * one machine. Fans of an air-cooled condenser are part of the fraction.
 */

import { requireRange, requireTemperature } from '../errors.ts';

/** What a Carnot chiller is rated by; all at rated heat and rated temperatures unless said. */
export interface CarnotDesign {
  /** Heat taken from the chilled circuit [W]. */
  readonly ratedHeat: number;
  /** Chilled water leaving [K]; water, or air, entering the condenser [K]. */
  readonly ratedEvaporatorLeaving: number;
  readonly ratedCondenserEntering: number;
  /** Rise of the condenser water [K]; 0 with an air-cooled condenser. */
  readonly ratedCondenserRise: number;
  /** η, COP over that of Carnot between the refrigerant temperatures [1]. */
  readonly carnotFraction: number;
  /** Leaving chilled water above evaporating temperature [K]. */
  readonly evaporatorApproach: number;
  /** Condensing temperature above leaving condenser water, or above the entering air [K]. */
  readonly condenserApproach: number;
  /** Smallest difference of refrigerant temperatures that the machine runs at [K]. */
  readonly minimumLift: number;
  /** The compressor's COP never exceeds this [1]. */
  readonly maximumCop: number;
  /** f₀, f₁, f₂ of the factor f₀ + f₁ y + f₂ y² on η at part load y; their sum is 1. */
  readonly partLoad: ArrayLike<number>;
  /** Load below which the machine cycles on and off [1]. */
  readonly minimumLoad: number;
  /** Oil pump, controls and the like while running, over rated heat [1]. */
  readonly auxiliaryShare: number;
  /** Change of capacity per kelvin of leaving chilled water, and loss per kelvin of entering condenser fluid [1/K]. */
  readonly capacityGain: number;
  readonly capacityLoss: number;
  /** Capacity never exceeds this, over rated heat [1]. */
  readonly maximumCapacity: number;
}

/** A Carnot chiller ready for the hot loop; made by `carnotChiller`. */
export interface CarnotChiller extends CarnotDesign {
  /** Heat rejected at the rating [W]. */
  readonly ratedCondenserHeat: number;
  /** Electricity at the rating, auxiliaries included [W]. */
  readonly ratedPower: number;
  /** Auxiliaries while running [W]. */
  readonly auxiliaryPower: number;
  readonly partLoad0: number;
  readonly partLoad1: number;
  readonly partLoad2: number;
}

const temperature = [200, 400] as const;
const difference = [0, 100] as const;
const positive = [Number.MIN_VALUE, Number.MAX_VALUE] as const;

/**
 * A chiller from its rating.
 *
 * @param design see `CarnotDesign`
 * @returns the chiller
 * @throws {OutOfRangeError} for a value without sense, or part-load factors that do not add up to 1
 */
export function carnotChiller(design: CarnotDesign): CarnotChiller {
  requireDesign(design);
  const evaporating = design.ratedEvaporatorLeaving - design.evaporatorApproach;
  const condensing = design.ratedCondenserEntering + design.ratedCondenserRise + design.condenserApproach;
  const lift = Math.max(condensing - evaporating, design.minimumLift);
  const perHeat = Math.max(lift / (design.carnotFraction * evaporating), 1 / design.maximumCop);
  const auxiliaryPower = design.auxiliaryShare * design.ratedHeat;
  const ratedPower = perHeat * design.ratedHeat + auxiliaryPower;
  return {
    ...design,
    ratedCondenserHeat: design.ratedHeat + ratedPower,
    ratedPower,
    auxiliaryPower,
    partLoad0: design.partLoad[0]!,
    partLoad1: design.partLoad[1]!,
    partLoad2: design.partLoad[2]!,
  };
}

function requireDesign(design: CarnotDesign): void {
  requireRange('rated heat', design.ratedHeat, positive, 'W');
  requireTemperature('rated evaporator leaving temperature', design.ratedEvaporatorLeaving, temperature);
  requireTemperature('rated condenser entering temperature', design.ratedCondenserEntering, temperature);
  requireRange('rated condenser rise', design.ratedCondenserRise, difference, 'K');
  requireRange('Carnot fraction', design.carnotFraction, [0.01, 0.99], '[1]');
  requireRange('evaporator approach', design.evaporatorApproach, difference, 'K');
  requireRange('condenser approach', design.condenserApproach, difference, 'K');
  requireRange('minimum lift', design.minimumLift, [0.1, 100], 'K');
  requireRange('maximum COP', design.maximumCop, [1, Number.POSITIVE_INFINITY], '[1]');
  requireRange('number of part-load factors', design.partLoad.length, [3, 3], '');
  const sum = design.partLoad[0]! + design.partLoad[1]! + design.partLoad[2]!;
  requireRange('sum of part-load factors', sum, [0.999, 1.001], '[1]');
  requireRange('minimum load', design.minimumLoad, [0, 0.99], '[1]');
  requireRange('auxiliary share', design.auxiliaryShare, [0, 1], '[1]');
  requireRange('capacity gain', design.capacityGain, [0, 0.2], '1/K');
  requireRange('capacity loss', design.capacityLoss, [0, 0.2], '1/K');
  requireRange('maximum capacity', design.maximumCapacity, [1, 10], '[1]');
  const lowest = Math.min(...[0, 0.25, 0.5, 0.75, 1].map((share) => partLoadFactor(design, share)));
  requireRange('part-load factor', lowest, [0.01, 2], '[1]');
}

/** The factor on η between minimum and full load. */
function partLoadFactor(design: CarnotDesign, share: number): number {
  const y = design.minimumLoad + share * (1 - design.minimumLoad);
  return design.partLoad[0]! + y * (design.partLoad[1]! + y * design.partLoad[2]!);
}

/**
 * Electricity of a Carnot chiller.
 *
 *     T_e = T_el − Δ_e y,   y = Q/Q₀
 *     T_c = T_ce + Q_c r,   Q_c = Q + P,   r = 1/C + Δ_c/Q_c0
 *     X   = (T_c − T_e)/(η f(y) T_e),   P = X Q + A
 *
 * Solved for X, because the condenser warms by the electricity as well:
 *
 *     X = (T_ce + (Q + A) r − T_e) / (η f T_e − Q r)
 *
 * then at least minimum lift over η f T_e, and at least 1/maximum COP. Below
 * the minimum load y_m the machine runs a share y/y_m of the time as it runs
 * at y_m. All its electricity is taken to reach the condenser.
 *
 * With y scaled by rated evaporator heat, Q_c by rated condenser heat, this is
 * Carnot_TEva of the Modelica Buildings library, without its fixed point.
 *
 * Holds for: 0 ≤ Q up to `carnotCapacity`; the caller limits it.
 *
 * @param chiller the rated machine
 * @param heat Q taken from the chilled circuit [W], ≥ 0
 * @param evaporatorLeaving T_el, chilled water [K]
 * @param condenserEntering T_ce, condenser water or outdoor air [K]
 * @param condenserCapacityRate C of the condenser water [W/K], > 0; Infinity for air, whose rise is in the approach
 * @returns P [W], auxiliaries included; 0 without heat; NaN where the condenser water is too little to carry the heat
 */
export function carnotPower(
  chiller: CarnotChiller,
  heat: number,
  evaporatorLeaving: number,
  condenserEntering: number,
  condenserCapacityRate: number,
): number {
  if (heat === 0) return 0;
  const load = heat / chiller.ratedHeat;
  const y = load > chiller.minimumLoad ? load : chiller.minimumLoad;
  const running = load / y;
  const runningHeat = y * chiller.ratedHeat;
  const evaporating = evaporatorLeaving - chiller.evaporatorApproach * y;
  const perWatt = 1 / condenserCapacityRate + chiller.condenserApproach / chiller.ratedCondenserHeat;
  const factor = chiller.partLoad0 + y * (chiller.partLoad1 + y * chiller.partLoad2);
  const ideal = chiller.carnotFraction * factor * evaporating;
  const warming = runningHeat * perWatt;
  if (!(ideal > warming)) return NaN;
  const lift = condenserEntering + (runningHeat + chiller.auxiliaryPower) * perWatt - evaporating;
  const perHeat = Math.max(lift / (ideal - warming), chiller.minimumLift / ideal, 1 / chiller.maximumCop);
  return running * (perHeat * runningHeat + chiller.auxiliaryPower);
}

/**
 * The most heat that the chiller takes.
 *
 *     Q_av = Q₀ (1 + g (T_el − T_el0) − l (T_ce − T_ce0)),   0 … maximum capacity
 *
 * A warmer evaporator fills the compressor with denser vapour; a warmer
 * condenser lets less through. Linear, as the biquadratics of EIR records are
 * nearly, near their rating.
 *
 * @param chiller the rated machine
 * @param evaporatorLeaving T_el [K]
 * @param condenserEntering T_ce [K]
 * @returns Q_av [W]
 */
export function carnotCapacity(chiller: CarnotChiller, evaporatorLeaving: number, condenserEntering: number): number {
  const share =
    1 +
    chiller.capacityGain * (evaporatorLeaving - chiller.ratedEvaporatorLeaving) -
    chiller.capacityLoss * (condenserEntering - chiller.ratedCondenserEntering);
  return chiller.ratedHeat * Math.min(chiller.maximumCapacity, Math.max(0, share));
}
