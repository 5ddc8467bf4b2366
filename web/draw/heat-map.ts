/** A year as hours of the day over days of the year, on a canvas; ends of the scale and the cursor shown. */

import { monthStarts, monthText } from '../numbers.ts';
import { colour, isDark } from '../theme.ts';
import type { Language } from '../words.ts';
import { fittedCanvas } from './canvas.ts';

export interface HeatMap {
  readonly values: ArrayLike<number>;
  readonly low: number;
  readonly high: number;
  readonly colourOf: (share: number) => readonly [number, number, number];
  readonly language: Language;
}

export const heatMargins = { left: 30, right: 4, top: 7, bottom: 18 };

export function drawHeatMap(canvas: HTMLCanvasElement, { values, low, high, colourOf, language }: HeatMap): void {
  const { context, width, height } = fittedCanvas(canvas);
  const { left, right, top, bottom } = heatMargins;
  const days = Math.floor(values.length / 24);
  const image = new ImageData(days, 24);
  for (let day = 0; day < days; day++) {
    for (let hour = 0; hour < 24; hour++) {
      const value = values[day * 24 + hour]!;
      // Left as the page is: nothing flows in this hour.
      if (!Number.isFinite(value)) continue;
      const share = high > low ? (value - low) / (high - low) : 0;
      const rgb = colourOf(Math.min(Math.max(share, 0), 1));
      const at = ((23 - hour) * days + day) * 4;
      image.data.set([rgb[0], rgb[1], rgb[2], 255], at);
    }
  }
  const small = document.createElement('canvas');
  Object.assign(small, { width: days, height: 24 });
  small.getContext('2d')!.putImageData(image, 0, 0);
  context.clearRect(0, 0, width, height);
  context.imageSmoothingEnabled = false;
  const [wide, high_] = [width - left - right, height - top - bottom];
  context.drawImage(small, left, top, wide, high_);
  context.font = '11px system-ui, sans-serif';
  context.fillStyle = colour('soft');
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const hour of [0, 6, 12, 18, 24])
    context.fillText(String(hour), left - 5, top + high_ * (1 - hour / 24), left - 6);
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  monthStarts.forEach((start, month) =>
    context.fillText(monthText(month, language), left + ((start + 15) / 365) * wide, height - 4),
  );
}

/** A ring around the hour under the cursor, on a canvas over the map. */
export function markMap(over: HTMLCanvasElement, cursor: number): void {
  const { context, width, height } = fittedCanvas(over);
  context.clearRect(0, 0, width, height);
  const { left, right, top, bottom } = heatMargins;
  const [day, hour] = [Math.floor(cursor / 24), cursor % 24];
  const x = left + ((day + 0.5) / 365) * (width - left - right);
  const y = top + (height - top - bottom) * (1 - (hour + 0.5) / 24);
  ring(context, x, y);
}

/** Dark on light and light on dark at once, so that it is seen on any colour. */
export function ring(context: CanvasRenderingContext2D, x: number, y: number): void {
  for (const [tone, thickness] of [['page', 4] as const, ['ink', 1.6] as const]) {
    context.strokeStyle = colour(tone);
    context.lineWidth = thickness;
    context.beginPath();
    context.arc(x, y, 5, 0, 7);
    context.stroke();
  }
}

/** The hour of the year at a place on the map. */
export function hourOnMap(canvas: HTMLCanvasElement, clientX: number, clientY: number): number {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const margins = heatMargins;
  const across = (clientX - left - margins.left) / (width - margins.left - margins.right);
  const down = (clientY - top - margins.top) / (height - margins.top - margins.bottom);
  const day = Math.min(364, Math.max(0, Math.floor(across * 365)));
  const hour = Math.min(23, Math.max(0, Math.floor((1 - down) * 24)));
  return day * 24 + hour;
}

type Stop = readonly [number, number, number];

/** Dark blue-green to pale yellow, even to the eye and safe for the colour-blind. */
const sequence: readonly Stop[] = [
  [36, 54, 96],
  [38, 104, 124],
  [63, 150, 132],
  [147, 191, 122],
  [240, 225, 140],
];

/** From little to much; on a light page much is dark, on a dark page light. */
export function sequentialColour(share: number): Stop {
  const place = (isDark() ? share : 1 - share) * (sequence.length - 1);
  const below = Math.min(Math.floor(place), sequence.length - 2);
  const part = place - below;
  const mix = (i: 0 | 1 | 2): number => sequence[below]![i] + part * (sequence[below + 1]![i] - sequence[below]![i]);
  return [mix(0), mix(1), mix(2)];
}
