/**
 * Values of the climate-year generator from an independent implementation in
 * plain JavaScript (2026), against which ours is checked step by step.
 * Tolerance: half the last printed digit.
 */

/** First three numbers of the uniform stream of seed 1; the stream is mulberry32 (T. Ettinger), exact to the bit. */
export const uniformOfSeedOne = [0.5464560757391155, 0.45955629041418433, 0.2470416973810643] as const;

/** Monthly mean dry bulb of London Gatwick [°C], from the IWEC typical year, and days of its smooth annual course. */
export const londonCourse = {
  monthly: [4.4, 3.94, 6.84, 8.33, 12.47, 15.01, 17.31, 16.72, 13.85, 10.56, 7.82, 5.11],
  days: [
    [0, 4.6152],
    [14, 4.5201],
    [180, 16.3162],
    [364, 4.6046],
  ],
} as const;

/** Shape of the dry bulb's day at London Gatwick (51.15° N, 0.18° W) on 1 January, hours 1 … 24. */
export const londonShape = [
  -0.278, -0.329, -0.37, -0.402, -0.425, -0.44, -0.446, -0.359, -0.177, 0.017, 0.195, 0.343, 0.454, 0.524, 0.554, 0.506,
  0.413, 0.312, 0.21, 0.111, 0.018, -0.069, -0.147, -0.217,
] as const;

/**
 * Whole years of seed 1: hours 1, 13, 4345, 8760 as dry bulb / dew point, mean dry bulb, dew point and wet bulb,
 * highest dry and wet bulb, lowest dry bulb [°C]. Tolerance 0.001 K, and 0.06 K where the wet bulb freezes: the other
 * implementation takes the ice branch of the wet-bulb equation at another temperature.
 */
export const wholeYears = [
  {
    record: 'london_IWEC',
    distribution: 'nothing',
    tolerance: 0.001,
    hours: [2.395, -0.614, 12.465, 5.794, 11.615, 10.532, 1.813, -0.513],
    means: [10.237, 6.479, 8.227],
    extremes: [29.554, 19.717, -7.935],
  },
  {
    record: 'london_IWEC',
    distribution: 'whole',
    tolerance: 0.002,
    hours: [2.227, -0.954, 12.28, 6.285, 11.643, 10.554, 1.516, -0.887],
    means: [10.219, 6.526, 8.249],
    extremes: [29.778, 19.777, -9.027],
  },
  {
    record: 'singapore_IWEC',
    distribution: 'nothing',
    tolerance: 0.001,
    hours: [25.602, 23.397, 30.011, 22.759, 25.384, 24.227, 25.9, 23.719],
    means: [27.464, 24.289, 25.103],
    extremes: [34.754, 27.823, 21.714],
  },
  {
    record: 'singapore_IWEC',
    distribution: 'whole',
    tolerance: 0.001,
    hours: [25.578, 23.416, 29.92, 22.78, 25.456, 24.143, 25.851, 23.737],
    means: [27.468, 24.287, 25.103],
    extremes: [34.507, 27.932, 22.049],
  },
  {
    record: 'beijing_CSWD',
    distribution: 'whole',
    tolerance: 0.06,
    hours: [-3.819, -17.487, 6.399, -17.032, 21.709, 19.378, -3.841, -16.127],
    means: [12.656, 3.014, 8.318],
    extremes: [40.17, 30.24, -14.475],
  },
] as const;
