/**
 * The plant in time as one system of equations: the same machines and
 * circuits as in the steady solve, with what they hold. Every evaluation goes
 * from the chips outwards: racks, then circuit by circuit its sources, then
 * power chain and rooms; everything that would close a loop is a state.
 */

import type { StagerState } from '../../controls/staging.ts';
import type { StiffSystem } from '../../numerics/stiff-system.ts';
import type { Plant } from '../../plant/plant.ts';
import { curveEnthalpy, curveTemperature } from '../../fluids/enthalpy-curve.ts';
import type { ArrowSystem, Leaf } from './arrow-jacobian.ts';
import type { BoilingBlock } from './boiling-block.ts';
import { boilingCircuit } from './boiling-circuit.ts';
import { type CircuitBlock, sensibleBlock } from './circuit-block.ts';
import { outletStates } from '../outlet-states.ts';
import type { TransientForcing } from './forcing.ts';
import { heldInSlots, machineStates } from './machine-states.ts';
import { knownMoment } from './known-moment.ts';
import { loadsAfterOthers } from './mixed-loads.ts';
import { netEnergyRate, netUnit } from './net-energy.ts';
import { machinesAtWork } from './machines-at-work.ts';
import type { Operations } from './operations.ts';
import type { TransientSettings } from './settings.ts';
import { type SourceBlock, sourceBlock } from './source-block.ts';
import { energyHeld, stateBook, type StatePlace } from './state-book.ts';

export interface TransientSystem extends StiffSystem {
  readonly places: readonly StatePlace[];
  /** How racks hang on what they share, for the Jacobian. */
  arrow(): ArrowSystem;
  /** First values from the steady hour that stands in the slots; machines answer out of their states from then on. */
  begin(): Float64Array;
  /** Brings all slots to a moment; writes the rates too. */
  evaluate(t: number, y: Float64Array, dy: Float64Array): void;
  /** After an evaluation, for results: what only they ask for, such as temperatures behind ports and water of towers. */
  finish(): void;
  /** Something works otherwise from now on: nothing that was evaluated holds. */
  changed(): void;
  /** After an accepted step, its end evaluated: what pipes carry on. */
  accept(y: Float64Array, dy: Float64Array): void;
  /** Longest step in which nothing that enters a pipe would leave it again [s], by the rates of an evaluation. */
  longestStep(dy: Float64Array): number;
  /** Energy held by everything [J], and its rate [W] by the rates of an evaluation. */
  held(y: Float64Array): number;
  heldRate(dy: Float64Array): number;
  /** Index of the energy that came in less what went out since the start [netUnit J]. */
  readonly net: number;
  /** Index of the energy that left the batteries [J]. */
  readonly battery: number;
  /** What the equations remember besides the state: stagers, and what is in pipes. */
  save(): SystemMemory;
  restore(memory: SystemMemory): void;
  readonly circuits: readonly CircuitBlock[];
  readonly baths: readonly BoilingBlock[];
  readonly sources: readonly SourceBlock[];
}

export interface SystemMemory {
  readonly stagers: readonly (StagerState | null)[];
  readonly pipes: readonly (readonly number[])[];
}

/** Rounds in which a mixed inlet and the flow that makes it agree, and how nearly [K]. */
const mixingRounds = 8;
const sameTemperature = 1e-10;

/** Rounds in which room fans and UPS losses agree; each gains three digits. */
const roomRounds = 4;

