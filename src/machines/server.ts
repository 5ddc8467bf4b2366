/**
 * One server as every cooling technology finds it: the same silicon. Chips
 * with leakage, clock fixed until a limit throttles them; other parts linear
 * in utilisation; a power supply with its loss curve. How the heat gets out is
 * the rack's business.
 */

import type { LibraryRecord, Parameters, ValuesOf } from '../library/parameters.ts';
import { preparePowerLoss } from '../physics/power-losses.ts';
import { cappedDynamicPower, chipJunction, chipLeakage, clockShare } from '../physics/semiconductor.ts';

export const serverParameters = {
  chips: { count: [1, 1024], about: 'Chips that compute (GPUs) in a node' },
  chipPower: {
    quantity: 'power',
    range: [1, 5000],
    about: 'Power of one chip at full clock and load, at its reference junction temperature',
  },
  chipIdlePower: {
    quantity: 'power',
    range: [0, 2000],
    about: 'Power of one idle chip at its reference junction temperature',
  },
  leakageShare: {
    quantity: 'fraction',
    range: [0, 0.6],
    about: 'Part of the full chip power that is leakage at the reference junction temperature',
  },
  leakageScale: {
    quantity: 'temperature difference',
    range: [10, 200],
    about: 'Rise of junction temperature that multiplies leakage by e',
  },
  referenceJunction: {
    quantity: 'temperature',
    range: [293.15, 393.15],
    about: 'Junction temperature that chip power is stated at',
  },
  junctionLimit: {
    quantity: 'temperature',
    range: [323.15, 398.15],
    about: 'Junction temperature at which the chip throttles',
  },
  caseLimit: { quantity: 'temperature', range: [313.15, 388.15], about: 'Largest case temperature allowed' },
  junctionToCase: {
    quantity: 'thermal resistance',
    range: [0, 1],
    about: 'Resistance from junction to case of one chip',
  },
  throttleExponent: {
    quantity: 'dimensionless',
    range: [1, 4],
    about: 'Dynamic power goes with this power of clock while throttling',
  },
  parts: {
    each: {
      power: { quantity: 'power', range: [0, 50_000], about: 'Power of all such parts of a node at full load' },
      idlePower: { quantity: 'power', range: [0, 50_000], about: 'The same at no load' },
      counts: {
        choice: ['compute', 'support'],
        about: 'Whether it computes (memory, CPU, network) or supports (regulators)',
      },
    },
    about: 'Everything else in a node, by name',
  },
} as const satisfies Parameters;

export const powerSupplyParameters = {
  loading: {
    quantity: 'fraction',
    range: [0.1, 1],
    about: 'Load at full node power over installed supply rating',
    default: '50 %',
  },
  efficiency: {
    table: {
      load: { quantity: 'fraction', range: [0, 1.2], about: 'Output over rated output', order: 'rising' },
      efficiency: { quantity: 'fraction', range: [0.5, 1], about: 'Output over input' },
    },
    about: 'Printed efficiency points',
  },
} as const satisfies Parameters;

/** The chips of one coolant path, solved; fields are overwritten by each call of `solve`. */
export interface ChipState {
  /** Mean power of a chip [W], and work done over work asked at full clock and load [1]. */
  power: number;
  delivered: number;
  /** What a chip gives to its coolant [W]: its power, but for what its package takes up in a transient. */
  heat: number;
  /** Of the last and hottest chip of the path [K]. */
  coolant: number;
  case: number;
  junction: number;
  /** How far its junction would go above the limit at full clock [K]; 0 when it stays below, ∞ in a thermal runaway. */
  excess: number;
  /** Of each chip of the path: case [K], and dynamic power over what was asked [1]. */
  readonly cases: Float64Array;
  readonly clocks: Float64Array;
}

export interface ChipModel {
  readonly state: ChipState;
  /**
   * At a utilisation, with coolant entering a path at `inlet` [K], a
   * resistance from coolant to case [K/W] and the path's capacity rate [W/K].
   */
  solve(utilisation: number, inlet: number, resistance: number, capacityRate: number): void;
}

/**
 * Chips of a server record, `series` of them one after the other on each path.
 * Clock is fixed, or falls so that a chip keeps its power cap; where a junction
 * would pass its limit, dynamic power is cut until it just does not.
 */
