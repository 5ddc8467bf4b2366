/**
 * The balance of a vented boiling circuit: its temperature follows the pressure
 * outdoors, what is not condensed leaves as vapour. Nothing is looked for, so a
 * pass hears what the loads give and asks the condensers once.
 */

import type { Circuit, Plant } from '../plant/plant.ts';
import { type CircuitBalance, heatTolerance } from './circuit-balance.ts';
import { circuitLoads } from './circuit-loads.ts';
import { condensersOf } from './condensers.ts';
import { stageWalk } from './stage-walk.ts';

/** Of a circuit whose fluid boils under the pressure outdoors. */
export function ventedBalance(plant: Plant, circuit: Circuit): CircuitBalance {
  const { s } = plant;
  const { fluid, slots } = circuit;
  const loads = circuitLoads(plant, circuit);
  const { announce } = stageWalk(plant, circuit);
  const { condense, close: closeCondensers } = condensersOf(plant, circuit);
  const saturation = fluid.saturation!;
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

  function inward(): void {
    const wanted = s[slots.heat]!;
    const loss = wanted - condense(memory.boiling, wanted);
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
    closeCondensers(memory.boiling, memory.latentHeat);
  }

  return {
    start,
    feed: loads.feed,
    outward,
    inward,
    answer: () => void condense(memory.boiling, s[slots.heat]!),
    movement,
    moved: () => true,
    close,
  };
}
