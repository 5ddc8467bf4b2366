/**
 * Compare: the answer in a sentence, the variants in a table that sorts, bars
 * of where the electricity goes, and the difference to the baseline explained
 * consumer by consumer.
 */

import {
  type Comparison,
  comparisonFindings,
  answerOf,
  consumers,
  displayUnit,
  metricGroups,
} from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { chartFigure } from '../chart/chart.ts';
import type { Rows } from '../chart/csv.ts';
import { element, select } from '../dom.ts';
import { type BarRow, consumerBars, consumerColour } from '../draw/bars.ts';
import { shown, unbroken } from '../numbers.ts';
import type { State } from '../state.ts';
import type { Summary } from '../simulation/messages.ts';
import { inChinese, say } from '../words.ts';
import { comparisonTable } from './comparison-table.ts';
import { noticesOf, placeholder } from './notices.ts';
import type { View } from './view.ts';

interface Choices {
  withIt: boolean;
  sortedBy: string;
  rising: boolean;
}

export function compareView(state: State, actions: Actions): View {
  const root = element('div');
  const choices: Choices = { withIt: false, sortedBy: '', rising: true };
  let before = '';
  const draw = (): void => {
    const { contents, summaries, units, baseline, selected, refusal, changeRefusal, busy } = state;
    const theme = document.documentElement.dataset['theme'];
    const ids = [...summaries.values()].map(({ id }) => id);
    const key = JSON.stringify([
      contents?.id,
      ids,
      units,
      baseline,
      selected,
      refusal,
      changeRefusal,
      busy,
      choices,
      theme,
    ]);
    if (key === before) return;
    before = key;
    root.replaceChildren(...noticesOf(state, actions), ...bodyOf(state, actions, choices, draw));
  };
  return { root, draw };
}

function bodyOf(state: State, actions: Actions, choices: Choices, again: () => void): HTMLElement[] {
  const { contents, summaries, units } = state;
  const found = (contents?.variants ?? []).flatMap(({ name }) => summaries.get(name)?.summary ?? []);
  if (contents === undefined || found.length === 0) return [placeholder(state)];
  const baseline = found.find(({ name }) => name === state.baseline) ?? found[0]!;
  const parts: HTMLElement[] = [];
  if (contents.comparison) {
    const comparison = comparisonFrom(state, found, baseline.name);
    const answer = inChinese()?.chineseAnswer(comparisonFindings(comparison), units) ?? answerOf(comparison, units);
    const done = found.length === contents.variants.length;
    parts.push(
      element('p', { class: 'answer', 'aria-live': 'polite' }, unbroken(answer.headline)),
      element('ul', { class: 'remarks' }, ...answer.remarks.map((remark) => element('li', {}, unbroken(remark)))),
    );
    if (!done)
      parts.push(
        element(
          'p',
          { class: 'soft', role: 'status' },
          `${found.length} ${say('of')} ${contents.variants.length} ${say('variants are done')}`,
        ),
      );
  } else {
    parts.push(element('p', { class: 'answer' }, say(baseline.title)));
  }
  parts.push(numbersBlock(state, actions, choices, again, found, baseline));
  const charts = element('div', { class: 'grid' }, energyBlock(found, units, choices, again));
  if (found.length > 1) charts.append(bridgeBlock(state, found, baseline));
  parts.push(charts, everyNumber(state, found));
  return parts;
}

function comparisonFrom(state: State, found: readonly Summary[], baseline: string): Comparison {
  const first = [...state.summaries.values()][0]!;
  return {
    title: state.contents!.title,
    baseline,
    site: first.site,
    variants: found.map((summary) => ({ ...summary, columns: [], events: [] })),
    differences: [],
    assumptions: [],
    sources: [],
  };
}

