/** Stored sweeps of moist air and glycol, point by point; measured where the reference folder is at hand. */

import { zeroCelsius } from '../../constants.ts';
import type { Fluid } from '../../fluids/fluid.ts';
import { glycolWater, massFractionOfVolumeFraction } from '../../fluids/glycol.ts';
import {
  dewPoint,
  enthalpy,
  humidityRatioOfRelativeHumidity,
  saturationPressure,
  specificVolume,
} from '../../fluids/moist-air.ts';
import { type Stored, storedCase, type Sweep } from './stored-sweep.ts';
import type { Sample, ValidationCase } from './validation-case.ts';

const sea = 101_325;

function vapourRatio(massFraction: number): number {
  return massFraction / (1 - massFraction);
}

const moistAirSweeps: readonly Stored[] = [
  {
    group: 'Moist air',
    quantity: 'saturation, stored sweep',
    unit: 'Pa',
    scale: 'relative',
    tolerance: 0.011,
    because: 'theirs is a shorter formula, 0.06 % off at 50 °C and 1 % at 100 °C',
    source: 'psychrometrics',
    file: 'psychro_saturation_pressure_liquid',
    of: ({ time, values }) =>
      values('pSat.pSat').map((published, i) => ({
        at: `${(100 * time[i]!).toFixed(0)} °C`,
        published,
        ours: saturationPressure(zeroCelsius + 100 * time[i]!),
      })),
  },
  {
    group: 'Moist air',
    quantity: 'dew point, stored sweep',
    unit: 'K',
    scale: 'absolute',
    tolerance: 2e-3,
    because: 'their ratio of molar masses is 0.62198, which is worth 2 mK',
    source: 'psychrometrics',
    file: 'psychro_dew_point',
    of: ({ values }) =>
      values('TDewPoi.T').map((published, i) => {
        const massFraction = values('humRat.X_w')[i]!;
        return { at: `${massFraction} kg/kg`, published, ours: dewPoint(vapourRatio(massFraction), sea) };
      }),
  },
  {
    group: 'Moist air',
    quantity: 'density, stored sweep',
    unit: 'kg/m³',
    scale: 'relative',
    tolerance: 1e-4,
    because: 'molar masses of air and water to four digits',
    source: 'psychrometrics',
    file: 'psychro_density',
    of: ({ values }) =>
      values('den.d').map((published, i) => {
        const [T, W] = [values('den.T')[i]!, vapourRatio(values('den.X_w')[i]!)];
        return { at: `${T} K, ${W.toFixed(4)} kg/kg`, published, ours: (1 + W) / specificVolume(T, W, sea) };
      }),
  },
  {
    group: 'Moist air',
    quantity: 'enthalpy, stored sweep',
    unit: 'J/kg',
    scale: 'absolute',
    tolerance: 30,
    because: 'their saturation pressure is another formula, 0.05 % of the latent part',
    source: 'psychrometrics',
    file: 'psychro_cdl_enthalpy',
    of: ({ values }) =>
      values('hBulPhi.h').map((published, i) => {
        const phi = values('phi.y')[i]!;
        const W = humidityRatioOfRelativeHumidity(302.55, phi, sea);
        return { at: `relative humidity ${(100 * phi).toFixed(1)} %`, published, ours: enthalpy(302.55, W) };
      }),
  },
];

const glycolProperties = [
  ['density', 'density', 'd', 'kg/m³', 1e-6],
  ['specific heat', 'specificHeat', 'cp', 'J/(kg·K)', 1e-6],
  ['conductivity', 'conductivity', 'lambda', 'W/(m·K)', 1e-6],
  ['viscosity', 'viscosity', 'eta', 'Pa·s', 1e-5],
] as const;

const sweptFractions = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6] as const;

/** Where neither side freezes or ends: they store 0 below freezing. */
function glycolSamples({ time, values }: Sweep, key: keyof Fluid & 'density', variable: string): Sample[] {
  return sweptFractions.flatMap((fraction, column) => {
    const fluid = glycolWater('propylene', fraction);
    return values(`${variable}[${column + 1}]`).flatMap((published, i) => {
      const T = 223.15 + 150 * time[i]!;
      if (published === 0 || T <= fluid.range[0] || T > fluid.range[1]) return [];
      return [{ at: `${100 * fraction} %, ${(T - zeroCelsius).toFixed(1)} °C`, published, ours: fluid[key](T) }];
    });
  });
}

const liquidSweeps: readonly Stored[] = [
  ...glycolProperties.map(([name, key, variable, unit, tolerance]): Stored => ({
    group: 'Liquids',
    quantity: `${name}, glycol sweep`,
    unit,
    scale: 'relative',
    tolerance,
    because: 'the same coefficients, stored in single precision',
    source: 'glycols',
    file: 'glycol_propylene_T_sweep',
    of: (sweep) => glycolSamples(sweep, key as 'density', variable),
  })),
  {
    group: 'Liquids',
    quantity: 'volume to mass, stored sweep',
    unit: '1',
    scale: 'absolute',
    tolerance: 1e-6,
    because: 'stored in single precision',
    source: 'glycols',
    file: 'glycol_propylene_X_sweep',
    of: ({ time, values }) =>
      values('X_a_phi').map((published, i) => ({
        at: `${(100 * time[i]!).toFixed(0)} % by volume`,
        published,
        ours: massFractionOfVolumeFraction('propylene', time[i]!),
      })),
  },
];

export const storedFluidCases: readonly ValidationCase[] = [...moistAirSweeps, ...liquidSweeps].map(storedCase);
