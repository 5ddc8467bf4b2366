/**
 * The balance of one circuit, as two closures that the hour loop calls.
 *
 * `outward` adds up what the loads give and take, drives the pump, tells the
 * sources how much is wanted of them, and sets the set point. `inward` finds
 * the supply state at which the sources, stage by stage, remove exactly that
 * heat: the set point while capacity lasts, above it where it does not.
 *
 * With bypass b, recirculation r (air) or a pump on its own header (liquid),
 * source flow and load flow differ; the decoupler's mixing is in
 *
 *     h_source,in = h_supply + (Q + Q_mover) / m_source
 *
 * which holds for either surplus, because what bypasses the loads returns at
 * the supply state.
 */

import { NotConvergedError } from '../errors.ts';
import type { Machine } from '../machines/machine.ts';
import type { Circuit, PlacedMachine, Plant } from '../plant/plant.ts';
import { moverPower } from './mover-power.ts';

/** The two passes over one circuit, and its last movement for the convergence check. */
export interface CircuitBalance {
  /** Before the first pass of a step. */
  start(): void;
  /** Hands the supply state to the load ports; before the machines' own loads are asked. */
  feed(): void;
  outward(): void;
  inward(): void;
  /** After all circuits went inward: the largest movement of the pass, in parts of what counts as standing still. */
  movement(): number;
}

/** Below this part of the wanted heat a shortfall is rounding. */
const heatTolerance = 2e-10;
/** Heat of a stream that warms by a millikelvin [W per kg/s]: less is not resolved by temperatures. */
const millikelvin = 4.2;
/** A floating supply may rise this far above its set point before the hour is given up [K]. */
const floatLimit = 150;
/** Parts of a circuit's temperature rise, and of its heat, that count as standing still. */
const movementTolerance = 3e-10;

export function circuitBalance(plant: Plant, circuit: Circuit): CircuitBalance {
  return circuit.fluid.phase === 'boiling' ? boilingBalance(plant, circuit) : sensibleBalance(plant, circuit);
}

interface Loads {
  /** What enters the parallel loads, from the supply state and, with recirculation, the last heat and flow. */
  feed(): void;
  /** Adds up heat and flow of all loads into the circuit's slots. */
  gather(): void;
  /** Largest change of heat since this pass added it up: of a pass-through machine by its latest duty, and of all together [1]. */
  movement(): number;
}

