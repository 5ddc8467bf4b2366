/**
 * Flow resistances: reference results of the Modelica Buildings Library (BSD 3-clause, single precision).
 *
 * [1] FixedResistances.Validation.PressureDropPartiallyTurbulent: 2 kg/s at 5 kPa.
 * [2] Media.Conversions validation PressureDrop_massFlowRate: water to 25 % propylene glycol by volume at 20 °C,
 *     exponent 1.688 (Melinder's handbook).
 */

export const partiallyTurbulentFlows = {
  rated: { ratedPressureDrop: 5000, ratedFlow: 2 },
  pressureDrop: 10_000,
  /** Exponent n of Δp ∝ ṁⁿ, flow [kg/s] at 10 kPa. */
  flows: [
    [2, 2.82842708],
    [1.25, 3.48220229],
    [1, 4],
  ],
  source: '[1]',
} as const;

export const coolantsAt20 = {
  water: { density: 998.2, viscosity: 1.0016e-3, specificHeat: 4184 },
  glycol: { density: 1020.19, viscosity: 2.541e-3, specificHeat: 3908.3 },
  exponent: 1.688,
  /** Pressure drop of the glycol over that of the water. */
  sameFlow: 1.30822031,
  sameHeat: 1.46815336,
  source: '[2]',
} as const;
