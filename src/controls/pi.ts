/**
 * Proportional-integral controller with limits, in continuous time.
 *
 * Its one state, the integral, lives where the caller keeps its states: the
 * functions here are pure and allocate nothing. Leaves out sampling and delays
 * of real controllers. Used by the transient of circuits for valves, pumps and fans.
 */

import { requireRange } from '../errors.ts';

/** `reverse`: a measured value below its set point raises the output, as in heating. `direct`: one above it does, as in cooling. */
export type ControlAction = 'reverse' | 'direct';

export interface PiSettings {
  /** k, output per scaled error [1], > 0. */
  readonly gain: number;
  /** T_i [s], > 0. */
  readonly integralTime: number;
  /** r, the error that counts as one, in the unit of what is measured, > 0. */
  readonly scale: number;
  readonly action: ControlAction;
  /** Limits of the output, minimum below maximum. */
  readonly minimum: number;
  readonly maximum: number;
  /** N_i [1]; N_i T_i is the time constant of a limited output's integral; 0.9 if absent. */
  readonly antiWindup?: number;
}

export interface PiController {
  /** y, within the limits. */
  output(setpoint: number, measured: number, integral: number): number;
  /** u, before the limits; its distance to them tells when the output leaves them. */
  unlimitedOutput(setpoint: number, measured: number, integral: number): number;
  /** dI/dt [1/s] */
  rate(setpoint: number, measured: number, integral: number): number;
  /**
   * I with which the controller goes on from an output, without a bump.
   *
   * @throws {OutOfRangeError} for an output beyond its limits
   */
  integralFor(output: number, setpoint: number, measured: number): number;
}

const positive = [Number.MIN_VALUE, Number.MAX_VALUE] as const;

/**
 * A PI controller whose integral is held back by what its limits cut off.
 *
 *     e = ±(setpoint − measured)/r         + reverse, − direct
 *     u = k e + I,   y = min(max(u, y_min), y_max)
 *     dI/dt = k/T_i · (e − (u − y)/(k N_i))
 *
 * Anti-windup by back-calculation: at a limit u − y settles at k N_i e, with the time
 * constant N_i T_i. With N_i below 1 the integral itself stays inside the limits, so the
 * output leaves a limit before the error turns its sign, never after.
 *
 * @param settings see `PiSettings`
 * @returns the controller; its functions allocate nothing
 * @throws {OutOfRangeError} for a setting outside its range
 *
 * Modelica Buildings Library, Controls.OBC.CDL.Reals.PID (ASHRAE 231P's control description language).
 */
export function piController(settings: PiSettings): PiController {
  const { gain, integralTime, minimum, maximum, antiWindup = 0.9 } = settings;
  requireRange('gain', gain, positive, '[1]');
  requireRange('integral time', integralTime, positive, 's');
  requireRange('scale', settings.scale, positive, '');
  requireRange('anti-windup', antiWindup, positive, '[1]');
  requireLimits(minimum, maximum);
  const perError = (settings.action === 'reverse' ? gain : -gain) / settings.scale;
  const perTime = 1 / integralTime;
  const release = 1 / antiWindup;

  function unlimitedOutput(setpoint: number, measured: number, integral: number): number {
    return perError * (setpoint - measured) + integral;
  }

  function output(setpoint: number, measured: number, integral: number): number {
    return limited(unlimitedOutput(setpoint, measured, integral), minimum, maximum);
  }

  function rate(setpoint: number, measured: number, integral: number): number {
    const proportional = perError * (setpoint - measured);
    const unlimited = proportional + integral;
    return perTime * (proportional - (unlimited - limited(unlimited, minimum, maximum)) * release);
  }

  function integralFor(output: number, setpoint: number, measured: number): number {
    requireRange('output', output, [minimum, maximum], '');
    return output - perError * (setpoint - measured);
  }

  return { output, unlimitedOutput, rate, integralFor };
}

/** The value, or the limit that it lies beyond. */
export function limited(value: number, minimum: number, maximum: number): number {
  return value < minimum ? minimum : value > maximum ? maximum : value;
}

/** Refuses limits that leave no room between them. */
export function requireLimits(minimum: number, maximum: number): void {
  requireRange('maximum output', maximum, [minimum, Number.MAX_VALUE], '');
  if (minimum === maximum) requireRange('room between the limits', maximum - minimum, positive, '');
}