/** Loads of a circuit as flat arrays of slots. */
function gatherLoads(plant: Plant, circuit: Circuit): Loads {
  const { s } = plant;
  const { fluid, slots } = circuit;
  const n = circuit.loads.length;
  const duty = new Int32Array(n).fill(-1);
  const rejection = new Int32Array(n).fill(-1);
  const heat = new Int32Array(n);
  const flow = new Int32Array(n);
  const inlet = new Int32Array(n);
  const companion = new Int32Array(n);
  const after = new Int32Array(n);
  circuit.loads.forEach((load, i) => {
    const placed = plant.machines[load.machine] as PlacedMachine;
    if (placed.machine.rejection !== undefined && placed.source !== undefined) {
      duty[i] = placed.source.duty;
      rejection[i] = placed.machine.rejection;
    }
    heat[i] = load.port.heat;
    flow[i] = load.port.flow;
    inlet[i] = load.port.inlet;
    companion[i] = load.port.companion;
    after[i] = load.after;
  });
  const byRise = circuit.flowRule === 'rise';
  const riseFlowFloor = circuit.design.flow * 1e-6;
  /** A machine that was off and is now announced heat has no flow yet: until it is asked, what would warm by 60 K [kg/J]. */
  const leastFlow = fluid.phase === 'boiling' ? 0 : 1 / (60 * fluid.specificHeat(circuit.supply));
  const cascaded = circuit.loads.some((load) => load.after >= 0);
  let moved = 0;

  function gather(): void {
    const supply = s[slots.supply] as number;
    const moisture = s[slots.companion] as number;
    const h = fluid.enthalpy(supply, moisture);
    const perHeat = byRise ? 1 / (fluid.enthalpy(supply + circuit.rise, moisture) - h) : 0;
    let totalHeat = 0;
    let totalFlow = 0;
    for (let i = 0; i < n; i++) {
      if (duty[i]! >= 0) {
        s[heat[i]!] = s[duty[i]!]! * s[rejection[i]!]!;
        s[flow[i]!] = Math.max(s[flow[i]!]!, s[heat[i]!]! * leastFlow);
      }
      if (byRise) s[flow[i]!] = Math.max(s[heat[i]!]! * perHeat, riseFlowFloor);
      totalHeat += s[heat[i]!]!;
      totalFlow += s[flow[i]!]!;
    }
    if (cascaded) totalFlow = cascadedFlow(h, moisture);
    moved = Math.abs(totalHeat - s[slots.heat]!);
    s[slots.heat] = totalHeat;
    s[slots.loadFlow] = totalFlow;
  }

  /** r/(1 − r): heat of the loads that comes back to their own inlet, per heat. */
  const returning = circuit.recirculation / (1 - circuit.recirculation);

  function feed(): void {
    const moisture = s[slots.companion]!;
    let entering = s[slots.supply]!;
    if (returning > 0 && s[slots.loadFlow]! > 0) {
      entering = fluid.temperature(fluid.enthalpy(entering, moisture) + (returning * s[slots.heat]!) / s[slots.loadFlow]!, moisture);
    }
    s[slots.loadInlet] = entering;
    for (let i = 0; i < n; i++) {
      s[companion[i]!] = moisture;
      if (after[i]! < 0) s[inlet[i]!] = entering;
    }
  }

  /** A load after another takes its return first; what is missing comes from supply, what is over goes to return. */
  function cascadedFlow(h: number, moisture: number): number {
    let total = 0;
    for (let i = 0; i < n; i++) {
      const before = after[i]!;
      if (before < 0) {
        total += s[flow[i]!]!;
        continue;
      }
      const offered = s[flow[before]!]!;
      const taken = s[flow[i]!]!;
      const hOffered = fluid.enthalpy(s[inlet[before]!]!, moisture) + s[heat[before]!]! / Math.max(offered, 1e-12);
      const fromBefore = Math.min(offered, taken);
      total += taken - fromBefore;
      s[inlet[i]!] =
        taken > 0 ? fluid.temperature((fromBefore * hOffered + (taken - fromBefore) * h) / taken, moisture) : s[inlet[before]!]!;
    }
    return total;
  }

  function movement(): number {
    let worst = moved / Math.max(s[slots.heat]!, 1);
    for (let i = 0; i < n; i++) {
      if (duty[i]! < 0) continue;
      const scale = Math.max(s[heat[i]!]!, millikelvin * s[flow[i]!]!, 1e-4 * s[slots.heat]!, 1);
      const change = Math.abs(s[duty[i]!]! * s[rejection[i]!]! - s[heat[i]!]!) / scale;
      if (!(change <= worst)) worst = change;
    }
    return worst;
  }

  return { feed, gather, movement };
}

/** Stages as flat arrays; asks each machine in turn. */
function stageWalk(plant: Plant, circuit: Circuit) {
  const { s } = plant;
  const { fluid, slots, stages } = circuit;
  const machines: Machine[][] = stages.map((stage) =>
    stage.sources.map((source) => (plant.machines[source.machine] as PlacedMachine).machine),
  );

  /**
   * Heat removed when the supply enthalpy is `hSupply` [W]. Every stage is
   * asked to reach the set point, no less: at the set point that is exactly
   * what is wanted, above it all that the machines can do.
   */
  function removed(hSupply: number, hTarget: number, wanted: number, flow: number): number {
    const moisture = s[slots.companion]!;
    const hInlet = hSupply + wanted / flow;
    let h = hInlet;
    for (let k = 0; k < stages.length; k++) {
      const inlet = fluid.temperature(h, moisture);
      if (k === 0) s[slots.sourceInlet] = inlet;
      const stageFlow = flow * stages[k]!.flowShare;
      h -= stageHeat(k, inlet, stageFlow, Math.max(0, stageFlow * (h - hTarget))) / flow;
    }
    return flow * (hInlet - h);
  }

  function stageHeat(k: number, inlet: number, flow: number, wanted: number): number {
    const stage = stages[k]!;
    const here = machines[k]!;
    let got = 0;
    for (let j = 0; j < here.length; j++) {
      const { port, share } = stage.sources[j]!;
      const heat = here[j]!.source!(inlet, flow * share, wanted * share);
      s[port.duty] = heat;
      s[port.flow] = flow * share;
      s[port.inlet] = inlet;
      got += heat;
    }
    if (!stage.exclusive || got >= wanted * (1 - 1e-9)) return got;
    for (let j = 0; j < here.length; j++) {
      const { port, share } = stage.sources[j]!;
      s[port.duty] = here[j]!.source!(inlet, flow * share, 0);
    }
    return 0;
  }

  const sources = stages.flatMap((stage) => stage.sources);
  const last = stages[stages.length - 1]!;

  /** Tells a change of wanted heat to the last stage, so that outer circuits hear of it in the same pass. */
  function announce(wanted: number): void {
    let sum = 0;
    let lastSum = 0;
    for (let j = 0; j < sources.length; j++) sum += s[sources[j]!.port.duty]!;
    for (let j = 0; j < last.sources.length; j++) lastSum += s[last.sources[j]!.port.duty]!;
    const change = wanted - sum;
    if (lastSum + change > 0) {
      for (let j = 0; j < last.sources.length; j++) {
        const { port, share } = last.sources[j]!;
        s[port.duty] = s[port.duty]! + change * share;
      }
    } else if (sum > 0) {
      for (let j = 0; j < sources.length; j++) s[sources[j]!.port.duty] = (s[sources[j]!.port.duty]! * wanted) / sum;
    }
  }

  return { removed, announce };
}

