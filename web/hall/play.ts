/** Lets the moment run from beginning to end, the whole run in some twenty seconds. */

import type { Actions } from '../actions.ts';
import { button } from '../dom.ts';
import type { Session } from '../failure/session.ts';
import { say } from '../words.ts';

/** [ms] */
const wholeRun = 20_000;

export interface PlayButton {
  readonly root: HTMLElement;
  show(duration: number): void;
}

export function playButton(session: Session, actions: Actions): PlayButton {
  let isPlaying = false;
  let last = 0;
  let end = 0;
  const root = button('▶', () => {
    isPlaying = !isPlaying;
    if (isPlaying && session.time >= end) session.time = 0;
    last = performance.now();
    if (isPlaying) requestAnimationFrame(step);
    actions.redraw();
  });

  function step(now: number): void {
    if (!isPlaying || !root.isConnected) return void (isPlaying = false);
    session.time = Math.min(end, session.time + ((now - last) / wholeRun) * end);
    last = now;
    isPlaying = session.time < end;
    actions.redraw();
    if (isPlaying) requestAnimationFrame(step);
  }

  return {
    root,
    show(duration) {
      end = duration;
      root.textContent = isPlaying ? '❚❚' : '▶';
      root.setAttribute('aria-label', say(isPlaying ? 'Pause' : 'Play'));
    },
  };
}
