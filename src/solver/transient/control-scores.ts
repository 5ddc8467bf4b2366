/**
 * How a plant was controlled over a transient: of each circuit how far and how
 * long its supply was off its set point, of each actuator how far it
 * travelled, of each machine with stages how often units were started.
 */

import { type BandScore, bandScore, type BandState } from '../../controls/band-score.ts';
import { startsScore, type StartsState, travelScore, type TravelState } from '../../controls/scores.ts';
import type { Plant } from '../../plant/plant.ts';
import type { TransientSystem } from './system.ts';

/** A supply within this of its set point counts as held [K]. */
export const heldWithin = 0.5;

export interface CircuitScore {
  readonly circuit: string;
  /** Farthest of its supply above and below its set point [K], and time beyond `heldWithin` [s]. */
  readonly farthestAbove: number;
  readonly farthestBelow: number;
  readonly timeOutside: number;
  /** From when on it was held for good [s]; NaN where it was not at the end. */
  readonly settledAt: number;
}

export interface TravelAnswer {
  readonly owner: string;
  /** `opening` of a machine, `speed` of a circuit's movers. */
  readonly actuator: string;
  /** Full strokes to and fro [1]. */
  readonly travel: number;
}

export interface StartsAnswer {
  readonly machine: string;
  readonly starts: number;
  /** [1/s] */
  readonly startRate: number;
}

export interface ControlAnswer {
  readonly circuits: readonly CircuitScore[];
  readonly travels: readonly TravelAnswer[];
  readonly starts: readonly StartsAnswer[];
}

export interface ControlSeen {
  readonly circuits: readonly BandState[];
  readonly travels: readonly TravelState[];
  readonly starts: readonly StartsState[];
}

export interface ControlScores {
  sample(time: number, y: Float64Array): void;
  answer(): ControlAnswer;
  save(): ControlSeen;
  restore(seen: ControlSeen): void;
}

/** A circuit that is asked for less of its design flow has nothing to hold [1]. */
const used = 0.01;
const leastDrive = 1e-5;
const secondsPerHour = 3600;

export function controlScores(plant: Plant, system: TransientSystem): ControlScores {
  const { s } = plant;
  // A boiling bath has no set point to be held.
  const held = plant.circuits.filter((circuit) => circuit.fluid.phase !== 'boiling' && circuit.stages.length > 0);
  const bands: readonly BandScore[] = held.map(() => bandScore(heldWithin));
  const drives = held.map(({ name: owner }) =>
    system.places.findIndex((place) => place.owner === owner && place.name === 'drive'),
  );
  const actuators = system.places.flatMap(({ owner, name }, index) =>
    name === 'opening' || name === 'speed' ? [{ owner, name, index }] : [],
  );
  const travels = actuators.map(() => travelScore());
  const staged = system.sources.filter((source) => !Number.isNaN(source.units()));
  const starts = staged.map(() => startsScore());

  return {
    sample(time, y) {
      for (let i = 0; i < held.length; i++) {
        const { supply, setpoint, sourceFlow } = held[i]!.slots;
        const asked = s[sourceFlow]! / Math.max(y[drives[i]!]!, leastDrive);
        const isUsed = asked > used * held[i]!.design.flow;
        bands[i]!.push(time, isUsed ? s[supply]! - s[setpoint]! : 0);
      }
      for (let i = 0; i < actuators.length; i++) travels[i]!.push(time, y[actuators[i]!.index]!);
      for (let i = 0; i < staged.length; i++) starts[i]!.push(time, staged[i]!.units());
    },
    answer: () => ({
      circuits: held.map(({ name }, i) => {
        const { farthestAbove, farthestBelow, timeOutside, settledAt } = bands[i]!;
        return { circuit: name, farthestAbove, farthestBelow, timeOutside, settledAt };
      }),
      travels: actuators.map(({ owner, name }, i) => ({ owner, actuator: name, travel: travels[i]!.travel })),
      starts: staged.map(({ placed }, i) => ({
        machine: placed.name,
        starts: starts[i]!.starts,
        startRate: starts[i]!.startsPerHour / secondsPerHour,
      })),
    }),
    save: () => ({
      circuits: bands.map((band) => band.snapshot()),
      travels: travels.map((travel) => travel.snapshot()),
      starts: starts.map((start) => start.snapshot()),
    }),
    restore(seen) {
      bands.forEach((band, i) => band.restore(seen.circuits[i]!));
      travels.forEach((travel, i) => travel.restore(seen.travels[i]!));
      starts.forEach((start, i) => start.restore(seen.starts[i]!));
    },
  };
}
