/**
 * What a chiller's record in the library states: kind `chiller-carnot` for
 * warm water and any lift, kinds `chiller-eir` and `chiller-reformulated-eir`
 * for published curves inside their data, in the water that enters and in
 * that which leaves the condenser. The chiller machine reads all; they carry
 * no size but their own, and are scaled to the heat of the design hour.
 */

import type { Parameters } from '../library/parameters.ts';

/** The two condensers a record may have. */
export const condenserKinds = ['water', 'air'] as const;

const limits = {
  minimumEvaporatorLeaving: {
    quantity: 'temperature',
    range: [243.15, 333.15],
    about: 'Coldest chilled water the record holds for',
  },
  maximumEvaporatorLeaving: {
    quantity: 'temperature',
    range: [243.15, 333.15],
    about: 'Warmest chilled water the record holds for',
  },
  minimumCondenser: {
    quantity: 'temperature',
    range: [233.15, 333.15],
    about: 'Coldest water or air entering the condenser; a mixing valve keeps water above it',
  },
  maximumCondenser: {
    quantity: 'temperature',
    range: [243.15, 343.15],
    about: 'Warmest water or air entering the condenser',
  },
} as const satisfies Parameters;

export const chillerCarnotParameters = {
  condenser: { choice: condenserKinds, about: 'What cools the condenser' },
  ratedEvaporatorLeaving: {
    quantity: 'temperature',
    range: [263.15, 323.15],
    about: 'Chilled water leaving, at the rating',
  },
  ratedCondenserEntering: {
    quantity: 'temperature',
    range: [263.15, 333.15],
    about: 'Water or air entering the condenser, at the rating',
  },
  ratedCondenserRise: {
    quantity: 'temperature difference',
    range: [0, 30],
    about: 'Rise of the condenser water, at the rating; 0 K with air, whose rise is in the approach',
  },
  carnotFraction: {
    quantity: 'fraction',
    range: [0.2, 0.8],
    about: 'COP over that of Carnot between evaporating and condensing temperature, at full load',
  },
  evaporatorApproach: {
    quantity: 'temperature difference',
    range: [0, 10],
    about: 'Leaving chilled water above evaporating temperature, at rated heat',
  },
  condenserApproach: {
    quantity: 'temperature difference',
    range: [0, 30],
    about: 'Condensing temperature above leaving condenser water, or above entering air, at rated heat',
  },
  minimumLift: {
    quantity: 'temperature difference',
    range: [1, 40],
    about: 'Smallest difference of condensing and evaporating temperature the machine runs at',
  },
  maximumCop: { quantity: 'dimensionless', range: [2, 30], about: 'Highest COP of the compressor' },
  partLoad: {
    series: 'dimensionless',
    range: [-10, 10],
    length: 3,
    about: 'Factor on the Carnot fraction at part load y: f0 + f1 y + f2 y²; their sum is 1',
  },
  minimumLoad: { quantity: 'fraction', range: [0, 0.6], about: 'Load below which the machine cycles on and off' },
  auxiliaryShare: {
    quantity: 'fraction',
    range: [0, 0.1],
    about: 'Electricity of oil pump and controls while running, over rated heat',
  },
  capacityGain: {
    quantity: 'per-temperature coefficient',
    range: [0, 0.1],
    about: 'Gain of capacity per kelvin of warmer leaving chilled water, over rated heat',
  },
  capacityLoss: {
    quantity: 'per-temperature coefficient',
    range: [0, 0.1],
    about: 'Loss of capacity per kelvin of warmer water or air at the condenser, over rated heat',
  },
  maximumCapacity: {
    quantity: 'fraction',
    range: [1, 2],
    about: 'Highest capacity over rated heat, however small the lift',
  },
  ...limits,
} as const satisfies Parameters;

