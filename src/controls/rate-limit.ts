/**
 * Actuators that need time for their stroke: valves (about 120 s), dampers,
 * drives of pumps and fans (about 30 s).
 *
 * The position is a state of the plant; here is how fast it moves. Leaves out
 * backlash, dead time and stiction. Used by the transient of circuits.
 */

import { requireRange } from '../errors.ts';
import { limited } from './pi.ts';

/** τ over the time of the full stroke. */
const lagShare = 1e-3;

/**
 * Speed of an actuator that follows a command.
 *
 *     dy/dt = (command − y)/τ, at most ± 1/T,   τ = 0.001 T
 *
 * An ideal limiter has no rate at its command; this one has, so that an integrator
 * for stiff systems can follow it. It is never further than τ/T = 0.1 % of the stroke
 * from the ideal one that started with it: 0.1 %/e where the ideal one arrives after a
 * step, 0.1 % where the command itself runs at full speed.
 *
 * @param strokeTime T, from one end to the other [s], > 0
 * @returns dy/dt [1/s] of a position y and a command, both over the full stroke [1]
 * @throws {OutOfRangeError} for a time that is none
 *
 * As the actuators of the Modelica Buildings Library (Fluid.Actuators.BaseClasses.ActuatorSignal, τ = 0.001 T).
 */
export function strokeRate(strokeTime: number): (position: number, command: number) => number {
  requireRange('stroke time', strokeTime, [Number.MIN_VALUE, Number.MAX_VALUE], 's');
  const fastest = 1 / strokeTime;
  const perLag = fastest / lagShare;
  return (position, command) => limited((command - position) * perLag, -fastest, fastest);
}

/** Part of the stroke over which a soft actuator slows down at its command. */
const softShare = 0.02;

/**
 * Speed of an actuator that slows down softly where it arrives.
 *
 *     dy/dt = x/(T √(1 + x²)),   x = (command − y)/0.02
 *
 * Smooth everywhere, so that an integrator takes long steps through what the hard
 * limiter of `strokeRate` makes it search for. Far from its command it runs at the
 * full speed 1/T; 2 % of the stroke away it is at 71 % of it, and it never lags a
 * command that stands still by more than 4 % of the stroke behind the hard one.
 *
 * @param strokeTime T, from one end to the other [s], > 0
 * @returns dy/dt [1/s] of a position y and a command, both over the full stroke [1]
 * @throws {OutOfRangeError} for a time that is none
 */
export function softStrokeRate(strokeTime: number): (position: number, command: number) => number {
  requireRange('stroke time', strokeTime, [Number.MIN_VALUE, Number.MAX_VALUE], 's');
  const fastest = 1 / strokeTime;
  return (position, command) => {
    const x = (command - position) / softShare;
    return (fastest * x) / Math.sqrt(1 + x * x);
  };
}
