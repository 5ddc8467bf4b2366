import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openModels, openScenarioFile, prepare } from '../../src/node.ts';
import { resolvedScenario } from '../../src/output/resolved-scenario.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { assembleScenario, runScenario } from '../../src/study/scenario-run.ts';

const folder = fileURLToPath(new URL('../../scenarios', import.meta.url));
const context = openModels(folder);

describe('a resolved scenario', () => {
  const scenarios = ['air-versus-liquid.yaml', 'odd-plant.yaml'].flatMap(
    (file) => openScenarioFile(join(folder, file)).scenarios,
  );

  it.each(scenarios.map((scenario) => ({ name: scenario.name, scenario })))(
    'of $name is sized and written alike when it is read back',
    ({ scenario }) => {
      const plant = assembleScenario(prepare(scenario, folder, context.library));
      const text = resolvedScenario(scenario, plant);
      const back = { ...readScenario(text, 'resolved.yaml', context), name: scenario.name };
      const again = assembleScenario(prepare(back, folder, context.library));
      expect(again.sizes).toEqual(plant.sizes);
      expect(again.slots).toEqual(plant.slots);
      expect(resolvedScenario(back, again)).toBe(text);
    },
  );

  it('of the odd plant runs to the same numbers to the last bit', () => {
    const scenario = scenarios.at(-1)!;
    const first = runScenario(prepare(scenario, folder, context.library));
    const back = readScenario(resolvedScenario(scenario, first.plant), 'resolved.yaml', context);
    const second = runScenario(prepare(back, folder, context.library));
    for (const [k, column] of first.run.columns.entries()) {
      expect(
        Buffer.compare(Buffer.from(column.values.buffer), Buffer.from(second.run.columns[k]!.values.buffer)),
        column.name,
      ).toBe(0);
    }
  });

  it('says in words what was sized and lists no default as unsaid', () => {
    const scenario = scenarios[4]!;
    const text = resolvedScenario(scenario, assembleScenario(prepare(scenario, folder, context.library)));
    expect(text).toMatch(/^sized:\n(?: {2}.*\n)+/m);
    expect(text).toMatch(/ratedHeat: [\d.]+ kW +# Rated heat of one unit/);
    expect(text).toContain('enableDifference: 3 K');
    expect(text).not.toContain('system:');
  });
});
