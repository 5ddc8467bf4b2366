/**
 * An open cooling tower by Merkel's method: leaving water for a fan speed, and
 * the fan speed for a leaving water.
 *
 * Air is a fluid of saturated air's enthalpy against wet bulb, in counterflow
 * with the water; conductance follows air, water and wet bulb. Leaves out
 * plume, icing and the basin's heat. Water lost to the air stands in
 * `evaporation.ts`. Used by the tower machine: sized once, called every hour.
 */

import { OutOfRangeError, requireRange, requireTemperature } from '../errors.ts';
import { saturatedEnthalpy, temperatureOfSaturatedEnthalpy } from '../fluids/moist-air.ts';
import { type MonotoneCurve, monotoneCurve } from '../numerics/monotone-curve.ts';
import { counterflowTransferUnits } from './effectiveness.ts';
import { airFactor, merkelAir, merkelLeaving, waterFactor, wetBulbFactor } from './merkel.ts';

/** A tower as sized; plain numbers. */
export interface MerkelRating {
  /** UA at rated flows and wet bulb, per specific heat of 1006 J/(kg·K): UA/1006 [kg/s]. */
  readonly transfer: number;
  /** Dry air at full fan speed and rated pressure [kg/s]. */
  readonly airFlow: number;
  readonly waterFlow: number;
  /** c of water in balances [J/(kg·K)]. */
  readonly specificHeat: number;
  readonly wetBulb: number;
  readonly pressure: number;
  /** Electricity of the fans at full speed [W]. */
  readonly fanPower: number;
  /** Lowest steady speed; below it the fans cycle [1]. */
  readonly minimumSpeed: number;
  /** Air that moves with the fans off, over rated [1]. */
  readonly freeConvection: number;
  readonly fanCurve: MonotoneCurve;
}

/** A tower ready for the hourly loop; its functions allocate nothing. */
export interface MerkelTower {
  readonly rating: MerkelRating;
  /**
   * Leaving water [K] at a fan speed [1], 0 … 1. Below the minimum speed the fans cycle: the
   * mean of running and standing, weighted by time. Water that enters below the wet bulb leaves as it came.
   */
  leavingTemperature(inlet: number, waterFlow: number, wetBulb: number, pressure: number, airFraction: number): number;
  /**
   * The fan speed [1] that just gives a leaving water, from a guess (the last answer, or 0). 1 where even full speed
   * does not reach it, 0 where standing fans cool too far: `leavingTemperature` at that answer tells what is reached.
   */
  airFraction(
    leaving: number,
    inlet: number,
    waterFlow: number,
    wetBulb: number,
    pressure: number,
    guess: number,
  ): number;
  /** Electricity of the fans [W] at a speed [1], as the mean over cycles below the minimum speed. */
  fanPower(airFraction: number): number;
  /** Dry air through the tower [kg/s], free convection included. */
  airFlow(airFraction: number, pressure: number): number;
}

/**
 * Electricity over rated against speed: the points of the Buildings library's towers, all on the cube; the monotone curve
 * between them leaves the cube by up to 12 %.
 */
const commonFanCurve = monotoneCurve([0, 0.1, 0.3, 0.6, 1], [0, 0.001, 0.027, 0.216, 1]);

