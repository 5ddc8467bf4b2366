/**
 * Plant: the drawing at the hour under the cursor, with zoom and pan, a legend
 * that holds for every hour, and a sheet for the machine that was chosen.
 */

import { displayUnit, temperatureColour, temperatureStops } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { chartTools } from '../chart/chart.ts';
import { button, element, shape } from '../dom.ts';
import { drawingOf } from '../plant/drawing.ts';
import { type Layout, layoutOf, type PlacedBox } from '../plant/layout.ts';
import { stateRows } from '../plant/state-table.ts';
import { machineSheet } from '../plant/sheet.ts';
import type { State } from '../state.ts';
import type { YearReply } from '../simulation/messages.ts';
import { say } from '../words.ts';
import { noticesOf, placeholder } from './notices.ts';
import type { View } from './view.ts';

interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function plantView(state: State, actions: Actions): View {
  const svg = shape('svg', { class: 'diagram', role: 'group' }) as SVGSVGElement;
  const tools = element('div', { class: 'tools', 'data-no-picture': true });
  const legend = element('div', { class: 'legend' });
  const notices = element('div');
  notices.style.cssText = 'position:absolute;left:16px;top:10px;right:140px;z-index:2';
  const drawing = element('div', { class: 'drawing', 'data-chart': 'plant' }, svg, notices, legend, tools);
  const numbers = chartTools(
    {
      key: 'plant',
      title: say('Plant'),
      get of() {
        return state.selected;
      },
      table: () =>
        state.year === undefined
          ? { heads: [], rows: [] }
          : stateRows({ year: state.year, hour: state.hour, units: state.units, chosen: undefined }),
    },
    drawing,
  );
  drawing.append(numbers.table);
  const root = element('div', { class: 'plant' }, drawing);
  let chosen: string | undefined;
  let drawn: { readonly year: YearReply; readonly key: string; readonly layout: Layout } | undefined;
  let frame: Frame | undefined;

  const choose = (name: string | undefined): void => {
    chosen = name === chosen ? undefined : name;
    actions.redraw();
  };
  const sheet = machineSheet(
    () => choose(undefined),
    () => {
      drawn = drawn === undefined ? undefined : { ...drawn, key: '' };
      actions.redraw();
    },
  );
  const fit = (): void => {
    if (drawn === undefined) return;
    frame = { x: 0, y: 0, width: drawn.layout.width, height: drawn.layout.height };
    applyFrame(svg, frame);
  };
  const zoom = (factor: number, x = 0.5, y = 0.5): void => {
    if (frame === undefined || drawn === undefined) return;
    const by = Math.min(Math.max(frame.width * factor, 300), drawn.layout.width * 2) / frame.width;
    frame = {
      x: frame.x + frame.width * (1 - by) * x,
      y: frame.y + frame.height * (1 - by) * y,
      width: frame.width * by,
      height: frame.height * by,
    };
    applyFrame(svg, frame);
  };
  tools.append(
    button('+', () => zoom(0.8), { 'aria-label': say('Zoom in') }),
    button('−', () => zoom(1.25), { 'aria-label': say('Zoom out') }),
    button(say('Fit'), fit),
    numbers.menu,
  );
  listen(svg, { choose, zoom, frame: () => frame, boxes: () => drawn });

  return {
    root,
    whole: true,
    draw() {
      const { year, hour, units } = state;
      notices.replaceChildren(...noticesOf(state, actions), ...(year === undefined ? [placeholder(state)] : []));
      svg.toggleAttribute('hidden', year === undefined);
      if (year === undefined) return;
      const key = JSON.stringify([
        hour,
        units,
        chosen,
        state.curves?.of,
        state.language,
        document.documentElement.dataset['theme'],
        drawing.clientWidth,
      ]);
      if (drawn?.year === year && drawn.key === key) return;
      const isNew = drawn === undefined || shapeOf(drawn.year) !== shapeOf(year);
      const layout = drawn === undefined || isNew ? layoutOf(year.picture) : drawn.layout;
      if (isNew && !year.picture.machines.some(({ name }) => name === chosen)) chosen = undefined;
      drawn = { year, key, layout };
      const focused = svg.contains(document.activeElement)
        ? document.activeElement?.getAttribute('data-name')
        : undefined;
      svg.setAttribute(
        'aria-label',
        `${say('Plant')}: ${say(year.summary.title)}. ${say('Heat goes from left to right')}`,
      );
      svg.replaceChildren(...drawingOf({ year, hour, units, chosen }, layout));
      if (focused !== undefined) svg.querySelector<SVGElement>(`[data-name="${focused}"]`)?.focus();
      if (isNew || frame === undefined) fit();
      legend.replaceChildren(...legendOf(state));
      numbers.refresh();
      const machine = year.picture.machines.find(({ name }) => name === chosen);
      root.classList.toggle('open', machine !== undefined);
      if (machine === undefined) return sheet.root.remove();
      if (!sheet.root.isConnected) root.append(sheet.root);
      if (!state.playing) actions.trace(machine.name);
      sheet.show(machine, year, state);
    },
  };
}

