/**
 * Published ratings of dry coolers.
 *
 * [1] Modelica Buildings Library, Applications.DataCenters.LiquidCooled.Examples.ChillerWSE: the sizing of its dry
 *     cooler, air 1014.54 J/(kg·K).
 * [2] ibid., record of the BAC Trillium TDFS1238N-C60ET40B.
 */

export const chillerWse = {
  heat: 1e6,
  inletTemperature: 317.15,
  outletTemperature: 312.15,
  airTemperature: 309.15,
  effectiveness: 0.625,
  transferUnits: 2.1057,
  conductance: 421_100,
  airFlow: 197.1,
  airSpecificHeat: 1014.54,
  source: '[1]',
};

export const trillium = {
  heat: 2.931e6,
  inletTemperature: 319.26,
  outletTemperature: 313.7,
  airTemperature: 308.15,
  fanPower: 117_680,
  source: '[2]',
};
