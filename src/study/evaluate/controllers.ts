/** A PI controller as transients use it: its output now, and after a time at one error. */

import { piController } from '../../controls/pi.ts';
import { answer, defineEvaluation, notesOf } from './evaluation.ts';

/** Steps in which the integral is followed; the error of the mean of both ends falls with their square. */
const steps = 20_000;

export const piControl = defineEvaluation({
  about: 'A PI controller with limits and anti-windup, at one set point and measured value for a time',
  inputs: {
    gain: { quantity: 'dimensionless', range: [1e-6, 1e6], about: 'k, output per scaled error' },
    integralTime: { quantity: 'time', range: [1e-3, 1e7], about: 'Integral time' },
    scale: { quantity: 'dimensionless', range: [1e-9, 1e9], about: 'Error that counts as one', default: '1' },
    action: {
      choice: ['direct', 'reverse'],
      about: 'direct: above the set point the output rises, as in cooling; reverse: below it',
      default: 'direct',
    },
    setpoint: { quantity: 'dimensionless', range: [-1e9, 1e9], about: 'Set point, in the unit of what is measured' },
    measured: { quantity: 'dimensionless', range: [-1e9, 1e9], about: 'What is measured' },
    integral: { quantity: 'dimensionless', range: [-1e6, 1e6], about: 'Integral at the start', default: '0' },
    minimum: { quantity: 'dimensionless', range: [-1e6, 1e6], about: 'Lowest output', default: '0' },
    maximum: { quantity: 'dimensionless', range: [-1e6, 1e6], about: 'Highest output', default: '1' },
    antiWindup: {
      quantity: 'dimensionless',
      range: [1e-3, 1e3],
      about: 'Time constant of a limited output’s integral, over the integral time',
      default: '0.9',
    },
    time: { quantity: 'time', range: [0, 1e7], about: 'Time at this error', default: '0 s' },
  },
  evaluate({ setpoint, measured, integral: start, time, ...settings }) {
    const controller = piController(settings);
    const step = time / steps;
    let integral = start;
    for (let k = 0; k < steps; k++) {
      const first = controller.rate(setpoint, measured, integral);
      const middle = controller.rate(setpoint, measured, integral + 0.5 * step * first);
      integral += step * middle;
    }
    const unlimited = controller.unlimitedOutput(setpoint, measured, integral);
    return {
      answers: [
        answer('output', 'Output', controller.output(setpoint, measured, integral), 'dimensionless'),
        answer('unlimited', 'Output before its limits', unlimited, 'dimensionless'),
        answer('integral', 'Integral', integral, 'dimensionless'),
        answer('rate', 'Change of the integral', controller.rate(setpoint, measured, integral), 'frequency'),
      ],
      notes: notesOf({ 'at a limit': unlimited < settings.minimum || unlimited > settings.maximum }),
    };
  },
});
