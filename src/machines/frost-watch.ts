/**
 * Coolant that stands in frost: the coils of a dry cooler, the basin of a
 * tower. What it holds follows what flows through it, and cools down to the
 * outdoor air once that stands.
 *
 *     dT/dt = (ṁ/M)(T_out − T) − s (G (T − T_air) − P)/(M c),    s from 0 at 5 % of the design flow to 1 at none
 *     by hand, standing without a heater:  t = (M c/G) ln((T₀ − T_air)/(T_freeze − T_air))
 *
 * The heat it gives is a small part of what its circuit holds and is not taken
 * from there. Leaves out metal (which helps), wind and the heat of freezing:
 * what reaches its freezing point counts as frozen.
 */

import { smoothStep } from '../numerics/smooth-step.ts';
import type { Bench } from './machine.ts';
import type { TransientBehaviour } from './transient-behaviour.ts';

export interface FrostWatch {
  readonly behaviour: Pick<TransientBehaviour, 'states' | 'freezing'>;
  begin(): void;
  /** 0 at the freezing point … 1 at so much above it [K]; 1 before the transient begins. */
  clearance(margin: number): number;
  /** What it holds [K]. */
  temperature(): number;
  /** Writes the rate: flow [kg/s] that leaves at a temperature [K], loss G [W/K] to air [K], heater P [W]. */
  follow(flow: number, leaving: number, loss: number, air: number, heater: number): void;
}

/** Part of the design flow below which coolant begins to count as standing [1]. */
const standsBelow = 0.05;

/** @param holding time in which the design flow passes what is watched [s], > 0; undefined for a coolant that does not freeze */
export function frostWatch(bench: Bench, name: string, holding: number): FrostWatch | undefined {
  const { s } = bench;
  const { fluid, design, outlet } = bench.source();
  const { freezing } = fluid;
  if (freezing === undefined) return undefined;
  const mass = design.flow * holding;
  const capacity = mass * fluid.specificHeat(design.outletTemperature);
  const state = bench.state(name, 'temperature', { capacity: 0, scale: 1 });
  const course = { hasBegun: false };

  return {
    behaviour: { states: [state], freezing: { temperature: state.value, at: freezing } },
    begin() {
      s[state.value] = s[outlet]!;
      course.hasBegun = true;
    },
    clearance: (margin) => (course.hasBegun && margin > 0 ? smoothStep((s[state.value]! - freezing) / margin) : 1),
    temperature: () => s[state.value]!,
    follow(flow, leaving, loss, air, heater) {
      const standing = 1 - smoothStep(flow / (standsBelow * design.flow));
      const here = s[state.value]!;
      s[state.rate] = (flow / mass) * (leaving - here) - (standing * (loss * (here - air) - heater)) / capacity;
    },
  };
}
