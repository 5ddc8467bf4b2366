/**
 * Saturation pressure of water vapour over ice and liquid water, its slope and
 * its inverse.
 *
 * Leaves out the enhancement factor of air (vapour in air at 1 atm saturates
 * up to 0.5 % higher). The root of everything in `moist-air.ts`.
 */

import { NotConvergedError, requireRange, requireTemperature } from '../errors.ts';

/** Temperatures the equations hold for [K]: −100 … 200 °C. */
const range: readonly [number, number] = [173.15, 473.15];

/** Below the triple point [K] the ice equation is taken; the two meet there within 5 ppm. */
const triplePoint = 273.16;

/**
 * Saturation pressure of water vapour: over ice below 273.16 K, over liquid above.
 *
 *     ice:    ln p = C1/T + C2 + C3 T + C4 T² + C5 T³ + C6 T⁴ + C7 ln T
 *     liquid: ln p = C8/T + C9 + C10 T + C11 T² + C12 T³ + C13 ln T
 *
 * The Handbook changes equation at 273.15 K; at the triple point the two
 * curves come closer, so the step in pressure is 5 ppm.
 *
 * Holds for: 173.15 … 473.15 K, within 300 ppm.
 *
 * @param temperature T [K]
 * @returns p [Pa]
 * @throws {OutOfRangeError} for a temperature outside the range, or NaN
 *
 * R. W. Hyland, A. Wexler, ASHRAE Transactions 89(2A) (1983) 500; ASHRAE Handbook Fundamentals 2017, ch. 1, eq. 5, 6.
 */
export function saturationPressure(temperature: number): number {
  requireTemperature('temperature of water vapour', temperature, range);
  return Math.exp(logPressure(temperature));
}

/**
 * Slope of the saturation pressure against temperature.
 *
 *     dp/dT = p d(ln p)/dT, term by term
 *
 * @param temperature T [K], 173.15 … 473.15
 * @returns dp/dT [Pa/K]
 * @throws {OutOfRangeError} for a temperature outside the range, or NaN
 */
export function saturationPressureSlope(temperature: number): number {
  return saturationPressure(temperature) * logPressureSlope(temperature);
}

/**
 * Temperature at which vapour of a given pressure saturates: the dew or frost point.
 *
 * Newton on ln p against 1/T, which is all but straight: three or four steps.
 *
 * @param pressure p [Pa], 0.001405 … 1 555 000
 * @returns T [K], to 1e-9 K
 * @throws {OutOfRangeError} for a pressure outside the range, or NaN
 */
export function saturationTemperature(pressure: number): number {
  requireRange('pressure of water vapour', pressure, pressureRange, 'Pa');
  const wanted = Math.log(pressure);
  let temperature = triplePoint;
  for (let step = 0; step < 50; step++) {
    const miss = (wanted - logPressure(temperature)) / logPressureSlope(temperature);
    temperature /= 1 - miss / temperature;
    if (Math.abs(miss) < 1e-6) return temperature;
  }
  throw new NotConvergedError('saturation temperature', [
    { owner: 'water vapour', equation: 'p_sat(T) = p', value: saturationPressure(temperature) - pressure, unit: 'Pa' },
  ]);
}

/** d(ln p)/dT [1/K], unchecked: for Newton steps that have p already. */
export function logPressureSlope(t: number): number {
  if (t < triplePoint) {
    return (
      5674.5359 / (t * t) -
      9.677843e-3 +
      4.1635019 / t +
      t * (2 * 6.2215701e-7 + t * (3 * 2.0747825e-9 - 4 * 9.484024e-13 * t))
    );
  }
  return 5800.2206 / (t * t) - 4.8640239e-2 + 6.5459673 / t + t * (2 * 4.1764768e-5 - 3 * 1.4452093e-8 * t);
}

function logPressure(t: number): number {
  if (t < triplePoint) {
    return (
      -5674.5359 / t +
      6.3925247 +
      t * (-9.677843e-3 + t * (6.2215701e-7 + t * (2.0747825e-9 - 9.484024e-13 * t))) +
      4.1635019 * Math.log(t)
    );
  }
  return (
    -5800.2206 / t + 1.3914993 + t * (-4.8640239e-2 + t * (4.1764768e-5 - 1.4452093e-8 * t)) + 6.5459673 * Math.log(t)
  );
}

const pressureRange: readonly [number, number] = [saturationPressure(range[0]), saturationPressure(range[1])];