function sensibleBalance(plant: Plant, circuit: Circuit): CircuitBalance {
  const { s } = plant;
  const { fluid, slots } = circuit;
  const loads = gatherLoads(plant, circuit);
  const walk = stageWalk(plant, circuit);
  const drive = moverPower(plant, circuit);
  const setpoint = setpointRule(plant, circuit);
  /** Heat that the sources gain per rise of the supply's enthalpy [kg/s], kept from hour to hour. */
  let slope = NaN;

  function outward(): void {
    loads.gather();
    s[slots.sourceFlow] = s[slots.loadFlow]! * circuit.flowRatio;
    drive();
    s[slots.setpoint] = setpoint();
    walk.announce(s[slots.heat]! + s[slots.moverHeat]!);
  }

  let shift = 0;
  const faster = secantStep();

  function inward(): void {
    const before = s[slots.supply]!;
    const wanted = s[slots.heat]! + s[slots.moverHeat]!;
    const flow = s[slots.sourceFlow]!;
    const target = s[slots.setpoint]!;
    const hTarget = fluid.enthalpy(target, s[slots.companion]!);
    let supply = target;
    if (wanted > 0 && flow > 0) {
      const h = supplyEnthalpy(s[slots.floating]! > 0 ? fluid.enthalpy(before, s[slots.companion]!) : hTarget, hTarget, wanted, flow);
      if (h !== hTarget) supply = fluid.temperature(h, s[slots.companion]!);
    } else {
      // Nothing to remove: the loop stands no colder than what surrounds it.
      walk.removed(hTarget, hTarget, 0, Math.max(flow, 1e-9));
      if (supply < s[slots.reach]!) supply = s[slots.reach]!;
    }
    s[slots.floating] = supply > target ? supply - target : 0;
    const rise = flow > 0 ? wanted / (flow * fluid.specificHeat(supply)) : 10;
    shift = Math.abs(supply - before) / Math.min(Math.max(rise, 1), 10);
    s[slots.supply] = supply > target ? Math.max(target, faster.next(before, supply)) : supply;
  }

  function movement(): number {
    const heat = loads.movement();
    return (shift > heat || Number.isNaN(shift) ? shift : heat) / movementTolerance;
  }

  /** The set point's enthalpy if the sources can hold it, else the one above it at which they remove all, by guarded secant. */
  function supplyEnthalpy(start: number, hTarget: number, wanted: number, flow: number): number {
    let low = hTarget;
    let high = hTarget + floatLimit * fluid.specificHeat(s[slots.setpoint]!);
    let h = Math.max(start, hTarget);
    let missing = wanted - walk.removed(h, hTarget, wanted, flow);
    for (let step = 0; step < 80; step++) {
      if (Math.abs(missing) <= wanted * heatTolerance) return h;
      if (h === hTarget && missing < 0) return h;
      if (missing > 0) low = h;
      else high = h;
      let next = h + missing / (slope > 0 ? slope : 0.5 * flow);
      if (next <= low) next = missing < 0 && low === hTarget ? hTarget : 0.5 * (low + high);
      if (next >= high) next = 0.5 * (low + high);
      const missingNext = wanted - walk.removed(next, hTarget, wanted, flow);
      const found = (missing - missingNext) / (next - h);
      if (found > 0) slope = found;
      h = next;
      missing = missingNext;
      if (Number.isNaN(missing)) break;
    }
    const value = missing;
    throw new NotConvergedError('no supply state lets the sources take the heat', [{ owner: circuit.name, equation: 'heat of loads and mover against sources', value, unit: 'W' }]);
  }

  return { start: faster.reset, feed: loads.feed, outward, inward, movement };
}

