/**
 * What racks of every cooling technology share: nodes of one server record
 * following one load, their electricity, and what they report of their chips.
 */

import type { LibraryRecord, Parameters, ValuesOf } from '../library/parameters.ts';
import { chipNodes } from './chip-nodes.ts';
import { type HeatLag, heatLag } from './heat-lag.ts';
import type { Bench, ChipReport, LoadPort } from './machine.ts';
import { type ChipModel, chipModel, type PartsPower, partsPower, type serverParameters, supplyLoss } from './server.ts';
import type { Protection, TransientBehaviour } from './transient-behaviour.ts';

export const rackParameters = {
  server: { record: ['server'], about: 'The node that fills the racks' },
  powerSupply: { record: ['power-supply'], about: 'Power supplies of a node or its rack shelf' },
  utilisation: { record: ['load'], about: 'Utilisation over the year' },
  loadFactor: {
    quantity: 'fraction',
    range: [0, 2],
    about: 'Utilisation of these racks over that of the load they follow; never more than full',
    default: '100 %',
  },
  racks: { count: [1, 1_000_000], about: 'Racks or tanks' },
  nodesPerRack: { count: [1, 1000], about: 'Nodes in each' },
  powerCap: {
    quantity: 'power',
    range: [1, 5000],
    about: 'Cap on the power of one chip, below which its clock falls; a fixed clock where absent',
    optional: true,
  },
  chipHeatCapacity: {
    quantity: 'heat capacity',
    range: [1, 1e5],
    about: 'Heat that one chip takes up per kelvin with its package and the plate, sink or spreader on it',
    default: '400 J/K',
  },
  partsTime: {
    quantity: 'time',
    range: [1, 3600],
    about: 'Time in which the heat of the other parts comes through their metal',
    default: '60 s',
  },
  partsExcess: {
    quantity: 'temperature difference',
    range: [1, 100],
    about: 'How much warmer than the entering coolant their metal is at the most heat',
    default: '20 K',
  },
  shutdownMargin: {
    quantity: 'temperature difference',
    range: [1, 60],
    about: 'A chip switches its node off when its junction stands this far above the limit',
    default: '10 K',
  },
  rebootTime: {
    quantity: 'time',
    range: [0, 86_400],
    about: 'From cool enough to at work again after a node switched off',
    default: '10 min',
  },
  floorArea: { quantity: 'area', range: [0.1, 100], about: 'Hall area of one rack or tank with its share of aisles' },
} as const satisfies Parameters;

/** Of racks whose air cools parts of their nodes. */
export const airShutdown = {
  quantity: 'temperature',
  range: [300.15, 343.15],
  about: 'Entering air at which a node switches itself off, for the parts that have nothing but air',
  default: '47 degC',
} as const;

/** Of racks that a pump feeds. */
export const flowFactor = {
  quantity: 'fraction',
  range: [0.05, 3],
  about: 'Coolant of these racks over what the circuit gives per heat: less for those at the far end of a row',
  default: '100 %',
} as const;

type RackValues = ValuesOf<typeof rackParameters>;

/** A group of equal racks; functions are per node. */
export interface RackGroup {
  readonly nodes: number;
  readonly server: ValuesOf<typeof serverParameters>;
  readonly chip: ChipModel;
  readonly parts: PartsPower;
  readonly supplyLoss: (output: number) => number;
  /** Flow of a liquid by its circuit's rule [kg/s]: rated, or what the circuit found; in a transient, rated times its drive. */
  ruledFlow(port: LoadPort, rated: number): number;
  /** Utilisation asked of this group now [1]. */
  asked(): number;
  /** Slots. */
  readonly itMeter: number;
  readonly fanMeter: number | undefined;
  readonly computePower: number;
  readonly caseTemperature: number;
  readonly junctionTemperature: number;
  readonly coolantTemperature: number;
  readonly delivered: number;
  /** 1 while the servers are on. */
  readonly alive: number;
  /** Heat on its way through the metal of parts that are no chips, into one of the rack's coolants. */
  lag(coolant: string): HeatLag;
  /** The part of the rack's behaviour in time that its chips and parts bring; taken once, when it is assembled. */
  transient(air?: Protection['air']): TransientBehaviour;
  /** Writes meters and chip slots for the node's state; returns the node's input power [W]. */
  settle(utilisation: number, fanPower: number, loss: number): number;
}

