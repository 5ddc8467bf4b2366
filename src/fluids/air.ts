/**
 * Moist air as the fluid of a circuit.
 *
 * Flows are of dry air and the companion of a state is the humidity ratio.
 * Density, conductivity and viscosity are those of dry air at the standard
 * atmosphere; a circuit at altitude or with moist fans takes
 * `specificVolume(T, W, p)` of `moist-air.ts` instead. Condensation is left to
 * the coils: the enthalpy is of unsaturated air.
 */

import { standardPressure, zeroCelsius } from '../constants.ts';
import { requireTemperature } from '../errors.ts';
import { type EnthalpyCurve, enthalpyCurve } from './enthalpy-curve.ts';
import type { Fluid } from './fluid.ts';
import {
  dryAirGasConstant,
  dryAirSpecificHeat,
  enthalpy,
  evaporationHeat,
  temperatureOfEnthalpy,
  vapourSpecificHeat,
} from './humidity.ts';

const range: readonly [number, number] = [zeroCelsius - 70, zeroCelsius + 100];

/** ρ = p / (R T) [kg/m³] of dry air at 101 325 Pa; within 0.1 % of the real gas. */
function density(temperature: number): number {
  requireTemperature('temperature of air', temperature, range);
  return standardPressure / (dryAirGasConstant * temperature);
}

/**
 * Thermal conductivity of dry air at 101 325 Pa [W/(m·K)].
 *
 * Least-squares cubic on 100 Chebyshev points of Lemmon and Jacobsen, Int. J. Thermophys. 25 (2004) 21
 * (CoolProp 8.0.0), −70 … 100 °C; off by 0.002 % at worst.
 */
function conductivity(temperature: number): number {
  requireTemperature('temperature of air', temperature, range);
  const t = temperature - zeroCelsius;
  return 2.4360757e-2 + t * (7.6541825e-5 + t * (-4.456052e-8 + t * 5.09054e-11));
}

/** Dynamic viscosity of dry air [Pa·s]; source, range and method as `conductivity`, off by 0.003 % at worst. */
function viscosity(temperature: number): number {
  requireTemperature('temperature of air', temperature, range);
  const t = temperature - zeroCelsius;
  return 1.72187102e-5 + t * (5.01028888e-8 + t * (-3.7720421e-11 + t * 4.504083e-14));
}

/**
 * Gives a curve of moist air another humidity ratio W [kg/kg], in place and without looking for its inverse anew:
 *
 *     h = W 2 501 000 + (1006 + 1860 W) t
 *
 * is straight, and so is its inverse at every humidity: only the middle and the scale of its argument move.
 */
export function setHumidity(curve: EnthalpyCurve, humidityRatio: number): void {
  const specificHeat = dryAirSpecificHeat + humidityRatio * vapourSpecificHeat;
  const middle = (range[0] + range[1]) / 2 - zeroCelsius;
  const half = (range[1] - range[0]) / 2;
  curve[0] = specificHeat;
  curve[9] = humidityRatio * evaporationHeat;
  curve[10] = curve[9] + specificHeat * middle;
  curve[11] = 1 / (specificHeat * half);
}

/** Moist air. `enthalpy`, `temperature` and `specificHeat` do not check their range. */
export const air: Fluid = {
  id: 'air',
  title: 'Moist air',
  phase: 'air',
  range,
  density,
  specificHeat: () => dryAirSpecificHeat,
  conductivity,
  viscosity,
  enthalpy,
  temperature: temperatureOfEnthalpy,
  enthalpyCurve: (humidityRatio) =>
    enthalpyCurve([dryAirSpecificHeat + humidityRatio * vapourSpecificHeat], range, humidityRatio * evaporationHeat),
};
