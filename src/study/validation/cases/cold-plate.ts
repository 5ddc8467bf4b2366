/**
 * Measured cold plates and laminar ducts.
 *
 * [1] Chen et al., OCP OAI System Liquid Cooling Guidelines, rev. 1.0 (March 2023), figures 7, 8 and 13:
 *     1 kW OAM cold plate, case to coolant inlet, read to 1e-4 K/W.
 * [2] R. K. Shah, A. L. London, Laminar Flow Forced Convection in Ducts (1978), tables 42 and 43
 *     (exact series): f Re to five digits, Nu_H1 to four.
 * [3] D. B. Tuckerman, R. F. W. Pease, High-performance heat sinking for VLSI, IEEE Electron Device
 *     Lett. 2 (1981) 126–129, table I, test 81G29: largest temperature rise over power, at the outlet.
 */
export const oamPropyleneGlycol = {
  litresPerMinute: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.2, 2.4],
  resistance: [0.0389, 0.0325, 0.03, 0.028, 0.0265, 0.0255, 0.0245, 0.023, 0.022, 0.0214, 0.0209, 0.0204, 0.02, 0.0197],
  source: '[1], figure 7',
} as const;

export const oamWater = {
  litresPerMinute: [2, 3, 4, 5],
  resistance: [0.0172, 0.016, 0.0154, 0.0151],
  source: '[1], figure 8',
} as const;

/** Four plates in parallel, per plate. */
export const oamInParallel = {
  litresPerMinute: [1.5, 2, 2.5, 3, 3.5],
  resistance: [0.0183, 0.0176, 0.017, 0.0166, 0.0157],
  source: '[1], figure 13',
} as const;

/** What the Buildings library's fit of R·V against V gives for figure 7: K/W and K·m³/(W·s). */
export const oamFitOfBuildings = { infinite: 0.0161661, perFlow: 1.39873e-7 } as const;

/** α, f Re (Fanning), Nu_H1. */
export const rectangularDucts = [
  [1, 14.227, 3.608],
  [0.5, 15.548, 4.123],
  [0.25, 18.233, 5.331],
  [0.125, 20.585, 6.49],
  [0, 24, 8.235],
] as const;

export const tuckermanPease = {
  geometry: {
    channels: 100,
    channelWidth: 50e-6,
    channelHeight: 302e-6,
    channelLength: 0.01,
    finThickness: 50e-6,
    // Wafer 0.45 mm less the channel.
    baseThickness: 150e-6,
    conductivity: 148,
  },
  flow: 8.6e-6,
  resistance: 0.09,
  pressureDrop: 31 * 6894.757,
  source: '[3]',
} as const;
