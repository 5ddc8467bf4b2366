/**
 * Words and JSON to the terminal: results on standard output, everything else
 * on standard error. Knows how wide the terminal is and whether it has colours.
 */

import type { Emphasis } from '../output/text-layout.ts';

/** Text on standard output. */
export function printText(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** One document on standard output. */
export function printJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
}

export function printError(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Emphasis only where a person looks, and not where they asked for none. */
export function emphasisOfTerminal(): Emphasis {
  const { NO_COLOR, TERM } = process.env;
  return process.stdout.isTTY && (NO_COLOR ?? '') === '' && TERM !== 'dumb' ? 'ansi' : 'plain';
}

/** Columns of the terminal; 80 where there is none, so that what is piped stays the same everywhere. */
export function widthOfTerminal(): number {
  const { columns } = process.stdout;
  return process.stdout.isTTY && columns >= 60 ? Math.min(columns, 160) : 80;
}
