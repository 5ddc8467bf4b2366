/** Chips with leakage, roots, quantiles and curves against constants and published test problems. */

import { bracketedRoot } from '../../numerics/bracketed-root.ts';
import { monotoneCurve } from '../../numerics/monotone-curve.ts';
import { inverseNormal } from '../../numerics/normal.ts';
import { chipJunction } from '../../physics/semiconductor.ts';
import { lambertBranch } from './cases/lambert.ts';
import { normalQuantiles, rootProblems, rpn14 } from './cases/root-problems.ts';
import type { ValidationCase } from './validation-case.ts';

const group = 'Chips and mathematics';

export const mathematicsCases: readonly ValidationCase[] = [
  {
    group,
    quantity: 'junction with leakage',
    unit: 'K',
    scale: 'absolute',
    tolerance: 1e-12,
    because: 'constants known to all digits of a double',
    source: 'lambert',
    note: 'With scale, resistance and references at 1 and 0 the junction is −W(−leakage), Lambert’s principal branch.',
    samples: () =>
      lambertBranch.map(({ argument, value }) => ({
        at: `W(${argument.toFixed(6)})`,
        published: -value,
        ours: chipJunction({ leakage: -argument, reference: 0, scale: 1 }, 0, 0, 1, NaN),
      })),
  },
  {
    group,
    quantity: 'roots',
    unit: '1',
    scale: 'absolute',
    tolerance: 9e-16,
    because: 'two units in the last place of a double; the last problem is flat to all digits over 0.05',
    source: 'roots',
    samples: () =>
      rootProblems.map((problem) => ({
        at: problem.name,
        published: problem.root,
        ours: bracketedRoot(problem.f, problem.bracket[0], problem.bracket[1], 0),
        ...('printed' in problem ? { tolerance: problem.printed } : {}),
      })),
  },
  {
    group,
    quantity: 'normal quantiles',
    unit: '1',
    scale: 'absolute',
    tolerance: 4e-9,
    because: 'a rational approximation, 1.15e-9 relative',
    source: 'normal',
    samples: () => normalQuantiles.map(([u, z]) => ({ at: `${u}`, published: z, ours: inverseNormal(u) })),
  },
  {
    group,
    quantity: 'curve through rising data',
    unit: '1',
    scale: 'absolute',
    tolerance: 1e-14,
    because: 'a monotone curve keeps its points',
    source: 'monotone',
    samples: () => {
      const curve = monotoneCurve(rpn14.x, rpn14.y);
      return rpn14.x.map((x, i) => ({ at: `${x}`, published: rpn14.y[i]!, ours: curve.value(x) }));
    },
  },
];
