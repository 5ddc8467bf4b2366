/**
 * Tanks of servers under a boiling dielectric: each chip carries a spreader
 * with a boiling surface. The bath stands at saturation for the tank's pressure.
 *
 *     T_case = T_sat + Q (1/(h A) + R_spread),   CHF margin = q_CHF A / Q
 *
 * h and critical heat flux are measured values of the surface; where the flux
 * passes the critical one the film dries and the run says so. Leaves out the
 * course of the boiling curve with flux.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { type Bench, defineKind } from './machine.ts';
import { rackGroup, rackParameters } from './rack.ts';

/** A boiling surface on a spreader, by measured values in a stated fluid. */
export const boilingSurfaceParameters = {
  coolant: { text: true, about: 'Fluid of the measured values' },
  area: { quantity: 'area', range: [1e-5, 0.1], about: 'Boiling area on one chip' },
  coefficient: {
    quantity: 'heat transfer coefficient',
    range: [1e3, 5e5],
    about: 'Measured h on that area, at the working flux',
  },
  spreadingResistance: {
    quantity: 'thermal resistance',
    range: [0, 0.5],
    about: 'From case to the boiling surface, spreading included',
  },
  criticalHeatFlux: { quantity: 'heat flux', range: [1e4, 5e6], about: 'Measured critical heat flux of the surface' },
} as const satisfies Parameters;

const parameters = {
  ...rackParameters,
  surface: { record: ['boiling-surface'], about: 'Boiling surface on each chip' },
  fluxLimit: {
    quantity: 'fraction',
    range: [0.1, 1],
    about: 'Largest part of the critical heat flux that is allowed',
    default: '80 %',
  },
} as const satisfies Parameters;

export const boilingRack = defineKind({
  kind: 'boiling-rack',
  about: 'Tanks of servers under a boiling dielectric',
  parameters,
  ports: [{ name: 'bath', role: 'load', phases: ['boiling'], about: 'Boiling dielectric of the tanks' }],
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s } = bench;
    const bath = bench.load('bath')!;
    const surface = values.surface.values as ValuesOf<typeof boilingSurfaceParameters>;
    const group = rackGroup(bench, values, { coolant: 'saturated bath', series: 1, fans: 'no fans' });
    const { server, chip, parts, nodes } = group;
    const bathLag = group.lag('bath');
    const resistance = 1 / (surface.coefficient * surface.area) + surface.spreadingResistance;
    const margin = bench.slot('fluxMargin', 'dimensionless', 'Critical heat flux over the flux of the hottest chip');
    const dry = bench.event('flux above the allowed part of the critical heat flux', 'heat flux', 'limit');

    function run(u: number, saturation: number): void {
      chip.solve(u, saturation, resistance, Infinity);
      const on = s[group.alive]!;
      const loss = on * group.supplyLoss(server.chips * chip.state.power + on * (parts.idle + parts.swing * u));
      const besides = group.settle(u, 0, loss) - server.chips * chip.state.power;
      s[bath.heat] = server.chips * chip.state.heat * nodes + bathLag.through(besides * nodes);
      s[bath.flow] = s[bath.heat]! / bath.fluid.saturation!.latentHeat(saturation);
      const flux = chip.state.heat / surface.area;
      s[margin] = surface.criticalHeatFlux / flux;
      const over = flux - surface.criticalHeatFlux * values.fluxLimit;
      s[dry] = over > 0 ? over : 0;
    }

    run(1, bath.design.temperature);
    bath.rate(s[bath.heat]!, s[bath.flow]!);
    bench.rateIt(s[bath.heat]!);
    bench.sized('boilingResistance', resistance, 'thermal resistance', 'From saturated fluid to case');
    return {
      transient: group.transient(),
      load() {
        run(s[group.utilisation]!, s[bath.inlet]!);
      },
    };
  },
});
