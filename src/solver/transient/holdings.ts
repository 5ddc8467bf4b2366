/**
 * What a transient reckons with: coolant and its heat capacity in every
 * circuit, metal and rooms of machines, energy of the batteries. Whoever wants
 * to check a time to a limit by hand, t = m c ΔT / P, finds m, c and P here.
 */

import type { PlacedMachine, Plant } from '../../plant/plant.ts';
import { reserveOf } from './bath-ports.ts';
import type { Operations } from './operations.ts';
import type { TransientSettings } from './settings.ts';
import type { StatePlace } from './state-book.ts';

export interface CircuitHolding {
  readonly circuit: string;
  readonly fluid: string;
  /** Coolant in supply and return, and unmixed in long pipes or a stratified tank [kg]. */
  readonly supplyMass: number;
  readonly returnMass: number;
  readonly pipeMass: number;
  /** At its set point [J/(kg K)]. */
  readonly specificHeat: number;
  /** Coolant, and for air the building too [J/K]. */
  readonly heatCapacity: number;
  readonly buildingCapacity: number;
  /** Design flow [kg/s], and the time in which it moves all the coolant [s]. */
  readonly designFlow: number;
  readonly residenceTime: number;
  /** Pumps or fans in parallel. */
  readonly movers: number;
  /** Heat of its loads at the start [W]. */
  readonly heat: number;
}

/** What a boiling bath or a pumped loop that boils may lose, and take up before it does. */
export interface BathHolding {
  readonly circuit: string;
  readonly fluid: string;
  /** Liquid above the highest chip or the pumps' inlet [kg], and what it takes to boil a kilogram [J/kg]. */
  readonly reserve: number;
  readonly latentHeat: number;
  /** Of all liquid, and the vapour of a pumped loop, whose temperature may rise [J/K]; 0 of a vented bath, which boils away instead. */
  readonly heatCapacity: number;
  /** How far it may rise before its relief valve opens [K]. */
  readonly rise: number;
  /** Heat of its loads at the start [W]. */
  readonly heat: number;
}

export interface MachineHolding {
  readonly machine: string;
  readonly what: string;
  /** [J/K] */
  readonly capacity: number;
}

export interface Holdings {
  readonly circuits: readonly CircuitHolding[];
  readonly baths: readonly BathHolding[];
  readonly machines: readonly MachineHolding[];
  /** [J] */
  readonly batteryEnergy: number;
}

interface Held {
  readonly places: readonly StatePlace[];
  readonly operations: Readonly<Operations>;
  readonly batteryEnergy: number;
}

/** With the plant's slots at the start of the transient. */
export function holdingsOf(plant: Plant, settings: TransientSettings, held: Held): Holdings {
  const { places, operations, batteryEnergy } = held;
  const capacityOf = (owner: string, name: string) =>
    places.find((place) => place.owner === owner && place.name === name)?.capacity ?? 0;
  const circuits = plant.circuits.flatMap(({ name, fluid, design, supply, slots }): readonly CircuitHolding[] => {
    if (fluid.phase === 'boiling') return [];
    const { supplyDelay, returnDelay } = settings.circuit(name);
    const supplyMass = capacityOf(name, 'supply');
    const returnMass = capacityOf(name, 'return');
    const pipeMass = (supplyDelay + returnDelay) * design.flow;
    const mass = supplyMass + returnMass + pipeMass;
    const specificHeat = fluid.specificHeat(supply);
    const buildingCapacity = capacityOf(name, 'building');
    return [
      {
        circuit: name,
        fluid: fluid.title,
        supplyMass,
        returnMass,
        pipeMass,
        specificHeat,
        heatCapacity: mass * specificHeat + buildingCapacity,
        buildingCapacity,
        designFlow: design.flow,
        residenceTime: mass / design.flow,
        movers: operations.movers[name]!.units,
        heat: plant.s[slots.heat]!,
      },
    ];
  });
  const baths = plant.circuits.flatMap((circuit): readonly BathHolding[] => {
    const { name, fluid, sealed, slots } = circuit;
    if (fluid.saturation === undefined) return [];
    const boiling = plant.s[slots.supply]!;
    return [
      {
        circuit: name,
        fluid: fluid.title,
        reserve: reserveOf(plant, circuit, settings.circuit(name)),
        latentHeat: fluid.saturation.latentHeat(boiling),
        heatCapacity: capacityOf(name, 'saturation'),
        rise: sealed === undefined ? 0 : sealed.relief - boiling,
        heat: plant.s[slots.heat]!,
      },
    ];
  });
  return { circuits, baths, machines: plant.machines.flatMap(heldBy), batteryEnergy };
}

/** What is warm or cold in a machine, parts of one thing together. */
function heldBy({ name, machine }: PlacedMachine): readonly MachineHolding[] {
  const capacities = new Map<string, number>();
  for (const state of machine.transient?.states ?? []) {
    if (state.quantity !== 'temperature' || !(state.capacity > 0)) continue;
    const what = state.part ?? state.name;
    capacities.set(what, (capacities.get(what) ?? 0) + state.capacity);
  }
  return [...capacities].map(([what, capacity]) => ({ machine: name, what, capacity }));
}
