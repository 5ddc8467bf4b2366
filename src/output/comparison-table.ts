/**
 * Variants side by side as text for a terminal: one block per class of heat
 * rejection and silicon, metrics in rows, variants in columns, then the
 * differences. Ten variants fit into eighty columns.
 */

import { headlineKeys, metricGroups, metricOf, type Comparison, type Metric, type Variant } from '../metrics/metric.ts';
import type { UnitSystem } from '../units.ts';
import { answerOf } from './answer.ts';
import { differenceTables } from './difference-table.ts';
import { bestVariants } from './ranking.ts';
import { displayScale, notApplicable, numberText } from './scale.ts';
import { emphasised, hanging, printable, wrapped, type Emphasis } from './text-layout.ts';

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

/** The whole comparison as text, ending in a line feed. */
export function comparisonTable(comparison: Comparison, options: TableOptions): string {
  const { width = 80, emphasis = 'plain' } = options;
  const answer = answerOf(comparison, options.system);
  const ties = new Set<string>();
  const blocks = variantBlocks(comparison.variants).flatMap((block) =>
    blockText(block, comparison, { ...options, width, emphasis }, ties),
  );
  const sections = [
    emphasised(hanging(printable(comparison.title), width, 0), 'bold', emphasis),
    hanging(siteText(comparison.site), width, 0),
    '',
    hanging(printable(answer.headline), width, 0),
    ...answer.remarks.map((remark) => hanging(`- ${printable(remark)}`, width, 2)),
    '',
    hanging(legendText(comparison), width, 0),
    ...blocks,
    ...(ties.size > 0 ? ['', hanging(`Ties at the digits shown: ${[...ties].join('; ')}.`, width, 2)] : []),
    ...differenceTables(comparison, { ...options, width, emphasis }),
  ];
  return `${sections.join('\n')}\n`;
}

/** `Phoenix; weather: … — a SYNTHETIC year, not a measured one`. */
export function siteText(site: Comparison['site']): string {
  const weather = `${printable(site.title)}; weather: ${printable(site.weather)}`;
  return site.synthetic ? `${weather} - SYNTHETIC year, made from statistics and not measured` : weather;
}

function legendText(comparison: Comparison): string {
  const { baseline, variants } = comparison;
  const marks = [`baseline: ${printable(baseline)}`, '* best of its silicon'];
  if (variants.some((variant) => variant.breaksLimit)) marks.push('! breaks a limit, never best');
  if (variants.some((variant) => variant.metrics.some((metric) => metric.ideal)))
    marks.push('(ideal) a constant, not physics');
  return `${marks.join('   ')}   ${notApplicable} does not apply`;
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

type FullOptions = Required<TableOptions>;

function blockText(
  block: readonly Variant[],
  comparison: Comparison,
  options: FullOptions,
  ties: Set<string>,
): string[] {
  const { rejection, silicon } = block[0]!;
  const title = `Heat rejection: ${printable(rejection)}, silicon: ${printable(silicon)}`;
  return columnGroups(block, options.width).flatMap((group) => [
    '',
    emphasised(hanging(title, options.width, 2), 'bold', options.emphasis),
    ...textTable(group, metricSections(group, comparison, options.system, ties), comparison.baseline, options),
  ]);
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

interface Section {
  readonly heading: string;
  readonly rows: readonly TextRow[];
}

function metricSections(
  group: readonly Variant[],
  comparison: Comparison,
  system: UnitSystem,
  ties: Set<string>,
): readonly Section[] {
  const { variants } = comparison;
  return metricGroups.flatMap((heading) => {
    const keys = metricsOf(variants).filter((metric) => metric.group === heading);
    const rows = keys.map((metric) => metricRow(metric, group, variants, system, ties));
    return rows.length > 0 ? [{ heading, rows }] : [];
  });
}

/** The first metric of every key, over all variants. */
export function metricsOf(variants: readonly Variant[]): readonly Metric[] {
  const metrics = new Map<string, Metric>();
  for (const variant of variants) {
    for (const metric of variant.metrics) if (!metrics.has(metric.key)) metrics.set(metric.key, metric);
  }
  return [...metrics.values()];
}

function metricRow(
  metric: Metric,
  group: readonly Variant[],
  variants: readonly Variant[],
  system: UnitSystem,
  ties: Set<string>,
): TextRow {
  const valueOf = (variant: Variant): number => metricOf(variant, metric.key)?.value ?? Number.NaN;
  const scale = displayScale(metric.quantity, system, variants.map(valueOf), metric.digits);
  const printed = (value: number): string => numberText(scale.fromSi(value), scale.digits);
  const best = bestVariants(variants, metric.key, printed);
  const isHeadline = Object.values<string>(headlineKeys).includes(metric.key);
  if (isHeadline && best.size > new Set(variants.map(({ silicon }) => silicon)).size) {
    ties.add(`${metric.label} (${[...best].map(printable).join(', ')})`);
  }
  return {
    label: metric.label + (metric.ideal ? ' (ideal)' : ''),
    unit: scale.unit,
    cells: group.map((variant) => `${printed(valueOf(variant))}${best.has(variant.name) ? '*' : ' '}`),
  };
}

/** Head, and sections of rows, as padded lines. */
export function textTable(
  group: readonly Variant[],
  sections: readonly Section[],
  baseline: string,
  options: FullOptions,
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
