/**
 * Lines over the seconds of a transient on a canvas: the range in each step
 * behind its mean, what it was before as a ghost, limits, what happened as
 * upright lines, and times to a limit as brackets.
 */

import { clockText, numberText } from '../../src/index.ts';
import { timeTicks } from '../failure/clock.ts';
import { colour } from '../theme.ts';
import { fittedCanvas } from './canvas.ts';
import { drawValueAxis, horizontal, margins } from './line-plot.ts';
import { stretches } from './stretches.ts';

export interface TimeLine {
  readonly name: string;
  /** In the shown unit. */
  readonly values: ArrayLike<number>;
  /** Least and most in each step; absent where there is no band. */
  readonly least?: ArrayLike<number>;
  readonly most?: ArrayLike<number>;
  /** Steps in which it says nothing, for nothing flows: drawn faintly, and no axis reaches for them. */
  readonly rests?: readonly boolean[];
  /** Ends of its own steps [s]. */
  readonly times: ArrayLike<number>;
  readonly colour: string;
  readonly dashed: boolean;
  readonly faint: boolean;
}

export interface TimeLimit {
  readonly text: string;
  readonly value: number;
}

export interface TimeMark {
  /** [s] */
  readonly time: number;
  readonly kind: 'event' | 'limit' | 'recovery';
  /** What happened, where the plot is to say it. */
  readonly text?: string;
}

/** A bracket from what happened to what came of it. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly text: string;
}

export interface TimePlot {
  readonly lines: readonly TimeLine[];
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly limits: readonly TimeLimit[];
  readonly marks: readonly TimeMark[];
  readonly spans: readonly TimeSpan[];
}

interface Axes {
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
  readonly width: number;
  readonly height: number;
}

/** @returns the range of values that is shown */
export function drawTimePlot(
  canvas: HTMLCanvasElement,
  plot: TimePlot,
  held?: readonly [number, number],
): readonly [number, number] {
  const { context, width, height } = fittedCanvas(canvas);
  context.clearRect(0, 0, width, height);
  const own = rangeOf(plot);
  const range = held === undefined ? own : ([Math.min(own[0], held[0]), Math.max(own[1], held[1])] as const);
  const axes = axesOf(plot, range, width, height);
  context.font = '11px system-ui, sans-serif';
  drawValueAxis(context, plot.unit, range, axes.y, width);
  drawTimeAxis(context, plot, axes);
  context.save();
  context.beginPath();
  context.rect(margins.left, 0, width - margins.left - margins.right, height - margins.bottom + 2);
  context.clip();
  for (const mark of plot.marks) drawMark(context, mark, axes);
  for (const line of plot.lines) if (line.least !== undefined) drawBand(context, line, plot, axes);
  for (const line of plot.lines) drawLine(context, line, plot, axes);
  for (const limit of plot.limits) drawLimit(context, limit, axes);
  for (const span of plot.spans) drawSpan(context, span, axes);
  context.restore();
  return range;
}

function axesOf({ from, to }: TimePlot, [low, high]: readonly [number, number], width: number, height: number): Axes {
  const { left, right, top, bottom } = margins;
  return {
    width,
    height,
    x: (time) => left + ((time - from) / Math.max(to - from, 1e-9)) * (width - left - right),
    y: (value) => height - bottom - ((value - low) / (high - low)) * (height - top - bottom),
  };
}

function rangeOf({ lines, limits, from, to }: TimePlot): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  const see = (value: number): void => {
    if (value < low) low = value;
    if (value > high) high = value;
  };
  for (const { values, least, most, times, rests } of lines) {
    for (let i = 0; i < values.length; i++) {
      if (times[i]! < from || times[i]! > to || rests?.[i] === true) continue;
      see((least ?? values)[i]!);
      see((most ?? values)[i]!);
    }
  }
  for (const { value } of limits) see(value);
  if (!(high > low)) return [Number.isFinite(low) ? low - 1 : 0, Number.isFinite(high) ? high + 1 : 1];
  const air = (high - low) * 0.07;
  return [low >= 0 && low - air < 0 ? Math.min(0, low) : low - air, high + air];
}

function drawTimeAxis(context: CanvasRenderingContext2D, { from, to }: TimePlot, { x, width, height }: Axes): void {
  context.fillStyle = colour('soft');
  context.textBaseline = 'alphabetic';
  const marks = timeTicks(from, to);
  const every = Math.max(1, Math.ceil((marks.length * 52) / (width - margins.left)));
  marks.forEach((time, i) => {
    if (i % every > 0) return;
    context.textAlign = x(time) > width - 30 ? 'right' : 'center';
    context.fillText(clockText(time), x(time), height - 7);
  });
}

const markTones = { event: 'ink', limit: 'red', recovery: 'accent' } as const;

function drawMark(context: CanvasRenderingContext2D, { time, kind }: TimeMark, { x, height }: Axes): void {
  context.strokeStyle = colour(markTones[kind]);
  context.lineWidth = 1.2;
  context.setLineDash(kind === 'recovery' ? [2, 3] : []);
  context.beginPath();
  context.moveTo(Math.round(x(time)) + 0.5, 0);
  context.lineTo(Math.round(x(time)) + 0.5, height - margins.bottom);
  context.stroke();
  context.setLineDash([]);
}