export function transientSystem(
  plant: Plant,
  settings: TransientSettings,
  operations: Operations,
  forcing: TransientForcing,
): TransientSystem {
  const { s, power } = plant;
  const book = stateBook();
  const circuits: CircuitBlock[] = [];
  const baths: BoilingBlock[] = [];
  const stages: (readonly (readonly { readonly block: SourceBlock; readonly share: number }[])[])[] = [];
  for (const circuit of plant.circuits) {
    const dynamics = settings.circuit(circuit.name);
    if (circuit.fluid.phase === 'boiling') {
      const block = boilingCircuit(plant, circuit, dynamics, operations, book);
      baths.push(block);
      circuits.push(block);
    } else circuits.push(sensibleBlock(plant, circuit, dynamics, operations, book));
    stages.push(
      circuit.stages.map((stage) =>
        stage.sources.map((source) => ({
          block: sourceBlock(
            plant,
            circuit,
            source,
            settings.machine(plant.machines[source.machine]!.name),
            operations,
            book,
          ),
          share: source.share,
        })),
      ),
    );
  }
  const sources = stages.flat(2).map(({ block }) => block);
  const carried = machineStates(plant, book);
  const net = book.take({ owner: 'facility', name: 'net energy', scale: 1, capacity: 0 }, () => 0);
  const battery = book.take({ owner: 'power', name: 'battery energy', scale: 1e6, capacity: 0 }, () => 0);
  const size = book.places.length;
  const racks = plant.machines.filter((placed) => placed.machine.load && !placed.gathersLosses);
  const rooms = plant.machines.filter((placed) => placed.machine.load && placed.gathersLosses);
  const curves = plant.circuits.map((circuit) => (circuit.fluid.phase === 'boiling' ? undefined : circuit.curve));
  const mixedLoads = loadsAfterOthers(plant);
  const asks = {
    racks: racks.map((placed) => placed.machine.load!.bind(placed.machine)),
    rooms: rooms.map((placed) => placed.machine.load!.bind(placed.machine)),
    reaches: plant.circuits.map((circuit) => ({
      slot: circuit.slots.reach,
      machines: circuit.stages.flatMap((stage) =>
        stage.sources.map((source) => plant.machines[source.machine]!.machine).filter((m) => m.reach !== undefined),
      ),
    })),
  };
  const tellWorks = machinesAtWork(plant, racks, operations);
  const netRate = netEnergyRate(plant);
  const settle = outletStates(plant);
  const returned = Int32Array.from(plant.circuits, (circuit) => circuit.slots.returned);
  const kept = new Float64Array(returned.length);
  const machinesHold = heldInSlots(s, carried);
  const finishes = plant.machines.flatMap(({ machine, source }) =>
    machine.finish === undefined || source !== undefined ? [] : [machine.finish.bind(machine)],
  );

  function finish(): void {
    // What returns at a trickle has no temperature to speak of: the circuit knows, the ports do not.
    for (let c = 0; c < returned.length; c++) kept[c] = s[returned[c]!]!;
    settle();
    for (let c = 0; c < returned.length; c++) s[returned[c]!] = kept[c]!;
    for (let i = 0; i < finishes.length; i++) finishes[i]!();
    for (let j = 0; j < sources.length; j++) sources[j]!.finish();
  }

  /**
   * Asks a machine whose load may stand after another: what enters is that
   * one's return topped up from supply, by the flow that the machine then takes.
   */
  function askMixed(block: SourceBlock, y: Float64Array, inlet: number, flow: number, wanted: number): number {
    const heat = block.ask(y, inlet, flow, wanted);
    const mixed = mixedLoads.get(block.placed);
    if (mixed === undefined) return heat;
    let given = heat;
    for (let round = 0; round < mixingRounds; round++) {
      const before = s[mixed.port.inlet]!;
      mixed.mix();
      if (Math.abs(s[mixed.port.inlet]! - before) < sameTemperature) break;
      given = block.ask(y, inlet, flow, wanted);
    }
    return given;
  }

  function reach(): void {
    for (let c = asks.reaches.length - 1; c >= 0; c--) {
      const { slot, machines } = asks.reaches[c]!;
      let coldest = Infinity;
      for (let j = 0; j < machines.length; j++) coldest = Math.min(coldest, machines[j]!.reach!());
      s[slot] = coldest;
    }
  }

  function askSources(y: Float64Array, c: number): void {
    const circuit = plant.circuits[c]!;
    const { slots, fluid } = circuit;
    const flow = s[slots.sourceFlow]!;
    const here = stages[c]!;
    if (fluid.phase === 'boiling') {
      const wanted = baths.find((bath) => bath.circuit === circuit)!.wanted();
      for (const stage of here)
        for (const { block, share } of stage) {
          askMixed(block, y, s[slots.supply]!, Math.max(flow * share, 1e-9), wanted * share);
        }
      return;
    }
    const curve = curves[c]!;
    const hTarget = curveEnthalpy(curve, s[slots.setpoint]!);
    let h = circuits[c]!.entering();
    for (let k = 0; k < here.length; k++) {
      const stage = here[k]!;
      const through = flow * circuit.stages[k]!.flowShare;
      const inlet = curveTemperature(curve, h);
      const wanted = Math.max(0, through * (h - hTarget));
      let got = 0;
      for (let j = 0; j < stage.length; j++) {
        const { block, share } = stage[j]!;
        got += askMixed(block, y, inlet, through * share, wanted * share);
      }
      if (flow > 0) h -= got / flow;
    }
  }

  function askRacks(): void {
    tellWorks();
    for (let i = 0; i < racks.length; i++) asks.racks[i]!();
  }

  function evaluateAnew(t: number, y: Float64Array, dy: Float64Array, leaves: 'asked' | 'kept'): void {
    if (leaves === 'asked') forcing.apply(t);
    machinesHold.show(y);
    for (let c = 0; c < circuits.length; c++) circuits[c]!.open(y);
    reach();
    if (leaves === 'asked') askRacks();
    for (let i = 0; i < asks.rooms.length; i++) asks.rooms[i]!();
    for (let c = 0; c < circuits.length; c++) {
      circuits[c]!.gather(y);
      askSources(y, c);
    }
    for (let round = 0; round < roomRounds; round++) {
      power.solve();
      for (let i = 0; i < asks.rooms.length; i++) asks.rooms[i]!();
    }
    for (let c = 0; c < circuits.length; c++) circuits[c]!.rates(y, dy);
    for (let j = 0; j < sources.length; j++) sources[j]!.rates(y, dy);
    machinesHold.rates(dy);
    dy[net] = netRate() / netUnit;
    dy[battery] =
      !operations.boards.utility && operations.boards.ups && !operations.boards.mechanical
        ? s[power.slots.upsInput]!
        : 0;
  }

  /** Racks, and how they hang on what they share. */
  function leaves(): readonly Leaf[] {
    const rowOf = new Map(circuits.map((block) => [block.circuit.name, block.heated]));
    return racks.flatMap((placed) => {
      const states = carried.filter(({ owner }) => owner === placed).map(({ index }) => index);
      if (states.length === 0 || placed.source !== undefined) return [];
      const heats = placed.loads.map((load) => ({ slot: load.heat, row: rowOf.get(load.circuit)! }));
      return [{ states, heats }];
    });
  }

  const { evaluate, anew, changed } = knownMoment(size, evaluateAnew);

  return {
    size,
    places: book.places,
    changed,
    net,
    battery,
    circuits,
    baths,
    sources,
    begin() {
      const machines = plant.machines.map((placed) => placed.machine);
      const y = book.begin();
      for (const machine of machines) machine.transient?.begin?.();
      for (const { index, state } of carried) y[index] = s[state.value]!;
      return y;
    },
    evaluate,
    finish,
    derivative: evaluate,
    componentName: (i) => `${book.places[i]!.owner}: ${book.places[i]!.name}`,
    arrow: () => ({
      aside: [battery, ...carried.filter(({ owner }) => owner.gathersLosses).map(({ index }) => index)],
      net: { row: net, is: circuits.some(({ delays }) => delays.length > 0) ? 'measured' : 'told' },
      size,
      s,
      leaves: leaves(),
      scale: Float64Array.from(book.places, ({ scale }) => scale),
      evaluate: anew,
    }),
    accept(y, dy) {
      for (let c = 0; c < circuits.length; c++) circuits[c]!.accept(y, dy);
    },
    longestStep(dy) {
      let longest = Infinity;
      for (let c = 0; c < circuits.length; c++) longest = Math.min(longest, circuits[c]!.longestStep(dy));
      return longest;
    },
    held(y) {
      let energy = energyHeld(book.places, y);
      for (let c = 0; c < circuits.length; c++) energy += circuits[c]!.pipeEnergy(y);
      return energy;
    },
    save: () => ({
      stagers: sources.map((source) => source.save()),
      pipes: circuits.flatMap((circuit) => circuit.delays.map((pipe) => pipe.save())),
    }),
    restore(memory) {
      sources.forEach((source, i) => source.restore(memory.stagers[i] ?? null));
      circuits.flatMap((circuit) => circuit.delays).forEach((pipe, i) => pipe.restore(memory.pipes[i]!));
    },
    heldRate(dy) {
      let rate = energyHeld(book.places, dy);
      for (let c = 0; c < circuits.length; c++) rate += circuits[c]!.pipeRate();
      return rate;
    },
  };
}
