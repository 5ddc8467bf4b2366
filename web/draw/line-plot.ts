/**
 * Lines over the hours of a year on a canvas: thousands of points a line in a
 * few milliseconds, drawn as the range of each pixel. Shows the hour under the
 * cursor, zooms with a drag.
 */

import { numberText } from '../../src/index.ts';
import { dateText, monthStarts, monthText } from '../numbers.ts';
import { colour } from '../theme.ts';
import type { Language } from '../words.ts';
import { fittedCanvas, tickDigits, ticks } from './canvas.ts';

export interface Line {
  readonly name: string;
  /** In the shown unit. */
  readonly values: ArrayLike<number>;
  readonly colour: string;
  readonly dashed?: boolean;
  readonly faint?: boolean;
}

export interface LinePlot {
  readonly lines: readonly Line[];
  /** Shown unit, on the axis. */
  readonly unit: string;
  /** First and last hour, or rank, that is shown. */
  readonly from: number;
  readonly to: number;
  /** Held while something is dragged; else found from the lines. */
  readonly range?: readonly [number, number];
  /** A level that must not be passed. */
  readonly limit?: number;
  /** Whether x is hours of the calendar or a plain count. */
  readonly axis: 'calendar' | 'count';
  readonly language: Language;
}

export const margins = { left: 52, right: 10, top: 8, bottom: 22 };

