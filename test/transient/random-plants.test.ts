/**
 * Transients of plants that nobody drew: trips, power cuts and load steps of
 * random length on random plants. They end, with numbers, and energy closes.
 */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { preparedOf, scenarioOf } from '../laws/plants.ts';
import { randomPlant } from '../laws/random-plant.ts';
import { ranTransient } from './transients.ts';

const part = fc.integer({ min: 0, max: 999 }).map((thousandths) => thousandths / 1000);
const chosen = fc.record({
  plant: randomPlant,
  hour: fc.integer({ min: 1, max: 8760 }),
  target: part,
  deed: fc.constantFrom('trip', 'trip one', 'degrade', 'utility', 'load'),
  at: part,
  lasting: part,
  ups: part,
});
type Chosen = typeof chosen extends fc.Arbitrary<infer T> ? T : never;

/** The words of what happens, with a machine or circuit that the plant has. */
function eventOf({ target, deed, at, lasting }: Chosen, movable: readonly string[]): string {
  const name = movable[Math.floor(target * movable.length)]!;
  const words = {
    trip: `trip: ${name}`,
    'trip one': `trip: ${name}, count: 1`,
    degrade: `degrade: ${name}, to: 0.3`,
    utility: 'lose: utility',
    load: 'load: all, to: 0.1',
  }[deed];
  return `{ at: ${at * 60} s, for: ${lasting * 300} s, ${words} }`;
}

it('random plants come through random events with finite numbers and closed energy', () => {
  let built = 0;
  fc.assert(
    fc.property(chosen, (choice) => {
      const words = (transient: string) => `${choice.plant.text}\ntransient: ${transient}`;
      let movable: readonly string[];
      try {
        const { circuits, machines } = scenarioOf(words('{}'));
        movable = [
          ...circuits.filter(({ fluid }) => fluid.phase !== 'boiling').map(({ name }) => name),
          ...machines.filter(({ source }) => source !== undefined).map(({ name }) => name),
        ];
        const ran = ranTransient(
          preparedOf(
            scenarioOf(
              words(
                `{ duration: 10 min, step: 10 s, hour: ${choice.hour}, ups: ${choice.ups * 4} min, events: { it: ${eventOf(choice, movable)} } }`,
              ),
            ),
          ),
        );
        built++;
        expect(ran.run.energy.closure).toBeLessThanOrEqual(1e-8);
        expect(ran.rows.time.at(-1)).toBeCloseTo(600, 6);
        const { rows, run } = ran;
        const wild = run.columns.filter((_, i) =>
          [rows.least, rows.mean, rows.most].some((all) => all.some((row) => !Number.isFinite(row[i]!))),
        );
        expect(wild.map(({ name }) => name)).toEqual([]);
      } catch (error) {
        // Some plants cannot be built, and say so.
        if (!(error instanceof ScenarioError)) throw error;
      }
    }),
    { seed: 5, numRuns: 60 },
  );
  expect(built).toBeGreaterThan(30);
});
