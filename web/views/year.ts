/**
 * Year: what happens when. Maps of the hours of the day over the year, lines
 * through the year with one zoom for all, and load duration.
 */

import { numberText, type Quantity } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { button, element } from '../dom.ts';
import { drawLines, hourAt, type Line } from '../draw/line-plot.ts';
import { circuitColour, scaled, sortedDown } from '../draw/series.ts';
import { psychrometricFigure } from '../draw/psychrometric.ts';
import { dateText, shown, withUnit } from '../numbers.ts';
import { columnAt, columnNamed, type State } from '../state.ts';
import type { YearReply } from '../simulation/messages.ts';
import { colour } from '../theme.ts';
import { say } from '../words.ts';
import { noticesOf, placeholder } from './notices.ts';
import type { View } from './view.ts';
import { type Figure, firstMaps, mapFigure, type Mapped, mappedOf } from './year-maps.ts';

export function yearView(state: State, actions: Actions): View {
  const root = element('div');
  const notices = element('div');
  const body = element('div');
  root.append(notices, body);
  let chosen: string[] = [];
  let window: [number, number] = [0, 8759];
  let drawn: { readonly year: YearReply; readonly key: string } | undefined;
  const series = new Map<YearReply, readonly Mapped[]>();

  const again = (): void => {
    drawn = undefined;
    actions.redraw();
  };
  const draw = (): void => {
    const { year, hour, units } = state;
    notices.replaceChildren(...noticesOf(state, actions), ...(year === undefined ? [placeholder(state)] : []));
    body.hidden = year === undefined;
    if (year === undefined) return;
    const key = JSON.stringify([hour, units, document.documentElement.dataset['theme'], body.clientWidth]);
    if (drawn?.year === year && drawn.key === key) return;
    drawn = { year, key };
    if (!series.has(year)) {
      series.clear();
      series.set(year, mappedOf(year));
    }
    const maps = series.get(year)!;
    if (chosen.length === 0 || chosen.some((name) => !maps.some((map) => map.key === name))) chosen = firstMaps(maps);
    const focused = body.contains(document.activeElement)
      ? document.activeElement?.getAttribute('aria-label')
      : undefined;
    const figures = chosen.map((name, i) =>
      mapFigure(state, actions, maps, name, (next) => {
        chosen = chosen.map((old, k) => (k === i ? next : old));
        again();
      }),
    );
    const zoom = (from: number, to: number): void => {
      window = to - from < 6 ? [0, 8759] : [from, to];
      again();
    };
    const lines = linePlots(state, actions, year, window, zoom);
    const duration = durationPlots(state, maps);
    const chart = psychrometricFigure(state, year);
    const whole = button(say('Whole year'), () => zoom(0, 0), window[1] - window[0] > 8000 ? { disabled: true } : {});
    body.replaceChildren(
      element('h2', {}, say('Hour by day')),
      element('div', { class: 'grid' }, ...figures.map(({ figure }) => figure)),
      element(
        'section',
        { class: 'block' },
        element('div', { class: 'row' }, element('h2', {}, say('Through the year')), whole),
        element(
          'p',
          { class: 'soft' },
          say('Drag to zoom, double-click for the whole year; the cursor follows a click'),
        ),
        ...lines.map(({ figure }) => figure),
      ),
      element(
        'section',
        { class: 'block' },
        element('h2', {}, say('Load duration')),
        element('div', { class: 'grid' }, ...duration.map(({ figure }) => figure), chart.figure),
      ),
    );
    for (const { paint } of [...figures, ...lines, ...duration, chart]) paint();
    if (focused !== undefined && focused !== null)
      body.querySelector<HTMLElement>(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
  };
  return { root, draw };
}

function linePlots(
  state: State,
  actions: Actions,
  year: YearReply,
  [from, to]: readonly [number, number],
  zoom: (from: number, to: number) => void,
): Figure[] {
  const { units, hour, language } = state;
  const temperatures = year.picture.circuits.map(({ name, supply }, i) => ({
    name: `${name} ${say('supply')}`,
    column: columnAt(year, supply)!,
    colour: circuitColour(i),
  }));
  const outdoors = { name: say('dry bulb'), column: columnNamed(year, 'weather.dryBulb')!, colour: colour('ghost') };
  const powers = [
    { name: say('Facility power'), column: columnNamed(year, 'facility.power')!, colour: colour('accent') },
    { name: say('IT power'), column: columnNamed(year, 'it.power')!, colour: colour('soft') },
  ];
  const make = (
    title: string,
    quantity: Quantity,
    columns: readonly { readonly name: string; readonly column: ArrayLike<number>; readonly colour: string }[],
    height: number,
  ): Figure => {
    const all = columns.map(({ name, column, colour: tone }) => ({
      name,
      tone,
      ...scaled(column, quantity, units, columns[0]!.column),
    }));
    const { scale } = all[0]!;
    const lines: Line[] = all.map(({ name, tone, values }) => ({ name, colour: tone, values }));
    const canvas = element('canvas', { class: 'plot', role: 'img' });
    canvas.style.cssText = `height:${height}px;cursor:crosshair;touch-action:pan-y`;
    const now = lines.map(({ name, colour: tone, values }) => {
      const mark = element('i', { class: 'line' });
      mark.style.borderTopColor = tone;
      return element(
        'span',
        {},
        mark,
        `${name} ${withUnit(numberText(values[hour]!, Math.max(scale.digits, 1)), scale)}`,
      );
    });
    canvas.setAttribute(
      'aria-label',
      `${title}, ${dateText(hour, language)}: ${now.map(({ textContent }) => textContent).join(', ')}`,
    );
    drag(canvas, { from, to }, zoom, (picked) => actions.redraw({ hour: picked }));
    return {
      figure: element(
        'figure',
        { class: 'block' },
        element('h3', {}, title),
        element('div', { class: 'key' }, ...now),
        canvas,
      ),
      paint: () => drawLines(canvas, { lines, unit: scale.unit, from, to, cursor: hour, axis: 'calendar', language }),
    };
  };
  return [
    make(say('Supply temperature'), 'temperature', [outdoors, ...temperatures], 210),
    make(say('Facility power'), 'power', powers, 150),
  ];
}

/** A drag zooms, a click moves the cursor, a double click shows the whole year. */
function drag(
  canvas: HTMLCanvasElement,
  range: { readonly from: number; readonly to: number },
  zoom: (from: number, to: number) => void,
  pick: (hour: number) => void,
): void {
  let start: number | undefined;
  canvas.addEventListener('pointerdown', (event) => {
    start = event.clientX;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointerup', ({ clientX }) => {
    if (start === undefined) return;
    const [a, b] = [start, clientX].map((x) => hourAt(canvas, x, range)).sort((p, q) => p - q) as [number, number];
    if (Math.abs(clientX - start) < 5) pick(hourAt(canvas, clientX, range));
    else zoom(a, b);
    start = undefined;
  });
  canvas.addEventListener('dblclick', () => zoom(0, 0));
}

function durationPlots({ units, language }: State, maps: readonly Mapped[]): Figure[] {
  return maps
    .filter(({ key }) => key === 'power' || key === 'ratio')
    .map(({ title, quantity, values, key }) => {
      const { scale, values: inUnit } = scaled(values, quantity, units);
      const sorted = sortedDown(inUnit);
      const canvas = element('canvas', { class: 'plot', role: 'img' });
      canvas.style.height = '170px';
      const half = withUnit(numberText(sorted[4379]!, key === 'ratio' ? 3 : scale.digits), scale);
      canvas.setAttribute('aria-label', `${title}: ${say('most')} ${shown(values[0]!, quantity, units)}`);
      const caption = element(
        'figcaption',
        {},
        `${title} · 4,380 ${say('hours')} ≥ ${half} · ${say('hours of the year')} →`,
      );
      return {
        figure: element('figure', {}, caption, canvas),
        paint: () =>
          drawLines(canvas, {
            lines: [{ name: title, values: sorted, colour: colour('accent') }],
            unit: scale.unit,
            from: 0,
            to: sorted.length - 1,
            axis: 'count',
            language,
          }),
      };
    });
}
