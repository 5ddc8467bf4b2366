/**
 * Cooling coils and evaporative coolers: stored results of others (BSD 3-clause).
 *
 * [1] Modelica Buildings Library, HeatExchangers.Validation.WetCoilEffectivenessNTUCounterFlow, 2021-11-25: a coil of
 *     Mitchell and Braun, Principles of HVAC in Buildings (2012), example SM-2-1, in counterflow, with air of rising
 *     humidity. Read there; the book was not opened.
 * [2] EnergyPlus 23.1 with EvaporativeCooler:Direct:CelDekPad, as stored in the same library, Resources/Data/Fluid/
 *     Humidifiers/EvaporativeCoolers/Direct/Direct.dat.
 * [3] Munters CELdek 7090-15, 150 mm, as digitised in the same library, Humidifiers.EvaporativeCoolers.Data.Munters.
 * [4] ibid., BaseClasses.Validation.IndirectWet, 2026-08-24, after EnergyPlus.
 */

/** The coil of [1]: air 80 °F, water 42 °F; UA of air and water in series, hA_air/hA_water. Air is moist air. */
export const wetCoil = {
  airFlow: 2.646,
  airTemperature: 299.8167,
  waterFlow: 3.78,
  waterSpecificHeat: 4184,
  waterTemperature: 278.7056,
  conductance: 4748,
  filmRatio: 2 / 3,
  pressure: 101_325,
} as const;

/** Humidity ratio in every tenth of the run [kg/kg]: it rises evenly from 0.0035383 to 0.01765. */
export const wetCoilHumidity = (tenth: number): number => 0.003_538_3 + (tenth / 10) * (0.017_65 - 0.003_538_3);

/** Tenth of the run, heat into the water [W], air leaving [K] by ε–NTU on temperatures, nothing condenses. */
export const dryCoilRows = [
  [0, 45251.5390625, 282.8675231933594],
  [1, 45282.9140625, 282.8758544921875],
] as const;

/** The same by ε–NTU on enthalpies after Braun, all wet: heat out of the air, which it gives to the water whole. */
export const wetCoilRows = [
  [6, 63992.9961, 284.9432],
  [7, 69990.5067, 285.3852],
  [8, 75922.2, 285.8273],
  [9, 81788.5781, 286.2693],
  [10, 87591.3203, 286.7108],
] as const;

/** The same by 30 finite volumes in a row: heat into the water [W], air leaving [K], sensible part of the heat [1]. */
export const discreteCoilRows = [
  [1, 44697.0078, 283.0946, 1],
  [2, 44727.7578, 283.1028, 1],
  [3, 46990.1602, 283.562, 0.9266],
  [4, 51375.7969, 284.1599, 0.8175],
  [5, 56526.5547, 284.7076, 0.7183],
  [6, 62039.2656, 285.2127, 0.6338],
  [7, 67534.1484, 285.7093, 0.5636],
  [8, 72951.5859, 286.2038, 0.5046],
  [9, 78291.7969, 286.6961, 0.4542],
  [10, 83551.9297, 287.1861, 0.4107],
] as const;

/** Air entering a pad [°C], [kg/kg] and leaving it [°C], [kg/kg] in four steps of [2]; Chicago at about 98 900 Pa. */
export const padRows = [
  [23.18, 0.01163, 21.33, 0.0124],
  [22.99, 0.01118, 21.28, 0.01189],
  [22.32, 0.01066, 21.07, 0.01118],
  [23.41, 0.01425, 21.16, 0.01519],
] as const;
/** From the outdoor air of those steps: 22.70 °C, 80.33 % and 0.01425 kg/kg. */
export const padPressure = 98_900;

/** Face velocity [m/s], saturation effectiveness [1] of [3]. */
export const padEffectivenessRows = [
  [0.5, 0.908],
  [1, 0.881],
  [1.5, 0.854],
  [2, 0.828],
  [2.5, 0.808],
  [3, 0.788],
  [3.5, 0.766],
  [4, 0.752],
  [4.5, 0.731],
  [5, 0.719],
] as const;

/** Cooled and outdoor volume flow [m³/s], air leaving [K] of [4]: ε₀ 0.8, slope 0.16, 296.15 K, wet bulb 289.3 K. */
export const indirectRows = [
  [1, 1, 291.7659912],
  [1.25, 1, 292.0400085],
  [1.5, 1, 292.3139954],
  [1, 1.25, 291.546814],
  [1, 1.5, 291.4006653],
] as const;
export const indirectCooler = { greatest: 0.8, slope: 0.16, entering: 296.15, wetBulb: 289.3 } as const;
