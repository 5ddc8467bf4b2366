/** Panels of curves in the page, one cursor and one zoom for all; each with its table and files. */

import { clockText } from '../../src/index.ts';
import { chartFigure } from '../chart/chart.ts';
import type { Rows } from '../chart/csv.ts';
import { headOf } from '../chart/table.ts';
import { element } from '../dom.ts';
import { plotCanvas } from '../draw/plot-canvas.ts';
import { drawTimePlot, markTime, stepAt, timeAt, valueText } from '../draw/time-plot.ts';
import { say } from '../words.ts';
import { markLane } from './mark-lane.ts';
import type { Panel } from './panels.ts';

export interface Curves {
  readonly root: HTMLElement;
  /** Draws what is new; axes only grow while something is moved. */
  show(panels: readonly Panel[], axes: 'settle' | 'hold'): void;
  mark(time: number): void;
}

export interface CurveActs {
  pick(time: number): void;
  zoom(from: number, to: number): void;
}

/** @param of before the titles in the names of files, and of the charts in the page */
export function curves(of: string, acts: CurveActs): Curves {
  const root = element('div', { class: 'time-curves' });
  let built = '';
  let drawn: readonly CurveChart[] = [];
  return {
    root,
    show(panels, axes) {
      const key = JSON.stringify(
        panels.map(({ name, title, caption, plot }) => [
          name,
          title,
          caption,
          plot.lines.map((line) => [line.name, line.faint]),
        ]),
      );
      if (key !== built) {
        built = key;
        drawn = panels.map((panel) => curveChart(of, panel, acts));
        root.replaceChildren(...drawn.map(({ figure }) => figure));
      }
      panels.forEach((panel, i) => drawn[i]!.show(panel, axes));
    },
    mark: (time) => drawn.forEach((chart) => chart.mark(time)),
  };
}

interface CurveChart {
  readonly figure: HTMLElement;
  show(panel: Panel, axes: 'settle' | 'hold'): void;
  mark(time: number): void;
}

function curveChart(of: string, first: Panel, acts: CurveActs): CurveChart {
  let panel = first;
  let range: readonly [number, number] | undefined;
  const { root, canvas, over } = plotCanvas(first.height);
  root.classList.add('pick');
  const keys = ownLines(first).map(({ name, colour: tone, dashed }) => {
    const mark = element('i', { class: dashed ? 'line dashed' : 'line' });
    mark.style.borderTopColor = tone;
    const value = element('b');
    return { name, key: element('span', {}, mark, `${name} `, value), value };
  });
  const lane = first.plot.marks.some(({ text }) => text !== undefined) ? markLane() : undefined;
  drag(root, canvas, () => panel.plot, acts);
  const figure = chartFigure({
    key: `${of}-${first.name}`,
    title: first.title,
    of,
    class: 'block',
    body: [
      element('figcaption', {}, first.caption),
      element('div', { class: 'key' }, ...keys.map(({ key }) => key)),
      lane?.root,
      root,
    ],
    table: () => sampledRows(panel),
    csv: () => allRows(panel, 'all'),
  });
  return {
    figure,
    show(now, axes) {
      panel = now;
      lane?.show(now.plot);
      range = drawTimePlot(canvas, now.plot, axes === 'hold' ? range : undefined);
    },
    mark(time) {
      const texts = ownLines(panel).map(({ values, times, rests }) => {
        const step = stepAt(times, time);
        return rests?.[step] === true ? say('at rest') : valueText(values[step]!, panel.digits, panel.plot.unit);
      });
      keys.forEach(({ value }, i) => {
        if (value.textContent !== texts[i]) value.textContent = texts[i]!;
      });
      const read = keys.map(({ name }, i) => `${name} ${texts[i]}`).join(', ');
      canvas.setAttribute('aria-label', `${panel.title}, ${clockText(time)}: ${read}`);
      if (range !== undefined) markTime(over, panel.plot, range, time);
    },
  };
}

function ownLines({ plot }: Panel) {
  return plot.lines.filter(({ faint }) => !faint);
}

/** A drag zooms, a move or a click takes the cursor along, a double click shows all. */
function drag(
  root: HTMLElement,
  canvas: HTMLCanvasElement,
  plot: () => Panel['plot'],
  { pick, zoom }: CurveActs,
): void {
  let start: number | undefined;
  root.addEventListener('pointerdown', (event) => {
    start = event.clientX;
    root.setPointerCapture(event.pointerId);
  });
  root.addEventListener('pointermove', ({ clientX }) => {
    if (start === undefined) pick(timeAt(canvas, clientX, plot()));
  });
  root.addEventListener('pointerup', ({ clientX }) => {
    if (start === undefined) return;
    const [a, b] = [start, clientX].map((x) => timeAt(canvas, x, plot())).sort((p, q) => p - q) as [number, number];
    if (Math.abs(clientX - start) < 5) pick(timeAt(canvas, clientX, plot()));
    else zoom(a, b);
    start = undefined;
  });
  root.addEventListener('dblclick', () => zoom(0, Infinity));
}

/** Moments that a reader goes through in a table. */
const tableRows = 25;

/** Some moments of what is shown, from its first to its last. */
function sampledRows(panel: Panel): Rows {
  const { from, to } = panel.plot;
  const { heads, rows } = allRows(panel, 'what flows');
  const shown = rows.filter(([time]) => (time as number) >= from && (time as number) <= to);
  const every = Math.max(1, Math.floor(shown.length / tableRows));
  return {
    heads: [say('Time'), ...heads.slice(1)],
    rows: shown.filter((_, i) => i % every === 0).map(([time, ...cells]) => [clockText(time as number), ...cells]),
  };
}

/** Every step: the mean, and the least and most where a band is drawn; of a circuit at rest what its headers hold, or nothing. */
function allRows(panel: Panel, shows: 'all' | 'what flows'): Rows {
  const { unit } = panel.plot;
  const columns = ownLines(panel).flatMap(({ name, values, least, most, rests }) =>
    [
      { head: headOf({ name, unit }), values },
      ...(least === undefined ? [] : [{ head: headOf({ name: `${name} ${say('least')}`, unit }), values: least }]),
      ...(most === undefined ? [] : [{ head: headOf({ name: `${name} ${say('most')}`, unit }), values: most }]),
    ].map((column) => ({ ...column, rests })),
  );
  const { times } = ownLines(panel)[0]!;
  return {
    heads: [`${say('Time')} [s]`, ...columns.map(({ head }) => head)],
    rows: Array.from(times, (time, i) => [
      time,
      ...columns.map(({ values, rests }) => (shows === 'what flows' && rests?.[i] === true ? Number.NaN : values[i]!)),
    ]),
  };
}
