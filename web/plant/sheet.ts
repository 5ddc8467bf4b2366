/** What there is to know of one machine: its state in the hour, its year, sizes, parameters and their sources. */

import { formatQuantity } from '../../src/index.ts';
import { curvesKey } from '../actions.ts';
import { chartFigure } from '../chart/chart.ts';
import { hourlyRows, monthlyRows, type Series } from '../chart/table.ts';
import { button, element } from '../dom.ts';
import { drawLines, markLines } from '../draw/line-plot.ts';
import { plotCanvas } from '../draw/plot-canvas.ts';
import { scaled } from '../draw/series.ts';
import { spoken } from '../numbers.ts';
import { columnAt, type State } from '../state.ts';
import type { MachinePicture, YearReply } from '../simulation/messages.ts';
import { colour } from '../theme.ts';
import { curveFigures } from './curves.ts';
import { inChinese, say } from '../words.ts';

export interface Sheet {
  readonly root: HTMLElement;
  show(machine: MachinePicture, year: YearReply, state: State): void;
}

/** @param close asked for by the reader */
export function machineSheet(close: () => void, redraw: () => void): Sheet {
  const root = element('aside', { class: 'sheet' });
  let plotted = '';
  return {
    root,
    show(machine, year, state) {
      const columns = year.columns.flatMap((column, i) =>
        column.name.startsWith(`${machine.name}.`) ? [{ ...column, i }] : [],
      );
      const drawn =
        columns.find(({ name }) => name === plotted) ??
        columns.find(({ name }) => /\.(duty|inputPower|heat)$/.test(name)) ??
        columns[0];
      const {
        root: plot,
        canvas,
        over,
      } = plotCanvas(110, { 'aria-label': `${say('Its year')}: ${say(drawn?.about ?? '')}` });
      const shownYear = drawn === undefined ? undefined : scaled(columnAt(year, drawn.i)!, drawn.quantity, state.units);
      const series = (): Series[] =>
        shownYear === undefined
          ? []
          : [
              {
                name: say(drawn!.about),
                values: shownYear.values,
                unit: shownYear.scale.unit,
                digits: shownYear.scale.digits + 1,
              },
            ];
      const isTraced = state.curves?.of === curvesKey(machine.name, state.hour, year.id);
      const curves = isTraced ? curveFigures(machine.name, state.curves!.curves, state.units) : [];
      const rows = columns.map(({ name, about, quantity, i }) => {
        const value = columnAt(year, i)![state.hour]!;
        const pick = button(
          inChinese()?.translated(about) ?? spoken(name.slice(machine.name.length + 1)),
          () => {
            plotted = name;
            redraw();
          },
          { 'aria-pressed': String(name === drawn?.name), title: say(about) },
        );
        pick.style.cssText =
          'border:0;padding:0;min-height:0;text-align:left;background:none;text-decoration:' +
          (name === drawn?.name ? 'underline' : 'none');
        return element(
          'tr',
          {},
          element('th', { scope: 'row' }, pick),
          element('td', {}, formatQuantity(value, quantity, state.units)),
        );
      });
      const sizes = machine.sizes.map(({ about, value, quantity }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, say(about)),
          element('td', {}, formatQuantity(value, quantity, state.units)),
        ),
      );
      const parameters = machine.parameters.map(({ name, about, text }) =>
        element(
          'tr',
          { title: say(about) },
          element('th', { scope: 'row' }, say(spoken(name))),
          element('td', { class: 'text' }, text),
        ),
      );
      const sources = machine.parameters.flatMap(({ record }) => (record === undefined ? [] : [record]));
      const scrolled = root.scrollTop;
      root.setAttribute('aria-label', machine.name);
      root.replaceChildren(
        element(
          'div',
          { class: 'row' },
          element('h2', {}, machine.name),
          element('span', { class: 'soft' }, say(machine.kind)),
          element('span', { class: 'space' }),
          button(say('Close'), close),
        ),
        element('p', { class: 'soft' }, say(machine.about)),
        chartFigure({
          key: `year-${machine.name}`,
          title: say('Its year'),
          of: machine.name,
          body: [element('figcaption', {}, say(drawn?.about ?? '')), plot],
          table: () => monthlyRows(series(), state.language),
          csv: () => hourlyRows(series()),
        }),
        ...section('State in this hour', rows),
        ...(curves.length === 0 ? [] : [element('h3', {}, say('Its curves'))]),
        ...curves.map(({ figure }) => figure),
        ...section('Sizes', sizes),
        ...section('Parameters', parameters),
        ...(sources.length === 0 ? [] : [element('h3', {}, say('Sources'))]),
        ...sources.map(({ title, sources: documents }) =>
          element('p', { class: 'source' }, `${title}${documents.length > 0 ? `: ${documents.join('; ')}` : ''}`),
        ),
      );
      root.scrollTop = scrolled;
      for (const { paint } of curves) paint();
      if (drawn === undefined || shownYear === undefined) return;
      const lines = [{ name: drawn.name, values: shownYear.values, colour: colour('accent') }];
      const span = { lines, from: 0, to: year.hours - 1 };
      const range = drawLines(canvas, {
        ...span,
        unit: shownYear.scale.unit,
        axis: 'calendar',
        language: state.language,
      });
      markLines(over, span, range, state.hour);
    },
  };
}

function section(title: string, rows: readonly HTMLElement[]): HTMLElement[] {
  return rows.length === 0 ? [] : [element('h3', {}, say(title)), element('table', {}, element('tbody', {}, ...rows))];
}
