/**
 * Year: where its energy goes and what happens when. Flows of the year, maps
 * of the hours of the day over the year, lines with one zoom for all, load
 * duration, and the year's air. Another hour moves marks over what is drawn.
 */

import type { Actions } from '../actions.ts';
import { button, element } from '../dom.ts';
import { psychrometricFigure } from '../draw/psychrometric.ts';
import type { State } from '../state.ts';
import type { YearReply } from '../simulation/messages.ts';
import { say } from '../words.ts';
import { energyFigure } from './energy-flow.ts';
import { noticesOf, placeholder } from './notices.ts';
import type { View } from './view.ts';
import { durationPlots, linePlots } from './year-lines.ts';
import { type Figure, firstMaps, mapFigure, type Mapped, mappedOf } from './year-maps.ts';

/** What the reader chose: maps by name, and the hours between which lines are shown. */
interface Choices {
  maps: string[];
  window: readonly [number, number];
}

const wholeYear = [0, 8759] as const;

export function yearView(state: State, actions: Actions): View {
  const root = element('div');
  const notices = element('div');
  const body = element('div');
  root.append(notices, body);
  const choices: Choices = { maps: [], window: wholeYear };
  let figures: readonly Figure[] = [];
  let drawn: { readonly year: YearReply; readonly key: string; hour: number } | undefined;
  let mapped: { readonly year: YearReply; readonly maps: readonly Mapped[] } | undefined;

  const again = (): void => {
    drawn = undefined;
    actions.redraw();
  };
  const draw = (): void => {
    const { year, hour, units } = state;
    notices.replaceChildren(...noticesOf(state, actions), ...(year === undefined ? [placeholder(state)] : []));
    body.hidden = year === undefined;
    if (year === undefined) return;
    const key = JSON.stringify([units, document.documentElement.dataset['theme'], body.clientWidth]);
    if (drawn?.year !== year || drawn.key !== key) {
      if (mapped?.year !== year) mapped = { year, maps: mappedOf(year) };
      const focused = focusedIn(body);
      figures = build(body, state, actions, { year, maps: mapped.maps, choices, again });
      for (const { paint } of figures) paint();
      if (focused !== undefined) body.querySelector<HTMLElement>(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
    } else if (drawn.hour === hour) return;
    drawn = { year, key, hour };
    for (const { mark } of figures) mark(hour);
  };
  return { root, draw };
}

/** Label of the element that has the focus, where it is in here. */
function focusedIn(body: HTMLElement): string | undefined {
  const { activeElement } = document;
  return body.contains(activeElement) ? (activeElement?.getAttribute('aria-label') ?? undefined) : undefined;
}

interface Material {
  readonly year: YearReply;
  readonly maps: readonly Mapped[];
  readonly choices: Choices;
  again(): void;
}

/** Puts all figures of a year into the page, unpainted. */
function build(body: HTMLElement, state: State, actions: Actions, { year, maps, choices, again }: Material): Figure[] {
  const isThere = (name: string): boolean => maps.some(({ key }) => key === name);
  if (choices.maps.length === 0 || !choices.maps.every(isThere)) choices.maps = firstMaps(maps);
  const mapFigures = choices.maps.map((name, place) => {
    const choose = (next: string): void => {
      choices.maps = choices.maps.map((old, i) => (i === place ? next : old));
      again();
    };
    return mapFigure(state, actions, maps, { place, name, choose });
  });
  const change = (from: number, to: number): void => {
    choices.window = to - from < 6 ? wholeYear : [from, to];
    again();
  };
  const [from, to] = choices.window;
  const lines = linePlots(state, actions, year, { from, to, change });
  const duration = durationPlots(state, maps);
  const chart = psychrometricFigure(state, year);
  const energy = energyFigure(state, year);
  const whole = button(say('Whole year'), () => change(0, 0), to - from > 8000 ? { disabled: true } : {});
  const hint = say('Drag to zoom, double-click for the whole year; the cursor follows a click');
  const grid = (...parts: readonly HTMLElement[]): HTMLElement => element('div', { class: 'grid' }, ...parts);
  const section = (title: string, ...parts: readonly HTMLElement[]): HTMLElement =>
    element('section', { class: 'block' }, element('h2', {}, title), ...parts);
  body.replaceChildren(
    ...(energy === undefined ? [] : [energy.figure]),
    section(say('Hour by day'), grid(...mapFigures.map(({ figure }) => figure))),
    element(
      'section',
      { class: 'block' },
      element('div', { class: 'row' }, element('h2', {}, say('Through the year')), whole),
      element('p', { class: 'soft hint' }, hint),
      ...lines.map(({ figure }) => figure),
    ),
    section(say('Load duration'), grid(...duration.map(({ figure }) => figure), chart.figure)),
  );
  return [...(energy === undefined ? [] : [energy]), ...mapFigures, ...lines, ...duration, chart];
}
