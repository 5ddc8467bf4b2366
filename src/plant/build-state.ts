/**
 * A plant while it is being built: drafts of circuits, stages and loads, and
 * everything that machines have registered so far.
 */

import type { Fault } from '../errors.ts';
import type { ChipReport, LoadPort, SourcePort, WeatherSlots } from '../machines/machine.ts';
import type { DescribedCircuit, PlantDescription } from '../scenario/description.ts';
import type { CircuitSlots, EventSlot, Loss, Meter, Mover, PlacedMachine, Size } from './plant.ts';
import type { PowerChain } from './power-chain.ts';
import type { SlotBook } from './slots.ts';

export interface StageDraft {
  readonly number: number;
  readonly flowShare: number;
  readonly exclusive: boolean;
  readonly sources: { readonly machine: number; readonly port: SourcePort; readonly share: number | undefined }[];
}

/** A load with what it takes at the design hour; `after` names the machine whose return it takes. */
export interface LoadDraft {
  readonly machine: number;
  readonly name: string;
  readonly port: LoadPort;
  readonly after: string | undefined;
  readonly rated: { heat: number; flow: number };
  /** The circuit that its machine cools, and the part of it that it is sized for; none of a machine with heat of its own. */
  readonly cools: { readonly circuit: string; readonly part: number } | undefined;
}

/** A circuit while its machines are still being assembled. */
export interface CircuitDraft {
  readonly described: DescribedCircuit;
  readonly slots: CircuitSlots;
  readonly supply: number;
  readonly companion: number;
  readonly loads: LoadDraft[];
  readonly stages: StageDraft[];
  design: { heat: number; flow: number; returnTemperature: number; sourceInlet: number };
  mover: Mover | undefined;
}

export interface BuildState {
  readonly described: PlantDescription;
  readonly book: SlotBook;
  readonly faults: Fault[];
  readonly weather: WeatherSlots;
  /** Slot of the number of passes. */
  readonly pass: number;
  readonly utilisations: Map<string, number>;
  readonly drafts: Map<string, CircuitDraft>;
  readonly placed: PlacedMachine[];
  readonly placedIndex: Map<string, number>;
  readonly meters: Meter[];
  readonly losses: Loss[];
  readonly events: EventSlot[];
  readonly sizes: Size[];
  readonly chips: ChipReport[];
  /** Electricity at the design hour as far as it is known [W]. */
  readonly designPower: { it: number; otherOnUps: number; mechanical: number };
  readonly designLosses: Map<string, number>;
  power: PowerChain | undefined;
}
