/** A curve of one number against another with the point at which a machine stands, on a canvas. */

import { numberText } from '../../src/index.ts';
import { colour } from '../theme.ts';
import { fittedCanvas, tickDigits, ticks } from './canvas.ts';

/** Numbers in the shown units. */
export interface CurvePlot {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly now: { readonly x: number; readonly y: number } | undefined;
  readonly xUnit: string;
  readonly yUnit: string;
  /** Marks every point: they were printed, not asked for. */
  readonly dotted: boolean;
}

const margins = { left: 52, right: 12, top: 8, bottom: 22 };

export function drawCurve(canvas: HTMLCanvasElement, { points, now, xUnit, yUnit, dotted }: CurvePlot): void {
  const { context, width, height } = fittedCanvas(canvas);
  context.clearRect(0, 0, width, height);
  const { left, right, top, bottom } = margins;
  const all = now === undefined ? points : [...points, now];
  const xs = spanOf(all.map(({ x }) => x));
  const ys = spanOf(all.map(({ y }) => y));
  const x = (value: number): number => left + ((value - xs[0]) / (xs[1] - xs[0])) * (width - left - right);
  const y = (value: number): number => height - bottom - ((value - ys[0]) / (ys[1] - ys[0])) * (height - top - bottom);
  context.font = '11px system-ui, sans-serif';
  context.fillStyle = colour('soft');
  axis(ys, 4, yUnit, (value, text) => {
    context.fillStyle = colour('line');
    context.fillRect(left, Math.round(y(value)), width - left - right, 1);
    context.fillStyle = colour('soft');
    context.textAlign = 'right';
    context.textBaseline = 'middle';
    context.fillText(text, left - 6, y(value), left - 8);
  });
  axis(xs, 5, xUnit, (value, text) => {
    context.textAlign = 'center';
    context.textBaseline = 'alphabetic';
    context.fillText(text, Math.min(x(value), width - 18), height - 6);
  });
  context.strokeStyle = colour('accent');
  context.lineWidth = 1.6;
  context.beginPath();
  for (const point of points) context.lineTo(x(point.x), y(point.y));
  context.stroke();
  context.fillStyle = colour('accent');
  if (dotted) for (const point of points) disc(context, x(point.x), y(point.y), 2.4);
  if (now === undefined) return;
  context.fillStyle = colour('page');
  disc(context, x(now.x), y(now.y), 6);
  context.fillStyle = colour('ink');
  disc(context, x(now.x), y(now.y), 4);
}

/** The last tick carries the unit. */
function axis(
  [low, high]: readonly [number, number],
  about: number,
  unit: string,
  draw: (value: number, text: string) => void,
): void {
  const marks = ticks(low, high, about);
  const digits = tickDigits(marks);
  marks.forEach((value, i) =>
    draw(
      value,
      i === marks.length - 1 && unit !== '' ? `${numberText(value, digits)} ${unit}` : numberText(value, digits),
    ),
  );
}

function spanOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = (high - low) * 0.06 || Math.abs(high) * 0.1 || 1;
  return [low >= 0 && low - air < 0 ? 0 : low - air, high + air];
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.fill();
}
