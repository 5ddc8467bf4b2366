/**
 * A dry cooler: finned coils with fans that cool a liquid with outdoor air.
 *
 * Crossflow by effectiveness and transfer units; films follow both flows and
 * both temperatures. What a fan fixes is volume, so thin air at altitude and
 * hot air cool less. Leaves out fouling, wind, freezing and the drive's own
 * losses. Used by dry and adiabatic coolers, free coolers and hybrid plants.
 */

import { zeroCelsius } from '../constants.ts';
import { requireRange, requireTemperature } from '../errors.ts';
import {
  coolantFilmResistance,
  coolantTemperatureTerm,
  type DryCoils,
  filmAt,
  fractionForHeat,
  meanHeat,
  relativeDensity,
  seeAir,
} from './dry-coils.ts';
import { crossflowTransferUnits } from './effectiveness.ts';

/** The duty a dry cooler is built for. */
export interface DryCoolerDuty {
  /** Heat moved to the air [W]. */
  readonly heat: number;
  /** Coolant entering and leaving [K]. */
  readonly inletTemperature: number;
  readonly outletTemperature: number;
  /** Coolant through the coils [kg/s]. */
  readonly coolantFlow: number;
  /** Outdoor air [K] and its pressure [Pa]. */
  readonly airTemperature: number;
  readonly pressure: number;
  /** Capacity rate of the air over that of the coolant [1]; 1 if absent. */
  readonly airCapacityRatio?: number;
  /** Electricity of the fans at full speed and this density over volume flow, W/(m³/s) = Pa; 260 if absent. */
  readonly specificFanPower?: number;
  /** Film of the air over that of the coolant, hA_a/hA_c [1]; 0.5 if absent. */
  readonly filmRatio?: number;
  /** Speed below which fans cycle on and off [1]; 0.3 if absent. */
  readonly minimumSpeed?: number;
  /** Air moved with all fans off, over that at full speed [1]; 0.125 if absent. */
  readonly freeAirFraction?: number;
  /** Part of the air entering the coils that has just left them [1]; 0 if absent. */
  readonly recirculation?: number;
}

/**
 * A dry cooler ready for the hot loop. `airFraction` is the mean air flow over
 * that at full speed: from 1 down to minimum speed the speed itself; below, the
 * fans cycle between minimum speed and standing still; below the free air
 * fraction a valve lets part of the coolant pass by the coils.
 */
export interface DryCooler {
  /** UA at the duty [W/K]. */
  readonly conductance: number;
  /** Air at full speed [m³/s], dry air at the duty's density [kg/s], and fan power there [W]. */
  readonly airVolumeFlow: number;
  readonly ratedAirFlow: number;
  readonly ratedFanPower: number;
  readonly minimumSpeed: number;
  readonly freeAirFraction: number;

  /**
   * Temperature of the leaving coolant, mixed with what passes by [K].
   *
   * @param inlet coolant [K]
   * @param coolantFlow ṁ [kg/s], > 0
   * @param coolantCapacityRate C = ṁ c_p [W/K], > 0
   * @param airInlet outdoor air, behind a pad if there is one [K]
   * @param pressure of the air [Pa]
   * @param airFraction 0 … 1
   */
  leavingTemperature(
    inlet: number,
    coolantFlow: number,
    coolantCapacityRate: number,
    airInlet: number,
    pressure: number,
    airFraction: number,
  ): number;

  /**
   * The air fraction that just cools the coolant to a wanted temperature [1].
   *
   * 0 where nothing has to be cooled; Infinity where full speed does not reach it.
   *
   * @param leaving wanted temperature [K]
   * @param guess the last answer; anything outside 0 … 1 if there is none
   */
  airFraction(
    leaving: number,
    inlet: number,
    coolantFlow: number,
    coolantCapacityRate: number,
    airInlet: number,
    pressure: number,
    guess: number,
  ): number;

  /** Electricity of the fans [W]: (ρ/ρ₀) y³ of the rated from minimum speed up, below it that of minimum speed for the time they run. */
  fanPower(airFraction: number, airInlet: number, pressure: number): number;

