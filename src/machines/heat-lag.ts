/**
 * Heat that warms metal or a room before it reaches its coolant: first order,
 * with a time constant. In a steady hour it passes at once.
 *
 *     dQ/dt = (Q_in − a Q)/τ,   a Q goes on,   energy held = τ Q
 *
 * a is how freely it may go on: 1 with its coolant flowing as rated, 0 where it stands.
 */

import type { Bench } from './machine.ts';
import type { MachineState } from './transient-behaviour.ts';

export interface HeatLag {
  readonly state: MachineState;
  /** What comes out while `heat` goes in [W]; writes the rate. `ease` is a, 0 … 1; all of it if absent. */
  through(heat: number, ease?: number): number;
  /** The last heat of the steady hour becomes the first of the transient. */
  begin(): void;
}

/** @param time τ [s], > 0 */
export function heatLag(bench: Bench, name: string, time: number): HeatLag {
  const { s } = bench;
  const state = bench.state(name, 'heat flow', { capacity: time, scale: 100 });
  const memory = { entering: 0, begun: false };
  return {
    state,
    through(heat, ease = 1) {
      memory.entering = heat;
      if (!memory.begun) return heat;
      const given = s[state.value]! * (ease < 1 ? ease : 1);
      s[state.rate] = (heat - given) / time;
      return given;
    },
    begin() {
      s[state.value] = memory.entering;
      memory.begun = true;
    },
  };
}
