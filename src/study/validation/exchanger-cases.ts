/** Heat exchangers: effectiveness against documented values and exact series, a plate against stored results. */

import {
  conductanceForDuty,
  exchangerHeat,
  type ExchangerRating,
  exchangerRating,
  filmRatio,
} from '../../physics/heat-exchange.ts';
import { counterflowEffectiveness, crossflowEffectiveness, transferUnitsOf } from '../../physics/effectiveness.ts';
import { counterflowDocumented, crossflowExample, crossflowSeries, platePControl } from './cases/heat-exchange.ts';
import type { Sample, ValidationCase } from './validation-case.ts';

const group = 'Heat exchangers';

/** Specific heat of the library's water [J/(kg·K)]. */
const waterHeat = 4184;

function seriesSamples(least: number, most: number): Sample[] {
  const samples: Sample[] = [];
  for (let units = least; units <= most; units += 0.5) {
    for (const ratio of [0.1, 0.25, 0.5, 0.75, 0.9, 1]) {
      samples.push({
        at: `NTU ${units}, C ${ratio}`,
        published: crossflowSeries(units, ratio),
        ours: crossflowEffectiveness(units, ratio),
      });
    }
  }
  return samples;
}

/** The exchanger of the library's example, rated by ε 0.5 with the smaller stream in the limit. */
export function exampleRating(): ExchangerRating {
  const conductance = conductanceForDuty({
    arrangement: 'counterflow',
    heat: 0.5 * 0.005 * waterHeat * 40,
    firstCapacityRate: 0.01 * waterHeat,
    secondCapacityRate: 0.005 * waterHeat,
    temperatureDifference: 40,
  });
  return exchangerRating({
    arrangement: 'counterflow',
    conductance,
    firstFlow: 0.01,
    secondFlow: 0.005,
    filmRatio: Math.exp(0.8 * Math.LN2),
  });
}

function plateSamples(value: 'heat' | 'outlets'): Sample[] {
  const rating = exampleRating();
  return platePControl.flatMap(({ firstFlow, secondFlow, heat, firstOutlet, secondOutlet }) => {
    const [first, second] = [firstFlow * waterHeat, secondFlow * waterHeat];
    const moved = exchangerHeat(rating, firstFlow, first, secondFlow, second, 40);
    const at = `${(1000 * firstFlow).toFixed(2)} and ${(1000 * secondFlow).toFixed(2)} g/s`;
    if (value === 'heat') return [{ at, published: heat, ours: moved }];
    return [
      { at: `${at}, hot outlet`, published: firstOutlet, ours: 333.15 - moved / first },
      { at: `${at}, cold outlet`, published: secondOutlet, ours: 293.15 + moved / second },
    ];
  });
}

/** hA of water over hA of 25 % glycol as the CDU of the library rates them at 42 °C. */
function filmRatioSample(): Sample {
  const waterSide = {
    massFlow: 302.868069,
    conductivity: 0.632770425,
    viscosity: 0.000626537958,
    specificHeat: (4.13709692 * 0.632770425) / 0.000626537958,
  };
  const glycolSide = {
    massFlow: 322.192226,
    conductivity: 0.483511613,
    viscosity: 0.00131782931,
    specificHeat: 3964.82785,
  };
  return { at: '302.9 kg/s on 322.2 kg/s', published: 1.63940327, ours: filmRatio(waterSide, glycolSide) };
}

export const exchangerCases: readonly ValidationCase[] = [
  {
    group,
    quantity: 'counterflow, NTU 5, C 0.7',
    unit: '1',
    scale: 'absolute',
    tolerance: 1e-12,
    because: 'printed to twelve digits',
    source: 'ht',
    samples: () => [
      {
        at: 'NTU 5, C 0.7',
        published: counterflowDocumented.effectiveness,
        ours: counterflowEffectiveness(counterflowDocumented.transferUnits, counterflowDocumented.capacityRatio),
      },
    ],
  },
  {
    group,
    quantity: 'crossflow, NTU up to 5',
    unit: '1',
    scale: 'absolute',
    tolerance: 0.011,
    because: 'the common closed form is an approximation of the exact series',
    source: 'mason',
    samples: () => seriesSamples(0.5, 5),
  },
  {
    group,
    quantity: 'crossflow, NTU 5.5 to 10',
    unit: '1',
    scale: 'absolute',
    tolerance: 0.02,
    because: 'the same, beyond what coils of data centres have',
    source: 'mason',
    samples: () => seriesSamples(5.5, 10),
  },
  {
    group,
    quantity: 'crossflow NTU from a chart',
    unit: '1',
    scale: 'absolute',
    tolerance: crossflowExample.readTo,
    because: 'a chart is read to about 0.1',
    source: 'textbook',
    samples: () => [
      {
        at: 'exhaust gas heats water',
        published: crossflowExample.transferUnits,
        ours: transferUnitsOf.crossflow(crossflowExample.effectiveness, crossflowExample.capacityRatio),
      },
    ],
  },
  {
    group,
    quantity: 'plate off rating, heat',
    unit: 'W',
    scale: 'relative',
    tolerance: 1e-6,
    because: 'stored in single precision',
    source: 'plate',
    samples: () => plateSamples('heat'),
  },
  {
    group,
    quantity: 'plate off rating, outlets',
    unit: 'K',
    scale: 'absolute',
    tolerance: 5e-4,
    because: 'stored in single precision',
    source: 'plate',
    samples: () => plateSamples('outlets'),
  },
  {
    group,
    quantity: 'films, water on 25 % glycol',
    unit: '1',
    scale: 'relative',
    tolerance: 1e-7,
    because: 'stored to nine digits',
    source: 'buildingsCdu',
    samples: () => [filmRatioSample()],
  },
];
