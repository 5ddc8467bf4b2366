/**
 * The state vector of a transient while it is put together: every place with
 * its owner, what it may be wrong by, and the energy that a unit of it holds.
 */

export interface StatePlace {
  readonly owner: string;
  readonly name: string;
  /** Error at a relative tolerance of one, in the state's own unit. */
  readonly scale: number;
  /** [J per unit] */
  readonly capacity: number;
}

export interface StateBook {
  readonly places: readonly StatePlace[];
  /** Takes a place; `start` gives its first value once the steady hour stands in the slots. */
  take(place: StatePlace, start: () => number): number;
  /** The first values of all. */
  begin(): Float64Array;
}

export function stateBook(): StateBook {
  const places: StatePlace[] = [];
  const starts: (() => number)[] = [];
  return {
    places,
    take(place, start) {
      places.push(place);
      starts.push(start);
      return places.length - 1;
    },
    begin: () => Float64Array.from(starts, (start) => start()),
  };
}

/** Energy that a state vector holds [J], by the capacities of its places. */
export function energyHeld(places: readonly StatePlace[], y: Float64Array): number {
  let held = 0;
  for (let i = 0; i < places.length; i++) held += places[i]!.capacity * y[i]!;
  return held;
}
