/**
 * Live: what can be moved on the left, and on the right what the year makes of
 * it, with the base behind every number and line. Axes hold still while
 * something is dragged and settle after.
 */

import { formatQuantity, headlineKeys, type Metric, metricOf, type UnitSystem } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { consumerBars } from '../draw/bars.ts';
import { drawLines, hourAt, type Line, rangeOf } from '../draw/line-plot.ts';
import { junctions, powerRatio, scaled, sortedDown, summed } from '../draw/series.ts';
import { element } from '../dom.ts';
import { degrees, shown } from '../numbers.ts';
import { columnNamed, type State } from '../state.ts';
import type { YearReply } from '../simulation/messages.ts';
import { colour } from '../theme.ts';
import { say } from '../words.ts';
import { controlList } from './controls.ts';
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
  const plots = plotsOf(state, actions);
  const frame = element('p', { class: 'soft', id: 'frame-time' });
  const shows = element('div', { class: 'shows' }, head, ...plots.figures, frame);
  const root = element('div', { class: 'live' }, controls, shows);
  let built = '';
  let held: Ranges = {};
  let drawn: { readonly year: YearReply | undefined; readonly base: YearReply | undefined; key: string } | undefined;
  let timer = 0;
  let mostEnergy = 0;

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
        state.hour,
        document.documentElement.dataset['theme'],
        shows.clientWidth,
        state.busy && year === undefined,
      ]);
      if (drawn?.year === year && drawn?.base === base && drawn?.key === key) return;
      if (drawn?.year !== year) {
        clearTimeout(timer);
        if (drawn !== undefined && year !== undefined && changes !== undefined)
          timer = setTimeout(settle, settleAfter) as unknown as number;
      }
      drawn = { year, base, key };
      plots.show(year !== undefined);
      if (year === undefined) return head.replaceChildren(...noticesOf(state, actions), placeholder(state));
      const ghost = base === undefined || base === year ? undefined : base;
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
        element('h2', {}, year.summary.title),
        element(
          'div',
          { class: 'cards', 'aria-live': 'polite' },
          ...cards.flatMap(([metric, title]) => card(title, metric, year, ghost, units)),
        ),
        element('section', { class: 'block' }, element('h3', {}, say('Electricity by consumer')), bars),
      );
      held = plots.draw(year, ghost, held);
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
  const text = (one: Metric): string =>
    one.quantity === 'temperature' || one.digits === 3
      ? formatQuantity(one.value, one.quantity, units, one.digits ?? 1)
      : shown(one.value, one.quantity, units);
  const was = ghost === undefined ? undefined : find(ghost);
  const isMargin = key === headlineKeys.junctionMargin;
  const gravity = isMargin && metric.value <= 0 ? 'broken' : isMargin && metric.value < 5 ? 'thin' : '';
  return [
    element(
      'div',
      { class: 'card', title: metric.about, 'data-key': key, 'data-value': metric.value },
      element('div', { class: 'label' }, say(title)),
      element('div', { class: `number ${gravity}` }, text(metric)),
      element('div', { class: 'was' }, was === undefined ? '' : `${say('base')} ${text(was)}`),
    ),
  ];
}

/** A text that stays the same is left alone, so that nothing has to be laid out again. */
function write(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

type Ranges = Record<string, readonly [number, number]>;

function plotsOf(state: State, actions: Actions) {
  const plot = (title: string, height: number) => {
    const canvas = element('canvas', { class: 'plot', role: 'img' });
    canvas.style.height = `${height}px`;
    const caption = element('figcaption');
    const figure = element('figure', { class: 'block' }, element('h3', {}, say(title)), caption, canvas);
    return { canvas, caption, figure, title };
  };
  const power = plot('Facility power', 150);
  const junction = plot('Chip junction', 130);
  const ratio = plot('Power ratio', 130);
  const water = plot('Make-up water', 120);
  const all = [power, ratio, junction, water];
  for (const { canvas } of [power, junction, water])
    canvas.addEventListener('click', (event) =>
      actions.redraw({ hour: hourAt(canvas, event.clientX, { from: 0, to: 8759 }) }),
    );
  return {
    figures: all.map(({ figure }) => figure),
    show: (there: boolean) => all.forEach(({ figure }) => (figure.hidden = !there)),
    draw(year: YearReply, ghost: YearReply | undefined, held: Ranges): Ranges {
      const { units, hour, language } = state;
      const ranges: Ranges = {};
      const draw = (
        one: ReturnType<typeof plot>,
        pick: (of: YearReply) => { values: Float64Array; unit: string },
        axis: 'calendar' | 'count',
        limit?: number,
      ): void => {
        const mine = pick(year);
        const theirs = ghost === undefined ? undefined : pick(ghost);
        const lines: Line[] = [
          ...(theirs === undefined
            ? []
            : [{ name: say('base'), values: theirs.values, colour: colour('ghost'), faint: true }]),
          { name: say('now'), values: mine.values, colour: colour('accent') },
        ];
        const whole = { lines, from: 0, to: year.hours - 1, ...(limit === undefined ? {} : { limit }) };
        const [low, high] = rangeOf(whole);
        const before = held[one.title];
        // While dragging an axis may only grow.
        const range =
          before === undefined
            ? ([low, high] as const)
            : ([Math.min(low, before[0]), Math.max(high, before[1])] as const);
        ranges[one.title] = range;
        drawLines(one.canvas, {
          ...whole,
          unit: mine.unit,
          range,
          axis,
          language,
          ...(axis === 'calendar' ? { cursor: hour } : {}),
        });
        one.canvas.setAttribute(
          'aria-label',
          `${say(one.title)}: ${say('least')} ${low.toPrecision(4)}, ${say('most')} ${high.toPrecision(4)} ${mine.unit}`,
        );
      };
      const inUnit = (values: ArrayLike<number>, quantity: Parameters<typeof scaled>[1]) => {
        const { scale, values: shownValues } = scaled(values, quantity, units);
        return { values: shownValues, unit: scale.unit };
      };
      draw(power, (of) => inUnit(columnNamed(of, 'facility.power')!, 'power'), 'calendar');
      draw(ratio, (of) => ({ values: sortedDown(powerRatio(of)), unit: '' }), 'count');
      write(ratio.caption, `${say('Load duration')}: ${say('hours of the year')}`);
      draw(junction, (of) => inUnit(junctions(of).hottest, 'temperature'), 'calendar');
      write(
        junction.caption,
        `${say('limit')} ${[...new Set(year.picture.chips.map(({ junctionLimit }) => degrees(junctionLimit, units)))].join(', ')}`,
      );
      const drawn = summed(year, '.makeUp') ?? new Float64Array(year.hours);
      water.figure.hidden = !drawn.some((value) => value > 0);
      if (!water.figure.hidden)
        draw(water, (of) => inUnit(summed(of, '.makeUp') ?? new Float64Array(of.hours), 'mass flow'), 'calendar');
      return ranges;
    },
  };
}
