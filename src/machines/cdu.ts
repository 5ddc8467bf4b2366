/**
 * Coolant distribution unit: a plate exchanger between the technology loop at
 * the racks and the facility loop. Its pumps are the technology loop's mover.
 * Sized at the design hour, or N units of a record and a number of spares.
 */

import type { LibraryRecord, Parameters, ValuesOf } from '../library/parameters.ts';
import { filmRatio } from '../physics/heat-exchange.ts';
import { dutyFromApproach, exchangerMachine, exchangerParameters, type RatedDuty } from './exchanger.ts';
import { type Bench, defineKind, type LoadPort } from './machine.ts';

/** What a CDU's sheet says. */
export const cduRecordParameters = {
  ratedHeat: { quantity: 'heat flow', range: [1e3, 2e7], about: 'Rated heat of one unit' },
  technologyFlow: { quantity: 'volume flow', range: [1e-5, 1], about: 'Rated flow on the rack side' },
  facilityFlow: { quantity: 'volume flow', range: [1e-5, 1], about: 'Rated flow on the facility side' },
  approach: {
    quantity: 'temperature difference',
    range: [0.5, 20],
    about: 'Rated approach: rack supply above facility supply at rated heat and flows',
  },
  rackSupply: { quantity: 'temperature', range: [273.15, 353.15], about: 'Rack supply that the approach is rated at' },
  ratedPower: { quantity: 'power', range: [1, 1e6], about: 'Rated electricity of the unit', optional: true },
  externalHead: {
    quantity: 'pressure',
    range: [1, 2e6],
    about: 'Pressure available to the rack loop at rated flow',
    optional: true,
  },
  facilityPressureDrop: {
    quantity: 'pressure',
    range: [1, 2e6],
    about: 'Facility-side pressure drop at rated flow',
    optional: true,
  },
} as const satisfies Parameters;

const parameters = {
  ...exchangerParameters,
  approach: { ...exchangerParameters.approach, optional: true },
  record: { record: ['cdu'], about: 'A CDU of the library instead of one sized here', optional: true },
} as const satisfies Parameters;

/** Rated duty of as many record units as the design heat asks for. */
function dutyFromRecord(bench: Bench, load: LoadPort, record: LibraryRecord): { duty: RatedDuty; units: number } {
  const rated = record.values as ValuesOf<typeof cduRecordParameters>;
  const { design, fluid } = bench.source();
  const units = Math.max(1, Math.ceil(design.heat / rated.ratedHeat - 1e-9));
  const hotFlow = rated.technologyFlow * fluid.density(rated.rackSupply);
  const coldInlet = rated.rackSupply - rated.approach;
  const coldFlow = rated.facilityFlow * load.fluid.density(coldInlet);
  const hotInlet = fluid.temperature(fluid.enthalpy(rated.rackSupply, 0) + rated.ratedHeat / hotFlow, 0);
  if (design.flow > hotFlow * units) {
    bench.fault(
      'record',
      `${units} × ${record.title} carry ${(hotFlow * units).toFixed(1)} kg/s; the technology loop has ${design.flow.toFixed(1)} kg/s`,
    );
  }
  return {
    units,
    duty: { heat: rated.ratedHeat * units, hotFlow: hotFlow * units, hotInlet, coldFlow: coldFlow * units, coldInlet },
  };
}

export const cdu = defineKind({
  kind: 'cdu',
  about: 'Coolant distribution unit: plate exchanger from the technology loop to the facility loop',
  parameters,
  ports: [
    { name: 'technology', role: 'source', phases: ['liquid'], about: 'Loop at the racks' },
    { name: 'facility', role: 'load', phases: ['liquid'], about: 'Facility water' },
  ],
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const load = bench.load('facility')!;
    const { record, approach } = values;
    if ((record === undefined) === (approach === undefined)) {
      bench.fault('', 'found neither or both of approach and record; exactly one is wanted');
      return {};
    }
    const sized =
      record !== undefined
        ? dutyFromRecord(bench, load, record)
        : { duty: dutyFromApproach(bench, load, { approach: approach!, rise: values.rise }), units: values.units };
    if (sized.duty === undefined) return {};
    const hot = bench.source().fluid;
    const { hotFlow, hotInlet, coldFlow, coldInlet } = sized.duty;
    const shape = {
      arrangement: 'counterflow',
      hotExponent: 0.8,
      coldExponent: 0.8,
      cold: 'facility',
      filmRatio: filmRatio(side(hot, hotFlow, hotInlet), side(load.fluid, coldFlow, coldInlet)),
    } as const;
    return exchangerMachine(bench, sized.duty, shape, { ...values, units: sized.units });
  },
});

/** Properties a plate's film depends on. */
export function side(fluid: LoadPort['fluid'], massFlow: number, temperature: number) {
  return {
    massFlow,
    conductivity: fluid.conductivity(temperature),
    viscosity: fluid.viscosity(temperature),
    specificHeat: fluid.specificHeat(temperature),
  };
}
