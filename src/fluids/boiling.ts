/**
 * Coolants that boil, from records of the library: fluids of two-phase tanks
 * and of pumped two-phase cold plates.
 *
 * Tables against temperature along the saturation line. Leaves out superheated
 * vapour, pressure's effect on the liquid, and dissolved air. The specific heat
 * is that of the liquid at constant pressure; along the saturation line the
 * enthalpy rises up to 2 % less steeply (R134a at 60 °C), the rest 0.2 %.
 */

import { zeroCelsius } from '../constants.ts';
import { NotConvergedError, requireRange, requireTemperature } from '../errors.ts';
import type { LibraryRecord, Parameters, ValuesOf } from '../library/parameters.ts';
import { monotoneCurve } from '../numerics/monotone-curve.ts';
import type { Fluid, Saturation } from './fluid.ts';
import { gasViscosity } from './gas-viscosity.ts';
import { liquidEnthalpy, type LiquidEnthalpy } from './liquid-enthalpy.ts';
import { polynomialFit, polynomialSlope, polynomialValue } from './polynomial-fit.ts';

const temperature = {
  quantity: 'temperature',
  range: [173.15, 573.15],
  about: 'Temperature of the point',
  order: 'rising',
} as const;

/** What a record of kind `boiling-fluid` says. */
export const boilingFluidParameters = {
  saturation: {
    table: {
      temperature,
      pressure: { quantity: 'absolute pressure', range: [1, 2e7], about: 'Saturation pressure', order: 'rising' },
      latentHeat: { quantity: 'enthalpy', range: [1e4, 3e6], about: 'Heat of vaporisation', order: 'falling' },
      liquidDensity: { quantity: 'density', range: [300, 2500], about: 'Saturated liquid', order: 'falling' },
      vapourDensity: { quantity: 'density', range: [1e-3, 1000], about: 'Saturated vapour', order: 'rising' },
    },
    about: 'The saturation line',
  },
  specificHeat: {
    table: { temperature, specificHeat: { quantity: 'specific heat', range: [500, 5000], about: 'Of the liquid' } },
    about: 'Specific heat of the liquid',
  },
  conductivity: {
    table: {
      temperature,
      conductivity: { quantity: 'thermal conductivity', range: [0.02, 1], about: 'Of the liquid', order: 'falling' },
    },
    about: 'Thermal conductivity of the liquid',
  },
  viscosity: {
    table: {
      temperature,
      viscosity: { quantity: 'dynamic viscosity', range: [1e-5, 1e-1], about: 'Of the liquid', order: 'falling' },
    },
    about: 'Dynamic viscosity of the liquid',
  },
  surfaceTension: {
    table: {
      temperature,
      surfaceTension: { quantity: 'surface tension', range: [1e-4, 0.1], about: 'Liquid to vapour', order: 'falling' },
    },
    about: 'Surface tension',
  },
  criticalTemperature: { quantity: 'temperature', range: [273.15, 773.15], about: 'Critical temperature' },
  criticalPressure: { quantity: 'absolute pressure', range: [1e5, 3e7], about: 'Critical pressure' },
  molarMass: { quantity: 'molar mass', range: [0.01, 1], about: 'Molar mass' },
  withdrawn: { text: true, about: 'When it left the market', optional: true },
  successor: { text: true, about: 'What is sold in its place', optional: true },
} as const satisfies Parameters;

type BoilingValues = ValuesOf<typeof boilingFluidParameters>;

/** How far a printed specific or latent heat may lie from its polynomial, relative. */
const tolerance = 0.003;

/**
 * A boiling fluid from its record.
 *
 *     h(T, x) = ∫ c_p dT + x h_fg(T)
 *
 * c_p and h_fg are quartics of t by least squares; ln p and ln ρ_v run
 * through the points against 1/T, ln μ too, the rest against T, by monotone
 * cubics, so printed values come back as printed.
 *
 * Holds for: the temperatures of the saturation table.
 *
 * @param record a record of kind `boiling-fluid`
 * @returns the fluid; `enthalpy`, `temperature` and `specificHeat` do not check their range
 * @throws {OutOfRangeError} if a table of heats cannot be followed within 0.3 %
 */
