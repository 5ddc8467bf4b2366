/**
 * Cooling towers: reference results of the Modelica Buildings Library (BSD 3-clause, single precision)
 * and what towers must obey.
 *
 * [1] CoolingTowers.Examples.Merkel, 2026-04-27, San Francisco summer day, fan at full speed, 0.5 kg/s.
 * [2] CoolingTowers.BaseClasses.Functions.Validation.EquivalentHeatCapacity, 2020-01-08.
 * [3] CoolingTowers.BaseClasses.Characteristics.Validation.NormalizedPower, 2019-12-23.
 * [4] CoolingTowers.Correlations.Examples.YorkCalc, 2015-05-08: range 5.56 K, wet bulb 25.55 °C.
 * [5] CoolingTowers.Examples.YorkCalc, 2026-04-27.
 */
export const merkelDesign = {
  waterFlow: 0.501912046,
  inlet: 308.15,
  leaving: 302.59,
  wetBulb: 298.7,
  pressure: 101325,
  waterToAir: 1.08923495,
  fanPower: 583.8,
  source: '[1]',
} as const;

/** Entering, leaving, wet bulb [K]. The tower's 30 s of water lag smears them by up to 0.014 K. */
export const merkelDay = [
  [295.807587, 293.419678, 290.611786],
  [296.3484, 293.838348, 290.9404],
  [297.138184, 295.050079, 292.840881],
  [298.077515, 295.424377, 292.595093],
  [296.97168, 294.2883, 291.242493],
  [295.623627, 293.007507, 289.828766],
  [294.378845, 291.555359, 287.822052],
] as const;

/** Wet bulb in [K], rise [K], equivalent specific heat per kg of moist air [J/(kg·K)]. */
export const equivalentHeatCapacity = [
  [283.15, 10, 2753.12744],
  [288.15, 10, 3323.04297],
  [293.15, 10, 4049.34058],
  [298.15, 10, 4968.96875],
  [303.15, 10, 6127.61426],
  [303.15, 20, 7767.10156],
] as const;

/** Speed, electricity over rated. */
export const fanCurvePoints = [
  [0, 0],
  [0.1, 0.001],
  [0.3, 0.027],
  [0.5, 0.11788889],
  [0.6, 0.216],
  [1, 1],
] as const;

/** Water fraction, air fraction, approach [K] at range 5.56 K and wet bulb 298.7 K. */
export const yorkApproach = [
  [0.75, 1, 2.63362098],
  [1, 0.75, 5.4582047],
  [1, 0.25, 18.3333359],
] as const;

/** Rated range, wet bulb, approach; water fraction of the rating. */
export const yorkRating = { range: 5.56, wetBulb: 298.7, approach: 3.89, waterFraction: 1.00939294 } as const;

/** Water fraction of [5]: 0.5 kg/s over the flow that its rating leads to. */
export const yorkDayWaterFraction = 1.00554764;

/** Entering, wet bulb, leaving [K] at full fan; lag as in [1]. */
export const yorkDay = [
  [295.916138, 290.611786, 293.528229],
  [296.446228, 290.98761, 293.953949],
  [298.17334, 292.595093, 295.504547],
  [297.034241, 291.242493, 294.351288],
  [294.437439, 287.822052, 291.617188],
] as const;
