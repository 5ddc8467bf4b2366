/**
 * Fans and pumps: affinity laws, printed curves, the point where a curve meets
 * its system, and electricity.
 *
 * One law for both: flow is volume flow, pressure rise is static. Leaves out
 * cavitation, slip and how efficiency falls with speed (drives and motors stand
 * in `motor.ts`). Used by circuits' movers and by hydraulics.
 */

import { OutOfRangeError, requireRange } from '../errors.ts';
import { monotoneCurve } from '../numerics/monotone-curve.ts';

/** Power that a flow takes against a pressure rise, V Δp [W]. */
export function hydraulicPower(volumeFlow: number, pressureRise: number): number {
  return volumeFlow * pressureRise;
}

/**
 * Electricity of a mover.
 *
 *     P = V Δp/η,   η wire to fluid: impeller, motor and drive
 *
 * @param volumeFlow V [m³/s], ≥ 0
 * @param pressureRise Δp [Pa], ≥ 0
 * @param efficiency η [1], above 0 … 1
 * @returns P [W]
 * @throws {OutOfRangeError} for an efficiency that is none
 */
export function moverPower(volumeFlow: number, pressureRise: number, efficiency: number): number {
  if (!(efficiency > 0 && efficiency <= 1)) throw new OutOfRangeError('efficiency', efficiency, [0, 1], '[1]');
  return (volumeFlow * pressureRise) / efficiency;
}

/**
 * Heat that a mover puts into what it moves: the share of its electricity that
 * does not stay outside as motor and drive loss, friction of the whole circuit included.
 *
 *     Q = P (motor in the stream) or P η_motor η_drive (motor outside)
 *
 * @param power P [W]
 * @param shaftShare η_motor η_drive [1]; 1 where the motor stands in the stream
 * @returns Q [W]; the rest is heat in the room of the motor
 */
export function heatIntoFluid(power: number, shaftShare: number): number {
  return power * shaftShare;
}

/**
 * Electricity by the cube law with a lowest speed.
 *
 *     P = P₀ max(n, n_min)³        0 at standstill
 *
 * @param ratedPower P₀ at full speed [W]
 * @param speed n over full speed [1]; 0 is off
 * @param minimumSpeed n_min [1], 0 … 1
 * @returns P [W]
 */
export function cubeLawPower(ratedPower: number, speed: number, minimumSpeed: number): number {
  if (!(speed > 0)) return 0;
  const n = Math.max(speed, minimumSpeed);
  return ratedPower * n * n * n;
}

/** What a circuit asks of its mover. */
export interface SystemCurve {
  /** Δp that stands without flow: a differential pressure held at the end, a height [Pa], ≥ 0. */
  readonly staticPressure: number;
  /** Δp of friction at rated flow [Pa], ≥ 0. */
  readonly ratedFriction: number;
  /** [m³/s], > 0 */
  readonly ratedFlow: number;
  /** n of Δp ∝ Vⁿ [1]. */
  readonly exponent: number;
}

/** Δp = Δp_static + Δp₀ (V/V₀)ⁿ [Pa] at a flow [m³/s], ≥ 0. */
export function systemPressure(system: SystemCurve, flow: number): number {
  const ratio = flow / system.ratedFlow;
  const friction = system.exponent === 2 ? ratio * ratio : Math.exp(system.exponent * Math.log(ratio));
  return system.staticPressure + system.ratedFriction * friction;
}

/** A fan or pump by its printed points; functions allocate nothing. */
export interface MoverCurve {
  /** Δp [Pa] at a flow [m³/s] and a speed over the printed one [1]. */
  pressureRise(flow: number, speed: number): number;
  /** dΔp/dV [Pa·s/m³] there; negative. */
  pressureSlope(flow: number, speed: number): number;
  /** Electricity [W], where the points carry it; NaN where they do not. */
  power(flow: number, speed: number): number;
  /** Speed [1] that gives a pressure rise at a flow, from the last answer or 0; may exceed 1. */
  speedForDuty(flow: number, pressureRise: number, guess: number): number;
  /** Flow [m³/s] at which one mover of a number in parallel meets the system; 0 where its head does not reach the static pressure. */
  operatingFlow(system: SystemCurve, speed: number, inParallel: number): number;
  /** Flow at which the head is nought, at full speed [m³/s]. */
  readonly maximumFlow: number;
  readonly shutOffPressure: number;
}

