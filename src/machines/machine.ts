/**
 * The contract between a kind of machine and the plant it stands in.
 *
 * A kind declares its parameters and ports as data and knows how to assemble
 * itself on a bench: there it reads the design hour, sizes itself, takes slots
 * of the plant's one Float64Array and returns closures over them. It never
 * sees its neighbours, and nothing outside its file asks which kind it is.
 *
 * Signs: flow from inlet to outlet, heat positive into the coolant of a load
 * port and out of the coolant of a source port, power positive when drawn.
 */

import type { Fluid } from '../fluids/fluid.ts';
import type { Parameters, ValuesOf } from '../library/parameters.ts';
import type { Quantity } from '../units.ts';
import type { MachineState, TransientBehaviour } from './transient-behaviour.ts';

/** Whose electricity it is; one colour each in every chart, and its place in PUE. */
export const consumers = [
  'IT',
  'server fans',
  'pumps',
  'fans',
  'chillers',
  'towers',
  'power chain',
  'heat recovery',
  'other',
] as const;
export type Consumer = (typeof consumers)[number];

/** What a kind says of one of its ports. */
export interface PortDeclaration {
  /** `liquid`, `air`, `water`; a kind with one load port needs no name for it in a file. */
  readonly name: string;
  readonly role: 'load' | 'source';
  readonly phases: readonly Fluid['phase'][];
  /** `outdoors` may be wired to the weather instead of a circuit; `optional` may be left out. */
  readonly may?: 'outdoors' | 'optional';
  readonly about: string;
}

/** A kind of machine: the only thing a new kind has to export. */
export interface Kind<P extends Parameters = Parameters> {
  readonly kind: string;
  readonly about: string;
  readonly parameters: P;
  readonly ports: readonly PortDeclaration[];
  /** Marks kinds whose behaviour is a constant and not physics. */
  readonly ideal?: true;
  /** Takes in losses of others, so it is sized after them. */
  readonly gathersLosses?: true;
  /** Stands across the headers of one circuit: load and source of the same. */
  readonly acrossOneCircuit?: true;
  /** Of a store: the parameters that say how much it holds, its volume and how much warmer it is spent than charged. */
  readonly store?: { readonly volume: string; readonly rise: string };
  /** The coldest its source circuit could get at the design hour [K], of a kind that rejects to the air. */
  designReach?(values: ValuesOf<P>, weather: DesignWeather): number;
  assemble(values: ValuesOf<P>, bench: Bench): Machine;
}

/** Keeps the parameter types while putting kinds of all shapes into one table. */
export function defineKind<const P extends Parameters>(kind: Kind<P>): Kind {
  return kind as unknown as Kind;
}

/**
 * A load of a machine on a circuit. All numbers but the design are slot
 * indices. A machine whose heat comes from its own source port leaves `heat`
 * to the solver (its duty times `rejection`).
 */
export interface LoadPort {
  readonly circuit: string;
  readonly fluid: Fluid;
  /** Temperature and companion of what enters [K]. */
  readonly inlet: number;
  readonly companion: number;
  /** Flow over what the port's opening takes at the circuit's design pressure [1]; 1 but in a transient. Liquids only. */
  readonly drive: number;
  /** Flow that units which are shut off would take [kg/s]; 0 but in a transient. */
  readonly shut: number;
  /** Flow taken [kg/s] and heat given to it [W]; the machine writes both. */
  readonly flow: number;
  readonly heat: number;
  /** Filled when the hour stands still [K]. */
  readonly outlet: number;
  readonly outletCompanion: number;
  /** `valve`: the machine chooses its flow up to the rated; `fixed`: rated flow; `rise`: heat over `rise`. */
  readonly rule: 'valve' | 'fixed' | 'rise';
  readonly rise: number;
  /** Inlet at the design hour. */
  readonly design: { readonly temperature: number; readonly companion: number; readonly recirculation: number };
  /** Where the circuit is set by `warmest`, the machine may be asked how warm it can bear. */
  readonly setpointFollowsLoads: boolean;
  /** Lowest temperature that this circuit's own sources could ever reach in the hour. */
  readonly reach: number;
  /** States heat [W] and flow [kg/s] at the design hour; called once by `assemble`. */
  rate(heat: number, flow: number): void;
  /** Flow rated for this port by the rule of a `constant … per kW` circuit; NaN where the machine decides. */
  ruledFlow(heat: number): number;
}

