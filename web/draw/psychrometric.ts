/**
 * The year's weather on a psychrometric chart: humidity ratio over dry bulb,
 * each hour a point in the colour of the mode that the plant's compressors
 * were in, with lines of equal relative humidity.
 */

import { displayUnit, humidityRatioOfRelativeHumidity, numberText, type UnitSystem } from '../../src/index.ts';
import { element } from '../dom.ts';
import { columnAt, columnNamed, type State } from '../state.ts';
import type { YearReply } from '../simulation/messages.ts';
import { colour } from '../theme.ts';
import { say } from '../words.ts';
import { fittedCanvas, tickDigits, ticks } from './canvas.ts';

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
  { units, hour }: State,
  year: YearReply,
): { readonly figure: HTMLElement; paint(): void } {
  const mode = modesOf(year);
  const counts = modes.map((_, i) => mode.filter((one) => one === i).length);
  const key = modes.flatMap(({ name, colour: tone }, i) => {
    if (counts[i] === 0) return [];
    const mark = element('i');
    mark.style.background = tone;
    return [element('span', {}, mark, `${say(name)} ${numberText(counts[i]!, 0)} ${say('hours')}`)];
  });
  const canvas = element('canvas', { class: 'plot', role: 'img', id: 'psychrometric' });
  canvas.style.height = '340px';
  canvas.setAttribute(
    'aria-label',
    `${say('Weather and modes')}: ${key.map(({ textContent }) => textContent).join(', ')}`,
  );
  const figure = element(
    'figure',
    { class: 'wide' },
    element('h2', {}, say('Weather and modes')),
    element('figcaption', {}, say('Every hour of the year by its air; lines of equal relative humidity')),
    element('div', { class: 'key' }, ...key),
    canvas,
  );
  return { figure, paint: () => drawChart(canvas, year, mode, hour, units) };
}

function drawChart(
  canvas: HTMLCanvasElement,
  year: YearReply,
  mode: Uint8Array,
  hour: number,
  units: UnitSystem,
): void {
  const { context, width, height } = fittedCanvas(canvas);
  const dry = columnNamed(year, 'weather.dryBulb')!;
  const humid = columnNamed(year, 'weather.humidityRatio')!;
  const pressure = columnNamed(year, 'weather.pressure')!.reduce((sum, value) => sum + value, 0) / year.hours;
  const [temperature, ratio] = [displayUnit('temperature', units), displayUnit('humidity ratio', units)];
  const [low, high] = [Math.min(...dry) - 2, Math.max(...dry) + 4];
  const top = Math.max(...humid) * 1.12;
  const margins = { left: 20, right: 70, top: 10, bottom: 34 };
  const x = (kelvin: number): number =>
    margins.left + ((kelvin - low) / (high - low)) * (width - margins.left - margins.right);
  const y = (one: number): number => height - margins.bottom - (one / top) * (height - margins.top - margins.bottom);
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
  context.strokeStyle = colour('ink');
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(x(dry[hour]!), y(humid[hour]!), 5, 0, 7);
  context.stroke();
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
