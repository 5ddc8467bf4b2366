/**
 * A formula in a scenario to a function of named numbers: mathjs' parser reads
 * it, a list of allowed nodes lets arithmetic, comparisons, `a ? b : c` and a
 * dozen functions through, and closures of our own compute it. The text can
 * reach nothing but its variables.
 *
 * Leaves out units, strings, lists, assignments and own functions.
 */

import type {
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from 'mathjs';
import { nearest } from '../units/nearest.ts';
import { syntaxTree } from '../units/syntax.ts';

export interface Expression {
  /** The formula's value for the variables' values, in the order they were declared; a comparison is 1 or 0. */
  readonly evaluate: (values: ArrayLike<number>) => number;
}

const longestText = 1000;

class Refusal extends Error {}

/** Returns what is wrong with the formula where it cannot be allowed. */
export function compileExpression(text: string, variables: readonly string[]): Expression | { readonly fault: string } {
  if (text.trim() === '') return { fault: 'expected a formula; found nothing' };
  const parsed = syntaxTree(text, longestText);
  if ('fault' in parsed) return parsed;
  try {
    return { evaluate: compiled(parsed.tree, variables) };
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.message };
    throw error;
  }
}

type Evaluate = Expression['evaluate'];

function compiled(node: MathNode, variables: readonly string[]): Evaluate {
  const inner = (child: MathNode): Evaluate => compiled(child, variables);
  switch (node.type) {
    case 'ConstantNode':
      return constant((node as ConstantNode).value);
    case 'SymbolNode':
      return variable((node as SymbolNode).name, variables);
    case 'ParenthesisNode':
      return inner((node as ParenthesisNode).content);
    case 'OperatorNode':
      return operation(node as OperatorNode, (node as OperatorNode).args.map(inner));
    case 'ConditionalNode': {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      const [test, then, otherwise] = [inner(condition), inner(trueExpr), inner(falseExpr)];
      return (values) => (test(values) === 0 ? otherwise(values) : then(values));
    }
    case 'FunctionNode':
      return call(node as FunctionNode, inner);
    default:
      throw new Refusal(
        `only numbers, ${variables.join(', ')}, + - * / ^, comparisons, "a ? b : c" and functions are allowed`,
      );
  }
}

function constant(value: unknown): Evaluate {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Refusal(`only finite numbers are allowed; found ${String(value)}`);
  return () => value;
}

function variable(name: string, variables: readonly string[]): Evaluate {
  const slot = variables.indexOf(name);
  if (slot >= 0) return (values) => values[slot]!;
  const near = nearest(name, variables);
  throw new Refusal(
    `"${name}" is not known here; known: ${variables.join(', ')}${near === undefined ? '' : `; did you mean "${near}"?`}`,
  );
}

const unary: Readonly<Record<string, (a: number) => number>> = { unaryMinus: (a) => -a, unaryPlus: (a) => a };

const binary: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  pow: (a, b) => Math.pow(a, b),
  smaller: (a, b) => Number(a < b),
  smallerEq: (a, b) => Number(a <= b),
  larger: (a, b) => Number(a > b),
  largerEq: (a, b) => Number(a >= b),
  equal: (a, b) => Number(a === b),
  unequal: (a, b) => Number(a !== b),
};

function operation(node: OperatorNode, args: readonly Evaluate[]): Evaluate {
  const name: string = node.fn;
  const [a, b] = args as [Evaluate, Evaluate];
  if (args.length === 1 && Object.hasOwn(unary, name)) return (values) => unary[name]!(a(values));
  if (args.length !== 2 || !Object.hasOwn(binary, name))
    throw new Refusal(`the operator "${String(node.op)}" is not allowed`);
  const apply = binary[name]!;
  return (values) => apply(a(values), b(values));
}

/** Allowed functions with the fewest and most arguments they take. */
const functions: Readonly<
  Record<string, readonly [apply: (...values: number[]) => number, fewest: number, most: number]>
> = {
  min: [Math.min, 1, 8],
  max: [Math.max, 1, 8],
  abs: [Math.abs, 1, 1],
  sqrt: [Math.sqrt, 1, 1],
  exp: [Math.exp, 1, 1],
  log: [Math.log, 1, 1],
  sin: [Math.sin, 1, 1],
  cos: [Math.cos, 1, 1],
  floor: [Math.floor, 1, 1],
  ceil: [Math.ceil, 1, 1],
  round: [Math.round, 1, 1],
};

function call(node: FunctionNode, inner: (child: MathNode) => Evaluate): Evaluate {
  const name = (node.fn as unknown as MathNode).type === 'SymbolNode' ? (node.fn as unknown as SymbolNode).name : '';
  if (!Object.hasOwn(functions, name))
    throw new Refusal(`"${name}" is no function here; known: ${Object.keys(functions).join(', ')}`);
  const [apply, fewest, most] = functions[name]!;
  const args = node.args.map(inner);
  if (args.length < fewest || args.length > most) {
    throw new Refusal(
      `${name} takes ${fewest === most ? fewest : `${fewest} to ${most}`} numbers; found ${args.length}`,
    );
  }
  if (args.length === 1) {
    const [only] = args as [Evaluate];
    return (values) => apply(only(values));
  }
  if (args.length === 2) {
    const [first, second] = args as [Evaluate, Evaluate];
    return (values) => apply(first(values), second(values));
  }
  return (values) => apply(...args.map((each) => each(values)));
}
