/**
 * Metal between what gives heat and its coolant: parts of a server, switchgear
 * and walls of a room. In a steady hour heat passes at once.
 *
 *     C dT/dt = Q_in − a G (T − T_f),   a G (T − T_f) goes on
 *     G = Q_max/ΔT,   C = τ G
 *
 * ΔT is how much warmer the metal is at the most heat that the plant was sized
 * with, τ its time constant; a is how freely heat goes on, 1 with the coolant
 * flowing as rated, 0 where it stands. Metal that is cooler than what flows by takes heat up.
 */

import type { Bench } from './machine.ts';
import type { MachineState } from './transient-behaviour.ts';

export interface HeatLag {
  readonly state: MachineState;
  /**
   * What comes out while `heat` goes in [W], into a coolant that enters at a temperature [K]; writes the rate.
   * `ease` is a, 0 … 1; all of it if absent.
   */
  through(heat: number, coolant: number, ease?: number): number;
  /** The last heat of the steady hour becomes the first of the transient. */
  begin(): void;
}

/** @param time τ [s], > 0 @param excess ΔT [K], > 0 */
export function heatLag(bench: Bench, name: string, time: number, excess: number): HeatLag {
  const { s } = bench;
  const taken = bench.state(name, 'temperature', { capacity: 0, scale: 1 });
  const memory = { heat: 0, coolant: 300, most: 1, begun: false };
  const conductance = () => memory.most / excess;
  const state: MachineState = {
    ...taken,
    get capacity() {
      return time * conductance();
    },
  };
  return {
    state,
    through(heat, coolant, ease = 1) {
      if (!memory.begun) {
        memory.heat = heat;
        memory.coolant = coolant;
        if (heat > memory.most) memory.most = heat;
        return heat;
      }
      const perKelvin = conductance();
      const given = (ease < 1 ? ease : 1) * perKelvin * (s[state.value]! - coolant);
      s[state.rate] = (heat - given) / (time * perKelvin);
      return given;
    },
    begin() {
      s[state.value] = memory.coolant + memory.heat / conductance();
      memory.begun = true;
    },
  };
}
