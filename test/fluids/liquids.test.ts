import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import type { Fluid } from '../../src/fluids/fluid.ts';
import { fluidByName, isBuiltInFluidName } from '../../src/fluids/fluid-by-name.ts';
import { freezingTemperature, glycolWater, massFractionOfVolumeFraction } from '../../src/fluids/glycol.ts';
import { water } from '../../src/fluids/water.ts';
import { ashraeGlycolTables, glycolTables } from '../published/fluids-glycol.ts';
import { iapwsAt25, waterRows, waterRowsAt300kPa } from '../published/fluids-water.ts';
import { worstErrors } from './worst-errors.ts';

const noRecords = (id: string): never => {
  throw new Error(`no record ${id}`);
};
const glycols = [0.05, 0.25, 0.4, 0.6].flatMap((x) => [glycolWater('propylene', x), glycolWater('ethylene', x)]);

function rowsAsStates(rows: readonly (readonly [number, number, number, number, number])[]) {
  return rows.map(([t, density, specificHeat, conductivity, viscosity]) => ({
    temperature: t + 273.15,
    density,
    specificHeat,
    conductivity,
    viscosity: viscosity * 1e-3,
  }));
}

describe('water', () => {
  const errors = worstErrors(water, rowsAsStates(waterRows));

  it('is within 0.1 % in density, 0.5 % in specific heat, 1 % in conductivity, 2 % in viscosity of IAPWS', () => {
    expect(errors.density).toBeLessThan(0.001);
    expect(errors.specificHeat).toBeLessThan(0.005);
    expect(errors.conductivity).toBeLessThan(0.01);
    expect(errors.viscosity).toBeLessThan(0.02);
  });

  it('at 300 kPa is still within 0.02 % in density and 0.04 % in specific heat', () => {
    const pressed = worstErrors(water, rowsAsStates(waterRowsAt300kPa));
    expect(pressed.density).toBeLessThan(2e-4);
    expect(pressed.specificHeat).toBeLessThan(4e-4);
    expect(pressed.conductivity).toBeLessThan(0.01);
    expect(pressed.viscosity).toBeLessThan(0.02);
  });

  it('keeps the worst errors its docstrings state', () => {
    expect(errors.density).toBeLessThan(20e-6); // 15 ppm, and 5 ppm for half the last digit of the table
    expect(errors.specificHeat).toBeLessThan(2.5e-4);
    expect(errors.conductivity).toBeLessThan(1.2e-4); // half the last digit of the table is 9e-5
    expect(errors.viscosity).toBeLessThan(1.8e-4);
  });

  it('meets the check values of the IAPWS releases at 25 °C', () => {
    expect(water.density(298.15) / iapwsAt25.density).toBeCloseTo(1, 5);
    expect(water.specificHeat(298.15) / iapwsAt25.specificHeat).toBeCloseTo(1, 3);
    expect(Math.abs(water.viscosity(298.15) / iapwsAt25.viscosity - 1)).toBeLessThan(5e-4);
    expect(Math.abs(water.conductivity(298.15) / iapwsAt25.conductivity - 1)).toBeLessThan(2.5e-3);
  });
});

