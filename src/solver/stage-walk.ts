/**
 * The sources of one circuit, stage by stage: asks every machine to reach the
 * set point and adds up what they remove. The last answer is kept, so that a
 * circuit where nothing changed costs nothing.
 */

import type { Machine } from '../machines/machine.ts';
import type { Circuit, PlacedMachine, Plant } from '../plant/plant.ts';

export interface StageWalk {
  /** Before a new step: the weather is another. */
  reset(): void;
  /**
   * Heat removed when the supply enthalpy is `hSupply` [W]. At the set point
   * that is at most what is wanted; above it, all that the machines can do
   * towards the set point.
   */
  removed(hSupply: number, hTarget: number, wanted: number, flow: number): number;
  /** Lays what the duties lack of `wanted` on the last stage, so that outer circuits hear of it before it is asked. */
  announce(wanted: number): void;
}

/** Parts of the wanted heat below which duties already add up to it. */
const rounding = 1e-12;

export function stageWalk(plant: Plant, circuit: Circuit): StageWalk {
  const { s } = plant;
  const { fluid, slots, stages } = circuit;
  const machines: Machine[][] = stages.map((stage) =>
    stage.sources.map((source) => (plant.machines[source.machine] as PlacedMachine).machine),
  );
  const sources = stages.flatMap((stage) => stage.sources);
  const last = stages[stages.length - 1]!;
  /** What enters the machines from the circuits behind them. */
  const sinks = Int32Array.from(
    sources.flatMap((source) => plant.machines[source.machine]!.loads.map((load) => load.inlet)),
  );
  /** hSupply, hTarget, wanted, flow, then the sinks, of the last walk. */
  const known = new Float64Array(4 + sinks.length).fill(NaN);
  let knownRemoved = NaN;

  function isKnown(hSupply: number, hTarget: number, wanted: number, flow: number): boolean {
    if (known[0] !== hSupply || known[1] !== hTarget || known[2] !== wanted || known[3] !== flow) return false;
    for (let i = 0; i < sinks.length; i++) if (known[4 + i] !== s[sinks[i]!]!) return false;
    return true;
  }

  function removed(hSupply: number, hTarget: number, wanted: number, flow: number): number {
    if (isKnown(hSupply, hTarget, wanted, flow)) return knownRemoved;
    known[0] = hSupply;
    known[1] = hTarget;
    known[2] = wanted;
    known[3] = flow;
    for (let i = 0; i < sinks.length; i++) known[4 + i] = s[sinks[i]!]!;
    const moisture = s[slots.companion]!;
    const hInlet = hSupply + wanted / flow;
    let h = hInlet;
    for (let k = 0; k < stages.length; k++) {
      const inlet = fluid.temperature(h, moisture);
      if (k === 0) s[slots.sourceInlet] = inlet;
      const stageFlow = flow * stages[k]!.flowShare;
      const target = stageFlow * (h - hTarget);
      h -= stageHeat(k, inlet, stageFlow, target > 0 ? target : 0) / flow;
    }
    knownRemoved = flow * (hInlet - h);
    return knownRemoved;
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

  function announce(wanted: number): void {
    let sum = 0;
    let lastSum = 0;
    for (let j = 0; j < sources.length; j++) sum += s[sources[j]!.port.duty]!;
    const change = wanted - sum;
    if (Math.abs(change) <= rounding * wanted) return;
    known[0] = NaN;
    for (let j = 0; j < last.sources.length; j++) lastSum += s[last.sources[j]!.port.duty]!;
    if (lastSum + change > 0) {
      for (let j = 0; j < last.sources.length; j++) {
        const { port, share } = last.sources[j]!;
        s[port.duty] = s[port.duty]! + change * share;
      }
    } else if (sum > 0) {
      for (let j = 0; j < sources.length; j++) s[sources[j]!.port.duty] = (s[sources[j]!.port.duty]! * wanted) / sum;
    }
  }

  return {
    reset() {
      known[0] = NaN;
    },
    removed,
    announce,
  };
}
