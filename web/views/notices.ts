/** What stands in a view's place or above it: an error, a wait, or nothing open yet. */

import type { Actions } from '../actions.ts';
import { button, element } from '../dom.ts';
import type { State } from '../state.ts';
import { say } from '../words.ts';

/** Above a view: why the file or the last change was refused. */
export function noticesOf(state: State, actions: Actions): HTMLElement[] {
  const notice = (title: string, text: string, dismiss: () => void): HTMLElement =>
    element(
      'div',
      { class: 'notice', role: 'alert' },
      element('div', { class: 'row' }, element('b', {}, say(title)), button(say('Dismiss'), dismiss)),
      element('pre', {}, text),
    );
  const { refusal, changeRefusal } = state;
  return [
    ...(refusal === undefined
      ? []
      : [notice('The file could not be opened', refusal, () => actions.redraw({ refusal: undefined }))]),
    ...(changeRefusal === undefined
      ? []
      : [notice('This change cannot be run', changeRefusal, () => actions.redraw({ changeRefusal: undefined }))]),
  ];
}

/** In a view's place while there is no year to show. */
export function placeholder(state: State): HTMLElement {
  if (state.document === undefined && state.refusal !== undefined) {
    return element(
      'div',
      { class: 'empty' },
      element('h2', {}, say('No scenario is open')),
      element('div', {}, say('Drop scenario files here')),
      element(
        'div',
        { class: 'soft' },
        say('A scenario or comparison in YAML, with the EPW, CSV or record files it names'),
      ),
    );
  }
  if (!state.busy) return element('div');
  const lines = [40, 75, 60, 90, 82, 70].map((width) => {
    const line = element('div', { class: 'skeleton' });
    line.style.width = `${width}%`;
    return line;
  });
  return element('div', { role: 'status', 'aria-label': say('Computing the year') }, ...lines);
}
