/**
 * Liquid-to-air CDU (sidecar): gives the heat of a technology loop to the air
 * of the hall through a coil with fans of its own. The coil's air is a load of
 * the hall's circuit; fan heat goes into that air.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { dutyFromApproach, exchangerParameters } from './exchanger-duty.ts';
import { exchangerMachine } from './exchanger.ts';
import { type Bench, defineKind } from './machine.ts';

const parameters = {
  ...exchangerParameters,
  fanPower: {
    quantity: 'fraction',
    range: [0, 0.2],
    about: 'Electricity of the fans per rated heat at rated air flow',
  },
} as const satisfies Parameters;

export const sidecar = defineKind({
  kind: 'sidecar',
  about: 'Liquid-to-air CDU: a coil with fans that gives a technology loop’s heat to the hall air',
  parameters,
  ports: [
    { name: 'technology', role: 'source', phases: ['liquid'], about: 'Loop at the racks' },
    { name: 'air', role: 'load', phases: ['air'], about: 'Air of the hall' },
  ],
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s } = bench;
    const air = bench.load('air')!;
    const duty = dutyFromApproach(bench, air, values);
    if (duty === undefined) return {};
    const ratedPower = duty.heat * values.fanPower;
    const ratedFlow = duty.coldFlow;
    const fans = bench.meter('fanPower', 'fans', 'Fans of the sidecars', ratedPower);
    const machine = exchangerMachine(
      bench,
      duty,
      { arrangement: 'counterflow', hotExponent: 0.85, coldExponent: 0.8, filmRatio: 2, cold: 'air' },
      values,
    );
    // The heat of the fans goes into the same air.
    air.rate(ratedPower, 0);
    const exchange = machine.source!;
    const rejection = machine.rejection!;
    const perHeat = bench.scratch();
    const { duty: taken } = bench.source();
    function withFans(heat: number): number {
      const x = s[air.flow]! / ratedFlow;
      s[fans] = ratedPower * x * x * x;
      if (!(heat > 0)) s[fans] = 0;
      s[perHeat] = heat > 0 ? s[fans]! / heat : 0;
      s[rejection] = 1 + s[perHeat]!;
      return heat;
    }
    const { respond } = machine.transient!;
    return {
      ...machine,
      transient: {
        ...machine.transient!,
        respond: (inlet, flow, opening, wanted) => withFans(respond!(inlet, flow, opening, wanted)),
      },
      source: (inlet, flow, wanted) => withFans(exchange(inlet, flow, wanted)),
      /** The last digits of the duty were closed after it was asked; the fans follow. */
      finish() {
        machine.finish!();
        s[fans] = s[taken]! * s[perHeat]!;
      },
    };
  },
});
