import { describe, expect, test } from 'vitest';
import { RecordError } from '../../src/errors.ts';
import { openLibrary } from '../../src/library/library.ts';
import type { Parameters } from '../../src/library/parameters.ts';

const kinds = {
  pump: {
    ratedFlow: { quantity: 'volume flow', range: [0, 1], about: 'Flow at the rated point' },
    ratedHead: { quantity: 'pressure', range: [0, 2e6], about: 'Pressure rise at the rated point' },
    minimumSpeed: { quantity: 'fraction', range: [0, 1], about: 'Lowest speed over rated', default: '25 %' },
    motor: { record: ['motor'], about: 'Its motor', optional: true },
    coolant: { text: true, about: 'What it was measured with', optional: true },
    curve: {
      table: {
        flow: { quantity: 'volume flow', range: [0, 1], about: 'Flow', order: 'rising' },
        head: { quantity: 'pressure', range: [0, 2e6], about: 'Head', order: 'not rising' },
      },
      about: 'Printed points',
      optional: true,
    },
  },
  motor: {
    efficiency: { quantity: 'fraction', range: [0.1, 1], about: 'Efficiency' },
    pump: { record: ['pump'], about: 'A pump that it turns', optional: true },
  },
} as const satisfies Record<string, Parameters>;

const sources = 'example-works-2024:\n  title: Pumps\n  maker: Example Works\n  year: 2024\nother:\n  title: Other\n';

const good = `kind: pump
title: Example in-line pump 600
maker: Example Works
status: representative
notes: An invented pump
ratedFlow: 600 L/min
ratedHead: 250 kPa
curve:
  flow: { unit: L/min, values: [0, 600] }
  head: { unit: kPa, values: [310, 250] }
holdsFor:
  flow: [0 L/min, 800 L/min]
  coolant: water at 20 °C
sources:
  - of: [ratedFlow, ratedHead]
    document: example-works-2024
    at: page 3
  - of: [curve]
    document: example-works-2024
    how: digitised
assumed:
  - of: minimumSpeed
    value: 30 %
    because: maker's general guide
`;

function libraryOf(files: Record<string, string>) {
  const texts: Record<string, string> = { sources, 'pumps/good': good, ...files };
  const asked: string[] = [];
  const read = (id: string): string | undefined => {
    asked.push(id);
    return Object.hasOwn(texts, id) ? texts[id] : undefined;
  };
  const library = openLibrary(read, kinds, () => Object.keys(texts).filter((id) => id.includes('/')));
  return { library, asked };
}

