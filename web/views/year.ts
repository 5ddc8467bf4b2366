/**
 * Year: what happens when. Maps of the hours of the day over the year, lines
 * through the year with one zoom for all, and load duration.
 */

import { displayScale, numberText, type Quantity, temperatureColour, temperatureStops } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { button, element, select } from '../dom.ts';
import { drawHeatMap, hourOnMap, sequentialColour } from '../draw/heat-map.ts';
import { drawLines, hourAt, type Line } from '../draw/line-plot.ts';
import { circuitColour, junctions, powerRatio, scaled, sortedDown, summed } from '../draw/series.ts';
import { psychrometricFigure } from '../draw/psychrometric.ts';
import { dateText, shown, withUnit } from '../numbers.ts';
import { columnAt, columnNamed, type State } from '../state.ts';
import type { YearReply } from '../simulation/messages.ts';
import { colour } from '../theme.ts';
import { say } from '../words.ts';
import { noticesOf, placeholder } from './notices.ts';
import type { View } from './view.ts';

/** What a map can show. */
interface Mapped {
  readonly key: string;
  readonly title: string;
  readonly quantity: Quantity;
  readonly values: ArrayLike<number>;
}

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

function mappedOf(year: YearReply): Mapped[] {
  const water = summed(year, '.makeUp');
  const compressor = year.columns.flatMap(({ name }, i) => (name.endsWith('.compressorShare') ? [{ name, i }] : []));
  const supplies = year.picture.circuits.map(({ name, supply }): Mapped => ({
    key: `${name}.supply`,
    title: `${name}: ${say('supply')}`,
    quantity: 'temperature',
    values: columnAt(year, supply)!,
  }));
  return [
    { key: 'ratio', title: say('Power ratio'), quantity: 'dimensionless', values: powerRatio(year) },
    ...supplies,
    ...compressor.map(({ name, i }): Mapped => ({
      key: name,
      title: `${name.split('.')[0]}: ${say('Compressor share')}`,
      quantity: 'fraction',
      values: columnAt(year, i)!,
    })),
    ...(water?.some((value) => value > 0) === true
      ? [{ key: 'water', title: say('Make-up water'), quantity: 'mass flow', values: water } as const]
      : []),
    { key: 'power', title: say('Facility power'), quantity: 'power', values: columnNamed(year, 'facility.power')! },
    { key: 'junction', title: say('Chip junction'), quantity: 'temperature', values: junctions(year).hottest },
    { key: 'dryBulb', title: say('dry bulb'), quantity: 'temperature', values: columnNamed(year, 'weather.dryBulb')! },
  ];
}

/** The ratio, the last circuit outwards, compressor and water where there are any. */
function firstMaps(maps: readonly Mapped[]): string[] {
  const supplies = maps.filter(({ key }) => key.endsWith('.supply'));
  const wanted = [
    'ratio',
    supplies.at(-1)?.key,
    maps.find(({ key }) => key.endsWith('.compressorShare'))?.key,
    'water',
  ];
  const there = wanted.filter((key): key is string => maps.some((map) => map.key === key));
  const spare = maps
    .map(({ key }) => key)
    .filter((key) => !there.includes(key))
    .reverse();
  return [...there, ...spare].slice(0, 4);
}

interface Figure {
  readonly figure: HTMLElement;
  paint(): void;
}

function mapFigure(
  state: State,
  actions: Actions,
  maps: readonly Mapped[],
  name: string,
  choose: (name: string) => void,
): Figure {
  const { units, hour, language } = state;
  const map = maps.find(({ key }) => key === name)!;
  let [low, high, sum] = [Infinity, -Infinity, 0];
  for (let i = 0; i < map.values.length; i++) {
    const value = map.values[i]!;
    low = Math.min(low, value);
    high = Math.max(high, value);
    sum += value;
  }
  const scale = displayScale(map.quantity, units, [low, high]);
  const isRatio = map.key === 'ratio';
  const text = (value: number): string =>
    withUnit(numberText(scale.fromSi(value), isRatio ? 3 : Math.max(scale.digits, 1)), scale);
  const canvas = element('canvas', { class: 'plot map', role: 'img', 'data-map': map.key });
  canvas.style.cssText = 'height:150px;cursor:crosshair';
  canvas.setAttribute(
    'aria-label',
    `${map.title}: ${say('least')} ${text(low)}, ${say('mean')} ${text(sum / map.values.length)}, ${say('most')} ${text(high)}`,
  );
  canvas.addEventListener('click', ({ clientX, clientY }) =>
    actions.redraw({ hour: hourOnMap(canvas, clientX, clientY) }),
  );
  const isTemperature = map.quantity === 'temperature';
  const colourOf = (share: number) =>
    isTemperature ? temperatureAt(low + share * (high - low)) : sequentialColour(share);
  const picker = select(
    `${say('Hour by day')} ${maps.indexOf(map) + 1}`,
    maps.map(({ key, title }) => ({ value: key, title })),
    name,
    choose,
  );
  const strip = element('span', { class: 'scale' });
  strip.style.cssText = `display:inline-block;width:110px;height:9px;border-radius:2px;background:linear-gradient(90deg,${[0, 0.25, 0.5, 0.75, 1].map((share) => `rgb(${colourOf(share).map(Math.round).join(',')})`).join(',')})`;
  const head = element(
    'div',
    { class: 'row' },
    picker,
    element('span', { class: 'row soft' }, text(low), strip, text(high)),
  );
  const now = element('figcaption', {}, `${dateText(hour, language)}: ${text(map.values[hour]!)}`);
  return {
    figure: element('figure', {}, head, now, canvas),
    paint: () => drawHeatMap(canvas, { values: map.values, low, high, colourOf, cursor: hour, language }),
  };
}

/** The colour that a temperature has everywhere [K]. */
function temperatureAt(kelvin: number): readonly [number, number, number] {
  const [, red, green, blue] = /rgb\((\d+),(\d+),(\d+)\)/.exec(temperatureColour(kelvin)) ?? [
    '',
    ...temperatureStops[0].colour,
  ];
  return [Number(red), Number(green), Number(blue)];
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
