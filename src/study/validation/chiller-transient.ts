/**
 * A chiller switched on and off, between two volumes of water of half a minute:
 * the example of the Buildings library, with our curves.
 */

import { eirCapacity, eirChiller, eirPower } from '../../physics/chiller-eir.ts';
import { mcquay } from './cases/chillers.ts';
import { chillerCycles } from './cases/chiller-cycles.ts';
import { follow } from './trajectory.ts';

const { evaporatorFlow, condenserFlow, waterSpecificHeat, volumeTime, cycle, ramps, start } = chillerCycles;

/** Theirs follows its curves wherever they lead: bounds wide enough for its ramps. */
const chiller = eirChiller({ ...mcquay, ...mcquay.entering, ...chillerCycles.limits });

/** A ramp of an hour. */
function ramped({ from, rise, begins, lasts }: (typeof ramps)[keyof typeof ramps], t: number): number {
  return from + rise * Math.min(1, Math.max(0, (t - begins) / lasts));
}

export interface ChillerMoment {
  readonly t: number;
  readonly cop: number;
  readonly partLoad: number;
  readonly condenserLeaving: number;
  readonly evaporatorLeaving: number;
}

/** Heat taken and electricity of the running machine [W], which knows what leaves its evaporator. */
function running(t: number, leaving: number) {
  const condenserEntering = ramped(ramps.condenserEntering, t);
  const rate = evaporatorFlow * waterSpecificHeat;
  const wanted = rate * Math.max(0, ramped(ramps.evaporatorEntering, t) - ramped(ramps.setpoint, t));
  const capacity = eirCapacity(chiller, leaving, condenserEntering) / chiller.maximumLoad;
  const heat = Math.min(wanted, capacity);
  return { heat, capacity, power: eirPower(chiller, heat, leaving, condenserEntering) };
}

/** The chiller at given times [s]. At a switch it is still as it was before. */
export function chillerMoments(times: readonly number[]): readonly ChillerMoment[] {
  const moments: ChillerMoment[] = [];
  let on = false;
  const off = { heat: 0, capacity: 1, power: 0 };
  const now = (t: number, leaving: number) => (on ? running(t, leaving) : off);
  follow(
    {
      initial: [start.condenser, start.evaporator],
      rates: (t, y, dy) => {
        const { heat, power } = now(t, y[1]!);
        const rejected = (heat + power) / (condenserFlow * waterSpecificHeat);
        const taken = heat / (evaporatorFlow * waterSpecificHeat);
        dy[0] = (ramped(ramps.condenserEntering, t) - y[0]! + rejected) / volumeTime;
        dy[1] = (ramped(ramps.evaporatorEntering, t) - y[1]! - taken) / volumeTime;
      },
      tolerances: [1e-7, 1e-7],
      jumps: Array.from({ length: 16 }, (_, i) => (i * cycle.period) / 2),
      decide: (t) => {
        on = t % cycle.period < cycle.on;
      },
      maximumStep: 60,
    },
    times,
    (t, y) => {
      const { heat, capacity, power } = now(t, y[1]!);
      const [condenserLeaving, evaporatorLeaving] = [y[0]!, y[1]!];
      moments.push({
        t,
        cop: power > 0 ? heat / power : 0,
        partLoad: heat / capacity,
        condenserLeaving,
        evaporatorLeaving,
      });
    },
  );
  return moments;
}