export function chipModel(server: ValuesOf<typeof serverParameters>, series: number, powerCap = Infinity): ChipModel {
  const leakage = server.chipPower * server.leakageShare;
  const dynamicFull = server.chipPower - leakage;
  const dynamicIdle = Math.max(0, server.chipIdlePower - leakage);
  const law = { leakage, reference: server.referenceJunction, scale: server.leakageScale };
  const limit = server.junctionLimit;
  const leakageAtLimit = leakage * Math.exp((limit - server.referenceJunction) / server.leakageScale);
  const state: ChipState = {
    power: 0,
    heat: 0,
    delivered: 1,
    coolant: NaN,
    case: NaN,
    junction: NaN,
    excess: 0,
    cases: new Float64Array(series),
    clocks: new Float64Array(series),
  };
  const guesses = new Float64Array(series).fill(server.referenceJunction);
  const scratch = { power: 0, junction: 0, delivered: 0, excess: 0, clock: 1 };

  function solve(utilisation: number, inlet: number, resistance: number, capacityRate: number): void {
    const dynamic = dynamicIdle + (dynamicFull - dynamicIdle) * utilisation;
    const whole = resistance + server.junctionToCase;
    let coolant = inlet;
    let power = 0;
    let delivered = 0;
    let excess = 0;
    for (let k = 0; k < series; k++) {
      if (k > 0) coolant += scratch.power / capacityRate;
      one(k, utilisation, dynamic, coolant, whole);
      power += scratch.power;
      delivered += scratch.delivered;
      if (scratch.excess > excess) excess = scratch.excess;
      state.cases[k] = coolant + resistance * scratch.power;
      state.clocks[k] = scratch.clock;
    }
    state.power = state.heat = power / series;
    state.delivered = delivered / series;
    state.coolant = coolant;
    state.case = coolant + resistance * scratch.power;
    state.junction = scratch.junction;
    state.excess = excess;
  }

  function one(k: number, utilisation: number, dynamic: number, coolant: number, resistance: number): void {
    const junction = chipJunction(law, dynamic, coolant, resistance, guesses[k]!);
    scratch.clock = 1;
    if (capped(utilisation, dynamic, coolant, resistance, junction)) return;
    if (junction <= limit) {
      guesses[k] = junction;
      scratch.power = dynamic + chipLeakage(law, junction);
      scratch.junction = junction;
      scratch.delivered = utilisation;
      scratch.excess = 0;
      return;
    }
    // What the path can carry at the limit, less leakage, is left for the clock.
    const carried = Math.max(0, (limit - coolant) / resistance);
    const share = Math.min(1, Math.max(0, carried - leakageAtLimit) / dynamic);
    guesses[k] = limit;
    scratch.clock = share;
    scratch.power = carried;
    scratch.junction = limit;
    scratch.delivered = share > 0 ? utilisation * Math.exp(Math.log(share) / server.throttleExponent) : 0;
    scratch.excess = Number.isNaN(junction) ? Infinity : junction - limit;
  }

  /** Under a power cap the junction follows from the cap, and what leakage leaves of it is for the clock. */
  function capped(
    utilisation: number,
    dynamic: number,
    coolant: number,
    resistance: number,
    junction: number,
  ): boolean {
    const atCap = coolant + resistance * powerCap;
    if (!(atCap <= limit) || junction <= atCap) return false;
    scratch.power = powerCap;
    scratch.junction = atCap;
    scratch.delivered =
      utilisation *
      clockShare(cappedDynamicPower(law, powerCap, coolant, resistance) / dynamic, server.throttleExponent);
    scratch.excess = 0;
    return true;
  }

  return { state, solve };
}

/** Loss of a node's power supplies at an output [W], for the node's full output. */
export function supplyLoss(record: LibraryRecord, fullOutput: number): (output: number) => number {
  const { loading, efficiency } = record.values as ValuesOf<typeof powerSupplyParameters>;
  return preparePowerLoss(fullOutput / loading, efficiency.load, efficiency.efficiency).loss;
}

/** Parts other than chips: power at a utilisation is `idle + swing · u` [W], split by where a name list sends it. */
export interface PartsPower {
  readonly idle: number;
  readonly swing: number;
}

/** Sum of the parts that a test picks. */
export function partsPower(
  server: ValuesOf<typeof serverParameters>,
  share: (name: string, counts: 'compute' | 'support') => number,
): PartsPower {
  let idle = 0;
  let full = 0;
  for (const [name, part] of Object.entries(server.parts)) {
    const taken = share(name, part.counts);
    idle += part.idlePower * taken;
    full += part.power * taken;
  }
  return { idle, swing: full - idle };
}