/**
 * A floating supply T follows from the heat, the heat from T: passes find the
 * fixed point of G. With the last two passes the secant of G(T) − T shows
 * where it vanishes, also where plain passes would swing apart.
 */
function secantStep(): { reset(): void; next(from: number, to: number): number } {
  let lastFrom = NaN;
  let lastGap = NaN;

  return {
    reset() {
      lastFrom = NaN;
      lastGap = NaN;
    },
    next(from, to) {
      const gap = to - from;
      const slope = (gap - lastGap) / (from - lastFrom);
      lastFrom = from;
      lastGap = gap;
      // G falls or rises less than T itself near an attracting point: the gap's slope is below −0.1.
      return slope < -0.1 && slope > -20 ? from - gap / slope : to;
    },
  };
}

/** A boiling circuit: its temperature follows the pressure, and what is not condensed leaves as vapour. */
function boilingBalance(plant: Plant, circuit: Circuit): CircuitBalance {
  const { s } = plant;
  const { fluid, slots } = circuit;
  const loads = gatherLoads(plant, circuit);
  const { announce } = stageWalk(plant, circuit);
  const saturation = fluid.saturation!;
  const condensers = circuit.stages.flatMap((stage) => stage.sources);
  const machines = condensers.map((source) => plant.machines[source.machine]!.machine);

  function outward(): void {
    const boiling = saturation.temperature(s[plant.weather.pressure]!);
    s[slots.supply] = boiling;
    s[slots.setpoint] = boiling;
    s[slots.sourceInlet] = boiling;
    s[slots.companion] = 0;
    loads.gather();
    const flow = s[slots.heat]! / saturation.latentHeat(boiling);
    s[slots.loadFlow] = flow;
    s[slots.sourceFlow] = flow;
    announce(s[slots.heat]! - s[slots.vapourLoss]!);
  }

  let shift = 0;

  function inward(): void {
    const wanted = s[slots.heat]!;
    let condensed = 0;
    for (let j = 0; j < condensers.length; j++) {
      const { port, share } = condensers[j]!;
      const flow = s[slots.sourceFlow]! * share;
      const heat = machines[j]!.source!(s[slots.supply]!, flow, wanted * share);
      s[port.duty] = heat;
      s[port.flow] = flow;
      s[port.inlet] = s[slots.supply]!;
      condensed += heat;
    }
    const before = s[slots.vapourLoss]!;
    const loss = wanted - condensed;
    s[slots.vapourLoss] = loss > wanted * heatTolerance ? loss : 0;
    shift = Math.abs(s[slots.vapourLoss]! - before);
  }

  function movement(): number {
    return Math.max(shift / Math.max(s[slots.heat]!, 1), loads.movement()) / movementTolerance;
  }

  return { start: () => undefined, feed: loads.feed, outward, inward, movement };
}

/** The set point of the hour [K]. */
function setpointRule(plant: Plant, circuit: Circuit): () => number {
  const { s } = plant;
  if (circuit.setpointRule === 'fixed') return () => circuit.supply;
  if (circuit.setpointRule === 'wet-bulb reset') {
    const { fromWetBulb, toWetBulb, coldest } = circuit.reset!;
    return () => {
      const x = (s[plant.weather.wetBulb]! - fromWetBulb) / (toWetBulb - fromWetBulb);
      return coldest + (circuit.supply - coldest) * Math.min(1, Math.max(0, x));
    };
  }
  const asked = circuit.loads
    .map((load) => (plant.machines[load.machine] as PlacedMachine).machine)
    .filter((machine) => machine.warmest !== undefined);
  return () => {
    let warmest = circuit.supply;
    for (let i = 0; i < asked.length; i++) warmest = Math.min(warmest, asked[i]!.warmest!());
    return Math.max(warmest, circuit.floor);
  };
}
