/**
 * Heat that warms metal or a room before it reaches its coolant: first order,
 * with a time constant. In a steady hour it passes at once.
 *
 *     dQ/dt = (Q_in − Q)/τ,   energy held = τ Q
 */

import type { Bench } from './machine.ts';
import type { MachineState } from './transient-behaviour.ts';

export interface HeatLag {
  readonly state: MachineState;
  /** What comes out while `heat` goes in [W]; writes the rate. */
  through(heat: number): number;
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
    through(heat) {
      memory.entering = heat;
      if (!memory.begun) return heat;
      s[state.rate] = (heat - s[state.value]!) / time;
      return s[state.value]!;
    },
    begin() {
      s[state.value] = memory.entering;
      memory.begun = true;
    },
  };
}
