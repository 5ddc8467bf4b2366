/**
 * Lines over time as SVG text: panels that share one axis of time, a strip of
 * words above them for what happened when. Colours are the page's variables,
 * so that light, dark and print need no script.
 */

import { clockText } from '../clock-text.ts';
import { numberText } from '../scale.ts';
import type { FigureLine, FigureMark, FigurePanel, TransientFigures } from '../transient-figures.ts';
import { escapedHtml, typeset } from './html.ts';

export const plotWidth = 1180;
export const plotMargins = { left: 58, right: 14, top: 10, bottom: 24 };
const height = { junction: 280, other: 200 };

/** Width of a letter of the strip, about [px]. */
const letter = 6.1;
const laneHeight = 17;
/** Marks told by words; more would not be read. */
const mostMarks = 16;

interface Axes {
  readonly low: number;
  readonly high: number;
  readonly height: number;
  x(time: number): number;
  y(value: number): number;
}

/** One panel as an SVG element. */
export function panelSvg(panel: FigurePanel, figures: TransientFigures, summary: string): string {
  const tall = panel.id === 'junction' ? height.junction : height.other;
  const axes = axesOf(panel, figures.duration, tall);
  const { left, right, top, bottom } = plotMargins;
  return (
    `<svg class="time-plot" id="plot-${panel.id}" viewBox="0 0 ${plotWidth} ${tall}" role="img" aria-label="${escapedHtml(typeset(summary))}">` +
    valueAxis(axes, panel) +
    timeAxis(axes, figures.duration) +
    `<clipPath id="clip-${panel.id}"><rect x="${left}" y="${top - 2}" width="${plotWidth - left - right}" height="${tall - top - bottom + 4}"/></clipPath>` +
    `<g clip-path="url(#clip-${panel.id})">` +
    figures.marks.map((mark) => markLine(mark, axes)).join('') +
    panel.lines.map((line) => linePath(line, figures.times, axes)).join('') +
    panel.limits
      .map(({ value }) => `<path class="limit" d="M${left} ${dot(axes.y(value))}H${plotWidth - right}"/>`)
      .join('') +
    '</g>' +
    limitWords(panel, axes) +
    panel.spans.map((span) => spanWords(span, axes)).join('') +
    `<path class="cursor" d="M0 ${top}V${tall - bottom}"/></svg>`
  );
}

/** What happened, in words above the panels, each at its time. */
export function marksSvg({ marks, duration }: TransientFigures): string {
  if (marks.length === 0) return '';
  const x = timeScale(duration);
  const ends: number[] = [];
  const right = plotWidth - plotMargins.right;
  const placed = marks.slice(0, mostMarks).map((mark) => {
    const text = `${clockText(mark.time)} ${mark.text}`;
    const at = x(mark.time);
    const width = text.length * letter;
    const isTurned = at + width > right;
    const from = isTurned ? Math.max(0, at - width - 10) : at;
    let lane = ends.findIndex((end) => from > end + 8);
    if (lane < 0) lane = ends.length;
    ends[lane] = isTurned ? at : at + width + 5;
    return { mark, text, at, lane, isTurned };
  });
  const tall = ends.length * laneHeight + 4;
  const items = placed.map(({ mark, text, at, lane, isTurned }) => {
    const y = (lane + 1) * laneHeight - 4;
    const anchor = isTurned ? 'text-anchor="end"' : '';
    return (
      `<path class="mark ${mark.kind}" d="M${dot(at)} ${y - 9}V${tall}"/>` +
      `<text class="${mark.kind}" x="${dot(isTurned ? at - 5 : at + 5)}" y="${y}" ${anchor}>${escapedHtml(typeset(text))}</text>`
    );
  });
  const more =
    marks.length > mostMarks ? `<p class="caption">and ${marks.length - mostMarks} more; see the table</p>` : '';
  return `<svg class="time-plot marks" viewBox="0 0 ${plotWidth} ${tall}" aria-hidden="true">${items.join('')}</svg>${more}`;
}

function timeScale(duration: number): (time: number) => number {
  const { left, right } = plotMargins;
  return (time) => left + (time / duration) * (plotWidth - left - right);
}

