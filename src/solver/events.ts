/**
 * Gathers what had to be bent in a run: unbroken stretches of hours in which
 * an event's slot stands above zero, each with its largest size.
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
  readonly least: number;
}

export interface EventRecorder {
  step(index: number): void;
  events(): readonly RunEvent[];
}

/** What a circuit cannot hold. A loop that is only asked to be as warm as its loads can use breaks nothing by being warmer. */
function watchedCircuit({ name, fluid, slots, setpointRule }: Circuit): Watched {
  if (fluid.phase === 'boiling') {
    const cause = 'vapour lost: the condenser cannot take the heat';
    return { owner: name, cause, quantity: 'heat flow', gravity: 'limit', slot: slots.vapourLoss, least: 0 };
  }
  const asked = setpointRule === 'warmest';
  return {
    owner: name,
    cause: asked
      ? 'as cold as it gets, and still warmer than its loads could use'
      : 'set point not held: supply floats above it',
    quantity: 'temperature difference',
    gravity: asked ? 'note' : 'float',
    slot: slots.floating,
    least: leastFloat,
  };
}

export function eventRecorder(plant: Plant): EventRecorder {
  const { s } = plant;
  const watched: readonly Watched[] = [
    ...plant.events.map((event) => ({ ...event, least: 0 })),
    ...plant.circuits.map(watchedCircuit),
  ];
  const slots = Int32Array.from(watched, (w) => w.slot);
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
      const size = s[slots[i]!]!;
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
