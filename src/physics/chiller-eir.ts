/**
 * Electric chillers by their published curves: the DOE-2 model of energy input
 * ratios, with the condenser's entering temperature. What it shares with the
 * reformulated one (`chiller-reformulated-eir.ts`): curves, capacity, ranges.
 *
 * Curves hold where they were measured and nowhere else: the hot functions
 * return NaN outside, and `eirRangeFault` says in words what was out of range.
 * Leaves out standby losses and surge. Warm water is for `chiller-carnot.ts`.
 */

import { zeroCelsius } from '../constants.ts';
import { OutOfRangeError, requireRange } from '../errors.ts';

/** A chiller's published curves; temperatures of the polynomials in °C. */
export interface EirDesign {
  /** Heat that the record was calibrated at, or that it is scaled to [W]. */
  readonly ratedHeat: number;
  readonly ratedCop: number;
  /** a₁ … a₆ of a₁ + a₂x + a₃x² + a₄y + a₅y² + a₆xy; x leaving chilled water, y condenser water [°C]. */
  readonly capacityOfTemperature: ArrayLike<number>;
  readonly eirOfTemperature: ArrayLike<number>;
  /** b₁ … b₃ of b₁ + b₂z + b₃z², z load over capacity; ten of a bicubic in condenser leaving [°C] and z if reformulated. */
  readonly eirOfLoad: ArrayLike<number>;
  /** z below which the machine cycles; below which it no longer unloads; and its highest [1]. */
  readonly minimumLoad: number;
  readonly minimumUnloading: number;
  readonly maximumLoad: number;
  /** Where the curves were measured [K]. */
  readonly minimumEvaporatorLeaving: number;
  readonly maximumEvaporatorLeaving: number;
  /** Entering the condenser; leaving it if reformulated [K]. */
  readonly minimumCondenser: number;
  readonly maximumCondenser: number;
}

/** Curves copied for the hot loop; made by `preparedCurves`. */
export interface EirChiller extends EirDesign {
  readonly capacityOfTemperature: Float64Array;
  readonly eirOfTemperature: Float64Array;
  readonly eirOfLoad: Float64Array;
}

/** Rounding of a temperature or load that was meant to lie on the edge. */
export const edge = 1e-9;

/** A chiller by its curves in entering condenser temperature; three coefficients of load. */
export function eirChiller(design: EirDesign): EirChiller {
  return preparedCurves(design, 3);
}

/** The curves, checked and copied. @throws {OutOfRangeError} for a curve that is not whole or loads out of order */
export function preparedCurves(design: EirDesign, loadTerms: number): EirChiller {
  requireRange('rated heat', design.ratedHeat, [Number.MIN_VALUE, Number.MAX_VALUE], 'W');
  requireRange('rated COP', design.ratedCop, [0.1, 50], '[1]');
  requireCurve('capacity of temperature', design.capacityOfTemperature, 6);
  requireCurve('energy input ratio of temperature', design.eirOfTemperature, 6);
  requireCurve('energy input ratio of load', design.eirOfLoad, loadTerms);
  requireRange('maximum load', design.maximumLoad, [0.1, 2], '[1]');
  requireRange('minimum load', design.minimumLoad, [0, design.maximumLoad], '[1]');
  requireRange('minimum unloading', design.minimumUnloading, [design.minimumLoad, design.maximumLoad], '[1]');
  return {
    ...design,
    capacityOfTemperature: Float64Array.from(design.capacityOfTemperature),
    eirOfTemperature: Float64Array.from(design.eirOfTemperature),
    eirOfLoad: Float64Array.from(design.eirOfLoad),
  };
}

function requireCurve(name: string, coefficients: ArrayLike<number>, length: number): void {
  requireRange(`number of coefficients of ${name}`, coefficients.length, [length, length], '');
  for (let i = 0; i < length; i++) {
    const value = coefficients[i]!;
    if (!Number.isFinite(value)) throw new OutOfRangeError(`coefficient ${i + 1} of ${name}`, value, [-1e3, 1e3], '');
  }
}

/**
 * The most heat that the chiller takes.
 *
 *     Q_most = z_max Q₀ CAPFT(T_el, T_ce)
 *
 * @param chiller the curves
 * @param evaporatorLeaving T_el [K]
 * @param condenserEntering T_ce [K]; the leaving temperature of a reformulated chiller
 * @returns Q_most [W]; NaN outside the curves' data
 */
