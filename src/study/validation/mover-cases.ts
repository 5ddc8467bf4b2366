/** Pumps, motors, fans and valves against stored results of the Buildings library. */

import { moverCurve } from '../../physics/fan-and-pump.ts';
import { motor } from '../../physics/motor.ts';
import { equalPercentageValve, linearValve } from '../../physics/valve.ts';
import { motorAtPartLoad, parallelPumps, throttledPump, valveCharacteristics } from './cases/movers.ts';
import type { Sample, ValidationCase } from './validation-case.ts';

const group = 'Pumps and valves';
const source = 'movers';

function throttledSamples(): Sample[] {
  const pump = moverCurve(throttledPump.flows, throttledPump.pressures);
  const system = { ...throttledPump.valve, staticPressure: 0, exponent: 2 };
  const open = throttledPump.open.map(({ speed, pressure }) => {
    const flow = pump.operatingFlow(system, speed, 1);
    return { at: `open valve, speed ${speed}`, published: pressure, ours: pump.pressureRise(flow, speed) };
  });
  const shut = throttledPump.shut.map(({ speed, pressure }) => ({
    at: `shut valve, speed ${speed}`,
    published: pressure,
    ours: pump.pressureRise(0, speed),
  }));
  return [...open, ...shut];
}

function parallelSamples(): Sample[] {
  const { flows, pressures, density, system, flowEach, head } = parallelPumps;
  const twin = moverCurve(flows, pressures);
  const flow = twin.operatingFlow(system, 1, 2);
  return [
    { at: 'flow of each', published: flowEach, ours: flow * density },
    { at: 'head', published: head, ours: twin.pressureRise(flow, 1) },
  ];
}

export const moverCases: readonly ValidationCase[] = [
  {
    group,
    quantity: 'pump against a valve',
    unit: 'Pa',
    scale: 'relative',
    tolerance: 0.01,
    because: 'their curve carries an internal resistance of 1/4000 of the head',
    source,
    samples: throttledSamples,
  },
  {
    group,
    quantity: 'two pumps in parallel',
    unit: 'kg/s, Pa',
    scale: 'relative',
    tolerance: 1e-6,
    because: 'stored in single precision',
    source,
    samples: parallelSamples,
  },
  {
    group,
    quantity: 'motor at part load',
    unit: '1',
    scale: 'relative',
    tolerance: 0.01,
    because: 'theirs extrapolates the table of sizes below 700 W, ours does not',
    source,
    samples: () => {
      const { ratedPower, peak, shaftPower, efficiency } = motorAtPartLoad;
      return [{ at: '357 of 500 W', published: efficiency, ours: motor(ratedPower, peak).efficiency(shaftPower) }];
    },
  },
  {
    group,
    quantity: 'valve characteristics',
    unit: '1',
    scale: 'absolute',
    tolerance: 5e-7,
    because: 'stored in single precision',
    source,
    samples: () =>
      valveCharacteristics.flatMap(([opening, linear, equal]) => [
        { at: `linear, ${opening}`, published: linear, ours: linearValve(opening, 0.05) },
        { at: `equal percentage, ${opening}`, published: equal, ours: equalPercentageValve(opening, 0.05, 10, 0.1) },
      ]),
  },
];
