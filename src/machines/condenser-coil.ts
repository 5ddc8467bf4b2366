/**
 * Condenser coil in the vapour space of a boiling tank.
 *
 *     Q_max = (1 − e^−NTU) C (T_sat − T_in),   NTU = U A / C
 *
 * The wetted part of the coil floats: vapour covers just as much of it as is
 * needed, so less heat than the most is always possible. What the whole coil
 * cannot take is lost as vapour by the circuit. U A is constant but for the
 * water side's flow; film condensation in detail is left out.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
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
    const conductance = -Math.log(1 - heat / (ratedFlow * cp * rated)) * ratedFlow * cp * installed;
    const maximumFlow = ratedFlow * values.flowMargin;
    water.rate(heat, ratedFlow);
    bench.sized('ratedHeat', heat / values.units, 'heat flow', 'Rated heat of one coil');
    bench.sized(
      'conductance',
      conductance / installed / values.units,
      'conductance',
      'UA of one coil at its rated flow',
    );
    bench.sized('ratedFlow', ratedFlow / values.units, 'mass flow', 'Rated water flow of one coil');
    const rejection = bench.scratch();
    s[rejection] = 1;
    const covered = bench.slot('coveredShare', 'fraction', 'Part of the coil that condenses');

    /** Half of the rated resistance is the water's film, which follows its flow by the power 0.8. */
    function wholeCoil(flow: number): number {
      const film = Math.exp(-0.8 * Math.log(flow / (ratedFlow * installed)));
      return (2 * conductance) / (1 + film);
    }

    function most(flow: number, difference: number): number {
      const rate = flow * water.fluid.specificHeat(s[water.inlet]!);
      return -Math.expm1(-wholeCoil(flow) / rate) * rate * difference;
    }

    let heldDifference = NaN;
    const movedBy = (flow: number): number => (flow > 0 ? most(flow, heldDifference) : 0);

    /** By the circuit's rule; a valve takes the rated rise, more where the coil needs it, no more than its most. */
    function waterFlow(wanted: number, difference: number): number {
      const drive = s[water.drive]!;
      if (water.rule === 'fixed') return ratedFlow * drive;
      if (water.rule === 'rise') {
        const { fluid } = water;
        const perFlow = fluid.enthalpy(s[water.inlet]! + water.rise, 0) - fluid.enthalpy(s[water.inlet]!, 0);
        heldDifference = difference;
        return heatByRise(wanted, perFlow, movedBy) / perFlow;
      }
      const cap = maximumFlow * drive;
      let low = Math.min(cap, Math.max(0.2 * ratedFlow, (ratedFlow * wanted) / heat));
      if (most(low, difference) >= wanted) return low;
      let high = cap;
      if (most(high, difference) <= wanted) return high;
      while (high - low > 1e-12 * high) {
        const middle = 0.5 * (low + high);
        if (most(middle, difference) < wanted) low = middle;
        else high = middle;
      }
      return high;
    }

    return {
      rejection,
      units: values.units + values.spare,
      source(boiling, _flow, wanted) {
        const difference = boiling - s[water.inlet]!;
        if (!(wanted > 0) || !(difference > 0)) {
          s[water.flow] = water.rule === 'valve' ? 0 : ratedFlow;
          s[covered] = 0;
          return 0;
        }
        const flow = waterFlow(wanted, difference);
        s[water.flow] = flow;
        if (!(flow > 0)) {
          s[covered] = 0;
          return 0;
        }
        const possible = most(flow, difference);
        const moved = Math.min(wanted, possible);
        s[covered] = moved / possible;
        return moved;
      },
      warmest() {
        const rate = ratedFlow * cp;
        return s[source.setpoint]! - s[source.duty]! / (-Math.expm1(-wholeCoil(ratedFlow) / rate) * rate) - 0.02;
      },
      reach: () => s[water.reach]!,
    };
  },
});
