/** Boiling, condensation, convection and pipe friction against worked examples of others. */

import { bracketedRoot } from '../../numerics/bracketed-root.ts';
import { cooperCoefficient, criticalFluxConstant, criticalHeatFlux, rohsenowFlux } from '../../physics/boiling.ts';
import { horizontalTubeCondensation } from '../../physics/condensation.ts';
import { flatPlateNusselt, gnielinskiNusselt, verticalPlateNusselt } from '../../physics/convection.ts';
import { flowAtPressureDrop, pressureDropRatio } from '../../physics/flow-resistance.ts';
import { turbulentFriction } from '../../physics/pipe-friction.ts';
import {
  boilingWater,
  coldPlateInAir,
  colebrook,
  condenserBank,
  cooperWater,
  fireScreen,
  gnielinski,
  novec649,
} from './cases/transfer.ts';
import { coolantsAt20, partiallyTurbulentFlows } from './cases/flow-resistance.ts';
import type { SourceKey } from './sources.ts';
import type { Sample, ValidationCase } from './validation-case.ts';

const group = 'Boiling, convection and friction';

interface Example {
  readonly quantity: string;
  readonly unit: string;
  readonly tolerance: number;
  readonly because: string;
  readonly source: SourceKey;
  readonly note?: string;
  readonly samples: () => readonly Sample[];
}

const relative = (example: Example): ValidationCase => ({ group, scale: 'relative', ...example });
const threeDigits = 'printed to three or four digits, worked with rounded values between';

/** 1/√f of Colebrook by a root of its equation, from smooth to fully rough. */
function colebrookSamples(): Sample[] {
  const samples: Sample[] = [
    {
      at: 'Re 1e5, roughness 1e-4, documented',
      published: colebrook.friction,
      ours: turbulentFriction(colebrook.reynolds, colebrook.roughness),
    },
  ];
  for (const reynolds of [4e3, 1e4, 1e5, 1e6, 1e8]) {
    for (const rough of [0, 1e-6, 1e-4, 1e-2, 0.05]) {
      const root = bracketedRoot((x) => x + 2 * Math.log10(rough / 3.7 + (2.51 * x) / reynolds), 1, 30, 0);
      samples.push({
        at: `Re ${reynolds.toExponential(0)}, roughness ${rough}`,
        published: 1 / (root * root),
        ours: turbulentFriction(reynolds, rough),
      });
    }
  }
  return samples;
}

function boilingSamples(): Sample[] {
  const { state, superheat, surfaceConstant, flux } = boilingWater;
  return [{ at: 'water, copper pan, 18 K', published: flux, ours: rohsenowFlux(superheat, state, surfaceConstant, 1) }];
}

function criticalFluxSamples(): Sample[] {
  return [
    {
      at: 'water at 1 atm',
      published: boilingWater.criticalFlux,
      ours: criticalHeatFlux(boilingWater.state, criticalFluxConstant.lienhardDhir),
    },
  ];
}

function cooperSamples(): Sample[] {
  const { reducedPressure, molarMass, superheat, coefficient } = cooperWater;
  const ours = cooperCoefficient(coefficient * superheat, reducedPressure, molarMass, 1e-6);
  return [{ at: 'water at 1 atm, 4.3 K', published: coefficient, ours }];
}

function condenserSamples(): Sample[] {
  const { state, subcooling, diameter, tubes, coefficient } = condenserBank;
  const ours = horizontalTubeCondensation(subcooling, diameter, tubes, 0.25, state);
  return [{ at: 'steam at 0.15 bar, 20 tubes in a column', published: coefficient, ours }];
}

function convectionSamples(): Sample[] {
  return [
    {
      at: 'fire screen, natural',
      published: fireScreen.nusselt,
      ours: verticalPlateNusselt(fireScreen.rayleigh, fireScreen.prandtl),
    },
    {
      at: 'plate in air, laminar',
      published: coldPlateInAir.nusselt,
      ours: flatPlateNusselt(coldPlateInAir.reynolds, coldPlateInAir.prandtl),
    },
  ];
}

function dropRatios(): Sample[] {
  const { water, glycol, exponent, sameFlow, sameHeat } = coolantsAt20;
  const [viscosity, density] = [glycol.viscosity / water.viscosity, glycol.density / water.density];
  const flow = water.specificHeat / glycol.specificHeat;
  return [
    { at: 'same mass flow', published: sameFlow, ours: pressureDropRatio(1, viscosity, density, exponent) },
    { at: 'same heat', published: sameHeat, ours: pressureDropRatio(flow, viscosity, density, exponent) },
  ];
}

export const transferCases: readonly ValidationCase[] = [
  relative({
    quantity: 'nucleate boiling, Rohsenow',
    unit: 'W/m²',
    tolerance: 1e-3,
    because: threeDigits,
    source: 'textbook',
    samples: boilingSamples,
  }),
  relative({
    quantity: 'critical heat flux of water',
    unit: 'W/m²',
    tolerance: 5e-3,
    because: threeDigits,
    source: 'textbook',
    samples: criticalFluxSamples,
  }),
  relative({
    quantity: 'critical flux of Novec 649',
    unit: 'W/m²',
    tolerance: 5e-3,
    because: 'worked by hand to three digits',
    source: 'zuber',
    samples: () => [
      {
        at: '1 atm',
        published: novec649.criticalFlux,
        ours: criticalHeatFlux(novec649.state, criticalFluxConstant.zuber),
      },
    ],
  }),
  relative({
    quantity: 'nucleate boiling, Cooper',
    unit: 'W/(m²·K)',
    tolerance: 1e-9,
    because: 'the same equation with sixteen printed digits',
    source: 'ht',
    samples: cooperSamples,
  }),
  relative({
    quantity: 'condensation on a tube bank',
    unit: 'W/(m²·K)',
    tolerance: 1e-3,
    because: threeDigits,
    source: 'textbook',
    samples: condenserSamples,
  }),
  relative({
    quantity: 'Nusselt of two plates',
    unit: '1',
    tolerance: 2e-3,
    because: threeDigits,
    source: 'textbook',
    samples: convectionSamples,
  }),
  relative({
    quantity: 'Nusselt in a turbulent duct',
    unit: '1',
    tolerance: 1e-12,
    because: 'the same equation with sixteen printed digits',
    source: 'ht',
    samples: () => {
      const { reynolds, prandtl, friction, nusselt } = gnielinski;
      return [{ at: 'Re 1e5, Pr 1.2', published: nusselt, ours: gnielinskiNusselt(reynolds, prandtl, friction) }];
    },
  }),
  relative({
    quantity: 'friction against Colebrook',
    unit: '1',
    tolerance: 4e-5,
    because: 'an explicit formula for the root of Colebrook’s equation',
    source: 'ht',
    note: 'The first is documented, the others are roots of the equation by bracketing.',
    samples: colebrookSamples,
  }),
  relative({
    quantity: 'flow by a power law',
    unit: 'kg/s',
    tolerance: 1e-6,
    because: 'stored in single precision',
    source: 'resistances',
    samples: () =>
      partiallyTurbulentFlows.flows.map(([exponent, published]) => ({
        at: `10 kPa, exponent ${exponent}`,
        published,
        ours: flowAtPressureDrop({ ...partiallyTurbulentFlows.rated, exponent }, partiallyTurbulentFlows.pressureDrop),
      })),
  }),
  relative({
    quantity: 'drop of glycol over water',
    unit: '1',
    tolerance: 2e-3,
    because: 'properties at 20 °C printed to four digits',
    source: 'resistances',
    samples: dropRatios,
  }),
];
