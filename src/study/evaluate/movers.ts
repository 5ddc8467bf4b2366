/** Pumps and fans by printed points of one's own, and the motor and drive behind them. */

import type { Parameters, ValuesOf } from '../../library/parameters.ts';
import { moverCurve, type SystemCurve } from '../../physics/fan-and-pump.ts';
import { motor as motorOf } from '../../physics/motor.ts';
import { preparePowerLoss } from '../../physics/power-losses.ts';
import type { Quantity } from '../../units.ts';
import { type Answer, answer, defineEvaluation, type Evaluation, notesOf } from './evaluation.ts';

interface MoverQuantities {
  readonly about: string;
  readonly flow: Quantity;
  readonly pressure: Quantity;
}

function moverInputs({ flow: flowQuantity, pressure }: MoverQuantities) {
  const flow = { quantity: flowQuantity, range: [0, 1e4] } as const;
  const rise = { quantity: pressure, range: [0, 1e8] } as const;
  return {
    curve: {
      table: {
        flow: { ...flow, about: 'Flow of each point', order: 'rising' },
        rise: { ...rise, about: 'Pressure rise', order: 'falling' },
      },
      about: 'Printed points at the printed speed',
    },
    power: { series: 'power', range: [0, 1e8], about: 'Electricity at each point, if printed', optional: true },
    speed: { quantity: 'fraction', range: [0.01, 2], about: 'Speed over the printed one', default: '100 %' },
    inParallel: { count: [1, 100], about: 'Of them side by side', default: 1 },
    flow: { ...flow, about: 'Flow of each: its rise is told; give this or systemFlow', optional: true },
    rise: { ...rise, about: 'Besides flow: the speed for this rise is found', optional: true },
    systemFlow: { ...flow, about: 'Flow at which the friction of the circuit is known', optional: true },
    systemFriction: { ...rise, about: 'Friction of the circuit there', optional: true },
    systemStatic: { ...rise, about: 'Rise that stands without flow', default: '0 Pa' },
    systemExponent: { quantity: 'dimensionless', range: [1, 2], about: 'n of friction ∝ Vⁿ', default: '2' },
  } as const satisfies Parameters;
}

type MoverInputs = ValuesOf<ReturnType<typeof moverInputs>>;

function moverEvaluation(quantities: MoverQuantities): Evaluation {
  return defineEvaluation({
    about: quantities.about,
    inputs: moverInputs(quantities),
    evaluate(inputs: MoverInputs) {
      const { curve: points, power, inParallel } = inputs;
      if (power !== undefined && power.length !== points.flow.length)
        throw new RangeError(`found ${power.length} values of power; wanted ${points.flow.length}, one for each point`);
      const curve = moverCurve(points.flow, points.rise, power);
      const { flow, speed } = dutyOf(inputs, curve);
      const rise = curve.pressureRise(flow, speed);
      const drawn = curve.power(flow, speed);
      const hydraulic = flow * rise;
      return {
        answers: [
          answer('flow', 'Flow of each', flow, quantities.flow),
          ...(inParallel > 1 ? [answer('totalFlow', 'Flow of all', flow * inParallel, quantities.flow)] : []),
          answer('rise', 'Pressure rise', rise, quantities.pressure),
          answer('speed', 'Speed over the printed one', speed, 'fraction'),
          answer('hydraulicPower', 'Flow times rise, of each', hydraulic, 'power'),
          ...(Number.isNaN(drawn) ? [] : powerAnswers(drawn, hydraulic)),
          answer('maximumFlow', 'Flow without rise, at the printed speed', curve.maximumFlow, quantities.flow),
          answer('shutOff', 'Rise without flow, at the printed speed', curve.shutOffPressure, quantities.pressure),
        ],
        notes: notesOf({
          'outside the printed points; the curve is continued':
            flow / speed < points.flow[0]! || flow / speed > points.flow.at(-1)!,
          'against the flow: beyond the last flow that this speed can move': rise < 0,
          'no flow: the rise does not reach what stands without flow': flow === 0 && inputs.systemFlow !== undefined,
        }),
      };
    },
  });
}