  /**
   * Heat that coolant standing in the coils loses for each kelvin above the air [W/K]; the
   * coils are as warm as what stands in them, which is the most it can be.
   *
   *     G = C_a (1 − exp(−hA_a/C_a)),  hA_a = (1 + f) UA y^0.8
   *
   * @param airFraction 0 … 1; free convection at least
   */
  standingLoss(airFraction: number, airInlet: number, pressure: number): number;

  /** Dry air that leaves to the surroundings, without what comes back [kg/s]. */
  airMassFlow(airFraction: number, airInlet: number, pressure: number): number;
}

/**
 * Specific heat of the air [J/(kg dry·K)], with 5 g/kg of vapour. At 20 g/kg it
 * would be 2.7 % more: the cooler is that little too small in the tropics.
 */
const airSpecificHeat = 1015;

/** R/(molar mass) of dry air [J/(kg·K)]; ASHRAE Handbook Fundamentals 2017, ch. 1, eq. 1. */
const airGasConstant = 287.042;

const positive = [Number.MIN_VALUE, Number.MAX_VALUE] as const;
const temperature = [200, 400] as const;

/**
 * A dry cooler that just does its duty at full speed.
 *
 *     ε = Q/(C_min (T_in − T_air')),  UA = NTU(ε, C_min/C_max) C_min,  1/UA = 1/hA_c + 1/hA_a
 *     hA_c ∝ (1 + s (T_in − T_in0)) ṁ^0.85,   s = 0.014/(1 + 0.014 t_in0)
 *     hA_a ∝ (1 + 7.8532e-4 (T_air − T_air0)) ṁ_a^0.8
 *     ṁ_a  = y V̇ p/(R T_air)                                        V̇ at full speed
 *     T_air' = T_air + r/(1 − r) · Q/C_a                             with recirculation r
 *     Q    = ε C_min (T_in − T_air) / (1 + r/(1 − r) · ε C_min/C_a)
 *
 * The exponents and the temperature terms (for water; glycols are near) are
 * those of the Modelica Buildings library [1]. There air mass
 * follows fan speed alone; here volume does, which adds altitude. Between
 * minimum speed and standing fans, heat is the mean of both over time.
 *
 * Holds for: one liquid that does not change phase, flows down to about a
 * tenth of the rated; below it UA is on the low side.
 *
 * @param duty see `DryCoolerDuty`
 * @returns the cooler
 * @throws {OutOfRangeError} for a value without sense, or a duty across the pinch
 *
 * [1] Modelica Buildings Library, HeatExchangers.DryCoilEffectivenessNTU (exponents), BaseClasses.HADryCoil
 *     (temperature terms), CoolingTowers.DryCooler; they rest on M. Wetter, LBNL-42354 and LBNL-42355 (1999).
 */
