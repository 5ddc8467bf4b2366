/**
 * Every metric of every variant as one HTML table, metrics in rows by group,
 * for those who want the number behind a number.
 */

import { metricGroups, metricOf, type Comparison, type Metric } from '../../metrics/metric.ts';
import type { UnitSystem } from '../../units.ts';
import { metricsOf } from '../comparison-table.ts';
import { bestVariants } from '../ranking.ts';
import { displayScale, numberText } from '../scale.ts';
import { idealMark, marginClass } from './headline-table.ts';
import { escapedHtml, typeset } from './html.ts';

/** The table as HTML. */
export function metricTable(comparison: Comparison, system: UnitSystem): string {
  const heads = comparison.variants.map(({ title, name, breaksLimit }) => {
    const marks = (name === comparison.baseline ? ' · baseline' : '') + (breaksLimit ? ' · breaks a limit' : '');
    return `<th scope="col"${breaksLimit ? ' class="broken"' : ''}>${escapedHtml(title + marks)}</th>`;
  });
  const metrics = metricsOf(comparison.variants);
  const bodies = metricGroups.flatMap((group) => {
    const rows = metrics
      .filter((metric) => metric.group === group)
      .map((metric) => metricRow(metric, comparison, system));
    if (rows.length === 0) return [];
    const span = comparison.variants.length + 2;
    return [
      `<tbody><tr><th scope="rowgroup" colspan="${span}" class="group">${group}</th></tr>${rows.join('')}</tbody>`,
    ];
  });
  return (
    '<div class="scroll"><table class="plain metrics"><caption class="unseen">Every number of every system</caption>' +
    `<thead><tr><th scope="col">Number</th><th scope="col">Unit</th>${heads.join('')}</tr></thead>${bodies.join('')}</table></div>`
  );
}

function metricRow(metric: Metric, { variants }: Comparison, system: UnitSystem): string {
  const values = variants.map((variant) => metricOf(variant, metric.key)?.value ?? Number.NaN);
  const scale = displayScale(metric.quantity, system, values, metric.digits);
  const printed = (value: number): string => numberText(scale.fromSi(value), scale.digits);
  const best = bestVariants(variants, metric.key, printed);
  const cells = variants.map((variant, index) => {
    const classes = [best.has(variant.name) ? 'best' : '', marginClass(metric, values[index]!)].join(' ').trim();
    const own = metricOf(variant, metric.key);
    const why = own !== undefined && Number.isNaN(own.value) ? ` title="${escapedHtml(own.about)}"` : '';
    return `<td${classes === '' ? '' : ` class="${classes}"`}${why}>${typeset(printed(values[index]!))}</td>`;
  });
  return (
    `<tr><th scope="row" title="${escapedHtml(metric.about)}">${escapedHtml(metric.label)}${idealMark(metric)}</th>` +
    `<td class="unit">${escapedHtml(scale.unit)}</td>${cells.join('')}</tr>`
  );
}
