/**
 * Condenser coil in the vapour space of a boiling tank.
 *
 *     Q_max = (1 − e^−NTU) C (T_sat − T_in),   NTU = U A / C
 *
 * The wetted part of the coil floats: vapour covers just as much of it as is
 * needed, so less heat than the most is always possible. What the whole coil
 * cannot take is lost as vapour by the circuit. U A is constant but for the
 * water side's flow, or follows from the film on given tubes. Air in the vapour
 * is left to the film's factor.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { coilTubeParameters, plainConductance, ratedConductance, tubeConductance } from './coil-conductance.ts';
import { exchangerParameters } from './exchanger-duty.ts';
import { heatByRise } from './heat-by-rise.ts';
import { type Bench, defineKind } from './machine.ts';

const { approach, rise, units, spare, flowMargin } = exchangerParameters;
const parameters = {
  approach: {
    ...approach,
    about: 'Rated approach: saturation above the water that enters; what the design hour leaves where absent',
    optional: true,
  },
  rise,
  units,
  spare,
  flowMargin,
  tubes: {
    group: coilTubeParameters,
    about: 'Horizontal tubes of the coil: film condensation on them and their water; a constant UA where absent',
    optional: true,
  },
  tripShare: {
    quantity: 'fraction',
    range: [0.3, 1],
    about: 'Part of the coil’s height at which the vapour line trips the tanks; no such switch where absent',
    optional: true,
  },
} as const satisfies Parameters;

export const condenserCoil = defineKind({
  kind: 'condenser-coil',
  about: 'Condenser coils of boiling tanks',
  parameters,
  ports: [
    { name: 'vapour', role: 'source', phases: ['boiling'], about: 'Boiling circuit' },
    { name: 'water', role: 'load', phases: ['liquid'], about: 'Facility water' },
  ],
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s } = bench;
    const source = bench.source();
    const water = bench.load('water')!;
    const { heat, outletTemperature: saturation } = source.design;
    const rated = values.approach ?? saturation - water.design.temperature;
    const inlet = saturation - rated;
    const cp = water.fluid.specificHeat(inlet);
    const ruled = water.ruledFlow(heat);
    const ratedFlow = Number.isNaN(ruled)
      ? heat / (water.fluid.enthalpy(inlet + values.rise, 0) - water.fluid.enthalpy(inlet, 0))
      : ruled;
    const outlet = inlet + heat / (ratedFlow * cp);
    if (water.design.temperature > inlet + 1e-6 || rated < 1) {
      bench.fault(
        'approach',
        `the tanks boil at ${(saturation - 273.15).toFixed(1)} °C; water at ${(water.design.temperature - 273.15).toFixed(1)} °C leaves no approach of ${Math.max(1, rated).toFixed(1)} K: take colder water, a smaller approach or another fluid`,
      );
      return {};
    }
    if (outlet > saturation - 0.2) {
      bench.fault(
        'rise',
        `water would leave at ${(outlet - 273.15).toFixed(1)} °C, at or above the boiling point of ${(saturation - 273.15).toFixed(1)} °C`,
      );
      return {};
    }
    const installed = (values.units + values.spare) / values.units;
    const inPlace = values.units + values.spare;
    const rating = { heat, flow: ratedFlow, inlet, saturation, water: water.fluid, installed, units: inPlace };
    const coil =
      values.tubes === undefined ? plainConductance(rating) : tubeConductance(rating, values.tubes, source.fluid);
    const maximumFlow = ratedFlow * values.flowMargin;
    water.rate(heat, ratedFlow);
    bench.sized('ratedHeat', heat / values.units, 'heat flow', 'Rated heat of one coil');
    bench.sized(
      'conductance',
      ratedConductance(rating) / values.units,
      'conductance',
      'UA of one coil at its rated flow',
    );
    if (coil.area !== undefined)
      bench.sized('area', coil.area / inPlace, 'area', 'Outer area of the tubes of one coil');
    bench.sized('ratedFlow', ratedFlow / values.units, 'mass flow', 'Rated water flow of one coil');
    const rejection = bench.scratch();
    s[rejection] = 1;
    const covered = bench.slot('coveredShare', 'fraction', 'Part of the coil that condenses');
    const tripped = bench.event(
      'trip: the vapour line passes its switch, in the coil’s height at',
      'fraction',
      'limit',
    );
    const switchShare = values.tripShare ?? Infinity;

    /** Vapour covers the coil from below: its line stands at the part of the height that is covered. */
    function cover(share: number): void {
      s[covered] = share;
      s[tripped] = share >= switchShare * (1 - 1e-9) ? share : 0;
    }

    const held = { saturation: NaN };
    const most = (flow: number): number => (flow > 0 ? coil.most(flow, s[water.inlet]!, held.saturation) : 0);

    /** By the circuit's rule; a valve takes the rated rise, more where the coil needs it, no more than its most. */
    function waterFlow(wanted: number): number {
      const drive = s[water.drive]!;
      if (water.rule === 'fixed') return ratedFlow * drive;
      if (water.rule === 'rise') {
        const { fluid } = water;
        const perFlow = fluid.enthalpy(s[water.inlet]! + water.rise, 0) - fluid.enthalpy(s[water.inlet]!, 0);
        return heatByRise(wanted, perFlow, most) / perFlow;
      }
      const cap = maximumFlow * drive;
      const least = Math.min(cap, Math.max(0.2 * ratedFlow, (ratedFlow * wanted) / heat));
      if (most(least) >= wanted) return least;
      return most(cap) <= wanted ? cap : flowBetween(least, cap, wanted);
    }

    /** Heat rises with flow ever more slowly: regula falsi, the end that stays counted half. */
    function flowBetween(least: number, largest: number, wanted: number): number {
      let low = least;
      let high = largest;
      let lowGap = most(low) - wanted;
      let highGap = most(high) - wanted;
      for (let side = 0; high - low > 1e-12 * high;) {
        const flow = low - (lowGap * (high - low)) / (highGap - lowGap);
        if (!(flow > low && flow < high)) return high;
        const gap = most(flow) - wanted;
        if (Math.abs(gap) <= 1e-13 * wanted) return flow;
        if (gap < 0) {
          low = flow;
          lowGap = gap;
          if (side < 0) highGap *= 0.5;
          side = -1;
        } else {
          high = flow;
          highGap = gap;
          if (side > 0) lowGap *= 0.5;
          side = 1;
        }
      }
      return high;
    }

    /** Moves what is wanted or all it can at a flow of water, and covers what that takes. */
    function condense(boiling: number, flow: number, wanted: number): number {
      s[water.flow] = flow;
      cover(0);
      if (!(wanted > 0 && boiling > s[water.inlet]! && flow > 0)) return 0;
      held.saturation = boiling;
      const possible = most(flow);
      const moved = Math.min(wanted, possible);
      cover(coil.covered(moved, possible, flow, s[water.inlet]!, boiling));
      return moved;
    }

    return {
      rejection,
      units: inPlace,
      source(boiling, _flow, wanted) {
        held.saturation = boiling;
        if (wanted > 0 && boiling > s[water.inlet]!) return condense(boiling, waterFlow(wanted), wanted);
        return condense(boiling, water.rule === 'valve' ? 0 : ratedFlow, 0);
      },
      warmest: () => s[source.setpoint]! - coil.difference(s[source.duty]!, ratedFlow, ratedFlow * cp) - 0.02,
      reach: () => s[water.reach]!,
    };
  },
});