export function boilingFluid(record: LibraryRecord): Fluid {
  const values = record.values as BoilingValues;
  const table = values.saturation;
  const range: readonly [number, number] = [table.temperature[0], table.temperature[table.temperature.length - 1]];
  const named = `temperature of ${record.id}`;
  const heat = liquidEnthalpy(
    polynomialFit(values.specificHeat.temperature, values.specificHeat.specificHeat, 4, tolerance),
    range,
  );
  const latent = polynomialFit(table.temperature, table.latentHeat, 4, tolerance);

  return {
    id: record.id.replace(/^coolants\//, ''),
    title: record.title,
    phase: 'boiling',
    range,
    density: linearCurve(named, range, table.temperature, table.liquidDensity),
    specificHeat: heat.specificHeat,
    conductivity: linearCurve(named, range, values.conductivity.temperature, values.conductivity.conductivity),
    viscosity: exponentialCurve(named, range, values.viscosity.temperature, values.viscosity.viscosity),
    enthalpy: (temperature, quality) =>
      heat.enthalpy(temperature) + quality * polynomialValue(latent, temperature - zeroCelsius),
    temperature: mixtureTemperature(record.id, heat, latent, range),
    enthalpyCurve: heat.enthalpyCurve,
    saturation: saturationOf(named, range, values, latent),
  };
}

/** T(h, x): Newton from the liquid's inverse with the latent heat of the middle of the range. */
function mixtureTemperature(
  id: string,
  heat: LiquidEnthalpy,
  latent: readonly number[],
  range: readonly [number, number],
): (enthalpy: number, quality: number) => number {
  const usual = polynomialValue(latent, (range[0] + range[1]) / 2 - zeroCelsius);
  return (enthalpy, quality) => {
    if (quality === 0) return heat.temperature(enthalpy);
    let temperature = heat.temperature(enthalpy - quality * usual);
    temperature = Math.min(range[1], Math.max(range[0], temperature));
    for (let count = 0; count < 30; count++) {
      const t = temperature - zeroCelsius;
      const miss = heat.enthalpy(temperature) + quality * polynomialValue(latent, t) - enthalpy;
      const step = miss / (heat.specificHeat(temperature) + quality * polynomialSlope(latent, t));
      temperature -= step;
      if (Math.abs(step) < 1e-6) return temperature;
    }
    throw new NotConvergedError(`temperature of ${id}`, [
      { owner: id, equation: 'h(T, x) = h', value: enthalpy, unit: 'J/kg' },
    ]);
  };
}

function saturationOf(
  named: string,
  range: readonly [number, number],
  values: BoilingValues,
  latent: readonly number[],
): Saturation {
  const { temperature, pressure, vapourDensity } = values.saturation;
  const logPressure = monotoneCurve(descending(temperature.map((t) => 1 / t)), descending(pressure.map(Math.log)));
  const inverse = monotoneCurve(pressure.map(Math.log), temperature);
  const pressureRange: readonly [number, number] = [pressure[0], pressure[pressure.length - 1]];

  return {
    pressure(T) {
      requireTemperature(named, T, range);
      return Math.exp(logPressure.value(1 / T));
    },
    temperature(p) {
      requireRange(`saturation pressure at the ${named}`, p, pressureRange, 'Pa');
      const wanted = Math.log(p);
      let u = 1 / inverse.value(wanted);
      for (let count = 0; count < 4; count++) u += (wanted - logPressure.value(u)) / logPressure.slope(u);
      return 1 / u;
    },
    latentHeat(T) {
      requireTemperature(named, T, range);
      return polynomialValue(latent, T - zeroCelsius);
    },
    vapourDensity: exponentialCurve(named, range, temperature, vapourDensity),
    surfaceTension: linearCurve(named, range, values.surfaceTension.temperature, values.surfaceTension.surfaceTension),
    vapourViscosity(T) {
      requireTemperature(named, T, range);
      return gasViscosity(T, values);
    },
    criticalPressure: values.criticalPressure,
    molarMass: values.molarMass,
  };
}

/** y(T) through the points; straight beyond them, as a sheet with a few points is used over the whole range. */
function linearCurve(
  named: string,
  range: readonly [number, number],
  temperatures: Float64Array,
  ys: Float64Array,
): (temperature: number) => number {
  const curve = monotoneCurve(temperatures, ys);
  return (temperature) => {
    requireTemperature(named, temperature, range);
    return curve.value(temperature);
  };
}

/** y(T) with ln y through the points against 1/T, as Clausius–Clapeyron and Andrade have it. */
function exponentialCurve(
  named: string,
  range: readonly [number, number],
  temperatures: Float64Array,
  ys: Float64Array,
): (temperature: number) => number {
  const curve = monotoneCurve(descending(temperatures.map((t) => 1 / t)), descending(ys.map(Math.log)));
  return (temperature) => {
    requireTemperature(named, temperature, range);
    return Math.exp(curve.value(1 / temperature));
  };
}

/** The values from last to first: 1/T falls where T rises, and a curve wants rising abscissae. */
function descending(values: Float64Array): Float64Array {
  return values.slice().reverse();
}
