/** Steps are spent where something moves: nothing chatters at a threshold. */

import { expect, it } from 'vitest';
import { ranWords } from './transients.ts';

it('a chiller unloads once while its condenser pumps run down, though what it leaves undone is more for the rest', () => {
  const { run } = ranWords({
    system: 'systems/air-tower',
    set: { 'condenser.flow.constant': 'none', 'condenser.flow.by': 'loads', 'condenser.control': 'fixed' },
    transient: '{ duration: 5 min, events: { it: { at: 40 s, for: 31 s, trip: condenser } } }',
  });
  expect(run.statistics.steps).toBeLessThan(600);
});

it.each(['cold-plate-tower', 'air-dry', 'immersion-tower', 'two-phase-dry'])(
  '%s comes through a power cut of five minutes in some hundreds of steps',
  (system) => {
    const { run } = ranWords({
      system: `systems/${system}`,
      transient: '{ duration: 15 min, hour: 4000, events: { cut: { at: 60 s, for: 5 min, lose: utility } } }',
    });
    expect(run.statistics.steps).toBeLessThan(900);
    expect(run.statistics.rejected).toBeLessThan(0.4 * run.statistics.steps);
  },
);
