/**
 * Text to syntax tree by mathjs' parser, and nothing but the parser: no text
 * is ever evaluated by mathjs. Whoever reads a tree lets known nodes through
 * and refuses the rest. The only file that imports mathjs.
 */

import type { MathNode } from 'mathjs';
import math from 'mathjs/lib/browser/math.js';

const deepestNesting = 40;

/** The tree of a text that is no longer than `longest` characters and not nested absurdly; otherwise what is wrong. */
export function syntaxTree(text: string, longest: number): { readonly tree: MathNode } | { readonly fault: string } {
  if (text.length > longest) return { fault: `too long: ${text.length} characters; at most ${longest} are read` };
  if (nesting(text) > deepestNesting)
    return { fault: `nested too deeply; at most ${deepestNesting} brackets are read` };
  try {
    return { tree: math.parse(text) };
  } catch (error) {
    return { fault: error instanceof SyntaxError ? error.message : 'not understood' };
  }
}

/** Most brackets open at once, or signs and powers in an unbroken row, which nest as well. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const letter of text) {
    if (letter === '(' || letter === '[' || letter === '{') deepest = Math.max(deepest, ++depth);
    else if (letter === ')' || letter === ']' || letter === '}') depth--;
  }
  const runs = text.replaceAll(/\s/g, '').match(/[-+~!^?]{2,}/g) ?? [];
  return Math.max(deepest, ...runs.map((run) => run.length));
}
