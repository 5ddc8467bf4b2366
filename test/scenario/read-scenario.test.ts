/** What a scenario means: its system under it, `set:` over both, variants that share what stands beside them. */

import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { openModels } from '../../src/node.ts';
import { isComparison, readComparison, readScenario } from '../../src/scenario/read-scenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const models = openModels('.');
const site = `site:
  weather: climates/ashburn
  electricityPrice: 0.075 USD/kWh
  waterPrice: 2.5 USD/m³
  carbonIntensity: 0.286 kg/kWh
  tokenRate: 1500 token/s
`;
const system = 'system: systems/cold-plate-dry\n';
const read = (text: string): Scenario => readScenario(text, 'folder/plant.yaml', models);
const circuit = (scenario: Scenario, name: string) => scenario.circuits.find((each) => each.name === name);
const machine = (scenario: Scenario, name: string) => scenario.machines.find((each) => each.name === name);

describe('a scenario over its system', () => {
  it('is named after its file and labelled by its system', () => {
    const { name, title, labels } = read(system + site);
    expect(name).toBe('plant');
    expect(title).toMatch(/^Cold plates/);
    expect(labels).toEqual({ technology: 'cold plate', rejection: 'dry or adiabatic' });
  });

  it('has the circuits and machines of all parts of the system', () => {
    const scenario = read(system + site);
    const circuits = ['chilled', 'facility', 'free-cooling', 'hall', 'technology'];
    expect(scenario.circuits.map(({ name }) => name).toSorted()).toEqual(circuits);
    expect(machine(scenario, 'racks')!.loads.map(({ port, on }) => [port, on])).toEqual([
      ['liquid', 'technology'],
      ['air', 'hall'],
    ]);
  });

  it('changes one value and leaves its neighbours', () => {
    const before = circuit(read(system + site), 'technology')!.values;
    const after = circuit(read(`${system}${site}circuits:\n  technology: { supply: 42 degC }\n`), 'technology')!.values;
    expect(after).toEqual({ ...before, supply: 315.15 });
  });

  it('faults of a system stand in the file of the part that says it', () => {
    const scenario = read(system + site);
    const fault = scenario.fault('machines.racks.capture.cpus.share', 'x');
    expect(fault.file).toBe('models/systems/parts/cold-plate-racks.yaml');
    expect(scenario.fault('site.weather', 'x')).toMatchObject({ file: 'folder/plant.yaml', line: 3, column: 12 });
  });
});

describe('set', () => {
  const set = (lines: string) => read(`${system}${site}set:\n${lines}`);

  it('finds circuits and machines by their own names', () => {
    const scenario = set('  technology.supply: 42 degC\n  cdu: { units: 6, spare: 1 }\n  site.seed: 7\n');
    expect(circuit(scenario, 'technology')!.values.supply).toBeCloseTo(315.15, 9);
    expect(machine(scenario, 'cdu')!.values).toMatchObject({ units: 6, spare: 1, approach: 4 });
    expect(scenario.site.seed).toBe(7);
  });

  it('none removes a machine', () => expect(machine(set('  chiller: none\n'), 'chiller')).toBeUndefined());

  it('none removes one value, so that another rule can take its place', () => {
    const scenario = set('  technology.flow.constant: none\n  technology.flow.rise: 10 K\n');
    expect(circuit(scenario, 'technology')!.values.flow).toEqual({ rise: 10 });
  });

  it('later lines see what earlier ones made', () => {
    const scenario = set(
      '  machines.lake: { kind: ideal-cooler, source: facility, against: dry bulb, approach: 3 K, power: 1 % }\n  lake.approach: 5 K\n',
    );
    expect(machine(scenario, 'lake')!.values).toMatchObject({ approach: 5 });
  });

  it('a quoted none is a text', () => expect(() => set('  chiller: "none"\n')).toThrow('wanted a machine'));
});

describe('a comparison', () => {
  const text = `title: Two\n${site}set: { technology.supply: 41 degC }\nvariants:\n  dry: { system: systems/cold-plate-dry }\n  tower:\n    system: systems/cold-plate-tower\n    site: { waterPrice: 4 USD/m³ }\n`;

  it('is known by its variants', () => {
    expect(isComparison(text, 'a.yaml')).toBe(true);
    expect(isComparison(system + site, 'a.yaml')).toBe(false);
    expect(isComparison('variants: [', 'a.yaml')).toBe(false);
  });

  it('gives every variant what stands beside them, and each its own', () => {
    const { title, baseline, variants } = readComparison(text, 'a.yaml', models);
    expect([title, baseline, ...variants.map(({ name }) => name)]).toEqual(['Two', 'dry', 'dry', 'tower']);
    for (const variant of variants) expect(circuit(variant, 'technology')!.values.supply).toBeCloseTo(314.15, 9);
    expect(variants.map((variant) => variant.site.waterPrice)).toEqual([2.5, 4]);
    expect(variants.map((variant) => variant.site.weather)).toEqual(['climates/ashburn', 'climates/ashburn']);
  });

  it('tells the faults of all variants, each once', () => {
    const broken = text.replace('technology.supply: 41 degC', 'technology.supply: 41').replace('4 USD/m³', '4');
    try {
      readComparison(broken, 'a.yaml', models);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ScenarioError);
      const paths = (error as ScenarioError).faults.map(({ path }) => path);
      expect(paths).toEqual(['circuits.technology.supply', 'site.waterPrice']);
    }
  });
});
