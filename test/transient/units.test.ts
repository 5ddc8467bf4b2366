/**
 * Of a machine with n units of which k stand, the rest work as the machine that was built with n − k. Towers and dry
 * coolers are another case: their water goes on through units whose fans stand.
 */

import { describe, expect, it } from 'vitest';
import { elsewhere } from './elsewhere.ts';
import { ranTransient, steadyOf, transientScenario } from './transients.ts';

/** System, machine, its spare units: all of these stand. */
const cases = [
  ['systems/cold-plate-tower', 'cdu', 2],
  ['systems/air-dry', 'fan-wall', 5],
  ['systems/immersion-tower', 'bath-exchanger', 2],
] as const;

describe.each(cases)('%s', (system, machine, spare) => {
  it(`with the spare units of its ${machine} standing comes to where it stands without them`, () => {
    const walls = system.includes('immersion') ? '' : ', circuits: { hall: { buildingCapacity: 10 MJ/K } }';
    // Late spring by day: everything works, nothing at its end.
    const at = `weather: held, hour: 3300, tolerance: 1e-7${walls}`;
    const prepared = transientScenario({
      system,
      transient: `{ duration: 6 h, step: 10 min, ${at}, events: { some: { at: 1 min, trip: ${machine}, count: ${spare} } } }`,
    });
    const built = transientScenario({ system, set: { [`${machine}.spare`]: '0' }, transient: `{ ${at} }` });
    const steady = steadyOf(built);
    const ran = ranTransient(prepared);
    expect(ran.of(`${machine}.duty`).at(-1)).toBeGreaterThan(1e5);
    expect(elsewhere(system, ran, steady)).toEqual([]);
  });
});