/** The source side of a machine on a circuit, as it stands at the design hour. */
export interface SourcePort {
  readonly circuit: string;
  readonly fluid: Fluid;
  readonly design: {
    /** This machine's share of the circuit's design heat, pump heat included [W]. */
    readonly heat: number;
    readonly flow: number;
    readonly inletTemperature: number;
    readonly outletTemperature: number;
    readonly companion: number;
    /** Nothing comes after it: it has to hold the set point at the design hour. */
    readonly last: boolean;
  };
  /** Slot of the circuit's set point [K]. */
  readonly setpoint: number;
  /** Slots of heat removed [W], flow through it [kg/s], and of the temperatures when the hour stands still [K]. */
  readonly duty: number;
  readonly flow: number;
  readonly inlet: number;
  readonly outlet: number;
  readonly companion: number;
}

/** The air that a machine takes from outdoors and gives back, seen by the auditor. */
export interface AmbientPort {
  /** Dry air [kg/s], state out [K], [kg/kg]; what enters is the weather. */
  readonly airFlow: number;
  readonly outletTemperature: number;
  readonly outletHumidityRatio: number;
  /** Water metered at the inlet, and what becomes of it: evaporated, drifted, bled [kg/s]. */
  readonly makeUp: number;
  readonly evaporation: number;
  readonly drift: number;
  readonly blowdown: number;
  /** Temperature of the make-up that evaporates [K]; drift and blowdown leave as warm as their make-up came. */
  readonly makeUpTemperature: number;
}

/** Slots of the hour's weather. */
export interface WeatherSlots {
  readonly dryBulb: number;
  readonly wetBulb: number;
  readonly humidityRatio: number;
  readonly pressure: number;
  /** Hours since the year began; NaN at the design hour, which is of no season. No column. */
  readonly hourOfYear: number;
}

/** The air and pressure at the design hour. */
export interface DesignWeather {
  readonly dryBulb: number;
  readonly wetBulb: number;
  readonly humidityRatio: number;
  readonly pressure: number;
}

/** What a kind finds when it is assembled. */
export interface Bench {
  /** The machine's name in the plant. */
  readonly machine: string;
  /** The plant's state; its length never changes. */
  readonly s: Float64Array;
  readonly weather: WeatherSlots;
  /** Slot: number of the solver's pass in the step [1]; a machine that switches decides at the first call of a pass. */
  readonly pass: number;
  readonly designWeather: DesignWeather;
  /** The load port of that name; undefined where it was left out or is wired outdoors. */
  load(port: string): LoadPort | undefined;
  /** The source port; throws for a kind without one. */
  source(): SourcePort;
  /** Takes a port to the outdoor air. */
  ambient(): AmbientPort;
  /** A number of the machine that becomes a column. */
  slot(name: string, quantity: Quantity, about: string): number;
  /** A number between passes that no one else reads. */
  scratch(): number;
  /** Takes the slots of a state that a transient carries on. */
  state(name: string, quantity: Quantity, held: { readonly capacity: number; readonly scale: number }): MachineState;
  /** Electricity drawn [W], booked to a consumer. */
  meter(name: string, consumer: Consumer, about: string, designPower: number): number;
  /** States electricity at the design hour that was not known when the meter was taken [W]. */
  ratePower(designPower: number): void;
  /** Heat that leaves the machine sideways, into the room that its `losses` parameter names or outdoors [W]. */
  loss(name: string, to: string, about: string, designHeat: number): number;
  /** Losses that go into this machine (a room): slots, and their sum at the design hour [W]. */
  lossesInto(): { readonly slots: () => readonly number[]; readonly designHeat: number };
  /** Electricity of the racks at the design hour, stated by each rack group [W]. */
  rateIt(designPower: number): void;
  /** Slot of utilisation of the load series with that id, 0 … 1. */
  utilisation(load: string): number;
  /** A size found at the design hour, for the resolved scenario and `explain`. */
  sized(name: string, value: number, quantity: Quantity, about: string): void;
  /** A slot that is above zero in hours when something had to be bent, by its size. */
  event(cause: string, quantity: Quantity, gravity?: EventGravity): number;
  /** Reports what cannot be built; every fault is collected. */
  fault(parameter: string, message: string): void;
  /** Registers what the racks tell the metrics. */
  chips(report: ChipReport): void;
}