function drawBand(context: CanvasRenderingContext2D, line: TimeLine, { from, to }: TimePlot, { x, y }: Axes): void {
  const { least, most, times, colour: tone } = line;
  context.fillStyle = tone;
  context.globalAlpha = 0.2;
  for (const { first, last, rests } of stretches(line, shownSteps(times, from, to))) {
    if (rests) continue;
    context.beginPath();
    for (let i = first; i <= last; i++) context.lineTo(x(times[i]!), y(most![i]!));
    for (let i = last; i >= first; i--) context.lineTo(x(times[i]!), y(least![i]!));
    context.fill();
  }
  context.globalAlpha = 1;
}

function drawLine(context: CanvasRenderingContext2D, line: TimeLine, { from, to }: TimePlot, { x, y }: Axes): void {
  const { values, times, colour: tone, dashed, faint } = line;
  context.strokeStyle = tone;
  context.lineWidth = faint ? 1.1 : 1.6;
  context.lineJoin = 'round';
  for (const { first, last, rests } of stretches(line, shownSteps(times, from, to))) {
    context.globalAlpha = rests ? 0.55 : faint ? 0.8 : 1;
    context.setLineDash(rests ? [1, 4] : dashed ? [4, 3] : []);
    context.beginPath();
    for (let i = first; i <= last; i++) context.lineTo(x(times[i]!), y(values[i]!));
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** One step beyond each edge, so that lines go through it. */
function shownSteps(times: ArrayLike<number>, from: number, to: number): readonly [number, number] {
  return [Math.max(0, stepAt(times, from) - 1), Math.min(times.length - 1, stepAt(times, to) + 1)];
}

/** The step that a moment lies in: the first that ends at or after it. */
export function stepAt(times: ArrayLike<number>, time: number): number {
  let [low, high] = [0, times.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < time - 1e-6) low = middle + 1;
    else high = middle;
  }
  return low;
}

function drawLimit(context: CanvasRenderingContext2D, { text, value }: TimeLimit, { y, width }: Axes): void {
  context.strokeStyle = context.fillStyle = colour('red');
  context.lineWidth = 1;
  context.setLineDash([5, 4]);
  horizontal(context, margins.left, width - margins.right, y(value));
  context.setLineDash([]);
  context.textAlign = 'right';
  context.textBaseline = 'bottom';
  haloText(context, text, width - margins.right - 4, y(value) - 2);
}

function drawSpan(context: CanvasRenderingContext2D, { from, to, at, text }: TimeSpan, { x, y, width }: Axes): void {
  const [left, right, level] = [x(from), x(to), Math.round(y(at)) + 14.5];
  context.strokeStyle = context.fillStyle = colour('ink');
  context.lineWidth = 1.2;
  context.beginPath();
  context.moveTo(left, level - 4);
  context.lineTo(left, level + 4);
  context.moveTo(left, level);
  context.lineTo(right, level);
  context.moveTo(right, level - 4);
  context.lineTo(right, level + 4);
  context.stroke();
  context.font = '600 11.5px system-ui, sans-serif';
  context.textBaseline = 'middle';
  context.beginPath();
  context.arc(right, y(at), 3.5, 0, 7);
  context.fill();
  const wide = context.measureText(text).width;
  const isLate = right + wide + 12 > width;
  context.textAlign = 'left';
  const start = isLate ? left - 6 - wide : right + 6;
  context.fillStyle = colour('page');
  context.fillRect(start - 3, level - 8, wide + 6, 16);
  context.fillStyle = colour('ink');
  context.fillText(text, start, level);
  context.font = '11px system-ui, sans-serif';
}

function haloText(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  context.strokeStyle = colour('page');
  context.lineWidth = 3;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

/** The moment under the cursor, on a canvas over the lines. @param range as `drawTimePlot` returned it */
export function markTime(
  over: HTMLCanvasElement,
  plot: TimePlot,
  range: readonly [number, number],
  time: number,
): void {
  const { context, width, height } = fittedCanvas(over);
  context.clearRect(0, 0, width, height);
  if (time < plot.from || time > plot.to) return;
  const { x, y } = axesOf(plot, range, width, height);
  context.fillStyle = colour('soft');
  context.fillRect(x(time) - 0.5, 0, 1, height - margins.bottom);
  for (const { values, times, rests, colour: tone, faint } of plot.lines) {
    const step = stepAt(times, time);
    const value = values[step]!;
    if (faint || rests?.[step] === true || !Number.isFinite(value)) continue;
    context.fillStyle = tone;
    context.beginPath();
    context.arc(x(time), y(value), 3, 0, 7);
    context.fill();
  }
}

/** The moment at a place on the canvas. */
export function timeAt(
  canvas: HTMLCanvasElement,
  clientX: number,
  { from, to }: Pick<TimePlot, 'from' | 'to'>,
): number {
  const { left, width } = canvas.getBoundingClientRect();
  const share = (clientX - left - margins.left) / (width - margins.left - margins.right);
  return from + Math.min(Math.max(share, 0), 1) * (to - from);
}

/** What a line stands at. */
export function valueText(value: number, digits: number, unit: string): string {
  if (!Number.isFinite(value)) return '–';
  return unit === '' ? numberText(value, digits) : `${numberText(value, digits)} ${unit}`;
}
