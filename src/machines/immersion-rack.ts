/**
 * Tanks of servers in a single-phase dielectric that is driven through the
 * heat sinks of the chips (directed forced flow). No fans; everything goes
 * into the bath.
 *
 *     T_case = T_bath,in + R Q,   R = R₀ (V/V₀)^−n (μ/μ₀)^m
 *
 * Open baths with natural convection, stratification and heat lost through
 * the tank's walls are left out.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { type Bench, defineKind } from './machine.ts';
import { flowFactor, rackGroup, rackParameters } from './rack.ts';

/** A heat sink in forced dielectric flow by one measured point and its exponents. */
export const immersionSinkParameters = {
  coolant: { text: true, about: 'Fluid of the measured point' },
  resistance: {
    quantity: 'thermal resistance',
    range: [1e-3, 1],
    about: 'Case above entering fluid per power at the measured point',
  },
  flow: { quantity: 'volume flow', range: [1e-6, 1e-2], about: 'Flow through one sink at the measured point' },
  viscosity: { quantity: 'dynamic viscosity', range: [1e-4, 1], about: 'Viscosity of the fluid at the measured point' },
  flowExponent: { quantity: 'dimensionless', range: [0, 1], about: 'n: resistance falls with this power of flow' },
  viscosityExponent: {
    quantity: 'dimensionless',
    range: [0, 1],
    about: 'm: resistance rises with this power of viscosity',
  },
  minimumFlow: { quantity: 'volume flow', range: [1e-7, 1e-2], about: 'Least flow that the law holds for' },
  maximumFlow: { quantity: 'volume flow', range: [1e-6, 1e-1], about: 'Largest flow that the law holds for' },
} as const satisfies Parameters;

/** How the dielectric passes the chips. */
export const directedFlowParameters = {
  sink: { record: ['immersion-sink'], about: 'Sink on each chip' },
  sinkShare: {
    quantity: 'fraction',
    range: [0.05, 1],
    about: 'Part of the bath flow that is directed through the sinks',
    default: '80 %',
  },
} as const satisfies Parameters;

const { sink, sinkShare } = directedFlowParameters;
const parameters = { ...rackParameters, sink, flowFactor, sinkShare } as const satisfies Parameters;

/** Case above entering fluid per power [K/W], at a viscosity [Pa s] and a flow through the sink [m³/s]. */
export function immersionSinkResistance(
  point: ValuesOf<typeof immersionSinkParameters>,
  viscosity: number,
  flow: number,
): number {
  const logs =
    point.viscosityExponent * Math.log(viscosity / point.viscosity) - point.flowExponent * Math.log(flow / point.flow);
  return point.resistance * Math.exp(logs);
}

export const immersionRack = defineKind({
  kind: 'immersion-rack',
  about: 'Tanks of servers in a dielectric driven through the heat sinks',
  parameters,
  ports: [{ name: 'bath', role: 'load', phases: ['liquid'], about: 'Dielectric of the tanks' }],
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s } = bench;
    const bath = bench.load('bath')!;
    const { fluid } = bath;
    const sink = values.sink.values as ValuesOf<typeof immersionSinkParameters>;
    const group = rackGroup(bench, values, { coolant: 'fluid at the sink', series: 1, fans: 'no fans' });
    const { server, chip, parts, nodes } = group;
    const bathLag = group.lag('bath');
    const outside = bench.event('flow through a sink outside the range its resistance holds for', 'volume flow');
    const sinkFlow = bench.slot('sinkFlow', 'volume flow', 'Flow through one sink');

    function run(u: number, inlet: number, flow: number): void {
      const perSink = (flow * values.sinkShare) / (nodes * server.chips);
      const volumeFlow = perSink / fluid.density(inlet);
      const resistance = immersionSinkResistance(sink, fluid.viscosity(inlet), volumeFlow);
      chip.solve(u, inlet, resistance, perSink * fluid.specificHeat(inlet));
      const on = s[group.alive]!;
      const loss = on * group.supplyLoss(server.chips * chip.state.power + on * (parts.idle + parts.swing * u));
      const besides = group.settle(u, 0, loss) - server.chips * chip.state.power;
      s[bath.heat] = server.chips * chip.state.heat * nodes + bathLag.through(besides * nodes, inlet, s[bath.drive]);
      s[bath.flow] = flow;
      s[sinkFlow] = volumeFlow;
      s[outside] =
        volumeFlow > sink.maximumFlow
          ? volumeFlow - sink.maximumFlow
          : volumeFlow < sink.minimumFlow
            ? sink.minimumFlow - volumeFlow
            : 0;
    }

    const output = server.chips * server.chipPower + parts.idle + parts.swing;
    const ratedFlow = bath.ruledFlow((output + group.supplyLoss(output)) * nodes) * values.flowFactor;
    if (Number.isNaN(ratedFlow)) {
      bench.fault('load', `an immersion tank has no valve: give circuit ${bath.circuit} a constant flow or a rise`);
      return {};
    }
    run(1, bath.design.temperature, ratedFlow);
    bath.rate(s[bath.heat]!, ratedFlow);
    bench.rateIt(s[bath.heat]!);
    bench.sized('ratedFlow', ratedFlow / values.racks, 'mass flow', 'Dielectric of one tank');
    return {
      transient: group.transient(),
      load() {
        run(group.asked(), s[bath.inlet]!, group.ruledFlow(bath, ratedFlow));
      },
    };
  },
});