/** `limit`: a chip or machine limit is broken; `float`: a set point is not held; `note`: bent, not broken. */
export type EventGravity = 'limit' | 'float' | 'note';

/** Slots and constants by which metrics speak of the chips of one rack group. */
export interface ChipReport {
  /** Name of the rack group in the plant. */
  readonly machine: string;
  readonly title: string;
  /** Chips that compute tokens (GPUs) in the group. */
  readonly count: number;
  readonly racks: number;
  readonly nodes: number;
  readonly floorArea: number;
  readonly silicon: string;
  readonly junctionLimit: number;
  readonly caseLimit: number;
  /** Slots: temperatures [K] of the hottest chip, share of work delivered (1 = all). */
  readonly caseTemperature: number;
  readonly junctionTemperature: number;
  readonly delivered: number;
  /** Slots: power of the part that computes, of the server fans, and of the whole at its inlet [W]. */
  readonly computePower: number;
  readonly fanPower: number;
  readonly inputPower: number;
  /** From coolant inwards: slots and names of the chain's temperatures [K], coolest first. */
  readonly chain: readonly { readonly name: string; readonly slot: number }[];
}

/** A machine as the solver knows it: closures over slots. */
export interface Machine {
  /** Own loads (racks, rooms): writes heat and flow of its load ports, and its meters. */
  load?(): void;
  /**
   * What it takes out of its source circuit, given what enters and what is
   * wanted: never more than wanted. Writes flow of its load port, `rejection`
   * and its meters.
   */
  source?(inletTemperature: number, massFlow: number, wantedHeat: number): number;
  /** Slot: heat given to its load port per heat taken (1 for an exchanger, 1 + 1/COP for a chiller). */
  readonly rejection?: number;
  /** The warmest supply its load port can bear in this hour [K]; +∞ where it has no wish. */
  warmest?(): number;
  /** The coldest it could ever make its source circuit in this hour [K]; −∞ for a compressor. */
  reach?(): number;
  /**
   * Humidity ratio that it gives the air of its source circuit in this hour [kg/kg], from the weather alone: that of the
   * outdoor air it lets in, since nothing in a hall makes or takes moisture. NaN where it lets in none.
   */
  humidity?(): number;
  /** Once an hour stands still: ambient side, water, chip chain, events. */
  finish?(): void;
  /** Before an hour: state that is carried over (storage). */
  begin?(): void;
  /** Its compressors' share of the hour, a slot [1]; what "compressor hours" counts. */
  readonly compressor?: number;
  /** Units installed, for the tables. */
  readonly units?: number;
  /** Charge at the end of the step [J], a slot, of a machine that stores. */
  readonly stored?: number;
  /** Heat that comes in from outside the metered plant (walls, sun) [W], a slot. */
  readonly envelope?: number;
  /** Heat that goes to a customer [W], a slot. */
  readonly reuse?: number;
  readonly transient?: TransientBehaviour;
}
