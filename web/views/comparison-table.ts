/** The table of variants: one row each, the difference to the baseline under every number, sorted by any column. */

import {
  displayScale,
  headlineKeys,
  type Metric,
  metricOf,
  numberText,
  type Scale,
  type UnitSystem,
} from '../../src/index.ts';
import { button, element } from '../dom.ts';
import type { Summary } from '../simulation/messages.ts';
import { say } from '../words.ts';

export interface ComparisonTable {
  readonly variants: readonly Summary[];
  readonly baseline: Summary;
  readonly units: UnitSystem;
  readonly chosen: string;
  readonly sortedBy: string;
  readonly rising: boolean;
  sort(key: string): void;
  choose(name: string): void;
}

const columns = [
  [headlineKeys.electricity, 'Electricity'],
  [headlineKeys.pue, 'PUE'],
  [headlineKeys.tue, 'TUE'],
  [headlineKeys.water, 'Water'],
  [headlineKeys.wue, 'WUE'],
  [headlineKeys.peakPower, 'Peak power'],
  [headlineKeys.cost, 'Cost'],
  [headlineKeys.carbon, 'Carbon'],
  [headlineKeys.junctionTemperature, 'Hottest junction'],
  [headlineKeys.junctionMargin, 'Chip margin'],
] as const;

/** A chip margin below this is thin [K]. */
const thinMargin = 5;

interface Column {
  readonly key: string;
  readonly title: string;
  readonly metrics: readonly (Metric | undefined)[];
  readonly scale: Scale;
}

export function comparisonTable(table: ComparisonTable): HTMLTableElement {
  const { variants, units, sortedBy, rising } = table;
  const shown = columns.flatMap(([key, title]): Column[] => {
    const metrics = variants.map((variant) => metricOf(asVariant(variant), key));
    const first = metrics.find((metric) => metric !== undefined);
    if (first === undefined) return [];
    const values = metrics.map((metric) => metric?.value ?? Number.NaN);
    return [{ key, title, metrics, scale: displayScale(first.quantity, units, values, first.digits) }];
  });
  const by = shown.find(({ key }) => key === sortedBy);
  const order = variants.map((_, i) => i);
  if (by !== undefined) {
    const value = (i: number): number => by.metrics[i]?.value ?? Number.POSITIVE_INFINITY;
    order.sort((a, b) => (rising ? 1 : -1) * (value(a) - value(b)));
  }
  const heads = shown.map(({ key, title, scale }) => {
    const sorted = key === sortedBy ? (rising ? 'ascending' : 'descending') : 'none';
    const unit = scale.unit === '' ? '' : ` [${scale.unit}]`;
    return element(
      'th',
      { scope: 'col', 'aria-sort': sorted },
      button(`${say(title)}${unit}`, () => table.sort(key)),
    );
  });
  return element(
    'table',
    { class: 'compare' },
    element('caption', { class: 'unseen' }, say('The numbers')),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, say('System')), ...heads)),
    element('tbody', {}, ...order.map((i) => rowOf(table, shown, i))),
  );
}

/** `metricOf` reads metrics only. */
function asVariant(summary: Summary): Parameters<typeof metricOf>[0] {
  return { ...summary, columns: [], events: [] };
}

function rowOf(table: ComparisonTable, shown: readonly Column[], i: number): HTMLTableRowElement {
  const { variants, baseline, chosen } = table;
  const variant = variants[i]!;
  const tags = [
    ...(variant === baseline ? [element('span', { class: 'tag' }, say('baseline'))] : []),
    ...(variant.breaksLimit ? [element('span', { class: 'tag broken' }, say('breaks a limit'))] : []),
  ];
  const name = button(say(variant.title), () => table.choose(variant.name), { class: 'link' });
  name.style.cssText = 'border:0;padding:0;min-height:0;text-align:left;background:none;font-weight:500';
  const head = element('th', { scope: 'row' }, name, ' ', ...tags);
  const row = element(
    'tr',
    { class: variant.name === chosen ? 'chosen pick' : 'pick', 'data-name': variant.name },
    head,
  );
  if (variant.name === chosen) row.setAttribute('aria-current', 'true');
  row.addEventListener('click', () => table.choose(variant.name));
  const base = variants.indexOf(baseline);
  for (const column of shown) row.append(cellOf(column, i, base, isBest(column, variants, i, baseline.silicon)));
  return row;
}

function cellOf({ key, metrics, scale }: Column, i: number, base: number, best: boolean): HTMLTableCellElement {
  const metric = metrics[i];
  if (metric === undefined) return element('td', {}, '–');
  const value = scale.fromSi(metric.value);
  const theirs = metrics[base] === undefined ? Number.NaN : scale.fromSi(metrics[base].value);
  const isDifference = metric.quantity === 'temperature' || metric.quantity === 'temperature difference';
  const change = isDifference ? value - theirs : (100 * (value - theirs)) / Math.abs(theirs);
  const digits = isDifference ? 1 : Math.abs(change) < 10 ? 1 : 0;
  const words =
    i === base || !Number.isFinite(change)
      ? ''
      : `${change > 0 ? '+' : ''}${numberText(change, digits)} ${isDifference ? 'K' : '%'}`;
  const isMargin = key === headlineKeys.junctionMargin;
  const gravity = isMargin && metric.value <= 0 ? 'broken' : isMargin && metric.value < thinMargin ? 'thin' : '';
  const cell = element(
    'td',
    { class: best ? 'bestvalue' : '', 'data-key': key, 'data-value': metric.value },
    element('span', { class: `value ${gravity}` }, numberText(value, scale.digits)),
    element(
      'span',
      { class: 'change' },
      scale.unit === '°F' && isDifference && words !== '' ? words.replace('K', '°F') : words,
    ),
  );
  if (best) cell.setAttribute('aria-label', `${numberText(value, scale.digits)} ${scale.unit}, ${say('best')}`);
  return cell;
}

/** The best of those that keep every limit and have the baseline's silicon, where at least two can be ranked. */
function isBest({ metrics }: Column, variants: readonly Summary[], i: number, silicon: string): boolean {
  const metric = metrics[i];
  if (metric === undefined || metric.better === 'neither') return false;
  const fair = (k: number): boolean => !variants[k]!.breaksLimit && variants[k]!.silicon === silicon;
  const values = metrics.flatMap((one, k) => (one !== undefined && fair(k) ? [one.value] : []));
  const best = metric.better === 'lower' ? Math.min(...values) : Math.max(...values);
  return values.length > 1 && fair(i) && metric.value === best;
}
