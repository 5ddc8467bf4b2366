import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { boilingFluid, boilingFluidParameters } from '../../src/fluids/boiling.ts';
import { assumedWithoutError } from './assumed-without-error.ts';
import { boilingTables } from '../published/fluids-boiling.ts';
import { recordOf } from './record-of.ts';
import { worstErrors } from './worst-errors.ts';

const ids = [
  'novec-649',
  'hfe-7000',
  'hfe-7100',
  'fc-72',
  'hfo-1336mzz-z',
  'r1233zd-e',
  'r134a',
  'r1234ze-e',
  'r515b',
] as const;
const fluidOf = (id: string) => boilingFluid(recordOf(`coolants/${id}`, boilingFluidParameters));
const fluids = ids.map((id) => [id, fluidOf(id)] as const);

describe.each(boilingTables)('$id against its equation of state', ({ id, boilingPoint, rows }) => {
  const fluid = fluidOf(id);
  const saturation = fluid.saturation!;
  const worst = (of: (T: number) => number, column: number, scale: number): number =>
    Math.max(...rows.map((r) => (r[column] === null ? 0 : Math.abs(of(r[0] + 273.15) / (r[column]! * scale) - 1))));

  it('is within 0.5 % in saturation pressure and 1 % in latent heat', () => {
    expect(worst((T) => saturation.pressure(T), 1, 1000)).toBeLessThan(0.005);
    expect(worst((T) => saturation.latentHeat(T), 2, 1000)).toBeLessThan(0.01);
  });

  it('is in fact within 0.05 % in pressure, latent heat and both densities', () => {
    expect(worst((T) => saturation.pressure(T), 1, 1000)).toBeLessThan(5e-4);
    expect(worst((T) => saturation.latentHeat(T), 2, 1000)).toBeLessThan(5e-4);
    expect(worst((T) => fluid.density(T), 3, 1)).toBeLessThan(5e-4);
    expect(worst((T) => saturation.vapourDensity(T), 4, 1)).toBeLessThan(5e-4);
  });

  it('is within 0.1 % in density, 0.5 % in specific heat, 1 % in conductivity, 2 % in viscosity', () => {
    const errors = worstErrors(
      fluid,
      rows.map(([t, , , density, , specificHeat, conductivity, viscosity]) => ({
        temperature: t + 273.15,
        density,
        specificHeat,
        conductivity,
        viscosity: viscosity === null ? null : viscosity * 1e-3,
      })),
    );
    expect(errors.density).toBeLessThan(0.001);
    expect(errors.specificHeat).toBeLessThan(0.005);
    expect(errors.conductivity).toBeLessThan(0.01);
    expect(errors.viscosity).toBeLessThan(0.02);
    expect(worst((T) => saturation.surfaceTension(T), 8, 1e-3)).toBeLessThan(0.02);
  });

  it('boils at 1 atm where it should, if the table reaches there', () => {
    if (boilingPoint + 273.15 < fluid.range[0]) return;
    expect(Math.abs(saturation.temperature(101_325) - 273.15 - boilingPoint)).toBeLessThan(0.02);
  });
});

it.each(ids)('%s says of every value where it is from', (id) => {
  const record = recordOf(`coolants/${id}`, boilingFluidParameters);
  const told = [...record.sources, ...record.assumed].flatMap(({ of }) => of);
  expect(Object.keys(record.values).filter((name) => !told.includes(name))).toEqual([]);
});

it.each(ids)('%s says how far every value may be off that is not printed', (id) => {
  expect(assumedWithoutError(recordOf(`coolants/${id}`, boilingFluidParameters))).toEqual([]);
});

