import { describe, expect, it } from 'vitest';
import { allRunning } from '../../src/solver/transient/operations.ts';
import { moversOf, transientSettings } from '../../src/solver/transient/settings.ts';
import { steadyStart } from '../../src/solver/transient/start.ts';
import { transientSystem } from '../../src/solver/transient/system.ts';
import { assembleScenario } from '../../src/study/scenario-run.ts';
import { systemIds } from '../laws/plants.ts';
import { transientScenario } from './transients.ts';

/** Numbers between −1 and 1, the same in every run. */
function spread(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 1_073_741_823.5 - 1;
}

describe.each(systemIds)('%s', (system) => {
  const prepared = transientScenario({ system, transient: '{}' });
  const plant = assembleScenario(prepared);
  const settings = transientSettings(prepared.scenario.transient!);
  const { outside } = steadyStart(plant, prepared.forcing, settings);
  const circuits = new Map(plant.circuits.map((circuit) => [circuit.name, circuit]));
  const operations = allRunning(plant, (name) => moversOf(circuits.get(name)!, settings.circuit(name)));
  const equations = transientSystem(plant, settings, operations, outside);
  const start = equations.begin();
  const random = spread(7);
  const moved = (by: number) => start.map((value, i) => value + by * random() * equations.places[i]!.scale);
  const name = (i: number) => `${equations.places[i]!.owner}.${equations.places[i]!.name}`;

  it.each([0.01, 0.15])(
    'has rates that time and state alone decide, not what was asked before, %d scales away',
    (by) => {
      const [once, again, other] = [0, 1, 2].map(() => new Float64Array(equations.size)) as [
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      for (let trial = 0; trial < 20; trial++) {
        const here = moved(by);
        equations.evaluate(0, here, once);
        equations.evaluate(0, moved(by), other);
        equations.evaluate(0, here, again);
        once.forEach((rate, i) => {
          const slack = 1e-9 * Math.max(1, Math.abs(rate / equations.places[i]!.scale));
          expect(Math.abs(again[i]! - rate) / equations.places[i]!.scale, name(i)).toBeLessThanOrEqual(slack);
        });
      }
    },
  );

  it('holds and lets go as much energy as comes in and goes out, wherever it stands', () => {
    const rates = new Float64Array(equations.size);
    for (let trial = 0; trial < 20; trial++) {
      equations.evaluate(0, moved(0.15), rates);
      const comes = rates[equations.net]! * 1e9;
      const through = plant.s[plant.power.slots.utility]!;
      expect(Math.abs(equations.heldRate(rates) - comes)).toBeLessThanOrEqual(1e-12 * through);
    }
  });
});
