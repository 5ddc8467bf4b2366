/**
 * Published values of flow boiling, two-phase friction and gas viscosity.
 *
 * [1] ht (C. Bell, MIT), documentation of `Li_Wu`.
 * [2] fluids (C. Bell, MIT), documentation of `Muller_Steinhagen_Heck`.
 * [3] A public implementation of Kim and Mudawar's correlations by others, run at the properties of R134a at 40 °C.
 * [4] CoolProp 8.0.0: saturated vapour, reference equations of each fluid.
 */

/** A tube of 0.3 m, 1 kg/s at x = 0.2, 100 kW/m²: the documentation's own numbers, outside every channel's range. */
export const liWuDocumented = {
  massFlux: 1 / ((Math.PI / 4) * 0.3 * 0.3),
  heatFlux: 1e5,
  hydraulicDiameter: 0.3,
  quality: 0.2,
  state: {
    liquidDensity: 567,
    vapourDensity: 18.09,
    conductivity: 0.086,
    viscosity: 156e-6,
    surfaceTension: 0.02,
    latentHeat: 9e5,
    specificHeat: NaN,
  },
  coefficient: 5345.409399239492,
  source: '[1]',
} as const;

/** 0.6 kg/s at x = 0.1 through 1 m of a smooth tube of 50 mm. */
export const frictionDocumented = {
  massFlux: 0.6 / ((Math.PI / 4) * 0.05 * 0.05),
  hydraulicDiameter: 0.05,
  quality: 0.1,
  pair: { liquidDensity: 915, vapourDensity: 2.67, viscosity: 180e-6, vapourViscosity: 14e-6 },
  pressureDrop: 793.4465457435081,
  source: '[2]',
} as const;

/** R134a at 40 °C: properties that the values below were made with. */
export const r134aAt40 = {
  liquidDensity: 1146.74,
  vapourDensity: 50.085,
  latentHeat: 163019,
  surfaceTension: 6.115e-3,
  viscosity: 0.1614e-3,
  specificHeat: 1498.4,
  conductivity: 0.07472,
  vapourViscosity: 12.373e-6,
  reducedPressure: 0.25,
} as const;

/** G [kg/(m²·s)], D [m], x, q [W/m²] → coefficient heated all round, dry-out quality heated on three quarters and all round. */
export const kimMudawarWitness = [
  [300, 1e-3, 0.2, 4e4, 10415.66030385989, 0.6343229498832386, 0.6026429315835935],
  [300, 1e-3, 0.5, 4e4, 9743.0303040153, 0.6343229498832386, 0.6026429315835935],
  [500, 0.5e-3, 0.3, 1e5, 22957.067490650254, 0.45320725503566983, 0.41294981311871926],
  [800, 2e-3, 0.1, 2e4, 6527.356348402672, 0.6770845706019692, 0.6423449820152174],
] as const;

/** Saturated vapour: fluid, T_c [K], p_c [Pa], M [kg/mol], then μ [µPa·s] at 0, 20, 40, 60 °C. */
export const vapourViscosities = [
  ['R134a', 374.21, 4.0593e6, 0.102032, [10.726, 11.488, 12.373, 13.587]],
  ['R1234ze(E)', 382.51, 3.6349e6, 0.1140416, [11.31, 12.202, 13.168, 14.332]],
  ['R245fa', 427.01, 3.651e6, 0.13404794, [10.793, 11.617, 12.459, 13.345]],
] as const;