/** Takes the slots that every rack has. `fans`: it has fans of its own. */
export function rackGroup(
  bench: Bench,
  values: RackValues,
  shape: {
    readonly coolant: string;
    readonly series: number;
    readonly fans: 'fans' | 'no fans';
    readonly between?: ChipReport['chain'];
  },
): RackGroup {
  const { s } = bench;
  const server = values.server.values as ValuesOf<typeof serverParameters>;
  const nodes = values.racks * values.nodesPerRack;
  const steady = chipModel(server, shape.series, values.powerCap);
  const alive = bench.scratch();
  s[alive] = 1;
  const dynamic = chipNodes(
    bench,
    server,
    {
      series: shape.series,
      count: nodes * server.chips,
      heatCapacity: values.chipHeatCapacity,
      powerCap: values.powerCap ?? Infinity,
      alive,
    },
    steady.state,
  );
  const lags: HeatLag[] = [];
  const memory = { inTransient: false };
  const chip: ChipModel = {
    state: steady.state,
    solve(utilisation, inlet, resistance, capacityRate) {
      if (memory.inTransient) dynamic.solve(utilisation, inlet, resistance, capacityRate);
      else steady.solve(utilisation, inlet, resistance, capacityRate);
    },
  };
  const parts = partsPower(server, () => 1);
  const computing = partsPower(server, (_, counts) => (counts === 'compute' ? 1 : 0));
  const fullOutput = server.chips * server.chipPower + parts.idle + parts.swing;
  const loss = supplyLoss(values.powerSupply as LibraryRecord, fullOutput);
  const utilisation = bench.utilisation(values.utilisation.id);
  const askedSlot = bench.scratch();
  const itMeter = bench.meter('itPower', 'IT', 'Electricity of the servers but their fans', 0);
  const fanMeter =
    shape.fans === 'fans'
      ? bench.meter('serverFanPower', 'server fans', 'Electricity of the fans in the servers', 0)
      : undefined;
  const computePower = bench.slot('computePower', 'power', 'What computes: chips, memory, CPUs, network');
  const inputPower = bench.slot('inputPower', 'power', 'Electricity at the rack inlets');
  const caseTemperature = bench.slot('caseTemperature', 'temperature', 'Case of the hottest chip');
  const junctionTemperature = bench.slot('junctionTemperature', 'temperature', 'Junction of the hottest chip');
  const coolantTemperature = bench.slot(
    'chipCoolantTemperature',
    'temperature',
    `${shape.coolant} at the hottest chip`,
  );
  const delivered = bench.slot(
    'delivered',
    'fraction',
    'Work done over the work of all chips at full clock and utilisation',
  );
  const chipPowerSlot = bench.slot('chipPower', 'power', 'Power of one chip');
  const throttled = bench.event('chips throttle: junction would pass its limit by', 'temperature difference', 'limit');
  const runaway = bench.event(
    'thermal runaway: no junction temperature balances leakage at full clock',
    'dimensionless',
    'limit',
  );
  const caseOver = bench.event('case above its limit', 'temperature difference', 'limit');
  bench.chips({
    machine: bench.machine,
    title: values.server.title,
    silicon: values.server.id,
    count: nodes * server.chips,
    racks: values.racks,
    nodes,
    floorArea: values.racks * values.floorArea,
    junctionLimit: server.junctionLimit,
    caseLimit: server.caseLimit,
    caseTemperature,
    junctionTemperature,
    delivered,
    computePower,
    fanPower: fanMeter ?? -1,
    inputPower,
    chain: [
      { name: shape.coolant, slot: coolantTemperature },
      ...(shape.between ?? []),
      { name: 'case', slot: caseTemperature },
      { name: 'junction', slot: junctionTemperature },
    ],
  });

  function settle(u: number, fanPower: number, lossPower: number): number {
    const state = chip.state;
    const direct = server.chips * state.power + (parts.idle + parts.swing * u) * s[alive]!;
    const input = direct + fanPower + lossPower;
    s[itMeter] = (direct + lossPower) * nodes;
    if (fanMeter !== undefined) s[fanMeter] = fanPower * nodes;
    s[computePower] = (server.chips * state.power + (computing.idle + computing.swing * u) * s[alive]!) * nodes;
    s[inputPower] = input * nodes;
    s[coolantTemperature] = state.coolant;
    s[caseTemperature] = state.case;
    s[junctionTemperature] = state.junction;
    s[delivered] = state.delivered;
    s[chipPowerSlot] = state.power;
    const balanced = state.excess < Infinity;
    s[throttled] = balanced ? state.excess : 0;
    s[runaway] = balanced ? 0 : 1;
    s[caseOver] = state.case > server.caseLimit ? state.case - server.caseLimit : 0;
    return input;
  }

  return {
    nodes,
    server,
    chip,
    parts,
    supplyLoss: loss,
    ruledFlow: (port, rated) =>
      port.rule === 'rise' && !memory.inTransient ? s[port.flow]! || rated : rated * s[port.drive]!,
    asked() {
      const asked = s[utilisation]! * values.loadFactor;
      s[askedSlot] = asked < 1 ? asked : 1;
      return s[askedSlot]!;
    },
    itMeter,
    fanMeter,
    computePower,
    caseTemperature,
    junctionTemperature,
    coolantTemperature,
    delivered,
    alive,
    lag(coolant) {
      const lag = heatLag(bench, `parts at ${coolant}`, values.partsTime, values.partsExcess);
      lags.push(lag);
      return lag;
    },
    transient: (air) => ({
      states: [...dynamic.states, ...lags.map((lag) => lag.state)],
      begin() {
        dynamic.begin();
        for (const lag of lags) lag.begin();
        memory.inTransient = true;
      },
      alive,
      protection: {
        utilisation: askedSlot,
        delivered,
        junction: junctionTemperature,
        throttleAt: server.junctionLimit,
        shutdownAt: server.junctionLimit + values.shutdownMargin,
        ...(air === undefined ? {} : { air }),
        reboot: values.rebootTime,
      },
    }),
    settle,
  };
}
