/**
 * What racks with plates on their chips share, whatever flows through the
 * plates: parts of the server that are captured, and the rest, which small
 * fans give to the air of the hall.
 */

import { specificVolume } from '../fluids/moist-air.ts';
import type { Parameters, ValuesOf } from '../library/parameters.ts';
import type { Bench, LoadPort } from './machine.ts';
import { airShutdown, type RackGroup } from './rack.ts';
import { partsPower } from './server.ts';
import { serverFanPower, type ServerFans, serverFanShortage, serverFanSpeed } from './server-fans.ts';

export const captureParameters = {
  airShutdown,
  chipCapture: {
    quantity: 'fraction',
    range: [0.5, 1],
    about: 'Part of the chips’ heat that goes into the plates',
    default: '98 %',
  },
  capture: {
    each: { share: { quantity: 'fraction', range: [0, 1], about: 'Part of its heat that goes into the loop' } },
    about: 'Other parts of the server that have plates, by their names in the server record',
    optional: true,
  },
  plateFlowShare: {
    quantity: 'fraction',
    range: [0.1, 1],
    about: 'Part of the rack’s flow that goes through the chips’ plates; the rest feeds plates of other parts',
    default: '90 %',
  },
  fans: { record: ['server-fans'], about: 'Fans for the parts left to air' },
} as const satisfies Parameters;

type CaptureValues = ValuesOf<typeof captureParameters>;

/** Where the heat of a group of plated racks goes. */
export interface PlatedHeat {
  /** Into the plates of all nodes, chips at reference power and full load [W]. */
  readonly rated: number;
  /** Into the plates of all nodes once nothing is on its way, of so much from each chip [W]. */
  intoLoop(utilisation: number, chipHeat: number): number;
  /** With the chips solved: meters, heat of the loop and of the air, flow of the air. */
  settle(utilisation: number, airInlet: number, humidityRatio: number, pressure: number): void;
  /** Runs the racks at the design hour until exhaust that comes back, warms the inlet and speeds the fans stands still. */
  atDesign(run: (airInlet: number) => void): void;
  /** States the heat of both ports at the design hour, and what part goes into the loop. */
  rate(loopFlow: number): void;
}

export function platedHeat(
  bench: Bench,
  values: CaptureValues,
  group: RackGroup,
  loop: LoadPort,
  air: LoadPort,
): PlatedHeat {
  const { s } = bench;
  const { server, chip, parts, nodes } = group;
  const fans = values.fans.values as ServerFans;
  for (const name of Object.keys(values.capture ?? {})) {
    if (server.parts[name] === undefined)
      bench.fault(
        `capture.${name}`,
        `the server has no part "${name}"; it has ${Object.keys(server.parts).join(', ')}`,
      );
  }
  const captured = partsPower(server, (name) => values.capture?.[name]?.share ?? 0);
  const fullSpeed = bench.event('server fans at full speed; the inlet asks for more', 'fraction');
  const loopLag = group.lag('liquid');
  const airLag = group.lag('air');

  return {
    rated: (server.chips * server.chipPower * values.chipCapture + captured.idle + captured.swing) * nodes,
    intoLoop(u, chipHeat) {
      const fromPlates = s[group.alive]! * (captured.idle + captured.swing * u);
      return (server.chips * chipHeat * values.chipCapture + fromPlates) * nodes;
    },
    settle(u, inlet, humidityRatio, pressure) {
      const speed = serverFanSpeed(fans, u, inlet);
      const on = s[group.alive]!;
      const fanPower = on * serverFanPower(fans, speed);
      const direct = server.chips * chip.state.power + on * (parts.idle + parts.swing * u) + fanPower;
      const input = group.settle(u, fanPower, on * group.supplyLoss(direct));
      const fromChips = server.chips * chip.state.heat;
      const fromPlates = on * (captured.idle + captured.swing * u);
      const besides = input - server.chips * chip.state.power - fromPlates;
      s[fullSpeed] = serverFanShortage(fans, u, inlet);
      s[loop.heat] =
        fromChips * values.chipCapture * nodes + loopLag.through(fromPlates * nodes, s[loop.inlet]!, s[loop.drive]);
      s[air.heat] = fromChips * (1 - values.chipCapture) * nodes + airLag.through(besides * nodes, inlet);
      s[air.flow] = ((fans.ratedFlow * speed) / specificVolume(inlet, humidityRatio, pressure)) * nodes;
    },
    atDesign(run) {
      const { temperature, companion, recirculation } = air.design;
      let airInlet = temperature;
      for (let i = 0; i < 30; i++) {
        run(airInlet);
        const rise = s[air.heat]! / (s[air.flow]! * (1006 + 1860 * companion));
        airInlet = temperature + (recirculation / (1 - recirculation)) * rise;
      }
    },
    rate(loopFlow) {
      loop.rate(s[loop.heat]!, loopFlow);
      air.rate(s[air.heat]!, s[air.flow]!);
      bench.rateIt(s[loop.heat]! + s[air.heat]!);
    },
  };
}
