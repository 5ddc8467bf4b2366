/** The maps of the year view: what of a year can be mapped, which come first, and one map with its scale. */

import { displayScale, numberText, type Quantity, temperatureColour, temperatureStops } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { element, select } from '../dom.ts';
import { drawHeatMap, hourOnMap, sequentialColour } from '../draw/heat-map.ts';
import { junctions, powerRatio, summed } from '../draw/series.ts';
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
}

export function mappedOf(year: YearReply): Mapped[] {
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
