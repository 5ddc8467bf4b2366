/**
 * Water in a tank as layers in series, cold below and warm above, each mixed:
 * what a tank carries through a transient.
 *
 *     C dT_i/dt = ṁ_c c (T_{i−1} − T_i) + ṁ_d c (T_{i+1} − T_i) + C/τ · (what lies the wrong way)
 *     T_0 supply that enters below while charging, T_{N+1} return that enters above while discharging
 *
 * N layers answer a step of what enters like N mixed tanks in series: one
 * layer is a mixed tank, many come near to plug flow. A layer that is warmer
 * than the one above it mixes with it in some seconds. Leaves out the
 * diffusers' jet and heat through the wall.
 */

import type { Bench } from './machine.ts';
import type { MachineState } from './transient-behaviour.ts';

export interface StratifiedLayers {
  readonly states: readonly MachineState[];
  /** Fills the tank: that part of it cold [1], the rest warm [K]. */
  fill(coldShare: number, cold: number, warm: number): void;
  /** Temperature of the lowest and of the highest layer [K]. */
  lowest(): number;
  highest(): number;
  /** Heat above all of it at a temperature [J]. */
  heatAbove(cold: number): number;
  /** Writes the rates: capacity rates [W/K] of what enters below and above, and their temperatures [K]. */
  flow(charging: number, below: number, discharging: number, above: number): void;
}

/** In which two layers that lie the wrong way mix [s]. */
const overturning = 10;

/** @param capacity of all layers [J/K], > 0 */
export function stratifiedLayers(bench: Bench, count: number, capacity: number): StratifiedLayers {
  const { s } = bench;
  const each = capacity / count;
  const states = Array.from({ length: count }, (_, i) => ({
    ...bench.state(`layer ${i + 1}`, 'temperature', { capacity: each, scale: 1 }),
    part: 'water',
  }));
  const values = Int32Array.from(states, (state) => state.value);
  const rates = Int32Array.from(states, (state) => state.rate);
  const exchange = each / overturning;

  function flow(charging: number, below: number, discharging: number, above: number): void {
    for (let i = 0; i < count; i++) {
      const here = s[values[i]!]!;
      const under = i === 0 ? below : s[values[i - 1]!]!;
      const over = i === count - 1 ? above : s[values[i + 1]!]!;
      let heat = charging * (under - here) + discharging * (over - here);
      if (i > 0 && under > here) heat += exchange * (under - here);
      if (i < count - 1 && here > over) heat -= exchange * (here - over);
      s[rates[i]!] = heat / each;
    }
  }

  return {
    states,
    fill(coldShare, cold, warm) {
      for (let i = 0; i < count; i++) {
        const part = Math.min(1, Math.max(0, coldShare * count - i));
        s[values[i]!] = warm + part * (cold - warm);
      }
    },
    lowest: () => s[values[0]!]!,
    highest: () => s[values[count - 1]!]!,
    heatAbove(cold) {
      let heat = 0;
      for (let i = 0; i < count; i++) heat += each * (s[values[i]!]! - cold);
      return heat;
    },
    flow,
  };
}
