/**
 * Chips: where the kelvins go between the weather and the junction, at the
 * hour under the cursor and at the worst of the year, and how the margin to
 * the limit is spread over the year.
 */

import { formatQuantity, numberText, temperatureColour, type UnitSystem } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { element, shape } from '../dom.ts';
import { chartFigure } from '../chart/chart.ts';
import { fittedCanvas, tickDigits, ticks } from '../draw/canvas.ts';
import { plotCanvas } from '../draw/plot-canvas.ts';
import { extent } from '../draw/series.ts';
import { dateText, degrees } from '../numbers.ts';
import { columnAt, columnNamed, type State } from '../state.ts';
import type { ChipPicture, YearReply } from '../simulation/messages.ts';
import { colour } from '../theme.ts';
import { say } from '../words.ts';
import { noticesOf, placeholder } from './notices.ts';
import type { View } from './view.ts';

/** A margin below this is thin [K]. */
const thinMargin = 5;

export function chipsView(state: State, actions: Actions): View {
  const root = element('div');
  let drawn: { readonly year: YearReply | undefined; readonly key: string } | undefined;
  const draw = (): void => {
    const { year, hour, units, refusal, changeRefusal, busy } = state;
    const key = JSON.stringify([
      hour,
      units,
      refusal,
      changeRefusal,
      busy,
      document.documentElement.dataset['theme'],
      root.clientWidth,
    ]);
    if (drawn !== undefined && drawn.year === year && drawn.key === key) return;
    drawn = { year, key };
    if (year === undefined) return root.replaceChildren(...noticesOf(state, actions), placeholder(state));
    const groups = year.picture.chips.map((chips) => groupOf(state, year, chips));
    root.replaceChildren(...noticesOf(state, actions), ...groups.map(({ section }) => section));
    for (const { paint } of groups) paint();
  };
  return { root, draw };
}

function groupOf(state: State, year: YearReply, chips: ChipPicture): { readonly section: HTMLElement; paint(): void } {
  const { units, hour, language } = state;
  const junction = columnAt(year, chips.junction)!;
  const cases = columnAt(year, chips.case)!;
  const margin = Float64Array.from(junction, (value, i) =>
    Math.min(chips.junctionLimit - value, chips.caseLimit - cases[i]!),
  );
  let worst = 0;
  margin.forEach((value, i) => {
    if (value < margin[worst]!) worst = i;
  });
  const over = margin.filter((value) => value <= 1e-3).length;
  const thin = margin.filter((value) => value < thinMargin).length;
  const { root: plot, canvas } = plotCanvas(190);
  const least = formatQuantity(margin[worst]!, 'temperature difference', units, 1);
  canvas.setAttribute(
    'aria-label',
    `${say('Margin to the limit')}: ${say('least')} ${least}; ${say('Hours at or over a limit')}: ${over}`,
  );
  const facts = element(
    'div',
    { class: 'cards' },
    fact('Margin to the limit', least, margin[worst]! <= 0 ? 'broken' : margin[worst]! < thinMargin ? 'thin' : ''),
    fact('Hottest junction', degrees(junction[worst]!, units), ''),
    fact('Hours at or over a limit', String(over), over > 0 ? 'broken' : ''),
    fact(
      `${say('hours')} < ${formatQuantity(thinMargin, 'temperature difference', units, 0)}`,
      String(thin),
      thin > 0 ? 'thin' : '',
    ),
  );
  const stairs = element(
    'div',
    { class: 'grid' },
    staircase(state, year, chips, { hour, title: `${say('Hour under the cursor')}, ${dateText(hour, language)}` }),
    staircase(state, year, chips, {
      hour: worst,
      title: `${say('Worst hour of the year')}, ${dateText(worst, language)}`,
    }),
  );
  const section = element(
    'section',
    { class: 'block' },
    element('h2', {}, `${chips.owner}: ${numberText(chips.count, 0)} × ${say(chips.title)}`),
    element(
      'p',
      { class: 'soft' },
      `${say('limit')}: ${say('junction')} ${degrees(chips.junctionLimit, units)}, ${say('case')} ${degrees(chips.caseLimit, units)}`,
    ),
    facts,
    element('h3', { class: 'block' }, say('Where the kelvins go')),
    stairs,
    chartFigure({
      key: `margin-${chips.owner}`,
      title: say('Margin to the limit'),
      of: `${state.selected} ${chips.owner}`,
      class: 'block',
      body: [element('figcaption', {}, `${say('hours of the year')}, ${marginUnit(units)} →`), plot],
      table: () => ({
        heads: [`${say('Margin')} [${marginUnit(units)}]`, say('hours of the year')],
        rows: binsOf(margin)
          .filter(({ hours }) => hours > 0)
          .map(({ from, to, hours }) => [
            `${numberText(inUnits(from, units), 1)} … ${numberText(inUnits(to, units), 1)}`,
            numberText(hours, 0),
          ]),
      }),
      csv: () => ({
        heads: [say('Hour of the year'), `${say('Margin')} [${marginUnit(units)}]`],
        rows: Array.from(margin, (kelvin, i) => [i + 1, inUnits(kelvin, units)]),
      }),
    }),
  );
  return { section, paint: () => drawHistogram(canvas, margin, units) };
}