function powerAnswers(drawn: number, hydraulic: number): readonly Answer[] {
  return [
    answer('power', 'Electricity of each', drawn, 'power'),
    answer('efficiency', 'Hydraulic power over electricity', hydraulic / drawn, 'fraction'),
  ];
}

/** What is asked: a rise at a flow, the speed for both, or the point where curve and circuit meet. */
function dutyOf(
  inputs: MoverInputs,
  curve: ReturnType<typeof moverCurve>,
): { readonly flow: number; readonly speed: number } {
  const { flow, rise, speed, inParallel, systemFlow, systemFriction } = inputs;
  if ((flow === undefined) === (systemFlow === undefined))
    throw new RangeError('give flow, or systemFlow and systemFriction');
  if (flow !== undefined) return { flow, speed: rise === undefined ? speed : curve.speedForDuty(flow, rise, 0) };
  if (systemFriction === undefined || !(systemFlow! > 0))
    throw new RangeError('found systemFlow; wanted systemFlow above 0 and systemFriction');
  const system: SystemCurve = {
    staticPressure: inputs.systemStatic,
    ratedFriction: systemFriction,
    ratedFlow: systemFlow!,
    exponent: inputs.systemExponent,
  };
  return { flow: curve.operatingFlow(system, speed, inParallel), speed };
}

export const pump = moverEvaluation({
  about: 'A pump by points of its own: rise at a flow, speed for a duty, or where it meets its circuit',
  flow: 'volume flow',
  pressure: 'pressure',
});

export const fan = moverEvaluation({
  about: 'A fan by points of its own: rise at a flow, speed for a duty, or where it meets its duct',
  flow: 'air volume flow',
  pressure: 'air pressure',
});

export const motor = defineEvaluation({
  about: 'An electric motor at a shaft power, with a drive by its printed points if it has one',
  inputs: {
    ratedPower: { quantity: 'power', range: [10, 1e7], about: 'Rated power at the shaft' },
    ratedEfficiency: { quantity: 'fraction', range: [0.1, 1], about: 'At rated power' },
    shaftPower: { quantity: 'power', range: [0, 1.2e7], about: 'Power at the shaft now' },
    drive: {
      table: {
        load: { quantity: 'fraction', range: [0, 1.2], about: 'Output over rated output', order: 'rising' },
        efficiency: { quantity: 'fraction', range: [0.5, 1], about: 'Output over input' },
      },
      about: 'Printed efficiencies of the drive',
      optional: true,
    },
    driveRated: { quantity: 'power', range: [10, 1e7], about: 'Rated output of the drive', optional: true },
  },
  evaluate({ ratedPower, ratedEfficiency, shaftPower, drive, driveRated }) {
    if (shaftPower > 1.2 * ratedPower)
      throw new RangeError(
        `found a shaft power of ${((100 * shaftPower) / ratedPower).toFixed(0)} % of rated; wanted 120 % at most`,
      );
    const one = motorOf(ratedPower, ratedEfficiency);
    const power = one.power(shaftPower);
    const loss =
      drive === undefined
        ? 0
        : preparePowerLoss(driveRated ?? ratedPower / ratedEfficiency, drive.load, drive.efficiency).loss(power);
    return {
      answers: [
        answer('efficiency', 'Efficiency of the motor', one.efficiency(shaftPower), 'fraction'),
        answer('motorPower', 'Electricity at the motor', power, 'power'),
        ...(drive === undefined ? [] : [answer('driveLoss', 'Loss of the drive', loss, 'power')]),
        answer('power', 'Electricity drawn', power + loss, 'power'),
        answer('overall', 'Shaft power over electricity', shaftPower / (power + loss), 'fraction'),
        answer('load', 'Shaft power over rated', shaftPower / ratedPower, 'fraction'),
      ],
      notes: [],
    };
  },
});
