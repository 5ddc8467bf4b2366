/**
 * Tables of text for a terminal: variants in columns, as many at a time as fit,
 * sections of rows under headings. Ten variants fit into eighty columns.
 */

import type { Variant } from '../metrics/metric.ts';
import type { UnitSystem } from '../units.ts';
import { emphasised, printable, wrapped, type Emphasis } from './text-layout.ts';

export interface TableOptions {
  readonly system: UnitSystem;
  /** Columns of the terminal; 80 unless said. */
  readonly width?: number;
  /** `plain` unless said. */
  readonly emphasis?: Emphasis;
}

/** A row of a text table: its label, its unit and a cell per variant. */
export interface TextRow {
  readonly label: string;
  readonly unit: string;
  readonly cells: readonly string[];
}

/** As many variants at a time as fit beside label and unit. */
export function columnGroups<T>(variants: readonly T[], width: number): readonly (readonly T[])[] {
  const most = Math.max(1, Math.floor((width - narrowestLabel - unitWidth) / (narrowestCell + 1)));
  const groups = Math.ceil(variants.length / most);
  const size = Math.ceil(variants.length / groups);
  return Array.from({ length: groups }, (_, group) => variants.slice(group * size, (group + 1) * size));
}

const narrowestLabel = 24;
const narrowestCell = 9;
/** A longer unit stands in brackets behind the label. */
const unitWidth = 6;

export interface Section {
  readonly heading: string;
  readonly rows: readonly TextRow[];
}

/** Variants of one rejection class and one silicon, in the order given. */
export function variantBlocks(variants: readonly Variant[]): readonly (readonly Variant[])[] {
  const blocks = new Map<string, Variant[]>();
  for (const variant of variants) {
    const key = JSON.stringify([variant.rejection, variant.silicon]);
    blocks.set(key, [...(blocks.get(key) ?? []), variant]);
  }
  return [...blocks.values()];
}

/** Head, and sections of rows, as padded lines. */
export function textTable(
  group: readonly Variant[],
  sections: readonly Section[],
  baseline: string,
  options: Required<TableOptions>,
): string[] {
  const cellWidth = Math.max(
    narrowestCell,
    ...sections.flatMap(({ rows }) => rows.flatMap((r) => r.cells.map((c) => c.length))),
  );
  const labelWidth = Math.min(44, options.width - unitWidth - group.length * (cellWidth + 1));
  const measures = { cellWidth, labelWidth };
  const lines = headLines(group, baseline, measures, options.emphasis);
  for (const { heading, rows } of sections) {
    if (heading !== '') lines.push(emphasised(heading, 'bold', options.emphasis));
    rows.forEach((row) => lines.push(...rowLines(row, group, measures, options.emphasis)));
  }
  return lines.map((line) => line.trimEnd());
}

interface Measures {
  readonly cellWidth: number;
  readonly labelWidth: number;
}

function headLines(group: readonly Variant[], baseline: string, measures: Measures, emphasis: Emphasis): string[] {
  const heads = group.map((variant) => [
    ...wrapped(printable(variant.name), measures.cellWidth),
    ...(variant.name === baseline ? ['baseline'] : []),
    ...(variant.breaksLimit ? ['!'] : []),
  ]);
  const height = Math.max(...heads.map((head) => head.length));
  const left = ' '.repeat(measures.labelWidth + unitWidth);
  return Array.from({ length: height }, (_, line) => {
    const words = heads.map((head) => (head[line - (height - head.length)] ?? '').padStart(measures.cellWidth));
    const marked = words.map((word) => emphasised(word, word.trim() === '!' ? 'red' : 'faint', emphasis));
    return `${left}${marked.map((word) => ` ${word}`).join('')}`;
  });
}

function rowLines(row: TextRow, group: readonly Variant[], measures: Measures, emphasis: Emphasis): string[] {
  const isLong = row.unit.length >= unitWidth;
  const labels = wrapped(printable(isLong ? `${row.label} [${row.unit}]` : row.label), measures.labelWidth - 4);
  const cells = row.cells.map((cell, index) => {
    const padded = ` ${cell.padStart(measures.cellWidth)}`;
    if (cell.endsWith('*')) return emphasised(padded, 'bold', emphasis);
    return group[index]?.breaksLimit ? emphasised(padded, 'red', emphasis) : padded;
  });
  const last = labels.length - 1;
  return labels.map((label, line) => {
    const indented = `${line === 0 ? '  ' : '   '}${label}`.padEnd(measures.labelWidth);
    if (line < last) return indented;
    return `${indented}${emphasised((isLong ? '' : row.unit).padEnd(unitWidth), 'faint', emphasis)}${cells.join('')}`;
  });
}
