/** The rack that the reader looks at on the plan, by pointer or arrow keys, and the one that was pressed. */

import type { HallReply } from '../simulation/transient-messages.ts';
import { rackAt, rackOf } from './plan.ts';

export interface PointedRack {
  readonly looked: number | undefined;
  readonly chosen: number | undefined;
  choose(rack: number | undefined): void;
  /** Another hall has other racks. */
  forget(): void;
}

export interface PlanPlace {
  /** Takes the pointer and the keys. */
  readonly plan: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  hall(): HallReply | undefined;
}

export interface RackActs {
  looked(): void;
  chosen(): void;
}

/** Rows and places that an arrow key goes on by. */
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

export function pointedRack({ plan, canvas, hall }: PlanPlace, acts: RackActs): PointedRack {
  let looked: number | undefined;
  let chosen: number | undefined;

  function look(rack: number | undefined): void {
    looked = rack;
    acts.looked();
  }

  function choose(rack: number | undefined): void {
    chosen = rack;
    acts.chosen();
  }

  function under({ clientX, clientY }: MouseEvent): number | undefined {
    const racks = hall();
    return racks && rackAt(canvas, racks, clientX, clientY);
  }

  function press(event: KeyboardEvent): void {
    const here = hall();
    const by = steps[event.key];
    const isPressed = event.key === 'Enter' || event.key === ' ';
    if (here === undefined || (by === undefined && !isPressed)) return;
    event.preventDefault();
    if (by === undefined) return choose(looked ?? 0);
    const from = here.racks[looked ?? chosen ?? -1];
    look(from === undefined ? 0 : (rackOf(here, from.row + by[0], from.position + by[1]) ?? looked));
  }

  plan.addEventListener('pointermove', (event) => look(under(event)));
  plan.addEventListener('pointerleave', () => look(undefined));
  plan.addEventListener('click', (event) => choose(under(event)));
  plan.addEventListener('keydown', press);

  return {
    get looked() {
      return looked;
    },
    get chosen() {
      return chosen;
    },
    choose,
    forget() {
      looked = undefined;
      chosen = undefined;
    },
  };
}
