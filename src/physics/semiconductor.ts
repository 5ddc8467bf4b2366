/**
 * Power of a chip whose leakage grows with its junction temperature.
 *
 * Dynamic power is given by clock and load, leakage is exponential in the
 * junction's temperature, and the junction stands above the coolant by its
 * power: a fixed point with one stable answer or none (thermal runaway). Leaves
 * out voltage scaling and hot spots on the die. Used by the server's chip model.
 */

import { requireRange } from '../errors.ts';

/** Leakage of one chip, L(T) = leakage · e^((T − reference)/scale). */
export interface LeakageLaw {
  /** At the reference junction temperature [W], ≥ 0. */
  readonly leakage: number;
  /** Junction temperature that rated power is stated at [K]. */
  readonly reference: number;
  /** Rise that multiplies leakage by e [K], > 0. */
  readonly scale: number;
}

/** Leakage [W] at a junction temperature [K]. */
export function chipLeakage(law: LeakageLaw, junction: number): number {
  return law.leakage * Math.exp((junction - law.reference) / law.scale);
}

const maximumSteps = 100;

/**
 * Junction temperature at which a chip's power and its cooling agree.
 *
 *     T = T_f + R (P + L e^((T − T_ref)/θ))
 *     u = (T − T_f − R P)/θ,   a = (R L/θ) e^((T_f + R P − T_ref)/θ),   u = a eᵘ
 *
 * The lower root (u ≤ 1) is the stable one: u = −W₀(−a). It exists where
 * a ≤ 1/e; beyond that leakage grows faster than it is carried away and the
 * chip runs away. Newton from the left, where u − a eᵘ is concave, cannot overshoot.
 *
 * @param law leakage of the chip
 * @param dynamicPower P [W], ≥ 0
 * @param coolant T_f [K]
 * @param resistance R from coolant to junction [K/W], ≥ 0
 * @param guess the last answer [K], or NaN
 * @returns T [K], to 1e-12 of θ away from the runaway's edge; NaN where there is no fixed point: thermal runaway
 * @throws {OutOfRangeError} for a negative power or resistance, or NaN
 *
 * Equation: the lumped form of W. Liao, L. He, K. Lepak, IEEE Trans. CAD 24 (2005) 1042–1053;
 * W₀: Corless et al., Adv. Comput. Math. 5 (1996) 329–359.
 */
export function chipJunction(
  law: LeakageLaw,
  dynamicPower: number,
  coolant: number,
  resistance: number,
  guess: number,
): number {
  if (!(dynamicPower >= 0 && resistance >= 0)) {
    requireRange('dynamic power', dynamicPower, [0, Number.MAX_VALUE], 'W');
    requireRange('resistance to the junction', resistance, [0, Number.MAX_VALUE], 'K/W');
  }
  const base = coolant + resistance * dynamicPower;
  const a = ((resistance * law.leakage) / law.scale) * Math.exp((base - law.reference) / law.scale);
  if (!(a <= inverseOfE)) return NaN;

  // u ≥ a always; a guess beyond the stable branch is no guess.
  const guessed = (guess - base) / law.scale;
  let u = guessed > a && guessed < 0.9 ? guessed : a;
  for (let step = 0; step < maximumSteps; step++) {
    const grown = a * Math.exp(u);
    const miss = grown - u;
    const steepness = 1 - grown;
    // At the edge both vanish together: u = 1 is as near as doubles come.
    if (!(steepness > 0)) break;
    const change = miss / steepness;
    u += change;
    if (Math.abs(change) < 1e-13) break;
  }
  return base + law.scale * u;
}

const inverseOfE = Math.exp(-1);

/**
 * How near a chip is to thermal runaway: the rise in leakage heat's temperature for one kelvin more.
 *
 *     R dL/dT = R L(T)/θ
 *
 * @returns the gain [1]; stable below 1
 */
export function leakageGain(law: LeakageLaw, junction: number, resistance: number): number {
  return (resistance * chipLeakage(law, junction)) / law.scale;
}

/**
 * Power that holds the junction just at its limit, (T_lim − T_f)/R, not below 0.
 *
 * @param limit T_lim [K]
 * @param coolant T_f [K]
 * @param resistance R from coolant to junction [K/W], > 0
 * @returns [W]
 */
export function powerAtJunctionLimit(limit: number, coolant: number, resistance: number): number {
  return Math.max(0, (limit - coolant) / resistance);
}

/**
 * Dynamic power left to a chip that throttles at its junction limit.
 *
 *     P = (T_lim − T_f)/R − L(T_lim)
 *
 * @param law leakage of the chip
 * @param limit T_lim [K]
 * @param coolant T_f [K]
 * @param resistance R [K/W], > 0
 * @returns P [W]; 0 where leakage alone passes the limit: the chip must shut down
 */
export function throttledDynamicPower(law: LeakageLaw, limit: number, coolant: number, resistance: number): number {
  return Math.max(0, powerAtJunctionLimit(limit, coolant, resistance) - chipLeakage(law, limit));
}

/**
 * Dynamic power left under a power cap: the cap fixes the junction, the junction the leakage.
 *
 *     P = P_cap − L(T_f + R P_cap)
 *
 * @param law leakage of the chip
 * @param cap P_cap, the chip's whole power [W], > 0
 * @param coolant T_f [K]
 * @param resistance R [K/W], ≥ 0
 * @returns P [W]; 0 where leakage alone takes the cap
 */
export function cappedDynamicPower(law: LeakageLaw, cap: number, coolant: number, resistance: number): number {
  return Math.max(0, cap - chipLeakage(law, coolant + resistance * cap));
}

/**
 * Clock, and with it the work done, for a share of the full dynamic power.
 *
 *     f/f₀ = (P/P₀)^(1/n)
 *
 * @param dynamicShare P/P₀ [1], ≥ 0
 * @param exponent n of P ∝ fⁿ [1]: 1 at a fixed voltage, 3 where voltage follows clock
 * @returns f/f₀ [1], at most 1
 */
export function clockShare(dynamicShare: number, exponent: number): number {
  if (!(dynamicShare > 0)) return 0;
  return dynamicShare >= 1 ? 1 : Math.exp(Math.log(dynamicShare) / exponent);
}
