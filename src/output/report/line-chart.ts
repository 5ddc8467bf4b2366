/**
 * A small chart as SVG without any script: lines with their points over a
 * linear or logarithmic axis, for pages that need no more than that.
 */

import { numberText } from '../scale.ts';
import { escapedHtml } from './html.ts';

export interface ChartLine {
  readonly name: string;
  /** Values in the units of the axes; points that are not finite are left out. */
  readonly points: readonly (readonly [number, number])[];
}

export interface LineChart {
  readonly title: string;
  readonly horizontal: { readonly title: string; readonly scale: 'linear' | 'logarithmic' };
  readonly vertical: { readonly title: string };
  readonly lines: readonly ChartLine[];
}

const size = { width: 720, height: 340, left: 64, right: 20, top: 36, bottom: 52 } as const;
/** Told apart by colour and by dash, so that print and colour-blind readers see them too. */
const strokes = [
  { colour: '#2a6f97', dash: '' },
  { colour: '#b5651d', dash: '7 4' },
  { colour: '#5c6672', dash: '2 3' },
  { colour: '#7b4b94', dash: '9 3 2 3' },
] as const;

/** The figure with its title; a sentence where there is nothing to draw. */
export function lineChart({ title, horizontal, vertical, lines }: LineChart): string {
  const drawn = lines.map((line) => ({ ...line, points: line.points.filter((point) => point.every(Number.isFinite)) }));
  const all = drawn.flatMap(({ points }) => points);
  const head = `<h3>${escapedHtml(title)}</h3>`;
  if (all.length === 0) return `<section class="figure wide">${head}<p class="caption">Nothing to draw.</p></section>`;
  const across = axis(
    all.map(([x]) => x),
    horizontal.scale,
    [size.left, size.width - size.right],
  );
  const up = axis([0, ...all.map(([, y]) => y)], 'linear', [size.height - size.bottom, size.top]);
  const marks = drawn.map(({ points }, i) => lineMarks(points, strokes[i % strokes.length]!, across.place, up.place));
  const legend = drawn.map(({ name }, i) => legendMark(name, i)).join('');
  return (
    `<section class="figure wide">${head}<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapedHtml(title)}" width="${size.width}" style="max-width:100%;height:auto">` +
    `${grid(across, up)}${marks.join('')}${legend}` +
    text(size.width / 2, size.height - 10, horizontal.title, 'middle') +
    text(size.left - 48, 18, vertical.title, 'start') +
    '</svg></section>'
  );
}

interface Axis {
  readonly ticks: readonly number[];
  place(value: number): number;
}

function axis(values: readonly number[], scale: 'linear' | 'logarithmic', [from, to]: readonly [number, number]): Axis {
  const on = (value: number) => (scale === 'logarithmic' ? Math.log10(value) : value);
  const least = Math.min(...values);
  const ticks = scale === 'logarithmic' ? decades(least, Math.max(...values)) : steps(least, Math.max(...values));
  const low = Math.min(on(least), on(ticks[0]!));
  const high = Math.max(on(Math.max(...values)), on(ticks.at(-1)!));
  return { ticks, place: (value) => from + ((on(value) - low) / (high - low || 1)) * (to - from) };
}

/** 1, 2 and 5 of every power of ten that the values span. */
function decades(least: number, most: number): readonly number[] {
  const first = Math.floor(Math.log10(least));
  const last = Math.ceil(Math.log10(most));
  const all = Array.from({ length: last - first + 1 }, (_, k) => Number(`1e${first + k}`));
  return all.flatMap((ten) => [ten, 2 * ten, 5 * ten]).filter((tick) => tick >= 0.99 * least && tick <= 1.01 * most);
}

/** About five round numbers. */
function steps(least: number, most: number): readonly number[] {
  const rough = (most - least || 1) / 5;
  const ten = Number(`1e${Math.floor(Math.log10(rough))}`);
  const step = [1, 2, 5, 10].map((factor) => factor * ten).find((candidate) => candidate >= rough) ?? 10 * ten;
  const first = Math.floor(least / step);
  return Array.from({ length: Math.ceil(most / step) - first + 1 }, (_, k) => (first + k) * step);
}

function grid(across: Axis, up: Axis): string {
  const soft = 'stroke="var(--line)"';
  const levels = up.ticks.map((tick) => {
    const y = up.place(tick).toFixed(1);
    return `<line x1="${size.left}" x2="${size.width - size.right}" y1="${y}" y2="${y}" ${soft}/>${text(size.left - 8, Number(y) + 4, tickText(tick), 'end')}`;
  });
  const columns = across.ticks.map((tick) => {
    const x = across.place(tick).toFixed(1);
    return `<line x1="${x}" x2="${x}" y1="${size.top}" y2="${size.height - size.bottom}" ${soft}/>${text(Number(x), size.height - size.bottom + 18, tickText(tick), 'middle')}`;
  });
  return [...levels, ...columns].join('');
}

function tickText(value: number): string {
  const size = Math.abs(value);
  return numberText(value, size === 0 || size >= 1 ? 0 : Math.min(6, Math.ceil(-Math.log10(size))));
}

function lineMarks(
  points: readonly (readonly [number, number])[],
  { colour, dash }: (typeof strokes)[number],
  across: (value: number) => number,
  up: (value: number) => number,
): string {
  const places = points.map(([x, y]) => [across(x).toFixed(1), up(y).toFixed(1)] as const);
  const path = places.map(([x, y]) => `${x},${y}`).join(' ');
  const dots = places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`).join('');
  return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>${dots}`;
}

function legendMark(name: string, i: number): string {
  const { colour, dash } = strokes[i % strokes.length]!;
  const x = size.left + 90 + 150 * i;
  return `<line x1="${x}" x2="${x + 26}" y1="14" y2="14" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>${text(x + 32, 18, name, 'start')}`;
}

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="12" fill="var(--soft)">${escapedHtml(words)}</text>`;
}
