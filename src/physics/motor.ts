/**
 * Efficiency of an electric motor against its load and size.
 *
 * A normalised table: small motors lose early, large ones hold their rated
 * efficiency down to a fifth of the load. Drives are not in it: their losses
 * come from printed points through `power-losses.ts`. Used by movers whose
 * record states a motor.
 */

import { requireRange } from '../errors.ts';
import { type MonotoneCurve, monotoneCurve } from '../numerics/monotone-curve.ts';

/** Rated shaft power of each column [W]. */
const sizes = [700, 2500, 7500, 15_000, 35_000, 70_000, 80_000, 90_000] as const;
const loads = [0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1, 1.2] as const;

/**
 * Efficiency over rated, a row a load, a column a size.
 *
 * U.S. Department of Energy, Determining Electric Motor Load and Efficiency (2014), figure of part-load
 * efficiency by size, as digitised by the Modelica Buildings Library (BSD 3-clause).
 */
const shares: readonly (readonly number[])[] = [
  [1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 1e-6],
  [0.31983651, 0.329886761, 0.458027465, 0.576112127, 0.643957113, 0.724359123, 1, 1],
  [0.551721742, 0.613279531, 0.752726767, 0.843179029, 0.903480536, 0.962525762, 1, 1],
  [0.71648014, 0.804199439, 0.88662205, 0.936873307, 0.956973809, 0.987124563, 1, 1],
  [0.816999745, 0.922527383, 0.950165574, 0.980316328, 1, 1, 1, 1],
  [0.90640993, 1, 1, 1, 1, 1, 1, 1],
  [0.956863812, 1, 1, 1, 1, 1, 1, 1],
  [1, 1, 1, 1, 1, 1, 1, 1],
  [1, 1, 1, 1, 1, 1, 1, 1],
];

/** The last columns are drawn as ideal; nobody should be sized by them. */
const largestSize = 70_000;

/** A motor; `efficiency` allocates nothing. */
export interface Motor {
  /** η [1] at a shaft power [W], 0 … 1.2 of rated. */
  efficiency(shaftPower: number): number;
  /** Electricity [W] for a shaft power [W]. */
  power(shaftPower: number): number;
}

/**
 * A motor of a size and a rated efficiency.
 *
 *     η = η₀ s(P/P₀),   electricity = P/η
 *
 * Holds for: 0 … 1.2 of rated power; sizes below 700 W are taken as 700 W and those
 * above 70 kW as 70 kW, whose columns in the source are drawn as ideal.
 *
 * @param ratedPower P₀ at the shaft [W], > 0
 * @param ratedEfficiency η₀ [1], above 0 … 1
 * @returns the motor
 * @throws {OutOfRangeError} for an argument outside its range
 */
export function motor(ratedPower: number, ratedEfficiency: number): Motor {
  requireRange('rated power of a motor', ratedPower, [Number.MIN_VALUE, Number.MAX_VALUE], 'W');
  requireRange('rated efficiency of a motor', ratedEfficiency, [0.01, 1], '[1]');
  const share = shareOfSize(ratedPower);
  const efficiency = (shaftPower: number) =>
    ratedEfficiency * share.value(Math.min(1.2, Math.max(0, shaftPower / ratedPower)));
  return {
    efficiency,
    power: (shaftPower) => (shaftPower > 0 ? shaftPower / efficiency(shaftPower) : 0),
  };
}

/** The column of a size, between two of the table. */
function shareOfSize(ratedPower: number): MonotoneCurve {
  const size = Math.min(largestSize, Math.max(sizes[0], ratedPower));
  let column = 0;
  while (column < sizes.length - 2 && size > sizes[column + 1]!) column++;
  const between = (size - sizes[column]!) / (sizes[column + 1]! - sizes[column]!);
  return monotoneCurve(
    loads,
    shares.map((row) => row[column]! + between * (row[column + 1]! - row[column]!)),
  );
}
