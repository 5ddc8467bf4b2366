/**
 * The year's weather on a psychrometric chart: humidity ratio over dry bulb,
 * each hour a point in the colour of the mode that the plant's compressors
 * were in, with lines of equal relative humidity.
 */

import { displayUnit, humidityRatioOfRelativeHumidity, numberText, type UnitSystem } from '../../src/index.ts';
import { chartFigure } from '../chart/chart.ts';
import type { Rows } from '../chart/csv.ts';
import { element } from '../dom.ts';
import { columnAt, columnNamed, type State } from '../state.ts';
import type { YearReply } from '../simulation/messages.ts';
import { colour } from '../theme.ts';
import { extent } from './series.ts';
import { say } from '../words.ts';
import { fittedCanvas, tickDigits, ticks } from './canvas.ts';
import { ring } from './heat-map.ts';
import { plotCanvas } from './plot-canvas.ts';

const modes = [
  { name: 'no compressor', colour: '#3f9f8b' },
  { name: 'compressor helps', colour: '#c9a13b' },
  { name: 'compressor alone', colour: '#8a63b8' },
] as const;

/** Below this a compressor rests [1], and a source beside it gives nothing [W]. */
const resting = { share: 1e-6, heat: 500 };

/** Position in `modes` of each hour: whether a compressor runs, and whether anything else on its circuit helps. */
function modesOf(year: YearReply): Uint8Array {
  const { machines } = year.picture;
  const result = new Uint8Array(year.hours);
  for (const machine of machines) {
    const share = columnNamed(year, `${machine.name}.compressorShare`);
    if (share === undefined || machine.source === undefined) continue;
    const others = machines.flatMap((other) => {
      const isBeside = other !== machine && other.source?.circuit === machine.source!.circuit;
      const isCompressor = columnNamed(year, `${other.name}.compressorShare`) !== undefined;
      return isBeside && !isCompressor ? [columnAt(year, other.source!.heat)!] : [];
    });
    for (let i = 0; i < year.hours; i++) {
      if (share[i]! <= resting.share) continue;
      const isHelped = others.some((heat) => heat[i]! > resting.heat);
      result[i] = Math.max(result[i]!, isHelped ? 1 : 2);
    }
  }
  return result;
}

export function psychrometricFigure(
  { units, selected }: State,
  year: YearReply,
): { readonly figure: HTMLElement; paint(): void; mark(hour: number): void } {
  const mode = modesOf(year);
  const counts = modes.map((_, i) => mode.filter((one) => one === i).length);
  const key = modes.flatMap(({ name, colour: tone }, i) => {
    if (counts[i] === 0) return [];
    const mark = element('i');
    mark.style.background = tone;
    return [element('span', {}, mark, `${say(name)} ${numberText(counts[i]!, 0)} ${say('hours')}`)];
  });
  const { root, canvas, over } = plotCanvas(340, { id: 'psychrometric' });
  const words = `${say('Weather and modes')}: ${key.map(({ textContent }) => textContent).join(', ')}`;
  canvas.setAttribute('aria-label', words);
  const figure = chartFigure({
    key: 'psychrometric',
    title: say('Weather and modes'),
    of: selected,
    class: 'wide',
    head: element('h2', {}, say('Weather and modes')),
    body: [
      element('figcaption', {}, say('Every hour of the year by its air; lines of equal relative humidity')),
      element('div', { class: 'key' }, ...key),
      root,
    ],
    table: () => binned(year, mode, units),
    csv: () => hourly(year, mode, units),
  });
  const place = placesIn(year);
  return {
    figure,
    paint: () => drawChart(canvas, year, mode, units),
    mark(hour) {
      const { context, width, height } = fittedCanvas(over);
      context.clearRect(0, 0, width, height);
      const { x, y } = place(width, height);
      ring(
        context,
        x(columnNamed(year, 'weather.dryBulb')![hour]!),
        y(columnNamed(year, 'weather.humidityRatio')![hour]!),
      );
    },
  };
}

/** Hours of each mode by dry bulb, five kelvin a row. */
function binned(year: YearReply, mode: Uint8Array, units: UnitSystem): Rows {
  const { unit, fromSi } = displayUnit('temperature', units);
  const dry = columnNamed(year, 'weather.dryBulb')!;
  const step = units === 'si' ? 5 : 10;
  const bins = new Map<number, number[]>();
  dry.forEach((kelvin, hour) => {
    const bin = Math.floor(fromSi(kelvin) / step) * step;
    const row = bins.get(bin) ?? bins.set(bin, [0, 0, 0]).get(bin)!;
    row[mode[hour]!]! += 1;
  });
  return {
    heads: [`${say('dry bulb')} [${unit}]`, ...modes.map(({ name }) => `${say(name)} [h]`)],
    rows: [...bins]
      .sort(([a], [b]) => a - b)
      .map(([bin, row]) => [`${bin} … ${bin + step}`, ...row.map((hours) => numberText(hours, 0))]),
  };
}

