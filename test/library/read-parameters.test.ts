import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { type Fault, faultText, RecordError } from '../../src/errors.ts';
import { readDocument } from '../../src/library/document.ts';
import type { LibraryRecord, Parameters } from '../../src/library/parameters.ts';
import { type ParameterReader, readParameters } from '../../src/library/read-parameters.ts';
import { writeParameters } from '../../src/library/write-parameters.ts';

const pump = {
  ratedFlow: { quantity: 'volume flow', range: [0, 1], about: 'Flow at the rated point' },
  ratedHead: { quantity: 'pressure', range: [0, 2e6], about: 'Pressure rise at the rated point' },
  ratedPower: { quantity: 'power', range: [0, 1e6], about: 'Electric power at the rated point' },
} as const satisfies Parameters;

const everything = {
  supply: { quantity: 'temperature', range: [273.15, 348.15], about: 'Supply temperature', default: '30 degC' },
  approach: { quantity: 'temperature difference', range: [0.5, 30], about: 'Approach', optional: true },
  count: { count: [1, 100], about: 'How many', default: 1 },
  drive: { choice: ['fixed', 'variable'], about: 'Speed control', default: 'variable' },
  remark: { text: true, about: 'Anything', optional: true },
  chip: { record: ['chip'], about: 'The chip', optional: true },
  curve: {
    table: {
      flow: { quantity: 'volume flow', range: [0, 1], about: 'Flow', order: 'rising' },
      head: { quantity: 'pressure', range: [0, 1e6], about: 'Head', order: 'not rising' },
    },
    about: 'Printed points',
    optional: true,
  },
  motor: {
    group: {
      efficiency: { quantity: 'fraction', range: [0.1, 1], about: 'Efficiency', default: '92 %' },
      poles: { count: [2, 12], about: 'Poles', default: 4 },
    },
    about: 'Motor',
  },
  components: {
    each: { heat: { quantity: 'heat flow', range: [0, 1e5], about: 'Heat' } },
    about: 'By name',
    optional: true,
  },
  monthly: { series: 'temperature', range: [200, 350], length: 3, about: 'Three months', optional: true },
} as const satisfies Parameters;

const chip: LibraryRecord = {
  id: 'chips/a',
  kind: 'chip',
  title: 'A',
  status: 'assumed',
  values: {},
  sources: [],
  assumed: [],
};
const reader: ParameterReader = {
  record(id) {
    if (id === 'chips/a') return chip;
    if (id === 'chips/broken')
      throw new RecordError([
        { file: 'models/chips/broken.yaml', line: 3, column: 1, path: 'heat', message: 'is bad' },
      ]);
    throw new RecordError([{ file: id, path: '', message: 'no such record' }]);
  },
};

function read<P extends Parameters>(declaration: P, text: string, path = '', more: Partial<ParameterReader> = {}) {
  const document = readDocument(text, 'a.yaml');
  if ('faults' in document) throw new Error(document.faults.map(faultText).join('\n'));
  const faults: Fault[] = [];
  const values = readParameters(declaration, document.root, path, faults, { ...reader, ...more });
  return { values, faults: faults.map(faultText) };
}

