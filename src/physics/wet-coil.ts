/**
 * A cooling coil whose surface may be colder than the dew point of the air: by
 * effectiveness and transfer units on temperatures where it is dry and on
 * enthalpies where it is wet, with the boundary between the two searched for.
 *
 * Multi-row water coils come close to counterflow. Leaves out frost, the
 * resistance of the condensate's film and water that the air carries along.
 * Used by CRAHs and fan walls whose hall is humidified.
 */

import { zeroCelsius } from '../constants.ts';
import { OutOfRangeError, requireRange, requireTemperature } from '../errors.ts';
import {
  dewPoint,
  enthalpy,
  saturatedEnthalpy,
  saturatedHumidityRatio,
  temperatureOfEnthalpy,
  temperatureOfSaturatedEnthalpy,
} from '../fluids/moist-air.ts';
import { water } from '../fluids/water.ts';
import { counterflowEffectiveness } from './effectiveness.ts';
import {
  boundary,
  type CoilInlets,
  findBoundary,
  keptAlongLine,
  known,
  moistSpecificHeat,
} from './wet-coil-boundary.ts';

export type { CoilInlets };

/** What comes out. */
export interface CoilAnswer {
  /** Enthalpy that the air loses [W], and the part of it that its temperature tells. */
  heat: number;
  sensibleHeat: number;
  /** Heat into the water [W]: `heat` less what the condensate takes along. */
  waterHeat: number;
  airOutlet: number;
  humidityRatioOutlet: number;
  waterOutlet: number;
  /** Water that drips off [kg/s]. */
  condensate: number;
  /** Surface that would leave the air as it leaves: the apparatus dew point of the wet part; its coldest end if dry [K]. */
  surfaceTemperature: number;
  /** Part of the surface that is wet [1]. */
  wetShare: number;
}

export function coilAnswer(): CoilAnswer {
  return {
    heat: 0,
    sensibleHeat: 0,
    waterHeat: 0,
    airOutlet: NaN,
    humidityRatioOutlet: NaN,
    waterOutlet: NaN,
    condensate: 0,
    surfaceTemperature: NaN,
    wetShare: 0,
  };
}

/** κ of the second round is that of the first; a third would move the heat by less than 3e-4. */
const rounds = 2;

const positive = [Number.MIN_VALUE, Number.MAX_VALUE] as const;

/**
 * Air cooled by a counterflow coil, dry, partly wet or wet.
 *
 *     dry part    Q_d = C_a (T_in − T_x) = f UA L                      L log mean difference
 *     boundary    a (T_x − T_dew) = w (T_dew − y)                      surface at the dew point
 *     wet part    Q_w = ε(NTU*, C*) C*_min (h(T_x, W) − h_s(T_w))      ε of counterflow
 *                 C*_a = ṁ_a,  C*_w = C_w/(κ c_s),  1/UA* = (c_a/a + κ b/w)/(1 − f)
 *                 c_s  = (h_s(y) − h_s(T_w))/(y − T_w)                 along the water
 *                 b    = (h_s(T_m) − h_s(T_wm))/(T_m − T_wm)           across its film, at the means
 *                 y    = T_w + κ Q_w/C_w,  κ = 1 − condensate h_f(T_s)/Q_w
 *     air out     h_s(T_s) = h_x − Q_w/(ṁ_a (1 − e⁻ⁿ)),  T_out = T_s + (T_x − T_s) e⁻ⁿ,  n = (1 − f) a/(ṁ_a c_a)
 *                 W_out from h_out = h_x − Q_w/ṁ_a and T_out, no more than saturated
 *     water       Q = ṁ_a (h_in − h_out) − ṁ_a (W − W_out) h_f(T_s)
 *
 * a, w films of air and water, f the dry part of the surface. The method of [1]
 * for a partly wet coil with y as the only unknown. Its short cut, the larger
 * of all dry and all wet, is not taken, so that heat and condensate have no
 * jump where a coil becomes wet. Two things are changed: [1] takes c_s also for
 * b, which makes the surface too cold, and gives the water the enthalpy of the
 * condensate. Against the differential equations in 200 cells the heat into the
 * water is then within 1 % in a hall (13 °C … 35 °C, 1 atm) and 4 % anywhere,
 * where [1] is up to 5 % high; the condensate within 2 % of the moisture that
 * could be removed. A test holds all of these. Where the straight line from
 * inlet to surface runs through the fog the leaving air is put on the
 * saturation line at its enthalpy.
 *
 * Holds for: equal transfer of heat and moisture (Lewis number 1), surface
 * above 0 °C where wet. Warmer water than air heats the air, dry.
 *
 * @param inlets see `CoilInlets`
 * @param answer written and returned; see `CoilAnswer`
 * @returns `answer`
 * @throws {OutOfRangeError} for a value without sense, supersaturated air, or frost
 *
 * [1] J. E. Braun, Methodologies for the Design and Control of Central Cooling Plants, PhD thesis, University of
 *     Wisconsin-Madison (1988), as cited by and written out in the Modelica Buildings Library,
 *     HeatExchangers.BaseClasses.WetCoilWetRegime, and in ACHP, appendix on the partly wet evaporator.
 */
