/**
 * The loads of one circuit as flat arrays of slots: hands them the supply
 * state, adds up what they give and take.
 */

import type { Circuit, PlacedMachine, Plant } from '../plant/plant.ts';

export interface CircuitLoads {
  /** What enters the loads, from the supply state and, with recirculation, the last heat and flow. */
  feed(): void;
  /** Adds up heat and flow of all loads into the circuit's slots. */
  gather(): void;
  /** Remembers the heat so far, for `movement`. */
  mark(): void;
  /** Largest change of heat since `mark`: of one pass-through machine by its latest duty, and of all together [1]. */
  movement(): number;
}

/** Heat of a stream that warms by a millikelvin [W per kg/s]: less is not resolved by temperatures. */
const millikelvin = 4.2;

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
  const byRise = circuit.flowRule === 'rise';
  const riseFlowFloor = circuit.design.flow * 1e-6;
  /** A machine that was off and is now announced heat has no flow yet: until it is asked, what would warm by 60 K [kg/J]. */
  const leastFlow = fluid.phase === 'boiling' ? 0 : 1 / (60 * fluid.specificHeat(circuit.supply));
  const cascaded = circuit.loads.some((load) => load.after >= 0);
  /** r/(1 − r): heat of the loads that comes back to their own inlet, per heat. */
  const returning = circuit.recirculation / (1 - circuit.recirculation);
  let marked = 0;

  function gather(): void {
    const supply = s[slots.supply]!;
    const moisture = s[slots.companion]!;
    const perHeat = byRise
      ? 1 / (fluid.enthalpy(supply + circuit.rise, moisture) - fluid.enthalpy(supply, moisture))
      : 0;
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
    if (cascaded) totalFlow = cascadedFlow(fluid.enthalpy(supply, moisture), moisture);
    s[slots.heat] = totalHeat;
    s[slots.loadFlow] = totalFlow;
    s[slots.sourceFlow] = totalFlow * circuit.flowRatio;
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
      const fromBefore = offered < taken ? offered : taken;
      total += taken - fromBefore;
      if (!(taken > 0)) {
        s[inlet[i]!] = s[inlet[before]!]!;
        continue;
      }
      const hOffered = offered > 0 ? fluid.enthalpy(s[inlet[before]!]!, moisture) + s[heat[before]!]! / offered : h;
      s[inlet[i]!] = fluid.temperature((fromBefore * hOffered + (taken - fromBefore) * h) / taken, moisture);
    }
    return total;
  }

  function feed(): void {
    const moisture = s[slots.companion]!;
    let entering = s[slots.supply]!;
    if (returning > 0 && s[slots.loadFlow]! > 0) {
      entering = fluid.temperature(
        fluid.enthalpy(entering, moisture) + (returning * s[slots.heat]!) / s[slots.loadFlow]!,
        moisture,
      );
    }
    s[slots.loadInlet] = entering;
    for (let i = 0; i < n; i++) {
      s[companion[i]!] = moisture;
      if (after[i]! < 0) s[inlet[i]!] = entering;
    }
  }

  function movement(): number {
    let worst = Math.abs(s[slots.heat]! - marked) / Math.max(s[slots.heat]!, 1);
    for (let i = 0; i < n; i++) {
      if (duty[i]! < 0) continue;
      const scale = Math.max(s[heat[i]!]!, millikelvin * s[flow[i]!]!, 1e-4 * s[slots.heat]!, 1);
      const change = Math.abs(s[duty[i]!]! * s[rejection[i]!]! - s[heat[i]!]!) / scale;
      if (!(change <= worst)) worst = change;
    }
    return worst;
  }

  return {
    feed,
    gather,
    mark() {
      marked = s[slots.heat]!;
    },
    movement,
  };
}
