/**
 * PI controller with a filtered derivative: for loops with a lag behind the
 * actuator that a PI cannot take. Two states, integral and filtered error,
 * live where the caller keeps its states. Used where a scenario asks for it.
 */

import { requireRange } from '../errors.ts';
import { limited, type PiSettings, requireLimits } from './pi.ts';

export interface PidSettings extends PiSettings {
  /** T_d [s], > 0. */
  readonly derivativeTime: number;
  /** N_d [1], > 0: the larger, the nearer to a pure derivative and the noisier; 10 if absent. */
  readonly derivativeFilter?: number;
}

export interface PidController {
  /** y, within the limits. */
  output(setpoint: number, measured: number, integral: number, filtered: number): number;
  /** dI/dt [1/s] */
  integralRate(setpoint: number, measured: number, integral: number, filtered: number): number;
  /** dx/dt [1/s] */
  filteredRate(setpoint: number, measured: number, filtered: number): number;
  /** x that makes the derivative nothing at the start. */
  filteredAtRest(setpoint: number, measured: number): number;
  /** I with which the controller goes on from an output, without a bump; x at rest. */
  integralFor(output: number, setpoint: number, measured: number): number;
}

const positive = [Number.MIN_VALUE, Number.MAX_VALUE] as const;

/**
 * A PID controller whose integral is held back by what its limits cut off.
 *
 *     e = ±(setpoint − measured)/r         + reverse, − direct
 *     dx/dt = (e − x) N_d/T_d,   D = k N_d (e − x)       k T_d s/(1 + T_d/N_d s) of e
 *     u = k e + I + D,   y = min(max(u, y_min), y_max)
 *     dI/dt = k/T_i · (e − (u − y)/(k N_i))
 *
 * @param settings see `PidSettings`
 * @returns the controller; its functions allocate nothing
 * @throws {OutOfRangeError} for a setting outside its range
 *
 * Modelica Buildings Library, Controls.OBC.CDL.Reals.PID.
 */
export function pidController(settings: PidSettings): PidController {
  const { gain, integralTime, derivativeTime, minimum, maximum } = settings;
  const { antiWindup = 0.9, derivativeFilter = 10 } = settings;
  requireRange('gain', gain, positive, '[1]');
  requireRange('integral time', integralTime, positive, 's');
  requireRange('derivative time', derivativeTime, positive, 's');
  requireRange('scale', settings.scale, positive, '');
  requireRange('anti-windup', antiWindup, positive, '[1]');
  requireRange('derivative filter', derivativeFilter, positive, '[1]');
  requireLimits(minimum, maximum);
  const sign = (settings.action === 'reverse' ? 1 : -1) / settings.scale;
  const filterRate = derivativeFilter / derivativeTime;

  function unlimited(error: number, integral: number, filtered: number): number {
    return gain * (error + derivativeFilter * (error - filtered)) + integral;
  }

  function output(setpoint: number, measured: number, integral: number, filtered: number): number {
    return limited(unlimited(sign * (setpoint - measured), integral, filtered), minimum, maximum);
  }

  function integralRate(setpoint: number, measured: number, integral: number, filtered: number): number {
    const error = sign * (setpoint - measured);
    const u = unlimited(error, integral, filtered);
    return (gain * error - (u - limited(u, minimum, maximum)) / antiWindup) / integralTime;
  }

  function integralFor(wanted: number, setpoint: number, measured: number): number {
    requireRange('output', wanted, [minimum, maximum], '');
    return wanted - gain * sign * (setpoint - measured);
  }

  return {
    output,
    integralRate,
    filteredRate: (setpoint, measured, filtered) => (sign * (setpoint - measured) - filtered) * filterRate,
    filteredAtRest: (setpoint, measured) => sign * (setpoint - measured),
    integralFor,
  };
}