export function coolMoistAir(inlets: CoilInlets, answer: CoilAnswer): CoilAnswer {
  requireInlets(inlets);
  allDry(inlets, answer);
  const { humidityRatio, pressure, airTemperature, waterTemperature } = inlets;
  if (!(waterTemperature < airTemperature)) return answer;
  const dew = dewPoint(humidityRatio, pressure);
  if (dew > airTemperature + 1e-6) {
    const most = saturatedHumidityRatio(airTemperature, pressure);
    throw new OutOfRangeError('humidity ratio of the entering air', humidityRatio, [0, most], 'kg/kg');
  }
  if (dew <= answer.surfaceTemperature) return answer;
  if (waterTemperature < zeroCelsius) {
    throw new OutOfRangeError('water in a wet coil', waterTemperature, [zeroCelsius, airTemperature], 'K (frost)');
  }
  known.dew = Math.min(dew, airTemperature);
  known.saturatedInlet = saturatedEnthalpy(waterTemperature, pressure);
  known.kept = keptAlongLine(inlets);
  for (let round = 0; round < rounds; round++) {
    findBoundary(inlets);
    leave(inlets, answer);
    if (boundary.wetHeat > 0) {
      known.kept = 1 - (answer.condensate * water.enthalpy(answer.surfaceTemperature, 0)) / boundary.wetHeat;
    }
  }
  return answer;
}

function requireInlets(inlets: CoilInlets): void {
  requireRange('air flow', inlets.airFlow, positive, 'kg/s');
  requireTemperature('air temperature', inlets.airTemperature, [223.15, 373.15]);
  requireRange('humidity ratio', inlets.humidityRatio, [Number.MIN_VALUE, 1], 'kg/kg');
  requireRange('pressure', inlets.pressure, [3e4, 1.2e5], 'Pa');
  requireTemperature('water temperature', inlets.waterTemperature, [223.15, 373.15]);
  requireRange('water capacity rate', inlets.waterCapacityRate, positive, 'W/K');
  requireRange('air conductance', inlets.airConductance, positive, 'W/K');
  requireRange('water conductance', inlets.waterConductance, positive, 'W/K');
}

/** The coil as if nothing could condense. */
function allDry(inlets: CoilInlets, answer: CoilAnswer): void {
  const { airTemperature, waterTemperature, waterCapacityRate, airConductance: a, waterConductance: w } = inlets;
  const airRate = inlets.airFlow * moistSpecificHeat(inlets);
  const smaller = Math.min(airRate, waterCapacityRate);
  const effectiveness = counterflowEffectiveness(
    (a * w) / (a + w) / smaller,
    smaller / Math.max(airRate, waterCapacityRate),
  );
  const heat = effectiveness * smaller * (airTemperature - waterTemperature);
  answer.heat = answer.sensibleHeat = answer.waterHeat = heat;
  answer.airOutlet = airTemperature - heat / airRate;
  answer.humidityRatioOutlet = inlets.humidityRatio;
  answer.waterOutlet = waterTemperature + heat / waterCapacityRate;
  answer.condensate = 0;
  answer.wetShare = 0;
  answer.surfaceTemperature = (a * answer.airOutlet + w * waterTemperature) / (a + w);
}

/** The leaving states from the boundary. */
function leave(inlets: CoilInlets, answer: CoilAnswer): void {
  const { airFlow, airTemperature, humidityRatio, pressure, waterTemperature } = inlets;
  const specific = moistSpecificHeat(inlets);
  const reached = -Math.expm1((-(1 - boundary.dryShare) * inlets.airConductance) / (airFlow * specific));
  const atBoundary = enthalpy(boundary.air, humidityRatio);
  const leaving = atBoundary - boundary.wetHeat / airFlow;
  if (reached > 0) {
    const effective = Math.min(
      saturatedEnthalpy(known.dew, pressure),
      Math.max(known.saturatedInlet, atBoundary - boundary.wetHeat / (airFlow * reached)),
    );
    answer.surfaceTemperature = temperatureOfSaturatedEnthalpy(effective, pressure, waterTemperature);
    answer.airOutlet = boundary.air + (answer.surfaceTemperature - boundary.air) * reached;
    answer.humidityRatioOutlet = Math.min(humidityRatio, humidityOf(leaving, answer.airOutlet));
  }
  if (answer.humidityRatioOutlet > saturatedHumidityRatio(answer.airOutlet, pressure)) {
    const onLine = temperatureOfSaturatedEnthalpy(leaving, pressure, answer.airOutlet);
    answer.humidityRatioOutlet = Math.min(humidityRatio, saturatedHumidityRatio(onLine, pressure));
  }
  answer.airOutlet = temperatureOfEnthalpy(leaving, answer.humidityRatioOutlet);
  answer.condensate = airFlow * (humidityRatio - answer.humidityRatioOutlet);
  answer.heat = airFlow * (enthalpy(airTemperature, humidityRatio) - leaving);
  answer.sensibleHeat = airFlow * specific * (airTemperature - answer.airOutlet);
  answer.waterHeat = answer.heat - answer.condensate * water.enthalpy(answer.surfaceTemperature, 0);
  answer.waterOutlet = waterTemperature + answer.waterHeat / inlets.waterCapacityRate;
  answer.wetShare = 1 - boundary.dryShare;
}

/** W of air of h [J/kg dry air] at T [K]. */
function humidityOf(enthalpyOfAir: number, temperature: number): number {
  const t = temperature - zeroCelsius;
  return (enthalpyOfAir - 1006 * t) / (2_501_000 + 1860 * t);
}
