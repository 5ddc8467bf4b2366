/**
 * Single values by declaration: a quantity in its range, a count, a choice, a
 * text. What is refused is refused with what was found and what was wanted.
 */

import type { Fault } from '../errors.ts';
import { expectedQuantity, type Quantity, readQuantity } from '../units.ts';
import { found, isNothing, type LocatedNode, nearest, type ScalarNode } from './document.ts';
import type { ChoiceParameter, CountParameter, LibraryRecord, QuantityParameter, TextParameter } from './parameters.ts';
import { rangeText, rangeWords } from './range-text.ts';

/** What the reader may ask for. */
export interface ParameterReader {
  /** The record of an id; throws a RecordError where it cannot be had. */
  readonly record: (id: string, kinds: readonly string[]) => LibraryRecord;
  /** Gathers the paths of the values that were not written and took their default. */
  readonly defaulted?: string[];
}

/** Where in the reading we are; shared by the readers of single parameters. */
export interface Reading extends ParameterReader {
  readonly faults: Fault[];
}

type ScalarParameter = QuantityParameter | CountParameter | ChoiceParameter | TextParameter;

/** The value in SI, or undefined where a fault was found. */
export function scalarValue(
  parameter: ScalarParameter,
  node: LocatedNode,
  path: string,
  reading: Reading,
): number | string | undefined {
  const refuse = (message: string): undefined => {
    reading.faults.push({ ...node.at, path, message });
    return undefined;
  };
  if (node.kind !== 'scalar' || isNothing(node)) return refuse(`${expectedOf(parameter)}; found ${found(node)}`);
  if ('quantity' in parameter) {
    const read = quantityInRange(node.text, parameter.quantity, parameter.range);
    return 'fault' in read ? refuse(read.fault) : read.value;
  }
  if ('count' in parameter) {
    const value = /^\+?(0|[1-9]\d{0,14})$|^-[1-9]\d{0,14}$/.test(node.text) ? Number(node.text) : Number.NaN;
    return value >= parameter.count[0] && value <= parameter.count[1]
      ? value
      : refuse(`${expectedOf(parameter)}; found ${found(node)}`);
  }
  if ('choice' in parameter)
    return parameter.choice.includes(node.text) ? node.text : refuse(noChoice(node, parameter.choice));
  return node.text;
}

function expectedOf(parameter: ScalarParameter): string {
  if ('quantity' in parameter) return expectedQuantity(parameter.quantity);
  if ('count' in parameter) return `expected a whole number ${rangeWords(parameter.count[0], parameter.count[1], '')}`;
  if ('choice' in parameter) return `expected one of ${parameter.choice.join(', ')}`;
  return 'expected a text';
}

function noChoice(node: ScalarNode, known: readonly string[]): string {
  const near = nearest(node.text, known);
  return `expected one of ${known.join(', ')}; found ${found(node)}${near === undefined ? '' : `; did you mean "${near}"?`}`;
}

/** A quantity's value in SI, inside its range. */
export function quantityInRange(
  text: string,
  quantity: Quantity,
  [minimum, maximum]: readonly [number, number],
): { readonly value: number } | { readonly fault: string } {
  const read = readQuantity(text, quantity);
  if ('fault' in read || (read.value >= minimum && read.value <= maximum)) return read;
  // 113 °F is 45 °C but for the last digit: a bound is not missed by the rounding of a conversion.
  const bound = read.value > maximum ? maximum : minimum;
  if (Math.abs(read.value - bound) <= 1e-14 * Math.abs(bound)) return { value: bound };
  return { fault: `"${text}" is out of range; wanted ${rangeText([minimum, maximum], quantity)}` };
}

/** `not a parameter here; known: …`, with the name that was probably meant. */
export function unknownName(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return `not a parameter here; known: ${known.join(', ')}${near === undefined ? '' : `; did you mean "${near}"?`}`;
}
