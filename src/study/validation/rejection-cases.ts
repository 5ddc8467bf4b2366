/** Towers and dry coolers against stored results of the Buildings library. */

import { saturatedHumidityRatio } from '../../fluids/moist-air.ts';
import { sizeMerkelTower } from '../../physics/cooling-tower.ts';
import { type DryCooler, sizeDryCooler } from '../../physics/dry-cooler.ts';
import { nearSaturatedEnthalpy } from '../../physics/saturated-air.ts';
import { yorkCalcApproach, yorkCalcLeaving, yorkCalcWaterFraction } from '../../physics/tower-correlation.ts';
import {
  equivalentHeatCapacity,
  fanCurvePoints,
  merkelDay,
  merkelDesign,
  yorkApproach,
  yorkDay,
  yorkDayWaterFraction,
  yorkRating,
} from './cases/cooling-tower.ts';
import { chillerWse, trillium } from './cases/dry-coolers.ts';
import type { Sample, ValidationCase } from './validation-case.ts';

const group = 'Heat rejection';
const sea = 101_325;

function merkelSamples(): Sample[] {
  const tower = sizeMerkelTower(merkelDesign);
  return merkelDay.map(([inlet, leaving, wetBulb]) => ({
    at: `wet bulb ${wetBulb.toFixed(1)} K, water ${inlet.toFixed(1)} K`,
    published: leaving,
    ours: tower.leavingTemperature(inlet, 0.5, wetBulb, sea, 1),
  }));
}

function merkelRating(): Sample[] {
  const { inlet, waterFlow, wetBulb, pressure, leaving } = merkelDesign;
  const ours = sizeMerkelTower(merkelDesign).leavingTemperature(inlet, waterFlow, wetBulb, pressure, 1);
  return [{ at: 'rated point', published: leaving, ours }];
}

/** Theirs is per kg of mixture; a balance with constant dry air needs ours, per kg of dry air. */
function heatCapacitySamples(): Sample[] {
  const perMixture = (T: number) => nearSaturatedEnthalpy(T, sea) / (1 + saturatedHumidityRatio(T, sea));
  return equivalentHeatCapacity.map(([wetBulb, rise, published]) => ({
    at: `wet bulb ${wetBulb} K, rise ${rise} K`,
    published,
    ours: (perMixture(wetBulb + rise) - perMixture(wetBulb)) / rise,
  }));
}

function fanSamples(): Sample[] {
  const tower = sizeMerkelTower(merkelDesign);
  return fanCurvePoints
    .filter(([speed]) => speed >= 0.3)
    .map(([speed, published]) => ({
      at: `speed ${speed}`,
      published,
      ours: tower.fanPower(speed) / merkelDesign.fanPower,
    }));
}

/** The cooler of the example, its glycol as a capacity rate of 200 kW/K. */
function exampleCooler(): DryCooler {
  const { heat, inletTemperature, outletTemperature, airTemperature } = chillerWse;
  const coolantFlow = heat / (inletTemperature - outletTemperature) / 3720;
  return sizeDryCooler({ heat, inletTemperature, outletTemperature, coolantFlow, airTemperature, pressure: sea });
}

function coolerSamples(): Sample[] {
  const cooler = exampleCooler();
  const capacityRate = chillerWse.heat / (chillerWse.inletTemperature - chillerWse.outletTemperature);
  return [
    { at: 'conductance', published: chillerWse.conductance, ours: cooler.conductance },
    { at: 'transfer units', published: chillerWse.transferUnits, ours: cooler.conductance / capacityRate },
    { at: 'air flow', published: chillerWse.airFlow, ours: cooler.ratedAirFlow },
  ];
}

export const rejectionCases: readonly ValidationCase[] = [
  {
    group,
    quantity: 'saturated air, heat capacity',
    unit: 'J/(kg·K)',
    scale: 'relative',
    tolerance: 0.003,
    because: 'another formula of saturation pressure on either side',
    source: 'merkel',
    samples: heatCapacitySamples,
  },
  {
    group,
    quantity: 'Merkel tower, rated point',
    unit: 'K',
    scale: 'absolute',
    tolerance: 5e-3,
    because: 'saturated air is an approximation in the hot loop, the rating is exact',
    source: 'merkel',
    samples: merkelRating,
  },
  {
    group,
    quantity: 'Merkel tower through a day',
    unit: 'K',
    scale: 'absolute',
    tolerance: 0.06,
    because: 'theirs counts enthalpy per kg of mixture, leaves a factor of 1.0039 in its rating and lags by 30 s',
    source: 'merkel',
    samples: merkelSamples,
  },
  {
    group,
    quantity: 'fan power by speed',
    unit: '1',
    scale: 'absolute',
    tolerance: 1e-7,
    because: 'stored in single precision',
    source: 'merkel',
    samples: fanSamples,
  },
  {
    group,
    quantity: 'YorkCalc approach',
    unit: 'K',
    scale: 'absolute',
    tolerance: 1e-5,
    because: 'stored in single precision',
    source: 'york',
    samples: () =>
      yorkApproach.map(([water, air, published]) => ({
        at: `water ${water}, air ${air}`,
        published,
        ours: yorkCalcApproach(yorkRating.range, yorkRating.wetBulb, water, air),
      })),
  },
  {
    group,
    quantity: 'YorkCalc, rated water flow',
    unit: '1',
    scale: 'absolute',
    tolerance: 5e-8,
    because: 'stored in single precision',
    source: 'york',
    samples: () => [
      {
        at: 'approach 3.89 K',
        published: yorkRating.waterFraction,
        ours: yorkCalcWaterFraction(yorkRating.range, yorkRating.wetBulb, yorkRating.approach),
      },
    ],
  },
  {
    group,
    quantity: 'YorkCalc tower through a day',
    unit: 'K',
    scale: 'absolute',
    tolerance: 0.02,
    because: 'their tower holds 30 s of water',
    source: 'york',
    samples: () =>
      yorkDay.map(([inlet, wetBulb, leaving]) => ({
        at: `wet bulb ${wetBulb.toFixed(1)} K, water ${inlet.toFixed(1)} K`,
        published: leaving,
        ours: yorkCalcLeaving(inlet, wetBulb, yorkDayWaterFraction, 1),
      })),
  },
  {
    group,
    quantity: 'dry cooler, size',
    unit: 'W/K, 1, kg/s',
    scale: 'relative',
    tolerance: 1e-3,
    because: 'our air has 5 g/kg of vapour and a specific heat 0.05 % above theirs',
    source: 'dryCooler',
    samples: coolerSamples,
  },
  {
    group,
    quantity: 'dry cooler, fan power',
    unit: 'W',
    scale: 'relative',
    tolerance: 0.01,
    because: 'ours by default from the air volume, theirs printed for one product',
    source: 'dryCooler',
    samples: () => [
      {
        at: '2931 kW, 46.1 to 40.6 °C at 35 °C',
        published: trillium.fanPower,
        ours: sizeDryCooler({ ...trillium, coolantFlow: 130, pressure: sea }).ratedFanPower,
      },
    ],
  },
];
