/**
 * What a machine declares for the transient solver beyond its steady
 * behaviour: what it carries from second to second, its actuator, and how it
 * protects itself. Part of the contract in `machine.ts`.
 */

import type { Quantity } from '../units.ts';

/**
 * Something that a machine carries from second to second: the temperature of a
 * mass, heat on its way through metal, a controller's memory.
 */
export interface MachineState {
  readonly name: string;
  readonly quantity: Quantity;
  /** Slots: its value, and its rate of change per second, which the machine writes whenever it is asked. */
  readonly value: number;
  readonly rate: number;
  /** Energy held for each unit of the value [J per unit]; 0 for what is no store. */
  readonly capacity: number;
  /** What the integrator may be wrong by, in the value's own unit, at a relative tolerance of one. */
  readonly scale: number;
  /** What it is a part of, where several are told as one. */
  readonly part?: string;
}

/** What a machine knows beyond its steady behaviour. */
export interface TransientBehaviour {
  readonly states: readonly MachineState[];
  /** Fills the states from the steady hour that stands in the slots; from then on the machine answers out of its states. */
  begin?(): void;
  /**
   * Heat out of its source circuit at an opening of its actuator (valve, fan
   * speed, compressor load), all installed units running. Writes flow of its
   * load port, `rejection` and its meters like `source`.
   *
   * @param opening 0 … 1
   * @param wanted heat that would reach the set point [W], for machines that ask others by it
   */
  respond?(inletTemperature: number, massFlow: number, opening: number, wanted: number): number;
  /** Time of a full stroke of its actuator [s]. */
  readonly stroke?: number;
  /** Opening at which units without power go on: free convection through a tower or cooler whose fans stand. */
  readonly standing?: number;
  /** Slot of what its fans move over that of all at full speed: where some stand, the mean of all. */
  readonly airFraction?: number;
  /** Slot of units that run in the steady hour, of a machine whose units are started and stopped with the load. */
  readonly staged?: number;
  /** Slot: part of its units that work, of a machine that loads its circuit by itself too and heeds it on both sides. */
  readonly working?: number;
  /**
   * The hour of the day begins (1 = 00:00–01:00; NaN for the design hour), of a machine that goes by the clock. Called
   * before the steady hour is solved too. Says whether it does something else from now on.
   */
  atHour?(hourOfDay: number): boolean;
  /** Slot that is told whether its board has power (1, 0), of a machine that does something by itself with it. */
  readonly powered?: number;
  /** Meters that do not go with the number of units that work: heaters. */
  readonly apart?: readonly number[];
  /** Slot of what stands in frost [K], and where it freezes [K]. */
  readonly freezing?: { readonly temperature: number; readonly at: number };
  /** Slot: part of the walls in its plates that liquid wets, where they may boil dry. */
  readonly wetted?: number;
  /** From power to the first cooling after a stop [s]. */
  readonly restart?: number;
  /** Slot: 1 while the machine's own electronics are alive, 0 after they were switched off. */
  readonly alive?: number;
  /** Heat given up by standing hot in its protection: what a rack's chips do when nobody cools them. */
  readonly protection?: Protection;
}

/** How the chips of a rack group protect themselves. */
export interface Protection {
  /** Slots: utilisation asked and work delivered over that of all chips at full clock [1]. */
  readonly utilisation: number;
  readonly delivered: number;
  /** Slot of the hottest junction [K], where it throttles and where it switches off [K]. */
  readonly junction: number;
  readonly throttleAt: number;
  readonly shutdownAt: number;
  /** Of nodes with parts that hang on the hall: slot of the air they take in [K], and where it switches them off [K]. */
  readonly air?: { readonly inlet: number; readonly shutdownAt: number };
  /** From cool enough to work again [s]. */
  readonly reboot: number;
}
