/**
 * Hall: the racks of a group from above, one by one, in an hour in which
 * nothing fails or while something does. Colour says one quantity on a scale
 * that stands still in time; a slider moves the moment; a rack that is pressed
 * shows its curves.
 */

import type { UnitSystem } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { chartFigure } from '../chart/chart.ts';
import { element, select } from '../dom.ts';
import { plotCanvas } from '../draw/plot-canvas.ts';
import { stepAt } from '../draw/time-plot.ts';
import { curves } from '../failure/curves.ts';
import { controlsKey, failureControls, showReset, startControl } from '../failure/form-controls.ts';
import { runNotices, runState } from '../failure/run-state.ts';
import { type Run, sessionOf, wholeTime } from '../failure/session.ts';
import { timeRow } from '../failure/time-row.ts';
import {
  hallSentence,
  rackPanels,
  rackRows,
  rackText,
  type ScaledQuantity,
  scaledQuantities,
  textOf,
} from '../hall/hall-moment.ts';
import { drawPlan, markPlan, planHeight, rackAt, rackOf, toneTable } from '../hall/plan.ts';
import { playButton } from '../hall/play.ts';
import { frameOf, worstRacks } from '../hall/quantities.ts';
import { rackTable } from '../hall/rack-table.ts';
import { unbroken } from '../numbers.ts';
import type { HallReply, TransientReply } from '../simulation/transient-messages.ts';
import type { State } from '../state.ts';
import { say } from '../words.ts';
import { noticesOf, placeholder } from './notices.ts';
import type { View } from './view.ts';

/** Worst racks that are told by number. */
const told = 3;
/** How long a moment stands before the table follows it [ms]. */
const tableRest = 250;

interface Shown {
  readonly reply: TransientReply;
  readonly hall: HallReply;
  readonly quantities: readonly ScaledQuantity[];
  readonly quantity: ScaledQuantity;
  readonly units: UnitSystem;
  readonly row: number;
}

