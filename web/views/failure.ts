/**
 * Failure: what happens when something stops. The answer first, as a sentence
 * and in numbers, then linked curves; on the left what fails and what could
 * help. Runs again while a slider moves, over a ghost of how it was.
 */

import { clockText } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { chartFigure } from '../chart/chart.ts';
import { saveFile } from '../chart/save.ts';
import { button, element } from '../dom.ts';
import { answerCards, answerSentence } from '../failure/answer.ts';
import { curves } from '../failure/curves.ts';
import { controlsKey, failureControls, showReset } from '../failure/form-controls.ts';
import { happeningText } from '../failure/happenings.ts';
import { panelsOf } from '../failure/panels.ts';
import { runNotices, runState } from '../failure/run-state.ts';
import { type Run, sessionOf, wholeTime } from '../failure/session.ts';
import { timeRow } from '../failure/time-row.ts';
import { dateText, degrees, unbroken } from '../numbers.ts';
import type { TransientReply } from '../simulation/transient-messages.ts';
import type { State } from '../state.ts';
import { say } from '../words.ts';
import { noticesOf, placeholder } from './notices.ts';
import type { View } from './view.ts';

/** How long after the last answer the axes settle [ms]. */
const settleAfter = 700;

export function failureView(state: State, actions: Actions): View {
  const session = sessionOf(state, actions);
  const list = element('div', { class: 'controls', role: 'region', 'aria-label': say('What fails') });
  const notices = element('div');
  const progress = runState(session);
  const head = element('div');
  const time = timeRow(session, actions);
  const acts = {
    pick(moment: number) {
      session.time = moment;
      actions.redraw();
    },
    zoom(from: number, to: number) {
      session.zoom = to - from < 2 ? wholeTime : [from, to];
      actions.redraw();
    },
  };
  const plots = curves('failure', acts);
  const log = element('div');
  const body = element('div', {}, head, time.root, plots.root, log);
  const root = element(
    'div',
    { class: 'live' },
    list,
    element('div', { class: 'shows' }, notices, progress.root, body),
  );
  let built = '';
  let written = '';
  let drawn = '';
  let known: { readonly of: string; readonly base: TransientReply } | undefined;
  let before: TransientReply | undefined;
  let timer = 0;

  /** What stands in the plant at first, also while it is asked for anew. */
  function baseOf({ base }: Run): TransientReply | undefined {
    const of = `${state.selected} ${state.year?.system}`;
    if (base !== undefined) known = { of, base };
    return known?.of === of ? known.base : undefined;
  }

  function controls(run: Run): void {
    const base = baseOf(run);
    const key = controlsKey(state, session, base);
    const isHeld = list.contains(document.activeElement) && document.activeElement instanceof HTMLInputElement;
    if (key === built || (isHeld && built !== '')) return;
    built = key;
    const chosen = document.activeElement?.getAttribute('aria-label');
    const isInside = list.contains(document.activeElement);
    list.replaceChildren(...failureControls(state, session, base));
    if (isInside) list.querySelector<HTMLElement>(`[aria-label="${chosen}"]`)?.focus();
  }

  function answer(reply: TransientReply, base: TransientReply | undefined): void {
    const key = JSON.stringify([reply.id, base?.id, state.units]);
    if (key === written) return;
    written = key;
    head.replaceChildren(...answerParts(reply, base === reply ? undefined : base, state));
    log.replaceChildren(logFigure(reply));
  }

  function draw(reply: TransientReply, base: TransientReply | undefined): void {
    const ghost = base === undefined || base === reply ? undefined : base;
    const theme = document.documentElement.dataset['theme'];
    const key = JSON.stringify([reply.id, ghost?.id, state.units, theme, body.clientWidth, session.zoom]);
    if (key === drawn) return;
    drawn = key;
    const isMoving = before !== undefined && before !== reply;
    before = reply;
    plots.show(panelsOf(reply, { units: state.units, zoom: session.zoom, ghost }), isMoving ? 'hold' : 'settle');
    if (!isMoving) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      drawn = '';
      actions.redraw();
    }, settleAfter) as unknown as number;
  }

  return {
    root,
    whole: true,
    draw() {
      const run = session.run('failure');
      notices.replaceChildren(...noticesOf(state, actions), ...runNotices(run, session));
      progress.show(run);
      controls(run);
      showReset(list, session);
      const { reply, base } = run;
      body.hidden = reply === undefined;
      if (state.year === undefined) return notices.append(placeholder(state));
      if (reply === undefined) return undefined;
      session.time = Math.min(session.time, reply.duration);
      answer(reply, base);
      time.show(reply.duration);
      draw(reply, base);
      plots.mark(session.time);
    },
  };
}

function answerParts(reply: TransientReply, base: TransientReply | undefined, state: State): readonly Node[] {
  const { units, language, selected } = state;
  const was = base === undefined ? [] : answerCards(base, units);
  const start =
    reply.hour === undefined
      ? say('From the design hour, at full load')
      : `${say('From')} ${dateText(reply.hour - 1, language)}`;
  const save = button(say('Export this failure'), () =>
    saveFile(`${selected}-failure.yaml`, new Blob([reply.text], { type: 'application/yaml' })),
  );
  return [
    element('div', { role: 'status' }, element('h2', { class: 'answer' }, unbroken(answerSentence(reply, units)))),
    element(
      'div',
      { class: 'row soft' },
      element(
        'span',
        {},
        `${start} · ${say('dry bulb')} ${degrees(reply.dryBulb, units)} · ${say('worker')} ${reply.milliseconds.toFixed(0)} ms`,
      ),
      element('span', { class: 'space' }),
      save,
    ),
    element(
      'div',
      { class: 'cards' },
      ...answerCards(reply, units).map(({ key, title, text, more = '', value, gravity }, i) =>
        element(
          'div',
          { class: 'card', 'data-key': key, 'data-value': value },
          element('div', { class: 'label' }, say(title)),
          element('div', { class: `number ${gravity}` }, text),
          element('div', { class: 'was' }, was[i] === undefined ? more : `${say('base')} ${was[i].text}`),
        ),
      ),
    ),
  ];
}

/** What happened, moment by moment. */
function logFigure({ log }: TransientReply): HTMLElement {
  const rows = log.map((event) => [clockText(event.time), happeningText(event)] as const);
  const list = element(
    'ol',
    { class: 'happenings' },
    ...log.map((event, i) => element('li', { class: event.kind }, element('b', {}, rows[i]![0]), ` ${rows[i]![1]}`)),
  );
  return chartFigure({
    key: 'failure-log',
    title: say('What happened'),
    of: 'failure',
    class: 'block',
    body: [list],
    table: () => ({ heads: [say('Time'), say('What happened')], rows }),
    csv: () => ({
      heads: [`${say('Time')} [s]`, say('What happened')],
      rows: log.map(({ time, what }) => [time, what]),
    }),
  });
}