export function sizeDryCooler(duty: DryCoolerDuty): DryCooler {
  const { heat, inletTemperature, airTemperature, coolantFlow, pressure } = duty;
  const { airCapacityRatio = 1, specificFanPower = 260, filmRatio = 0.5 } = duty;
  const { minimumSpeed = 0.3, freeAirFraction = 0.125, recirculation = 0 } = duty;
  requireDuty(duty);
  requireRange('air capacity ratio', airCapacityRatio, positive, '[1]');
  requireRange('specific fan power', specificFanPower, [0, 1e5], 'W/(m³/s)');
  requireRange('film ratio', filmRatio, positive, '[1]');
  requireRange('minimum speed', minimumSpeed, [0.01, 1], '[1]');
  requireRange('free air fraction', freeAirFraction, [0, 0.99 * minimumSpeed], '[1]');
  requireRange('recirculation', recirculation, [0, 0.9], '[1]');

  const coolantRate = heat / (inletTemperature - duty.outletTemperature);
  const ratedAirRate = coolantRate * airCapacityRatio;
  const ratedAirFlow = ratedAirRate / airSpecificHeat;
  const ratedDensity = pressure / (airGasConstant * airTemperature);
  const airVolumeFlow = ratedAirFlow / ratedDensity;
  const returning = recirculation / (1 - recirculation);
  const onCoil = airTemperature + (returning * heat) / ratedAirRate;
  const smaller = Math.min(coolantRate, ratedAirRate);
  const units = crossflowTransferUnits(
    heat / (smaller * (inletTemperature - onCoil)),
    smaller / Math.max(coolantRate, ratedAirRate),
  );
  const conductance = units * smaller;
  const ratedFanPower = specificFanPower * airVolumeFlow;

  // 1/UA = (1 + 1/f)/hA_c with hA_a = f hA_c.
  const coolantResistance = 1 / (conductance * (1 + 1 / filmRatio));
  const coils: DryCoils = {
    coolantResistance,
    airResistance: coolantResistance / filmRatio,
    logCoolantFlow: Math.log(coolantFlow),
    coolantTerm: coolantTemperatureTerm / (1 + coolantTemperatureTerm * (inletTemperature - zeroCelsius)),
    inletTemperature,
    airTemperature,
    massPerDensity: airTemperature / pressure,
    ratedAirRate,
    returning,
    minimumSpeed,
    freeAirFraction,
    minimumSpeedFilm: filmAt(minimumSpeed),
    freeFilm: filmAt(freeAirFraction),
    last: {
      flow: NaN,
      flowResistance: NaN,
      airInlet: NaN,
      pressure: NaN,
      fullAirRate: NaN,
      fullAirResistance: NaN,
      slope: NaN,
    },
  };
  return {
    conductance,
    airVolumeFlow,
    ratedAirFlow,
    ratedFanPower,
    minimumSpeed,
    freeAirFraction,

    leavingTemperature(inlet, flow, capacityRate, airInlet, airPressure, airFraction) {
      seeAir(coils, airInlet, airPressure);
      const coolant = coolantFilmResistance(coils, inlet, flow);
      return inlet - meanHeat(coils, coolant, capacityRate, inlet - airInlet, airFraction) / capacityRate;
    },

    airFraction(leaving, inlet, flow, capacityRate, airInlet, airPressure, guess) {
      if (inlet - leaving <= 0) return 0;
      if (!(leaving > airInlet)) return Infinity;
      seeAir(coils, airInlet, airPressure);
      const coolant = coolantFilmResistance(coils, inlet, flow);
      const wanted = capacityRate * (inlet - leaving);
      return fractionForHeat(coils, coolant, capacityRate, inlet - airInlet, wanted, guess);
    },

    fanPower(airFraction, airInlet, airPressure) {
      const full = ratedFanPower * relativeDensity(coils, airInlet, airPressure);
      if (airFraction >= minimumSpeed) return full * airFraction * airFraction * airFraction;
      if (!(airFraction > freeAirFraction)) return 0;
      const running = (airFraction - freeAirFraction) / (minimumSpeed - freeAirFraction);
      return full * running * minimumSpeed * minimumSpeed * minimumSpeed;
    },

    standingLoss(airFraction, airInlet, airPressure) {
      const fraction = airFraction > freeAirFraction ? airFraction : freeAirFraction;
      const rate = fraction * ratedAirRate * relativeDensity(coils, airInlet, airPressure);
      return rate > 0 ? -rate * Math.expm1(-1 / (coils.airResistance * filmAt(fraction) * rate)) : 0;
    },

    airMassFlow(airFraction, airInlet, airPressure) {
      return (airFraction * ratedAirFlow * relativeDensity(coils, airInlet, airPressure)) / (1 + returning);
    },
  };
}

function requireDuty(duty: DryCoolerDuty): void {
  requireRange('heat', duty.heat, positive, 'W');
  requireTemperature('inlet temperature', duty.inletTemperature, temperature);
  requireTemperature('outlet temperature', duty.outletTemperature, [200, duty.inletTemperature]);
  requireRange('coolant flow', duty.coolantFlow, positive, 'kg/s');
  requireTemperature('air temperature', duty.airTemperature, temperature);
  requireRange('pressure', duty.pressure, [1e4, 2e5], 'Pa');
}