function fact(label: string, value: string, gravity: string): HTMLElement {
  return element(
    'div',
    { class: 'card' },
    element('div', { class: 'label' }, say(label)),
    element('div', { class: `number ${gravity}` }, value),
  );
}

/** Steps from the coldest to the junction as a drawing, each with its kelvins. */
function staircase(
  { units, selected }: State,
  year: YearReply,
  chips: ChipPicture,
  { hour, title }: { readonly hour: number; readonly title: string },
): HTMLElement {
  const steps = [
    { name: 'outdoor air', temperature: columnNamed(year, 'weather.dryBulb')![hour]! },
    ...chips.chain.map(({ name, column }) => ({ name, temperature: columnAt(year, column)?.[hour] ?? Number.NaN })),
  ].filter(({ temperature }) => Number.isFinite(temperature));
  const [width, rowHeight, left, right] = [560, 38, 170, 76];
  const height = steps.length * rowHeight + 34;
  const temperatures = [...steps.map(({ temperature }) => temperature), chips.junctionLimit];
  const [low, high] = [Math.min(...temperatures) - 3, Math.max(...temperatures) + 3];
  const x = (kelvin: number): number => left + ((kelvin - low) / (high - low)) * (width - left - right);
  const drawing = shape('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', width: '100%', class: 'diagram' });
  steps.forEach(({ name, temperature }, i) => {
    const y = 22 + i * rowHeight;
    const before = steps[i - 1]?.temperature;
    if (before !== undefined) {
      const [from, to] = [x(before), x(temperature)];
      const rise = temperature - before;
      drawing.append(
        shape('rect', {
          x: Math.min(from, to),
          y,
          width: Math.max(Math.abs(to - from), 1),
          height: 20,
          fill: temperatureColour(temperature),
          rx: 2,
        }),
        shape('path', {
          d: `M${from} ${y - rowHeight + 20}V${y + 20}`,
          stroke: 'var(--strong)',
          'stroke-dasharray': '2 2',
          fill: 'none',
        }),
        shape(
          'text',
          { x: (from + to) / 2, y: y - 4, class: 'soft halo', 'text-anchor': 'middle' },
          `${rise > 0 ? '+' : ''}${formatQuantity(rise, 'temperature difference', units, 1)}`,
        ),
      );
    } else
      drawing.append(
        shape('rect', { x: x(temperature) - 2, y, width: 4, height: 20, fill: temperatureColour(temperature), rx: 2 }),
      );
    drawing.append(
      shape('text', { x: left - 14, y: y + 14, 'text-anchor': 'end' }, say(name)),
      shape(
        'text',
        { x: Math.max(x(temperature), before === undefined ? 0 : x(before)) + 7, y: y + 14, class: 'name halo' },
        degrees(temperature, units),
      ),
    );
  });
  const limit = x(chips.junctionLimit);
  // Under the numbers, which may stand where it is.
  drawing.prepend(
    shape('path', { d: `M${limit} 16V${height - 16}`, stroke: 'var(--red)', 'stroke-dasharray': '5 4', fill: 'none' }),
  );
  drawing.append(
    shape(
      'text',
      { x: limit, y: height - 3, 'text-anchor': 'middle', class: 'soft' },
      `${say('limit')} ${degrees(chips.junctionLimit, units)}`,
    ),
  );
  drawing.setAttribute(
    'aria-label',
    `${title}: ${steps.map(({ name, temperature }) => `${say(name)} ${degrees(temperature, units)}`).join(', ')}`,
  );
  return chartFigure({
    key: `stairs-${chips.owner}-${title.split(',')[0]}`,
    title,
    of: `${selected} ${chips.owner}`,
    head: element('figcaption', {}, title),
    body: [drawing],
    table: () => ({
      heads: [say('Step'), say('Temperature'), say('change')],
      rows: steps.map(({ name, temperature }, i) => [
        say(name),
        degrees(temperature, units),
        i === 0 ? '–' : formatQuantity(temperature - steps[i - 1]!.temperature, 'temperature difference', units, 1),
      ]),
    }),
  });
}

