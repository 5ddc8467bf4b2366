/**
 * Differences as text: every variant against the baseline, then cooling
 * technology inside one class of heat rejection, then heat rejection inside
 * one technology, so that no variant is credited with the other's merit.
 */

import {
  headlineKeys,
  metricOf,
  type Comparison,
  type Difference,
  type Metric,
  type Variant,
} from '../metrics/metric.ts';
import { stepQuantity } from './json.ts';
import { displayScale, notApplicable, signedText } from './scale.ts';
import { emphasised, hanging, printable } from './text-layout.ts';
import { columnGroups, type TableOptions, textTable, type TextRow, variantBlocks } from './text-table.ts';

type FullOptions = Required<TableOptions>;

/** The tables, each after an empty line and a heading; none where there is nothing to compare. */
export function differenceTables(comparison: Comparison, options: FullOptions): string[] {
  return [
    ...systemTables(comparison, options),
    ...shareTables(comparison, 'technology', options),
    ...shareTables(comparison, 'rejection', options),
  ];
}

function systemTables(comparison: Comparison, options: FullOptions): string[] {
  return variantBlocks(comparison.variants).flatMap((block) => {
    const others = block.filter(({ name }) => name !== comparison.baseline);
    if (others.length === 0) return [];
    const title = `Differences to ${printable(comparison.baseline)} (baseline), heat rejection: ${printable(others[0]!.rejection)}`;
    return columnGroups(others, options.width).flatMap((group) => {
      const rows = Object.values(headlineKeys).flatMap((key) => differenceRows(comparison, group, key, options));
      if (rows.length === 0) return [];
      const table = textTable(group, [{ heading: '', rows }], comparison.baseline, options);
      return ['', emphasised(hanging(title, options.width, 2), 'bold', options.emphasis), ...table];
    });
  });
}

/** One row in the metric's unit and, where a ratio says something, one in per cent. */
function differenceRows(
  comparison: Comparison,
  group: readonly Variant[],
  key: string,
  options: FullOptions,
): readonly TextRow[] {
  const metric = group.map((variant) => metricOf(variant, key)).find((found) => found !== undefined);
  const found = group.map((variant) => differenceOf(comparison, variant.name, 'system', key));
  if (metric === undefined || found.every((difference) => difference === undefined)) return [];
  const everyone = comparison.variants.flatMap(({ name }) => differenceOf(comparison, name, 'system', key) ?? []);
  const sizes = everyone.map((difference) => difference.absolute);
  const scale = displayScale(stepQuantity(metric.quantity), options.system, sizes, digitsOf(metric));
  const cells = found.map(
    (difference) => `${signedText(scale.fromSi(difference?.absolute ?? Number.NaN), scale.digits)} `,
  );
  const absolute = { label: metric.label, unit: scale.unit, cells };
  if (everyone.every((difference) => Number.isNaN(difference.relative)) || metric.quantity === 'fraction')
    return [absolute];
  return [absolute, { label: '', unit: '%', cells: found.map((difference) => `${percentText(difference)} `) }];
}

function digitsOf(metric: Metric): number | undefined {
  return metric.digits ?? (metric.quantity === 'temperature' ? 1 : undefined);
}

/** Per cent only, in one table, where the other side is not the baseline itself. */
function shareTables(comparison: Comparison, of: 'technology' | 'rejection', options: FullOptions): string[] {
  const told = comparison.variants.filter(({ name }) => {
    const difference = comparison.differences.find((d) => d.variant === name && d.of === of);
    return difference !== undefined && difference.against !== comparison.baseline;
  });
  if (told.length === 0) return [];
  const what =
    of === 'technology'
      ? 'Cooling technology alone: same heat rejection, against the baseline’s technology'
      : 'Heat rejection alone: same technology, against the baseline’s rejection';
  return columnGroups(told, options.width).flatMap((group) => {
    const rows = Object.values(headlineKeys).flatMap((key) => {
      const found = group.map((variant) => differenceOf(comparison, variant.name, of, key));
      const label = comparison.variants.flatMap((variant) => metricOf(variant, key) ?? [])[0]?.label;
      if (label === undefined || found.every((d) => d === undefined || Number.isNaN(d.relative))) return [];
      return [{ label, unit: '%', cells: found.map((difference) => `${percentText(difference)} `) }];
    });
    const table = textTable(group, [{ heading: '', rows }], comparison.baseline, options);
    return ['', emphasised(hanging(what, options.width, 2), 'bold', options.emphasis), ...table];
  });
}

function differenceOf(
  comparison: Comparison,
  variant: string,
  of: Difference['of'],
  key: string,
): Difference | undefined {
  return comparison.differences.find((d) => d.variant === variant && d.of === of && d.key === key);
}

function percentText(difference: Difference | undefined): string {
  return difference === undefined || Number.isNaN(difference.relative)
    ? notApplicable
    : signedText(100 * difference.relative, 1);
}
