import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { dielectricFluid, dielectricParameters } from '../../src/fluids/dielectric.ts';
import { fluidByName } from '../../src/fluids/fluid-by-name.ts';
import { assumedWithoutError } from './assumed-without-error.ts';
import { recordOf } from './record-of.ts';

const ids = ['pao-2', 'synthetic-hydrocarbon', 'natural-ester', 'white-mineral-oil', 'fc-40'] as const;
const records = ids.map((id) => [id, recordOf(`coolants/${id}`, dielectricParameters)] as const);

describe.each(records)('%s', (id, record) => {
  const fluid = dielectricFluid(record);
  const values = record.values as Record<string, Record<string, Float64Array>>;
  const printed = (table: string): [number, number][] =>
    Array.from(values[table]['temperature'], (T, i) => [T, values[table][table][i]]);

  it('gives back what is printed', () => {
    for (const [T, density] of printed('density')) expect(fluid.density(T)).toBeCloseTo(density, 8);
    for (const [T, heat] of printed('specificHeat')) expect(fluid.specificHeat(T)).toBeCloseTo(heat, 8);
    for (const [T, k] of printed('conductivity')) expect(fluid.conductivity(T)).toBeCloseTo(k, 12);
    for (const [T, nu] of printed('viscosity')) expect(fluid.viscosity(T) / fluid.density(T) / nu).toBeCloseTo(1, 10);
  });

  it('gives back temperature from enthalpy to 1e-12', () => {
    for (let T = fluid.range[0]; T <= fluid.range[1]; T += 0.5) {
      expect(Math.abs(fluid.temperature(fluid.enthalpy(T, 0), 0) / T - 1)).toBeLessThan(1e-12);
    }
  });

  it('thins as it warms, and refuses what lies outside its range', () => {
    for (let T = fluid.range[0]; T < fluid.range[1] - 1; T += 1) {
      expect(fluid.viscosity(T + 1)).toBeLessThan(fluid.viscosity(T));
    }
    expect(() => fluid.viscosity(fluid.range[1] + 1)).toThrow(OutOfRangeError);
    expect(() => fluid.density(Number.NaN)).toThrow(OutOfRangeError);
  });

  it('says of every value where it is from', () => {
    const told = [...record.sources, ...record.assumed].flatMap(({ of }) => of);
    expect(Object.keys(values).filter((name) => !told.includes(name))).toEqual([]);
  });

  it('says how far every value may be off that is not printed', () => {
    expect(assumedWithoutError(record)).toEqual([]);
  });

  it('is found by its name', () => {
    expect(fluidByName(id, (asked) => ({ ...record, id: asked })).id).toBe(id);
  });
});

it('Walther carries a mineral oil of 100 mm²/s at 40 °C and 11.2 at 100 °C to 30.47 mm²/s at 67 °C', () => {
  // ASTM D341: log log(ν + 0.7) is straight against log T. By hand: Z(40) = log log 100.7 = 0.301687,
  // Z(100) = log log 11.9 = 0.031629, log T = 2.495752, 2.571883, at 67 °C 2.531670: Z = 0.174276, ν = 30.47.
  const record = recordOf('coolants/white-mineral-oil', dielectricParameters);
  const viscosity = { temperature: Float64Array.of(313.15, 373.15), viscosity: Float64Array.of(100e-6, 11.2e-6) };
  const fluid = dielectricFluid({ ...record, values: { ...record.values, viscosity } });
  expect((fluid.viscosity(340.15) / fluid.density(340.15)) * 1e6).toBeCloseTo(30.47, 2);
});

it('refuses printed points that no straight line can follow', () => {
  const record = recordOf('coolants/pao-2', dielectricParameters);
  const density = { temperature: Float64Array.of(290, 320, 350), density: Float64Array.of(800, 700, 790) };
  expect(() => dielectricFluid({ ...record, values: { ...record.values, density } })).toThrow(OutOfRangeError);
});
