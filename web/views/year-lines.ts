/** Lines through the year with one zoom for all, and load duration: the year view's line charts. */

import { numberText, type Quantity } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { chartFigure } from '../chart/chart.ts';
import { durationRows, hourlyRows, monthlyRows, type Series } from '../chart/table.ts';
import { element } from '../dom.ts';
import { drawLines, hourAt, type Line, markLines } from '../draw/line-plot.ts';
import { plotCanvas } from '../draw/plot-canvas.ts';
import { circuitColour, flowingSupply, scaled, sortedDown } from '../draw/series.ts';
import { dateText, withUnit } from '../numbers.ts';
import { columnNamed, type State } from '../state.ts';
import type { YearReply } from '../simulation/messages.ts';
import { colour } from '../theme.ts';
import { say } from '../words.ts';
import type { Figure, Mapped } from './year-maps.ts';

interface Drawn {
  readonly name: string;
  readonly column: ArrayLike<number>;
  readonly colour: string;
}

/** Hours that are shown, and how to show others. */
export interface Zoom {
  readonly from: number;
  readonly to: number;
  change(from: number, to: number): void;
}

export function linePlots(state: State, actions: Actions, year: YearReply, zoom: Zoom): Figure[] {
  const outdoors = { name: say('dry bulb'), column: columnNamed(year, 'weather.dryBulb')!, colour: colour('ghost') };
  const supplies = year.picture.circuits.map((circuit, i) => ({
    name: `${circuit.name} ${say('supply')}`,
    column: flowingSupply(year, circuit),
    colour: circuitColour(i),
  }));
  const powers = [
    { name: say('Facility power'), column: columnNamed(year, 'facility.power')!, colour: colour('accent') },
    { name: say('IT power'), column: columnNamed(year, 'it.power')!, colour: colour('soft') },
  ];
  return [
    linePlot(state, actions, zoom, {
      title: say('Supply temperature'),
      quantity: 'temperature',
      columns: [outdoors, ...supplies],
      height: 210,
    }),
    linePlot(state, actions, zoom, { title: say('Facility power'), quantity: 'power', columns: powers, height: 150 }),
  ];
}

interface LineChart {
  readonly title: string;
  readonly quantity: Quantity;
  readonly columns: readonly Drawn[];
  readonly height: number;
}

function linePlot(
  { units, language, selected }: State,
  actions: Actions,
  zoom: Zoom,
  { title, quantity, columns, height }: LineChart,
): Figure {
  const { scale } = scaled(columns[0]!.column, quantity, units);
  const digits = Math.max(scale.digits, 1);
  const lines: Line[] = columns.map(({ name, column, colour: tone }) => ({
    name,
    colour: tone,
    values: scaled(column, quantity, units, columns[0]!.column).values,
  }));
  const { root, canvas, over } = plotCanvas(height);
  root.classList.add('pick');
  const values = lines.map(({ name, colour: tone }) => {
    const mark = element('i', { class: 'line' });
    mark.style.borderTopColor = tone;
    const value = element('span');
    return { name, key: element('span', {}, mark, value), value };
  });
  drag(root, canvas, zoom, (hour) => actions.redraw({ hour }));
  const series = (): Series[] =>
    lines.map(({ name, values: own }) => ({ name, values: own, unit: scale.unit, digits }));
  const { from, to } = zoom;
  let range: readonly [number, number] = [0, 1];
  return {
    figure: chartFigure({
      key: `lines-${quantity}`,
      title,
      of: selected,
      class: 'block',
      body: [element('div', { class: 'key' }, ...values.map(({ key }) => key)), root],
      table: () => monthlyRows(series(), language),
      csv: () => hourlyRows(series()),
    }),
    paint: () => (range = drawLines(canvas, { lines, unit: scale.unit, from, to, axis: 'calendar', language })),
    mark(hour) {
      lines.forEach(({ values: own }, i) => {
        const number = own[hour]!;
        const text = Number.isFinite(number) ? withUnit(numberText(number, digits), scale) : say('off');
        values[i]!.value.textContent = `${values[i]!.name} ${text}`;
      });
      const read = values.map(({ value }) => value.textContent).join(', ');
      canvas.setAttribute('aria-label', `${title}, ${dateText(hour, language)}: ${read}`);
      markLines(over, { lines, from, to }, range, hour);
    },
  };
}

/** A drag zooms, a click moves the cursor, a double click shows the whole year. */
function drag(root: HTMLElement, canvas: HTMLCanvasElement, zoom: Zoom, pick: (hour: number) => void): void {
  let start: number | undefined;
  root.addEventListener('pointerdown', (event) => {
    start = event.clientX;
    root.setPointerCapture(event.pointerId);
  });
  root.addEventListener('pointerup', ({ clientX }) => {
    if (start === undefined) return;
    const [a, b] = [start, clientX].map((x) => hourAt(canvas, x, zoom)).sort((p, q) => p - q) as [number, number];
    if (Math.abs(clientX - start) < 5) pick(hourAt(canvas, clientX, zoom));
    else zoom.change(a, b);
    start = undefined;
  });
  root.addEventListener('dblclick', () => zoom.change(0, 0));
}

export function durationPlots({ units, language, selected }: State, maps: readonly Mapped[]): Figure[] {
  return maps
    .filter(({ key }) => key === 'power' || key === 'ratio')
    .map(({ title, quantity, values, key }) => {
      const { scale, values: inUnit } = scaled(values, quantity, units);
      const sorted = sortedDown(inUnit);
      const digits = key === 'ratio' ? 3 : scale.digits;
      const { root, canvas } = plotCanvas(170);
      const text = (rank: number): string => withUnit(numberText(sorted[rank]!, digits), scale);
      const half = text(Math.floor(sorted.length / 2) - 1);
      canvas.setAttribute(
        'aria-label',
        `${say('Load duration')}, ${title}: ${say('most')} ${text(0)}, 4,380 ${say('hours')} ≥ ${half}, ${say('least')} ${text(sorted.length - 1)}`,
      );
      const caption = `4,380 ${say('hours')} ≥ ${half} · ${say('hours of the year')} →`;
      const series: Series[] = [{ name: title, values: sorted, unit: scale.unit, digits }];
      return {
        figure: chartFigure({
          key: `duration-${key}`,
          title,
          of: `${selected} ${say('Load duration')}`,
          body: [element('figcaption', {}, caption), root],
          table: () => durationRows(series),
          csv: () => hourlyRows(series),
        }),
        paint: () =>
          void drawLines(canvas, {
            lines: [{ name: title, values: sorted, colour: colour('accent') }],
            unit: scale.unit,
            from: 0,
            to: sorted.length - 1,
            axis: 'count',
            language,
          }),
        mark: () => undefined,
      };
    });
}
