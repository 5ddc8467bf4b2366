/** How a run stands, in the page: its share that is done and a way to stop it, why it was refused, or that it was stopped. */

import { button, element } from '../dom.ts';
import { say } from '../words.ts';
import type { Run, Session } from './session.ts';

export function runNotices({ refusal }: Run): readonly HTMLElement[] {
  if (refusal === undefined) return [];
  return [
    element(
      'div',
      { class: 'notice', role: 'alert' },
      element('b', {}, say('This failure cannot be run')),
      element('pre', {}, refusal),
    ),
  ];
}

export function runState({ share, isStopped, reply }: Run, session: Session): readonly HTMLElement[] {
  if (isStopped)
    return [
      element(
        'div',
        { class: 'run-state' },
        element('span', {}, say('The run was stopped.')),
        button(say('Run it'), () => session.again()),
      ),
    ];
  if (share === undefined) return reply === undefined ? [element('div', { class: 'run-state' })] : [];
  const percent = `${Math.round(share * 100)} %`;
  return [
    element(
      'div',
      { class: 'run-state' },
      element('progress', { max: 1, value: share, 'aria-label': say('Running the failure') }, percent),
      element('span', { class: 'soft' }, `${say('Running the failure')} ${percent}`),
      button(say('Stop'), () => session.cancel()),
    ),
  ];
}
