/**
 * Two-point control: on or off, with a dead band and minimum times. A stager
 * of one unit. Used for pumps, heaters, crankcases and fans without a drive.
 */

import { requireRange } from '../errors.ts';
import { type Stager, stager } from './staging.ts';

export interface SwitchSettings {
  /** Switches on at or beyond this, off at or beyond the other: on above off cools, on below off heats. */
  readonly onAt: number;
  readonly offAt: number;
  /** [s], ≥ 0 */
  readonly minimumOnTime: number;
  readonly minimumOffTime: number;
}

/**
 * A switch, 0 or 1 unit, at rest and free to change.
 *
 * @param settings see `SwitchSettings`
 * @param units 0 off, 1 on at first
 * @returns a stager of one unit; measured values are those of the thresholds
 * @throws {OutOfRangeError} where on and off are the same, a time is negative or units neither 0 nor 1
 */
export function twoPointSwitch(settings: SwitchSettings, units: number): Stager {
  const { onAt, offAt, minimumOnTime, minimumOffTime } = settings;
  requireRange('dead band', Math.abs(onAt - offAt), [Number.MIN_VALUE, Number.MAX_VALUE], '');
  const sign = onAt > offAt ? 1 : -1;
  const step = { up: sign * onAt, down: sign * offAt };
  const one = stager({ steps: [step], upDelay: 0, downDelay: 0, minimumOnTime, minimumOffTime }, units);
  return {
    ...one,
    get units() {
      return one.units;
    },
    decide: (t, measured, available) => one.decide(t, sign * measured, available),
    margins: (measured, into, offset) => one.margins(sign * measured, into, offset),
  };
}
