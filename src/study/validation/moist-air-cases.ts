/** Moist air against the tables of the ASHRAE Handbook and other published values. */

import { zeroCelsius } from '../../constants.ts';
import { air } from '../../fluids/air.ts';
import {
  atmosphericPressure,
  dewPoint,
  enthalpy,
  humidityRatioFromWetBulb,
  relativeHumidity,
  saturatedEnthalpy,
  saturatedHumidityRatio,
  saturationPressure,
  specificVolume,
  wetBulb,
} from '../../fluids/moist-air.ts';
import { dryAirRows } from './cases/dry-air.ts';
import {
  atmosphereRows,
  bisectedWetBulbRows,
  handbookExample,
  saturatedAirRows,
  saturationPressureRows,
  saturationPressureTolerance,
  wetBulbRows,
} from './cases/psychrometrics.ts';
import { type Sample, sampledRows, type ValidationCase } from './validation-case.ts';

const sea = 101_325;
const group = 'Moist air';

/** Values read from a chart, counted in the finest division it can be read to. */
function chartReadings(): Sample[] {
  const { dryBulb, wetBulb: wet, ...read } = handbookExample;
  const T = dryBulb + zeroCelsius;
  const W = humidityRatioFromWetBulb(T, wet + zeroCelsius, sea);
  const divisions = (at: string, published: number, ours: number, division: number) => ({
    at,
    published: published / division,
    ours: ours / division,
  });
  return [
    divisions('humidity ratio 0.0065', read.humidityRatio, W, 1e-4),
    divisions('dew point 7 °C', read.dewPoint, dewPoint(W, sea) - zeroCelsius, 0.5),
    divisions('relative humidity 14 %', read.relativeHumidity, relativeHumidity(T, W, sea), 0.005),
    divisions('enthalpy 56.7 kJ/kg', read.enthalpy, enthalpy(T, W), 100),
    divisions('volume 0.896 m³/kg', read.specificVolume, specificVolume(T, W, sea), 1e-3),
  ];
}

export const moistAirCases: readonly ValidationCase[] = [
  {
    group,
    quantity: 'saturation pressure',
    unit: 'Pa',
    scale: 'relative',
    tolerance: saturationPressureTolerance,
    because: 'the Handbook claims 300 ppm for its equations; −60 °C is printed to three digits, half the last of them',
    source: 'handbook',
    samples: () =>
      sampledRows(
        saturationPressureRows,
        ([, p]) => p,
        ([t]) => saturationPressure(t + zeroCelsius),
      ).map((sample) => (sample.published < 2 ? { ...sample, tolerance: 0.005 / sample.published } : sample)),
  },
  {
    group,
    quantity: 'humidity ratio, saturated',
    unit: 'kg/kg',
    scale: 'relative',
    tolerance: 0.01,
    because:
      'the table is of real gas: the enhancement factor, 1.004 to 1.005, is missing; 2 % at 85 °C, where it grows',
    source: 'handbook',
    samples: () =>
      sampledRows(
        saturatedAirRows,
        ([, W]) => W,
        ([t]) => saturatedHumidityRatio(t + zeroCelsius, sea),
      ).map((sample) => (sample.published > 0.5 ? { ...sample, tolerance: 0.02 } : sample)),
  },
  {
    group,
    quantity: 'enthalpy, saturated to 25 °C',
    unit: 'J/kg',
    scale: 'absolute',
    tolerance: 300,
    because: 'latent heat of the humidity that the enhancement factor would add',
    source: 'handbook',
    samples: () =>
      sampledRows(
        saturatedAirRows.filter(([t]) => t <= 25),
        ([, , h]) => h,
        ([t]) => saturatedEnthalpy(t + zeroCelsius, sea),
      ),
  },
  {
    group,
    quantity: 'enthalpy, saturated above',
    unit: 'J/kg',
    scale: 'relative',
    tolerance: 0.02,
    because: 'the same at 50 and 85 °C, where nearly all of the enthalpy is latent',
    source: 'handbook',
    samples: () =>
      sampledRows(
        saturatedAirRows.filter(([t]) => t > 25),
        ([, , h]) => h,
        ([t]) => saturatedEnthalpy(t + zeroCelsius, sea),
      ),
  },
  {
    group,
    quantity: 'standard atmosphere',
    unit: 'Pa',
    scale: 'absolute',
    tolerance: 1,
    because: 'printed in kPa to three decimals',
    source: 'handbook',
    samples: () =>
      sampledRows(
        atmosphereRows,
        ([, p]) => p,
        ([z]) => atmosphericPressure(z),
        ([z]) => `${z} m`,
      ),
  },
  {
    group,
    quantity: 'example read from the chart',
    unit: '1',
    scale: 'absolute',
    tolerance: 1,
    because: 'counted in the divisions of the chart, which the Handbook reads to one',
    source: 'handbook',
    samples: chartReadings,
  },
  {
    group,
    quantity: 'humidity ratio of wet bulb',
    unit: 'kg/kg',
    scale: 'relative',
    tolerance: 3e-4,
    because: 'the spreadsheet used a rounded saturation pressure, good to 300 ppm',
    source: 'spreadsheet',
    samples: () =>
      wetBulbRows.map(([t, s, p, W]) => ({
        at: `${t} °C, wet bulb ${s} °C`,
        published: W,
        ours: humidityRatioFromWetBulb(t + zeroCelsius, s + zeroCelsius, p),
      })),
  },
  {
    group,
    quantity: 'wet bulb',
    unit: 'K',
    scale: 'absolute',
    tolerance: 6e-4,
    because: 'printed to 0.001 K by a bisection that ends at that width',
    source: 'spreadsheet',
    samples: () =>
      bisectedWetBulbRows.map(([t, dew, p, s]) => ({
        at: `${t} °C, dew point ${dew} °C`,
        published: s + zeroCelsius,
        ours: wetBulb(t + zeroCelsius, saturatedHumidityRatio(dew + zeroCelsius, p), p),
      })),
  },
  {
    group,
    quantity: 'density of dry air',
    unit: 'kg/m³',
    scale: 'relative',
    tolerance: 0.002,
    because: 'ours is an ideal gas; dry air is up to 0.16 % denser at −50 °C',
    source: 'dryAir',
    samples: () =>
      sampledRows(
        dryAirRows,
        ([, density]) => density,
        ([t]) => air.density(t + zeroCelsius),
      ),
  },
  {
    group,
    quantity: 'viscosity of dry air',
    unit: 'Pa·s',
    scale: 'relative',
    tolerance: 4e-5,
    because: 'half the last printed digit is 3e-6 to 4e-6; the rest is our fit',
    source: 'dryAir',
    samples: () =>
      sampledRows(
        dryAirRows,
        ([, , viscosity]) => viscosity,
        ([t]) => air.viscosity(t + zeroCelsius),
      ),
  },
  {
    group,
    quantity: 'conductivity of dry air',
    unit: 'W/(m·K)',
    scale: 'relative',
    tolerance: 4e-5,
    because: 'half the last printed digit is 2e-6; the rest is our fit',
    source: 'dryAir',
    samples: () =>
      sampledRows(
        dryAirRows,
        ([, , , conductivity]) => conductivity,
        ([t]) => air.conductivity(t + zeroCelsius),
      ),
  },
];
