/** The numbers of all variants in a table that sorts, with a baseline to choose. */

import { displayUnit } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { chartFigure } from '../chart/chart.ts';
import type { Rows } from '../chart/csv.ts';
import { element, select } from '../dom.ts';
import { shown } from '../numbers.ts';
import type { State } from '../state.ts';
import type { Summary } from '../simulation/messages.ts';
import { say } from '../words.ts';
import { comparisonTable } from './comparison-table.ts';

/** What the reader has chosen in the comparison. */
export interface Choices {
  withIt: boolean;
  sortedBy: string;
  rising: boolean;
}

export function numbersBlock(
  state: State,
  actions: Actions,
  choices: Choices,
  again: () => void,
  found: readonly Summary[],
  baseline: Summary,
): HTMLElement {
  const head = element(
    'div',
    { class: 'row' },
    element('h2', {}, say('The numbers')),
    element('span', { class: 'space' }),
  );
  if (found.length > 1) {
    const options = found.map(({ name }) => ({ value: name, title: name }));
    const chosen = select(say('Baseline'), options, baseline.name, (name) => actions.redraw({ baseline: name }));
    head.append(element('label', { class: 'soft row' }, say('Baseline'), chosen));
  }
  const table = comparisonTable({
    variants: found,
    baseline,
    units: state.units,
    chosen: state.selected,
    sortedBy: choices.sortedBy,
    rising: choices.rising,
    sort(key) {
      choices.rising = choices.sortedBy === key ? !choices.rising : true;
      choices.sortedBy = key;
      again();
    },
    choose: (name) => name !== state.selected && actions.select(name),
  });
  return chartFigure({
    key: 'numbers',
    title: say('The numbers'),
    of: state.contents!.title,
    head,
    class: 'wide block',
    body: [element('div', { class: 'scroll' }, table)],
    table: () => shownRows(found, state.units),
    csv: () => metricRows(found),
  });
}

/** Every number of every variant as it is read. */
function shownRows(found: readonly Summary[], units: State['units']): Rows {
  return {
    heads: [say('Metric'), ...found.map(({ title }) => say(title))],
    rows: found[0]!.metrics.map(({ key, label }) => [
      say(label),
      ...found.map(({ metrics }) => {
        const metric = metrics.find((one) => one.key === key);
        return metric === undefined ? '–' : shown(metric.value, metric.quantity, units);
      }),
    ]),
  };
}

/** Every number of every variant in SI display units, for a spreadsheet. */
function metricRows(found: readonly Summary[]): Rows {
  return {
    heads: [say('Metric'), 'key', 'unit', ...found.map(({ name }) => name)],
    rows: found[0]!.metrics.map(({ key, label, quantity }) => [
      say(label),
      key,
      displayUnit(quantity, 'si').unit,
      ...found.map(({ metrics }) => {
        const value = metrics.find((one) => one.key === key)?.value ?? Number.NaN;
        return displayUnit(quantity, 'si').fromSi(value);
      }),
    ]),
  };
}
