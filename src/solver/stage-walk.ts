/**
 * The sources of one circuit, stage by stage: asks every machine to reach the
 * set point and adds up what they remove. The last answer is kept, so that a
 * circuit where nothing changed costs nothing.
 */

import { curveTemperature } from '../fluids/enthalpy-curve.ts';
import type { Machine } from '../machines/machine.ts';
import type { Circuit, Plant } from '../plant/plant.ts';

export interface StageWalk {
  /** Before a new step: the weather is another. */
  reset(): void;
  /**
   * Heat removed when the supply enthalpy is `hSupply` [W]. At the set point
   * that is at most what is wanted; above it, all that the machines can do
   * towards the set point.
   */
  removed(hSupply: number, hTarget: number, wanted: number, flow: number): number;
  /** Whether what enters the machines from the circuits behind them is no longer what the last walk saw. */
  sinksMoved(): boolean;
  /** Whether heat was laid on machines that did not take it when they were last asked. */
  isShort(): boolean;
  /** Lays what the duties lack of `wanted` on the last stage, so that outer circuits hear of it before it is asked. */
  announce(wanted: number): void;
}

/** Parts of the wanted heat below which duties already add up to it. */
const rounding = 1e-12;
/** Parts of the wanted heat above which what the machines did not take counts. */
const shortage = 1e-9;
/** Temperatures nearer than this are the same [K]. */
const unmoved = 1e-10;

export function stageWalk(plant: Plant, circuit: Circuit): StageWalk {
  const { s } = plant;
  const { slots, stages } = circuit;
  const { curve } = circuit;
  const sources = stages.flatMap((stage) => stage.sources);
  const n = sources.length;
  const ask = sources.map((source) => askMachine(plant.machines[source.machine]!.machine));
  const share = Float64Array.from(sources, (source) => source.share);
  const duty = Int32Array.from(sources, (source) => source.port.duty);
  const through = Int32Array.from(sources, (source) => source.port.flow);
  const entering = Int32Array.from(sources, (source) => source.port.inlet);
  /** Where each stage begins among the sources. */
  const begin = Int32Array.from([
    0,
    ...stages.map((_, k) => stages.slice(0, k + 1).reduce((sum, st) => sum + st.sources.length, 0)),
  ]);
  const flowShare = Float64Array.from(stages, (stage) => stage.flowShare);
  const exclusive = stages.map((stage) => stage.exclusive);
  const lastBegin = begin[stages.length - 1]!;
  /** What enters the machines from the circuits behind them. */
  const sinks = Int32Array.from(
    sources.flatMap((source) => plant.machines[source.machine]!.loads.map((load) => load.inlet)),
  );
  /** What the sinks were at the last walk, and the rest of what it depended on. */
  const known = new Float64Array(sinks.length).fill(NaN);
  const last = {
    supply: NaN,
    target: NaN,
    wanted: NaN,
    flow: NaN,
    removed: NaN,
  };

  let short = false;

  function removed(hSupply: number, hTarget: number, wanted: number, flow: number): number {
    let same = last.supply === hSupply && last.target === hTarget && last.wanted === wanted && last.flow === flow;
    for (let i = 0; i < sinks.length; i++) {
      const sink = s[sinks[i]!]!;
      if (known[i] !== sink) {
        known[i] = sink;
        same = false;
      }
    }
    if (same) return last.removed;
    last.supply = hSupply;
    last.target = hTarget;
    last.wanted = wanted;
    last.flow = flow;
    short = false;
    const hInlet = hSupply + wanted / flow;
    let h = hInlet;
    for (let k = 0; k < flowShare.length; k++) {
      const inlet = curveTemperature(curve, h);
      if (k === 0) s[slots.sourceInlet] = inlet;
      const stageFlow = flow * flowShare[k]!;
      const target = stageFlow * (h - hTarget);
      h -= stageHeat(k, inlet, stageFlow, target > 0 ? target : 0) / flow;
    }
    const heat = flow * (hInlet - h);
    last.removed = heat;
    return heat;
  }

  function stageHeat(k: number, inlet: number, flow: number, wanted: number): number {
    let got = 0;
    for (let j = begin[k]!; j < begin[k + 1]!; j++) {
      const part = share[j]!;
      const heat = ask[j]!(inlet, flow * part, wanted * part);
      s[duty[j]!] = heat;
      s[through[j]!] = flow * part;
      s[entering[j]!] = inlet;
      got += heat;
    }
    if (!exclusive[k] || got >= wanted * (1 - 1e-9)) return got;
    for (let j = begin[k]!; j < begin[k + 1]!; j++) s[duty[j]!] = ask[j]!(inlet, flow * share[j]!, 0);
    return 0;
  }

  function announce(wanted: number): void {
    let sum = 0;
    let lastSum = 0;
    for (let j = 0; j < n; j++) sum += s[duty[j]!]!;
    const change = wanted - sum;
    if (Math.abs(change) <= rounding * wanted) return;
    last.supply = NaN;
    if (Math.abs(change) > shortage * wanted) short = true;
    for (let j = lastBegin; j < n; j++) lastSum += s[duty[j]!]!;
    if (lastSum + change > 0) {
      for (let j = lastBegin; j < n; j++) s[duty[j]!] = s[duty[j]!]! + change * share[j]!;
    } else if (sum > 0) {
      for (let j = 0; j < n; j++) s[duty[j]!] = (s[duty[j]!]! * wanted) / sum;
    }
  }

  return {
    reset() {
      last.supply = NaN;
    },
    removed,
    sinksMoved() {
      for (let i = 0; i < sinks.length; i++) if (Math.abs(known[i]! - s[sinks[i]!]!) > unmoved) return true;
      return false;
    },
    isShort: () => short,
    announce,
  };
}

/** The machine's answer as a bare function: no look-up by name in the hour loop. */
function askMachine(machine: Machine): NonNullable<Machine['source']> {
  return machine.source!.bind(machine);
}
