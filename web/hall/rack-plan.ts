/** The plan of the racks in the page: the moment in colours, its key, the worst racks by number, and the one pointed at in words. */

import type { Actions } from '../actions.ts';
import { chartFigure } from '../chart/chart.ts';
import { element } from '../dom.ts';
import { plotCanvas } from '../draw/plot-canvas.ts';
import { unbroken } from '../numbers.ts';
import { say } from '../words.ts';
import { hallSentence, rackRows, rackText } from './hall-moment.ts';
import { drawPlan, markPlan, planHeight } from './plan.ts';
import { planKey } from './plan-key.ts';
import { type PointedRack, pointedRack } from './pointed-rack.ts';
import { frameOf, worstRacks } from './quantities.ts';
import type { ShownHall } from './shown-hall.ts';

/** Worst racks that are told by number. */
const told = 3;

export interface RackPlan {
  readonly figure: HTMLElement;
  /** What the plan says, as a sentence. */
  readonly sentence: HTMLElement;
  readonly rack: PointedRack;
  /** @param frame what the drawing depends on besides: theme and width */
  show(shown: ShownHall, frame: string): void;
}

export function rackPlan(actions: Actions): RackPlan {
  const sentence = element('h2', { class: 'answer hall-answer' });
  const { root: plan, canvas, over } = plotCanvas(200);
  Object.assign(plan, { tabIndex: 0 });
  plan.setAttribute('role', 'group');
  plan.classList.add('plan');
  const key = element('div', { class: 'plan-key' });
  const read = element('p', { class: 'rack-read', role: 'status' });
  let shown: ShownHall | undefined;
  let drawn = '';
  const figure = chartFigure({
    key: 'hall-plan',
    title: say('Plan of the racks'),
    of: 'hall',
    class: 'block',
    body: [key, plan, read],
    table: () => (shown === undefined ? { heads: [], rows: [] } : rackRows(shown.hall, shown.quantities, shown.row)),
  });
  const rack = pointedRack({ plan, canvas, hall: () => shown?.hall }, { looked: mark, chosen: () => actions.redraw() });

  function mark(): void {
    if (shown === undefined) return;
    const { looked, chosen } = rack;
    const marked = [chosen, looked].filter((one) => one !== undefined);
    markPlan(over, shown.hall, marked);
    const last = marked.at(-1);
    read.textContent =
      last === undefined
        ? say('Point at a rack or move with the arrow keys; press it for its curves')
        : unbroken(rackText(shown.hall, shown.quantities, shown.row, last));
  }

  function draw({ hall, quantities, quantity, row }: ShownHall): void {
    plan.style.height = `${planHeight(hall)}px`;
    const values = frameOf(hall, quantity.name, row);
    const worst = worstRacks(values, quantity.worst, Math.min(told, hall.racks.length));
    const isDelivering = quantities.some(({ name }) => name === 'delivered');
    const { low, high } = quantity;
    const margins = frameOf(hall, 'margin', row);
    const delivered = isDelivering ? frameOf(hall, 'delivered', row) : undefined;
    drawPlan(
      canvas,
      hall,
      { values, low, high, worst: quantity.worst, margins, delivered, marked: worst },
      { row: say('row'), nearest: say('nearest to the supply'), furthest: say('furthest') },
    );
    sentence.textContent = unbroken(hallSentence(hall, quantity, row, worst));
    plan.setAttribute('aria-label', `${say('Plan of the racks')}: ${sentence.textContent}`);
    canvas.setAttribute('aria-label', sentence.textContent);
  }

  return {
    figure,
    sentence,
    rack,
    show(now, frame) {
      const isOther = shown?.hall.name !== now.hall.name || shown.hall.racks.length !== now.hall.racks.length;
      if (isOther) rack.forget();
      shown = now;
      const { units, reply, quantity, row } = now;
      const scaleOf = JSON.stringify([units, reply.id, frame, quantity.name]);
      if (`${scaleOf} ${row}` !== drawn) draw(now);
      drawn = `${scaleOf} ${row}`;
      if (key.dataset['key'] !== scaleOf) key.replaceChildren(...planKey(quantity, told));
      key.dataset['key'] = scaleOf;
      mark();
    },
  };
}
