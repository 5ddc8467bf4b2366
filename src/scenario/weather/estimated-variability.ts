/**
 * How much the weather of a place varies from day to day, estimated from its
 * monthly normals alone: linear regressions over 47 stations. Used where a
 * climate record gives means but no deviations; roughly doubles the error of
 * a generated year's wet-bulb hours.
 */

/** Twelve values each; ranges and deviations [K], correlations [1]. */
export interface Variability {
  readonly dryBulbDeviation: Float64Array;
  readonly dewPointDeviation: Float64Array;
  readonly dewPointCorrelation: Float64Array;
  readonly dailyRangeCorrelation: Float64Array;
  readonly dewPointSkewness: Float64Array;
}

export interface MonthlyNormals {
  /** [rad] */
  readonly latitude: number;
  readonly meanDryBulb: ArrayLike<number>;
  readonly meanDailyRange: ArrayLike<number>;
  readonly meanDewPoint: ArrayLike<number>;
}

/**
 * Coefficients of 1, A/10, w, w A/10, |latitude|/10°, r/10, (t − d)/10 with A
 * the annual swing of monthly means [K], w +1 in mid-winter and −1 in summer,
 * r the daily range and t − d the dew-point depression [K]; and the limits of
 * the result. Coefficients of determination 0.54, 0.61, 0.49, 0.21.
 */
const regressions = {
  dryBulbDeviation: { of: [-0.019, 0.697, -0.128, 0.394, 0.212, 1.133, -0.381], limits: [0.6, 20] },
  dewPointDeviation: { of: [0.027, 0.965, 0.218, 0.437, 0.195, 0.494, 0.682], limits: [0.6, 20] },
  dewPointCorrelation: { of: [0.545, 0.134, 0.021, 0.068, 0.062, -0.222, -0.399], limits: [-0.5, 0.95] },
  dailyRangeCorrelation: { of: [0.188, -0.007, -0.273, 0.054, -0.041, 0.284, -0.039], limits: [-0.8, 0.8] },
} as const;

/** Typical of all stations. */
const typicalSkewness = -0.3;
/** Below this annual swing there is no winter [K]. */
const seasonless = 0.5;

export function estimatedVariability(normals: MonthlyNormals): Variability {
  const { meanDryBulb, meanDailyRange, meanDewPoint } = normals;
  const means = Array.from(meanDryBulb);
  const swing = Math.max(...means) - Math.min(...means);
  const annual = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const latitude = Math.abs(normals.latitude) * (180 / Math.PI);

  const estimate = (name: keyof typeof regressions): Float64Array =>
    Float64Array.from(means, (mean, month) => {
      const winter = swing <= seasonless ? 0 : (annual - mean) / (swing / 2);
      const depression = mean - meanDewPoint[month]!;
      const a = swing / 10;
      const features = [1, a, winter, winter * a, latitude / 10, meanDailyRange[month]! / 10, depression / 10];
      const { of, limits } = regressions[name];
      const value = features.reduce((sum, feature, i) => sum + feature * of[i]!, 0);
      return Math.min(limits[1], Math.max(limits[0], value));
    });
  return {
    dryBulbDeviation: estimate('dryBulbDeviation'),
    dewPointDeviation: estimate('dewPointDeviation'),
    dewPointCorrelation: estimate('dewPointCorrelation'),
    dailyRangeCorrelation: estimate('dailyRangeCorrelation'),
    dewPointSkewness: new Float64Array(means.length).fill(typicalSkewness),
  };
}