export const chillerEirParameters = {
  condenser: { choice: condenserKinds, about: 'What cools the condenser' },
  ratedHeat: { quantity: 'heat flow', range: [1e3, 1e8], about: 'Heat at the reference point of the curves' },
  ratedCop: { quantity: 'dimensionless', range: [1, 20], about: 'COP at the reference point' },
  ratedEvaporatorLeaving: {
    quantity: 'temperature',
    range: [263.15, 323.15],
    about: 'Chilled water leaving, at the reference point',
  },
  ratedCondenserEntering: {
    quantity: 'temperature',
    range: [263.15, 333.15],
    about: 'Water or air entering the condenser, at the reference point',
  },
  ratedEvaporatorFlow: { quantity: 'volume flow', range: [1e-4, 10], about: 'Chilled water at the reference point' },
  ratedCondenserFlow: {
    quantity: 'volume flow',
    range: [1e-4, 1000],
    about: 'Water, or air, through the condenser at the reference point',
  },
  capacityOfTemperature: {
    series: 'dimensionless',
    range: [-10, 10],
    length: 6,
    about:
      'Capacity factor a1 + a2 x + a3 x² + a4 y + a5 y² + a6 x y; x leaving chilled water, y entering condenser, in °C',
  },
  eirOfTemperature: {
    series: 'dimensionless',
    range: [-10, 10],
    length: 6,
    about: 'Factor of electricity per heat at full load, of the same form',
  },
  eirOfLoad: {
    series: 'dimensionless',
    range: [-10, 10],
    length: 3,
    about: 'Electricity over that at full load, b1 + b2 z + b3 z²; z heat over capacity',
  },
  minimumLoad: { quantity: 'fraction', range: [0, 0.6], about: 'Load below which the machine cycles on and off' },
  minimumUnloading: {
    quantity: 'fraction',
    range: [0, 1],
    about: 'Load below which hot gas is bypassed and the electricity no longer falls',
  },
  maximumLoad: { quantity: 'fraction', range: [0.5, 1.5], about: 'Highest load over the capacity of the curves' },
  ...limits,
} as const satisfies Parameters;

export const chillerReformulatedEirParameters = {
  condenser: { choice: ['water'], about: 'What cools the condenser: curves in what leaves it are of water' },
  ratedHeat: chillerEirParameters.ratedHeat,
  ratedCop: chillerEirParameters.ratedCop,
  ratedEvaporatorLeaving: chillerEirParameters.ratedEvaporatorLeaving,
  ratedCondenserLeaving: {
    quantity: 'temperature',
    range: [263.15, 343.15],
    about: 'Water leaving the condenser, at the reference point',
  },
  ratedEvaporatorFlow: chillerEirParameters.ratedEvaporatorFlow,
  ratedCondenserFlow: {
    quantity: 'volume flow',
    range: [1e-4, 10],
    about: 'Water through the condenser at the reference point',
  },
  capacityOfTemperature: {
    ...chillerEirParameters.capacityOfTemperature,
    about:
      'Capacity factor a1 + a2 x + a3 x² + a4 y + a5 y² + a6 x y; x chilled, y condenser water, both leaving, in °C',
  },
  eirOfTemperature: chillerEirParameters.eirOfTemperature,
  eirOfLoad: {
    series: 'dimensionless',
    range: [-10, 10],
    length: 10,
    about:
      'Electricity over that at full load, b1 + b2 y + b3 y² + b4 z + b5 z² + b6 y z + b7 y³ + b8 z³ + b9 y² z + b10 y z²; z heat over capacity',
  },
  minimumLoad: chillerEirParameters.minimumLoad,
  minimumUnloading: chillerEirParameters.minimumUnloading,
  maximumLoad: chillerEirParameters.maximumLoad,
  minimumEvaporatorLeaving: limits.minimumEvaporatorLeaving,
  maximumEvaporatorLeaving: limits.maximumEvaporatorLeaving,
  minimumCondenser: {
    ...limits.minimumCondenser,
    about: 'Coldest water leaving the condenser; a mixing valve keeps it there',
  },
  maximumCondenser: { ...limits.maximumCondenser, about: 'Warmest water leaving the condenser' },
} as const satisfies Parameters;