function marginUnit(units: UnitSystem): string {
  return units === 'si' ? 'K' : '°F';
}

/** A difference of temperatures [K] in the reader's degrees. */
function inUnits(kelvin: number, units: UnitSystem): number {
  return units === 'si' ? kelvin : kelvin * 1.8;
}

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly hours: number;
}

/** Hours by margin, the limit at the edge of a bin [K]. */
function binsOf(margin: Float64Array): Bin[] {
  const { low: least, high: most } = extent(margin);
  const [low, high] = [Math.min(0, Math.floor(least)), Math.ceil(most) + 1];
  const size = high - low > 60 ? 2 : high - low > 24 ? 1 : 0.5;
  const counts = Array.from({ length: Math.ceil((high - low) / size) }, () => 0);
  for (const value of margin) counts[Math.min(counts.length - 1, Math.floor((value - low) / size))]! += 1;
  return counts.map((hours, i) => ({ from: low + i * size, to: low + (i + 1) * size, hours }));
}

/** Hours by margin, one kelvin a bar; red where the limit is broken, amber where it is near. */
function drawHistogram(canvas: HTMLCanvasElement, margin: Float64Array, units: UnitSystem): void {
  const { context, width, height } = fittedCanvas(canvas);
  const factor = inUnits(1, units);
  const bins = binsOf(margin);
  const [low, high] = [bins[0]!.from, bins.at(-1)!.to];
  const most = Math.max(...bins.map(({ hours }) => hours));
  const [left, right, top, bottom] = [52, 10, 8, 22];
  const x = (kelvin: number): number => left + ((kelvin - low) / (high - low)) * (width - left - right);
  const y = (hours: number): number => height - bottom - (hours / most) * (height - top - bottom);
  context.clearRect(0, 0, width, height);
  context.font = '11px system-ui, sans-serif';
  context.textBaseline = 'middle';
  for (const tick of ticks(0, most, 4)) {
    context.fillStyle = colour('line');
    context.fillRect(left, Math.round(y(tick)), width - left - right, 1);
    context.fillStyle = colour('soft');
    context.textAlign = 'right';
    context.fillText(numberText(tick, 0), left - 6, y(tick));
  }
  bins.forEach(({ from, to, hours }) => {
    context.fillStyle = colour(from < 0 ? 'red' : from < thinMargin ? 'amber' : 'accent');
    if (hours > 0)
      context.fillRect(
        x(from) + 0.5,
        y(hours),
        Math.max(x(to) - x(from) - 1, 1),
        Math.max(height - bottom - y(hours), 1),
      );
  });
  context.fillStyle = colour('soft');
  context.textAlign = 'center';
  const marks = ticks(low * factor, high * factor, 8);
  for (const tick of marks) context.fillText(numberText(tick, tickDigits(marks)), x(tick / factor), height - 9);
  context.fillStyle = colour('red');
  context.fillRect(x(0) - 1, top, 2, height - top - bottom);
}
