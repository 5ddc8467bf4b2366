/**
 * Liquid water at atmospheric pressure, 0 to 100 °C.
 *
 * Published equations, but for the specific heat, whose polynomial is ours
 * because the solver needs a cheap exact integral. Leaves out pressure: from
 * 0.1 to 1 MPa the density changes by 0.04 %, the specific heat by 0.07 %.
 * The coolant of facility, condenser and chilled loops.
 */

import { zeroCelsius } from '../constants.ts';
import { requireTemperature } from '../errors.ts';
import type { Fluid } from './fluid.ts';
import { liquidEnthalpy } from './liquid-enthalpy.ts';

const range: readonly [number, number] = [zeroCelsius, zeroCelsius + 100];

/**
 * Least-squares quartic on 200 Chebyshev points of IAPWS-95 at 101 325 Pa
 * (CoolProp 8.0.0); off by 0.92 J/(kg·K), 0.022 %, at worst (at 0 °C).
 */
const heat = liquidEnthalpy([4218.5216, -2.91126, 7.236303e-2, -7.229799e-4, 2.881618e-6], range);

/**
 * Density of liquid water at atmospheric pressure.
 *
 *     ρ = (Σ a_i tⁱ) / (1 + 16.879850e-3 t)
 *
 * Holds for: 0 … 100 °C at 101 325 Pa; within 15 ppm of IAPWS-95.
 *
 * @param temperature T [K], 273.15 … 373.15
 * @returns ρ [kg/m³]
 * @throws {OutOfRangeError} for a temperature outside the range, or NaN
 *
 * G. S. Kell, Density, thermal expansivity, and compressibility of liquid water, J. Chem. Eng. Data 20 (1975) 97, eq. 16.
 */
function density(temperature: number): number {
  requireTemperature('temperature of water', temperature, range);
  const t = temperature - zeroCelsius;
  const numerator =
    999.83952 + t * (16.945176 + t * (-7.9870401e-3 + t * (-46.170461e-6 + t * (105.56302e-9 + t * -280.54253e-12))));
  return numerator / (1 + 16.87985e-3 * t);
}

/**
 * Thermal conductivity of liquid water at 0.1 MPa.
 *
 *     k = Σ c_i (T / 300 K)^d_i
 *
 * Holds for: 0 … 100 °C; within 0.003 % of the IAPWS formulation of 2011.
 *
 * @param temperature T [K], 273.15 … 373.15
 * @returns k [W/(m·K)]
 * @throws {OutOfRangeError} for a temperature outside the range, or NaN
 *
 * IAPWS SR6-08 (2011), Thermophysical Properties of Ordinary Water at 0.1 MPa, section on thermal conductivity;
 * Pátek et al., J. Phys. Chem. Ref. Data 38 (2009) 21.
 */
function conductivity(temperature: number): number {
  requireTemperature('temperature of water', temperature, range);
  const x = Math.log(temperature / 300);
  return (
    1.663 * Math.exp(-1.15 * x) -
    1.7781 * Math.exp(-3.4 * x) +
    1.1567 * Math.exp(-6 * x) -
    0.432115 * Math.exp(-7.6 * x)
  );
}

/**
 * Dynamic viscosity of liquid water at 0.1 MPa.
 *
 *     μ = 1 µPa·s · Σ a_i (T / 300 K)^b_i
 *
 * Holds for: 0 … 100 °C; within 0.003 % of the IAPWS formulation of 2008.
 *
 * @param temperature T [K], 273.15 … 373.15
 * @returns μ [Pa·s]
 * @throws {OutOfRangeError} for a temperature outside the range, or NaN
 *
 * IAPWS SR6-08 (2011), section on viscosity; Pátek et al., J. Phys. Chem. Ref. Data 38 (2009) 21.
 */
function viscosity(temperature: number): number {
  requireTemperature('temperature of water', temperature, range);
  const x = Math.log(temperature / 300);
  return (
    280.68e-6 * Math.exp(-1.9 * x) +
    511.45e-6 * Math.exp(-7.7 * x) +
    61.131e-6 * Math.exp(-19.6 * x) +
    0.45903e-6 * Math.exp(-40 * x)
  );
}

/** Liquid water, 0 to 100 °C. `enthalpy`, `temperature` and `specificHeat` do not check their range. */
export const water: Fluid = {
  id: 'water',
  title: 'Water',
  phase: 'liquid',
  range,
  freezing: zeroCelsius,
  density,
  specificHeat: heat.specificHeat,
  conductivity,
  viscosity,
  enthalpy: heat.enthalpy,
  temperature: heat.temperature,
  enthalpyCurve: heat.enthalpyCurve,
};