describe('faults', () => {
  test('a bad record prints where, what was found, what was wanted and what is allowed, all at once', () => {
    const { values, faults } = read(pump, 'ratedFlow: 600\nratedHead: 250 kW\nratedPowr: 4.1 kW\n');
    expect(values).toBeUndefined();
    expect(faults).toEqual([
      'a.yaml:1:12 ratedFlow: expected a number and a unit of volume flow, such as "10 m³/s"; found "600"',
      'a.yaml:2:12 ratedHead: "250 kW" is a power; a pressure is wanted, in Pa, kPa, bar',
      'a.yaml: ratedPower is missing (Electric power at the rated point)',
      'a.yaml:3:1 ratedPowr: not a parameter here; known: ratedFlow, ratedHead, ratedPower; did you mean "ratedPower"?',
    ]);
  });

  test('inside a document the missing name stands at its map', () => {
    expect(read(pump, 'ratedFlow: 600 L/min\nratedHead: 2 bar', 'machines.pump').faults).toEqual([
      'a.yaml:1:1 machines.pump: ratedPower is missing (Electric power at the rated point)',
    ]);
  });

  test.each([
    ['supply: 90 degC', '1:9 supply: "90 degC" is out of range; wanted between 0 and 75 °C'],
    ['supply: [1]', '1:9 supply: expected a number and a unit of temperature, such as "40 degC"; found a list'],
    ['supply:', '1:8 supply: expected a number and a unit of temperature, such as "40 degC"; found nothing'],
    ['supply: null', '1:9 supply: expected a number and a unit of temperature, such as "40 degC"; found nothing'],
    ['supply: .nan', '1:9 supply: expected a number and a unit of temperature, such as "40 degC"; found ".nan"'],
    ['approach: 5 degC', '1:11 approach: "5 degC" is a temperature; a temperature difference is wanted: write K'],
    ['count: 012', '1:8 count: expected a whole number between 1 and 100; found "012"'],
    ['count: 1.5', '1:8 count: expected a whole number between 1 and 100; found "1.5"'],
    ['count: 1e2', '1:8 count: expected a whole number between 1 and 100; found "1e2"'],
    ['count: 0', '1:8 count: expected a whole number between 1 and 100; found "0"'],
    ['drive: varable', '1:8 drive: expected one of fixed, variable; found "varable"; did you mean "variable"?'],
    ['drive: yes', '1:8 drive: expected one of fixed, variable; found "yes"'],
    ['remark:', '1:8 remark: expected a text; found nothing'],
    ['remark: {}', '1:9 remark: expected a text; found a map'],
    ['chip: chips/b', '1:7 chip: "chips/b": no such record'],
    ['chip: [chips/a]', '1:7 chip: expected the id of a record of kind chip; found a list'],
    ['motor: 5', '1:8 motor: expected a map of efficiency, poles; found "5"'],
    [
      'motor: { efficency: 0.9 }',
      '1:10 motor.efficency: not a parameter here; known: efficiency, poles; did you mean "efficiency"?',
    ],
    ['components: [a]', '1:13 components: expected a map from names to groups; found a list'],
    [
      'components: { __proto__: { heat: 1 W } }',
      '1:15 components.__proto__: is no name; a name is a letter, then letters, digits and hyphens',
    ],
    [
      'components: { constructor: { heat: 1 W } }',
      '1:15 components.constructor: is no name; a name is a letter, then letters, digits and hyphens',
    ],
    ['components: { gpu: {} }', '1:20 components.gpu: heat is missing (Heat)'],
    [
      '__proto__: 1',
      '1:1 __proto__: not a parameter here; known: supply, approach, count, drive, remark, chip, curve, motor, components, monthly',
    ],
    ['monthly: { unit: degC, values: [1, 2] }', '1:10 monthly: expected 3 values; found 2'],
    [
      'monthly: { unit: degC, values: [1, x, 2] }',
      '1:36 monthly.2: expected a number, in the column\'s unit degC; found "x"',
    ],
    [
      'monthly: { unit: degC, values: [1, 2 K, 2] }',
      '1:36 monthly.2: expected a number, in the column\'s unit degC; found "2 K"',
    ],
    [
      'monthly: { unit: kW, values: [1, 2, 3] }',
      '1:18 monthly: unit "kW" is a power; a temperature is wanted, in K, degC, degF',
    ],
    ['monthly: { units: degC, values: [1 K, 2 K, 3 K] }', null],
    ['monthly: { values: [1, 2, 3] }', null],
    [
      'monthly: [250 K, 26, 270 K]',
      '1:18 monthly.2: expected a number and a unit of temperature, such as "40 degC"; found "26"',
    ],
    ['monthly: 5 K', '1:10 monthly: expected { unit: …, values: […] }; found "5 K"'],
    ['monthly: []', '1:10 monthly: has no values'],
    ['curve: { flow: { unit: L/min, values: [0, 1] } }', '1:8 curve: column head is missing (Head)'],
    [
      'curve: { flow: { unit: L/min, values: [0, 2, 1] }, head: { unit: kPa, values: [2, 2, 1] } }',
      '1:46 curve.flow.3: "1" after "2"; the column must be rising',
    ],
    [
      'curve: { flow: { unit: L/min, values: [0, 1, 1] }, head: { unit: kPa, values: [2, 2, 1] } }',
      '1:46 curve.flow.3: "1" after "1"; the column must be rising',
    ],
    [
      'curve: { flow: { unit: L/min, values: [0, 1] }, head: { unit: kPa, values: [1, 2] } }',
      '1:80 curve.head.2: "2" after "1"; the column must be not rising',
    ],
    [
      'curve: { flow: { unit: L/min, values: [0, 1] }, head: { unit: kPa, values: [3, 2, 1] } }',
      '1:8 curve: columns differ in length: flow 2, head 3',
    ],
    [
      'curve: { flow: { unit: L/min, values: [0, 1] }, head: { unit: kPa, values: [3, 2000] } }',
      '1:80 curve.head.2: "2000 kPa" is out of range; wanted between 0 and 1000 kPa',
    ],
    ['curve: [1]', '1:8 curve: expected columns flow, head; found a list'],
  ])('%s', (text, fault) => {
    const { values, faults } = read(everything, text);
    expect(values).toBeUndefined();
    if (fault !== null) expect(faults).toEqual([`a.yaml:${fault}`]);
  });

  test('a record with faults of its own shows them where they stand', () => {
    expect(read(everything, 'chip: chips/broken').faults).toEqual(['models/chips/broken.yaml:3:1 heat: is bad']);
  });

  test('ten faults at once', () => {
    const text =
      'supply: 5\napproach: 1\ncount: x\ndrive: x\nremark: []\nchip: b\ncurve: 1\nmotor: 1\ncomponents: 1\nmonthly: 1\nother: 1\n';
    expect(read(everything, text).faults.map((fault) => fault.split(':')[1])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
    ]);
  });
});

