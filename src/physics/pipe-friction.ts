/**
 * Friction of straight pipes from roughness, laminar to rough.
 *
 * Serghides' explicit form stands for Colebrook's equation; between laminar
 * and turbulent both are blended, so that pressure drop stays a smooth, rising
 * function of flow for the network's solver. Leaves out entrance lengths and
 * heating. Used by hydraulics.
 */

import { requireRange } from '../errors.ts';

/** Laminar up to the first, turbulent from the second Reynolds number. */
export const transitionRange = [2000, 4000] as const;

const perDecade = 2 / Math.LN10;

/**
 * Darcy friction factor of turbulent flow.
 *
 *     1/√f = −2 lg(ε/3.7 + 2.51/(Re √f))      (Colebrook), by Serghides:
 *     A = −2 lg(ε/3.7 + 12/Re), B = −2 lg(ε/3.7 + 2.51 A/Re), C = −2 lg(ε/3.7 + 2.51 B/Re)
 *     f = (A − (B − A)²/(C − 2B + A))⁻²
 *
 * Holds for: Re 4000 … 1e8, ε 0 … 0.05; within 0.004 % of Colebrook's own root.
 *
 * @param reynolds Re [1]
 * @param relativeRoughness ε over diameter [1]
 * @returns f, Darcy's [1]
 *
 * T. K. Serghides, Chem. Eng. 91(5) (1984) 63–64; C. F. Colebrook, J. Inst. Civ. Eng. 11 (1939) 133–156.
 */
export function turbulentFriction(reynolds: number, relativeRoughness: number): number {
  const rough = relativeRoughness / 3.7;
  const a = -perDecade * Math.log(rough + 12 / reynolds);
  const b = -perDecade * Math.log(rough + (2.51 * a) / reynolds);
  const c = -perDecade * Math.log(rough + (2.51 * b) / reynolds);
  const bend = c - 2 * b + a;
  const root = bend === 0 ? c : a - ((b - a) * (b - a)) / bend;
  return 1 / (root * root);
}

/**
 * Darcy friction factor from laminar to rough flow.
 *
 *     f = (1 − w) 64/Re + w f_turbulent,   w = s² (3 − 2s), s = (Re − 2000)/2000 kept in 0 … 1
 *
 * @param reynolds Re [1], > 0
 * @param relativeRoughness ε [1], 0 … 0.05
 * @returns f, Darcy's [1]
 * @throws {OutOfRangeError} for a Reynolds number or a roughness outside its range, or NaN
 */
export function frictionFactor(reynolds: number, relativeRoughness: number): number {
  if (!(reynolds > 0 && relativeRoughness >= 0 && relativeRoughness <= 0.05)) {
    requireRange('Reynolds number', reynolds, [Number.MIN_VALUE, Number.MAX_VALUE], '[1]');
    requireRange('relative roughness', relativeRoughness, [0, 0.05], '[1]');
  }
  if (reynolds <= transitionRange[0]) return 64 / reynolds;
  const turbulent = turbulentFriction(reynolds, relativeRoughness);
  if (reynolds >= transitionRange[1]) return turbulent;
  const s = (reynolds - transitionRange[0]) / (transitionRange[1] - transitionRange[0]);
  const weight = s * s * (3 - 2 * s);
  return ((1 - weight) * 64) / reynolds + weight * turbulent;
}

/**
 * How the friction factor moves with the Reynolds number, Re df/dRe.
 *
 *     laminar    −f
 *     turbulent  −2 f s/(1 + s),   s = 2 · 2.51/(ln 10 · Re · 10^(−1/(2√f)))
 *     between    (1 − w) (−64/Re) + w (Re df/dRe)_turbulent + Re w′ (f_turbulent − 64/Re)
 *
 * The turbulent row is Colebrook's own slope at this f; of Serghides' form it is right to 0.01 % of f, which is
 * all that a Newton step wants.
 *
 * @param reynolds Re [1], > 0
 * @param relativeRoughness ε [1], 0 … 0.05
 * @param friction f at Re, from `frictionFactor` [1]
 * @returns Re df/dRe [1], negative but between laminar and turbulent
 */
export function frictionSlope(reynolds: number, relativeRoughness: number, friction: number): number {
  const [laminarEnd, turbulentStart] = transitionRange;
  if (reynolds <= laminarEnd) return -friction;
  if (reynolds >= turbulentStart) return turbulentSlope(reynolds, relativeRoughness, friction);
  const span = turbulentStart - laminarEnd;
  const s = (reynolds - laminarEnd) / span;
  const weight = s * s * (3 - 2 * s);
  const laminar = 64 / reynolds;
  const turbulent = turbulentFriction(reynolds, relativeRoughness);
  const steepness = (6 * s * (1 - s) * reynolds) / span;
  return (
    weight * turbulentSlope(reynolds, relativeRoughness, turbulent) -
    (1 - weight) * laminar +
    steepness * (turbulent - laminar)
  );
}

function turbulentSlope(reynolds: number, relativeRoughness: number, friction: number): number {
  const root = 1 / Math.sqrt(friction);
  const inside = (2.51 * root) / reynolds;
  const s = (perDecade * 2.51) / (reynolds * (relativeRoughness / 3.7 + inside));
  return (-2 * friction * s) / (1 + s);
}

/** A straight pipe with its fittings; lengths in metres. */
export interface Pipe {
  readonly length: number;
  readonly diameter: number;
  readonly roughness: number;
  /** Σ K of bends, tees and the like [1]. */
  readonly lossCoefficient: number;
}

/**
 * Pressure drop of a pipe.
 *
 *     Δp = (f L/D + ΣK) ρ v²/2,   v = ṁ/(ρ A),   Re = 4 |ṁ|/(π D μ)
 *
 * @param pipe the pipe
 * @param massFlow ṁ [kg/s]; negative flow gives a negative drop
 * @param density ρ [kg/m³], > 0
 * @param viscosity μ [Pa·s], > 0
 * @returns Δp [Pa]
 */
export function pipePressureDrop(pipe: Pipe, massFlow: number, density: number, viscosity: number): number {
  if (massFlow === 0) return 0;
  const size = Math.abs(massFlow);
  const { diameter } = pipe;
  const reynolds = (4 * size) / (Math.PI * diameter * viscosity);
  const velocity = (4 * size) / (Math.PI * diameter * diameter * density);
  const friction = (frictionFactor(reynolds, pipe.roughness / diameter) * pipe.length) / diameter;
  const drop = (friction + pipe.lossCoefficient) * 0.5 * density * velocity * velocity;
  return massFlow < 0 ? -drop : drop;
}
