/**
 * Racks with cold plates on the chips: what the plates capture goes to the
 * technology loop, the rest to the air of the hall, moved by small fans.
 *
 *     T_case = T_inlet + R(V) Q        R from case to coolant inlet, as OCP defines it
 *
 * Flow through a plate is the rack's flow over its parallel paths; a plate has
 * a hard maximum. Leaves out heat exchange between loop and room air.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { fittedResistance } from '../physics/cold-plate.ts';
import { type Bench, defineKind } from './machine.ts';
import { captureParameters, platedHeat } from './plated-rack.ts';
import { flowFactor, rackGroup, rackParameters } from './rack.ts';

/** A cold plate by its measured points in a stated coolant. */
export const coldPlateParameters = {
  coolant: { text: true, about: 'Coolant that the points were measured in' },
  points: {
    table: {
      flow: { quantity: 'volume flow', range: [1e-7, 1e-2], about: 'Flow through one plate', order: 'rising' },
      resistance: {
        quantity: 'thermal resistance',
        range: [1e-4, 1],
        about: 'Case above coolant inlet per power',
        order: 'falling',
      },
    },
    about: 'Measured points',
  },
  maximumFlow: { quantity: 'volume flow', range: [1e-7, 1e-2], about: 'Largest flow a plate may see' },
  maximumHeat: { quantity: 'heat flow', range: [1, 1e5], about: 'Largest heat a plate is rated for' },
} as const satisfies Parameters;

const parameters = {
  ...rackParameters,
  coldPlate: { record: ['cold-plate'], about: 'Plate on each chip' },
  chipsInSeries: { count: [1, 8], about: 'Plates that the same coolant passes one after the other', default: 1 },
  flowFactor,
  ...captureParameters,
} as const satisfies Parameters;

export const coldPlateRack = defineKind({
  kind: 'cold-plate-rack',
  about: 'Racks of servers with cold plates; what these do not capture goes to the hall air',
  parameters,
  ports: [
    { name: 'liquid', role: 'load', phases: ['liquid'], about: 'Technology loop' },
    { name: 'air', role: 'load', phases: ['air'], about: 'Air of the hall' },
  ],
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s, weather } = bench;
    const liquid = bench.load('liquid')!;
    const air = bench.load('air')!;
    const plate = values.coldPlate.values as ValuesOf<typeof coldPlateParameters>;
    const fitted = fittedResistance(plate.points.flow, plate.points.resistance);
    const group = rackGroup(bench, values, {
      coolant: 'coolant at the last plate',
      series: values.chipsInSeries,
      fans: 'fans',
    });
    const { server, chip, nodes } = group;
    const pathsPerNode = server.chips / values.chipsInSeries;
    const overFlow = bench.event('flow through a cold plate above its maximum', 'volume flow', 'limit');
    const overHeat = bench.event('heat of a chip above what its cold plate is rated for', 'heat flow', 'limit');
    const heat = platedHeat(bench, values, group, liquid, air);
    const outside = bench.event('flow through a cold plate outside the measured range', 'volume flow');
    const plateFlow = bench.slot('plateFlow', 'volume flow', 'Flow through one plate');

    function run(
      u: number,
      inlet: number,
      flow: number,
      airInlet: number,
      humidityRatio: number,
      pressure: number,
    ): void {
      const perPath = (flow * values.plateFlowShare) / (nodes * pathsPerNode);
      const volumeFlow = perPath / liquid.fluid.density(inlet);
      const resistance = fitted.infinite + fitted.perFlow / volumeFlow;
      // Only what is captured crosses the plate and warms the coolant of the next: the case sits lower by the part that
      // leaves through the board.
      const pathRate = perPath * liquid.fluid.specificHeat(inlet);
      chip.solve(u, inlet, resistance * values.chipCapture, pathRate / values.chipCapture);
      heat.settle(u, airInlet, humidityRatio, pressure);
      s[plateFlow] = volumeFlow;
      s[outside] = Math.max(0, volumeFlow - fitted.range[1], fitted.range[0] - volumeFlow);
      s[overFlow] = volumeFlow > plate.maximumFlow * (1 + 1e-9) ? volumeFlow - plate.maximumFlow : 0;
      s[overHeat] =
        chip.state.power * values.chipCapture > plate.maximumHeat
          ? chip.state.power * values.chipCapture - plate.maximumHeat
          : 0;
      s[liquid.flow] = flow;
    }

    // The rack's rated liquid heat, at reference chip power, sets its flow by the circuit's rule.
    const ratedFlow = liquid.ruledFlow(heat.rated) * values.flowFactor;
    if (Number.isNaN(ratedFlow)) {
      bench.fault('load', `a cold-plate rack has no valve: give circuit ${liquid.circuit} a constant flow or a rise`);
      return {};
    }
    const { pressure } = bench.designWeather;
    heat.atDesign((airInlet) => run(1, liquid.design.temperature, ratedFlow, airInlet, air.design.companion, pressure));
    if (s[plateFlow]! > plate.maximumFlow * (1 + 1e-9)) {
      bench.fault(
        'coldPlate',
        `${(s[plateFlow]! * 6e4).toFixed(2)} L/min through each plate at the design hour; ${values.coldPlate.title} takes at most ${(plate.maximumFlow * 6e4).toFixed(2)} L/min`,
      );
    }
    heat.rate(ratedFlow);
    bench.sized('ratedFlow', ratedFlow / values.racks, 'mass flow', 'Coolant of one rack');
    bench.sized('ratedPlateFlow', s[plateFlow]!, 'volume flow', 'Coolant of one plate');
    bench.sized(
      'liquidShare',
      s[liquid.heat]! / (s[liquid.heat]! + s[air.heat]!),
      'fraction',
      'Part of the rack’s heat that goes into the loop',
    );

    return {
      transient: group.transient({ inlet: air.inlet, shutdownAt: values.airShutdown }),
      load() {
        const flow = group.ruledFlow(liquid, ratedFlow);
        run(group.asked(), s[liquid.inlet]!, flow, s[air.inlet]!, s[air.companion]!, s[weather.pressure]!);
      },
    };
  },
});
