/**
 * Live: what can be moved on the left, and on the right what the year makes of
 * it, with the base behind every number and line. Axes hold still while
 * something is dragged and settle after.
 */

import { formatQuantity, headlineKeys, type Metric, metricOf, type UnitSystem } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { consumerBars } from '../draw/bars.ts';
import { element } from '../dom.ts';
import { shown } from '../numbers.ts';
import type { State } from '../state.ts';
import type { YearReply } from '../simulation/messages.ts';
import { say } from '../words.ts';
import { controlList } from './controls.ts';
import { livePlots, type Ranges } from './live-plots.ts';
import { noticesOf, placeholder } from './notices.ts';
import type { View } from './view.ts';

const cards = [
  [headlineKeys.electricity, 'Electricity'],
  [headlineKeys.pue, 'PUE'],
  [headlineKeys.tue, 'TUE'],
  [headlineKeys.water, 'Water'],
  [headlineKeys.cost, 'Cost'],
  [headlineKeys.carbon, 'Carbon'],
  [headlineKeys.junctionTemperature, 'Hottest junction'],
  [headlineKeys.junctionMargin, 'Chip margin'],
] as const;

/** How long after the last change the axes settle [ms]. */
const settleAfter = 500;

export function liveView(state: State, actions: Actions): View {
  const controls = element('div', { class: 'controls' });
  const head = element('div');
  const plots = livePlots(state, actions);
  const frame = element('p', { class: 'soft', id: 'frame-time' });
  const shows = element('div', { class: 'shows' }, head, ...plots.figures, frame);
  const root = element('div', { class: 'live' }, controls, shows);
  let built = '';
  let held: Ranges = {};
  let drawn: { readonly year: YearReply | undefined; readonly base: YearReply | undefined; key: string } | undefined;
  let timer = 0;
  let mostEnergy = 0;
  // Told by the browser: to ask for it would have the whole page laid out in the middle of a drag.
  let width = 0;
  new ResizeObserver(([entry]) => {
    const found = Math.round(entry?.contentRect.width ?? 0);
    if (found === width) return;
    width = found;
    actions.redraw();
  }).observe(shows);

  const settle = (): void => {
    held = {};
    mostEnergy = 0;
    drawn = undefined;
    actions.redraw();
  };

  return {
    root,
    whole: true,
    draw() {
      const { base, year, contents, units, changes, selected } = state;
      const listKey = JSON.stringify([
        base?.id,
        contents?.id,
        units,
        selected,
        changes.system !== undefined ? [changes.system, year?.system] : '',
        Object.keys(changes.site).length + Object.keys(changes.own).length === 0,
      ]);
      if (listKey !== built && (base ?? year) !== undefined) {
        // A list is not rebuilt under the reader's hand.
        if (
          !controls.contains(document.activeElement) ||
          document.activeElement instanceof HTMLSelectElement ||
          built === ''
        ) {
          const scrolled = controls.scrollTop;
          controls.replaceChildren(...controlList(state, actions).childNodes);
          controls.scrollTop = scrolled;
          built = listKey;
        }
      }
      frame.textContent =
        year === undefined
          ? ''
          : `${say('worker')} ${year.milliseconds.toFixed(0)} ms · ${say('drawing')} ${state.drawn.toFixed(0)} ms`;
      const key = JSON.stringify([
        units,
        state.changeRefusal,
        state.refusal,
        document.documentElement.dataset['theme'],
        width,
        state.busy && year === undefined,
      ]);
      if (drawn?.year === year && drawn?.base === base && drawn?.key === key) return plots.mark();
      if (drawn?.year !== year) {
        clearTimeout(timer);
        if (drawn !== undefined && year !== undefined && changes !== undefined)
          timer = setTimeout(settle, settleAfter) as unknown as number;
      }
      drawn = { year, base, key };
      plots.show(year !== undefined);
      if (year === undefined) return head.replaceChildren(...noticesOf(state, actions), placeholder(state));
      const ghost = base === undefined || base === year ? undefined : base;
      // Before the page is written to, so that asking a canvas for its size settles nothing.
      held = plots.draw(year, ghost, held);
      plots.mark();
      mostEnergy = Math.max(mostEnergy, ...[year, ghost].map((one) => (one === undefined ? 0 : overhead(one))));
      const bars = consumerBars(
        [
          {
            name: say('without IT'),
            parts: year.summary.consumers.filter(({ name }) => name !== 'IT'),
            ...(ghost === undefined ? {} : { ghost: overhead(ghost) }),
          },
        ],
        units,
        mostEnergy,
      );
      head.replaceChildren(
        ...noticesOf(state, actions),
        element('h2', {}, say(year.summary.title)),
        element(
          'div',
          { class: 'cards', 'aria-live': 'polite' },
          ...cards.flatMap(([metric, title]) => card(title, metric, year, ghost, units)),
        ),
        element('section', { class: 'block' }, element('h3', {}, say('Electricity by consumer')), bars),
      );
    },
  };
}

function overhead({ summary }: YearReply): number {
  return summary.consumers.reduce((sum, { name, energy }) => sum + (name === 'IT' ? 0 : energy), 0);
}

function card(
  title: string,
  key: string,
  year: YearReply,
  ghost: YearReply | undefined,
  units: UnitSystem,
): HTMLElement[] {
  const find = (one: YearReply): Metric | undefined => metricOf({ ...one.summary, columns: [], events: [] }, key);
  const metric = find(year);
  if (metric === undefined) return [];
  const was = ghost === undefined ? undefined : find(ghost);
  const both = [metric.value, was?.value ?? metric.value];
  const text = (one: Metric): string =>
    one.quantity === 'temperature' || one.digits === 3
      ? formatQuantity(one.value, one.quantity, units, one.digits ?? 1)
      : shown(one.value, one.quantity, units, both);
  const isMargin = key === headlineKeys.junctionMargin;
  const gravity = isMargin && metric.value <= 0 ? 'broken' : isMargin && metric.value < 5 ? 'thin' : '';
  return [
    element(
      'div',
      { class: 'card', title: say(metric.about), 'data-key': key, 'data-value': metric.value },
      element('div', { class: 'label' }, say(title)),
      element('div', { class: `number ${gravity}` }, text(metric)),
      element('div', { class: 'was' }, was === undefined ? '' : `${say('base')} ${text(was)}`),
    ),
  ];
}
