/**
 * Heat pump or plain exchanger that gives heat of a circuit to a customer
 * (district heating, a greenhouse) up to what the customer takes. A side
 * stream of the return is cooled; what the customer does not take goes on to
 * the next stage.
 *
 *     COP = η T_c / (T_c − T_e)        heating COP on refrigerant temperatures
 *     Q_customer = Q_source + P
 *
 * A customer temperature at or below what the circuit offers needs no
 * compressor; then electricity is only that of the auxiliaries.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { heatPumpPowerShare } from '../physics/heat-pump.ts';
import { type Bench, defineKind } from './machine.ts';

export const heatPumpParameters = {
  capacity: { quantity: 'heat flow', range: [1, 1e9], about: 'Most heat the machine takes out of its circuit' },
  demand: { quantity: 'heat flow', range: [0, 1e9], about: 'Most heat the customer takes' },
  heatingBelow: {
    quantity: 'temperature',
    range: [243.15, 323.15],
    about: 'The customer takes nothing in hours with a warmer dry bulb, and its full demand from 20 K below on',
  },
  delivery: { quantity: 'temperature', range: [293.15, 383.15], about: 'Supply temperature to the customer' },
  carnotFraction: {
    quantity: 'fraction',
    range: [0.2, 0.75],
    about: 'Heating COP over the Carnot COP between condensing and evaporating temperature',
    default: '50 %',
  },
  evaporatorApproach: {
    quantity: 'temperature difference',
    range: [0.5, 10],
    about: 'Leaving water above evaporating temperature',
    default: '3 K',
  },
  condenserApproach: {
    quantity: 'temperature difference',
    range: [0.5, 10],
    about: 'Condensing temperature above delivery',
    default: '3 K',
  },
  auxiliary: {
    quantity: 'fraction',
    range: [0, 0.2],
    about: 'Electricity of pumps to the customer per heat delivered',
    default: '1 %',
  },
} as const satisfies Parameters;

export const heatPump = defineKind({
  kind: 'heat-pump',
  about: 'Heat pump that takes heat of a circuit for a customer outside',
  parameters: heatPumpParameters,
  ports: [{ name: 'source', role: 'source', phases: ['liquid'], about: 'Circuit that gives the heat' }],
  assemble(values: ValuesOf<typeof heatPumpParameters>, bench: Bench) {
    const { s, weather } = bench;
    const port = bench.source();
    const power = bench.meter('power', 'heat recovery', 'Electricity of the heat pump and its pumps', 0);
    const reuse = bench.slot('reusedHeat', 'heat flow', 'Heat given to the customer');
    const cop = bench.slot('cop', 'dimensionless', 'Heating COP without auxiliaries');
    bench.sized('capacity', values.capacity, 'heat flow', 'Most heat it takes out of its circuit');

    return {
      reuse,
      /** The last digits of the duty were closed after it was asked; the customer gets them. */
      finish() {
        s[reuse] = s[port.duty]! + s[power]!;
      },
      source(inlet, flow, wanted) {
        const share = Math.min(1, Math.max(0, (values.heatingBelow - s[weather.dryBulb]!) / 20));
        const most = Math.min(values.capacity, wanted);
        if (!(most > 0) || !(share > 0)) {
          s[power] = s[reuse] = s[cop] = 0;
          return 0;
        }
        // Its own leaving temperature sets the lift: one pass is exact enough to iterate from, a few make it stand.
        let heat = most;
        let perHeat = 0;
        for (let i = 0; i < 20; i++) {
          const leaving = port.fluid.temperature(port.fluid.enthalpy(inlet, 0) - heat / flow, 0);
          perHeat = heatPumpPowerShare(values, leaving);
          const next = Math.min(most, (values.demand * share) / (1 + perHeat) / (1 + values.auxiliary));
          if (Math.abs(next - heat) <= 1e-13 * most) break;
          heat = next;
        }
        const delivered = heat * (1 + perHeat) * (1 + values.auxiliary);
        s[power] = delivered - heat;
        s[reuse] = delivered;
        s[cop] = perHeat > 0 ? (1 + perHeat) / perHeat : 0;
        return heat;
      },
    };
  },
});
