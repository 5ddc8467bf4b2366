/** `coldloop evaluate` of networks and rows: what it answers, and how it refuses. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultText, RecordError } from '../../src/errors.ts';
import { openLibrary } from '../../src/library/library.ts';
import { openModels } from '../../src/node.ts';
import { evaluationJson, evaluationText } from '../../src/output/evaluation-text.ts';
import { recordKinds, recordRules } from '../../src/scenario/record-kinds.ts';
import { evaluated, type Evaluated, evaluationSubject } from '../../src/study/evaluate.ts';
import { projectFolder } from '../house/source-files.ts';

const { library } = openModels(projectFolder);

function evaluate(name: string, inputs: Readonly<Record<string, string>> = {}): Evaluated {
  return evaluated(evaluationSubject(name, library), new Map(Object.entries(inputs)), library);
}

const answersOf = ({ answers }: Evaluated): Readonly<Record<string, number>> =>
  Object.fromEntries(answers.map(({ key, value }) => [key, value]));

const litresPerMinute = 1 / 60_000;

describe('the shipped network of four racks', () => {
  const answers = answersOf(evaluate('hydraulic-networks/row-of-four'));

  it('keeps mass where its branches meet', () => {
    const flow = (name: string): number => answers[`${name}.flow`];
    expect(flow('pumps') - flow('bypass') - flow('feed')).toBeCloseTo(0, 12);
    const racks = [1, 2, 3, 4].map((i) => flow(`rack-${i}`));
    expect(racks.reduce((sum, each) => sum + each, 0)).toBeCloseTo(flow('return'), 12);
    expect(flow('supply-3')).toBeCloseTo(flow('rack-3') + flow('rack-4'), 12);
  });

  it('has drops that sum to the pumps’ head along every way', () => {
    const drop = (name: string): number => answers[`${name}.pressureDrop`];
    const head = -drop('pumps');
    expect(drop('bypass')).toBeCloseTo(head, 6);
    expect(drop('feed') + drop('rack-1') + drop('return')).toBeCloseTo(head, 6);
    const far = ['feed', 'supply-2', 'supply-3', 'supply-4', 'rack-4', 'return-4', 'return-3', 'return-2', 'return'];
    expect(far.reduce((sum, name) => sum + drop(name), 0)).toBeCloseTo(head, 6);
  });

  it('has a bypass that passes what its Kv says, a tenth open', () => {
    // V = 0.1 Kv √(Δp/1 bar · 1000 kg/m³/ρ); density of the glycol at 45 °C from the library of fluids.
    const density = answersOf(evaluate('propylene-glycol-25-volume', { temperature: '45 degC' }))['density'];
    const wanted = 0.1 * (4 / 3600) * Math.sqrt((answers['bypass.pressureDrop'] / 1e5) * (1000 / density));
    expect(answers['bypass.flow'] / wanted).toBeCloseTo(1, 9);
  });

  it('flows more at 60 °C, where the coolant is thinner', () => {
    const warm = answersOf(evaluate('hydraulic-networks/row-of-four', { temperature: '60 degC' }));
    expect(warm['feed.flow']).toBeGreaterThan(answers['feed.flow']);
  });
});

describe('a user’s own network', () => {
  /** Water at 20 °C from a to z, 40 kPa apart, through branches as they are written. */
  function answersOfBranches(branches: string, difference = '40 kPa'): Readonly<Record<string, number>> {
    const text = [
      'kind: hydraulic-network',
      'title: Two nodes',
      'status: assumed',
      'coolant: water',
      'temperature: 20 degC',
      `nodes: { a: { pressure: ${difference} }, z: { pressure: 0 kPa } }`,
      `branches: { ${branches} }`,
      'assumed: [{ of: [coolant, temperature, nodes, branches], because: two nodes for a test }]',
    ].join('\n');
    const own = openLibrary(
      (id) => (id === './own.yaml' ? text : undefined),
      recordKinds,
      () => [],
      recordRules,
    );
    return answersOf(evaluated(evaluationSubject('./own.yaml', own), new Map(), own));
  }
  const plate = 'resistance: { flow: 10 L/min, pressureDrop: 10 kPa, exponent: 2 }';

  it('has three equal branches in one, and checks that stop what would run back', () => {
    const answers = answersOfBranches(`
      one: { from: a, to: z, ${plate} },
      three: { from: a, to: z, inParallel: 3, ${plate} },
      held: { from: z, to: a, checkValve: yes, ${plate} },
      free: { from: z, to: a, ${plate} }`);
    expect(answers['one.flow'] / litresPerMinute).toBeCloseTo(20, 8);
    expect(answers['three.flow'] / litresPerMinute).toBeCloseTo(60, 8);
    expect(answers['held.flow']).toBe(0);
    expect(answers['free.flow'] / litresPerMinute).toBeCloseTo(-20, 8);
  });

  it('has a pump whose check holds it against more than its head, unless it has none', () => {
    const curve = 'curve: { flow: { unit: L/min, values: [0, 20] }, head: { unit: kPa, values: [30, 10] } }';
    const pumps = `
      held: { from: z, to: a, pump: { ${curve} }, ${plate} },
      free: { from: z, to: a, pump: { ${curve}, checkValve: no }, ${plate} }`;
    const against = answersOfBranches(pumps);
    expect(against['held.flow']).toBe(0);
    expect(against['free.flow']).toBeLessThan(0);
    // 30 kPa − 1 kPa/(L/min) V = 0.1 kPa/(L/min)² V², with nothing between the nodes: V = 5 (√13 − 1) L/min.
    const along = answersOfBranches(pumps, '0 kPa');
    for (const name of ['held', 'free']) {
      expect(along[`${name}.flow`] / litresPerMinute).toBeCloseTo(5 * (Math.sqrt(13) - 1), 6);
    }
  });
});

