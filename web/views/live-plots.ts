/** The live view's charts: each line of the year over the faint line of the base, on axes that only grow while dragging. */

import type { Quantity } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { chartFigure } from '../chart/chart.ts';
import { durationRows, hourlyRows, monthlyRows, type Series } from '../chart/table.ts';
import { element } from '../dom.ts';
import { drawLines, hourAt, type Line, type LinePlot, markLines, rangeOf } from '../draw/line-plot.ts';
import { plotCanvas } from '../draw/plot-canvas.ts';
import { junctions, powerRatio, scaled, sortedDown, summed } from '../draw/series.ts';
import { degrees } from '../numbers.ts';
import type { YearReply } from '../simulation/messages.ts';
import { columnNamed, type State } from '../state.ts';
import { colour } from '../theme.ts';
import { say } from '../words.ts';

/** What an axis spans, by the title of its plot. */
export type Ranges = Readonly<Record<string, readonly [number, number]>>;

interface PlotKind {
  readonly title: string;
  readonly height: number;
  readonly axis: 'calendar' | 'count';
  readonly quantity: Quantity;
  readonly digits: number;
  values(year: YearReply): ArrayLike<number> | undefined;
  caption?(year: YearReply, units: State['units']): string;
}

const kinds: readonly PlotKind[] = [
  {
    title: 'Facility power',
    height: 150,
    axis: 'calendar',
    quantity: 'power',
    digits: 2,
    values: (year) => columnNamed(year, 'facility.power'),
  },
  {
    title: 'Power ratio',
    height: 130,
    axis: 'count',
    quantity: 'dimensionless',
    digits: 3,
    values: (year) => sortedDown(powerRatio(year)),
    caption: () => `${say('Load duration')}: ${say('hours of the year')}`,
  },
  {
    title: 'Chip junction',
    height: 130,
    axis: 'calendar',
    quantity: 'temperature',
    digits: 1,
    values: (year) => junctions(year).hottest,
    caption: ({ picture }, units) =>
      `${say('limit')} ${[...new Set(picture.chips.map(({ junctionLimit }) => degrees(junctionLimit, units)))].join(', ')}`,
  },
  {
    title: 'Make-up water',
    height: 120,
    axis: 'calendar',
    quantity: 'mass flow',
    digits: 2,
    values: (year) => summed(year, '.makeUp'),
  },
];

/** A plot in the page, with what it shows now. */
interface LivePlot {
  readonly figure: HTMLElement;
  show(
    year: YearReply,
    ghost: YearReply | undefined,
    before: readonly [number, number] | undefined,
  ): readonly [number, number];
  mark(): void;
}

export function livePlots(state: State, actions: Actions) {
  const plots = kinds.map((kind) => ({ title: kind.title, plot: livePlot(kind, state, actions) }));
  return {
    figures: plots.map(({ plot }) => plot.figure),
    show: (there: boolean) => plots.forEach(({ plot }) => (plot.figure.hidden = !there)),
    draw: (year: YearReply, ghost: YearReply | undefined, held: Ranges): Ranges =>
      Object.fromEntries(plots.map(({ title, plot }) => [title, plot.show(year, ghost, held[title])])),
    mark: () => plots.forEach(({ plot }) => plot.mark()),
  };
}

function livePlot(kind: PlotKind, state: State, actions: Actions): LivePlot {
  const { title, height, axis, digits } = kind;
  const { root, canvas, over } = plotCanvas(height);
  const caption = element('figcaption');
  let plot: (LinePlot & { readonly range: readonly [number, number] }) | undefined;
  const series = (): Series[] =>
    (plot?.lines ?? []).map(({ name, values }) => ({ name, values, unit: plot!.unit, digits })).toReversed();
  const figure = chartFigure({
    key: `live-${title}`,
    title: say(title),
    of: 'live',
    class: 'block',
    body: [kind.caption === undefined ? undefined : caption, root],
    table: () => (axis === 'count' ? durationRows(series()) : monthlyRows(series(), state.language)),
    csv: () => hourlyRows(series()),
  });
  if (axis === 'calendar') {
    root.classList.add('pick');
    root.addEventListener('click', ({ clientX }) =>
      actions.redraw({ hour: hourAt(canvas, clientX, { from: 0, to: 8759 }) }),
    );
  }
  return {
    figure,
    show(year, ghost, before) {
      const { units, language } = state;
      const values = kind.values(year);
      figure.hidden = values === undefined || isNothing(values);
      if (values === undefined || figure.hidden) return before ?? [0, 1];
      const mine = scaled(values, kind.quantity, units);
      const was = ghost === undefined ? undefined : kind.values(ghost);
      const theirs = was === undefined ? undefined : scaled(was, kind.quantity, units, values).values;
      const lines: Line[] = [{ name: say('now'), values: mine.values, colour: colour('accent') }];
      if (theirs !== undefined)
        lines.unshift({ name: say('base'), values: theirs, colour: colour('ghost'), faint: true });
      const [low, high] = rangeOf({ lines, from: 0, to: year.hours - 1 });
      // While dragging an axis may only grow.
      const range =
        before === undefined
          ? ([low, high] as const)
          : ([Math.min(low, before[0]), Math.max(high, before[1])] as const);
      const { unit } = mine.scale;
      plot = { lines, unit, from: 0, to: year.hours - 1, range, axis, language };
      drawLines(canvas, plot);
      write(caption, kind.caption?.(year, units) ?? '');
      const words = `${say(title)}: ${say('least')} ${low.toPrecision(4)}, ${say('most')} ${high.toPrecision(4)} ${unit}`;
      canvas.setAttribute('aria-label', words);
      return range;
    },
    mark() {
      if (plot !== undefined && axis === 'calendar') markLines(over, plot, plot.range, state.hour);
    },
  };
}

function isNothing(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) return false;
  return true;
}

/** A text that stays the same is left alone, so that nothing has to be laid out again. */
function write(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
