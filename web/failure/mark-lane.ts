/** What happened, in words above a plot, each with a line down to its moment. */

import { clockText } from '../../src/index.ts';
import { element } from '../dom.ts';
import { labelRows } from '../draw/label-rows.ts';
import { margins } from '../draw/line-plot.ts';
import type { TimePlot } from '../draw/time-plot.ts';

const rowHeight = 15;
const mostRows = 7;
/** Room between a label and the next. */
const gap = 8;

export interface MarkLane {
  readonly root: HTMLElement;
  show(plot: TimePlot): void;
}

export function markLane(): MarkLane {
  const root = element('div', { class: 'mark-lane' });
  let written = '';
  return {
    root,
    show({ marks, from, to }) {
      const shown = marks.filter(({ time, text }) => text !== undefined && time >= from && time <= to);
      const key = JSON.stringify([shown, from, to, root.clientWidth, document.documentElement.lang]);
      if (key === written) return;
      written = key;
      const labels = shown.map(({ time, kind, text }) =>
        element('span', { class: kind, title: text! }, element('b', {}, clockText(time)), ` ${text}`),
      );
      root.replaceChildren(...labels);
      place(
        labels,
        shown.map(({ time }) => (time - from) / Math.max(to - from, 1e-9)),
        root,
      );
    },
  };
}

/** @param shares of the width, at which the moments lie */
function place(labels: readonly HTMLElement[], shares: readonly number[], root: HTMLElement): void {
  const width = root.clientWidth - margins.left - margins.right;
  const widths = labels.map(({ offsetWidth }) => offsetWidth + gap);
  const places = labelRows(
    shares.map((share, i) => ({ x: margins.left + share * width, width: widths[i]! })),
    root.clientWidth + gap,
    mostRows,
  );
  const height = rowHeight * (1 + Math.max(-1, ...places.map((one) => one?.row ?? -1)));
  root.style.height = `${height}px`;
  labels.forEach((label, i) => {
    const at = places[i];
    if (at === undefined) return label.remove();
    label.style.cssText = `left:${at.left}px;top:${at.row * rowHeight}px`;
    const line = element('i', { class: label.className });
    line.style.cssText = `left:${at.x}px;top:${at.row * rowHeight}px;height:${height - at.row * rowHeight + margins.top}px`;
    root.append(line);
  });
}
