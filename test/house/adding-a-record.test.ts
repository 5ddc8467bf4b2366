/** The files that docs/adding-a-record.md teaches to write are read, assembled and without fault. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openScenarioFile, prepare } from '../../src/node.ts';
import { assembleScenario } from '../../src/study/scenario-run.ts';
import { projectFolder } from './source-files.ts';

const page = readFileSync(join(projectFolder, 'docs/adding-a-record.md'), 'utf8');
const examples = [...page.matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)].map((match) => [match[1]!, match[2]!] as const);

describe('the records of docs/adding-a-record.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coldloop-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of examples) writeFileSync(join(folder, name), text);
  const prepared = () => {
    const { scenarios, library } = openScenarioFile(join(folder, 'my-scenario.yaml'));
    return prepare(scenarios[0]!, folder, library);
  };

  it('are three', () => {
    expect(examples.map(([name]) => name)).toEqual(['my-load.yaml', 'my-system.yaml', 'my-scenario.yaml']);
  });

  it('make a plant as the page says', () => {
    const { scenario } = prepared();
    const plant = assembleScenario(prepared());
    const cdu = scenario.machines.find(({ name }) => name === 'cdu')!;
    expect(cdu.values).toMatchObject({ units: 8 });
    expect(cdu.values).not.toHaveProperty('approach');
    expect(plant.circuits.find(({ name }) => name === 'facility')!.supply).toBeCloseTo(307.15, 9);
    expect(plant.machines.filter(({ ideal }) => ideal).map(({ name }) => name)).toEqual(['lake']);
  });

  it('follow the load that was written', () => {
    const [load] = [...prepared().loads.values()];
    expect(load!.title).toBe('Inference with a quiet night');
    expect(load!.peakUtilisation).toBeCloseTo(0.9, 12);
  });
});
