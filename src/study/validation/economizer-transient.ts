/**
 * Economizers of constant effectiveness with a three-way valve that holds what
 * leaves them: two examples of the Buildings library, with our valves and
 * controller.
 */

import { piController } from '../../controls/pi.ts';
import { strokeRate } from '../../controls/rate-limit.ts';
import { equalPercentageValve, flowShare, linearValve } from '../../physics/valve.ts';
import { follow } from './trajectory.ts';

export interface EconomizerExample {
  readonly effectiveness: number;
  readonly warmInlet: number;
  /** Entering on the cold side: before and after the step [K]. */
  readonly coldInlet: { readonly before: number; readonly after: number; readonly step: number };
  readonly setpoint: number;
  readonly control: { readonly gain: number; readonly integralTime: number };
  readonly valve: {
    readonly rangeability: number;
    readonly leakage: number;
    readonly foot: number;
    /** Conductance of the open bypass over that of the open way through the exchanger. */
    readonly bypassShare: number;
    readonly strokeTime: number;
    /** Time constant of its water [s]. */
    readonly volumeTime: number;
  };
  readonly sensorTime: number;
  readonly initial: { readonly water: number; readonly sensor: number; readonly opening: number };
}

/** Share of the flow that takes the way through the exchanger [1]; its own drop is half of that way's. */
function exchangerShare({ rangeability, leakage, foot, bypassShare }: EconomizerExample['valve'], opening: number) {
  const within = Math.min(1, Math.max(0, opening));
  const through = Math.SQRT1_2 * flowShare(equalPercentageValve(within, leakage, rangeability, foot), 0.5);
  const past = bypassShare * linearValve(1 - within, leakage);
  return through / (through + past);
}

/** What the sensor behind the valve shows at given times [K]. */
export function economizerLeaving(example: EconomizerExample, times: readonly number[]): readonly number[] {
  const { coldInlet, warmInlet, initial, valve, setpoint } = example;
  const controller = piController({ ...example.control, scale: 1, action: 'direct', minimum: 0, maximum: 1 });
  const stroke = strokeRate(valve.strokeTime);
  const shown: number[] = [];
  let cold = coldInlet.before;
  follow(
    {
      initial: [initial.water, initial.sensor, initial.opening, 0],
      rates: (_, y, dy) => {
        const cooled = exchangerShare(valve, y[2]!) * example.effectiveness * (warmInlet - cold);
        dy[0] = (warmInlet - cooled - y[0]!) / valve.volumeTime;
        dy[1] = (y[0]! - y[1]!) / example.sensorTime;
        dy[2] = stroke(y[2]!, controller.output(setpoint, y[0]!, y[3]!));
        dy[3] = controller.rate(setpoint, y[0]!, y[3]!);
      },
      tolerances: [1e-7, 1e-7, 1e-9, 1e-9],
      jumps: [coldInlet.step],
      decide: (t) => {
        cold = t < coldInlet.step ? coldInlet.before : coldInlet.after;
      },
      maximumStep: 60,
    },
    times,
    (_, y) => shown.push(y[1]!),
  );
  return shown;
}
