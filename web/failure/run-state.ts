/** How a run stands, in the page: its share that is done and a way to stop it, why it was refused, or that it was stopped. */

import { button, element } from '../dom.ts';
import { say } from '../words.ts';
import type { Run, Session } from './session.ts';

/** Why a failure was refused: by the address, or by the solver. */
export function runNotices({ refusal }: Run, { faults }: Session): readonly HTMLElement[] {
  const notice = (title: string, text: string): HTMLElement =>
    element('div', { class: 'notice', role: 'alert' }, element('b', {}, say(title)), element('pre', {}, text));
  return [
    ...(faults.length === 0 ? [] : [notice('The failure in the address is none of this plant', faults.join('\n'))]),
    ...(refusal === undefined ? [] : [notice('This failure cannot be run', refusal)]),
  ];
}

export interface RunState {
  readonly root: HTMLElement;
  show(run: Run): void;
}

/** Built anew only when the run begins, ends or is stopped: a button that is replaced between press and release is not pressed. */
export function runState(session: Session): RunState {
  const root = element('div');
  const bar = element('progress', { max: 1, 'aria-label': say('Running the failure') });
  const share = element('span', { class: 'soft' });
  const parts = {
    done: () => [],
    waiting: () => [],
    running: () => [bar, share, button(say('Stop'), () => session.cancel())],
    stopped: () => [element('span', {}, say('The run was stopped.')), button(say('Run it'), () => session.again())],
  } as const;
  let built: keyof typeof parts = 'done';
  return {
    root,
    show(run) {
      const now = stateOf(run);
      if (now !== built)
        root.replaceChildren(...(now === 'done' ? [] : [element('div', { class: 'run-state' }, ...parts[now]())]));
      built = now;
      if (run.share === undefined) return;
      const percent = `${Math.round(run.share * 100)} %`;
      bar.value = run.share;
      bar.textContent = percent;
      share.textContent = `${say('Running the failure')} ${percent}`;
    },
  };
}

function stateOf({ isStopped, share, reply }: Run): 'done' | 'waiting' | 'running' | 'stopped' {
  if (isStopped) return 'stopped';
  if (share !== undefined) return 'running';
  return reply === undefined ? 'waiting' : 'done';
}
