/**
 * A circuit in time: what its supply and return hold, how hard its movers
 * drive it, and where its set point stands.
 *
 *     M_s dh_s/dt = V (h_r − h_s) − Σ duty            V flow through the sources
 *     M_r dh_r/dt = Q + mover heat + V (h_s − h_r) − building
 *
 * Its movers stand in movers.ts; a controller holds δ² (the differential pressure)
 * at one. Water hammer, check valves that leak and thermosiphons are left out.
 */

import { curveEnthalpy, curveTemperature } from '../../fluids/enthalpy-curve.ts';
import { specificVolume } from '../../fluids/moist-air.ts';
import type { Circuit, Plant } from '../../plant/plant.ts';
import { setpointRule } from '../setpoint.ts';
import { circuitMovers, leastDrive } from './movers.ts';
import { branchOf, type Operations } from './operations.ts';
import { type CircuitDynamics, floorArea, headerMasses } from './settings.ts';
import type { StateBook } from './state-book.ts';
import { transportDelay, type TransportDelay } from './transport-delay.ts';

export interface CircuitBlock {
  readonly circuit: Circuit;
  /** From the state vector into the circuit's slots: temperatures, and what enters its loads. */
  open(y: Float64Array): void;
  /** With all its loads asked: adds up heat and flow, and what flows through its sources. */
  gather(y: Float64Array): void;
  /** Index of the state that takes up the heat of its loads. */
  readonly heated: number;
  /** Enthalpy that enters the first of its sources [J/kg]. */
  entering(): number;
  /** With its sources asked: the rates. */
  rates(y: Float64Array, dy: Float64Array): void;
  /** Once a step was taken: what its pipes carry on. */
  accept(y: Float64Array, dy: Float64Array): void;
  readonly delays: readonly TransportDelay[];
  /** Longest step in which its pipes need no more than they remember [s]. */
  longestStep(dy: Float64Array): number;
  /** Energy on its way in its pipes [J]. */
  pipeEnergy(y: Float64Array): number;
  /** What enters its pipes less what leaves them at the last evaluation [W]. */
  pipeRate(): number;
}

/** In which what the server fans move is known to the hall's fans [s]. */
const flowLag = 2;
const capacityPerArea = 100e3;
const conductancePerArea = 10;
/** Part of a pipe's mass that a step may move: the flow may rise within it [1]. */
const sureOfPipe = 0.5;

