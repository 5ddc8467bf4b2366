/**
 * A small table of text: the first column to the left, the others to the
 * right, as wide as what stands in them. Long first columns are wrapped.
 */

import { hanging } from './text-layout.ts';

export interface AlignedTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Between columns, and before every line. */
const gap = 2;

/** Lines of at most `width` characters, as far as the columns after the first leave room. */
export function alignedTable({ head, rows }: AlignedTable, width: number): readonly string[] {
  const widths = head.map((text, k) => Math.max(...[text, ...rows.map((row) => row[k] ?? '')].map(lengthOf)));
  const others = widths.slice(1).reduce((sum, column) => sum + column + gap, 0);
  const first = Math.min(widths[0]!, Math.max(12, width - others - gap));
  return [head, ...rows].flatMap((row) => {
    const name = row[0] ?? '';
    const lines = lengthOf(name) <= first ? [name] : hanging(name, first, 1).split('\n');
    const cells = row.slice(1).map((text, k) => `${' '.repeat(gap + widths[k + 1]! - lengthOf(text))}${text}`);
    const last = lines.pop() ?? '';
    const padded = `${last}${' '.repeat(Math.max(0, first - lengthOf(last)))}${cells.join('')}`;
    return [...lines, padded].map((line) => `${' '.repeat(gap)}${line}`.trimEnd());
  });
}

/** Letters as people count them. */
function lengthOf(text: string): number {
  return [...text].length;
}
