/**
 * Day-to-day weather for the climate-year generator: persistent anomalies
 * turned into scores whose mean and deviation are exact in every month, and
 * daily means built from them. Without the scores a month of thirty
 * persistent days would miss its own mean by a kelvin.
 */

import { inverseNormal } from '../../numerics/normal.ts';
import { daysPerYear, monthLengths, monthOfDay, monthStarts } from './calendar.ts';
import { dailyCourse } from './mean-preserving.ts';

/** Skewness beyond this would fold the scores over. */
const mostSkewness = 1;

/**
 * Normal scores of the ranks inside each month, with mean 0 and standard
 * deviation 1 there.
 *
 *     v = Φ⁻¹((rank − 0.375) / (n + 0.25)),   then   v + (g/6)(v² − 1)
 *
 * Order, persistence and cross-correlation of the series survive; sampling
 * noise of the monthly mean and deviation does not.
 *
 * @param series 365 anomalies
 * @param skewness g of each month [1], clamped to ±1
 *
 * Scores: G. Blom, Statistical Estimates and Transformed Beta-Variables, 1958.
 */
export function dailyScores(series: Float64Array, skewness?: ArrayLike<number>): Float64Array {
  const scores = new Float64Array(daysPerYear);
  for (let month = 0; month < 12; month++) {
    const start = monthStarts[month]!;
    const days = monthLengths[month]!;
    const order = Array.from({ length: days }, (_, day) => start + day).sort((a, b) => series[a]! - series[b]!);
    const g = Math.min(mostSkewness, Math.max(-mostSkewness, skewness?.[month] ?? 0));
    order.forEach((day, i) => {
      const v = inverseNormal((i + 1 - 0.375) / (days + 0.25));
      scores[day] = v + (g / 6) * (v * v - 1);
    });
    standardise(scores, start, days);
  }
  return scores;
}

function standardise(values: Float64Array, start: number, days: number): void {
  let sum = 0;
  for (let d = start; d < start + days; d++) sum += values[d]!;
  const mean = sum / days;
  let squares = 0;
  for (let d = start; d < start + days; d++) squares += (values[d]! - mean) * (values[d]! - mean);
  const deviation = Math.sqrt(squares / (days - 1));
  for (let d = start; d < start + days; d++) values[d] = (values[d]! - mean) / deviation;
}

/** z_c = ρ z + √(1 − ρ²) w with each month's own correlation ρ. */
export function correlatedSeries(z: Float64Array, w: Float64Array, correlation: ArrayLike<number>): Float64Array {
  return Float64Array.from(monthOfDay, (month, day) => {
    const rho = correlation[month]!;
    return rho * z[day]! + Math.sqrt(1 - rho * rho) * w[day]!;
  });
}

/** Share of the month's variance that the seasonal trend inside it may take. */
const mostSeasonalShare = 0.95;

/**
 * Daily means with exactly these monthly means and deviations.
 *
 *     M = t_m + f c′ + k u,    f² V + 2 f k C + k² = S²
 *
 * with c′ the annual cycle less its mean of the month, V its variance, u the
 * scores and C the covariance of both. f is 1 unless the cycle alone would
 * use up the variance, as in spring where days hardly differ.
 *
 * @param monthlyMean t_m, twelve
 * @param deviation S, standard deviation of daily means inside each month, twelve
 * @param scores u, 365
 */
export function dailyMeansOf(
  monthlyMean: ArrayLike<number>,
  deviation: ArrayLike<number>,
  scores: Float64Array,
): Float64Array {
  const cycle = dailyCourse(monthlyMean);
  const means = new Float64Array(daysPerYear);
  for (let month = 0; month < 12; month++) {
    const start = monthStarts[month]!;
    const days = monthLengths[month]!;
    const centre = monthlyMean[month]!;
    let variance = 0;
    let covariance = 0;
    for (let d = start; d < start + days; d++) {
      const c = cycle[d]! - centre;
      variance += (c * c) / (days - 1);
      covariance += (c * scores[d]!) / (days - 1);
    }
    const wanted = deviation[month]! * deviation[month]!;
    const most = mostSeasonalShare * wanted;
    const f = variance >= most ? Math.sqrt(most / variance) : 1;
    const fc = f * covariance;
    const k = -fc + Math.sqrt(fc * fc - (f * f * variance - wanted));
    for (let d = start; d < start + days; d++) means[d] = centre + f * (cycle[d]! - centre) + k * scores[d]!;
  }
  return means;
}
