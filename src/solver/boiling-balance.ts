/**
 * The balance of a boiling circuit: its temperature follows the pressure, what
 * is not condensed leaves as vapour. Nothing is looked for, so a pass hears
 * what the loads give and asks the condensers once.
 */

import type { Circuit, Plant } from '../plant/plant.ts';
import { type CircuitBalance, heatTolerance } from './circuit-balance.ts';
import { circuitLoads } from './circuit-loads.ts';
import { stageWalk } from './stage-walk.ts';

/** Of a circuit whose fluid boils. */
export function boilingBalance(plant: Plant, circuit: Circuit): CircuitBalance {
  const { s } = plant;
  const { fluid, slots } = circuit;
  const loads = circuitLoads(plant, circuit);
  const { announce } = stageWalk(plant, circuit);
  const saturation = fluid.saturation!;
  const condensers = circuit.stages.flatMap((stage) => stage.sources);
  const machines = condensers.map((source) => plant.machines[source.machine]!.machine);
  /** Of this step: temperature [K] and heat of vaporisation [J/kg]; movement of the vapour lost in this pass [W]. */
  const memory = { boiling: NaN, latentHeat: NaN, shift: NaN };

  function start(): void {
    memory.boiling = saturation.temperature(s[plant.weather.pressure]!);
    memory.latentHeat = saturation.latentHeat(memory.boiling);
    s[slots.supply] = memory.boiling;
    s[slots.setpoint] = memory.boiling;
    s[slots.sourceInlet] = memory.boiling;
    s[slots.companion] = 0;
  }

  function outward(): void {
    loads.mark();
    loads.gather();
    const flow = s[slots.heat]! / memory.latentHeat;
    s[slots.loadFlow] = flow;
    s[slots.sourceFlow] = flow;
    announce(s[slots.heat]! - s[slots.vapourLoss]!);
  }

  /** Heat condensed [W]. */
  function condense(): number {
    const wanted = s[slots.heat]!;
    let condensed = 0;
    for (let j = 0; j < condensers.length; j++) {
      const { port, share } = condensers[j]!;
      const flow = s[slots.sourceFlow]! * share;
      const heat = machines[j]!.source!(memory.boiling, flow, wanted * share);
      s[port.duty] = heat;
      s[port.flow] = flow;
      s[port.inlet] = memory.boiling;
      condensed += heat;
    }
    return condensed;
  }

  function inward(): void {
    const wanted = s[slots.heat]!;
    const loss = wanted - condense();
    const before = s[slots.vapourLoss]!;
    s[slots.vapourLoss] = loss > wanted * heatTolerance ? loss : 0;
    memory.shift = Math.abs(s[slots.vapourLoss]! - before);
  }

  function movement(): number {
    return Math.max(memory.shift / Math.max(s[slots.heat]!, 1), loads.movement());
  }

  function close(): void {
    loads.gather();
    const flow = s[slots.heat]! / memory.latentHeat;
    s[slots.loadFlow] = flow;
    s[slots.sourceFlow] = flow;
    announce(s[slots.heat]! - s[slots.vapourLoss]!);
    // What is lost as vapour does not pass a coil.
    for (let j = 0; j < condensers.length; j++) {
      const { port } = condensers[j]!;
      s[port.flow] = s[port.duty]! / memory.latentHeat;
    }
  }

  return { start, feed: loads.feed, outward, inward, answer: condense, movement, moved: () => true, close };
}
