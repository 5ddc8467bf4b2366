/**
 * Open tanks of servers in a single-phase dielectric: fins stand in a bath that
 * their own warmth stirs, with the slow flow of the pump past them. No fans;
 * everything goes into the bath.
 *
 *     T_top = T_in + Q/(ṁ c_p),   T_bottom = (T_in + r T_top)/(1 + r)
 *     T_case = T_sink,in + R(ΔT, v) Q,   T_sink,in = (T_bottom + T_top)/2
 *
 * Two nodes: the pumped fluid enters at the bottom, warm fluid leaves at the
 * top, and r times the pumped flow sinks back along the walls. Sinks draw from
 * half-way up. Leaves out heat lost through walls and surface.
 */

import type { Fluid } from '../fluids/fluid.ts';
import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { finSinkModel } from '../physics/fin-sink.ts';
import { type Bench, defineKind } from './machine.ts';
import { flowFactor, rackGroup, rackParameters } from './rack.ts';

/** A heat sink of upright fins by its geometry. */
export const finSinkParameters = {
  width: { quantity: 'length', range: [0.01, 1], about: 'Of the base, across the fins' },
  length: { quantity: 'length', range: [0.01, 1], about: 'Of base and fins, along the flow from bottom to top' },
  baseThickness: { quantity: 'length', range: [0, 0.05], about: 'Of the base' },
  fins: { count: [2, 1000], about: 'Fins' },
  finHeight: { quantity: 'length', range: [1e-3, 0.5], about: 'Of the fins above the base' },
  finThickness: { quantity: 'length', range: [1e-5, 0.02], about: 'Of the fins' },
  conductivity: { quantity: 'thermal conductivity', range: [10, 2000], about: 'Of base and fins' },
  contactResistance: {
    quantity: 'thermal resistance',
    range: [0, 1],
    about: 'From case to base, interface and spreading included',
  },
} as const satisfies Parameters;

/** The sinks, and how the bath moves past them. */
export const openBathParameters = {
  sink: { record: ['fin-sink'], about: 'Sink on each chip' },
  bathArea: {
    quantity: 'area',
    range: [0.05, 100],
    about: 'Free cross-section of one tank that the pumped flow rises in',
  },
  velocityShare: {
    quantity: 'fraction',
    range: [0, 3],
    about: 'Velocity between the fins over that of the pumped flow in the tank; none where it passes beside them',
    default: '50 %',
  },
  returning: {
    quantity: 'fraction',
    range: [0, 20],
    about: 'Flow that sinks back from top to bottom along the walls, over the pumped flow',
    default: '50 %',
  },
} as const satisfies Parameters;

const parameters = { ...rackParameters, flowFactor, ...openBathParameters } as const satisfies Parameters;

/** Upper half of a bath that a flow [kg/s] enters at a temperature and that takes a heat [W]; at most what its fluid is known for [K]. */
export function bathTop(fluid: Fluid, inlet: number, flow: number, heat: number): number {
  return Math.min(fluid.temperature(fluid.enthalpy(inlet, 0) + heat / Math.max(flow, 1e-9), 0), fluid.range[1]);
}

/** Its lower half, where so much of the flow sinks back from the top [K]. */
export function bathBottom(inlet: number, top: number, returning: number): number {
  return (inlet + returning * top) / (1 + returning);
}

/** Rounds in which bath, sinks and chips agree. */
const mostRounds = 100;

export const openBathRack = defineKind({
  kind: 'open-bath-rack',
  about: 'Open tanks of servers whose fins stand in a dielectric, by natural and mixed convection',
  parameters,
  ports: [{ name: 'bath', role: 'load', phases: ['liquid'], about: 'Dielectric of the tanks' }],
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s } = bench;
    const bath = bench.load('bath')!;
    const { fluid } = bath;
    const record = values.sink.values as ValuesOf<typeof finSinkParameters>;
    const sink = finSinkModel(record, fluid);
    const group = rackGroup(bench, values, { coolant: 'bath at the sink', series: 1, fans: 'no fans' });
    const { server, chip, parts, nodes } = group;
    const bathLag = group.lag('bath');
    const bottom = bench.slot('bottomTemperature', 'temperature', 'Lower half of the bath');
    const top = bench.slot('topTemperature', 'temperature', 'Upper half of the bath, which leaves');
    const coefficient = bench.slot('sinkCoefficient', 'heat transfer coefficient', 'On base and fins');
    const free = bench.slot('freeShare', 'fraction', 'Nusselt number of warmth alone over that of warmth and flow');

    /** Electricity of all nodes besides their chips, which the bath takes too [W]. */
    function besides(u: number): number {
      const on = s[group.alive]!;
      const others = on * (parts.idle + parts.swing * u);
      return (others + on * group.supplyLoss(server.chips * chip.state.power + others)) * nodes;
    }

    function stratify(inlet: number, flow: number, heat: number): void {
      s[top] = bathTop(fluid, inlet, flow, heat);
      s[bottom] = bathBottom(inlet, s[top]!, values.returning);
    }

    function convect(u: number, inlet: number, flow: number): void {
      const velocity = (values.velocityShare * flow) / (fluid.density(inlet) * values.bathArea * values.racks);
      let heat = chip.state.heat > 0 ? chip.state.heat : server.chipPower;
      for (let round = 0; round < mostRounds; round++) {
        stratify(inlet, flow, heat * server.chips * nodes + besides(u));
        const entering = 0.5 * (s[bottom]! + s[top]!);
        sink.solve(heat, entering, velocity);
        chip.solve(u, entering, sink.state.resistance, Infinity);
        const moved = Math.abs(chip.state.heat - heat);
        heat = chip.state.heat;
        if (moved <= 1e-13 * heat) break;
      }
    }

    function run(u: number, inlet: number, flow: number): void {
      convect(u, inlet, flow);
      const others = besides(u);
      const on = s[group.alive]!;
      const loss = others / nodes - on * (parts.idle + parts.swing * u);
      group.settle(u, 0, loss);
      s[bath.heat] = server.chips * chip.state.heat * nodes + bathLag.through(others, inlet, s[bath.drive]);
      s[bath.flow] = flow;
      const { coefficient: h, freeNusselt, forcedNusselt } = sink.state;
      s[coefficient] = h;
      s[free] =
        freeNusselt /
        Math.cbrt(freeNusselt * freeNusselt * freeNusselt + forcedNusselt * forcedNusselt * forcedNusselt);
    }

    const output = server.chips * server.chipPower + parts.idle + parts.swing;
    const ratedFlow = bath.ruledFlow((output + group.supplyLoss(output)) * nodes) * values.flowFactor;
    if (Number.isNaN(ratedFlow)) {
      bench.fault('load', `an open tank has no valve: give circuit ${bath.circuit} a constant flow or a rise`);
      return {};
    }
    run(1, bath.design.temperature, ratedFlow);
    bath.rate(s[bath.heat]!, ratedFlow);
    bench.rateIt(s[bath.heat]!);
    bench.sized('ratedFlow', ratedFlow / values.racks, 'mass flow', 'Dielectric of one tank');
    bench.sized('ratedSinkResistance', sink.state.resistance, 'thermal resistance', 'Case to the bath at the sink');
    return {
      transient: group.transient(),
      load() {
        run(group.asked(), s[bath.inlet]!, group.ruledFlow(bath, ratedFlow));
      },
    };
  },
});
