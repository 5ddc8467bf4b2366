import { describe, expect, test } from 'vitest';
import { jsonSchema } from '../../src/library/json-schema.ts';
import { markdownTable } from '../../src/library/markdown.ts';
import type { Parameters } from '../../src/library/parameters.ts';

const declaration = {
  flow: { quantity: 'volume flow', range: [0, 1 / 60], about: 'Flow' },
  efficiency: { quantity: 'fraction', range: [0, 1], about: 'Efficiency', default: '92 %' },
  count: { count: [1, 8], about: 'How many', default: 1 },
  drive: { choice: ['fixed', 'variable'], about: 'Speed | control', optional: true },
  chip: { record: ['chip'], about: 'The chip' },
  remark: { text: true, about: 'Anything', optional: true },
  motor: { group: { poles: { count: [2, 12], about: 'Poles', default: 4 } }, about: 'Motor' },
  parts: {
    each: { heat: { quantity: 'heat flow', range: [0, Number.MAX_VALUE], about: 'Heat' } },
    about: 'By name',
    optional: true,
  },
  curve: {
    table: { head: { quantity: 'pressure', range: [0, 1e6], about: 'Head', order: 'not rising' } },
    about: 'Points',
    optional: true,
  },
  monthly: { series: 'temperature', range: [200, 350], length: 12, about: 'Months', optional: true },
} as const satisfies Parameters;

describe('a declaration as JSON Schema', () => {
  const schema = jsonSchema(declaration);
  const properties = schema['properties'] as Record<string, Record<string, unknown>>;

  test('requires what has no default, and no other names are allowed', () => {
    expect(schema['required']).toEqual(['flow', 'chip']);
    expect(schema['additionalProperties']).toBe(false);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });

  test('shows an example with its unit, the range and the default', () => {
    expect(properties['flow']).toEqual({
      type: 'string',
      description: 'Flow. A number and a unit of volume flow, such as "10 m³/s"; between 0 and 1000 L/min',
    });
    expect(properties['efficiency']).toEqual({
      type: ['string', 'number'],
      default: '92 %',
      description: 'Efficiency. A number, such as "5 %"; between 0 and 100 %',
    });
  });

  test('knows every form of parameter', () => {
    expect(properties['count']).toEqual({
      type: 'integer',
      minimum: 1,
      maximum: 8,
      default: 1,
      description: 'How many',
    });
    expect(properties['drive']).toMatchObject({ enum: ['fixed', 'variable'] });
    expect(properties['chip']).toMatchObject({
      type: 'string',
      description: 'The chip. The id of a record of kind chip',
    });
    expect(properties['motor']).toMatchObject({ type: 'object', properties: { poles: { type: 'integer' } } });
    expect(properties['parts']).toMatchObject({ additionalProperties: { required: ['heat'] } });
    expect(properties['curve']).toMatchObject({ required: ['head'], additionalProperties: false });
    expect(properties['monthly']!['oneOf']).toMatchObject([
      { properties: { values: { minItems: 12, maxItems: 12 } } },
      { type: 'array', minItems: 12 },
    ]);
  });
});

test('a declaration as a Markdown table has a row for every parameter, member and column', () => {
  expect(markdownTable(declaration).split('\n')).toEqual([
    '| name | what it is | quantity | usual unit | range | default |',
    '| --- | --- | --- | --- | --- | --- |',
    '| `flow` | Flow | volume flow | L/min | between 0 and 1000 L/min | required |',
    '| `efficiency` | Efficiency | fraction | % | between 0 and 100 % | 92 % |',
    '| `count` | How many | whole number |  | between 1 and 8 | 1 |',
    '| `drive` | Speed \\| control | word |  | fixed, variable | none |',
    '| `chip` | The chip | record |  | chip | required |',
    '| `remark` | Anything | text |  |  | none |',
    '| `motor` | Motor | group |  |  | none |',
    '| `motor.poles` | Poles | whole number |  | between 2 and 12 | 4 |',
    '| `parts` | By name | group for each name |  |  | none |',
    '| `parts.*.heat` | Heat | heat flow | kW | of at least 0 kW | required |',
    '| `curve` | Points | table |  |  | none |',
    '| `curve.head` | Head (not rising) | pressure | kPa | between 0 and 1000 kPa |  |',
    '| `monthly` | Months | list of 12 × temperature | °C | between -73.15 and 76.85 °C | none |',
    '',
  ]);
});