describe('glycol in water', () => {
  for (const table of glycolTables) {
    it(`repeats Melinder's ${table.glycol} glycol at ${table.massFraction} by mass to the printed digits`, () => {
      const errors = worstErrors(glycolWater(table.glycol, table.massFraction), rowsAsStates(table.rows));
      expect(errors.density).toBeLessThan(6e-6);
      expect(errors.specificHeat).toBeLessThan(1.6e-5);
      expect(errors.conductivity).toBeLessThan(1.6e-4);
      expect(errors.viscosity).toBeLessThan(1.2e-4);
    });
  }

  for (const table of ashraeGlycolTables) {
    it(`is near the Handbook's ${table.glycol} glycol at ${table.massFraction} by mass`, () => {
      const errors = worstErrors(glycolWater(table.glycol, table.massFraction), rowsAsStates(table.rows));
      expect(errors.density).toBeLessThan(0.0105);
      expect(errors.specificHeat).toBeLessThan(0.02);
      expect(errors.conductivity).toBeLessThan(0.02);
      expect(errors.viscosity).toBeLessThan(table.massFraction > 0.55 ? 0.15 : 0.07);
    });
  }

  it('at no glycol is water within 0.1 % in density and specific heat, 0.5 % in conductivity, 1.5 % in viscosity', () => {
    const rows = rowsAsStates(waterRows.filter(([t]) => t >= 10 && t <= 60));
    for (const glycol of ['propylene', 'ethylene'] as const) {
      const errors = worstErrors(glycolWater(glycol, 0), rows);
      expect(errors.density).toBeLessThan(0.001);
      expect(errors.specificHeat).toBeLessThan(0.001);
      expect(errors.conductivity).toBeLessThan(0.005);
      expect(errors.viscosity).toBeLessThan(0.015);
    }
  });

  it('25 % by volume is 26.005 % by mass of propylene and 27.327 % of ethylene glycol', () => {
    // Lawrence Berkeley National Laboratory, Buildings Library, volumeToMassFraction at 20 °C, to five digits.
    expect(massFractionOfVolumeFraction('propylene', 0.25)).toBeCloseTo(0.26005, 5);
    expect(massFractionOfVolumeFraction('propylene', 0.4)).toBeCloseTo(0.41276, 5);
    expect(massFractionOfVolumeFraction('ethylene', 0.25)).toBeCloseTo(0.27327, 5);
  });

  it('freezes lower with every per cent', () => {
    for (const glycol of ['propylene', 'ethylene'] as const) {
      expect(Math.abs(freezingTemperature(glycol, 0) - 273.15)).toBeLessThan(0.05);
      for (let x = 0.01; x <= 0.6; x += 0.01) {
        expect(freezingTemperature(glycol, x)).toBeLessThan(freezingTemperature(glycol, x - 0.01));
      }
    }
  });

  it('freezes where a maker says: 30 % propylene glycol by mass at −12.7 °C ± 0.7 K', () => {
    // Dow, DOWFROST Engineering and Operating Guide, freezing points, 30 % by weight: −12.8 °C (9 °F), from memory.
    expect(Math.abs(freezingTemperature('propylene', 0.3) - 273.15 + 12.7)).toBeLessThan(0.7);
  });

  it('refuses more than 60 %, less than nothing and no number', () => {
    for (const x of [0.61, -0.01, Number.NaN]) expect(() => glycolWater('ethylene', x)).toThrow(OutOfRangeError);
  });
});

describe('every liquid', () => {
  const liquids: readonly Fluid[] = [water, ...glycols];

  it.each(liquids.map((f) => [f.id, f] as const))('%s: enthalpy is the integral of the specific heat', (_, fluid) => {
    const [low, high] = fluid.range;
    expect(fluid.enthalpy(273.15, 0)).toBe(0);
    for (let i = 0; i < 20; i++) {
      const a = low + ((high - low) * i) / 20;
      const b = low + ((high - low) * (i + 1)) / 20;
      const m = (a + b) / 2;
      const h = b - a;
      // Gauss–Legendre with three points is exact for the quintic; the sum is rounded at 1e-15 of h.
      const at = (x: number): number => fluid.specificHeat(m + (h / 2) * x);
      const integral = (h / 18) * (5 * at(-Math.sqrt(0.6)) + 8 * at(0) + 5 * at(Math.sqrt(0.6)));
      expect((fluid.enthalpy(b, 0) - fluid.enthalpy(a, 0)) / integral).toBeCloseTo(1, 11);
    }
  });

  it.each(liquids.map((f) => [f.id, f] as const))('%s: temperature is the inverse to 1e-12', (_, fluid) => {
    const [low, high] = fluid.range;
    for (let i = 0; i <= 500; i++) {
      const T = low + ((high - low) * i) / 500;
      expect(Math.abs(fluid.temperature(fluid.enthalpy(T, 0), 0) / T - 1)).toBeLessThan(1e-12);
    }
  });

  it.each(liquids.map((f) => [f.id, f] as const))('%s: refuses temperatures outside its range', (_, fluid) => {
    for (const T of [fluid.range[0] - 0.01, fluid.range[1] + 0.01, Number.NaN]) {
      expect(() => fluid.density(T)).toThrow(OutOfRangeError);
      expect(() => fluid.conductivity(T)).toThrow(OutOfRangeError);
      expect(() => fluid.viscosity(T)).toThrow(OutOfRangeError);
    }
  });
});

describe('fluids by name', () => {
  it('knows water, air and glycols of any fraction up to 60 % by mass', () => {
    for (const name of ['water', 'air', 'propylene-glycol-25-volume', 'ethylene-glycol-26.5-mass']) {
      expect(isBuiltInFluidName(name)).toBe(true);
      expect(fluidByName(name, noRecords).id).toBe(name);
    }
    for (const name of [
      'ethylene-glycol-61-mass',
      'glycol-25-mass',
      'propylene-glycol-25',
      'propylene-glycol-25-vol',
    ]) {
      expect(isBuiltInFluidName(name)).toBe(false);
      expect(() => fluidByName(name, noRecords)).toThrow(`no record coolants/${name}`);
    }
  });

  it('takes volume for volume', () => {
    const byVolume = fluidByName('propylene-glycol-25-volume', noRecords);
    const byMass = glycolWater('propylene', massFractionOfVolumeFraction('propylene', 0.25));
    expect(byVolume.density(313.15)).toBe(byMass.density(313.15));
    expect(byVolume.title).toBe('Water with 25 % propylene glycol by volume');
  });
});