const maximumSteps = 60;
const tolerance = 1e-12;

/**
 * A mover through its printed points.
 *
 *     Δp(V, n) = n² h(V/n),   P(V, n) = n³ p(V/n)
 *
 * h and p go monotonely through the points; h goes on straight to nought flow
 * and to nought head. Points must fall: a pump that can run at two flows for
 * one head has no steady answer.
 *
 * @param flows V [m³/s], ≥ 0, rising
 * @param pressures Δp [Pa], falling
 * @param powers electricity at each [W], if printed
 * @returns the curve
 * @throws {OutOfRangeError} for points that do not rise and fall
 *
 * Affinity laws: ASHRAE Handbook HVAC Systems and Equipment 2020, ch. 21 and 44.
 */
export function moverCurve(
  flows: ArrayLike<number>,
  pressures: ArrayLike<number>,
  powers?: ArrayLike<number>,
): MoverCurve {
  requireFalling(flows, pressures);
  const head = monotoneCurve(flows, pressures);
  const drawn = powers === undefined ? undefined : monotoneCurve(flows, powers);
  const [, lastFlow] = head.range;
  const maximumFlow = Math.max(lastFlow, lastFlow - head.value(lastFlow) / head.slope(lastFlow));

  function pressureRise(flow: number, speed: number): number {
    if (!(speed > 0)) return 0;
    return speed * speed * head.value(flow / speed);
  }

  function pressureSlope(flow: number, speed: number): number {
    return speed > 0 ? speed * head.slope(flow / speed) : 0;
  }

  function power(flow: number, speed: number): number {
    if (drawn === undefined) return NaN;
    if (!(speed > 0)) return 0;
    return speed * speed * speed * drawn.value(flow / speed);
  }

  function speedForDuty(flow: number, wanted: number, guess: number): number {
    if (!(flow > 0)) return Math.sqrt(Math.max(0, wanted) / head.value(0));
    // The curve falls, so n² h(V/n) rises with n: one root, above the speed whose maximum flow this is.
    let low = flow / maximumFlow;
    let high = Infinity;
    let n = guess > low && guess > 0.01 ? guess : Math.max(low * 1.1, Math.sqrt(Math.max(0, wanted) / head.value(0)));
    for (let step = 0; step < maximumSteps; step++) {
      const at = flow / n;
      const h = head.value(at);
      const miss = wanted - n * n * h;
      if (miss > 0) low = n;
      else high = n;
      const next = n + miss / (2 * n * h - flow * head.slope(at));
      const before = n;
      n = next > low && next < high ? next : high === Infinity ? 2 * n : 0.5 * (low + high);
      if (Math.abs(n - before) < tolerance * n) break;
    }
    return n;
  }

  function operatingFlow(system: SystemCurve, speed: number, inParallel: number): number {
    if (!(speed * speed * head.value(0) > system.staticPressure)) return 0;
    let low = 0;
    let high = maximumFlow * speed;
    let flow = 0.5 * high;
    for (let step = 0; step < maximumSteps; step++) {
      const whole = flow * inParallel;
      const ratio = whole / system.ratedFlow;
      const asked = systemPressure(system, whole);
      const miss = speed * speed * head.value(flow / speed) - asked;
      if (miss > 0) low = flow;
      else high = flow;
      const friction = asked - system.staticPressure;
      const steepness = ratio === 0 ? 0 : (system.exponent * friction) / flow;
      const next = flow + miss / (steepness - speed * head.slope(flow / speed));
      const before = flow;
      flow = next > low && next < high ? next : 0.5 * (low + high);
      if (Math.abs(flow - before) < tolerance * flow) break;
    }
    return flow;
  }

  return {
    pressureRise,
    pressureSlope,
    power,
    speedForDuty,
    operatingFlow,
    maximumFlow,
    shutOffPressure: head.value(0),
  };
}

function requireFalling(flows: ArrayLike<number>, pressures: ArrayLike<number>): void {
  requireRange('first flow of a curve', flows[0]!, [0, Number.MAX_VALUE], 'm³/s');
  for (let i = 1; i < pressures.length; i++) {
    if (!(pressures[i]! < pressures[i - 1]!)) {
      throw new OutOfRangeError(
        `pressure of point ${i + 1}`,
        pressures[i]!,
        [-Number.MAX_VALUE, pressures[i - 1]!],
        'Pa',
      );
    }
  }
}
