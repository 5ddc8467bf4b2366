/**
 * Propylene and ethylene glycol in water, 0 to 60 % by mass, from freezing to
 * 100 °C, by Melinder's polynomials.
 *
 * Leaves out inhibitors, ageing and pressure. The technology coolant PG25 and
 * the frost-proof loops of dry coolers.
 */

import { zeroCelsius } from '../constants.ts';
import { requireRange, requireTemperature } from '../errors.ts';
import type { Fluid } from './fluid.ts';
import type { SpecificHeatCoefficients } from './enthalpy-curve.ts';
import { liquidEnthalpy } from './liquid-enthalpy.ts';
import { ethyleneGlycol, propyleneGlycol, temperaturePolynomial, type GlycolCoefficients } from './melinder.ts';

export const glycols = ['propylene', 'ethylene'] as const;
export type Glycol = (typeof glycols)[number];

/** The largest mass fraction Melinder's polynomials were made for [1]. */
export const maximumGlycolFraction = 0.6;

/** Temperature at which volumes are measured when a coolant is mixed [K]. */
const mixingTemperature = zeroCelsius + 20;

const coefficients: Readonly<Record<Glycol, GlycolCoefficients>> = {
  propylene: propyleneGlycol,
  ethylene: ethyleneGlycol,
};

/**
 * A mixture of glycol and water as a fluid.
 *
 * Density, specific heat and conductivity are polynomials of (T − T_m) at the
 * given mass fraction, viscosity the exponential of one; the enthalpy is the
 * exact integral of the specific heat. `enthalpy`, `temperature` and
 * `specificHeat` do not check their range.
 *
 * Holds for: freezing … 100 °C. At X = 0 and 10 to 60 °C the polynomials are within 0.1 % of water in density and
 * specific heat, 0.5 % in conductivity and 1.5 % in viscosity.
 *
 * @param glycol which of the two
 * @param massFraction X [1], 0 … 0.6
 * @throws {OutOfRangeError} for a fraction outside its range, or NaN
 *
 * Å. Melinder, Properties of Secondary Working Fluids for Indirect Systems, IIR/IIF, Paris 2010.
 */
export function glycolWater(glycol: Glycol, massFraction: number): Fluid {
  requireRange('mass fraction of glycol', massFraction, [0, maximumGlycolFraction], '[1]');
  const { meanFraction, meanTemperature, title, ...surfaces } = coefficients[glycol];
  const freezing = freezingTemperature(glycol, massFraction);
  const range: readonly [number, number] = [freezing, zeroCelsius + 100];
  const [d0, d1, d2, d3] = temperaturePolynomial(surfaces.density, meanFraction, massFraction);
  const [k0, k1, k2, k3] = temperaturePolynomial(surfaces.conductivity, meanFraction, massFraction);
  const [m0, m1, m2, m3] = temperaturePolynomial(surfaces.logViscosity, meanFraction, massFraction);
  const heat = liquidEnthalpy(
    aboutZeroCelsius(
      temperaturePolynomial(surfaces.specificHeat, meanFraction, massFraction),
      meanTemperature - zeroCelsius,
    ),
    range,
  );
  const percent = Number((100 * massFraction).toPrecision(6));
  const named = `temperature of ${title} in water`;

  return {
    id: `${glycol}-glycol-${percent}-mass`,
    title: `Water with ${percent} % ${title} by mass`,
    phase: 'liquid',
    range,
    freezing,
    density(temperature) {
      requireTemperature(named, temperature, range);
      const x = temperature - meanTemperature;
      return d0 + x * (d1 + x * (d2 + x * d3));
    },
    specificHeat: heat.specificHeat,
    conductivity(temperature) {
      requireTemperature(named, temperature, range);
      const x = temperature - meanTemperature;
      return k0 + x * (k1 + x * (k2 + x * k3));
    },
    viscosity(temperature) {
      requireTemperature(named, temperature, range);
      const x = temperature - meanTemperature;
      return 1e-3 * Math.exp(m0 + x * (m1 + x * (m2 + x * m3)));
    },
    enthalpy: heat.enthalpy,
    temperature: heat.temperature,
    enthalpyCurve: heat.enthalpyCurve,
  };
}

/**
 * Temperature at which the first ice appears in a mixture of glycol and water.
 *
 * Melinder's polynomial has small terms in temperature as well, remains of a
 * common fit; they are taken at T_m, where they vanish.
 *
 * @param massFraction X [1], 0 … 0.6
 * @returns T [K]; at X = 0 within 0.05 K of 273.15
 * @throws {OutOfRangeError} for a fraction outside its range, or NaN
 */
export function freezingTemperature(glycol: Glycol, massFraction: number): number {
  requireRange('mass fraction of glycol', massFraction, [0, maximumGlycolFraction], '[1]');
  const { freezing, meanFraction } = coefficients[glycol];
  return zeroCelsius + temperaturePolynomial(freezing, meanFraction, massFraction)[0];
}

/**
 * Mass fraction of a mixture made of a volume fraction of glycol at 20 °C.
 *
 *     X = φ ρ_g / (φ ρ_g + (1 − φ) ρ_w)
 *
 * φ counts volumes before mixing. ρ_w is the polynomial at X = 0, ρ_g its line
 * through X = 0.59 and 0.6 drawn on to X = 1, so that both belong to one
 * set of data: 1053 kg/m³ for propylene, 1125 for ethylene glycol, where the
 * pure liquids have 1036 and 1113: X comes out 0.003 high at 25 % by volume.
 *
 * @param volumeFraction φ [1], 0 … as much as gives X = 0.6
 * @returns X [1]
 * @throws {OutOfRangeError} for a fraction outside its range, or NaN
 */
export function massFractionOfVolumeFraction(glycol: Glycol, volumeFraction: number): number {
  requireRange('volume fraction of glycol', volumeFraction, [0, 1], '[1]');
  const near = densityAt(glycol, maximumGlycolFraction - 0.01);
  const last = densityAt(glycol, maximumGlycolFraction);
  const pure = last + ((last - near) / 0.01) * (1 - maximumGlycolFraction);
  const mass = volumeFraction * pure;
  return mass / (mass + (1 - volumeFraction) * densityAt(glycol, 0));
}

function densityAt(glycol: Glycol, massFraction: number): number {
  const { density, meanFraction, meanTemperature } = coefficients[glycol];
  const [d0, d1, d2, d3] = temperaturePolynomial(density, meanFraction, massFraction);
  const x = mixingTemperature - meanTemperature;
  return d0 + x * (d1 + x * (d2 + x * d3));
}

/** The cubic in (t − mean) written out in powers of t. */
function aboutZeroCelsius(
  [a0, a1, a2, a3]: readonly [number, number, number, number],
  mean: number,
): SpecificHeatCoefficients {
  return [a0 - mean * (a1 - mean * (a2 - mean * a3)), a1 - mean * (2 * a2 - 3 * a3 * mean), a2 - 3 * a3 * mean, a3];
}
