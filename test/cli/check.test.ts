import { afterAll, describe, expect, it } from 'vitest';
import { coldloop, projectFolder, smallScenario, tooWide, workingFolder, writeScenario } from './built-command.ts';

const { folder, remove } = workingFolder();
afterAll(remove);

describe('check', () => {
  it('lists what was sized, no wider than a terminal', async () => {
    writeScenario(folder, 'small.yaml', smallScenario);
    const [text, json] = await Promise.all([
      coldloop(['check', 'small.yaml'], folder),
      coldloop(['check', 'small.yaml', '--json'], folder),
    ]);
    expect(text).toMatchObject({ code: 0, error: '' });
    expect(text.out).toContain('Design hour: 34.1 °C dry bulb');
    expect(text.out).toMatch(/cdu\n(?: {2}.*\n)* {2}ratedHeat +\d/);
    expect(tooWide(text.out)).toEqual([]);
    const { scenarios } = JSON.parse(json.out) as { scenarios: { sized: Record<string, Record<string, object>> }[] };
    expect(scenarios[0]!.sized.cdu!.ratedHeat).toMatchObject({ unit: 'kW' });
  });

  it('holds for every shipped scenario', async () => {
    const { code, error } = await coldloop(
      ['check', 'scenarios/air-versus-liquid.yaml', 'scenarios/odd-plant.yaml', '--json'],
      projectFolder,
    );
    expect({ code, error }).toEqual({ code: 0, error: '' });
  });

  it('shows every fault of every file at once, each with its place, and ends with 1', async () => {
    writeScenario(
      folder,
      'bad.yaml',
      smallScenario.replace('0.075 USD/kWh', '0.075 USD').replace('tokenRate', 'tokenRaet'),
    );
    writeScenario(folder, 'worse.yaml', `${smallScenario}set:\n  cdu.approach: 0.6 kW\n  tecnology.supply: 40 degC\n`);
    const { code, out, error } = await coldloop(['check', 'bad.yaml', 'nothing.yaml', 'worse.yaml'], folder);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(error).toContain('bad.yaml:5:21 site.electricityPrice:');
    expect(error).toMatch(/tokenRaet: .*did you mean "tokenRate"/);
    expect(error).toContain('nothing.yaml: found no such file');
    expect(error).toMatch(/worse\.yaml:10:\d+ .*"0\.6 kW" is a power/);
    expect(error).toContain('did you mean technology');
    expect(error).toMatch(/\d faults\n$/);
    expect(error).not.toMatch(/^\s+at /m);
  });

  it('gives the faults as JSON on standard output', async () => {
    writeScenario(folder, 'bad.yaml', smallScenario.replace('0.075 USD/kWh', 'free'));
    const { code, out, error } = await coldloop(['check', 'bad.yaml', '--json'], folder);
    expect({ code, error }).toEqual({ code: 1, error: '' });
    expect(JSON.parse(out)).toMatchObject({
      error: { tag: 'scenario', exitCode: 1, faults: [{ file: 'bad.yaml', line: 5, path: 'site.electricityPrice' }] },
    });
  });
});
