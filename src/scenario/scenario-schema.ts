/**
 * JSON Schema (draft-07) of scenario and comparison files, put together from
 * the very declarations that the reader reads, so that an editor completes
 * names and shows what they mean. Quantities are described, not parsed: that
 * is the reader's.
 *
 * Over a system only what differs is written, so that nothing is required
 * there; without one, circuits, machines and power must be whole.
 */

import { jsonSchema, type JsonSchema } from '../library/json-schema.ts';
import type { Parameters } from '../library/parameters.ts';
import { machineKinds } from '../machines/index.ts';
import type { Kind } from '../machines/machine.ts';
import { circuitParameters } from './circuit.ts';
import { powerParameters } from './power.ts';
import { siteParameters } from './site.ts';
import { transientParameters } from './transient.ts';
import { sourceParameters } from './wiring-keys.ts';

/** The schema, as plain data. */
export function scenarioSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'coldloop scenario',
    description: 'A plant at a site, or variants of one side by side',
    type: 'object',
    if: { required: ['variants'] },
    then: { $ref: '#/definitions/comparison' },
    else: { $ref: '#/definitions/scenario' },
    definitions: {
      comparison: comparison(),
      scenario: { ...scenario(), if: { required: ['system'] }, else: wholePlant() },
      variant: scenario(),
      settings,
      site: partial(jsonSchema(siteParameters)),
      power: partial(jsonSchema(powerParameters)),
      transient: partial(jsonSchema(transientParameters)),
      circuit: partial(jsonSchema(circuitParameters)),
      source: { oneOf: [named('Circuit that it cools'), partial(jsonSchema(sourceParameters))] },
      load: { oneOf: [named('Circuit, or outdoors'), jsonSchema(loadParameters)] },
      machine: machine(),
      ...Object.fromEntries(machineKinds.map((kind) => [`machine-${kind.kind}`, machineOfKind(kind)])),
    },
  };
}

const loadParameters = {
  on: { text: true, about: 'Circuit, or outdoors' },
  after: { text: true, about: 'Load of the same circuit whose return it takes first', optional: true },
} as const satisfies Parameters;

const named = (description: string): JsonSchema => ({ type: 'string', description });

const settings: JsonSchema = {
  type: 'object',
  description:
    'What differs, by dotted names that begin with a circuit, a machine, power, site or transient: cdu.approach: 3 K; none removes',
};

const notes: JsonSchema = {
  description: 'Shown with the results',
  oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
};

function scenario(): JsonSchema {
  return {
    type: 'object',
    properties: {
      title: named('One line to know it by'),
      system: named('System of the library that is laid under the scenario, such as systems/cold-plate-dry'),
      technology: named('Class of cooling at the racks, by which comparisons group'),
      rejection: named('Class of heat rejection, by which comparisons group'),
      site: { $ref: '#/definitions/site' },
      circuits: { type: 'object', additionalProperties: { $ref: '#/definitions/circuit' } },
      machines: { type: 'object', additionalProperties: { $ref: '#/definitions/machine' } },
      power: { $ref: '#/definitions/power' },
      transient: { $ref: '#/definitions/transient' },
      set: { $ref: '#/definitions/settings' },
      notes,
      sized: { type: 'object', description: 'Sizes found by an earlier run; not read' },
    },
    additionalProperties: false,
  };
}

/** What must be there when no system brings it. */
function wholePlant(): JsonSchema {
  const { required: site } = jsonSchema(siteParameters);
  return {
    required: ['site', 'circuits', 'machines', 'power'],
    properties: {
      site: { required: site },
      circuits: { minProperties: 1, additionalProperties: { required: ['fluid'] } },
      machines: { minProperties: 1, additionalProperties: { required: ['kind'] } },
    },
  };
}

function comparison(): JsonSchema {
  return {
    type: 'object',
    properties: {
      title: named('One line over the table'),
      baseline: named('Variant that the others are measured by; the first unless said'),
      site: { $ref: '#/definitions/site' },
      set: { $ref: '#/definitions/settings' },
      transient: { $ref: '#/definitions/transient' },
      notes,
      variants: {
        type: 'object',
        minProperties: 1,
        description: 'Scenarios by name; site and set above are laid under each',
        additionalProperties: { $ref: '#/definitions/variant' },
      },
    },
    required: ['variants'],
    additionalProperties: false,
  };
}

/** Any machine; its kind says which names it has. Over a system the kind may be left out. */
function machine(): JsonSchema {
  return {
    type: 'object',
    properties: { kind: { enum: machineKinds.map(({ kind }) => kind), description: 'What the machine is' } },
    allOf: machineKinds.map(({ kind }) => ({
      if: { properties: { kind: { const: kind } }, required: ['kind'] },
      then: { $ref: `#/definitions/machine-${kind}` },
    })),
  };
}

function machineOfKind({ kind, about, parameters, ports }: Kind): JsonSchema {
  const own = partial(jsonSchema(parameters));
  const loads = ports.filter(({ role }) => role === 'load');
  const source = ports.find(({ role }) => role === 'source');
  const byPort = Object.fromEntries(
    loads.map((port) => [port.name, { description: port.about, $ref: '#/definitions/load' }]),
  );
  return {
    ...own,
    description: about,
    properties: {
      kind: { const: kind },
      title: named('Its name in tables'),
      ...(source === undefined ? {} : { source: { description: source.about, $ref: '#/definitions/source' } }),
      ...(loads.length === 0
        ? {}
        : {
            load:
              loads.length === 1
                ? Object.values(byPort)[0]
                : { type: 'object', properties: byPort, additionalProperties: false },
          }),
      supplied: {
        enum: ['ups', 'mechanical'],
        description: 'Whether its electricity comes from the UPS or the mechanical board',
        default: 'mechanical',
      },
      ...(own.properties as object),
    },
  };
}

/** The same schema with nothing required, at any depth. */
function partial(schema: JsonSchema): JsonSchema {
  const entries = Object.entries(schema).filter(([key, value]) => !(key === 'required' && Array.isArray(value)));
  return Object.fromEntries(entries.map(([key, value]) => [key, isMap(value) ? partial(value) : value]));
}

function isMap(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
