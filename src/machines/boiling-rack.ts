/**
 * Tanks of servers under a boiling dielectric: each chip carries a spreader
 * with a boiling surface. The bath stands at saturation for the tank's pressure.
 *
 *     T_case = T_sat + Q (1/(h A) + R_spread),   CHF margin = q_CHF A / Q
 *
 * h and critical heat flux are measured, or follow from flux and saturation by
 * a law of pool boiling; where the flux passes the critical one the film dries
 * and the run says so. The flux counts evenly on the spreader.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { boilingSurface, boilingSurfaceFaults, type BoilingSurfaceValues } from './boiling-surface.ts';
import { type Bench, defineKind } from './machine.ts';
import { rackGroup, rackParameters } from './rack.ts';

/** What boils, and how near to drying it may. */
export const boilingRackParameters = {
  surface: { record: ['boiling-surface'], about: 'Boiling surface on each chip' },
  fluxLimit: {
    quantity: 'fraction',
    range: [0.1, 1],
    about: 'Largest part of the critical heat flux that is allowed',
    default: '80 %',
  },
} as const satisfies Parameters;

const parameters = { ...rackParameters, ...boilingRackParameters } as const satisfies Parameters;

/** Rounds in which surface and chip agree. */
const mostRounds = 60;

/** Flux below which the margin to the critical one is told as if it were this part of it [1]. */
const leastFlux = 1e-3;

export const boilingRack = defineKind({
  kind: 'boiling-rack',
  about: 'Tanks of servers under a boiling dielectric',
  parameters,
  ports: [{ name: 'bath', role: 'load', phases: ['boiling'], about: 'Boiling dielectric of the tanks' }],
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s } = bench;
    const bath = bench.load('bath')!;
    const record = values.surface.values as BoilingSurfaceValues;
    const faults = boilingSurfaceFaults(record);
    for (const fault of faults) bench.fault('surface', `${values.surface.id}: ${fault}`);
    if (faults.length > 0) return {};
    const surface = boilingSurface(record, bath.fluid);
    const group = rackGroup(bench, values, { coolant: 'saturated bath', series: 1, fans: 'no fans' });
    const { server, chip, parts, nodes } = group;
    const bathLag = group.lag('bath');
    const margin = bench.slot('fluxMargin', 'dimensionless', 'Critical heat flux over the flux of the hottest chip');
    const resisted = bench.scratch();
    const dry = bench.event('flux above the allowed part of the critical heat flux', 'heat flux', 'limit');

    /** The resistance follows from the flux, and the chip's leakage from the resistance: a few rounds. */
    function boil(u: number, saturation: number): number {
      let resistance = NaN;
      let power = chip.state.heat > 0 ? chip.state.heat : server.chipPower;
      for (let round = 0; round < mostRounds; round++) {
        const next = surface.resistance(power / record.area, saturation);
        if (next === resistance) break;
        resistance = next;
        chip.solve(u, saturation, resistance, Infinity);
        const moved = Math.abs(chip.state.heat - power);
        power = chip.state.heat;
        if (moved <= 1e-13 * power) break;
      }
      return resistance;
    }

    function run(u: number, saturation: number): void {
      s[resisted] = boil(u, saturation);
      const on = s[group.alive]!;
      const loss = on * group.supplyLoss(server.chips * chip.state.power + on * (parts.idle + parts.swing * u));
      const besides = group.settle(u, 0, loss) - server.chips * chip.state.power;
      s[bath.heat] = server.chips * chip.state.heat * nodes + bathLag.through(besides * nodes, saturation);
      s[bath.flow] = s[bath.heat]! / bath.fluid.saturation!.latentHeat(saturation);
      const flux = chip.state.heat / record.area;
      const critical = surface.critical(saturation);
      // Chips that are off and no warmer than the bath have all the margin there is: a number that tables can hold.
      s[margin] = critical / Math.max(flux, leastFlux * critical);
      const over = flux - critical * values.fluxLimit;
      s[dry] = over > 0 ? over : 0;
    }

    run(1, bath.design.temperature);
    bath.rate(s[bath.heat]!, s[bath.flow]!);
    bench.rateIt(s[bath.heat]!);
    bench.sized('boilingResistance', s[resisted]!, 'thermal resistance', 'From saturated fluid to case');
    return {
      transient: group.transient(),
      load() {
        run(group.asked(), s[bath.inlet]!);
      },
    };
  },
});
