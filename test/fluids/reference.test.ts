/**
 * Comparison with stored results of the Modelica Buildings Library, where the reference folder is at hand.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { glycolWater, massFractionOfVolumeFraction } from '../../src/fluids/glycol.ts';
import {
  dewPoint,
  enthalpy,
  humidityRatioOfRelativeHumidity,
  relativeHumidity,
  saturationPressure,
  specificVolume,
  vapourPressure,
} from '../../src/fluids/moist-air.ts';

const reference = process.env['COLDLOOP_REFERENCE'];
if (reference === undefined) {
  console.warn('skipped: glycols and psychrometrics against Buildings, because COLDLOOP_REFERENCE is not set');
}

interface Case {
  readonly time_s: readonly number[];
  readonly variables: Readonly<Record<string, { readonly values: readonly number[] }>>;
}

function caseOf(name: string): Case {
  return JSON.parse(readFileSync(join(reference!, 'lbnl', `${name}.json`), 'utf8')) as Case;
}

describe.skipIf(reference === undefined)('against Buildings', () => {
  it('propylene glycol repeats density, specific heat, conductivity and viscosity to 1e-5', () => {
    const sweep = caseOf('glycol_propylene_T_sweep');
    let compared = 0;
    [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6].forEach((massFraction, column) => {
      const fluid = glycolWater('propylene', massFraction);
      const stored = (name: string): readonly number[] => sweep.variables[`${name}[${column + 1}]`].values;
      sweep.time_s.forEach((time, i) => {
        const T = 223.15 + 150 * time;
        if (T <= fluid.range[0] || T > fluid.range[1] || stored('d')[i] === 0) return;
        compared++;
        expect(Math.abs(fluid.density(T) / stored('d')[i] - 1)).toBeLessThan(1e-6);
        expect(Math.abs(fluid.specificHeat(T) / stored('cp')[i] - 1)).toBeLessThan(1e-6);
        expect(Math.abs(fluid.conductivity(T) / stored('lambda')[i] - 1)).toBeLessThan(1e-6);
        expect(Math.abs(fluid.viscosity(T) / stored('eta')[i] - 1)).toBeLessThan(1e-5);
      });
    });
    expect(compared).toBeGreaterThan(500);
  });

  it('volume fractions become mass fractions as there, to 1e-6', () => {
    const sweep = caseOf('glycol_propylene_X_sweep');
    sweep.time_s.forEach((volumeFraction, i) => {
      const stored = sweep.variables['X_a_phi'].values[i];
      expect(Math.abs(massFractionOfVolumeFraction('propylene', volumeFraction) - stored)).toBeLessThan(1e-6);
    });
  });

  it('saturation pressure over water stays within 0.06 % up to 50 °C and 1 % at 100 °C of its shorter formula', () => {
    const { time_s, variables } = caseOf('psychro_saturation_pressure_liquid');
    time_s.forEach((time, i) => {
      const error = Math.abs(saturationPressure(273.15 + 100 * time) / variables['pSat.pSat'].values[i] - 1);
      expect(error).toBeLessThan(time <= 0.5 ? 6e-4 : 0.01);
    });
  });

  it('sublimation pressure stays within 0.1 % above −50 °C and 0.35 % down to −83 °C', () => {
    const { time_s, variables } = caseOf('psychro_sublimation_pressure');
    time_s.forEach((time, i) => {
      const T = 190 + 83.15 * time;
      const error = Math.abs(saturationPressure(T) / variables['pSat.pSat'].values[i] - 1);
      expect(error).toBeLessThan(T > 223.15 ? 1e-3 : 3.5e-3);
    });
  });

  it('dew point repeats the same equation but for its 0.62198, which is worth 2 mK', () => {
    const { variables } = caseOf('psychro_dew_point');
    const stored = (name: string): readonly number[] => variables[name].values;
    stored('humRat.X_w').forEach((x, i) => {
      const W = x / (1 - x);
      expect(Math.abs(vapourPressure(W, 101_325) / stored('humRat.p_w')[i] - 1)).toBeLessThan(6e-5);
      expect(Math.abs(dewPoint(W, 101_325) - stored('TDewPoi.T')[i])).toBeLessThan(2e-3);
    });
  });

  it('relative humidity, enthalpy and density stay within 0.05 %, 30 J/kg and 0.01 %', () => {
    const relative = caseOf('psychro_relative_humidity');
    relative.time_s.forEach((time, i) => {
      const x = 0.014 * Math.min(1, 2 * time);
      const T = 303.15 - Math.max(0, 20 * (time - 0.5));
      const stored = relative.variables['phi.phi'].values[i];
      expect(Math.abs(relativeHumidity(T, x / (1 - x), 101_325) - stored)).toBeLessThan(5e-4 * stored + 1e-9);
    });
    const heat = caseOf('psychro_cdl_enthalpy');
    heat.variables['phi.y'].values.forEach((phi, i) => {
      const W = humidityRatioOfRelativeHumidity(302.55, phi, 101_325);
      expect(Math.abs(enthalpy(302.55, W) - heat.variables['hBulPhi.h'].values[i])).toBeLessThan(30);
    });
    const density = caseOf('psychro_density').variables;
    density['den.T'].values.forEach((T, i) => {
      const x = density['den.X_w'].values[i];
      const W = x / (1 - x);
      const ours = (1 + W) / specificVolume(T, W, 101_325);
      expect(Math.abs(ours / density['den.d'].values[i] - 1)).toBeLessThan(1e-4);
    });
  });
});