describe('fluids that no equation of state covers', () => {
  it('HFE-7100 boils at 61 °C and has 27 kPa and 1510 kg/m³ at 25 °C, as 3M prints', () => {
    const fluid = fluidOf('hfe-7100');
    expect(Math.abs(fluid.saturation!.temperature(101_325) - 334.15)).toBeLessThan(0.6);
    expect(fluid.saturation!.pressure(298.15)).toBeCloseTo(27e3, -3);
    expect(Math.abs(fluid.density(298.15) / 1510 - 1)).toBeLessThan(0.03); // 1.51 g/cm³ against the line's 1482
    expect(Math.abs(fluid.saturation!.latentHeat(334.15) / 112e3 - 1)).toBeLessThan(0.003);
    expect(Math.abs(fluid.viscosity(298.15) / 0.58e-3 - 1)).toBeLessThan(0.001);
    expect(Math.abs(fluid.specificHeat(298.15) / 1183 - 1)).toBeLessThan(0.001);
  });

  it('R515B has the liquid at 0 °C and the critical point that Honeywell prints of Solstice N15, as others quote it', () => {
    // 1258.4 kg/m³; 108.7 °C, 35.8 bar; 117.48 g/mol.
    expect(Math.abs(fluidOf('r515b').density(273.15) / 1258.4 - 1)).toBeLessThan(0.0005);
    const { criticalTemperature, criticalPressure, molarMass } = recordOf('coolants/r515b', boilingFluidParameters)
      .values as { criticalTemperature: number; criticalPressure: number; molarMass: number };
    expect(criticalTemperature - 273.15).toBeCloseTo(108.7, 0);
    expect(Math.abs(criticalPressure / 3.58e6 - 1)).toBeLessThan(0.005);
    expect(molarMass).toBeCloseTo(0.11748, 4);
  });

  it('HFE-7000 boils at 34 °C', () => {
    expect(Math.abs(fluidOf('hfe-7000').saturation!.temperature(101_325) - 307.15)).toBeLessThan(0.3);
  });

  it.each(fluids)('%s: the columns obey Clapeyron within 2 %', (_, fluid) => {
    const s = fluid.saturation!;
    for (let T = 283.15; T < fluid.range[1] - 5; T += 5) {
      const slope = (s.pressure(T + 0.5) - s.pressure(T - 0.5)) / 1;
      const latent = T * slope * (1 / s.vapourDensity(T) - 1 / fluid.density(T));
      expect(Math.abs(latent / s.latentHeat(T) - 1)).toBeLessThan(0.02);
    }
  });
});

describe.each(fluids)('%s', (_, fluid) => {
  const [low, high] = fluid.range;
  const saturation = fluid.saturation!;

  it('gives back temperature from enthalpy at every quality to 1e-12', () => {
    for (const quality of [0, 0.01, 0.3, 0.7, 1]) {
      for (let i = 0; i <= 50; i++) {
        const T = low + ((high - low) * i) / 50;
        expect(Math.abs(fluid.temperature(fluid.enthalpy(T, quality), quality) / T - 1)).toBeLessThan(1e-12);
      }
    }
  });

  it('rises in enthalpy with temperature at every quality, by the latent heat from liquid to vapour', () => {
    for (let T = low; T < high - 1; T += 1) {
      for (const quality of [0, 0.5, 1]) {
        expect(fluid.enthalpy(T + 1, quality)).toBeGreaterThan(fluid.enthalpy(T, quality));
      }
      expect(fluid.enthalpy(T, 1) - fluid.enthalpy(T, 0)).toBeCloseTo(saturation.latentHeat(T), 6);
    }
  });

  it('has pressure rising, and its temperature at a pressure is the inverse to 1e-10', () => {
    for (let T = low; T < high - 1; T += 1) {
      expect(saturation.pressure(T + 1)).toBeGreaterThan(saturation.pressure(T));
      expect(Math.abs(saturation.temperature(saturation.pressure(T + 0.5)) / (T + 0.5) - 1)).toBeLessThan(1e-10);
    }
  });

  it('refuses what lies outside its table', () => {
    for (const T of [low - 0.1, high + 0.1, Number.NaN]) {
      expect(() => fluid.density(T)).toThrow(OutOfRangeError);
      expect(() => fluid.viscosity(T)).toThrow(OutOfRangeError);
      expect(() => saturation.pressure(T)).toThrow(OutOfRangeError);
      expect(() => saturation.latentHeat(T)).toThrow(OutOfRangeError);
      expect(() => saturation.surfaceTension(T)).toThrow(OutOfRangeError);
    }
    expect(() => saturation.temperature(saturation.pressure(high) * 1.01)).toThrow(OutOfRangeError);
  });
});
