/**
 * The loads of one circuit as flat arrays of slots: hands them the supply
 * state, adds up what they give and take.
 */

import { curveEnthalpy, curveTemperature } from '../fluids/enthalpy-curve.ts';
import type { Circuit, PlacedMachine, Plant } from '../plant/plant.ts';
import { secantStep } from './secant-step.ts';

export interface CircuitLoads {
  /** What enters the loads, from the supply state and, with recirculation, the last heat and flow. */
  feed(): void;
  /** Before the first pass of a step. */
  start(): void;
  /** Adds up heat and flow of all loads into the circuit's slots. */
  gather(): void;
  /** Once a pass, after `gather`: what enters valves that stand after another load. */
  mix(): void;
  /** Remembers the heat so far, for `movement`. */
  mark(): void;
  /** Largest change of heat since `mark`: of one pass-through machine by its latest duty, and of all together [1]. */
  movement(): number;
}

/** Heat of a stream that warms by a millikelvin [W per kg/s]: less is not resolved by temperatures. */
const millikelvin = 4.2;
/** Rise that a movement of a mixed inlet is measured by [K]. */
const mixedScale = 10;

export function circuitLoads(plant: Plant, circuit: Circuit): CircuitLoads {
  const { s } = plant;
  const { fluid, slots } = circuit;
  const n = circuit.loads.length;
  const duty = new Int32Array(n).fill(-1);
  const rejection = new Int32Array(n).fill(-1);
  const heat = Int32Array.from(circuit.loads, (load) => load.port.heat);
  const flow = Int32Array.from(circuit.loads, (load) => load.port.flow);
  const inlet = Int32Array.from(circuit.loads, (load) => load.port.inlet);
  const companion = Int32Array.from(circuit.loads, (load) => load.port.companion);
  const after = Int32Array.from(circuit.loads, (load) => load.after);
  circuit.loads.forEach((load, i) => {
    const placed = plant.machines[load.machine] as PlacedMachine;
    if (placed.machine.rejection !== undefined && placed.source !== undefined) {
      duty[i] = placed.source.duty;
      rejection[i] = placed.machine.rejection;
    }
  });
  const { curve } = circuit;
  const byRise = circuit.flowRule === 'rise';
  const { rise, flowRatio } = circuit;
  const riseFlowFloor = circuit.design.flow * 1e-6;
  /** A machine that was off and is now announced heat has no flow yet: until it is asked, what would warm by 60 K [kg/J]. */
  const leastFlow = fluid.phase === 'boiling' ? 0 : 1 / (60 * fluid.specificHeat(circuit.supply));
  const cascaded = circuit.loads.some((load) => load.after >= 0);
  /** r/(1 − r): heat of the loads that comes back to their own inlet, per heat. */
  const returning = circuit.recirculation / (1 - circuit.recirculation);
  /** Fields of one object: a number in a closure's own variable would be allocated anew at every write. */
  const memory = { marked: 0, inletShift: 0, riseSupply: NaN, perHeat: NaN };
  /** Warmer water from the load before opens a valve, an open valve takes colder water from supply: plain passes swing. */
  const isMixed = Uint8Array.from(circuit.loads, (load) => (load.after >= 0 && load.port.rule === 'valve' ? 1 : 0));
  const faster = circuit.loads.map(() => secantStep(-1));

  function gather(): void {
    const supply = s[slots.supply]!;
    const perHeat = byRise ? flowPerHeat(supply) : 0;
    let totalHeat = 0;
    let totalFlow = 0;
    for (let i = 0; i < n; i++) {
      if (duty[i]! >= 0) {
        const given = s[duty[i]!]! * s[rejection[i]!]!;
        s[heat[i]!] = given;
        if (s[flow[i]!]! < given * leastFlow) s[flow[i]!] = given * leastFlow;
      }
      if (byRise) s[flow[i]!] = Math.max(s[heat[i]!]! * perHeat, riseFlowFloor);
      totalHeat += s[heat[i]!]!;
      totalFlow += s[flow[i]!]!;
    }
    if (cascaded) totalFlow = cascadedFlow(curveEnthalpy(curve, supply));
    s[slots.heat] = totalHeat;
    s[slots.loadFlow] = totalFlow;
    s[slots.sourceFlow] = totalFlow * flowRatio;
  }

  /** Flow that a heat warms by the circuit's rise [kg/J]. */
  function flowPerHeat(supply: number): number {
    if (memory.riseSupply !== supply) {
      memory.riseSupply = supply;
      memory.perHeat = 1 / (curveEnthalpy(curve, supply + rise) - curveEnthalpy(curve, supply));
    }
    return memory.perHeat;
  }

  /** A load after another takes its return first; what is missing comes from supply, what is over goes to return. */
  function cascadedFlow(h: number): number {
    let total = 0;
    for (let i = 0; i < n; i++) {
      const before = after[i]!;
      if (before < 0) {
        total += s[flow[i]!]!;
        continue;
      }
      const offered = s[flow[before]!]!;
      const taken = s[flow[i]!]!;
      if (taken > offered) total += taken - offered;
      if (isMixed[i] === 0) s[inlet[i]!] = mixedInlet(i, h);
    }
    return total;
  }

  /** Of a load after another: the return it is offered, topped up from supply. */
  function mixedInlet(i: number, h: number): number {
    const before = after[i]!;
    const offered = s[flow[before]!]!;
    const taken = s[flow[i]!]!;
    if (!(taken > 0)) return s[inlet[before]!]!;
    const fromBefore = offered < taken ? offered : taken;
    const hOffered = offered > 0 ? curveEnthalpy(curve, s[inlet[before]!]!) + s[heat[before]!]! / offered : h;
    return curveTemperature(curve, (fromBefore * hOffered + (taken - fromBefore) * h) / taken);
  }

  function mix(): void {
    memory.inletShift = 0;
    if (!cascaded) return;
    const h = curveEnthalpy(curve, s[slots.supply]!);
    for (let i = 0; i < n; i++) {
      if (isMixed[i] === 0) continue;
      const from = s[inlet[i]!]!;
      const to = mixedInlet(i, h);
      memory.inletShift = Math.max(memory.inletShift, Math.abs(to - from));
      s[inlet[i]!] = faster[i]!.next(from, to);
    }
  }

  function start(): void {
    // Another hour, another humidity: what was worked out with the old one is void.
    memory.riseSupply = NaN;
    for (let i = 0; i < n; i++) faster[i]!.reset();
  }

  function feed(): void {
    const moisture = s[slots.companion]!;
    let entering = s[slots.supply]!;
    if (returning > 0 && s[slots.loadFlow]! > 0) {
      const returned = (returning * s[slots.heat]!) / s[slots.loadFlow]!;
      entering = curveTemperature(curve, curveEnthalpy(curve, entering) + returned);
    }
    s[slots.loadInlet] = entering;
    for (let i = 0; i < n; i++) {
      s[companion[i]!] = moisture;
      if (after[i]! < 0) s[inlet[i]!] = entering;
    }
  }

  function movement(): number {
    let worst = Math.max(
      Math.abs(s[slots.heat]! - memory.marked) / Math.max(s[slots.heat]!, 1),
      memory.inletShift / mixedScale,
    );
    for (let i = 0; i < n; i++) {
      if (duty[i]! < 0) continue;
      const scale = Math.max(s[heat[i]!]!, millikelvin * s[flow[i]!]!, 1e-4 * s[slots.heat]!, 1);
      const change = Math.abs(s[duty[i]!]! * s[rejection[i]!]! - s[heat[i]!]!) / scale;
      if (!(change <= worst)) worst = change;
    }
    return worst;
  }

  return {
    start,
    feed,
    gather,
    mix,
    mark() {
      memory.marked = s[slots.heat]!;
    },
    movement,
  };
}
