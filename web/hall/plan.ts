/**
 * A hall from above on a canvas: rows of racks with the fed end on the left,
 * each in the colour of its number. Draws a thousand in a frame: colours are
 * looked up, and nothing of the page is asked.
 */

import { fittedCanvas } from '../draw/canvas.ts';
import { sequentialColour } from '../draw/heat-map.ts';
import type { HallReply } from '../simulation/transient-messages.ts';
import { colour, isDark } from '../theme.ts';

/** What is drawn of one moment. */
export interface PlanFrame {
  readonly values: Float32Array;
  readonly low: number;
  readonly high: number;
  /** Whether the least is the bad end, which is drawn as much. */
  readonly worst: 'most' | 'least';
  /** Margin of each rack to where it throttles [K], and work done [1]. */
  readonly margins: Float32Array;
  readonly delivered: Float32Array | undefined;
  /** Told by number, the first is the worst. */
  readonly marked: readonly number[];
}

export interface PlanWords {
  readonly row: string;
  readonly nearest: string;
  readonly furthest: string;
}

/** Margins of a governed chip stand this near to nothing [K]; below the next it is thin. */
const none = 0.05;
const thin = 5;

const frame = { left: 58, top: 20, bottom: 4, gap: 4 };

interface Grid {
  readonly wide: number;
  readonly high: number;
  readonly x: (position: number) => number;
  readonly y: (row: number) => number;
}

/** Height that a plan takes [px]. */
export function planHeight({ rows }: HallReply): number {
  const each = Math.min(34, Math.max(12, 420 / rows));
  return frame.top + frame.bottom + rows * each;
}

function gridOf({ rows, positions }: HallReply, width: number, height: number): Grid {
  const pitch = Math.min(46, (width - frame.left - 2) / positions);
  const each = (height - frame.top - frame.bottom) / rows;
  return {
    wide: pitch > 5 ? pitch - 1 : pitch,
    high: each - frame.gap,
    x: (position) => frame.left + (position - 1) * pitch,
    y: (row) => frame.top + (row - 1) * each,
  };
}

const steps = 96;
const tones = new Map<string, readonly string[]>();

/** Colours from little to much, as texts, made once a theme. */
export function toneTable(): readonly string[] {
  const key = String(isDark());
  const known = tones.get(key);
  if (known !== undefined) return known;
  const made = Array.from({ length: steps }, (_, i) => {
    const [red, green, blue] = sequentialColour(i / (steps - 1)).map(Math.round);
    return `rgb(${red},${green},${blue})`;
  });
  tones.set(key, made);
  return made;
}

export function drawPlan(canvas: HTMLCanvasElement, hall: HallReply, plan: PlanFrame, words: PlanWords): void {
  const { context, width, height } = fittedCanvas(canvas);
  const grid = gridOf(hall, width, height);
  context.clearRect(0, 0, width, height);
  drawHeads(context, hall, grid, words);
  const table = toneTable();
  const span = plan.high - plan.low;
  hall.racks.forEach(({ row, position }, i) => {
    const part = span > 0 ? (plan.values[i]! - plan.low) / span : 0.5;
    const share = plan.worst === 'least' ? 1 - part : part;
    context.fillStyle = table[Math.min(steps - 1, Math.max(0, Math.round(share * (steps - 1))))]!;
    context.fillRect(grid.x(position), grid.y(row), grid.wide, grid.high);
  });
  drawWarnings(context, hall, grid, plan);
  drawNumbers(context, hall, grid, plan);
}

function drawHeads(
  context: CanvasRenderingContext2D,
  { rows, positions }: HallReply,
  grid: Grid,
  words: PlanWords,
): void {
  context.font = '11px system-ui, sans-serif';
  context.fillStyle = colour('soft');
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  const every = Math.ceil(12 / (grid.high + frame.gap));
  for (let row = 1; row <= rows; row += every)
    context.fillText(`${words.row} ${row}`, frame.left - 8, grid.y(row) + grid.high / 2, frame.left - 10);
  context.textAlign = 'left';
  context.fillText(`→ ${words.nearest}`, grid.x(1), 9);
  if (positions < 2) return;
  context.textAlign = 'right';
  context.fillText(words.furthest, grid.x(positions) + grid.wide, 9);
}

/** Red where a chip stands at its limit or a rack is off, amber where little is left. */
function drawWarnings(context: CanvasRenderingContext2D, { racks }: HallReply, grid: Grid, plan: PlanFrame): void {
  const strip = Math.max(3, Math.min(5, grid.high / 5));
  for (const [tone, from, to] of [['red', -Infinity, none] as const, ['amber', none, thin] as const]) {
    context.fillStyle = colour(tone);
    for (let i = 0; i < racks.length; i++) {
      const isOff = plan.delivered !== undefined && plan.delivered[i]! < 1e-3;
      const margin = isOff ? -Infinity : plan.margins[i]!;
      const { row, position } = racks[i]!;
      if (margin >= from && margin < to)
        context.fillRect(grid.x(position), grid.y(row) + grid.high - strip, grid.wide, strip);
    }
  }
}

function drawNumbers(context: CanvasRenderingContext2D, { racks }: HallReply, grid: Grid, { marked }: PlanFrame): void {
  context.font = '600 11px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  marked.forEach((rack, i) => {
    const { row, position } = racks[rack]!;
    outline(context, grid, row, position, 1.5);
    const [x, y] = [grid.x(position) + grid.wide / 2, grid.y(row) + grid.high / 2];
    context.fillStyle = colour('page');
    context.beginPath();
    context.arc(x, y, 7, 0, 7);
    context.fill();
    context.fillStyle = colour('ink');
    context.fillText(String(i + 1), x, y);
  });
}

/** Dark on light and light on dark at once, so that it is seen on any colour. */
function outline(context: CanvasRenderingContext2D, grid: Grid, row: number, position: number, thick: number): void {
  for (const [tone, width] of [['page', thick + 2] as const, ['ink', thick] as const]) {
    context.strokeStyle = colour(tone);
    context.lineWidth = width;
    context.strokeRect(grid.x(position), grid.y(row), grid.wide, grid.high);
  }
}

/** The racks that are looked at and chosen, on a canvas over the plan. */
export function markPlan(over: HTMLCanvasElement, hall: HallReply, racks: readonly number[]): void {
  const { context, width, height } = fittedCanvas(over);
  const grid = gridOf(hall, width, height);
  context.clearRect(0, 0, width, height);
  for (const rack of racks) {
    const place = hall.racks[rack];
    if (place !== undefined) outline(context, grid, place.row, place.position, 2.4);
  }
}

/** The rack at a place on the canvas; undefined beside them. */
export function rackAt(
  canvas: HTMLCanvasElement,
  hall: HallReply,
  clientX: number,
  clientY: number,
): number | undefined {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const grid = gridOf(hall, width, height);
  const pitch = hall.positions > 1 ? grid.x(2) - grid.x(1) : grid.wide;
  const position = Math.floor((clientX - left - frame.left) / pitch) + 1;
  const row = Math.floor((clientY - top - frame.top) / (grid.high + frame.gap)) + 1;
  return rackOf(hall, row, position);
}

export function rackOf({ racks }: HallReply, row: number, position: number): number | undefined {
  const found = racks.findIndex((rack) => rack.row === row && rack.position === position);
  return found < 0 ? undefined : found;
}