/** Plants with the same wiring keep their drawing in place. */
function shapeOf({ picture: { circuits, machines } }: YearReply): string {
  return JSON.stringify([
    circuits.map(({ name }) => name),
    machines.map(({ name, loads, source }) => [name, loads.map((one) => one.circuit), source?.circuit]),
  ]);
}

function applyFrame(svg: SVGElement, { x, y, width, height }: Frame): void {
  svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
}

function legendOf({ units }: State): Node[] {
  const { unit, fromSi } = displayUnit('temperature', units);
  const scale = element('span', { class: 'scale' });
  const [first, last] = [temperatureStops[0].celsius, temperatureStops.at(-1)!.celsius];
  const stops = temperatureStops.map(
    ({ celsius }) => `${temperatureColour(celsius + 273.15)} ${(100 * (celsius - first)) / (last - first)}%`,
  );
  scale.style.background = `linear-gradient(90deg, ${stops.join(', ')})`;
  const text = (celsius: number): string => fromSi(celsius + 273.15).toFixed(0);
  return [
    element('span', {}, say('Heat goes from left to right')),
    element('span', { class: 'row' }, text(first), scale, `${text(last)} ${unit}`),
    element('span', {}, `- - - ${say('hall air')}`),
  ];
}

interface Hands {
  choose(name: string): void;
  zoom(factor: number, x: number, y: number): void;
  frame(): Frame | undefined;
  boxes(): { readonly year: YearReply; readonly layout: Layout } | undefined;
}

function listen(svg: SVGSVGElement, { choose, zoom, frame, boxes }: Hands): void {
  const nameOf = (target: EventTarget | null): string | null =>
    target instanceof Element ? (target.closest('[data-name]')?.getAttribute('data-name') ?? null) : null;
  let grip: { readonly x: number; readonly y: number; moved: number } | undefined;
  svg.addEventListener('pointerdown', ({ clientX, clientY }) => (grip = { x: clientX, y: clientY, moved: 0 }));
  svg.addEventListener('pointermove', ({ clientX, clientY, movementX, movementY }) => {
    const at = frame();
    if (grip === undefined || at === undefined) return;
    grip.moved = Math.max(grip.moved, Math.hypot(clientX - grip.x, clientY - grip.y));
    const perPixel = 1 / (svg.getScreenCTM()?.a ?? 1);
    at.x -= movementX * perPixel;
    at.y -= movementY * perPixel;
    applyFrame(svg, at);
  });
  addEventListener('pointerup', () => setTimeout(() => (grip = undefined), 0));
  svg.addEventListener('click', ({ target }) => {
    const name = nameOf(target);
    if (name !== null && (grip?.moved ?? 0) < 5) choose(name);
  });
  svg.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { left, top, width, height } = svg.getBoundingClientRect();
      zoom(event.deltaY > 0 ? 1.12 : 0.9, (event.clientX - left) / width, (event.clientY - top) / height);
    },
    { passive: false },
  );
  svg.addEventListener('keydown', (event) => {
    const name = nameOf(event.target);
    const known = boxes();
    if (name === null || known === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(name);
    }
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const { machines } = known.year.picture;
    const next = nearestBox(
      known.layout.machines,
      machines.findIndex((machine) => machine.name === name),
      way[0]!,
      way[1]!,
    );
    if (next !== undefined) svg.querySelector<SVGElement>(`[data-name="${machines[next]!.name}"]`)?.focus();
  });
}

/** The machine that lies nearest in a direction. */
function nearestBox(boxes: readonly PlacedBox[], from: number, wayX: number, wayY: number): number | undefined {
  const here = boxes[from]!;
  const reach = boxes.map(({ x, y }, i) => {
    const along = (x - here.x) * wayX + (y - here.y) * wayY;
    const across = Math.abs((x - here.x) * wayY) + Math.abs((y - here.y) * wayX);
    return i === from || along <= 1 ? Infinity : along + 2 * across;
  });
  const least = Math.min(...reach);
  return Number.isFinite(least) ? reach.indexOf(least) : undefined;
}