export function sensibleBlock(
  plant: Plant,
  circuit: Circuit,
  dynamics: CircuitDynamics,
  operations: Operations,
  book: StateBook,
): CircuitBlock {
  const { s } = plant;
  const { name: owner, slots, fluid, bypass, recirculation } = circuit;
  const isAir = fluid.phase === 'air';
  const { curve } = circuit;
  const density = isAir
    ? 1 / specificVolume(circuit.supply, s[slots.companion]!, plant.designWeather.pressure)
    : fluid.density(circuit.supply);
  const mass = headerMasses(plant, circuit, dynamics, density);
  const cp = fluid.specificHeat(circuit.supply);
  const enthalpyScale = 10 * cp;
  const hSupply = book.take({ owner, name: 'supply', scale: enthalpyScale, capacity: mass.supply }, () =>
    curveEnthalpy(curve, s[slots.supply]!),
  );
  const hReturn = book.take({ owner, name: 'return', scale: enthalpyScale, capacity: mass.returned }, () =>
    curveEnthalpy(curve, s[slots.sourceInlet]!),
  );
  const movers = circuitMovers(plant, circuit, dynamics, operations, book);
  const { driven } = movers;
  const moved =
    circuit.setpointRule === 'fixed'
      ? -1
      : book.take({ owner, name: 'setpoint', scale: 10, capacity: 0 }, () => s[slots.setpoint]!);
  const airFlow = isAir
    ? book.take({ owner, name: 'load flow', scale: circuit.design.flow, capacity: 0 }, () => s[slots.loadFlow]!)
    : -1;
  const area = isAir ? floorArea(plant, circuit) : 0;
  const buildingCapacity = isAir ? (dynamics.buildingCapacity ?? capacityPerArea * area) : 0;
  const buildingConductance = isAir ? (dynamics.buildingConductance ?? conductancePerArea * area) : 0;
  const building =
    buildingCapacity > 0
      ? book.take({ owner, name: 'building', scale: 10, capacity: buildingCapacity }, () => s[slots.sourceInlet]!)
      : -1;
  const passed =
    dynamics.supplyDelay > 0 || dynamics.returnDelay > 0
      ? book.take({ owner, name: 'mass passed', scale: circuit.design.flow * 10, capacity: 0 }, () => 0)
      : -1;
  const delayOf = (time: number) => (time > 0 ? transportDelay(time * circuit.design.flow) : undefined);
  const supplyPipe = delayOf(dynamics.supplyDelay);
  const returnPipe = delayOf(dynamics.returnDelay);
  const wish = setpointRule(plant, circuit);
  const isConstant = circuit.flowRule === 'constant';
  const byRise = circuit.flowRule === 'rise';
  const column = (field: 'inlet' | 'companion' | 'drive' | 'heat' | 'flow' | 'shut') =>
    Int32Array.from(circuit.loads, (load) => load.port[field]);
  const [inlets, companions, drives] = [column('inlet'), column('companion'), column('drive')];
  const [heats, flows, shuts] = [column('heat'), column('flow'), column('shut')];
  const branches = circuit.loads.map(({ machine }) => branchOf(operations, owner, plant.machines[machine]!.name));
  const after = Int32Array.from(circuit.loads, (load) => load.after);
  const duties = Int32Array.from(circuit.stages.flatMap((stage) => stage.sources.map(({ port }) => port.duty)));
  /** Flow below which what returns has no temperature to speak of [kg/s]. */
  const still = 1e-3 * circuit.design.flow;
  const memory = { asked: circuit.design.flow, hOut: 0, hIn: 0, fromSupply: 0, fromReturn: 0 };

  function open(y: Float64Array): void {
    const flowing = driven(y);
    s[slots.supply] = curveTemperature(curve, y[hSupply]!);
    s[slots.sourceInlet] = curveTemperature(curve, y[hReturn]!);
    s[slots.setpoint] = moved < 0 ? circuit.supply : y[moved]!;
    memory.fromSupply = y[hSupply]!;
    memory.fromReturn = y[hReturn]!;
    memory.hOut = supplyPipe === undefined ? y[hSupply]! : supplyPipe.leaving(y[passed]!, y[hSupply]!);
    memory.hIn = returnPipe === undefined ? y[hReturn]! : returnPipe.leaving(y[passed]!, y[hReturn]!);
    let entering = memory.hOut;
    if (isAir) {
      const taken = Math.max(y[airFlow]!, 1e-9);
      memory.asked = asked(taken);
      movers.turn(y, memory.asked);
      const delivered = flowing * asked(taken) * (1 - bypass);
      const fresh = Math.min(1, delivered / taken);
      // The return is exhaust and what passed by, warmed by the fans: servers draw in the exhaust alone.
      const sent = Math.max(flowing * asked(taken), 1e-3 * circuit.design.flow);
      const exhaust = (y[hReturn]! - s[slots.moverHeat]! / sent - bypass * memory.hOut) / (1 - bypass);
      entering = fresh * entering + (1 - fresh) * exhaust;
    }
    const inlet = curveTemperature(curve, entering);
    s[slots.loadInlet] = inlet;
    const moisture = s[slots.companion]!;
    const forLoads = isAir ? 1 : flowing;
    for (let i = 0; i < inlets.length; i++) {
      s[companions[i]!] = moisture;
      s[drives[i]!] = branches[i]!.shut > 0 ? leastDrive : forLoads;
      s[inlets[i]!] = inlet;
    }
  }

  /** Flow that the hall's fans are asked for when the loads take so much [kg/s]. */
  function asked(taken: number): number {
    return (taken * (1 - recirculation)) / (1 - bypass);
  }

  function gather(y: Float64Array): void {
    let heat = 0;
    let flow = 0;
    for (let i = 0; i < heats.length; i++) {
      heat += s[heats[i]!]!;
      const before = after[i]!;
      const own = s[flows[i]!]!;
      flow += before < 0 ? own : Math.max(0, own - s[flows[before]!]!);
    }
    s[slots.heat] = heat;
    s[slots.loadFlow] = flow;
    if (!isAir) memory.asked = flow / driven(y);
    s[slots.sourceFlow] = isAir ? driven(y) * memory.asked : flow;
    s[slots.returned] = curveTemperature(
      curve,
      curveEnthalpy(curve, s[slots.loadInlet]!) + (flow > still ? heat / flow : 0),
    );
    if (!isAir) movers.turn(y, memory.asked);
  }

  function shutFlow(): number {
    let flow = 1e-9;
    for (let i = 0; i < shuts.length; i++) flow += s[shuts[i]!]!;
    return flow;
  }

  function rates(y: Float64Array, dy: Float64Array): void {
    let duty = 0;
    for (let j = 0; j < duties.length; j++) duty += s[duties[j]!]!;
    const flow = s[slots.sourceFlow]!;
    const toBuilding = building < 0 ? 0 : buildingConductance * (s[slots.sourceInlet]! - y[building]!);
    dy[hSupply] = (flow * (memory.hIn - y[hSupply]!) - duty) / mass.supply;
    dy[hReturn] =
      (s[slots.heat]! + s[slots.moverHeat]! + flow * (memory.hOut - y[hReturn]!) - toBuilding) / mass.returned;
    if (building >= 0) dy[building] = toBuilding / buildingCapacity;
    if (passed >= 0) dy[passed] = flow;
    if (airFlow >= 0) dy[airFlow] = (s[slots.loadFlow]! - y[airFlow]!) / flowLag;
    if (moved >= 0) dy[moved] = (wish() - y[moved]!) / dynamics.resetTime;
    s[slots.floating] = Math.max(0, s[slots.supply]! - s[slots.setpoint]!);
    // Pressure over that of the asked flow; where the circuit holds a rise, that over what it is: more flow makes it less;
    // where it holds its flow, that of what would be asked for with no unit shut off.
    const part = isConstant ? (movers.drive(y) * flow) / (flow + shutFlow()) : movers.drive(y);
    const held = byRise ? 2 - (s[slots.returned]! - s[slots.supply]!) / circuit.rise : part * part;
    movers.rates(y, dy, held, 1);
  }

  function accept(y: Float64Array, dy: Float64Array): void {
    if (passed < 0) return;
    const perMass = dy[passed]! > 0 ? 1 / dy[passed]! : 0;
    supplyPipe?.push(y[passed]!, y[hSupply]!, dy[hSupply]! * perMass);
    returnPipe?.push(y[passed]!, y[hReturn]!, dy[hReturn]! * perMass);
  }

  function longestStep(dy: Float64Array): number {
    if (passed < 0 || !(dy[passed]! > 0)) return Infinity;
    const least = Math.min(supplyPipe?.mass ?? Infinity, returnPipe?.mass ?? Infinity);
    return (sureOfPipe * least) / dy[passed]!;
  }

  return {
    circuit,
    heated: hReturn,
    open,
    gather,
    entering: () => memory.hIn,
    rates,
    accept,
    delays: [supplyPipe, returnPipe].flatMap((pipe) => pipe ?? []),
    longestStep,
    pipeRate: () => s[slots.sourceFlow]! * (memory.fromSupply - memory.hOut + memory.fromReturn - memory.hIn),
    pipeEnergy: (y) => (supplyPipe?.held(y[passed]!) ?? 0) + (returnPipe?.held(y[passed]!) ?? 0),
  };
}