/**
 * A tower that does a duty at a design wet bulb.
 *
 *     Q = ṁ_w c (T_in − T_out) = ṁ_a (h_s(T_o) − h_s(T_wb)),   c_e = (h_s(T_o) − h_s(T_wb))/(T_o − T_wb)
 *     UA = NTU(ε, C) C_min · 1006/c_e,   ε = Q/(C_min (T_in − T_wb)),   C_air = ṁ_a c_e
 *
 * UA is divided by the factors of flow and wet bulb at the rating, so that the
 * rated point is met exactly; the Buildings library leaves its factor of 1.0039 in.
 *
 * @param design.waterFlow ṁ_w [kg/s], > 0
 * @param design.inlet, design.leaving water temperatures T_in, T_out [K], T_in > T_out > T_wb
 * @param design.wetBulb T_wb [K]
 * @param design.pressure of the outdoor air [Pa]
 * @param design.waterToAir ṁ_w/ṁ_a (L/G) [1], > 0; c_e(T_wb, T_wb + 5 K)/c if absent, balanced capacity rates
 * @param design.specificHeat c of the water [J/(kg·K)]; 4184 if absent
 * @param design.fanPower at full speed [W], ≥ 0
 * @param design.minimumSpeed [1], 0 … 0.9; 0.3 if absent
 * @param design.freeConvection [1], 0 … 0.5; 0.125 if absent
 * @param design.fanCurve electricity over rated against speed; the common cube-like curve if absent
 * @returns the tower
 * @throws {OutOfRangeError} for a duty that no counterflow of these flows does, or an argument outside its range
 *
 * EnergyPlus 8.9 Engineering Reference, Cooling Towers based on Merkel's theory; factors of Scheier (private
 * communication cited there), as in Modelica Buildings, CoolingTowers.Merkel.
 */
export function sizeMerkelTower(design: {
  readonly waterFlow: number;
  readonly inlet: number;
  readonly leaving: number;
  readonly wetBulb: number;
  readonly pressure: number;
  readonly fanPower: number;
  readonly waterToAir?: number;
  readonly specificHeat?: number;
  readonly minimumSpeed?: number;
  readonly freeConvection?: number;
  readonly fanCurve?: MonotoneCurve;
}): MerkelTower {
  const { waterFlow, inlet, leaving, wetBulb, pressure, fanPower } = design;
  const { specificHeat = 4184, minimumSpeed = 0.3, freeConvection = 0.125, fanCurve = commonFanCurve } = design;
  requireRange('water flow', waterFlow, [Number.MIN_VALUE, Number.MAX_VALUE], 'kg/s');
  requireTemperature('wet bulb', wetBulb, [233.15, 323.15]);
  requireTemperature('leaving water', leaving, [wetBulb + 0.1, 343.15]);
  requireTemperature('entering water', inlet, [leaving + 0.1, 353.15]);
  requireRange('pressure', pressure, [3e4, 1.2e5], 'Pa');
  requireRange('fan power', fanPower, [0, Number.MAX_VALUE], 'W');
  requireRange('minimum speed', minimumSpeed, [0, 0.9], '[1]');
  requireRange('free convection', freeConvection, [0, 0.5], '[1]');
  const airFlow = waterFlow / (design.waterToAir ?? balancedRatio(wetBulb, pressure, specificHeat));
  const transfer = ratedTransfer(design, airFlow, specificHeat) / (airFactor(1) * waterFactor(1));
  return merkelTower({
    transfer,
    airFlow,
    waterFlow,
    specificHeat,
    wetBulb,
    pressure,
    fanPower,
    minimumSpeed,
    freeConvection,
    fanCurve,
  });
}

/** L/G at which air of 5 K rise in wet bulb has the capacity rate of the water [1]. */
function balancedRatio(wetBulb: number, pressure: number, specificHeat: number): number {
  return (saturatedEnthalpy(wetBulb + 5, pressure) - saturatedEnthalpy(wetBulb, pressure)) / 5 / specificHeat;
}

/** UA/1006 that the design point needs [kg/s]. */
function ratedTransfer(
  design: {
    readonly waterFlow: number;
    readonly inlet: number;
    readonly leaving: number;
    readonly wetBulb: number;
    readonly pressure: number;
  },
  airFlow: number,
  specificHeat: number,
): number {
  const { waterFlow, inlet, leaving, wetBulb, pressure } = design;
  const waterRate = waterFlow * specificHeat;
  const heat = waterRate * (inlet - leaving);
  const enthalpyOut = saturatedEnthalpy(wetBulb, pressure) + heat / airFlow;
  const airOut = temperatureOfSaturatedEnthalpy(enthalpyOut, pressure, wetBulb + 5);
  if (!(airOut < inlet)) throw new OutOfRangeError('wet bulb of leaving air', airOut, [wetBulb, inlet], 'K');
  const equivalent = heat / airFlow / (airOut - wetBulb);
  const smaller = Math.min(waterRate, airFlow * equivalent);
  const larger = Math.max(waterRate, airFlow * equivalent);
  const units = counterflowTransferUnits(heat / (smaller * (inlet - wetBulb)), smaller / larger);
  return (units * smaller) / equivalent;
}

