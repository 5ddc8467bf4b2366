/**
 * Single-phase dielectric coolants from records of the library: oils, synthetic
 * hydrocarbons, esters, perfluorocarbons for immersion baths.
 *
 * Density, specific heat and conductivity are straight lines through the
 * printed points, viscosity follows Walther. Leaves out ageing, dissolved
 * water and pressure.
 */

import { requireRange, requireTemperature } from '../errors.ts';
import type { LibraryRecord, Parameters, ValuesOf } from '../library/parameters.ts';
import type { Fluid } from './fluid.ts';
import { liquidEnthalpy } from './liquid-enthalpy.ts';
import { polynomialFit } from './polynomial-fit.ts';
import { zeroCelsius } from '../constants.ts';

const temperature = {
  quantity: 'temperature',
  range: [173.15, 573.15],
  about: 'Temperature of the point',
  order: 'rising',
} as const;

/** What a record of kind `dielectric` says. */
export const dielectricParameters = {
  density: {
    table: { temperature, density: { quantity: 'density', range: [500, 2500], about: 'Density', order: 'falling' } },
    about: 'Density at one or more temperatures',
  },
  specificHeat: {
    table: { temperature, specificHeat: { quantity: 'specific heat', range: [500, 5000], about: 'Specific heat' } },
    about: 'Specific heat at one or more temperatures',
  },
  conductivity: {
    table: {
      temperature,
      conductivity: { quantity: 'thermal conductivity', range: [0.02, 1], about: 'Thermal conductivity' },
    },
    about: 'Thermal conductivity at one or more temperatures',
  },
  viscosity: {
    table: {
      temperature,
      viscosity: { quantity: 'kinematic viscosity', range: [2e-7, 1e-2], about: 'Viscosity', order: 'falling' },
    },
    about: 'Kinematic viscosity at two or more temperatures',
  },
  lowestTemperature: { quantity: 'temperature', range: [173.15, 473.15], about: 'Properties hold from here' },
  highestTemperature: { quantity: 'temperature', range: [173.15, 573.15], about: 'Properties hold up to here' },
  pourPoint: {
    quantity: 'temperature',
    range: [100, 373.15],
    about: 'Temperature below which it does not flow',
    optional: true,
  },
  flashPoint: { quantity: 'temperature', range: [273.15, 773.15], about: 'Flash point', optional: true },
  boilingPoint: { quantity: 'temperature', range: [273.15, 773.15], about: 'Boils at 1 atm', optional: true },
  withdrawn: { text: true, about: 'When it left the market', optional: true },
  successor: { text: true, about: 'What is sold in its place', optional: true },
} as const satisfies Parameters;

/** How far a printed point may lie from the straight line, or the viscosity from Walther's, relative. */
const tolerance = 0.02;

/**
 * A dielectric liquid from its record.
 *
 *     ρ, c_p, k = a + b t
 *     log₁₀ log₁₀(ν / mm²/s + 0.7) = A − B log₁₀ T,   μ = ρ ν
 *
 * Walther's constants come from the lowest and highest printed temperature.
 * The plain form of ASTM D341 is meant for ν > 2 mm²/s; thinner liquids follow
 * it between two printed points, not far beyond them.
 *
 * @param record a record of kind `dielectric`
 * @returns the fluid; `enthalpy`, `temperature` and `specificHeat` do not check their range
 * @throws {OutOfRangeError} if printed points lie off the laws by more than 2 %
 *
 * ASTM D341, Standard Practice for Viscosity-Temperature Equations and Charts for Liquid Petroleum or Hydrocarbon Products.
 */
export function dielectricFluid(record: LibraryRecord): Fluid {
  const values = record.values as ValuesOf<typeof dielectricParameters>;
  const range: readonly [number, number] = [values.lowestTemperature, values.highestTemperature];
  const line = (t: Float64Array, y: Float64Array): readonly number[] => polynomialFit(t, y, 1, tolerance);
  const [d0, d1] = line(values.density.temperature, values.density.density);
  const [k0, k1] = line(values.conductivity.temperature, values.conductivity.conductivity);
  const heat = liquidEnthalpy(
    polynomialFit(values.specificHeat.temperature, values.specificHeat.specificHeat, 1, tolerance),
    range,
  );
  const kinematicViscosity = waltherViscosity(values.viscosity.temperature, values.viscosity.viscosity);
  const named = `temperature of ${record.id}`;
  const density = (temperature: number): number => {
    requireTemperature(named, temperature, range);
    return d0 + d1 * (temperature - zeroCelsius);
  };

  return {
    id: record.id.replace(/^coolants\//, ''),
    title: record.title,
    phase: 'liquid',
    range,
    ...(values.pourPoint === undefined ? {} : { freezing: values.pourPoint }),
    density,
    specificHeat: heat.specificHeat,
    conductivity(temperature) {
      requireTemperature(named, temperature, range);
      return k0 + k1 * (temperature - zeroCelsius);
    },
    viscosity: (temperature) => density(temperature) * kinematicViscosity(temperature),
    enthalpy: heat.enthalpy,
    temperature: heat.temperature,
    enthalpyCurve: heat.enthalpyCurve,
  };
}

/** ν(T) [m²/s] by Walther's line through the first and last point; the points between are checked. */
function waltherViscosity(temperatures: Float64Array, viscosities: Float64Array): (temperature: number) => number {
  const last = temperatures.length - 1;
  requireRange('points of viscosity', temperatures.length, [2, 1000], '1');
  const ordinate = (viscosity: number): number => Math.log(Math.log(viscosity * 1e6 + 0.7));
  const x0 = Math.log(temperatures[0]);
  const y0 = ordinate(viscosities[0]);
  const slope = (ordinate(viscosities[last]) - y0) / (Math.log(temperatures[last]) - x0);
  const viscosity = (temperature: number): number =>
    1e-6 * (Math.exp(Math.exp(y0 + slope * (Math.log(temperature) - x0))) - 0.7);
  for (let i = 1; i < last; i++) {
    const miss = viscosity(temperatures[i]) / viscosities[i] - 1;
    requireRange(`departure from Walther's line at ${temperatures[i]} K`, miss, [-tolerance, tolerance], '1');
  }
  return viscosity;
}
