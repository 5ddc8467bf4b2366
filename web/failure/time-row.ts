/** The moment that curves and hall look at, as a slider, and the zoom taken back. */

import { clockText } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { button, element } from '../dom.ts';
import { say } from '../words.ts';
import { type Session, wholeTime } from './session.ts';

export interface TimeRow {
  readonly root: HTMLElement;
  show(duration: number): void;
}

/** @param before what stands before the slider */
export function timeRow(session: Session, actions: Actions, before?: HTMLElement): TimeRow {
  const slider = element('input', { type: 'range', min: 0, step: 'any', 'aria-label': say('Time') });
  const read = element('output', { class: 'when' });
  const whole = button(say('Show all'), () => {
    session.zoom = wholeTime;
    actions.redraw();
  });
  const root = element('div', { class: 'time-row' }, before, read, slider, whole);
  const move = (time: number): void => {
    session.time = time;
    actions.redraw();
  };
  slider.addEventListener('input', () => move(Number(slider.value)));
  slider.addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 60, PageDown: -60 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    move(Math.min(Number(slider.max), Math.max(0, Math.round(session.time) + by)));
  });
  return {
    root,
    show(duration) {
      slider.max = String(duration);
      slider.value = String(session.time);
      slider.setAttribute('aria-valuetext', clockText(session.time));
      read.textContent = clockText(session.time);
      whole.hidden = session.zoom[1] === Infinity;
    },
  };
}
