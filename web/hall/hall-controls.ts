/** What can be chosen of a hall: an hour or a failure, which rack group, what colours it; and what runs it. */

import type { Actions } from '../actions.ts';
import { element, select } from '../dom.ts';
import { controlsKey, failureControls, showReset, startControl } from '../failure/form-controls.ts';
import type { Run, Session } from '../failure/session.ts';
import type { State } from '../state.ts';
import { say } from '../words.ts';
import type { ShownHall } from './shown-hall.ts';

export interface HallControls {
  readonly root: HTMLElement;
  show(run: Run, shown: ShownHall | undefined): void;
}

export function hallControls(state: State, actions: Actions, session: Session): HallControls {
  const list = element('div', { class: 'controls', role: 'region', 'aria-label': say('Hall') });
  let built = '';

  /** Built anew when what can be chosen changes, but not under the reader's hand. */
  function build({ base, reply }: Run, shown: ShownHall | undefined): void {
    const isFailure = session.hallShows === 'failure';
    const names = reply?.hall === undefined ? [] : reply.hall.quantities.map(({ name }) => name);
    const key = JSON.stringify([controlsKey(state, session, base), isFailure, session.hall, session.quantity, names]);
    const held = list.contains(document.activeElement) ? document.activeElement : null;
    if (key === built || (held instanceof HTMLInputElement && built !== '')) return;
    built = key;
    const label = held?.getAttribute('aria-label') ?? undefined;
    list.replaceChildren(
      ...choices(state, shown, session, actions),
      ...(isFailure ? failureControls(state, session, base) : startControl(session)),
    );
    if (label !== undefined) list.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.focus();
  }

  return {
    root: list,
    show(run, shown) {
      build(run, shown);
      showReset(list, session);
    },
  };
}

type Options = Parameters<typeof select>[1];

function choices(state: State, shown: ShownHall | undefined, session: Session, actions: Actions): readonly Node[] {
  const shows = [
    { value: 'steady', title: say('an hour in which nothing fails') },
    { value: 'failure', title: say('the failure') },
  ];
  const groups = (state.year?.picture.chips ?? []).map(({ owner }) => ({ value: owner, title: owner }));
  const quantities = (shown?.quantities ?? []).map(({ name, title }) => ({ value: name, title: say(title) }));
  const row = (title: string, options: Options, value: string, set: (value: string) => void) => {
    const act = (next: string) => {
      set(next);
      actions.redraw();
    };
    return options.length < 2 ? [] : [choice(say(title), options, value, act)];
  };
  return [
    ...row('Shows', shows, session.hallShows, (value) => {
      session.hallShows = value === 'failure' ? 'failure' : 'steady';
    }),
    ...row('Rack group', groups, session.hall, (value) => (session.hall = value)),
    ...row('Colour by', quantities, session.quantity, (value) => (session.quantity = value)),
  ];
}

function choice(title: string, options: Options, value: string, act: (value: string) => void): HTMLElement {
  return element('div', { class: 'control' }, element('span', {}, title), select(title, options, value, act));
}