export function eirCapacity(chiller: EirChiller, evaporatorLeaving: number, condenserEntering: number): number {
  if (!covers(chiller, evaporatorLeaving, condenserEntering)) return NaN;
  const x = evaporatorLeaving - zeroCelsius;
  return (
    chiller.maximumLoad *
    chiller.ratedHeat *
    biquadratic(chiller.capacityOfTemperature, x, condenserEntering - zeroCelsius)
  );
}

/**
 * Electricity of a chiller by its curves in entering condenser temperature.
 *
 *     Q_av = Q₀ CAPFT(T_el, T_ce),  z = max(Q/Q_av, z_unload),  c = min(Q/(Q_av z_min), 1)
 *     P    = Q_av/COP₀ · EIRFT(T_el, T_ce) · EIRFPLR(z) · c
 *
 * @param chiller the curves
 * @param heat Q taken from the chilled circuit [W], ≥ 0
 * @param evaporatorLeaving T_el [K]
 * @param condenserEntering T_ce, water or air [K]
 * @returns P [W]; NaN outside the curves' data, see `eirRangeFault`
 *
 * EnergyPlus Engineering Reference, Electric Chiller Model Based on Condenser Entering Temperature;
 * Hydeman, Gillespie, ASHRAE Trans. 108(1) (2002).
 */
export function eirPower(
  chiller: EirChiller,
  heat: number,
  evaporatorLeaving: number,
  condenserEntering: number,
): number {
  if (!covers(chiller, evaporatorLeaving, condenserEntering)) return NaN;
  const x = evaporatorLeaving - zeroCelsius;
  const y = condenserEntering - zeroCelsius;
  const available = chiller.ratedHeat * biquadratic(chiller.capacityOfTemperature, x, y);
  const load = heat / available;
  if (!(load >= 0 && load <= chiller.maximumLoad + edge)) return NaN;
  const z = load > chiller.minimumUnloading ? load : chiller.minimumUnloading;
  const cycling = load < chiller.minimumLoad ? load / chiller.minimumLoad : 1;
  const b = chiller.eirOfLoad;
  const ofLoad = b[0]! + z * (b[1]! + z * b[2]!);
  return (available / chiller.ratedCop) * biquadratic(chiller.eirOfTemperature, x, y) * ofLoad * cycling;
}

/**
 * What is outside a chiller's data, in words.
 *
 * @param chiller the curves
 * @param heat Q [W]
 * @param evaporatorLeaving T_el [K]
 * @param condenser entering temperature [K]; leaving of a reformulated chiller
 * @returns a sentence for a report; nothing where the curves hold
 */
export function eirRangeFault(
  chiller: EirChiller,
  heat: number,
  evaporatorLeaving: number,
  condenser: number,
): string | undefined {
  const coldest = chiller.minimumEvaporatorLeaving;
  const warmest = chiller.maximumEvaporatorLeaving;
  if (!within(evaporatorLeaving, coldest, warmest)) {
    return `chilled water leaves at ${celsius(evaporatorLeaving)}; the curves hold from ${celsius(coldest)} to ${celsius(warmest)}`;
  }
  if (!within(condenser, chiller.minimumCondenser, chiller.maximumCondenser)) {
    return `the condenser is at ${celsius(condenser)}; the curves hold from ${celsius(chiller.minimumCondenser)} to ${celsius(chiller.maximumCondenser)}`;
  }
  const most = eirCapacity(chiller, evaporatorLeaving, condenser);
  if (!(heat >= 0 && heat <= most * (1 + edge))) {
    return `${kilowatt(heat)} are wanted; the chiller takes 0 to ${kilowatt(most)} at these temperatures`;
  }
  return undefined;
}

function celsius(value: number): string {
  return `${(value - zeroCelsius).toFixed(1)} °C`;
}

function kilowatt(value: number): string {
  return `${(value / 1000).toFixed(1)} kW`;
}

function within(value: number, low: number, high: number): boolean {
  return value >= low - edge && value <= high + edge;
}

/** Whether both temperatures lie inside the data. */
export function covers(chiller: EirChiller, evaporatorLeaving: number, condenser: number): boolean {
  return (
    within(evaporatorLeaving, chiller.minimumEvaporatorLeaving, chiller.maximumEvaporatorLeaving) &&
    within(condenser, chiller.minimumCondenser, chiller.maximumCondenser)
  );
}

/** a₁ + a₂x + a₃x² + a₄y + a₅y² + a₆xy. */
export function biquadratic(a: Float64Array, x: number, y: number): number {
  return a[0]! + x * (a[1]! + x * a[2]!) + y * (a[3]! + y * a[4]!) + a[5]! * x * y;
}
