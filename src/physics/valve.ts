/**
 * Control valves: opening to flow, alone and in a circuit.
 *
 * Share of open-valve conductance against opening, by the two usual laws, and
 * what authority leaves of it. Leaves out cavitation and actuators. Used by
 * hydraulics and by the controllers of a transient.
 */

import { OutOfRangeError } from '../errors.ts';

/**
 * Linear characteristic.
 *
 *     φ = l + (1 − l) y
 *
 * @param opening y [1], 0 … 1
 * @param leakage l, flow when shut over flow when open [1]; 0.0001 is a good valve
 * @returns φ, conductance over open [1]
 * @throws {OutOfRangeError} for an opening outside 0 … 1, or NaN
 */
export function linearValve(opening: number, leakage: number): number {
  requireOpening(opening);
  return leakage + (1 - leakage) * opening;
}

/**
 * Equal-percentage characteristic.
 *
 *     φ = R^(y − 1) above the foot;   straight from l at y = 0 to the foot
 *
 * @param opening y [1], 0 … 1
 * @param leakage l [1], below φ of the foot
 * @param rangeability R, φ at 1 over φ extrapolated to 0 [1], 50 commonly, > 1
 * @param foot opening below which the plug seats [1]; 0.01 commonly
 * @returns φ [1]
 * @throws {OutOfRangeError} for an opening outside 0 … 1, or NaN
 *
 * VDI/VDE 2173 (2007); EN 60534-2-4.
 */
export function equalPercentageValve(opening: number, leakage: number, rangeability: number, foot: number): number {
  requireOpening(opening);
  if (opening >= foot) return Math.exp((opening - 1) * Math.log(rangeability));
  const atFoot = Math.exp((foot - 1) * Math.log(rangeability));
  return leakage + (atFoot - leakage) * (opening / foot);
}

/**
 * Flow through a valve and its circuit at one pressure difference.
 *
 *     m/m₀ = 1/√(1 + N (1/φ² − 1))
 *
 * @param conductanceShare φ [1], 0 … 1
 * @param authority N, drop of the open valve over drop of valve and circuit [1], above 0 … 1
 * @returns m/m₀, flow over that of the open valve [1]
 *
 * H. Petitjean, Total Hydronic Balancing (1994), ch. 2; quadratic drops.
 */
export function flowShare(conductanceShare: number, authority: number): number {
  if (!(conductanceShare > 0)) return 0;
  return 1 / Math.sqrt(1 + authority * (1 / (conductanceShare * conductanceShare) - 1));
}

/** φ that gives a share of the open valve's flow, the inverse of `flowShare`. */
export function conductanceForFlow(share: number, authority: number): number {
  if (!(share > 0)) return 0;
  return 1 / Math.sqrt(1 + (1 / (share * share) - 1) / authority);
}

function requireOpening(opening: number): void {
  if (!(opening >= 0 && opening <= 1)) throw new OutOfRangeError('opening', opening, [0, 1], '[1]');
}