describe('values', () => {
  test('are in SI, with defaults where nothing was written', () => {
    const defaulted: string[] = [];
    const { values } = read(everything, 'count: 3\napproach: 5 K\n', 'machines.pump', { defaulted });
    expect(values).toEqual({
      supply: 303.15,
      approach: 5,
      count: 3,
      drive: 'variable',
      motor: { efficiency: 0.92, poles: 4 },
    });
    expect(defaulted).toEqual([
      'machines.pump.supply',
      'machines.pump.drive',
      'machines.pump.motor.efficiency',
      'machines.pump.motor.poles',
    ]);
  });

  test('a bound is not missed by the rounding of a conversion', () => {
    const declared = {
      supply: { quantity: 'temperature', range: [278.15, 318.15], about: 'Supply' },
    } as const satisfies Parameters;
    expect(read(declared, 'supply: 113 degF').values).toEqual({ supply: 318.15 });
    expect(read(declared, 'supply: 41 degF').values).toBeDefined();
    expect(read(declared, 'supply: 113.001 degF').values).toBeUndefined();
  });

  const full = [
    'supply: 104 degF',
    'approach: 9 deltaF',
    'count: 12',
    'drive: fixed',
    'remark: "yes: really"',
    'chip: chips/a',
    'curve:',
    '  flow: { unit: gpm, values: [0, 50, 100.3] }',
    '  head: { unit: psi, values: [30, 30, 7.7] }',
    'motor: { efficiency: 0.937 }',
    'components: { gpu: { heat: 1 / 3 kW }, cpu: { heat: 350 W } }',
    'monthly: { unit: degF, values: [1, 2.2, 3.3] }',
  ].join('\n');

  test('written back they read to the very same doubles', () => {
    const { values, faults } = read(everything, full);
    expect(faults).toEqual([]);
    const written = writeParameters(everything, values!);
    const again = read(everything, stringify(written));
    expect(again.faults).toEqual([]);
    expect(again.values).toStrictEqual(values);
  });

  test('are written in the units people use where those are exact', () => {
    const { values } = read(
      everything,
      'supply: 42 degC\ncurve: { flow: { unit: L/min, values: [0, 600] }, head: { unit: kPa, values: [300, 190] } }',
    );
    expect(writeParameters(everything, values!)).toEqual({
      supply: '42 °C',
      count: 1,
      drive: 'variable',
      motor: { efficiency: '92 %', poles: 4 },
      curve: { flow: { unit: 'L/min', values: [0, 600] }, head: { unit: 'kPa', values: [300, 190] } },
    });
  });
});
