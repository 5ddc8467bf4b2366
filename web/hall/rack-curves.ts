/** The curves of the rack that was pressed, through a run that lasts. */

import type { Actions } from '../actions.ts';
import { curves } from '../failure/curves.ts';
import { type Session, wholeTime } from '../failure/session.ts';
import { rackPanels } from './hall-moment.ts';
import type { ShownHall } from './shown-hall.ts';

export interface RackCurves {
  readonly root: HTMLElement;
  /** @param frame what the drawing depends on besides: theme and width */
  show(shown: ShownHall, rack: number | undefined, frame: string): void;
}

export function rackCurves(session: Session, actions: Actions): RackCurves {
  const plots = curves('hall', {
    pick(moment) {
      session.time = moment;
      actions.redraw();
    },
    zoom(from, to) {
      session.zoom = to - from < 2 ? wholeTime : [from, to];
      actions.redraw();
    },
  });
  let drawn = '';
  return {
    root: plots.root,
    show({ reply, hall, quantities, units }, rack, frame) {
      plots.root.hidden = hall.times.length < 2 || rack === undefined;
      if (rack === undefined || plots.root.hidden) return;
      const key = `${reply.id} ${units} ${frame} ${rack} ${session.zoom.join()}`;
      if (key !== drawn) plots.show(rackPanels(reply, hall, quantities, rack, session.zoom), 'settle');
      drawn = key;
      plots.mark(session.time);
    },
  };
}
