/**
 * Chips with the heat that package, lid and plate (or sink) hold, and with the
 * governor that lowers their clock: what a chip model becomes in a transient.
 * One node for each chip along a coolant path; the die itself follows its
 * case at once (some milliseconds), and so does leakage.
 *
 *     C dT/dt = P − (T − T_f)/R         T case, T_f coolant entering this chip's plate
 *     P = θ P_dyn + L(T_j),             T_j = T + R_jc P
 *     u = clamp(k (T_lim − T_j) + I, 0, 1),   dI/dt = (k/T_i) (T_lim − T_j),   dθ/dt = (u − θ)/τ
 *
 * I stays within 0 … 1, so nothing is throttled below the limit and at rest
 * the junction stands exactly at it, as the steady model has it. Used by all racks.
 */

import type { ValuesOf } from '../library/parameters.ts';
import { cappedDynamicPower, chipJunction, chipLeakage, clockShare } from '../physics/semiconductor.ts';
import type { Bench } from './machine.ts';
import type { ChipModel, ChipState, serverParameters } from './server.ts';
import type { MachineState } from './transient-behaviour.ts';

export interface ChipNodes {
  readonly states: readonly MachineState[];
  /** Case, clock and governor as the steady model left them. */
  begin(): void;
  /** Fills `state` from the nodes, and writes their rates. */
  solve: ChipModel['solve'];
}

export interface ChipNodeOptions {
  /** Chips one after the other on a path, and all in the group. */
  readonly series: number;
  readonly count: number;
  /** Heat capacity of one chip with its package and plate [J/K]. */
  readonly heatCapacity: number;
  readonly powerCap: number;
  /** Slot: 1 while the servers are on. */
  readonly alive: number;
}

/** Share of the throttle per kelvin, its integral time [s] and the lag of a change of clock [s]. */
const governor = { perKelvin: 0.1, integralTime: 8, lag: 0.5 } as const;
/** A coolant leaves a plate no nearer to the case than this part of the difference. */
const nearest = 0.05;
/** Over the last hundredth of its range the integral comes to rest softly. */
const softEnd = 0.01;

/** The nodes of the chips of one group, writing into the steady model's `state`. */
export function chipNodes(
  bench: Bench,
  server: ValuesOf<typeof serverParameters>,
  options: ChipNodeOptions,
  state: ChipState,
): ChipNodes {
  const { s } = bench;
  const { series, count, heatCapacity, powerCap, alive } = options;
  const leakage = server.chipPower * server.leakageShare;
  const dynamicFull = server.chipPower - leakage;
  const dynamicIdle = Math.max(0, server.chipIdlePower - leakage);
  const law = { leakage, reference: server.referenceJunction, scale: server.leakageScale };
  const limit = server.junctionLimit;
  const nodes = Array.from({ length: series }, (_, k) => ({
    case: bench.state(`case ${k + 1}`, 'temperature', { capacity: (heatCapacity * count) / series, scale: 1 }),
    clock: bench.state(`clock ${k + 1}`, 'fraction', { capacity: 0, scale: 0.01 }),
    governor: bench.state(`governor ${k + 1}`, 'fraction', { capacity: 0, scale: 0.01 }),
    junction: bench.scratch(),
  }));
  const scratch = { power: 0, junction: 0, share: 0 };

  function begin(): void {
    nodes.forEach((node, k) => {
      s[node.case.value] = state.cases[k]!;
      s[node.clock.value] = s[node.governor.value] = state.clocks[k]!;
      s[node.junction] = state.junction;
    });
  }

  function solve(utilisation: number, inlet: number, resistance: number, capacityRate: number): void {
    const on = s[alive]!;
    const dynamic = on * (dynamicIdle + (dynamicFull - dynamicIdle) * utilisation);
    // What a plate takes cannot warm its coolant beyond the case.
    const least = capacityRate < Infinity ? 1 / (capacityRate * (1 - nearest)) : 0;
    const through = resistance > least ? resistance : least;
    let coolant = inlet;
    let power = 0;
    let heat = 0;
    let delivered = 0;
    let hottest = -Infinity;
    for (let k = 0; k < series; k++) {
      const node = nodes[k]!;
      const at = s[node.case.value]!;
      drawn(node, on, dynamic, at);
      const given = through < Infinity ? (at - coolant) / through : 0;
      s[node.case.rate] = (scratch.power - given) / heatCapacity;
      govern(node, on);
      power += scratch.power;
      heat += given;
      delivered += on * utilisation * (scratch.share < 1 ? clockShare(scratch.share, server.throttleExponent) : 1);
      if (scratch.junction > hottest) {
        hottest = scratch.junction;
        state.coolant = coolant;
        state.case = at;
        state.junction = scratch.junction;
      }
      if (capacityRate > 0 && capacityRate < Infinity) coolant += given / capacityRate;
    }
    state.power = power / series;
    state.heat = heat / series;
    state.delivered = delivered / series;
    state.excess = hottest > limit ? hottest - limit : 0;
  }

  /** Power, junction and share of the dynamic power of one chip whose case stands at a temperature. */
  function drawn(node: (typeof nodes)[number], on: number, dynamic: number, at: number): void {
    const share = Math.min(1, Math.max(0, s[node.clock.value]!));
    if (!(on > 0)) {
      scratch.power = 0;
      scratch.junction = at;
      scratch.share = 0;
      return;
    }
    const junction = chipJunction(law, dynamic * share, at, server.junctionToCase, s[node.junction]!);
    const found = Number.isNaN(junction) ? limit + law.scale : junction;
    s[node.junction] = found;
    scratch.power = dynamic * share + chipLeakage(law, found);
    scratch.junction = found;
    scratch.share = share;
    if (scratch.power > powerCap) {
      scratch.power = powerCap;
      scratch.junction = at + server.junctionToCase * powerCap;
      scratch.share = Math.min(
        share,
        Math.max(0, cappedDynamicPower(law, powerCap, at, server.junctionToCase)) / dynamic,
      );
    }
  }

  function govern(node: (typeof nodes)[number], on: number): void {
    const integral = s[node.governor.value]!;
    const miss = limit - scratch.junction;
    const wanted = governor.perKelvin * miss + integral;
    const command = wanted > 1 ? 1 : wanted < 0 ? 0 : wanted;
    const room = miss > 0 ? (1 - integral) / softEnd : integral / softEnd;
    const soft = room > 1 ? 1 : room < 0 ? 0 : room;
    s[node.governor.rate] = on > 0 ? (governor.perKelvin / governor.integralTime) * miss * soft : 0;
    s[node.clock.rate] = on > 0 ? (command - s[node.clock.value]!) / governor.lag : 0;
  }

  return { states: nodes.flatMap((node) => [node.case, node.clock, node.governor]), begin, solve };
}
