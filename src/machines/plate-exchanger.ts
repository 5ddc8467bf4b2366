/**
 * Plate exchanger between two liquids: waterside economizer, bath exchanger of
 * an immersion tank, separation of treated water from tower water.
 */

import type { ValuesOf } from '../library/parameters.ts';
import { filmRatio } from '../physics/heat-exchange.ts';
import { side } from './cdu.ts';
import { dutyFromApproach, exchangerParameters } from './exchanger-duty.ts';
import { exchangerMachine } from './exchanger.ts';
import { type Bench, defineKind } from './machine.ts';

export const plateExchanger = defineKind({
  kind: 'plate-exchanger',
  about: 'Plate exchanger between two liquids: economizer, bath exchanger, separation of circuits',
  parameters: exchangerParameters,
  ports: [
    { name: 'hot', role: 'source', phases: ['liquid'], about: 'Circuit that is cooled' },
    { name: 'cold', role: 'load', phases: ['liquid'], about: 'Circuit that takes the heat' },
  ],
  assemble(values: ValuesOf<typeof exchangerParameters>, bench: Bench) {
    const load = bench.load('cold')!;
    const duty = dutyFromApproach(bench, load, values);
    if (duty === undefined) return {};
    const hot = side(bench.source().fluid, duty.hotFlow, duty.hotInlet);
    const cold = side(load.fluid, duty.coldFlow, duty.coldInlet);
    return exchangerMachine(
      bench,
      duty,
      {
        arrangement: 'counterflow',
        hotExponent: 0.8,
        coldExponent: 0.8,
        cold: 'cold',
        filmRatio: filmRatio(hot, cold),
      },
      values,
    );
  },
});
