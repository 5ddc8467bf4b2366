/** In place of mathjs' tables for LaTeX, which no page here writes: the names that its syntax trees import. */

export const latexSymbols = {};
export const latexOperators = {};
export const latexFunctions = {};
export const defaultTemplate = '';

export function escapeLatex(text: string): string {
  return text;
}

export function toSymbol(name: string): string {
  return name;
}
