/**
 * Arithmetic with units: `2 * 1.35 MW`, `720 / 8`, `0.4 W/(m^2 K)`. Reads the
 * tree that mathjs' parser makes, lets numbers, known units, + - * / ^ and
 * brackets through and refuses everything else, so that a text can name no
 * function, no variable and no setting.
 *
 * Leaves out sums with °C and °F, whose meaning depends on which of the two is
 * a difference. Used by the reader of quantities.
 */

import type { ConstantNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from 'mathjs';
import { units, type Dimension, type Mark } from './definitions.ts';
import { nearest } from './nearest.ts';
import { syntaxTree } from './syntax.ts';

/** A number in SI and what it is a number of. */
export interface Amount {
  readonly value: number;
  readonly dimension: Dimension;
  /** Of a bare unit, and of a number times a bare unit. */
  readonly mark?: Mark;
  /** Of a bare °C or °F that has not met its number yet. */
  readonly shift?: number;
  /** A number was written, not only a unit. */
  readonly numeric: boolean;
  /** A unit was written. */
  readonly united: boolean;
}

const longestText = 200;
const plain: Dimension = [0, 0, 0, 0, 0, 0, 0, 0];

class Refusal extends Error {}

/** The amount a text stands for, in SI; `fault` says what is not allowed or not known. */
export function readAmount(text: string): Amount | { readonly fault: string } {
  const parsed = syntaxTree(text, longestText);
  if ('fault' in parsed) return parsed;
  try {
    return amountOf(parsed.tree);
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.message };
    throw error;
  }
}

function amountOf(node: MathNode): Amount {
  switch (node.type) {
    case 'ConstantNode':
      return constant((node as ConstantNode).value);
    case 'SymbolNode':
      return unitAmount((node as SymbolNode).name);
    case 'ParenthesisNode':
      return amountOf((node as ParenthesisNode).content);
    case 'OperatorNode':
      return combined(node as OperatorNode);
    default:
      throw new Refusal('only numbers, units, + - * / ^ and brackets are allowed');
  }
}

function constant(value: unknown): Amount {
  if (typeof value !== 'number') throw new Refusal('only numbers, units, + - * / ^ and brackets are allowed');
  return { value, dimension: plain, numeric: true, united: false };
}

function unitAmount(name: string): Amount {
  const unit = units.get(name);
  if (unit === undefined) throw new Refusal(unknownUnit(name));
  const { factor, dimension, mark, shift } = unit;
  return {
    value: factor,
    dimension,
    numeric: false,
    united: true,
    ...(mark !== undefined && { mark }),
    ...(shift !== undefined && { shift }),
  };
}

function unknownUnit(name: string): string {
  if (/^tons?$/.test(name))
    return '"ton" is a mass to some and a cooling power to others; write tonref (3.517 kW), or t';
  const near = nearest(name, units.keys());
  return `no unit "${name}" is known here${near === undefined ? '' : `; did you mean "${near}"?`}`;
}

function combined(node: OperatorNode): Amount {
  const parts = node.args.map(amountOf);
  const [left, right] = parts as [Amount, Amount];
  switch (node.fn as string) {
    case 'unaryMinus':
      return scaled(left, -1);
    case 'unaryPlus':
      return left;
    case 'add':
      return sum(left, right);
    case 'subtract':
      return sum(left, scaled(right, -1));
    case 'multiply':
      return product(left, right);
    case 'divide':
      return product(left, power(right, -1));
    case 'pow':
      return power(left, exponentOf(right, left.united));
    default:
      throw new Refusal('only numbers, units, + - * / ^ and brackets are allowed');
  }
}

const pointSum = 'arithmetic with °C or °F is not defined; put the number in brackets, (40 + 3) degC, or use K';

function refuseApplied(amount: Amount): void {
  if (amount.mark === 'point' && amount.numeric) throw new Refusal(pointSum);
}

/** A sign may stand before 5 degC, since −5 °C is what everybody reads; any other factor may not. */
function scaled(amount: Amount, sign: -1): Amount {
  refuseApplied(amount);
  return { ...amount, value: sign * amount.value };
}

function sum(left: Amount, right: Amount): Amount {
  if (left.mark === 'point' || right.mark === 'point') throw new Refusal(pointSum);
  if (left.dimension.some((exponent, i) => exponent !== right.dimension[i])) {
    throw new Refusal('its terms are of different quantities and cannot be added');
  }
  const mark = left.mark === right.mark ? left.mark : undefined;
  return {
    value: left.value + right.value,
    dimension: left.dimension,
    numeric: true,
    united: left.united || right.united,
    ...(mark !== undefined && { mark }),
  };
}

function product(left: Amount, right: Amount): Amount {
  refuseApplied(left);
  refuseApplied(right);
  const numeric = left.numeric || right.numeric;
  const united = left.united || right.united;
  const dimension = left.dimension.map((exponent, i) => exponent + right.dimension[i]!);
  if (left.united === right.united) return { value: left.value * right.value, dimension, numeric, united };
  const [number, unit] = left.united ? [right, left] : [left, right];
  // A number meets its bare unit: only here does the zero of °C and °F count.
  const value = unit.shift === undefined ? number.value * unit.value : (number.value + unit.shift) * unit.value;
  return { value, dimension, numeric, united, ...(unit.mark !== undefined && { mark: unit.mark }) };
}

function power(base: Amount, exponent: number): Amount {
  refuseApplied(base);
  const value = exponent === -1 ? 1 / base.value : Math.pow(base.value, exponent);
  const dimension = base.dimension.map((each) => (each === 0 ? 0 : each * exponent));
  return { value, dimension, numeric: base.numeric, united: base.united };
}

/** Units take small whole exponents, plain numbers any. */
function exponentOf(amount: Amount, ofUnit: boolean): number {
  if (amount.united || (ofUnit && !(Number.isInteger(amount.value) && Math.abs(amount.value) <= 9))) {
    throw new Refusal('the exponent of a unit must be a whole number between -9 and 9');
  }
  return amount.value;
}
