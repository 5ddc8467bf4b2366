/**
 * The report's first table: variants in rows, the headline numbers in columns,
 * each with its difference to the baseline beneath. The page's script sorts
 * the rows and takes the differences again when another baseline is chosen.
 */

import { headlineKeys, metricOf, type Comparison, type Metric, type Variant } from '../../metrics/metric.ts';
import type { UnitSystem } from '../../units.ts';
import { metricsOf } from '../comparison-table.ts';
import { stepQuantity } from '../json.ts';
import { bestVariants } from '../ranking.ts';
import { displayScale, numberText, signedText, type Scale } from '../scale.ts';
import { escapedHtml, typeset } from './html.ts';

/** Below this a margin is thin and shown in amber [K]; below zero it is a broken limit. */
const thinMargin = 5;

/** A column and the way its differences are told. */
export interface HeadlineColumn {
  readonly metric: Metric;
  readonly scale: Scale;
  readonly differences: DifferenceText;
}

/** Per cent of the baseline, or a step in a unit. */
export interface DifferenceText {
  readonly as: 'percent' | 'step';
  readonly unit: string;
  readonly digits: number;
}

export function headlineColumns(comparison: Comparison, system: UnitSystem): readonly HeadlineColumn[] {
  const metrics = metricsOf(comparison.variants);
  return Object.values(headlineKeys).flatMap((key) => {
    const metric = metrics.find((one) => one.key === key);
    if (metric === undefined || valuesOf(comparison.variants, key).every(Number.isNaN)) return [];
    const scale = displayScale(metric.quantity, system, valuesOf(comparison.variants, key), metric.digits);
    return [{ metric, scale, differences: differenceText(metric, scale, system) }];
  });
}

function differenceText(metric: Metric, scale: Scale, system: UnitSystem): DifferenceText {
  const { quantity } = metric;
  if (quantity === 'temperature' || quantity === 'temperature difference') {
    return { as: 'step', unit: displayScale(stepQuantity(quantity), system, []).unit, digits: 1 };
  }
  if (quantity === 'fraction') return { as: 'step', unit: scale.unit, digits: scale.digits };
  return { as: 'percent', unit: '%', digits: 1 };
}

function valuesOf(variants: readonly Variant[], key: string): number[] {
  return variants.map((variant) => metricOf(variant, key)?.value ?? Number.NaN);
}

/** The table as HTML. */
export function headlineTable(comparison: Comparison, columns: readonly HeadlineColumn[]): string {
  const heads = columns.map(({ metric, scale }, index) => {
    const unit = scale.unit === '' ? '' : `<span class="unit">${escapedHtml(scale.unit)}</span>`;
    return (
      `<th scope="col" data-column="${index}" aria-sort="none" title="${escapedHtml(metric.about)}">` +
      `<button type="button">${escapedHtml(metric.label)}${idealMark(metric)}<i aria-hidden="true"></i></button>${unit}</th>`
    );
  });
  const best = columns.map(({ metric, scale }) =>
    bestVariants(comparison.variants, metric.key, (value) => numberText(scale.fromSi(value), scale.digits)),
  );
  const rows = comparison.variants.map((variant, position) => {
    const cells = columns.map((column, index) =>
      valueCell(comparison, variant, column, best[index]!.has(variant.name)),
    );
    return `<tr data-position="${position}">${systemCell(comparison, variant)}${cells.join('')}</tr>`;
  });
  return (
    '<div class="scroll"><table id="headline"><caption class="unseen">Headline numbers of every system</caption>' +
    `<thead><tr><th scope="col" data-column="-1" aria-sort="none"><button type="button">System<i aria-hidden="true"></i></button></th>` +
    `${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
  );
}

/** Marks what rests on a constant and not on physics. */
export function idealMark(metric: Metric): string {
  return metric.ideal ? ' <span class="tag" title="Rests on a constant, not on physics">ideal</span>' : '';
}

function systemCell(comparison: Comparison, variant: Variant): string {
  const isBaseline = variant.name === comparison.baseline;
  const limit = variant.breaksLimit ? '<span class="tag broken">breaks a limit</span>' : '';
  return (
    `<th scope="row"><span class="name">${escapedHtml(variant.title)}</span> ` +
    `<span class="tag baseline"${isBaseline ? '' : ' hidden'}>baseline</span>${limit}</th>`
  );
}

function valueCell(
  comparison: Comparison,
  variant: Variant,
  { metric, scale, differences }: HeadlineColumn,
  isBest: boolean,
): string {
  const value = metricOf(variant, metric.key)?.value ?? Number.NaN;
  const base = comparison.variants.find(({ name }) => name === comparison.baseline);
  const theirs = base === undefined ? Number.NaN : (metricOf(base, metric.key)?.value ?? Number.NaN);
  const shown = scale.fromSi(value);
  const step = shown - scale.fromSi(theirs);
  const change = differences.as === 'percent' ? (100 * step) / Math.abs(scale.fromSi(theirs)) : step;
  const isOwn = variant.name === comparison.baseline || !Number.isFinite(change);
  const difference = isOwn ? '' : typeset(`${signedText(change, differences.digits)} ${differences.unit}`);
  const why = Number.isNaN(value) ? ` title="${escapedHtml(metricOf(variant, metric.key)?.about ?? '')}"` : '';
  const number = typeset(numberText(shown, scale.digits));
  const classes = [isBest ? 'best' : '', marginClass(metric, value)].filter((name) => name !== '').join(' ');
  return (
    `<td class="${classes}" data-value="${Number.isFinite(shown) ? shown : ''}"${why}>` +
    `<span class="value">${number}</span>${isBest ? '<span class="unseen"> (best)</span>' : ''}` +
    `<span class="change">${escapedHtml(difference)}</span></td>`
  );
}

/** Red and amber of a margin to a limit. */
export function marginClass(metric: Metric, value: number): string {
  if (metric.key !== headlineKeys.junctionMargin) return '';
  if (value < 0) return 'broken';
  return value < thinMargin ? 'thin' : '';
}
