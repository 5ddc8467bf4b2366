/**
 * A plant ready to be solved: circuits from the chips outwards, the machines
 * on them, and the slots where everything stands. Made by `assemblePlant`,
 * read by solver, auditor, results and metrics. Nothing in it changes but `s`.
 */

import type { EnthalpyCurve } from '../fluids/enthalpy-curve.ts';
import type { Fluid } from '../fluids/fluid.ts';
import type {
  AmbientPort,
  ChipReport,
  Consumer,
  DesignWeather,
  EventGravity,
  LoadPort,
  Machine,
  SourcePort,
  WeatherSlots,
} from '../machines/machine.ts';
import type { RackPlace } from '../scenario/description.ts';
import type { Quantity } from '../units.ts';
import type { NamedSlot } from './slots.ts';

/** Slots of a circuit; temperatures in K, flows in kg/s, heat and power in W. */
export interface CircuitSlots {
  readonly setpoint: number;
  readonly supply: number;
  readonly companion: number;
  /** What parallel loads take in: the supply, warmed by recirculation where there is any. */
  readonly loadInlet: number;
  readonly loadFlow: number;
  readonly sourceFlow: number;
  /** Mixed return of the loads, and what enters the first stage (after pump heat and mixing). */
  readonly returned: number;
  readonly sourceInlet: number;
  /** All loads' heat, and the mover's electricity and its part into the fluid. */
  readonly heat: number;
  readonly moverPower: number;
  readonly moverHeat: number;
  readonly reach: number;
  /** K above set point while it floats; W that left as vapour. */
  readonly floating: number;
  readonly vapourLoss: number;
}

/** A pump or fan that drives a circuit. */
export interface Mover {
  /** Flow at which `power` is drawn [kg/s], [W]. */
  readonly ratedFlow: number;
  readonly ratedPower: number;
  readonly ratedHead: number;
  readonly efficiency: number;
  /** Part of the head that does not fall with flow [1]. */
  readonly staticShare: number;
  readonly minimumSpeed: number;
  /** Part of the electricity that becomes heat in the fluid [1]. */
  readonly intoFluid: number;
  /** Slot where the rest goes, into a room or outdoors [W]. */
  readonly loss: number;
}

/** A load port in its circuit: parallel, or taking the return of another. */
export interface PlacedLoad {
  readonly machine: number;
  readonly port: LoadPort;
  /** Index in the circuit's `loads` of the load whose return it takes; −1 when parallel. */
  readonly after: number;
}

/** A source machine in its stage. */
export interface PlacedSource {
  readonly machine: number;
  readonly port: SourcePort;
  /** Part of the stage's flow and of the wanted heat [1]; the parts of a stage add up to 1. */
  readonly share: number;
}

export interface Stage {
  readonly number: number;
  /** Part of the circuit's flow that passes through [1]; 1 for full flow. */
  readonly flowShare: number;
  /** An exclusive stage runs only when it can do all that is left. */
  readonly exclusive: boolean;
  readonly sources: readonly PlacedSource[];
}

export type FlowRule = 'constant' | 'rise' | 'loads' | 'differential pressure';
export type SetpointRule = 'fixed' | 'warmest' | 'wet-bulb reset';

export interface Circuit {
  readonly name: string;
  readonly fluid: Fluid;
  /** Enthalpy of the fluid; of a hall it follows the hour's humidity. */
  readonly curve: EnthalpyCurve;
  readonly slots: CircuitSlots;
  readonly flowRule: FlowRule;
  readonly rise: number;
  readonly setpointRule: SetpointRule;
  /** Design supply [K], which is the fixed set point, or the warmest allowed. */
  readonly supply: number;
  readonly floor: number;
  readonly reset: { readonly fromWetBulb: number; readonly toWetBulb: number; readonly coldest: number } | undefined;
  /** Source flow over load flow [1]: (1 − r)/(1 − b) of an air circuit, 1 of a liquid. */
  readonly flowRatio: number;
  readonly recirculation: number;
  readonly bypass: number;
  readonly mover: Mover | undefined;
  /** Of a sealed boiling circuit: saturation at its relief pressure [K]. */
  readonly sealed: { readonly relief: number } | undefined;
  readonly loads: readonly PlacedLoad[];
  readonly stages: readonly Stage[];
  readonly design: {
    readonly heat: number;
    readonly flow: number;
    readonly returnTemperature: number;
    /** Humidity ratio of air [kg/kg], vapour quality of what boils. */
    readonly companion: number;
  };
}

/** A machine in its place. */
export interface PlacedMachine {
  readonly name: string;
  /** Of a rack that is resolved by itself. */
  readonly place: RackPlace | undefined;
  readonly kind: string;
  readonly title: string;
  readonly ideal: boolean;
  readonly gathersLosses: boolean;
  readonly machine: Machine;
  readonly loads: readonly LoadPort[];
  readonly source: SourcePort | undefined;
  readonly ambient: AmbientPort | undefined;
}

/** Electricity drawn somewhere, and what feeds it. */
export interface Meter {
  readonly owner: string;
  readonly name: string;
  readonly slot: number;
  readonly consumer: Consumer;
  readonly supplied: 'ups' | 'mechanical';
  readonly about: string;
}

/** Heat that leaves a machine, a mover or the power chain sideways. */
export interface Loss {
  readonly owner: string;
  readonly slot: number;
  /** Name of the room machine, or `outdoors`. */
  readonly to: string;
  readonly about: string;
}

export interface EventSlot {
  readonly owner: string;
  readonly slot: number;
  readonly cause: string;
  readonly quantity: Quantity;
  readonly gravity: EventGravity;
}

/** A size found at the design hour. */
export interface Size {
  readonly owner: string;
  readonly name: string;
  readonly value: number;
  readonly quantity: Quantity;
  readonly about: string;
}

/** Slots of the electricity chain from the utility to the racks [W]. */
export interface PowerSlots {
  readonly utility: number;
  readonly transformerLoss: number;
  readonly upsInput: number;
  readonly upsLoss: number;
  readonly pduLoss: number;
  readonly buswayLoss: number;
  /** Electricity at the racks' inlets, at the PDU outputs (PUE category 2), at the UPS outputs for IT (category 1). */
  readonly itInput: number;
  readonly pduOutput: number;
  readonly upsOutputIt: number;
  readonly mechanical: number;
}

export interface Plant {
  readonly title: string;
  readonly s: Float64Array;
  readonly slots: readonly NamedSlot[];
  readonly weather: WeatherSlots;
  readonly designWeather: DesignWeather;
  /** Load series that the racks follow: id and slot of utilisation. */
  readonly utilisations: readonly { readonly load: string; readonly slot: number }[];
  /** From the chips outwards. */
  readonly circuits: readonly Circuit[];
  readonly machines: readonly PlacedMachine[];
  readonly meters: readonly Meter[];
  readonly losses: readonly Loss[];
  readonly events: readonly EventSlot[];
  readonly sizes: readonly Size[];
  readonly chips: readonly ChipReport[];
  readonly power: { readonly slots: PowerSlots; solve(): void };
  /** Slot: passes that the hour took [1]. */
  readonly passes: number;
}