describe('a row on the command line', () => {
  const sizes = {
    racks: '40',
    headerDiameter: '150 mm',
    plateFlow: '2 L/min',
    platePressureDrop: '20 kPa',
    loops: '36',
    loopKv: '0.5 m3/h',
  };

  it('is the same fed by a flow, by its pressure difference and by a pump that gives both', () => {
    const byFlow = answersOf(evaluate('rack-row', { ...sizes, totalFlow: '3000 L/min' }));
    const pressureDifference = `${byFlow['pressureDrop']} Pa`;
    const byPressure = answersOf(evaluate('rack-row', { ...sizes, pressureDifference }));
    const pump = { pumpShutOff: '300 kPa', pumpHead: pressureDifference, pumpFlow: '1500 L/min', pumps: '2' };
    const byPump = answersOf(evaluate('rack-row', { ...sizes, ...pump }));
    for (const key of ['totalFlow', 'nearest', 'furthest', 'pressureDrop']) {
      expect(byPressure[key] / byFlow[key]).toBeCloseTo(1, 6);
      expect(byPump[key] / byFlow[key]).toBeCloseTo(1, 5);
    }
    expect(byPump['pumpFlow'] / litresPerMinute).toBeCloseTo(1500, 0);
  });

  it('names the rack with least flow, in direct return the last, in reverse return one of the middle', () => {
    const direct = answersOf(evaluate('rack-row', { ...sizes, totalFlow: '3000 L/min' }));
    expect([direct['leastRack'], direct['mostRack']]).toEqual([40, 1]);
    const reverse = answersOf(evaluate('rack-row', { ...sizes, totalFlow: '3000 L/min', returns: 'reverse' }));
    expect([20, 21]).toContain(reverse['leastRack']);
    expect(reverse['spread']).toBeLessThan(direct['spread']);
  });

  it('with valves of more authority is spread less', () => {
    const spread = (valveAuthority: string): number =>
      answersOf(evaluate('rack-row', { ...sizes, totalFlow: '3000 L/min', valveAuthority }))['spread'];
    expect(spread('60 %')).toBeLessThan(spread('20 %'));
  });

  it('gives every rack its limit, and shut ones nothing', () => {
    const limited = { ...sizes, limitFlow: '60 L/min', pressureDifference: '300 kPa', shut: '4, 9' };
    const { series, notes } = evaluate('rack-row', limited);
    const flows = [...series![0].values].map((flow) => flow / litresPerMinute);
    flows.forEach((flow, i) => expect(flow).toBeCloseTo(i === 3 || i === 8 ? 0 : 60, 9));
    expect(notes).toEqual(['racks shut: 4, 9']);
  });

  it('prints every rack, as text within 80 columns and as JSON with its unit', () => {
    const subject = evaluationSubject('rack-row', library);
    const result = evaluate('rack-row', { ...sizes, totalFlow: '3000 L/min' });
    const text = evaluationText(subject, result, { system: 'si', width: 80 });
    expect(text).toMatch(/Flow of each rack \[L\/min\]\n +1 +\d+\.\d/);
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    const json = evaluationJson(subject, result) as { series: { rackFlows: { values: number[]; unit: string } } };
    expect(json.series.rackFlows.values).toHaveLength(40);
    expect(json.series.rackFlows.values.reduce((sum, flow) => sum + flow, 0)).toBeCloseTo(3000, 4);
    expect(json.series.rackFlows.unit).toBe('L/min');
  });

  it.each([
    [{ totalFlow: '1 L/s', pressureDifference: '1 bar' }, 'found 2 of totalFlow, pressureDifference and pumpShutOff'],
    [{}, 'found 0 of totalFlow, pressureDifference and pumpShutOff'],
    [{ totalFlow: '1 L/s', valveKv: '1 m3/h', limitFlow: '1 L/s' }, 'found valveKv and limitFlow; wanted one valve'],
    [{ totalFlow: '1 L/s', opening: '50 %' }, 'found an opening, but no valve'],
    [{ totalFlow: '1 L/s', shut: '4, x' }, 'shut: found "x"; wanted numbers of racks'],
    [{ totalFlow: '1 L/s', shut: '41' }, 'shut = 41 is outside 1 … 40'],
    [{ totalFlow: '1 L/s', limitFlow: '1 L/min' }, 'which the open racks let through'],
    [{ pumpShutOff: '1 bar' }, 'found a part of a pump; wanted pumpShutOff, pumpHead and pumpFlow'],
    [{ pumpShutOff: '1 bar', pumpHead: '1.5 bar', pumpFlow: '1 L/s' }, 'a pump curve falls'],
    [{ totalFlow: '1 L/s', coolant: 'air' }, 'found air as coolant; wanted a liquid'],
  ])('refuses %o', (inputs, message) => {
    expect(() => evaluate('rack-row', { ...sizes, ...inputs })).toThrow(message);
  });
});

describe('bad networks', () => {
  const folder = join(projectFolder, 'test/bad-networks');
  const files = readdirSync(folder);

  it.each(files)('%s shows its faults, all of them and no others', (file) => {
    const expected = [...readFileSync(join(folder, file), 'utf8').matchAll(/^# expect: (.*)$/gm)].map(
      ([, line]) => line,
    );
    expect(expected.length).toBeGreaterThan(0);
    let faults: readonly string[] = [];
    try {
      openModels(folder).library.record(`./${file}`, []);
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      faults = error.faults.map(faultText);
    }
    expect(new Set(faults)).toEqual(new Set(expected));
    expect(faults).toHaveLength(expected.length);
  });
});
