/**
 * A declaration as JSON Schema (draft-07), so that an editor completes names,
 * shows what they mean and marks what is missing. Units are only described:
 * whether a text is a pressure is judged by the reader.
 */

import { expectedQuantity, quantities, type Quantity, type QuantityDeclaration } from '../units.ts';
import type { Parameter, Parameters } from './parameters.ts';
import { rangeText } from './range-text.ts';

/** A part of a JSON Schema; plain data. */
export type JsonSchema = { readonly [key: string]: unknown };

/** The schema of a map of these parameters; no other names are allowed in it. */
export function jsonSchema(declaration: Parameters): JsonSchema {
  const entries = Object.entries(declaration);
  const required = entries.filter(([, parameter]) => isRequired(parameter)).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, parameter]) => [name, parameterSchema(parameter)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

/** Whether a parameter must be written: it has no default and is not optional, and of a group at least one member must. */
export function isRequired(parameter: Parameter): boolean {
  if (parameter.optional === true || 'default' in parameter) return false;
  return !('group' in parameter) || Object.values(parameter.group).some(isRequired);
}

function parameterSchema(parameter: Parameter): JsonSchema {
  const described = { description: parameter.about, ...('default' in parameter && { default: parameter.default }) };
  if ('quantity' in parameter) {
    return {
      ...described,
      ...quantitySchema(parameter.quantity),
      description: `${parameter.about}. ${quantityWords(parameter.quantity, parameter.range)}`,
    };
  }
  if ('count' in parameter) {
    const [minimum, maximum] = parameter.count;
    return { ...described, type: 'integer', minimum, ...(Number.isSafeInteger(maximum) && { maximum }) };
  }
  if ('choice' in parameter) return { ...described, enum: [...parameter.choice] };
  if ('text' in parameter) return { ...described, type: 'string' };
  if ('record' in parameter)
    return {
      ...described,
      type: 'string',
      description: `${parameter.about}. The id of a record of kind ${parameter.record.join(' or ')}`,
    };
  if ('group' in parameter) return { ...described, ...jsonSchema(parameter.group) };
  if ('each' in parameter) return { ...described, type: 'object', additionalProperties: jsonSchema(parameter.each) };
  if ('series' in parameter) return { ...described, ...columnSchema(parameter.series, parameter.length) };
  const columns = Object.entries(parameter.table);
  return {
    ...described,
    type: 'object',
    properties: Object.fromEntries(
      columns.map(([name, { quantity, about }]) => [name, { description: about, ...columnSchema(quantity) }]),
    ),
    required: columns.map(([name]) => name),
    additionalProperties: false,
  };
}

function quantitySchema(quantity: Quantity): JsonSchema {
  return { type: isBare(quantity) ? ['string', 'number'] : 'string' };
}

function isBare(quantity: Quantity): boolean {
  return (quantities[quantity] as QuantityDeclaration).bare === true;
}

function quantityWords(quantity: Quantity, range: readonly [number, number]): string {
  const expected = expectedQuantity(quantity).replace('expected a', 'A');
  const limits = rangeText(range, quantity);
  return limits === '' ? expected : `${expected}; ${limits}`;
}

/** `{ unit, values }`, or a list of quantities. */
function columnSchema(quantity: Quantity, length?: number): JsonSchema {
  const exact = length === undefined ? { minItems: 1 } : { minItems: length, maxItems: length };
  const { unit, also }: QuantityDeclaration = quantities[quantity];
  const asMap = {
    type: 'object',
    properties: {
      unit: { type: ['string', 'number'], description: `A unit of ${quantity}, such as ${[unit, ...also].join(', ')}` },
      values: { type: 'array', items: { type: 'number' }, ...exact },
    },
    required: isBare(quantity) ? ['values'] : ['unit', 'values'],
    additionalProperties: false,
  };
  return { oneOf: [asMap, { type: 'array', items: quantitySchema(quantity), ...exact }] };
}
