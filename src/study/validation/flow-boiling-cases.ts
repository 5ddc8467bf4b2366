/** Flow boiling in channels, two-phase friction and the viscosity of vapours against worked examples of others. */

import { gasViscosity } from '../../fluids/gas-viscosity.ts';
import { dryOutQuality, kimMudawarCoefficient, liWuCoefficient } from '../../physics/flow-boiling.ts';
import { twoPhaseFriction } from '../../physics/two-phase-flow.ts';
import {
  frictionDocumented,
  kimMudawarWitness,
  liWuDocumented,
  r134aAt40,
  vapourViscosities,
} from './cases/flow-boiling.ts';
import type { Sample, ValidationCase } from './validation-case.ts';

const group = 'Boiling, convection and friction';

function placed(row: (typeof kimMudawarWitness)[number], heatedShare: number) {
  const [massFlux, hydraulicDiameter, quality, heatFlux] = row;
  return { massFlux, hydraulicDiameter, quality, heatFlux, heatedShare };
}

const labelOf = ([massFlux, diameter, quality, flux]: (typeof kimMudawarWitness)[number]) =>
  `G ${massFlux} kg/(m²·s), ${diameter * 1e3} mm, x ${quality}, ${flux / 1e4} W/cm²`;

function dryOutSamples(): Sample[] {
  return kimMudawarWitness.flatMap((row) => [
    {
      at: `${labelOf(row)}, three quarters heated`,
      published: row[5],
      ours: dryOutQuality(placed(row, 0.75), r134aAt40),
    },
    { at: `${labelOf(row)}, heated all round`, published: row[6], ours: dryOutQuality(placed(row, 1), r134aAt40) },
  ]);
}

function viscositySamples(): Sample[] {
  return vapourViscosities.flatMap(([fluid, criticalTemperature, criticalPressure, molarMass, values]) =>
    values.map((value, i) => ({
      at: `${fluid}, ${20 * i} °C`,
      published: value * 1e-6,
      ours: gasViscosity(273.15 + 20 * i, { criticalTemperature, criticalPressure, molarMass }),
    })),
  );
}

const relative = (rest: Omit<ValidationCase, 'group' | 'scale'>): ValidationCase => ({
  group,
  scale: 'relative',
  ...rest,
});

export const flowBoilingCases: readonly ValidationCase[] = [
  relative({
    quantity: 'flow boiling, Kim Mudawar',
    unit: 'W/(m²·K)',
    tolerance: 1e-9,
    because: 'the same equation, evaluated by others',
    source: 'kimMudawar',
    note: 'Says that the equation is written as others write it; the authors’ own mean error against data is 20 %.',
    samples: () =>
      kimMudawarWitness.map((row) => ({
        at: labelOf(row),
        published: row[4],
        ours: kimMudawarCoefficient(placed(row, 1), r134aAt40),
      })),
  }),
  relative({
    quantity: 'dry-out quality',
    unit: '1',
    tolerance: 1e-9,
    because: 'the same equation, evaluated by others',
    source: 'kimMudawar',
    samples: dryOutSamples,
  }),
  relative({
    quantity: 'flow boiling, Li, Wu',
    unit: 'W/(m²·K)',
    tolerance: 1e-9,
    because: 'the same equation with sixteen printed digits',
    source: 'ht',
    samples: () => [
      {
        at: 'x 0.2, 10 W/cm²',
        published: liWuDocumented.coefficient,
        ours: liWuCoefficient({ ...liWuDocumented, heatedShare: 1 }, liWuDocumented.state),
      },
    ],
  }),
  relative({
    quantity: 'two-phase friction',
    unit: 'Pa/m',
    tolerance: 4e-5,
    because: 'an explicit formula for the root of Colebrook’s equation',
    source: 'ht',
    samples: () => {
      const { pair, quality, pressureDrop } = frictionDocumented;
      const duct = { ...frictionDocumented, length: 1 };
      return [{ at: 'x 0.1, 50 mm', published: pressureDrop, ours: twoPhaseFriction(duct, pair, quality) }];
    },
  }),
  relative({
    quantity: 'viscosity of the vapour',
    unit: 'Pa·s',
    tolerance: 0.1,
    because: 'corresponding states of dilute gases for three refrigerants up to 17 bar',
    source: 'boiling',
    samples: viscositySamples,
  }),
];
