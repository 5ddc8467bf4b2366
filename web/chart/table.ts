/** The numbers behind a chart as rows: shown as a table, copied or saved as CSV. */

import { numberText } from '../../src/index.ts';
import { element } from '../dom.ts';
import { monthText, monthStarts } from '../numbers.ts';
import { type Language, say } from '../words.ts';
import type { Rows } from './csv.ts';

/** First column and head row are heads of a table that a screen reader goes through. */
export function tableElement({ heads, rows }: Rows, caption: string): HTMLTableElement {
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text)));
  const body = rows.map(([first, ...cells]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, String(first ?? '')),
      ...cells.map((cell) => element('td', {}, typeof cell === 'number' ? numberText(cell, 3) : cell)),
    ),
  );
  return element(
    'table',
    {},
    element('caption', { class: 'unseen' }, caption),
    element('thead', {}, head),
    element('tbody', {}, ...body),
  );
}

/** A series of a year's hours, in the shown unit. */
export interface Series {
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly unit: string;
  readonly digits: number;
}

export function headOf({ name, unit }: Pick<Series, 'name' | 'unit'>): string {
  return unit === '' || unit === '1' ? name : `${name} [${unit}]`;
}

/** Mean, least and most of every month: 8760 hours as a table that can be read. */
export function monthlyRows(series: readonly Series[], language: Language): Rows {
  const rows = monthStarts.map((start, month) => {
    const [from, to] = [start * 24, (monthStarts[month + 1] ?? 365) * 24];
    const cells = series.map(({ values, digits }) => {
      let [low, high, sum, count] = [Infinity, -Infinity, 0, 0];
      for (let i = from; i < to; i++) {
        const value = values[i]!;
        if (!Number.isFinite(value)) continue;
        low = Math.min(low, value);
        high = Math.max(high, value);
        sum += value;
        count++;
      }
      if (count === 0) return '–';
      return `${numberText(sum / count, digits)} (${numberText(low, digits)} … ${numberText(high, digits)})`;
    });
    return [monthText(month, language), ...cells];
  });
  const mean = `${say('mean')} (${say('least')} … ${say('most')})`;
  return { heads: [say('Month'), ...series.map((one) => `${headOf(one)}, ${mean}`)], rows };
}

/** Every hour, numbered from 1, for CSV. */
export function hourlyRows(series: readonly Series[]): Rows {
  const hours = series[0]?.values.length ?? 0;
  return {
    heads: [say('Hour of the year'), ...series.map(headOf)],
    rows: Array.from({ length: hours }, (_, hour) => [hour + 1, ...series.map(({ values }) => values[hour]!)]),
  };
}

/** Shares of the hours for which a sorted series is read out [1]. */
const ranks = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1] as const;

/** A series sorted from most to least, at some ranks. */
export function durationRows(series: readonly Series[]): Rows {
  const last = (series[0]?.values.length ?? 1) - 1;
  return {
    heads: [say('hours of the year'), ...series.map((one) => `${headOf(one)} ≥`)],
    rows: ranks.map((share) => {
      const rank = Math.round(share * last);
      return [numberText(rank + 1, 0), ...series.map(({ values, digits }) => numberText(values[rank]!, digits))];
    }),
  };
}
