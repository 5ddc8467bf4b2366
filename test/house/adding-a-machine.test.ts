/** docs/adding-a-machine.md is true: its code is this folder's `sea-cooler.ts`, which runs a year and balances. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/errors.ts';
import { readDocument } from '../../src/library/document.ts';
import { readParameters } from '../../src/library/read-parameters.ts';
import { openModels, prepare } from '../../src/node.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { runScenario } from '../../src/study/scenario-run.ts';
import { seaCooler } from './sea-cooler.ts';
import { projectFolder } from './source-files.ts';

const page = readFileSync(join(projectFolder, 'docs/adding-a-machine.md'), 'utf8');
const code = readFileSync(join(projectFolder, 'test/house/sea-cooler.ts'), 'utf8')
  .replaceAll('../../src/machines/', './')
  .replaceAll('../../src/', '../');

/** A plant of immersion tanks; the cooler stands in for the kind that the library does not have. */
const text = `
site: { weather: climates/dublin, electricityPrice: 0.1 USD/kWh, waterPrice: 2 USD/m³, carbonIntensity: 0.3 kg/kWh, tokenRate: 1000 token/s }
power:
  transformer: { record: transformers/dry-type-mv }
  ups: { record: ups/double-conversion }
  pdu: { record: pdus/lv-transformer }
  busway: { record: busways/415v }
circuits:
  bath: { fluid: synthetic-hydrocarbon, supply: 30 degC, flow: { constant: 9 L/min/kW } }
machines:
  tanks: { kind: immersion-rack, load: bath, server: servers/b200-8gpu, powerSupply: power-supplies/b200-psu, sink: immersion-sinks/directed-flow-1kw, utilisation: loads/training, racks: 9, nodesPerRack: 8, floorArea: 5 m² }
  sea: { kind: ideal-cooler, source: bath, against: dry bulb, approach: 1 K, power: 1 % }
`;

function scenarioWithSea(values: string): Scenario {
  const scenario = readScenario(text, 'sea.yaml', models);
  const document = readDocument(values, 'values.yaml');
  if ('faults' in document) throw new Error(values);
  const faults: Fault[] = [];
  const read = readParameters(seaCooler.parameters, document.root, '', faults, { record: models.library.record });
  expect(faults).toEqual([]);
  const machines = scenario.machines.map((machine) =>
    machine.name === 'sea' ? { ...machine, kind: seaCooler, values: read! } : machine,
  );
  return { ...scenario, machines };
}

const models = openModels(projectFolder);
const ranWith = (values: string) => runScenario(prepare(scenarioWithSea(values), projectFolder, models.library));

describe('the machine of docs/adding-a-machine.md', () => {
  it('is printed there word for word', () => {
    const block = /```ts\n\/\/ src\/machines\/sea-cooler\.ts\n([\s\S]*?)```/.exec(page);
    expect(block?.[1]).toBe(code);
  });

  it('runs a year that balances and holds its supply', () => {
    const { plant, run } = ranWith('seaTemperature: 12 degC\nrise: 6 K\n');
    expect(run.audit.worst.worst).toBeLessThan(1e-9);
    const supply = run.columns.find((column) => column.name === 'bath.supplyTemperature')!;
    for (const value of supply.values) expect(value).toBeCloseTo(303.15, 6);
    expect(plant.sizes.find(({ owner }) => owner === 'sea')).toMatchObject({ name: 'conductance' });
  });

  it('books its pump and what the sea takes', () => {
    const { run } = ranWith('seaTemperature: 12 degC\nrise: 6 K\npumpPower: 2 %\n');
    const column = (name: string) => run.columns.find((each) => each.name === name)!.values;
    for (const hour of [0, 4000, 8759]) {
      expect(column('sea.toSea')[hour]).toBeCloseTo(column('sea.duty')[hour]! + column('sea.power')[hour]!, 3);
    }
    expect(column('sea.power')[0]).toBeGreaterThan(0);
  });

  it('refuses a sea too warm for the tanks', () => {
    expect(() => ranWith('seaTemperature: 29.9 degC\nrise: 6 K\n')).toThrow('the sea is too warm for bath');
  });
});