/** Lowest and highest of what is shown, with some air. */
export function rangeOf({
  lines,
  from,
  to,
  limit,
}: Pick<LinePlot, 'lines' | 'from' | 'to' | 'limit'>): [number, number] {
  let low = limit ?? Infinity;
  let high = limit ?? -Infinity;
  for (const { values } of lines) {
    for (let i = from; i <= to; i++) {
      const value = values[i]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (!(high > low)) return [Number.isFinite(low) ? low - 1 : 0, Number.isFinite(high) ? high + 1 : 1];
  const air = (high - low) * 0.06;
  return [low >= 0 && low - air < 0 ? 0 : low - air, high + air];
}

/** @returns the range of values that is shown */
export function drawLines(canvas: HTMLCanvasElement, plot: LinePlot): readonly [number, number] {
  const { context, width, height } = fittedCanvas(canvas);
  context.clearRect(0, 0, width, height);
  const [low, high] = plot.range ?? rangeOf(plot);
  const { left, right, top, bottom } = margins;
  const x = (i: number): number => left + ((i - plot.from) / Math.max(plot.to - plot.from, 1)) * (width - left - right);
  const y = (value: number): number => height - bottom - ((value - low) / (high - low)) * (height - top - bottom);
  context.font = '11px system-ui, sans-serif';
  drawValueAxis(context, plot.unit, [low, high], y, width);
  drawHourAxis(context, plot, x, height);
  context.save();
  context.beginPath();
  context.rect(left, top - 2, width - left - right, height - top - bottom + 4);
  context.clip();
  for (const line of plot.lines) drawLine(context, line, plot, x, y);
  if (plot.limit !== undefined) {
    context.strokeStyle = colour('red');
    context.setLineDash([5, 4]);
    horizontal(context, left, width - right, y(plot.limit));
    context.setLineDash([]);
  }
  context.restore();
  return [low, high];
}

/** The hour under the cursor, on a canvas over the lines. @param range as `drawLines` returned it */
export function markLines(
  over: HTMLCanvasElement,
  { lines, from, to }: Pick<LinePlot, 'lines' | 'from' | 'to'>,
  [low, high]: readonly [number, number],
  hour: number,
): void {
  const { context, width, height } = fittedCanvas(over);
  context.clearRect(0, 0, width, height);
  if (hour < from || hour > to) return;
  const { left, right, top, bottom } = margins;
  const x = left + ((hour - from) / Math.max(to - from, 1)) * (width - left - right);
  context.fillStyle = colour('soft');
  context.fillRect(x - 0.5, top, 1, height - top - bottom);
  for (const { values, colour: tone, faint } of lines) {
    const value = values[hour]!;
    if (faint === true || !Number.isFinite(value)) continue;
    context.fillStyle = tone;
    context.beginPath();
    context.arc(x, height - bottom - ((value - low) / (high - low)) * (height - top - bottom), 3, 0, 7);
    context.fill();
  }
}

export function drawValueAxis(
  context: CanvasRenderingContext2D,
  unit: string,
  [low, high]: readonly [number, number],
  y: (value: number) => number,
  width: number,
): void {
  const values = ticks(low, high, 4);
  const digits = tickDigits(values);
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.strokeStyle = colour('line');
  context.lineWidth = 1;
  values.forEach((value, i) => {
    horizontal(context, margins.left, width - margins.right, y(value));
    context.fillStyle = colour('soft');
    const isTop = i === values.length - 1;
    context.fillText(
      isTop && unit !== '' ? `${numberText(value, digits)} ${unit}` : numberText(value, digits),
      margins.left - 6,
      y(value),
      margins.left - 8,
    );
  });
}

export function horizontal(context: CanvasRenderingContext2D, from: number, to: number, y: number): void {
  context.beginPath();
  context.moveTo(from, Math.round(y) + 0.5);
  context.lineTo(to, Math.round(y) + 0.5);
  context.stroke();
}

function drawHourAxis(
  context: CanvasRenderingContext2D,
  plot: LinePlot,
  x: (i: number) => number,
  height: number,
): void {
  const { from, to, axis, language } = plot;
  context.fillStyle = colour('soft');
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const base = height - 7;
  if (axis === 'count') {
    for (const value of ticks(from, to, 6)) context.fillText(numberText(value, 0), x(value), base);
  } else if (to - from > 24 * 60) {
    const every = x(720) - x(0) < 34 ? 2 : 1;
    monthStarts.forEach((start, month) => {
      if (month % every > 0) return;
      const middle = start * 24 + 360;
      if (middle >= from && middle <= to) context.fillText(monthText(month, language), x(middle), base);
    });
  } else {
    const step = Math.max(6, Math.ceil((to - from) / 6 / 24) * 24);
    for (let hour = Math.ceil(from / step) * step; hour <= to; hour += step)
      context.fillText(dateText(hour, language).replace(' 00:00', ''), x(hour), base);
  }
}

function drawLine(
  context: CanvasRenderingContext2D,
  { values, colour: tone, dashed, faint }: Line,
  { from, to }: LinePlot,
  x: (i: number) => number,
  y: (value: number) => number,
): void {
  context.strokeStyle = tone;
  context.lineWidth = faint === true ? 1 : 1.4;
  context.globalAlpha = faint === true ? 0.75 : 1;
  context.setLineDash(dashed === true ? [4, 3] : []);
  context.beginPath();
  const perPixel = (to - from) / Math.max(x(to) - x(from), 1);
  // What is no number is a gap in the line.
  let isDown = false;
  const lead = (px: number, value: number): void => {
    if (isDown) context.lineTo(px, y(value));
    else context.moveTo(px, y(value));
    isDown = true;
  };
  const step = perPixel <= 2 ? 1 : Math.max(1, Math.floor(perPixel));
  for (let i = from; i <= to; i += step) {
    let low = Infinity;
    let high = -Infinity;
    for (let k = i; k < i + step && k <= to; k++) {
      const value = values[k]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (!(high >= low)) isDown = false;
    else {
      lead(x(i), low);
      if (high > low) lead(x(i), high);
    }
  }
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** The hour at a place on the canvas. */
export function hourAt(
  canvas: HTMLCanvasElement,
  clientX: number,
  { from, to }: Pick<LinePlot, 'from' | 'to'>,
): number {
  const { left, width } = canvas.getBoundingClientRect();
  const share = (clientX - left - margins.left) / (width - margins.left - margins.right);
  return Math.round(from + Math.min(Math.max(share, 0), 1) * (to - from));
}
