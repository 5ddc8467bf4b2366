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
import { emphasised, hanging, printable } from './text-layout.ts';
import { columnGroups, type Section, type TableOptions, textTable, type TextRow, variantBlocks } from './text-table.ts';

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

function blockText(
  block: readonly Variant[],
  comparison: Comparison,
  options: Required<TableOptions>,
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
