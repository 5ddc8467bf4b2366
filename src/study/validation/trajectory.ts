/**
 * A small plant through time: the states of a system of differential equations
 * at the times that somebody else printed. Knows no physics; for cases of
 * transients.
 */

import { firstCrossing } from '../../numerics/event-location.ts';
import { stiffIntegrator } from '../../numerics/rosenbrock.ts';

export interface Transient {
  /** At the start. */
  readonly initial: readonly number[];
  readonly rates: (t: number, y: Float64Array, dy: Float64Array) => void;
  /** Absolute tolerance of each state, in its unit; the relative one is 1e-8. */
  readonly tolerances: readonly number[];
  /** When something outside jumps [s], rising. */
  readonly jumps?: readonly number[];
  /** What a controller watches: where one of these turns its sign, `decide` is called. */
  readonly margins?: readonly ((t: number, y: Float64Array) => number)[];
  /** Called at a crossing, at every jump and at the start; the rates may be others afterwards. */
  readonly decide?: (t: number, y: Float64Array) => void;
  /** Longest step [s]; forcing shorter than it could be stepped over. */
  readonly maximumStep: number;
}

const relative = 1e-8;
/** How late an event may be told [s]. */
const eventTolerance = 1e-6;

/**
 * States at given times. `seen` is called at each, in order, before a decision of that moment.
 *
 * @param transient the system
 * @param times rising, the first is the start [s]
 * @param seen gets the time and the state, which is only lent
 */
export function follow(
  transient: Transient,
  times: readonly number[],
  seen: (t: number, y: Float64Array) => void,
): void {
  const { initial, rates, jumps = [], margins = [], decide = () => {}, maximumStep } = transient;
  const integrator = stiffIntegrator(
    { size: initial.length, derivative: rates },
    { relative, absolute: Float64Array.from(transient.tolerances), maximumStep },
  );
  const state = new Float64Array(initial.length);
  const functions = margins.map((margin) => (t: number) => {
    integrator.stateAt(t, state);
    return margin(t, state);
  });
  const start = times[0]!;
  integrator.restart(start, Float64Array.from(initial));
  decide(start, integrator.y);
  let next = 0;
  for (const end of [...jumps.filter((jump) => jump > start && jump < times.at(-1)!), times.at(-1)!]) {
    while (integrator.time < end) {
      integrator.step(end);
      const crossing =
        functions.length === 0
          ? undefined
          : firstCrossing(functions, {
              from: integrator.startTime,
              to: integrator.time,
              tolerance: eventTolerance,
              pieces: 4,
            });
      const until = crossing?.time ?? integrator.time;
      for (; next < times.length && times[next]! <= until; next++) {
        integrator.stateAt(Math.max(times[next]!, integrator.startTime), state);
        seen(times[next]!, state);
      }
      if (crossing !== undefined) restartAt(until);
    }
    restartAt(end);
  }

  function restartAt(t: number): void {
    integrator.stateAt(t, state);
    decide(t, state);
    integrator.restart(t, state.slice());
  }
}
