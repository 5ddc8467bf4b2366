/**
 * Smooth courses that keep the means they were made from: months to days and
 * days to hours. The climate-year generator builds everything on them and
 * uses the same two operators for its corrections.
 */

import { daysPerYear, hoursPerDay, monthLengths, monthOfDay, monthStarts } from './calendar.ts';

/** Passes of the three-point mean; enough for a smooth annual cycle. */
const passes = 365;

/**
 * Daily values with a smooth annual cycle and exactly these monthly means.
 *
 * A three-point running mean, repeated; after each pass every month is
 * shifted back to its mean.
 *
 * @param monthly twelve means, January first
 * @returns 365 values in the unit of the means
 *
 * Rymes and Myers, Mean preserving algorithm for smoothly interpolating averaged data, Solar Energy 71 (2001) 225–231.
 */
export function dailyCourse(monthly: ArrayLike<number>): Float64Array {
  let course = Float64Array.from(monthOfDay, (month) => monthly[month]!);
  let smoothed = new Float64Array(daysPerYear);
  for (let pass = 0; pass < passes; pass++) {
    for (let d = 1; d < daysPerYear - 1; d++) smoothed[d] = (course[d - 1]! + course[d]! + course[d + 1]!) / 3;
    smoothed[0] = (course[daysPerYear - 1]! + course[0]! + course[1]!) / 3;
    smoothed[daysPerYear - 1] = (course[daysPerYear - 2]! + course[daysPerYear - 1]! + course[0]!) / 3;
    for (let month = 0; month < 12; month++) {
      const start = monthStarts[month]!;
      const end = start + monthLengths[month]!;
      let sum = 0;
      for (let d = start; d < end; d++) sum += smoothed[d]!;
      const shift = monthly[month]! - sum / (end - start);
      for (let d = start; d < end; d++) smoothed[d]! += shift;
    }
    [course, smoothed] = [smoothed, course];
  }
  return course;
}

/** The parabola's three weights at the middle of each hour, and its small discrete mean error to be taken off. */
const edgeBefore = new Float64Array(hoursPerDay);
const edgeAfter = new Float64Array(hoursPerDay);
const middle = new Float64Array(hoursPerDay);
for (let h = 0; h < hoursPerDay; h++) {
  const x = (h + 0.5) / hoursPerDay;
  edgeBefore[h] = 1 - 4 * x + 3 * x * x;
  edgeAfter[h] = -2 * x + 3 * x * x;
  middle[h] = 6 * (x - x * x);
}
const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
const errorBefore = sumOf(edgeBefore) / hoursPerDay;
const errorAfter = sumOf(edgeAfter) / hoursPerDay;
const errorMiddle = sumOf(middle) / hoursPerDay - 1;

/**
 * Hourly values with exactly these daily means, continuous at midnight.
 *
 *     T(x) = e₀ (1 − 4x + 3x²) + e₁ (−2x + 3x²) + 6 M (x − x²)
 *
 * with x the time of day 0 … 1 and the edges e halfway between neighbouring
 * means M. The year is closed on itself.
 *
 * @param daily 365 means
 * @param addTo receives the sum of itself and the course
 */
export function addHourlyCourse(daily: Float64Array, addTo: Float64Array): void {
  for (let d = 0; d < daysPerYear; d++) {
    const mean = daily[d]!;
    const before = (daily[(d + daysPerYear - 1) % daysPerYear]! + mean) / 2;
    const after = (mean + daily[(d + 1) % daysPerYear]!) / 2;
    const error = before * errorBefore + after * errorAfter + mean * errorMiddle;
    const start = d * hoursPerDay;
    for (let h = 0; h < hoursPerDay; h++) {
      addTo[start + h]! += before * edgeBefore[h]! + after * edgeAfter[h]! + mean * middle[h]! - error;
    }
  }
}

/** Means of each day. */
export function dailyMeans(hourly: Float64Array): Float64Array {
  const means = new Float64Array(daysPerYear);
  for (let d = 0; d < daysPerYear; d++) {
    let sum = 0;
    for (let h = 0; h < hoursPerDay; h++) sum += hourly[d * hoursPerDay + h]!;
    means[d] = sum / hoursPerDay;
  }
  return means;
}

/** Means of each month. */
export function monthlyMeans(hourly: Float64Array): Float64Array {
  const means = new Float64Array(12);
  for (let month = 0; month < 12; month++) {
    const start = monthStarts[month]! * hoursPerDay;
    const end = start + monthLengths[month]! * hoursPerDay;
    let sum = 0;
    for (let i = start; i < end; i++) sum += hourly[i]!;
    means[month] = sum / (end - start);
  }
  return means;
}

/** Shifts the hours smoothly so that the monthly means become these; a hundredth of a kelvin may remain after one call. */
export function recentreMonths(hourly: Float64Array, wanted: ArrayLike<number>, measured: ArrayLike<number>): void {
  addHourlyCourse(dailyCourse(Array.from(wanted, (mean, month) => mean - measured[month]!)), hourly);
}

/** Takes each day's own mean off its hours. */
export function removeDailyMeans(hourly: Float64Array): void {
  const means = dailyMeans(hourly);
  for (let i = 0; i < hourly.length; i++) hourly[i]! -= means[Math.floor(i / hoursPerDay)]!;
}
