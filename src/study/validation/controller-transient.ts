/**
 * PI and PID on a square wave of the set point: the example of the Buildings
 * library, with our controllers.
 */

import { piController } from '../../controls/pi.ts';
import { pidController } from '../../controls/pid.ts';
import { controllerWave } from './cases/controller-wave.ts';
import { follow } from './trajectory.ts';

const { settings, measured, period } = controllerWave;

/** States over time; the set point is told with them. */
function onTheWave(
  initial: readonly number[],
  rates: (setpoint: number, y: Float64Array, dy: Float64Array) => void,
  output: (setpoint: number, y: Float64Array) => number,
  times: readonly number[],
): readonly number[] {
  let setpoint = 1;
  const outputs: number[] = [];
  follow(
    {
      initial,
      rates: (_, y, dy) => rates(setpoint, y, dy),
      tolerances: initial.map(() => 1e-10),
      jumps: Array.from({ length: 7 }, (_, i) => ((i + 1) * period) / 2),
      decide: (t) => {
        setpoint = Math.round((2 * t) / period) % 2 === 0 ? 1 : 0;
      },
      maximumStep: 0.01,
    },
    times,
    (_, y) => outputs.push(output(setpoint, y)),
  );
  return outputs;
}

/** Output of the PI at given times [1]. */
export function piOutputs(times: readonly number[]): readonly number[] {
  const pi = piController(settings);
  return onTheWave(
    [0],
    (setpoint, y, dy) => {
      dy[0] = pi.rate(setpoint, measured, y[0]!);
    },
    (setpoint, y) => pi.output(setpoint, measured, y[0]!),
    times,
  );
}

/** Output of the PID between limits at given times [1]; its filter starts at rest. */
export function pidOutputs(limits: { minimum: number; maximum: number }, times: readonly number[]): readonly number[] {
  const pid = pidController({ ...settings, ...limits });
  return onTheWave(
    [0, pid.filteredAtRest(1, measured)],
    (setpoint, y, dy) => {
      dy[0] = pid.integralRate(setpoint, measured, y[0]!, y[1]!);
      dy[1] = pid.filteredRate(setpoint, measured, y[1]!);
    },
    (setpoint, y) => pid.output(setpoint, measured, y[0]!, y[1]!),
    times,
  );
}
