/** Boiling fluids along the saturation line against their equations of state, one case a property. */

import { zeroCelsius } from '../../constants.ts';
import { boilingFluid } from '../../fluids/boiling.ts';
import type { Fluid, Saturation } from '../../fluids/fluid.ts';
import { boilingTables } from './cases/fluids-boiling.ts';
import type { Sample, ValidationCase, ValidationInputs } from './validation-case.ts';

const group = 'Boiling fluids';

interface SaturatedProperty {
  readonly quantity: string;
  readonly unit: string;
  readonly column: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  /** SI over the unit of the table. */
  readonly scale: number;
  readonly tolerance: number;
  readonly because: string;
  readonly value: (fluid: Fluid, saturation: Saturation, temperature: number) => number;
}

const interpolation = 'between the points of the record, every 10 K, a monotone curve stands for the equation';

const properties: readonly SaturatedProperty[] = [
  {
    quantity: 'saturation pressure',
    unit: 'Pa',
    column: 1,
    scale: 1e3,
    tolerance: 5e-4,
    because: interpolation,
    value: (_, saturation, T) => saturation.pressure(T),
  },
  {
    quantity: 'latent heat',
    unit: 'J/kg',
    column: 2,
    scale: 1e3,
    tolerance: 5e-4,
    because: interpolation,
    value: (_, saturation, T) => saturation.latentHeat(T),
  },
  {
    quantity: 'density of the liquid',
    unit: 'kg/m³',
    column: 3,
    scale: 1,
    tolerance: 5e-4,
    because: interpolation,
    value: (fluid, _, T) => fluid.density(T),
  },
  {
    quantity: 'density of the vapour',
    unit: 'kg/m³',
    column: 4,
    scale: 1,
    tolerance: 5e-4,
    because: interpolation,
    value: (_, saturation, T) => saturation.vapourDensity(T),
  },
  {
    quantity: 'specific heat of the liquid',
    unit: 'J/(kg·K)',
    column: 5,
    scale: 1,
    tolerance: 5e-3,
    because: 'ours is one polynomial, so that enthalpy is its exact integral',
    value: (fluid, _, T) => fluid.specificHeat(T),
  },
  {
    quantity: 'conductivity of the liquid',
    unit: 'W/(m·K)',
    column: 6,
    scale: 1,
    tolerance: 0.01,
    because: interpolation,
    value: (fluid, _, T) => fluid.conductivity(T),
  },
  {
    quantity: 'viscosity of the liquid',
    unit: 'Pa·s',
    column: 7,
    scale: 1e-3,
    tolerance: 0.02,
    because: interpolation,
    value: (fluid, _, T) => fluid.viscosity(T),
  },
  {
    quantity: 'surface tension',
    unit: 'N/m',
    column: 8,
    scale: 1e-3,
    tolerance: 0.02,
    because: interpolation,
    value: (_, saturation, T) => saturation.surfaceTension(T),
  },
];

function recordFluid({ library }: ValidationInputs, id: string): Fluid & { readonly saturation: Saturation } {
  const fluid = boilingFluid(library.record(`coolants/${id}`, ['boiling-fluid']));
  return { ...fluid, saturation: fluid.saturation! };
}

function saturatedCase(property: SaturatedProperty): ValidationCase {
  const { quantity, unit, column, scale, tolerance, because, value } = property;
  return {
    group,
    quantity,
    unit,
    scale: 'relative',
    tolerance,
    because,
    source: 'boiling',
    samples: (inputs) =>
      boilingTables.flatMap(({ id, rows }) => {
        const fluid = recordFluid(inputs, id);
        return rows.flatMap((row) => {
          const published = row[column];
          if (published === null) return [];
          const ours = value(fluid, fluid.saturation, row[0] + zeroCelsius);
          return [{ at: `${id}, ${row[0]} °C`, published: published * scale, ours }];
        });
      }),
  };
}

/** Where the record reaches down to it. */
function boilingPoints(inputs: ValidationInputs): Sample[] {
  return boilingTables.flatMap(({ id, boilingPoint }) => {
    const fluid = recordFluid(inputs, id);
    if (boilingPoint + zeroCelsius < fluid.range[0]) return [];
    return [{ at: id, published: boilingPoint + zeroCelsius, ours: fluid.saturation.temperature(101_325) }];
  });
}

/** What 3M prints of fluids that no equation of state covers. */
function makerValues(inputs: ValidationInputs): Sample[] {
  const [hfe7100, hfe7000] = [recordFluid(inputs, 'hfe-7100'), recordFluid(inputs, 'hfe-7000')];
  const warm = zeroCelsius + 25;
  return [
    { at: 'HFE-7100 boils at 61 °C', published: 334.15, ours: hfe7100.saturation.temperature(101_325) },
    { at: 'HFE-7000 boils at 34 °C', published: 307.15, ours: hfe7000.saturation.temperature(101_325) },
    { at: 'HFE-7100 density, 25 °C', published: 1510, ours: hfe7100.density(warm) },
    { at: 'HFE-7100 latent heat, 61 °C', published: 112e3, ours: hfe7100.saturation.latentHeat(334.15) },
    { at: 'HFE-7100 viscosity, 25 °C', published: 0.58e-3, ours: hfe7100.viscosity(warm) },
    { at: 'HFE-7100 specific heat, 25 °C', published: 1183, ours: hfe7100.specificHeat(warm) },
  ];
}

export const boilingCases: readonly ValidationCase[] = [
  ...properties.map(saturatedCase),
  {
    group,
    quantity: 'boiling point at 1 atm',
    unit: 'K',
    scale: 'absolute',
    tolerance: 0.02,
    because: '0.05 % of pressure is 0.01 to 0.02 K',
    source: 'boiling',
    note: 'Fluids whose record begins above their boiling point are not among them: R134a, R1234ze(E) and R515B.',
    samples: boilingPoints,
  },
  {
    group,
    quantity: 'HFE-7000, HFE-7100',
    unit: 'SI',
    scale: 'relative',
    tolerance: 0.03,
    because: 'the printed density, 1.51 g/cm³, is 2 % above the maker’s own line for it',
    source: 'hfe',
    samples: makerValues,
  },
];