function axesOf(panel: FigurePanel, duration: number, tall: number): Axes {
  const values = [
    ...panel.lines.flatMap(({ low, high }) => [smallest(low), largest(high)]),
    ...panel.limits.map(({ value }) => value),
  ].filter(Number.isFinite);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const isShare = panel.unit === '%';
  const air = most > least ? (most - least) * 0.07 : 1;
  const low = isShare || (least >= 0 && least < 0.2 * most) ? Math.min(0, least) : least - air;
  const high = isShare ? Math.max(105, most + air) : most + air;
  const { top, bottom } = plotMargins;
  return {
    low,
    high,
    height: tall,
    x: timeScale(duration),
    y: (value) => tall - bottom - ((value - low) / (high - low)) * (tall - top - bottom),
  };
}

function smallest(values: Float64Array): number {
  return values.reduce((least, value) => (value < least ? value : least), Infinity);
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => (value > most ? value : most), -Infinity);
}

function valueAxis({ low, high, y }: Axes, { unit }: FigurePanel): string {
  const step = roundStep((high - low) / 4, [1, 2, 2.5, 5, 10]);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9) + (String(step).includes('25') ? 1 : 0));
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const value = (first + i) * step;
    const at = dot(y(value));
    const words = i === count - 1 ? `${numberText(value, digits)} ${unit}` : numberText(value, digits);
    return `<path class="grid-line" d="M${plotMargins.left} ${at}H${plotWidth - plotMargins.right}"/><text x="${plotMargins.left - 6}" y="${at}" dy=".35em" text-anchor="end">${escapedHtml(typeset(words))}</text>`;
  }).join('');
}

/** The next round step at or above a rough one. */
function roundStep(rough: number, factors: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return factors.map((factor) => factor * power).find((step) => step >= rough * (1 - 1e-9)) ?? 10 * power;
}

const clockSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];

function timeAxis({ x, height: tall }: Axes, duration: number): string {
  const step = clockSteps.find((size) => duration / size <= 10) ?? 86_400;
  const base = tall - plotMargins.bottom;
  return Array.from({ length: Math.floor(duration / step) + 1 }, (_, i) => {
    const at = dot(x(i * step));
    const anchor = i === 0 ? 'start' : i * step === duration ? 'end' : 'middle';
    return `<path class="tick" d="M${at} ${base}v4"/><text x="${at}" y="${tall - 6}" text-anchor="${anchor}">${clockText(i * step)}</text>`;
  }).join('');
}

function markLine({ time, kind }: FigureMark, { x, height: tall }: Axes): string {
  return `<path class="mark ${kind}" d="M${dot(x(time))} ${plotMargins.top - 2}V${tall - plotMargins.bottom}"/>`;
}

/** A line with the range around it, broken where there is no number. */
function linePath({ values, low, high, tone, dashed }: FigureLine, times: Float64Array, { x, y }: Axes): string {
  const colour = `style="--tone:var(--tone-${tone % toneCount})"`;
  let path = '';
  let isDown = false;
  let widest = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!)) isDown = false;
    else {
      path += `${isDown ? 'L' : 'M'}${dot(x(times[i]!))} ${dot(y(values[i]!))}`;
      isDown = true;
      widest = Math.max(widest, y(low[i]!) - y(high[i]!));
    }
  }
  const band = widest > 1.5 ? `<path class="band" ${colour} d="${bandPath(times, low, high, { x, y })}"/>` : '';
  return `${band}<path class="line${dashed === true ? ' dashed' : ''}" ${colour} d="${path}"/>`;
}

function bandPath(times: Float64Array, low: Float64Array, high: Float64Array, { x, y }: Pick<Axes, 'x' | 'y'>): string {
  const there = [...times.keys()].filter((i) => Number.isFinite(low[i]!) && Number.isFinite(high[i]!));
  const up = there.map((i) => `${dot(x(times[i]!))} ${dot(y(high[i]!))}`);
  const down = there.toReversed().map((i) => `${dot(x(times[i]!))} ${dot(y(low[i]!))}`);
  return `M${[...up, ...down].join('L')}Z`;
}

