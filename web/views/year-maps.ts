/** The maps of the year view: what of a year can be mapped, which come first, and one map with its scale. */

import { displayScale, numberText, type Quantity, temperatureColour, temperatureStops } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { element, select } from '../dom.ts';
import { chartFigure } from '../chart/chart.ts';
import { hourlyRows, monthlyRows, type Series } from '../chart/table.ts';
import { drawHeatMap, hourOnMap, markMap, sequentialColour } from '../draw/heat-map.ts';
import { plotCanvas } from '../draw/plot-canvas.ts';
import { extent, flowingSupply, junctions, powerRatio, scaled, summed } from '../draw/series.ts';
import { dateText, withUnit } from '../numbers.ts';
import { columnAt, columnNamed, type State } from '../state.ts';
import type { YearReply } from '../simulation/messages.ts';
import { say } from '../words.ts';

/** What a map can show. */
export interface Mapped {
  readonly key: string;
  readonly title: string;
  readonly quantity: Quantity;
  readonly values: ArrayLike<number>;
}

/** A figure, and its drawing once it stands in the page. */
export interface Figure {
  readonly figure: HTMLElement;
  paint(): void;
  /** Shows another hour, on what is drawn already. */
  mark(hour: number): void;
}

export function mappedOf(year: YearReply): Mapped[] {
  const water = summed(year, '.makeUp');
  const compressor = year.columns.flatMap(({ name }, i) => (name.endsWith('.compressorShare') ? [{ name, i }] : []));
  const supplies = year.picture.circuits.map((circuit): Mapped => ({
    key: `${circuit.name}.supply`,
    title: `${circuit.name}: ${say('supply')}`,
    quantity: 'temperature',
    values: flowingSupply(year, circuit),
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
export function firstMaps(maps: readonly Mapped[]): string[] {
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

export function mapFigure(
  state: State,
  actions: Actions,
  maps: readonly Mapped[],
  { place, name, choose }: { readonly place: number; readonly name: string; choose(name: string): void },
): Figure {
  const { units, language, selected } = state;
  const map = maps.find(({ key }) => key === name)!;
  const { low, high, mean } = extent(map.values);
  const scale = displayScale(map.quantity, units, [low, high]);
  const digits = map.key === 'ratio' ? 3 : Math.max(scale.digits, 1);
  const text = (value: number): string =>
    Number.isFinite(value) ? withUnit(numberText(scale.fromSi(value), digits), scale) : say('off');
  const { root, canvas, over } = plotCanvas(150, { 'data-map': map.key });
  const words = `${map.title}: ${say('least')} ${text(low)}, ${say('mean')} ${text(mean)}, ${say('most')} ${text(high)}`;
  canvas.setAttribute('aria-label', words);
  root.classList.add('pick');
  root.addEventListener('click', ({ clientX, clientY }) =>
    actions.redraw({ hour: hourOnMap(canvas, clientX, clientY) }),
  );
  const isTemperature = map.quantity === 'temperature';
  const colourOf = (share: number) =>
    isTemperature ? temperatureAt(low + share * (high - low)) : sequentialColour(share);
  const label = `${say('Hour by day')} ${place + 1}`;
  const options = maps.map(({ key, title }) => ({ value: key, title }));
  const strip = element('span', { class: 'scale' });
  const stops = [0, 0.25, 0.5, 0.75, 1].map((share) => `rgb(${colourOf(share).map(Math.round).join(',')})`);
  strip.style.background = `linear-gradient(90deg,${stops.join(',')})`;
  const now = element('span', {});
  const series = (): Series[] => [
    { name: map.title, values: scaled(map.values, map.quantity, units).values, unit: scale.unit, digits },
  ];
  const figure = chartFigure({
    key: `map-${place}`,
    title: map.title,
    of: selected,
    head: element(
      'div',
      {},
      select(label, options, name, choose),
      element('b', { class: 'map-title', 'aria-hidden': 'true' }, map.title),
    ),
    body: [
      element(
        'figcaption',
        { class: 'map-key' },
        now,
        element('span', { class: 'range' }, text(low), strip, text(high)),
      ),
      root,
    ],
    table: () => monthlyRows(series(), language),
    csv: () => hourlyRows(series()),
  });
  return {
    figure,
    paint: () => drawHeatMap(canvas, { values: map.values, low, high, colourOf, language }),
    mark(hour) {
      now.textContent = `${dateText(hour, language)}: ${text(map.values[hour]!)}`;
      markMap(over, hour);
    },
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