function faultsOf(text: string, id = 'pumps/bad', wanted: readonly string[] = ['pump']): string[] {
  try {
    libraryOf({ [id]: text }).library.record(id, wanted);
  } catch (error) {
    if (error instanceof RecordError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('a record', () => {
  test('has its values in SI, its sources, its assumptions and the range it holds for', () => {
    const record = libraryOf({}).library.record('pumps/good', ['pump']);
    expect(record).toMatchObject({
      id: 'pumps/good',
      kind: 'pump',
      title: 'Example in-line pump 600',
      maker: 'Example Works',
      status: 'representative',
      notes: ['An invented pump'],
      values: { ratedFlow: 0.01, ratedHead: 250_000, minimumSpeed: 0.3 },
      sources: [
        { of: ['ratedFlow', 'ratedHead'], document: 'example-works-2024', at: 'page 3' },
        { of: ['curve'], document: 'example-works-2024', how: 'digitised' },
      ],
      assumed: [{ of: ['minimumSpeed'], because: "maker's general guide" }],
      holdsFor: { coolant: 'water at 20 °C' },
    });
    expect(record.holdsFor!['flow']![1]).toBeCloseTo(800 / 60_000, 15);
    expect(record.values['curve']).toEqual({
      flow: new Float64Array([0, 0.01]),
      head: new Float64Array([310_000, 250_000]),
    });
  });

  test('is read once, and a broken one is broken the same way twice', () => {
    const { library, asked } = libraryOf({ 'pumps/bad': 'kind: pump\n' });
    expect(library.record('pumps/good', [])).toBe(library.record('pumps/good', ['pump']));
    expect(asked.filter((id) => id === 'pumps/good')).toHaveLength(1);
    const thrown = [0, 1].map(() => {
      try {
        library.record('pumps/bad', []);
      } catch (error) {
        return (error as Error).message;
      }
      return '';
    });
    expect(thrown[0]).toBe(thrown[1]);
    expect(asked.filter((id) => id === 'pumps/bad')).toHaveLength(1);
  });

  test('may refer to another, and to its own file beside the scenario', () => {
    const motor =
      'kind: motor\ntitle: M\nstatus: assumed\nefficiency: 90 %\nassumed: [{ of: efficiency, because: it is usual }]\n';
    const pump = good.replace('ratedFlow:', 'motor: ./motor.yaml\nratedFlow:').replace('[curve]', '[curve, motor]');
    const { library } = libraryOf({ './motor.yaml': motor, './pump.yaml': pump });
    expect(library.record('./pump.yaml', ['pump']).values['motor']).toBe(library.record('./motor.yaml', ['motor']));
  });

  test('documents can be looked up by their key', () => {
    expect(libraryOf({}).library.documents().get('example-works-2024')).toEqual({
      title: 'Pumps',
      maker: 'Example Works',
      year: '2024',
    });
  });
});

describe('faults of a record', () => {
  const changed = (from: string, to: string): string => {
    if (!good.includes(from)) throw new Error(`nothing to change: ${from}`);
    return good.replace(from, to);
  };

  test.each([
    ['kind: pump\n', '', 'models/pumps/bad.yaml: kind is missing (what the record is of)'],
    [
      'kind: pump',
      'kind: pomp',
      'models/pumps/bad.yaml:1:7 kind: expected one of pump, motor; found "pomp"; did you mean "pump"?',
    ],
    ['title: Example in-line pump 600', 'title:', 'models/pumps/bad.yaml:2:7 title: expected a text; found nothing'],
    [
      'status: representative',
      'status: guess',
      'models/pumps/bad.yaml:4:9 status: expected one of measured, data sheet, representative, assumed; found "guess"',
    ],
    [
      'status: representative\n',
      '',
      'models/pumps/bad.yaml: status is missing (measured, data sheet, representative, assumed)',
    ],
    [
      'ratedHead: 250 kPa\n',
      '',
      'models/pumps/bad.yaml:14:5 sources.1.of: names ratedHead, which has no value in this record',
    ],
    [
      'ratedFlow, ratedHead]',
      'ratedFlow]',
      'models/pumps/bad.yaml:7:1 ratedHead: has no source; name it under "sources", or under "assumed" with the reason',
    ],
    [
      '[curve]',
      '[curve.flow]',
      'models/pumps/bad.yaml:10:3 curve.head: has no source; name it under "sources", or under "assumed" with the reason',
    ],
    [
      'document: example-works-2024\n    at',
      'document: example-work-2024\n    at',
      'models/pumps/bad.yaml:16:15 sources.1.document: no document "example-work-2024" stands in models/sources.yaml; did you mean "example-works-2024"?',
    ],
    [
      '    document: example-works-2024\n    how',
      '    how',
      'models/pumps/bad.yaml:18:5 sources.2: document is missing',
    ],
    [
      'at: page 3',
      'page: 3',
      'models/pumps/bad.yaml:17:5 sources.1.page: not a parameter here; known: of, document, at, how',
    ],
    ["    because: maker's general guide\n", '', 'models/pumps/bad.yaml:22:5 assumed.1: because is missing'],
    [
      'of: minimumSpeed',
      'of: [minimumSpeed, ratedFlow]',
      'models/pumps/bad.yaml:22:5 assumed.1: carries a value, so that "of" must name exactly one parameter',
    ],
    [
      'of: minimumSpeed',
      'of: ratedHead',
      'models/pumps/bad.yaml:23:12 assumed.1.value: ratedHead already has a value on line 7; write it once',
    ],
    [
      'value: 30 %',
      'value: 30 kW',
      'models/pumps/bad.yaml:23:12 minimumSpeed: "30 kW" is a power; a fraction is wanted, in %',
    ],
    [
      '[0 L/min, 800 L/min]',
      '[0 L/min, 800 kW]',
      'models/pumps/bad.yaml:12:19 holdsFor.flow: "800 kW" is a power; a volume flow is wanted, in m³/s, L/min, gpm',
    ],
    [
      '[0 L/min, 800 L/min]',
      '[800 L/min, 0 L/min]',
      'models/pumps/bad.yaml:12:9 holdsFor.flow: expected [lowest, highest], each with its unit',
    ],
    [
      'flow: [0 L/min, 800 L/min]',
      'speed: [0 rpm, 800 rpm]',
      'models/pumps/bad.yaml:12:3 holdsFor.speed: no quantity of this name is known here; known: ratedFlow, ratedHead, minimumSpeed, flow, head',
    ],
    [
      'ratedFlow: 600',
      'ratedFlwo: 1 m\nratedFlow: 600',
      'models/pumps/bad.yaml:6:1 ratedFlwo: has no source; name it under "sources", or under "assumed" with the reason',
    ],
    [
      'sources:\n',
      'sources: none\nother:\n',
      'models/pumps/bad.yaml:14:10 sources: expected a list of entries, each with "of:"; found "none"',
    ],
  ])('%j made %j', (from, to, fault) => {
    expect(faultsOf(changed(from, to))).toContain(fault);
  });

  test('all at once: the head, the values, the notes', () => {
    const faults = faultsOf(
      'kind: pump\nstatus: x\nratedFlow: 5\nratedHed: 1 bar\nsources: [{ of: a, document: b }]\nassumed: [{ of: c }]\nholdsFor: 5\nnotes: {}\nmaker: []\n',
    );
    expect(faults.length).toBeGreaterThanOrEqual(11);
  });

  test('syntax faults name the file of the record', () => {
    expect(faultsOf('a: [')).toEqual([expect.stringMatching(/^models\/pumps\/bad\.yaml:1:5: not valid YAML/)]);
  });
});

describe('asking for a record', () => {
  test.each([
    ['pumps/god', ['pump'], 'pumps/god: no such record; did you mean "pumps/good"?'],
    ['pumps/something-else', ['pump'], 'pumps/something-else: no such record; in pumps/ there are pumps/good'],
    ['fans/any', ['pump'], 'fans/any: no such record'],
    ['pumps/good', ['motor', 'fan'], 'pumps/good: is a record of kind pump; wanted: motor or fan'],
    [
      '../secret',
      [],
      '../secret: no id of a record; ids are lower-case words with "-" and "/", or "./" and a path beside the scenario',
    ],
    [
      './../secret.yaml',
      [],
      './../secret.yaml: no id of a record; ids are lower-case words with "-" and "/", or "./" and a path beside the scenario',
    ],
    [
      '/etc/passwd',
      [],
      '/etc/passwd: no id of a record; ids are lower-case words with "-" and "/", or "./" and a path beside the scenario',
    ],
    [
      'pumps\\good',
      [],
      'pumps\\good: no id of a record; ids are lower-case words with "-" and "/", or "./" and a path beside the scenario',
    ],
    [
      'Pumps/Good',
      [],
      'Pumps/Good: no id of a record; ids are lower-case words with "-" and "/", or "./" and a path beside the scenario',
    ],
    [
      'file://x',
      [],
      'file://x: no id of a record; ids are lower-case words with "-" and "/", or "./" and a path beside the scenario',
    ],
    ['', [], ': no id of a record; ids are lower-case words with "-" and "/", or "./" and a path beside the scenario'],
  ])('%j as %j', (id, wanted, message) => {
    const { library, asked } = libraryOf({});
    expect(() => library.record(id, wanted)).toThrow(message);
    if (message.includes('no id')) expect(asked).toEqual([]);
  });

  test('a record that leads back to itself is a fault, not an endless loop', () => {
    const motor =
      'kind: motor\ntitle: M\nstatus: assumed\nefficiency: 90 %\npump: pumps/round\nassumed: [{ of: [efficiency, pump], because: it is usual }]\n';
    const pump = good.replace('ratedFlow:', 'motor: motors/round\nratedFlow:').replace('[curve]', '[curve, motor]');
    const { library } = libraryOf({ 'motors/round': motor, 'pumps/round': pump });
    expect(() => library.record('pumps/round', [])).toThrow(
      'models/motors/round.yaml:5:7 pump: "pumps/round": refers to itself: pumps/round → motors/round → pumps/round',
    );
  });

  test('a broken list of documents is reported where it is broken', () => {
    const { library } = libraryOf({ sources: 'a: { maker: x }\nb: [\n' });
    expect(() => library.record('pumps/good', [])).toThrow('models/sources.yaml:');
    const untitled = libraryOf({ sources: 'a: { maker: x }\n' });
    expect(() => untitled.library.record('pumps/good', [])).toThrow(
      'models/sources.yaml:1:1 a: a document needs at least a title',
    );
  });
});
