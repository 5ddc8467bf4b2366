/** The integrator of stiff systems against the reference solutions of the usual test problems. */

import { stiffIntegrator } from '../../numerics/rosenbrock.ts';
import { stiffProblems, type StiffProblem } from './cases/stiff-problems.ts';
import type { SourceKey } from './sources.ts';
import type { Sample, ValidationCase } from './validation-case.ts';

/** The relative tolerance that every problem is run with. */
const relative = 1e-6;

const sourceOf: Readonly<Record<StiffProblem['name'], SourceKey>> = {
  Robertson: 'robertson',
  'van der Pol, ε = 1e-6': 'stiff',
  HIRES: 'stiff',
  Oregonator: 'oregonator',
};

export const stiffCases: readonly ValidationCase[] = stiffProblems.map((problem) => ({
  group: 'Chips and mathematics',
  quantity: `stiff: ${problem.name}`,
  unit: '1',
  scale: 'relative',
  tolerance: 20 * relative,
  because: 'run with a tolerance of 1e-6 a step; the errors of the steps add up, and a limit cycle stretches them',
  source: sourceOf[problem.name],
  samples: () => samplesOf(problem),
}));

function samplesOf({ initial, derivative, small, solutions }: StiffProblem): readonly Sample[] {
  const integrator = stiffIntegrator(
    { size: initial.length, derivative },
    { relative, absolute: Float64Array.from(small, (size) => size * relative), maximumStep: Infinity },
  );
  integrator.restart(0, Float64Array.from(initial));
  return solutions.flatMap(({ time, y }) => {
    while (integrator.time < time) integrator.step(time);
    return y.map((published, k) => ({ at: `y${k + 1} at ${time}`, published, ours: integrator.y[k] }));
  });
}