function numbersBlock(
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

function energyBlock(
  found: readonly Summary[],
  units: State['units'],
  choices: Choices,
  again: () => void,
): HTMLElement {
  const box = element('input', { type: 'checkbox', checked: choices.withIt });
  box.addEventListener('change', () => {
    choices.withIt = box.checked;
    again();
  });
  const rows: BarRow[] = found.map(({ title, consumers: parts }) => ({
    name: say(title),
    parts: parts.filter(({ name }) => choices.withIt || name !== 'IT'),
  }));
  const most = Math.max(...rows.map(({ parts }) => parts.reduce((sum, { energy }) => sum + energy, 0)));
  const head = element(
    'div',
    { class: 'row' },
    element('h2', {}, say('Electricity by consumer')),
    element('label', { class: 'soft row' }, box, say('Show IT')),
  );
  return chartFigure({
    key: 'consumers',
    title: say('Electricity by consumer'),
    of: '',
    head,
    class: found.length > 6 ? 'wide' : '',
    body: [consumerBars(rows, units, most)],
    table: () => ({
      heads: [say('System'), ...consumers.map(say)],
      rows: found.map((summary) => [
        say(summary.title),
        ...consumers.map((name) => {
          const energy = energyOf(summary, name);
          return energy > 0 ? shown(energy, 'energy', units) : '–';
        }),
      ]),
    }),
    csv: () => ({
      heads: [say('System'), ...consumers.map((name) => `${say(name)} [MWh]`)],
      rows: found.map((summary) => [
        say(summary.title),
        ...consumers.map((name) => energyOf(summary, name) / joulesPerMegawattHour),
      ]),
    }),
  });
}

const joulesPerMegawattHour = 3.6e9;

function energyOf({ consumers: parts }: Summary, consumer: string): number {
  return parts.find(({ name }) => name === consumer)?.energy ?? 0;
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

/** From the baseline's electricity to the selected variant's, step by step. */
function bridgeBlock({ selected, units }: State, found: readonly Summary[], baseline: Summary): HTMLElement {
  const other =
    found.find(({ name }) => name === selected && name !== baseline.name) ?? found.find((one) => one !== baseline)!;
  const steps = consumers.map((name) => ({ name, change: energyOf(other, name) - energyOf(baseline, name) }));
  const used = steps.filter(({ change }) => Math.abs(change) > 1e6);
  const most = Math.max(...used.map(({ change }) => Math.abs(change)), 1);
  const rows = used
    .sort((a, b) => a.change - b.change)
    .map(({ name, change }) => {
      const bar = element('i');
      const width = (50 * Math.abs(change)) / most;
      bar.style.cssText = `position:absolute;left:${change < 0 ? 50 - width : 50}%;width:${width}%;background:${consumerColour(name)}`;
      const bars = element('span', { class: 'bars', 'aria-hidden': 'true' }, bar);
      bars.style.cssText =
        'position:relative;background:linear-gradient(var(--strong),var(--strong)) center/1px 100% no-repeat';
      const number = `${change > 0 ? '+' : ''}${shown(change, 'energy', units)}`;
      return element(
        'div',
        { class: 'bar-row' },
        element('span', { class: 'name' }, say(name)),
        bars,
        element('span', { class: 'number' }, number),
      );
    });
  const total = steps.reduce((sum, { change }) => sum + change, 0);
  const difference = `${say(other.title)} − ${say(baseline.title)}: ${total > 0 ? '+' : ''}${shown(total, 'energy', units)}`;
  return chartFigure({
    key: 'bridge',
    title: say('Why the bill differs'),
    of: other.name,
    head: element('h2', {}, say('Why the bill differs')),
    class: 'wide',
    body: [element('p', { class: 'soft' }, difference), ...rows],
    table: () => ({
      heads: [say('Consumer'), say(baseline.title), say(other.title), say('change')],
      rows: steps.map(({ name, change }) => [
        say(name),
        shown(energyOf(baseline, name), 'energy', units),
        shown(energyOf(other, name), 'energy', units),
        `${change > 0 ? '+' : ''}${shown(change, 'energy', units)}`,
      ]),
    }),
    csv: () => ({
      heads: [say('Consumer'), ...[baseline, other].map(({ name }) => `${name} [MWh]`)],
      rows: steps.map(({ name }) => [
        say(name),
        ...[baseline, other].map((one) => energyOf(one, name) / joulesPerMegawattHour),
      ]),
    }),
  });
}

function everyNumber({ units }: State, found: readonly Summary[]): HTMLElement {
  const body = element('tbody');
  for (const group of metricGroups) {
    const metrics = found[0]!.metrics.filter((metric) => metric.group === group);
    if (metrics.length > 0)
      body.append(element('tr', {}, element('th', { colspan: found.length + 1, class: 'soft' }, say(group))));
    for (const { key, label, about } of metrics) {
      const cells = found.map(({ metrics: own }) => {
        const metric = own.find((one) => one.key === key);
        return element('td', {}, metric === undefined ? '–' : shown(metric.value, metric.quantity, units));
      });
      body.append(element('tr', {}, element('th', { scope: 'row', title: say(about) }, say(label)), ...cells));
    }
  }
  const head = element(
    'tr',
    {},
    element('th', {}, say('Metric')),
    ...found.map(({ name }) => element('th', { scope: 'col' }, name)),
  );
  const table = element('table', {}, element('thead', {}, head), body);
  return element(
    'details',
    { class: 'block' },
    element('summary', { class: 'soft' }, say('Show the table')),
    element('div', { class: 'scroll' }, table),
  );
}
