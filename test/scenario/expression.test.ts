import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileExpression } from '../../src/scenario/expression.ts';

const valueOf = (text: string, values: number[] = []): number => {
  const compiled = compileExpression(text, ['a', 'b', 'c']);
  if ('fault' in compiled) throw new Error(compiled.fault);
  return compiled.evaluate(values);
};

describe('formulas', () => {
  test.each<[string, number]>([
    ['a + 2 * b', 12],
    ['-a ^ 2', -4],
    ['2 ^ 3 ^ 0', 2],
    ['(a + b) / (c - 1)', 1],
    ['a < b ? 10 : 20', 10],
    ['a >= b ? 10 : b == 5 ? 30 : 20', 30],
    ['(a != 2) + (b <= 5) * 10', 10],
    ['min(a, b, c)', 2],
    ['max(a, b)', 5],
    ['abs(-c) + sqrt(4) + exp(0) + log(1)', 11],
    ['sin(0) + cos(0) + floor(1.7) + ceil(1.2) + round(2.5)', 7],
    ['3 a', 6],
    ['1e3', 1000],
  ])('%s is %d for a = 2, b = 5, c = 8', (text, value) => {
    expect(valueOf(text, [2, 5, 8])).toBe(value);
  });

  test.each<[string, string]>([
    ['', 'expected a formula; found nothing'],
    ['speed * 2', '"speed" is not known here; known: a, b, c'],
    ['A + 1', '"A" is not known here; known: a, b, c; did you mean "a"?'],
    ['tan(a)', '"tan" is no function here; known: min, max, abs, sqrt, exp, log, sin, cos, floor, ceil, round'],
    ['log(a, b)', 'log takes 1 numbers; found 2'],
    ['max()', 'max takes 1 to 8 numbers; found 0'],
    ['a % b', 'the operator "%" is not allowed'],
    ['a!', 'the operator "!" is not allowed'],
    ['a and b', 'the operator "and" is not allowed'],
    ['1e400', 'only finite numbers are allowed; found Infinity'],
    ['"text"', 'only finite numbers are allowed; found text'],
    ['true', 'only finite numbers are allowed; found true'],
    ['a +', 'Unexpected end of expression (char 4)'],
    [`${'a + '.repeat(300)}a`, 'too long: 1201 characters; at most 1000 are read'],
    [`${'('.repeat(50)}a${')'.repeat(50)}`, 'nested too deeply; at most 40 brackets are read'],
  ])('%s is refused', (text, fault) => {
    expect(compileExpression(text, ['a', 'b', 'c'])).toEqual({ fault });
  });

  test.each([
    'f(x) = x',
    'a = 3',
    'a; b',
    '[1, 2]',
    '1:10',
    '{x: 1}',
    'a.b',
    'a["b"]',
    'cos.constructor("return 1")()',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty(a)',
    'constructor(a)',
    'config({})',
    'import("x")',
    'createUnit("x")',
    'evaluate("1")',
    'parse("1")',
    'simplify("a")',
    'sum(map(1:1e6, f(x) = x^2))',
    '5 cm',
    'i',
    'pi',
    'e',
    'a to b',
    "a'",
    'a | b',
    'not a',
    'sin',
    'a < b < c',
  ])('%s reaches nothing', (text) => {
    expect(compileExpression(text, ['a', 'b', 'c'])).toHaveProperty('fault');
  });

  test('agree with JavaScript on random arithmetic', () => {
    const leaf = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 99 }).map(String));
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(tie('node'), fc.constantFrom('+', '-', '*', '/', '<', '>='), tie('node'))
          .map(([l, op, r]) => `(${l} ${op} ${r})`),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (text) => {
        const ours = compileExpression(text, ['a', 'b', 'c']);
        if ('fault' in ours) return false;
        // oxlint-disable-next-line typescript/no-implied-eval -- the engine is the witness
        const theirs = Number(new Function('a', 'b', 'c', `return +(${text})`)(2, 5, 8));
        return Object.is(ours.evaluate([2, 5, 8]), theirs);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test('no text makes the compiler throw', () => {
    const pieces = fc.constantFrom(
      'a',
      'b',
      '1',
      '+',
      '-',
      '*',
      '/',
      '^',
      '(',
      ')',
      ',',
      '?',
      ':',
      '<',
      '=',
      '!',
      '"',
      '[',
      ']',
      '.',
      'max',
      ' ',
      '%',
      ';',
      "'",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 15 }).map((p) => p.join('')),
        ),
        (text) => {
          const compiled = compileExpression(text, ['a', 'b']);
          return 'fault' in compiled || typeof compiled.evaluate([1, 2]) === 'number';
        },
      ),
      { numRuns: 3000, seed: 1 },
    );
  });
});