export function hallView(state: State, actions: Actions): View {
  const session = sessionOf(state, actions);
  const list = element('div', { class: 'controls', role: 'region', 'aria-label': say('Hall') });
  const notices = element('div');
  const sentence = element('h2', { class: 'answer hall-answer' });
  const play = playButton(session, actions);
  const time = timeRow(session, actions, play.root);
  const { root: plan, canvas, over } = plotCanvas(200);
  Object.assign(plan, { tabIndex: 0 });
  plan.setAttribute('role', 'group');
  plan.classList.add('plan');
  const legend = element('div', { class: 'plan-key' });
  const read = element('p', { class: 'rack-read', role: 'status' });
  const table = rackTable((rack) => choose(rack));
  const plots = curves('hall', {
    pick(moment) {
      session.time = moment;
      actions.redraw();
    },
    zoom(from, to) {
      session.zoom = to - from < 2 ? wholeTime : [from, to];
      actions.redraw();
    },
  });
  let shown: Shown | undefined;
  let looked: number | undefined;
  let chosen: number | undefined;
  const figure = chartFigure({
    key: 'hall-plan',
    title: say('Plan of the racks'),
    of: 'hall',
    class: 'block',
    body: [legend, plan, read],
    table: () => (shown === undefined ? { heads: [], rows: [] } : rackRows(shown.hall, shown.quantities, shown.row)),
  });
  const body = element(
    'div',
    {},
    sentence,
    time.root,
    figure,
    plots.root,
    element('section', { class: 'block' }, element('h3', {}, say('Racks')), table.root),
  );
  const root = element('div', { class: 'live' }, list, element('div', { class: 'shows' }, notices, body));
  let built = '';
  let drawn = '';
  let tabled = '';
  let timer = 0;

  function choose(rack: number | undefined): void {
    chosen = rack;
    actions.redraw();
  }

  plan.addEventListener('pointermove', ({ clientX, clientY }) =>
    look(shown && rackAt(canvas, shown.hall, clientX, clientY)),
  );
  plan.addEventListener('pointerleave', () => look(undefined));
  plan.addEventListener('click', ({ clientX, clientY }) =>
    choose(shown && rackAt(canvas, shown.hall, clientX, clientY)),
  );
  plan.addEventListener('keydown', (event) => {
    if (shown === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return choose(looked ?? 0);
    }
    const by = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const from = shown.hall.racks[looked ?? chosen ?? -1];
    look(from === undefined ? 0 : (rackOf(shown.hall, from.row + by[0]!, from.position + by[1]!) ?? looked));
  });

  function look(rack: number | undefined): void {
    looked = rack;
    mark();
  }

  function mark(): void {
    if (shown === undefined) return;
    const racks = [chosen, looked].filter((rack) => rack !== undefined);
    markPlan(over, shown.hall, racks);
    const rack = looked ?? chosen;
    read.textContent =
      rack === undefined
        ? say('Point at a rack or move with the arrow keys; press it for its curves')
        : unbroken(rackText(shown.hall, shown.quantities, shown.row, rack));
  }

  function controls({ base, reply }: Run): void {
    const isFailure = session.hallShows === 'failure';
    const names = reply?.hall === undefined ? [] : reply.hall.quantities.map(({ name }) => name);
    const key = JSON.stringify([controlsKey(state, session, base), isFailure, session.hall, session.quantity, names]);
    const isHeld = list.contains(document.activeElement) && document.activeElement instanceof HTMLInputElement;
    if (key === built || (isHeld && built !== '')) return;
    built = key;
    const label = list.contains(document.activeElement)
      ? document.activeElement?.getAttribute('aria-label')
      : undefined;
    list.replaceChildren(
      ...ownControls(state, actions, shown),
      ...(isFailure ? failureControls(state, session, base) : startControl(session)),
    );
    if (label !== undefined && label !== null) list.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.focus();
  }

  function ownControls(of: State, act: Actions, now: Shown | undefined): readonly Node[] {
    const shows = [
      { value: 'steady', title: say('an hour in which nothing fails') },
      { value: 'failure', title: say('the failure') },
    ];
    const groups = (of.year?.picture.chips ?? []).map(({ owner }) => ({ value: owner, title: owner }));
    const quantities = (now?.quantities ?? []).map(({ name, title }) => ({ value: name, title: say(title) }));
    const row = (
      title: string,
      options: readonly { readonly value: string; readonly title: string }[],
      value: string,
      set: (value: string) => void,
    ) =>
      options.length < 2
        ? []
        : [
            element(
              'div',
              { class: 'control' },
              element('span', {}, say(title)),
              select(say(title), options, value, (next) => {
                set(next);
                act.redraw();
              }),
            ),
          ];
    return [
      ...row(
        'Shows',
        shows,
        session.hallShows,
        (value) => (session.hallShows = value === 'failure' ? 'failure' : 'steady'),
      ),
      ...row('Rack group', groups, session.hall, (value) => (session.hall = value)),
      ...row('Colour by', quantities, session.quantity, (value) => (session.quantity = value)),
    ];
  }

  function update(reply: TransientReply, hall: HallReply): Shown {
    const isSame = shown?.reply === reply && shown.units === state.units;
    const quantities = isSame ? shown!.quantities : scaledQuantities(hall, state.units);
    if (shown?.hall.name !== hall.name || shown.hall.racks.length !== hall.racks.length)
      [looked, chosen] = [undefined, undefined];
    const quantity = quantities.find(({ name }) => name === session.quantity) ?? quantities[0]!;
    return { reply, hall, quantities, quantity, units: state.units, row: stepAt(hall.times, session.time) };
  }

  function draw({ reply, hall, quantities, quantity, row }: Shown): void {
    const theme = document.documentElement.dataset['theme'];
    const key = JSON.stringify([state.units, reply.id, theme, body.clientWidth, quantity.name, row]);
    if (key !== drawn) {
      drawn = key;
      plan.style.height = `${planHeight(hall)}px`;
      const frame = frameOf(hall, quantity.name, row);
      const worst = worstRacks(frame, quantity.worst, Math.min(told, hall.racks.length));
      const delivered = quantities.some(({ name }) => name === 'delivered')
        ? frameOf(hall, 'delivered', row)
        : undefined;
      drawPlan(
        canvas,
        hall,
        {
          values: frame,
          low: quantity.low,
          high: quantity.high,
          worst: quantity.worst,
          margins: frameOf(hall, 'margin', row),
          delivered,
          marked: worst,
        },
        planWords(),
      );
      sentence.textContent = unbroken(hallSentence(hall, quantity, row, worst));
      plan.setAttribute('aria-label', `${say('Plan of the racks')}: ${sentence.textContent}`);
      canvas.setAttribute('aria-label', sentence.textContent);
      const legendKey = JSON.stringify([state.units, reply.id, theme, quantity.name]);
      if (legend.dataset['key'] !== legendKey) legend.replaceChildren(...legendParts(quantity));
      legend.dataset['key'] = legendKey;
    }
    const hasTime = hall.times.length > 1;
    const curveKey = `${reply.id} ${state.units} ${theme} ${body.clientWidth} ${chosen} ${session.zoom.join()}`;
    plots.root.hidden = !hasTime || chosen === undefined;
    if (!plots.root.hidden && plots.root.dataset['key'] !== curveKey) {
      plots.show(rackPanels(reply, hall, quantities, chosen!, session.zoom), 'settle');
      plots.root.dataset['key'] = curveKey;
    }
    if (!plots.root.hidden) plots.mark(session.time);
    mark();
    follow({ reply, hall, quantities, row });
  }

  /** The table follows when the moment has come to rest. */
  function follow({ hall, reply, quantities, row }: Omit<Shown, 'quantity' | 'units'>): void {
    const key = `${reply.id} ${state.units} ${row}`;
    if (key === tabled) return;
    tabled = key;
    clearTimeout(timer);
    const digits = [0, 0, 0, ...quantities.map((quantity) => quantity.digits)];
    timer = setTimeout(() => table.show(rackRows(hall, quantities, row), digits), tableRest) as unknown as number;
  }

  return {
    root,
    whole: true,
    draw() {
      const run = session.run('hall');
      const { reply } = run;
      notices.replaceChildren(...noticesOf(state, actions), ...runNotices(run), ...runState(run, session));
      body.hidden = reply?.hall === undefined;
      if (state.year === undefined) return notices.append(placeholder(state));
      if (reply?.hall !== undefined) {
        session.time = Math.min(session.time, reply.duration);
        shown = update(reply, reply.hall);
      }
      controls(run);
      showReset(list, session);
      if (reply?.hall === undefined || shown === undefined) return undefined;
      time.root.hidden = shown.hall.times.length < 2;
      time.show(reply.duration);
      play.show(reply.duration);
      draw(shown);
    },
  };
}

function planWords() {
  return { row: say('row'), nearest: say('nearest to the supply'), furthest: say('furthest') };
}

/** Ends of the scale, which holds for the whole run, and what the strips say. */
function legendParts(quantity: ScaledQuantity): readonly Node[] {
  const table = toneTable();
  const stops = [0, 0.25, 0.5, 0.75, 1].map((share) => table[Math.round(share * (table.length - 1))]!);
  const scale = element('i', { class: 'scale' });
  scale.style.background = `linear-gradient(90deg, ${(quantity.worst === 'least' ? stops.toReversed() : stops).join(', ')})`;
  const sign = (word: string, text: string) => element('span', {}, element('i', { class: `strip ${word}` }), text);
  return [
    element('span', {}, element('b', {}, say(quantity.title))),
    element('span', { class: 'range' }, textOf(quantity, quantity.low), scale, textOf(quantity, quantity.high)),
    sign('red', say('throttles or is off')),
    sign('amber', say('less than 5 K left')),
    element('span', {}, `1 … ${told}: ${say('worst racks')}`),
  ];
}
