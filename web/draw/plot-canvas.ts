/** A canvas for what holds for the year, and one over it for what moves with the hour. */

import { element } from '../dom.ts';

export interface PlotCanvas {
  readonly root: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** Redrawn alone while the cursor moves. */
  readonly over: HTMLCanvasElement;
}

/** @param height in the page's pixels */
export function plotCanvas(height: number, attributes: Readonly<Record<string, string>> = {}): PlotCanvas {
  const canvas = element('canvas', { class: 'plot', role: 'img', ...attributes });
  const over = element('canvas', { class: 'over', 'aria-hidden': 'true' });
  const root = element('div', { class: 'plot-frame' }, canvas, over);
  root.style.height = `${height}px`;
  return { root, canvas, over };
}
