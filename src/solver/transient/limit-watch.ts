/** When limits are passed inside a step, and what is done at them. */

import { firstCrossing } from '../../numerics/event-location.ts';
import type { Limit } from './limits.ts';

/** How late a crossing may be found [s], and pieces of a step in which one is looked for. */
const lateness = 1e-4;
const pieces = 4;

export interface LimitWatch {
  /** Takes how far the limits are where a step begins. */
  begin(): void;
  /** All that is at a limit acts, and what is alike with it. */
  pass(time: number): void;
  /** The earliest moment of a step at which a limit is passed; NaN if none is. The state is then that of the moment last looked at. */
  crossing(from: number, to: number): number;
}

/** @param lookBack brings state and slots to a moment inside the last step */
export function limitWatch(
  limits: readonly Limit[],
  state: Float64Array,
  lookBack: (time: number) => void,
): LimitWatch {
  const before = new Float64Array(limits.length);

  function isPassed(limit: Limit, i: number): boolean {
    return before[i]! < 0 && limit.value(state) >= 0;
  }

  /** Asked after every step, mostly for nothing. */
  function somePassed(): boolean {
    for (let i = 0; i < limits.length; i++) if (isPassed(limits[i]!, i)) return true;
    return false;
  }

  return {
    begin() {
      for (let i = 0; i < limits.length; i++) before[i] = limits[i]!.value(state);
    },
    pass(time) {
      if (limits.some((limit) => limit.value(state) >= 0)) for (const limit of limits) limit.passed(time, state);
    },
    crossing(from, to) {
      if (!somePassed()) return NaN;
      const passed = limits.filter(isPassed);
      const functions = passed.map((limit) => (time: number) => {
        lookBack(time);
        return limit.value(state);
      });
      return firstCrossing(functions, { from, to, tolerance: lateness, pieces })?.time ?? NaN;
    },
  };
}
