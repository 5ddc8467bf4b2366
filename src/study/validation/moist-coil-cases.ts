/** Wet coils, pads and indirect coolers against stored results of the Buildings library and EnergyPlus. */

import { zeroCelsius } from '../../constants.ts';
import { wetBulb } from '../../fluids/moist-air.ts';
import { paddedHumidityRatio } from '../../physics/adiabatic-pad.ts';
import { indirectEffectiveness, padEffectiveness } from '../../physics/evaporative-cooling.ts';
import { type CoilAnswer, coilAnswer, coolMoistAir } from '../../physics/wet-coil.ts';
import {
  discreteCoilRows,
  dryCoilRows,
  indirectCooler,
  indirectRows,
  padEffectivenessRows,
  padPressure,
  padRows,
  wetCoil,
  wetCoilHumidity,
  wetCoilRows,
} from './cases/moist-coils.ts';
import type { Sample, ValidationCase } from './validation-case.ts';

const group = 'Moist coils and pads';

/** The coil in a tenth of the run; its air flow is of moist air. */
export function coilAt(tenth: number): CoilAnswer {
  const humidityRatio = wetCoilHumidity(tenth);
  const { conductance, filmRatio } = wetCoil;
  const waterConductance = (conductance * (filmRatio + 1)) / filmRatio;
  return coolMoistAir(
    {
      airFlow: wetCoil.airFlow / (1 + humidityRatio),
      airTemperature: wetCoil.airTemperature,
      humidityRatio,
      pressure: wetCoil.pressure,
      waterTemperature: wetCoil.waterTemperature,
      waterCapacityRate: wetCoil.waterFlow * wetCoil.waterSpecificHeat,
      airConductance: filmRatio * waterConductance,
      waterConductance,
    },
    coilAnswer(),
  );
}

function coilSamples<Row extends readonly [number, ...number[]]>(
  rows: readonly Row[],
  published: (row: Row) => number,
  ours: (answer: CoilAnswer) => number,
): Sample[] {
  return rows.map((row) => ({
    at: `${(1000 * wetCoilHumidity(row[0])).toFixed(2)} g/kg`,
    published: published(row),
    ours: ours(coilAt(row[0])),
  }));
}

/** Humidity behind a pad, from the temperature that it was left with. */
function padSamples(): Sample[] {
  return padRows.map(([entering, humidityRatio, leaving, published]) => {
    const dryBulb = entering + zeroCelsius;
    const wet = wetBulb(dryBulb, humidityRatio, padPressure);
    const effectiveness = (entering - leaving) / (dryBulb - wet);
    return {
      at: `${entering} °C to ${leaving} °C`,
      published: 1000 * published,
      ours: 1000 * paddedHumidityRatio(dryBulb, wet, humidityRatio, padPressure, effectiveness, 1),
    };
  });
}

function indirectSamples(): Sample[] {
  const { greatest, slope, entering, wetBulb: wet } = indirectCooler;
  return indirectRows.map(([cooled, outdoor, published]) => ({
    at: `${cooled} and ${outdoor} m³/s`,
    published,
    ours: entering - indirectEffectiveness(greatest, slope, cooled / outdoor) * (entering - wet),
  }));
}

export const moistCoilCases: readonly ValidationCase[] = [
  {
    group,
    quantity: 'dry coil, heat',
    unit: 'W',
    scale: 'relative',
    tolerance: 1e-4,
    because: 'the same equation, stored in single precision with water of another specific heat in its fifth digit',
    source: 'wetCoil',
    samples: () =>
      coilSamples(
        dryCoilRows,
        (row) => row[1],
        (answer) => answer.waterHeat,
      ),
  },
  {
    group,
    quantity: 'dry coil, air leaving',
    unit: 'K',
    scale: 'absolute',
    tolerance: 2e-3,
    because: 'the same equation, stored in single precision; specific heats differ in their fifth digit',
    source: 'wetCoil',
    samples: () =>
      coilSamples(
        dryCoilRows,
        (row) => row[2],
        (answer) => answer.airOutlet,
      ),
  },
  {
    group,
    quantity: 'wet coil after Braun, heat',
    unit: 'W',
    scale: 'relative',
    tolerance: 0.035,
    because:
      'Braun takes the slope along the water also for its film, which makes the surface too cold: up to 3.2 % more',
    source: 'wetCoil',
    note: 'Its discrete neighbour, below, sides with ours.',
    samples: () =>
      coilSamples(
        wetCoilRows,
        (row) => row[1],
        (answer) => answer.heat,
      ),
  },
  {
    group,
    quantity: 'wet coil after Braun, air',
    unit: 'K',
    scale: 'absolute',
    tolerance: 0.45,
    because: 'follows from the heat',
    source: 'wetCoil',
    samples: () =>
      coilSamples(
        wetCoilRows,
        (row) => row[2],
        (answer) => answer.airOutlet,
      ),
  },
  {
    group,
    quantity: 'coil in 30 volumes, heat',
    unit: 'W',
    scale: 'relative',
    tolerance: 0.02,
    because: 'volumes of one temperature each: 1.3 % low where dry, where the answer is known',
    source: 'wetCoil',
    samples: () =>
      coilSamples(
        discreteCoilRows,
        (row) => row[1],
        (answer) => answer.waterHeat,
      ),
  },
  {
    group,
    quantity: 'coil in 30 volumes, air',
    unit: 'K',
    scale: 'absolute',
    tolerance: 0.25,
    because: '0.22 K warm where dry, where the answer is known',
    source: 'wetCoil',
    samples: () =>
      coilSamples(
        discreteCoilRows,
        (row) => row[2],
        (answer) => answer.airOutlet,
      ),
  },
  {
    group,
    quantity: 'coil in 30 volumes, sensible',
    unit: '1',
    scale: 'absolute',
    tolerance: 0.01,
    because:
      'theirs is part of the heat into the water, ours of the heat out of the air; 1.3 % of condensate between them',
    source: 'wetCoil',
    samples: () =>
      coilSamples(
        discreteCoilRows,
        (row) => row[3],
        (answer) => answer.sensibleHeat / answer.heat,
      ),
  },
  {
    group,
    quantity: 'humidity behind a pad',
    unit: 'g/kg',
    scale: 'absolute',
    tolerance: 0.012,
    because: 'half the last printed digit of 0.01 K, twice, and of the humidity; the pressure is known to 0.1 %',
    source: 'energyPlusPad',
    samples: padSamples,
  },
  {
    group,
    quantity: 'pad, effectiveness',
    unit: '1',
    scale: 'absolute',
    tolerance: 0.008,
    because: 'points read from a printed curve; theirs are fitted by the same exponential',
    source: 'munters',
    samples: () =>
      padEffectivenessRows.map(([velocity, published]) => ({
        at: `${velocity} m/s`,
        published,
        ours: padEffectiveness(velocity),
      })),
  },
  {
    group,
    quantity: 'indirect cooler, air leaving',
    unit: 'K',
    scale: 'absolute',
    tolerance: 1e-4,
    because: 'stored in single precision, the wet bulb as 289.29999 K',
    source: 'indirect',
    samples: indirectSamples,
  },
];
