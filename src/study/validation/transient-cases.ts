/**
 * Small plants through time against stored trajectories of the Buildings
 * library. Where its physics is not ours its own equation is put in first, so
 * that controllers, strokes and volumes stand alone; then ours, with what that
 * makes.
 */

import {
  blendedPumps,
  cappedCdu,
  cduFinding,
  cduPump,
  cduTemperatures,
  cduValve,
  chillerPerformance,
  chillerTemperatures,
  controllerSamples,
  economizerSamples,
  exactCdu,
  exactPumps,
  pumpFlows,
  pumpHeads,
  towerRunningOn,
  towerTemperatures,
  unlimitedSamples,
} from './transient-samples.ts';
import type { ValidationCase } from './validation-case.ts';

const common = { group: 'Transients', scale: 'absolute', source: 'transients' } as const;

const controllerCases: readonly ValidationCase[] = [
  {
    ...common,
    quantity: 'PI and PID within limits',
    unit: '1',
    tolerance: 3.1e-8,
    because: 'half of the last digit of single precision below 1',
    samples: controllerSamples,
  },
  {
    ...common,
    quantity: 'PID without limits',
    unit: '1',
    tolerance: 6e-5,
    because: 'theirs integrates its filter of 0.1 s to that; −10 e^(−0.15) − 0.445 at 0.14 s is −9.0520798',
    samples: unlimitedSamples,
  },
];

const cduCases: readonly ValidationCase[] = [
  {
    ...common,
    quantity: 'CDU: temperatures, their cap',
    unit: 'K',
    tolerance: 3.2e-4,
    because: 'their integrator is told 1e-6 of 315 K; stored in single precision, 3e-5 K',
    note: 'With the ratio of capacity rates capped as theirs: controllers, strokes and volumes stand alone.',
    samples: () => cduTemperatures(cappedCdu),
  },
  {
    ...common,
    quantity: 'CDU: valve, their cap',
    unit: '1',
    tolerance: 3.2e-5,
    because: 'the tolerance of the temperatures over 10 K, which count as one',
    samples: () => cduValve(cappedCdu),
  },
  {
    ...common,
    quantity: 'CDU: temperatures',
    unit: 'K',
    tolerance: 0.012,
    because: 'theirs caps the ratio of capacity rates at 0.98: 0.01 K at the start, 0.003 K after the pulses',
    finding: cduFinding,
    samples: () => cduTemperatures(exactCdu),
  },
  {
    ...common,
    quantity: 'CDU: valve',
    unit: '1',
    tolerance: 1e-3,
    because: 'their cap again, from 0.92 open on',
    samples: () => cduValve(exactCdu),
  },
  {
    ...common,
    quantity: 'CDU: pump power and head',
    unit: 'W, Pa',
    scale: 'relative',
    tolerance: 1e-5,
    because: 'their curve carries an internal resistance of 1/4000 of its head, to which the speed is fitted',
    samples: cduPump,
  },
];

const machineCases: readonly ValidationCase[] = [
  {
    ...common,
    quantity: 'chiller on and off: COP',
    unit: '1',
    tolerance: 3.2e-6,
    because: 'single precision of 6 is 2e-7; after a switch, a kelvin’s 3e-4 is worth ten times that',
    note: 'COP 0 while it stands. The example leads its curves beyond their data; so does ours here.',
    samples: chillerPerformance,
  },
  {
    ...common,
    quantity: 'chiller: leaving water',
    unit: 'K',
    tolerance: 3.2e-4,
    because: 'what an integrator that holds 1e-6 may be off at 310 K',
    samples: chillerTemperatures,
  },
  {
    ...common,
    quantity: 'pump stopped: flows, blend',
    unit: 'kg/s',
    tolerance: 1e-4,
    because: 'their curve carries an internal resistance of 1/4000 of its head, 0.4 Pa of a pump that stands',
    note: 'With resistances that turn laminar below 30 % of rated flow, as theirs. The stopped pump flows backwards.',
    samples: () => pumpFlows(blendedPumps),
  },
  {
    ...common,
    quantity: 'pump stopped: heads, blend',
    unit: 'Pa',
    tolerance: 0.5,
    because: 'the same internal resistance: 0.4 Pa',
    samples: () => pumpHeads(blendedPumps),
  },
  {
    ...common,
    quantity: 'pump stopped: flows',
    unit: 'kg/s',
    tolerance: 7e-3,
    because: 'ours keeps the power law down to no flow: 3 s after the start 7 g/s, where a flow turns 1 g/s',
    samples: () => pumpFlows(exactPumps),
  },
  {
    ...common,
    quantity: 'pump stopped: heads',
    unit: 'Pa',
    tolerance: 6,
    because: 'the same power law: 5 Pa at 3 s, 2 Pa where the flow turns, of 4000 Pa',
    samples: () => pumpHeads(exactPumps),
  },
  {
    ...common,
    quantity: 'economizer, valve full open',
    unit: 'K',
    tolerance: 2e-3,
    because: 'the shut bypass leaks 1e-4 of 10 K; theirs blends so small a flow to nothing',
    samples: economizerSamples,
  },
];

const towerCases: readonly ValidationCase[] = [
  {
    ...common,
    quantity: 'tower, 15 pump starts',
    unit: 'K',
    tolerance: 0.04,
    because: 'the wet bulb is known every 864 s only, and our pump warms no water: a switch some 15 s off',
    note: 'With air counted per kg of mixture and the factor of 1.0039 left in the rating, as theirs.',
    samples: towerTemperatures,
  },
  {
    ...common,
    quantity: 'tower, pump running on',
    unit: 'K',
    tolerance: 0.1,
    because: 'ours counts dry air and meets its rating: in cool weather 2 to 3 % less conductance, 0.06 K warmer',
    note: 'From 31104 to 72576 s of the day. Around it both pumps switch, and the two towers’ switches run apart.',
    samples: towerRunningOn,
  },
];

export const transientCases: readonly ValidationCase[] = [
  ...controllerCases,
  ...cduCases,
  ...machineCases,
  ...towerCases,
];
