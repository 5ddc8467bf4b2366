/**
 * Published psychrometric tables.
 *
 * Source of the first four: ASHRAE Handbook Fundamentals 2017, chapter 1, tables 1 to 3, as quoted in the tests of
 * PsychroLib 2.5 (github.com/psychrometrics/psychrolib, tests/test_psychrolib_si.py).
 */

/** Table 3: temperature [°C], saturation pressure [Pa]. */
export const saturationPressureRows: readonly (readonly [number, number])[] = [
  [-60, 1.08],
  [-20, 103.24],
  [-5, 401.74],
  [5, 872.6],
  [25, 3169.7],
  [50, 12351.3],
  [100, 101418],
  [150, 476101.4],
];

/**
 * The Handbook claims 300 ppm of the true values for the equations; −60 °C is printed to three digits only, so half
 * the last digit is taken there.
 */
export const saturationPressureTolerance = 300e-6;

/** Table 2, at 101.325 kPa: temperature [°C], saturated humidity ratio [kg/kg], enthalpy of saturated air [J/kg]. */
export const saturatedAirRows: readonly (readonly [number, number, number])[] = [
  [-50, 0.0000243, -50222],
  [-20, 0.0006373, -18542],
  [-5, 0.0024863, 1164],
  [5, 0.005425, 18639],
  [25, 0.020173, 76504],
  [50, 0.086863, 275353],
  [85, 0.838105, 2307539],
];

/**
 * Table 2 is of the real gas mixture; ours, like the Handbook's equations for engineers, of ideal gases. The gap is
 * the enhancement factor, 1.004 to 1.005, which grows in W near saturation at high temperature.
 */
export const saturatedHumidityTolerance = [0.01, 0.01, 0.005, 0.005, 0.005, 0.0075, 0.02] as const;
/** [J/kg]; the latent heat of the humidity that is missing, and 0.1 % of the sensible part. */
export const saturatedEnthalpyTolerance = [100, 30, 50, 80, 300, 2200, 43000] as const;

/** Table 1: altitude [m], pressure [Pa]; tolerance 1 Pa, twice the last digit printed (kPa to three decimals). */
export const atmosphereRows: readonly (readonly [number, number])[] = [
  [-500, 107478],
  [0, 101325],
  [500, 95461],
  [1000, 89875],
  [4000, 61640],
  [10000, 26436],
];

/** Example 1 of the chapter: 40 °C dry bulb, 20 °C wet bulb, 101.325 kPa; read from the chart by the Handbook. */
export const handbookExample = {
  dryBulb: 40,
  wetBulb: 20,
  humidityRatio: 0.0065,
  dewPoint: 7,
  relativeHumidity: 0.14,
  enthalpy: 56_700,
  specificVolume: 0.896,
} as const;

/** Hand calculations in a spreadsheet, from the same tests: dry bulb, wet bulb [°C], pressure [Pa], humidity ratio. */
export const wetBulbRows: readonly (readonly [number, number, number, number])[] = [
  [30, 25, 95461, 0.0192281274241096],
  [-1, -5, 95461, 0.00120399819933844],
];

/**
 * Wet bulb by bisection of the Handbook's equations in another implementation: dry bulb, dew point [°C], pressure
 * [Pa], wet bulb [°C], printed to 0.001 K.
 */
export const bisectedWetBulbRows: readonly (readonly [number, number, number, number])[] = [
  [35, 20, 101325, 24.291],
  [25, 15, 85000, 18.13],
  [-10, -15, 101325, -11.186],
  [5, -2, 101325, 2.065],
  [45, -5, 96000, 18.035],
];
