/** Water and glycols against IAPWS, Melinder and the ASHRAE Handbook, one case a property. */

import { zeroCelsius } from '../../constants.ts';
import type { Fluid } from '../../fluids/fluid.ts';
import { glycolWater, massFractionOfVolumeFraction } from '../../fluids/glycol.ts';
import { water } from '../../fluids/water.ts';
import { ashraeGlycolTables, type GlycolTable, glycolTables } from './cases/fluids-glycol.ts';
import { iapwsAt25, waterRows, waterRowsAt300kPa } from './cases/fluids-water.ts';
import type { SourceKey } from './sources.ts';
import type { Sample, ValidationCase } from './validation-case.ts';

const group = 'Liquids';

/** The columns of the tables of liquids behind the temperature. */
const properties = [
  { name: 'density', key: 'density', unit: 'kg/m³', column: 1, scale: 1 },
  { name: 'specific heat', key: 'specificHeat', unit: 'J/(kg·K)', column: 2, scale: 1 },
  { name: 'conductivity', key: 'conductivity', unit: 'W/(m·K)', column: 3, scale: 1 },
  { name: 'viscosity', key: 'viscosity', unit: 'Pa·s', column: 4, scale: 1e-3 },
] as const;

type Rows = readonly (readonly [number, number, number, number, number])[];
type Tolerances = Readonly<Record<(typeof properties)[number]['key'], number>>;

interface Liquids {
  readonly of: string;
  readonly tables: readonly { readonly fluid: () => Fluid; readonly label: string; readonly rows: Rows }[];
  readonly tolerances: Tolerances;
  readonly because: string;
  readonly source: SourceKey;
  readonly note?: string;
  /** What is allowed of one sample, where it is not the common tolerance. */
  readonly exception?: (key: string, label: string) => number | undefined;
}

function liquidPropertyCases(liquids: Liquids): ValidationCase[] {
  const { of, tables, tolerances, because, source, note, exception } = liquids;
  return properties.map(({ name, key, unit, column, scale }) => ({
    group,
    quantity: `${name}, ${of}`,
    unit,
    scale: 'relative',
    tolerance: tolerances[key],
    because,
    source,
    ...(note === undefined ? {} : { note }),
    samples: () =>
      tables.flatMap(({ fluid, label, rows }) => {
        const liquid = fluid();
        const tolerance = exception?.(key, label);
        return rows.map((row) => ({
          at: `${label}${row[0]} °C`,
          published: row[column] * scale,
          ours: liquid[key](row[0] + zeroCelsius),
          ...(tolerance === undefined ? {} : { tolerance }),
        }));
      }),
  }));
}

const glycol = ({ glycol: name, massFraction, rows }: GlycolTable) => ({
  fluid: () => glycolWater(name, massFraction),
  label: `${(100 * massFraction).toFixed(1)} % ${name}, `,
  rows,
});

function checkValues(): Sample[] {
  return properties.map(({ name, key }) => ({
    at: `${name} at 25 °C`,
    published: iapwsAt25[key],
    ours: water[key](zeroCelsius + 25),
  }));
}

export const liquidCases: readonly ValidationCase[] = [
  ...liquidPropertyCases({
    of: 'water',
    tables: [{ fluid: () => water, label: '', rows: waterRows }],
    tolerances: { density: 20e-6, specificHeat: 2.5e-4, conductivity: 1.2e-4, viscosity: 1.8e-4 },
    because: 'half the last printed digit, and the worst error our polynomial states',
    source: 'iapws',
  }),
  ...liquidPropertyCases({
    of: 'water, 3 bar',
    tables: [{ fluid: () => water, label: '', rows: waterRowsAt300kPa }],
    tolerances: { density: 2e-4, specificHeat: 4e-4, conductivity: 5e-4, viscosity: 5e-4 },
    because: 'what leaving out the pressure costs in a loop at 3 bar',
    source: 'iapws',
  }),
  {
    group,
    quantity: 'water at 25 °C, check values',
    unit: 'SI',
    scale: 'relative',
    tolerance: 2.5e-3,
    because: 'two of the check values are for 998 kg/m³, 0.1 % above the density at 0.1 MPa',
    source: 'iapwsTables',
    samples: checkValues,
  },
  ...liquidPropertyCases({
    of: 'glycol (a)',
    tables: glycolTables.map(glycol),
    tolerances: { density: 6e-6, specificHeat: 1.6e-5, conductivity: 1.6e-4, viscosity: 1.2e-4 },
    because: 'half the last printed digit: the same coefficients, evaluated by another program',
    source: 'melinder',
    note: 'Proves the copying and the arithmetic; the Handbook’s glycols (b) test the coefficients.',
  }),
  ...liquidPropertyCases({
    of: 'glycol (b)',
    tables: ashraeGlycolTables.map(glycol),
    tolerances: { density: 0.0105, specificHeat: 0.02, conductivity: 0.02, viscosity: 0.07 },
    because: 'how far the two collections of measurements are apart; 15 % in viscosity at 60 %, the edge of ours',
    source: 'handbookGlycols',
    exception: (key, label) => (key === 'viscosity' && label.startsWith('60') ? 0.15 : undefined),
  }),
  {
    group,
    quantity: 'glycol, volume to mass',
    unit: '1',
    scale: 'absolute',
    tolerance: 5e-6,
    because: 'half the last printed digit',
    source: 'glycols',
    samples: () =>
      (
        [
          ['propylene', 0.25, 0.26005],
          ['propylene', 0.4, 0.41276],
          ['ethylene', 0.25, 0.27327],
        ] as const
      ).map(([name, volume, published]) => ({
        at: `${100 * volume} % ${name} by volume`,
        published,
        ours: massFractionOfVolumeFraction(name, volume),
      })),
  },
];
