/** Cold plates: the fit through measured points, ducts against exact series, microchannels against a measurement. */

import { fittedResistance, resistanceAtFlow } from '../../physics/cold-plate.ts';
import { microchannelState, rectangularFriction, rectangularNusselt } from '../../physics/microchannel.ts';
import { oamInParallel, oamPropyleneGlycol, oamWater, rectangularDucts, tuckermanPease } from './cases/cold-plate.ts';
import type { Sample, ValidationCase } from './validation-case.ts';

const group = 'Cold plates';
const perMinute = 1 / 60_000;

interface MeasuredPlate {
  readonly litresPerMinute: readonly number[];
  readonly resistance: readonly number[];
}

function plateSamples({ litresPerMinute, resistance }: MeasuredPlate): Sample[] {
  const flows = litresPerMinute.map((flow) => flow * perMinute);
  const fit = fittedResistance(flows, resistance);
  return resistance.map((published, i) => ({
    at: `${litresPerMinute[i]} L/min`,
    published,
    ours: resistanceAtFlow(fit, flows[i]!),
  }));
}

function plateCase(quantity: string, plate: MeasuredPlate, tolerance: number, because: string): ValidationCase {
  return {
    group,
    quantity,
    unit: 'K/W',
    scale: 'relative',
    tolerance,
    because,
    source: 'ocp',
    note: 'Two terms, R∞ + b/V, through all points at once: the error is what a smooth plate would not have.',
    samples: () => plateSamples(plate),
  };
}

/** Largest rise over power, at the outlet: base, mean film and the water's whole rise. */
function tuckermanResistance(): number {
  const { geometry, flow } = tuckermanPease;
  const { filmResistance } = microchannelState(geometry, tuckermanWater, flow);
  const footprint = 1e-4;
  const base = geometry.baseThickness / (geometry.conductivity * footprint);
  return base + filmResistance + 1 / (flow * tuckermanWater.density * tuckermanWater.specificHeat);
}

/** At the mean of about 37 °C. */
const tuckermanWater = { density: 993, specificHeat: 4178, conductivity: 0.626, viscosity: 0.7e-3 } as const;

export const coldPlateCases: readonly ValidationCase[] = [
  plateCase(
    '1 kW plate, 25 % glycol',
    oamPropyleneGlycol,
    0.04,
    'read from a figure to 1e-4 K/W, up to 0.3 %; the rest is the form of the fit',
  ),
  plateCase('1 kW plate, water', oamWater, 0.01, 'read from a figure to 1e-4 K/W, up to 0.3 %'),
  plateCase('four plates in parallel', oamInParallel, 0.025, 'the points scatter by 2 % about any smooth line'),
  {
    group,
    quantity: 'rectangular ducts, friction',
    unit: '1',
    scale: 'relative',
    tolerance: 1e-3,
    because: 'a polynomial for the exact series, good to 0.1 %',
    source: 'ducts',
    samples: () =>
      rectangularDucts.map(([aspect, published]) => ({
        at: `aspect ${aspect}`,
        published,
        ours: rectangularFriction(aspect),
      })),
  },
  {
    group,
    quantity: 'rectangular ducts, Nusselt',
    unit: '1',
    scale: 'relative',
    tolerance: 1e-3,
    because: 'a polynomial for the exact series, good to 0.1 %',
    source: 'ducts',
    samples: () =>
      rectangularDucts.map(([aspect, , published]) => ({
        at: `aspect ${aspect}`,
        published,
        ours: rectangularNusselt(aspect),
      })),
  },
  {
    group,
    quantity: 'microchannels, resistance',
    unit: 'K/W',
    scale: 'relative',
    tolerance: 0.25,
    because: 'theirs is the hottest point at the outlet, where the film is weakest; ours has the mean film',
    source: 'tuckerman',
    samples: () => [{ at: '8.6 cm³/s', published: tuckermanPease.resistance, ours: tuckermanResistance() }],
  },
  {
    group,
    quantity: 'microchannels, drop',
    unit: 'Pa',
    scale: 'relative',
    tolerance: 0.25,
    because: 'etched channels are uneven, and their headers are not described',
    source: 'tuckerman',
    samples: () => [
      {
        at: '8.6 cm³/s',
        published: tuckermanPease.pressureDrop,
        ours: microchannelState(tuckermanPease.geometry, tuckermanWater, tuckermanPease.flow).pressureDrop,
      },
    ],
  },
];
