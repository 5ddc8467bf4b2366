/**
 * A cooling tower on a tank whose pump goes on and off by the tank's
 * temperature, through a day of weather: the example of the Buildings library,
 * with our tower, switch, stroke and fan controller.
 */

import { twoPointSwitch } from '../../controls/hysteresis.ts';
import { piController } from '../../controls/pi.ts';
import { strokeRate } from '../../controls/rate-limit.ts';
import { monotoneCurve } from '../../numerics/monotone-curve.ts';
import { towerDay } from './cases/tower-day.ts';
import { follow } from './trajectory.ts';

const { tank, pump, fan, waterSpecificHeat, towerTime, initial } = towerDay;

export interface TowerMoment {
  readonly t: number;
  readonly tank: number;
  readonly leaving: number;
  readonly flow: number;
}

export interface TowerRun {
  readonly moments: readonly TowerMoment[];
  /** When the pump was switched on [s]. */
  readonly starts: readonly number[];
}

/** Leaving water [K] of a tower. */
export type TowerLaw = (inlet: number, waterFlow: number, wetBulb: number, airFraction: number) => number;

/** A tower at given times [s] with a wet bulb [K] known at the same times. */
export function towerRun(tower: TowerLaw, times: readonly number[], wetBulbs: readonly number[]): TowerRun {
  const wetBulb = monotoneCurve(times, wetBulbs);
  const control = piController({ ...fan, scale: 1, action: 'direct', minimum: 0, maximum: 1 });
  const stroke = strokeRate(pump.strokeTime);
  const pumpSwitch = twoPointSwitch({ onAt: pump.onAt, offAt: pump.offAt, minimumOnTime: 0, minimumOffTime: 0 }, 0);
  const margins = new Float64Array(2);
  const margin = (which: 0 | 1) => (_: number, y: Float64Array) => {
    pumpSwitch.margins(y[0]!, margins, 0);
    return margins[which]!;
  };
  const moments: TowerMoment[] = [];
  const starts: number[] = [];
  follow(
    {
      initial: [initial, initial, 0, 0],
      rates: (t, y, dy) => {
        const [water, leaving, speed, integral] = [y[0]!, y[1]!, y[2]!, y[3]!];
        const flow = pump.ratedFlow * Math.max(0, speed);
        const airFraction = control.output(fan.setpoint, leaving, integral);
        const cooled = flow > 0 ? tower(water, flow, wetBulb.value(t), airFraction) : water;
        dy[0] = (flow * (leaving - water) + tank.heat / waterSpecificHeat) / tank.mass;
        dy[1] = (flow * (cooled - leaving)) / (pump.ratedFlow * towerTime);
        dy[2] = stroke(speed, pumpSwitch.units);
        dy[3] = control.rate(fan.setpoint, leaving, integral);
      },
      tolerances: [1e-6, 1e-6, 1e-8, 1e-6],
      margins: [margin(0), margin(1)],
      decide: (t, y) => {
        const before = pumpSwitch.units;
        if (pumpSwitch.decide(t, y[0]!) > before) starts.push(t);
      },
      maximumStep: 300,
    },
    times,
    (t, y) => moments.push({ t, tank: y[0]!, leaving: y[1]!, flow: pump.ratedFlow * y[2]! }),
  );
  return { moments, starts };
}