/** A tower from its rating; see `MerkelTower` for what it answers and `sizeMerkelTower` for the model. */
export function merkelTower(rating: MerkelRating): MerkelTower {
  const { minimumSpeed, freeConvection } = rating;

  /** UA/1006 without the air's factor [kg/s]. */
  function transferAt(waterFlow: number, wetBulb: number): number {
    return rating.transfer * waterFactor(waterFlow / rating.waterFlow) * wetBulbFactor(rating.wetBulb - wetBulb);
  }

  /** Dry air [kg/s] for a speed above the minimum, or for free convection. The fans move volume: mass goes with pressure. */
  function movedAir(fraction: number, pressure: number): number {
    return (rating.airFlow * fraction * pressure) / rating.pressure;
  }

  function leavingTemperature(
    inlet: number,
    waterFlow: number,
    wetBulb: number,
    pressure: number,
    airFraction: number,
  ): number {
    if (!(inlet > wetBulb && waterFlow > 0)) return inlet;
    const capacityRate = waterFlow * rating.specificHeat;
    const transfer = transferAt(waterFlow, wetBulb);
    const steady = Math.max(airFraction, minimumSpeed);
    const running = merkelLeaving(
      transfer,
      capacityRate,
      inlet,
      wetBulb,
      pressure,
      movedAir(steady, pressure),
      rating.airFlow,
    );
    if (airFraction >= minimumSpeed) return running;
    const still = merkelLeaving(
      transfer,
      capacityRate,
      inlet,
      wetBulb,
      pressure,
      movedAir(freeConvection, pressure),
      rating.airFlow,
    );
    return still + (Math.max(0, airFraction) / minimumSpeed) * (running - still);
  }

  function airFraction(
    leaving: number,
    inlet: number,
    waterFlow: number,
    wetBulb: number,
    pressure: number,
    guess: number,
  ): number {
    if (!(waterFlow > 0) || leaving >= inlet) return 0;
    if (leaving <= wetBulb) return 1;
    const transfer = transferAt(waterFlow, wetBulb);
    const capacityRate = waterFlow * rating.specificHeat;
    const full = movedAir(1, pressure);
    const started = guess > 0 && guess <= 1 ? Math.max(guess, minimumSpeed) : 0.7;
    const air = merkelAir(
      transfer,
      capacityRate,
      leaving,
      inlet,
      wetBulb,
      pressure,
      full * started,
      full,
      rating.airFlow,
    );
    const fraction = air / full;
    if (fraction >= minimumSpeed) return Math.min(1, fraction);
    const running = leavingTemperature(inlet, waterFlow, wetBulb, pressure, minimumSpeed);
    const still = leavingTemperature(inlet, waterFlow, wetBulb, pressure, 0);
    if (!(still > leaving)) return 0;
    // A tower far too large cools as well with standing fans: then the two differ by rounding.
    return still - running > still - leaving ? ((still - leaving) / (still - running)) * minimumSpeed : minimumSpeed;
  }

  const powerAtMinimum = rating.fanPower * rating.fanCurve.value(minimumSpeed);

  function fanPower(airFraction: number): number {
    if (airFraction >= minimumSpeed) return rating.fanPower * rating.fanCurve.value(airFraction);
    return airFraction > 0 ? (airFraction / minimumSpeed) * powerAtMinimum : 0;
  }

  function airFlow(airFraction: number, pressure: number): number {
    if (airFraction >= minimumSpeed) return movedAir(airFraction, pressure);
    const running = Math.max(0, airFraction) / minimumSpeed;
    return movedAir(running * minimumSpeed + (1 - running) * freeConvection, pressure);
  }

  return { rating, leavingTemperature, airFraction, fanPower, airFlow };
}
