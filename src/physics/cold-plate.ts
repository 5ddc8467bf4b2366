/**
 * Thermal resistance of a cold plate (or an air heat sink) against its flow.
 *
 * Resistance is from the *inlet* of the coolant to the case, as OCP measures
 * it: no half rise and no interface is added. It belongs to the coolant of the
 * measurement. Used by rack machines; microchannels from geometry stand in
 * `microchannel.ts`.
 */

import { OutOfRangeError, requireRange } from '../errors.ts';
import { leastSquares } from '../numerics/linear-solve.ts';

/** R(V) = infinite + perFlow/V, fitted once. */
export interface FittedResistance {
  /** R∞, resistance at unlimited flow [K/W], ≥ 0. */
  readonly infinite: number;
  /** b of R∞ + b/V [K·m³/(W·s)], ≥ 0. */
  readonly perFlow: number;
  /** First and last flow of the points [m³/s]. */
  readonly range: readonly [number, number];
  /** Largest distance between a point and the fit, relative to the point [1]. */
  readonly worstError: number;
}

/**
 * Resistance against flow through measured points.
 *
 *     R(V) = R∞ + b/V
 *
 * Least squares of the relative distance, neither term negative: b/V is the
 * coolant's own rise and the film's fall with flow, R∞ the metal. The Buildings
 * library fits R·V instead, which favours the largest flows.
 *
 * Holds for: flows between the points; beyond them it continues the two terms,
 * and whoever calls reports flows outside `range`.
 *
 * @param flows V of each point [m³/s], > 0, at least one
 * @param resistances R of each point [K/W], > 0
 * @returns the fit, its range and its worst error
 * @throws {OutOfRangeError} for a point outside its range, or unequal numbers of them
 */
export function fittedResistance(flows: ArrayLike<number>, resistances: ArrayLike<number>): FittedResistance {
  requireRange('number of flows', flows.length, [1, Number.MAX_VALUE], '');
  requireRange('number of resistances', resistances.length, [flows.length, flows.length], '');
  const points = Array.from(flows, (flow, i) => ({ flow, resistance: resistances[i]! }));
  for (const { flow, resistance } of points) {
    requireRange('flow of a point', flow, positive, 'm³/s');
    requireRange('resistance of a point', resistance, positive, 'K/W');
  }
  const [infinite, perFlow] = nearestTerms(points);
  const errors = points.map((p) => Math.abs((infinite + perFlow / p.flow) / p.resistance - 1));
  const sorted = points.map((p) => p.flow).sort((a, b) => a - b);
  return { infinite, perFlow, range: [sorted[0]!, sorted[sorted.length - 1]!], worstError: Math.max(...errors) };
}

const positive = [Number.MIN_VALUE, Number.MAX_VALUE] as const;

interface Point {
  readonly flow: number;
  readonly resistance: number;
}

/** Both terms where neither is negative, else the one that fits better alone. */
function nearestTerms(points: readonly Point[]): readonly [number, number] {
  const relative = (basis: (flow: number) => number[]) =>
    leastSquares(
      points.map((p) => basis(p.flow).map((term) => term / p.resistance)),
      points.map(() => 1),
    );
  // Flows are some 1e-5 m³/s: scaled, so that the normal equations keep their digits.
  const scale = points[0]!.flow;
  if (new Set(points.map((p) => p.flow)).size > 1) {
    const [infinite, perFlow] = relative((flow) => [1, scale / flow]);
    if (infinite! >= 0 && perFlow! >= 0) return [infinite!, perFlow! * scale];
    if (infinite! < 0) return [0, relative((flow) => [scale / flow])[0]! * scale];
  }
  return [relative(() => [1])[0]!, 0];
}

/**
 * Resistance [K/W] of a fit at a flow [m³/s]; endless without flow.
 *
 * @throws {OutOfRangeError} for a negative flow, or NaN
 */
export function resistanceAtFlow(fit: FittedResistance, flow: number): number {
  if (!(flow >= 0)) throw new OutOfRangeError('flow through a plate', flow, [0, Number.MAX_VALUE], 'm³/s');
  return fit.infinite + (fit.perFlow === 0 ? 0 : fit.perFlow / flow);
}

/**
 * Flow [m³/s] at which a fit has a wanted resistance [K/W], V = b/(R − R∞).
 *
 * @returns infinity where no flow reaches it
 */
export function flowAtResistance(fit: FittedResistance, resistance: number): number {
  return resistance > fit.infinite ? fit.perFlow / (resistance - fit.infinite) : Infinity;
}

/**
 * Case temperature of a chip under a plate.
 *
 *     T_case = T_in + R Q
 *
 * @param inlet temperature of the coolant entering this plate [K]
 * @param resistance R, case to coolant inlet [K/W]
 * @param heat Q into this plate [W]
 * @returns T_case [K]
 *
 * Chen et al., OCP OAI System Liquid Cooling Guidelines, rev. 1.0 (2023).
 */
export function caseTemperature(inlet: number, resistance: number, heat: number): number {
  return inlet + resistance * heat;
}
