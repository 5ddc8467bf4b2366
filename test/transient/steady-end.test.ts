import { beforeAll, describe, expect, it } from 'vitest';
import { systemIds } from '../laws/plants.ts';
import { elsewhere } from './elsewhere.ts';
import { loaded, ranTransient, steadyOf, transientScenario, type TransientWords } from './transients.ts';

/** Circuits of a system with a building around them, whose walls would take days: tests give them less to hold. */
function lightWalls(system: string): string {
  const words = { system, transient: '{}' };
  const air = transientScenario(words).scenario.circuits.filter(({ fluid }) => fluid.phase === 'air');
  return air.length === 0
    ? ''
    : `, circuits: { ${air.map(({ name }) => `${name}: { buildingCapacity: 10 MJ/K }`).join(', ')} }`;
}

describe.each(systemIds)('%s', (system) => {
  let walls = '';
  beforeAll(() => {
    walls = lightWalls(system);
  });
  const words = (more: string): TransientWords => ({
    system,
    transient: `{ step: 10 min, weather: held, tolerance: 1e-7${walls}, ${more} }`,
  });

  it.each([undefined, 1, 2000, 4500, 6000])('stays where the steady solver stands, in hour %s', (hour) => {
    const prepared = transientScenario(words(`duration: 2 h${hour === undefined ? '' : `, hour: ${hour}`}`));
    const ran = ranTransient(prepared);
    expect(elsewhere(system, ran, steadyOf(prepared))).toEqual([]);
  });

  it.each([1, 4500])('comes to the steady solution of half the load, in hour %d', (hour) => {
    const prepared = transientScenario(
      words(`duration: 8 h, hour: ${hour}, events: { down: { at: 1 min, load: all, to: 0.5 } }`),
    );
    const ran = ranTransient(prepared);
    const steady = steadyOf(prepared, loaded(prepared.forcing, 0.5));
    const running = steady.get('chiller.running')?.value ?? 0;
    const kept = running > 0 ? ran.of('chiller.running').at(-1)! : running;
    // A chiller more than are needed stays on while the rest would have more than 85 % of their load.
    if (kept !== running) {
      expect(kept).toBe(running + 1);
      expect((ran.of('chiller.opening').at(-1)! * kept) / running).toBeGreaterThan(0.85);
    } else expect(elsewhere(system, ran, steady)).toEqual([]);
  });

  it('comes back to the steady solution after half of a machine stood for two minutes', () => {
    const { machines } = transientScenario(words('duration: 1 min')).scenario;
    const cooling = machines.filter((machine) => machine.source !== undefined).map(({ name }) => name);
    for (const name of [cooling[0]!, cooling.at(-1)!]) {
      const prepared = transientScenario(
        words(`duration: 6 h, hour: 4500, events: { trip: { at: 1 min, for: 2 min, trip: ${name}, count: 2 } }`),
      );
      const ran = ranTransient(prepared);
      expect(ran.run.log.length).toBeGreaterThanOrEqual(2);
      expect(elsewhere(system, ran, steadyOf(prepared)), name).toEqual([]);
    }
  });
});
