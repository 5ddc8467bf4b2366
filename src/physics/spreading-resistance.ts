/**
 * Resistance of heat spreading from a chip into a wider plate.
 *
 * Closed form for a centred source, both taken as discs of their areas, with
 * the plate's far face cooled evenly. It comes on top of the plate's own t/(kA)
 * and of the cooling's resistance. Leaves out sources off centre and layered
 * plates. Used by spreaders under boiling fluid and by lids.
 */

import { requireRange } from '../errors.ts';

/** A source on a plate. */
export interface Spreader {
  readonly sourceArea: number;
  readonly plateArea: number;
  readonly thickness: number;
  readonly conductivity: number;
}

/**
 * Spreading resistance, mean and largest.
 *
 *     a = √(A_s/π), b = √(A_p/π), ε = a/b, τ = t/b, Bi = h b/k
 *     λ = π + 1/(ε √π),   Φ = (tanh λτ + λ/Bi)/(1 + (λ/Bi) tanh λτ)
 *     R_mean = ½ (1 − ε)^(3/2) Φ/(√π k a),   R_max = (1 − ε) Φ/(π k a)
 *
 * Holds for: one centred source of even flux, aspect ratios up to about 2.5; within 10 % of the exact series.
 *
 * @param spreader areas [m²], thickness [m], conductivity [W/(m·K)]
 * @param coefficient h over the plate's cooled face [W/(m²·K)], > 0
 * @returns mean: source's mean above the plate's mean far face, less t/(kA); largest: the source's centre, likewise [K/W]
 * @throws {OutOfRangeError} for a source larger than the plate, or an argument outside its range
 *
 * S. Lee, S. Song, V. Au, K. P. Moran, Proc. ASME/JSME Thermal Engineering Conf. 4 (1995) 199–206.
 */
export function spreadingResistance(
  spreader: Spreader,
  coefficient: number,
): { readonly mean: number; readonly largest: number } {
  const a = Math.sqrt(spreader.sourceArea / Math.PI);
  const free = 1 - a / Math.sqrt(spreader.plateArea / Math.PI);
  const phi = spreadingShape(spreader, coefficient);
  return {
    mean: meanSpreadingResistance(spreader, coefficient),
    largest: (free * phi) / (Math.PI * spreader.conductivity * a),
  };
}

/** The mean of `spreadingResistance` alone [K/W]: a number, for the hour loop. */
export function meanSpreadingResistance(spreader: Spreader, coefficient: number): number {
  const a = Math.sqrt(spreader.sourceArea / Math.PI);
  const free = 1 - a / Math.sqrt(spreader.plateArea / Math.PI);
  const phi = spreadingShape(spreader, coefficient);
  return (0.5 * free * Math.sqrt(free) * phi) / (Math.sqrt(Math.PI) * spreader.conductivity * a);
}

/** Φ, how much thickness and the cooling of the far face let through [1]. */
function spreadingShape(spreader: Spreader, coefficient: number): number {
  requireRange('plate area', spreader.plateArea, [1e-8, 10], 'm²');
  requireRange('source area', spreader.sourceArea, [1e-10, spreader.plateArea], 'm²');
  requireRange('thickness', spreader.thickness, [1e-6, 1], 'm');
  requireRange('conductivity', spreader.conductivity, [0.1, 5000], 'W/(m·K)');
  requireRange('heat transfer coefficient', coefficient, [1e-3, 1e7], 'W/(m²·K)');
  const k = spreader.conductivity;
  const a = Math.sqrt(spreader.sourceArea / Math.PI);
  const b = Math.sqrt(spreader.plateArea / Math.PI);
  const share = a / b;
  const lambda = Math.PI + 1 / (share * Math.sqrt(Math.PI));
  const perBiot = (lambda * k) / (coefficient * b);
  const depth = Math.tanh((lambda * spreader.thickness) / b);
  return (depth + perBiot) / (1 + perBiot * depth);
}

/** Resistance straight through a plate, t/(kA) [K/W]. */
export function plateResistance(spreader: Spreader): number {
  return spreader.thickness / (spreader.conductivity * spreader.plateArea);
}
