/**
 * Racks of air-cooled servers: heat sinks on the chips, fans in the servers.
 * All heat goes to the air circuit. Density follows temperature and station
 * pressure, so at altitude the same fan speed moves less air.
 */

import { specificVolume } from '../fluids/moist-air.ts';
import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { type FittedResistance, fittedResistance } from '../physics/cold-plate.ts';
import { type Bench, defineKind } from './machine.ts';
import { airShutdown, rackGroup, rackParameters } from './rack.ts';
import { serverFanPower, type ServerFans, serverFanShortage, serverFanSpeed } from './server-fans.ts';

/** A heat sink by its points of air flow and resistance from entering air to case. */
export const heatSinkParameters = {
  points: {
    table: {
      flow: {
        quantity: 'air volume flow',
        range: [1e-4, 1],
        about: 'Air through the sink of one chip',
        order: 'rising',
      },
      resistance: {
        quantity: 'thermal resistance',
        range: [1e-3, 1],
        about: 'Case above entering air per power',
        order: 'falling',
      },
    },
    about: 'Points of the sink',
  },
} as const satisfies Parameters;

/** How the air passes a node. */
export const airPathParameters = {
  heatSink: { record: ['heat-sink'], about: 'Sink on each chip' },
  fans: { record: ['server-fans'], about: 'Fans of a node' },
  chipsInSeries: { count: [1, 4], about: 'Chips that the same air passes one after the other', default: 1 },
  sinkShare: {
    quantity: 'fraction',
    range: [0.05, 1],
    about: 'Part of a node’s air that goes through the sinks',
    default: '70 %',
  },
  preheat: {
    quantity: 'fraction',
    range: [0, 1],
    about: 'Part of the heat of the other parts that warms the air before the chips',
    default: '10 %',
  },
} as const satisfies Parameters;

const parameters = { ...rackParameters, airShutdown, ...airPathParameters } as const satisfies Parameters;

export const airRack = defineKind({
  kind: 'air-rack',
  about: 'Racks of servers with heat sinks and fans',
  parameters,
  ports: [{ name: 'air', role: 'load', phases: ['air'], about: 'Air of the hall' }],
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s, weather } = bench;
    const air = bench.load('air')!;
    const fans = values.fans.values as ServerFans;
    const { points } = values.heatSink.values as ValuesOf<typeof heatSinkParameters>;
    const sink: FittedResistance = fittedResistance(points.flow, points.resistance);
    const group = rackGroup(bench, values, {
      coolant: 'air at the last chip',
      series: values.chipsInSeries,
      fans: 'fans',
    });
    const { server, chip, parts, nodes } = group;
    const airLag = group.lag('air');
    const paths = server.chips / values.chipsInSeries;
    const fullSpeed = bench.event('server fans at full speed; the inlet asks for more', 'fraction');
    const outside = bench.event('air through a heat sink outside the measured range', 'air volume flow');
    const speedSlot = bench.slot('fanSpeed', 'fraction', 'Speed of the server fans');

    function run(
      utilisation: number,
      inlet: number,
      humidityRatio: number,
      pressure: number,
    ): { heat: number; flow: number } {
      result.flow = 0;
      const speed = serverFanSpeed(fans, utilisation, inlet);
      const volumeFlow = fans.ratedFlow * speed;
      const massFlow = volumeFlow / specificVolume(inlet, humidityRatio, pressure);
      const capacityRate = massFlow * (1006 + 1860 * humidityRatio);
      const on = s[group.alive]!;
      const other = on * (parts.idle + parts.swing * utilisation);
      const entering = inlet + (values.preheat * other) / capacityRate;
      const throughPath = (volumeFlow * values.sinkShare) / paths;
      chip.solve(
        utilisation,
        entering,
        sink.infinite + sink.perFlow / throughPath,
        (capacityRate * values.sinkShare) / paths,
      );
      const fanPower = on * serverFanPower(fans, speed);
      const loss = on * group.supplyLoss(server.chips * chip.state.power + other + fanPower);
      s[speedSlot] = speed;
      s[fullSpeed] = serverFanShortage(fans, utilisation, inlet);
      s[outside] = Math.max(0, throughPath - sink.range[1], sink.range[0] - throughPath);
      const input = group.settle(utilisation, fanPower, loss);
      const besides = input - server.chips * chip.state.power;
      result.heat = server.chips * chip.state.heat * nodes + airLag.through(besides * nodes, inlet);
      result.flow = massFlow * nodes;
      return result;
    }
    const result = { heat: 0, flow: 0 };

    // At the design hour exhaust that comes back warms the inlet, which speeds the fans: a short fixed point.
    const { temperature, companion, recirculation } = air.design;
    let inlet = temperature;
    for (let i = 0; i < 30; i++) {
      const { heat, flow } = run(1, inlet, companion, bench.designWeather.pressure);
      inlet = temperature + ((recirculation / (1 - recirculation)) * heat) / (flow * (1006 + 1860 * companion));
    }
    air.rate(result.heat, result.flow);
    bench.rateIt(result.heat);
    bench.sized('designInlet', inlet, 'temperature', 'Server inlet at the design hour, recirculation included');

    return {
      transient: group.transient({ inlet: air.inlet, shutdownAt: values.airShutdown }),
      load() {
        run(group.asked(), s[air.inlet]!, s[air.companion]!, s[weather.pressure]!);
        s[air.heat] = result.heat;
        s[air.flow] = result.flow;
      },
    };
  },
});
