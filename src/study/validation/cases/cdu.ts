/**
 * CDUs: a published rating, and settled states away from a rating.
 *
 * [1] Project Deschutes CDU, Open Compute Project (2026), as reprinted in the Modelica Buildings Library: 2 MW,
 *     approach 3 K, technology loop 31.48 kg/s, facility loop 32.30 kg/s entering at 26.8 °C.
 * [2] Modelica Buildings Library, DataCenterEquipment.CDUs.LiquidToLiquid.Examples.CDU_epsNTU, reference result of
 *     2026-07-13 (BSD 3-clause, single precision): 48 racks of 132 kW in 25 % propylene glycol by volume, frozen at
 *     30 °C; water of 4184 J/(kg·K) and 995.586 kg/m³ at 36 °C. Settled at 2592 s (all of the load, valve open) and
 *     4464 s (60 %, the valve holds 42 °C).
 */

export const deschutes = {
  heat: 2e6,
  approach: 3,
  technologyFlow: 31.48,
  facilityFlow: 32.3,
  facilityInlet: 26.8,
  /** Specific heat of water at about 30 °C; the sheet names deionised water first. */
  specificHeat: 4180,
  source: '[1]',
} as const;

export const buildingsCdu = {
  rackHeat: 6.336e6,
  /** UA [W/K] and hA plant over hA rack at the rated flows [kg/s], as derived from the record. */
  rated: { conductance: 1_054_279.07, filmRatio: 1.63940327, plantFlow: 302.868069, rackFlow: 322.192226 },
  glycol: { specificHeat: 3933.0558, density: 1015.7092 },
  waterSpecificHeat: 4184,
  plantInlet: 309.15,
  supplySetpoint: 315.15,
  /** Δp at the rated flow [Pa] and its exponent. */
  rack: { ratedPressureDrop: 60_000, exponent: 1.85 },
  exchanger: { ratedPressureDrop: 80_000, exponent: 2 },
  filter: { ratedPressureDrop: 65_000, exponent: 1.76 },
  /** What the pump holds between the rack ports [Pa]. */
  heldHead: 50_000,
  pumpEfficiency: 0.7,
  /** Equal percentage in series with the exchanger at 160 kPa, half of it each when open. */
  valve: { rangeability: 50, leakage: 1e-4, foot: 0.01, authority: 0.5 },
  full: {
    supply: 315.33844,
    return: 320.856293,
    plantLeaving: 314.2052,
    heat: 6_405_945,
    pumpPower: 69_945.148,
    pumpHead: 170_337.64,
    caseTemperature: 325.571716,
  },
  /** Cold plates in parallel: as many as have 1.25 L/min each at the rated flow. */
  plates: 15_226.038,
  part: { load: 0.6, opening: 0.77649 },
  source: '[2]',
} as const;
