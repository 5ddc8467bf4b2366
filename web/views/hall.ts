/**
 * Hall: the racks of a group from above, one by one, in an hour in which
 * nothing fails or while something does. Colour says one quantity on a scale
 * that stands still in time; a slider moves the moment; a rack that is pressed
 * shows its curves.
 */

import type { Actions } from '../actions.ts';
import { element } from '../dom.ts';
import { runNotices, runState } from '../failure/run-state.ts';
import { sessionOf } from '../failure/session.ts';
import { timeRow } from '../failure/time-row.ts';
import { followingTable } from '../hall/following-table.ts';
import { hallControls } from '../hall/hall-controls.ts';
import { playButton } from '../hall/play.ts';
import { rackCurves } from '../hall/rack-curves.ts';
import { rackPlan } from '../hall/rack-plan.ts';
import { type ShownHall, shownHall } from '../hall/shown-hall.ts';
import type { State } from '../state.ts';
import { say } from '../words.ts';
import { noticesOf, placeholder } from './notices.ts';
import type { View } from './view.ts';

export function hallView(state: State, actions: Actions): View {
  const session = sessionOf(state, actions);
  const controls = hallControls(state, actions, session);
  const notices = element('div');
  const progress = runState(session);
  const play = playButton(session, actions);
  const time = timeRow(session, actions, play.root);
  const plan = rackPlan(actions);
  const plots = rackCurves(session, actions);
  const table = followingTable(plan.rack.choose);
  const racks = element('section', { class: 'block' }, element('h3', {}, say('Racks')), table.root);
  const body = element('div', {}, plan.sentence, time.root, plan.figure, plots.root, racks);
  const root = element(
    'div',
    { class: 'live' },
    controls.root,
    element('div', { class: 'shows' }, notices, progress.root, body),
  );
  let shown: ShownHall | undefined;

  function draw(now: ShownHall): void {
    const { duration } = now.reply;
    time.root.hidden = now.hall.times.length < 2;
    time.show(duration);
    play.show(duration);
    const frame = `${document.documentElement.dataset['theme']} ${body.clientWidth}`;
    plan.show(now, frame);
    plots.show(now, plan.rack.chosen, frame);
    table.show(now);
  }

  return {
    root,
    whole: true,
    draw() {
      const run = session.run('hall');
      const { reply } = run;
      const hall = reply?.hall;
      notices.replaceChildren(...noticesOf(state, actions), ...runNotices(run, session));
      progress.show(run);
      body.hidden = hall === undefined;
      if (state.year === undefined) return notices.append(placeholder(state));
      if (reply !== undefined && hall !== undefined) {
        session.time = Math.min(session.time, reply.duration);
        const { quantity, time } = session;
        shown = shownHall(reply, hall, { units: state.units, quantity, time }, shown);
      }
      controls.show(run, shown);
      if (hall !== undefined && shown !== undefined) draw(shown);
    },
  };
}
