/**
 * Two hours of a facility's PUE with every input and every part, per kW of IT.
 *
 * Lei and Masanet: Statistical analysis for predicting location-specific data
 * center PUE, Energy 201 (2020) 117556, and the authors' public prediction
 * tool. Printed digits are the tool's doubles; the tolerance of the sums is
 * 1e-4, that of the parts half of their last printed digit.
 *
 *     Q      = 1 + UPS loss + distribution loss + lighting
 *     fans   = ṁ/ρ Δp/η,   ṁ = Q/(1.01 ΔT)
 *     supply water = T_return air − ΔT_air/HTE
 *     economizer carries all while T_wb + tower approach + exchanger approach ≤ supply water
 *     pumps  = ṁ/ρ Δp/η,   ṁ = Q/SHR/(4.2 ΔT)
 *     tower air = tower water/(L/G)
 */

/** Outdoor air of both hours [°C], [%], [Pa]. */
export const weather = { celsius: 20, relativeHumidity: 40, pressure: 101_325 };

/** Properties that the authors take, where we have our own [kJ/(kg·K)], [kg/m³]. */
export const theirs = {
  airSpecificHeat: 1.01,
  waterSpecificHeat: 4.2,
  waterDensity: 1000,
  airDensity: (celsius: number): number => (1.293 * 273.15) / (273.15 + celsius),
  /** Latent heat [kJ/kg]. */
  latentHeat: (celsius: number): number => -0.0013 * celsius * celsius - 2.3097 * celsius + 2500.5,
};

const chain = { upsEfficiency: 0.980302734, distributionLoss: 0.00560546875, lighting: 0.00181445313 };

/** LM20-AE: airside economizer with adiabatic cooling; in this hour outdoor air does it alone. */
export const airside = {
  ...chain,
  supplyAir: [10.3671875, 34.1953125],
  dewPoint: [-10.4970703, 15.8320312],
  relativeHumidity: [0.0901953125, 0.676464844],
  airRise: 14.7840712,
  fan: { pressure: 685.058594, efficiency: 0.829931641 },
  parts: { ups: 0.020093, distribution: 0.005637, lighting: 0.001814, fan: 0.04714773 },
  pue: 1.0746922969797756,
} as const;

/** LM20-WEC: waterside economizer with chillers; in this hour the economizer carries all. */
export const waterside = {
  ...chain,
  supplyAir: 27.3671875,
  airRise: 18.8856337,
  waterRise: 7.50488281,
  towerRange: 4.13867188,
  fan: { pressure: 416.992188, efficiency: 0.713720703 },
  towerFan: { pressure: 148.339844, efficiency: 0.745947266 },
  humidifierPump: { pressure: 6500976.56, efficiency: 0.674023438 },
  economizerPump: { pressure: 156284.191, efficiency: 0.668945312 },
  towerPump: { pressure: 210534.68, efficiency: 0.709960938 },
  towerApproach: 6.50576172,
  exchangerApproach: 2.29404297,
  coilEffectiveness: 0.816601563,
  sensibleRatio: 0.986289063,
  waterToAir: 1.11914062,
  wetBulb: 12.3045,
  supplyWater: 23.1257,
  parts: {
    ups: 0.020093044,
    distribution: 0.005637067,
    lighting: 0.001814453,
    fan: 0.026780393,
    humidifier: 5.65231e-5,
    economizerPump: 0.007721962,
    towerPump: 0.017773598,
    towerFan: 0.008839778,
  },
  pue: 1.0887168184890426,
} as const;