function hourly(year: YearReply, mode: Uint8Array, units: UnitSystem): Rows {
  const [temperature, ratio] = [displayUnit('temperature', units), displayUnit('humidity ratio', units)];
  const dry = columnNamed(year, 'weather.dryBulb')!;
  const humid = columnNamed(year, 'weather.humidityRatio')!;
  return {
    heads: [
      say('Hour of the year'),
      `${say('dry bulb')} [${temperature.unit}]`,
      `${say('humidity ratio')} [${ratio.unit}]`,
      say('mode'),
    ],
    rows: Array.from(dry, (kelvin, hour) => [
      hour + 1,
      temperature.fromSi(kelvin),
      ratio.fromSi(humid[hour]!),
      say(modes[mode[hour]!]!.name),
    ]),
  };
}

const margins = { left: 20, right: 70, top: 10, bottom: 34 };

/** Places on a canvas of a size, for air of the year. */
function placesIn(year: YearReply) {
  const dry = extent(columnNamed(year, 'weather.dryBulb')!);
  const [low, high] = [dry.low - 2, dry.high + 4];
  const top = extent(columnNamed(year, 'weather.humidityRatio')!).high * 1.12;
  return (width: number, height: number) => ({
    low,
    high,
    top,
    x: (kelvin: number): number =>
      margins.left + ((kelvin - low) / (high - low)) * (width - margins.left - margins.right),
    y: (ratio: number): number => height - margins.bottom - (ratio / top) * (height - margins.top - margins.bottom),
  });
}

function drawChart(canvas: HTMLCanvasElement, year: YearReply, mode: Uint8Array, units: UnitSystem): void {
  const { context, width, height } = fittedCanvas(canvas);
  const dry = columnNamed(year, 'weather.dryBulb')!;
  const humid = columnNamed(year, 'weather.humidityRatio')!;
  const pressure = columnNamed(year, 'weather.pressure')!.reduce((sum, value) => sum + value, 0) / year.hours;
  const [temperature, ratio] = [displayUnit('temperature', units), displayUnit('humidity ratio', units)];
  const { low, high, top, x, y } = placesIn(year)(width, height);
  context.clearRect(0, 0, width, height);
  context.font = '11px system-ui, sans-serif';
  context.textBaseline = 'middle';
  drawHumidityLines(context, { low, high, top, pressure, x, y });
  context.fillStyle = colour('soft');
  context.textAlign = 'center';
  const span = [low, high].map(temperature.fromSi) as [number, number];
  const perKelvin = (span[1] - span[0]) / (high - low);
  const marks = ticks(span[0], span[1], 8);
  for (const mark of marks)
    context.fillText(numberText(mark, tickDigits(marks)), x(low + (mark - span[0]) / perKelvin), height - 22);
  context.fillText(`${say('dry bulb')} ${temperature.unit}`, width / 2, height - 7);
  context.textAlign = 'left';
  const heights = ticks(0, ratio.fromSi(top), 5);
  for (const mark of heights)
    context.fillText(
      `${numberText(mark, tickDigits(heights))} ${ratio.unit}`,
      width - margins.right + 8,
      y((mark / ratio.fromSi(1)) * 1),
    );
  context.globalAlpha = 0.55;
  modes.forEach(({ colour: tone }, i) => {
    context.fillStyle = tone;
    for (let k = 0; k < year.hours; k++) if (mode[k] === i) context.fillRect(x(dry[k]!) - 1, y(humid[k]!) - 1, 2, 2);
  });
  context.globalAlpha = 1;
}

interface Chart {
  readonly low: number;
  readonly high: number;
  readonly top: number;
  readonly pressure: number;
  x(kelvin: number): number;
  y(ratio: number): number;
}

function drawHumidityLines(context: CanvasRenderingContext2D, { low, high, top, pressure, x, y }: Chart): void {
  context.textAlign = 'right';
  for (const percent of [20, 40, 60, 80, 100]) {
    context.strokeStyle = colour(percent === 100 ? 'strong' : 'line');
    context.lineWidth = percent === 100 ? 1.5 : 1;
    context.beginPath();
    let end = low;
    for (let kelvin = low; kelvin <= high; kelvin += 0.5) {
      const ratio = humidityRatioOfRelativeHumidity(kelvin, percent / 100, pressure);
      if (ratio > top) break;
      context.lineTo(x(kelvin), y(ratio));
      end = kelvin;
    }
    context.stroke();
    context.fillStyle = colour('soft');
    const last = humidityRatioOfRelativeHumidity(end, percent / 100, pressure);
    context.fillText(`${percent} %`, x(end) - 4, Math.max(y(last) - 7, 8));
  }
}