function limitWords({ limits, unit, digits }: FigurePanel, { y }: Axes): string {
  return limits
    .map(({ name, value }) => {
      const words = `${name} at ${numberText(value, digits)} ${unit}`;
      return `<text class="limit" x="${plotWidth - plotMargins.right - 4}" y="${dot(y(value) - 5)}" text-anchor="end">${escapedHtml(typeset(words))}</text>`;
    })
    .join('');
}

/** A bracket from what happened to what came of it, with the time between them. */
function spanWords({ from, to, at, text }: FigurePanel['spans'][number], { x, y }: Axes): string {
  const level = y(at) + 16;
  const isLate = x(to) > plotWidth / 2;
  const place = isLate ? `x="${dot(x(from) - 6)}" text-anchor="end"` : `x="${dot(x(to) + 6)}"`;
  return (
    `<path class="span" d="M${dot(x(from))} ${dot(level - 4)}v8m0 -4H${dot(x(to))}m0 -4v8"/>` +
    `<text class="span" ${place} y="${dot(level)}" dy=".35em">${escapedHtml(text)}</text>`
  );
}

function dot(value: number): string {
  return Number(value.toFixed(1)).toString();
}

/** Colours of lines: far apart for the colour-blind; red is kept for limits. */
const tones = [
  ['#2f6fad', '#5b9bd8'],
  ['#c07a1c', '#e0a458'],
  ['#2f8573', '#4fb39c'],
  ['#6b4c9a', '#a184d1'],
  ['#5c6672', '#98a3af'],
  ['#9a4f6d', '#d58aa8'],
  ['#7a8b2f', '#adc05a'],
  ['#20a0b8', '#5cc7da'],
] as const;
const toneCount = tones.length;

export const transientStyle = `
:root { ${tones.map(([light], i) => `--tone-${i}: ${light};`).join(' ')} }
@media (prefers-color-scheme: dark) { :root { ${tones.map(([, dark], i) => `--tone-${i}: ${dark};`).join(' ')} } }
@media print { :root { ${tones.map(([light], i) => `--tone-${i}: ${light};`).join(' ')} } }
.time-plot { display: block; width: 100%; height: auto; overflow: visible; font-size: 11.5px; }
.time-plot text { fill: var(--soft); }
.time-plot path { fill: none; }
.time-plot .grid-line { stroke: var(--line); }
.time-plot .tick { stroke: var(--strong); }
.time-plot .line { stroke: var(--tone); stroke-width: 1.7; stroke-linejoin: round; }
.time-plot .dashed { stroke-dasharray: 5 4; stroke-width: 1.3; }
.time-plot .band { fill: var(--tone); opacity: .16; }
.time-plot path.limit { stroke: var(--red); stroke-dasharray: 6 4; }
.time-plot text.limit { fill: var(--red); }
.time-plot .mark { stroke: var(--strong); stroke-width: 1.2; }
.time-plot .mark.limit { stroke: var(--red); stroke-dasharray: none; }
.time-plot .mark.recovery { stroke: var(--tone-2); }
.time-plot text.event, .time-plot text.recovery { fill: var(--ink); }
.time-plot path.span { stroke: var(--ink); stroke-width: 1.2; }
.time-plot text.span { fill: var(--ink); font-weight: 600; }
.time-plot .cursor { stroke: var(--ink); stroke-width: 1; visibility: hidden; }
.strip { position: sticky; top: 0; background: var(--page); z-index: 2; padding-top: 6px; }
.strip .time { color: var(--soft); font-size: 12.5px; min-height: 1.4em; }
.panel { margin-top: 20px; }
pre { overflow-x: auto; font-size: 12.5px; line-height: 1.45; }
.events th, .events td { text-align: left; }
.events td:last-child { width: 100%; }
.panel .caption { min-height: 0; max-width: none; }
.panel .key i { border-color: var(--tone); }
.panel .key b { font-weight: 600; color: var(--ink); min-width: 3.2em; }
@media print { .panel { break-inside: avoid; } .strip { position: static; } .key b { display: none; } }
`;
