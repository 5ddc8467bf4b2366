/** Of a machine with n units of which k stand, the rest work as the machine that was built with n − k. */

import { describe, expect, it } from 'vitest';
import { elsewhere } from './elsewhere.ts';
import { ranTransient, steadyOf, transientScenario } from './transients.ts';

/** System, machine, its spare units: all of these stand. */
const cases = [
  ['systems/cold-plate-tower', 'cdu', 2],
  ['systems/cold-plate-tower', 'warm-tower', 1],
  ['systems/air-tower', 'tower', 1],
  ['systems/air-dry', 'fan-wall', 5],
  ['systems/immersion-dry', 'adiabatic-cooler', 4],
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
    const steady = new Map(steadyOf(built));
    const ran = ranTransient(prepared);
    expect(ran.of(`${machine}.duty`).at(-1)).toBeGreaterThan(1e5);
    // The transformer is sized for the fans of the spare units too.
    steady.delete('power.transformerLoss');
    expect(elsewhere(system, ran, steady)).toEqual([]);
  });
});
