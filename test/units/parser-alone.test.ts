/**
 * The bundled command and the viewer carry mathjs' parser for plain numbers in
 * place of all of mathjs: what one reads the other reads as the same tree, and
 * what one refuses the other refuses in the same words.
 */

import { describe, expect, it } from 'vitest';
import whole from 'mathjs/lib/browser/math.js';
import { units } from '../../src/units/definitions.ts';
import alone from '../../web/simulation/parser.ts';

const texts = [
  ...units.keys(),
  'W/(m^2 K)',
  '1 / kW',
  '2 * 1.35 MW',
  '-5 degC',
  '720 / 8',
  '2^3^2',
  '-2^2',
  '1e-3 m',
  'kg/s/m^2',
  'L/min kW',
  '(1 + 2) * -3',
  '+-+1',
  'racks.units * 2',
  'max(1, 2)',
  'a ? b : c',
  '[1, 2]',
  '5 percent of 3',
  '2 degC to K',
];
const broken = ['', '1 2', '1 +', '(1', '1)', '2 ** 3', '1,000', '#', '"a', '3 $', '1..2'];

function read(parse: (text: string) => { toString(): string; readonly type: string }, text: string): string {
  try {
    const tree = parse(text);
    return `${tree.type} ${tree.toString()}`;
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

describe('the parser alone', () => {
  it.each(texts)('reads %s as the whole of mathjs does', (text) => {
    const found = read(alone.parse, text);
    expect(found).not.toMatch(/^refused/);
    expect(found).toBe(read(whole.parse, text));
  });

  it.each(broken)('has the same words for %j', (text) => {
    expect(read(alone.parse, text)).toBe(read(whole.parse, text));
  });
});
