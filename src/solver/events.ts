/**
 * Gathers what had to be bent in a run: unbroken stretches of hours in which a
 * slot stands on the wrong side of a bound, each with its largest size.
 */

import type { Circuit, Plant } from '../plant/plant.ts';
import type { RunEvent } from '../results/columns.ts';
import type { Quantity } from '../units.ts';

/** A set point counts as floating, and heat as missing, above these. */
const leastFloat = 1e-3;

interface Watched {
  readonly owner: string;
  readonly cause: string;
  readonly quantity: Quantity;
  readonly gravity: RunEvent['gravity'];
  readonly slot: number;
  /** The event's size is side · (slot − bound), and it is one above `least`. */
  readonly side: 1 | -1;
  readonly bound: number;
  readonly least: number;
}

export interface EventRecorder {
  step(index: number): void;
  events(): readonly RunEvent[];
}

/** What a circuit cannot hold. A loop that is only asked to be as warm as its loads can use breaks nothing by being warmer. */
function unheld({ name, fluid, slots, setpointRule, sealed }: Circuit): readonly Watched[] {
  const float = { owner: name, quantity: 'temperature difference', slot: slots.floating } as const;
  if (fluid.phase === 'boiling') {
    const lost = 'vapour lost: the condenser cannot take the heat';
    const head = { owner: name, cause: lost, quantity: 'heat flow', gravity: 'limit', slot: slots.vapourLoss } as const;
    const cause = 'saturation floats above its set point: the condenser needs more difference';
    const floats = sealed === undefined ? [] : [above({ ...float, cause, gravity: 'float' }, 0, leastFloat)];
    return [above(head, 0, 0), ...floats];
  }
  const asked = setpointRule === 'warmest';
  const cause = asked
    ? 'as cold as it gets, and still warmer than its loads could use'
    : 'set point not held: supply floats above it';
  const gravity = asked ? 'note' : 'float';
  return [above({ ...float, cause, gravity }, 0, leastFloat)];
}

type Head = Pick<Watched, 'owner' | 'cause' | 'quantity' | 'gravity' | 'slot'>;

function above(head: Head, bound: number, least: number): Watched {
  return { ...head, side: 1, bound, least };
}

/** Movers beyond their rating, and fluids outside the range that their properties hold for. */
function watchedCircuit(circuit: Circuit): readonly Watched[] {
  const { name: owner, fluid, slots, mover } = circuit;
  const range = (slot: number): Watched[] => {
    const head = {
      owner,
      cause: `outside the range that the properties of ${fluid.id} hold for`,
      quantity: 'temperature difference',
      gravity: 'limit',
      slot,
    } as const;
    return [above(head, fluid.range[1], 0), { ...head, side: -1, bound: fluid.range[0], least: 0 }];
  };
  const rated = mover === undefined ? [] : [mover.ratedFlow];
  return [
    ...unheld(circuit),
    ...range(slots.supply),
    ...range(slots.returned),
    ...rated.map((flow) =>
      above(
        {
          owner,
          cause: 'flow above what its pumps or fans are rated for',
          quantity: 'mass flow',
          gravity: 'note',
          slot: slots.sourceFlow,
        },
        flow,
        1e-6 * flow,
      ),
    ),
  ];
}

export function eventRecorder(plant: Plant): EventRecorder {
  const { s } = plant;
  const watched: readonly Watched[] = [
    ...plant.events.map((event) => above(event, 0, 0)),
    ...plant.circuits.flatMap(watchedCircuit),
  ];
  const slots = Int32Array.from(watched, (w) => w.slot);
  const side = Float64Array.from(watched, (w) => w.side);
  const bound = Float64Array.from(watched, (w) => w.bound);
  const least = Float64Array.from(watched, (w) => w.least);
  const open = watched.map(() => ({ first: -1, last: -1, worst: 0, worstStep: -1 }));
  const events: RunEvent[] = [];

  function close(i: number): void {
    const stretch = open[i]!;
    if (stretch.first < 0) return;
    const { owner, cause, quantity, gravity } = watched[i]!;
    events.push({
      owner,
      cause,
      quantity,
      gravity,
      firstStep: stretch.first,
      lastStep: stretch.last,
      worst: stretch.worst,
      worstStep: stretch.worstStep,
    });
    stretch.first = -1;
    stretch.worst = 0;
  }

  function step(index: number): void {
    for (let i = 0; i < slots.length; i++) {
      const size = side[i]! * (s[slots[i]!]! - bound[i]!);
      const stretch = open[i]!;
      if (!(size > least[i]!)) {
        if (stretch.first >= 0) close(i);
        continue;
      }
      if (stretch.first < 0) stretch.first = index;
      stretch.last = index;
      if (size > stretch.worst) {
        stretch.worst = size;
        stretch.worstStep = index;
      }
    }
  }

  return {
    step,
    events() {
      for (let i = 0; i < open.length; i++) close(i);
      return [...events].sort((a, b) => a.firstStep - b.firstStep);
    },
  };
}
