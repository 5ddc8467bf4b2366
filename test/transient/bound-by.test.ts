/**
 * What is named as binding against the plant itself: with it mended the chips
 * last longer, with only the root mended they do not.
 */

import { expect, it } from 'vitest';
import { ranWords } from './transients.ts';

const mechanical = Object.fromEntries(
  ['technology', 'facility', 'chilled', 'hall'].map((circuit) => [`${circuit}.mover.supplied`, 'mechanical']),
);

function blackout(set: Readonly<Record<string, string>>) {
  const ran = ranWords({
    system: 'systems/cold-plate-tower',
    set: { ...mechanical, ...set },
    transient:
      '{ duration: 4 min, ups: 10 min, events: { out: { at: 1 min, lose: utility }, none: { at: 0 s, lose: generator } } }',
  });
  const { firstThrottle, cause } = ran.run.groups[0]!;
  return { lasted: (Number.isNaN(firstThrottle) ? 240 : firstThrottle) - 60, cause };
}

it('in a blackout it is the pumps of the chips, and the outermost machine the root', { timeout: 60_000 }, () => {
  const { lasted, cause } = blackout({});
  expect(cause?.owner).toBe('technology');
  expect(cause?.root?.owner).toBe('warm-tower');
  const mended = blackout({ 'technology.mover.supplied': 'ups' });
  expect(mended.lasted).toBeGreaterThan(1.5 * lasted);
  const rootMended = blackout({ 'warm-tower.supplied': 'ups', 'warm-condenser.mover.supplied': 'ups' });
  expect(rootMended.lasted).toBeCloseTo(lasted, 0);
});
