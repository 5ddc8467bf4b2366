/**
 * The condensers of one boiling circuit, stage by stage: each is asked for its
 * share of what the stages before it left.
 */

import type { Circuit, Plant } from '../plant/plant.ts';

export interface Condensers {
  /** Heat condensed at a temperature of saturation [K] when that much is wanted [W]; never more than wanted. */
  condense(saturation: number, wanted: number): number;
  /** When the step stands still: vapour through each coil, from its duty. */
  close(saturation: number, latentHeat: number): void;
}

export function condensersOf(plant: Plant, circuit: Circuit): Condensers {
  const { s } = plant;
  const { slots } = circuit;
  const sources = circuit.stages.flatMap((stage) => stage.sources);
  const machines = sources.map((source) => plant.machines[source.machine]!.machine);
  /** Where each stage ends among the sources. */
  const ends = Int32Array.from(circuit.stages, (_, k) =>
    circuit.stages.slice(0, k + 1).reduce((sum, stage) => sum + stage.sources.length, 0),
  );

  function condense(saturation: number, wanted: number): number {
    let condensed = 0;
    let left = wanted;
    for (let k = 0, j = 0; k < ends.length; k++) {
      for (; j < ends[k]!; j++) {
        const { port, share } = sources[j]!;
        const flow = s[slots.sourceFlow]! * share;
        const heat = machines[j]!.source!(saturation, flow, left * share);
        s[port.duty] = heat;
        s[port.flow] = flow;
        s[port.inlet] = saturation;
        condensed += heat;
      }
      left = wanted > condensed ? wanted - condensed : 0;
    }
    return condensed;
  }

  function close(saturation: number, latentHeat: number): void {
    for (let j = 0; j < sources.length; j++) {
      const { port } = sources[j]!;
      s[port.inlet] = saturation;
      s[port.flow] = s[port.duty]! / latentHeat;
    }
  }

  return { condense, close };
}
