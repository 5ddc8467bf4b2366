/**
 * Coolant distribution unit: a plate exchanger between the technology loop at
 * the racks and the facility loop. Its pumps are the technology loop's mover.
 * Sized at the design hour, or N units of a record and a number of spares.
 */

import type { LibraryRecord, Parameters, ValuesOf } from '../library/parameters.ts';
import { filmRatio } from '../physics/heat-exchange.ts';
import { dutyFromApproach, exchangerParameters, type RatedDuty } from './exchanger-duty.ts';
import { exchangerMachine } from './exchanger.ts';
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
  units: {
    count: exchangerParameters.units.count,
    about: 'Units that carry the design duty; if absent 4, or as many of a record as the heat asks for',
    optional: true,
  },
} as const satisfies Parameters;

/** Rated duty of so many record units, or of as many as the design heat asks for; a fault where they carry too little. */
function dutyFromRecord(
  bench: Bench,
  load: LoadPort,
  record: LibraryRecord,
  written: number | undefined,
): { duty: RatedDuty; units: number } {
  const rated = record.values as ValuesOf<typeof cduRecordParameters>;
  const { design, fluid } = bench.source();
  const forHeat = Math.max(1, Math.ceil(design.heat / rated.ratedHeat - 1e-9));
  const units = written ?? forHeat;
  const hotFlow = rated.technologyFlow * fluid.density(rated.rackSupply);
  const coldInlet = rated.rackSupply - rated.approach;
  const coldFlow = rated.facilityFlow * load.fluid.density(coldInlet);
  const hotInlet = fluid.temperature(fluid.enthalpy(rated.rackSupply, 0) + rated.ratedHeat / hotFlow, 0);
  const kilowatts = (heat: number) => `${(heat / 1000).toFixed(0)} kW`;
  const fault = (carried: string, asked: string, wanted: number) =>
    bench.fault(
      'record',
      `${units} × ${record.title} carry ${carried}; the design hour has ${asked}: write units: ${wanted}`,
    );
  if (units < forHeat) fault(kilowatts(rated.ratedHeat * units), kilowatts(design.heat), forHeat);
  if (design.flow > hotFlow * units) {
    const flows = [hotFlow * units, design.flow].map((flow) => `${flow.toFixed(1)} kg/s`) as [string, string];
    fault(...flows, Math.ceil(design.flow / hotFlow));
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
      const found = record === undefined ? 'neither approach nor record' : 'both approach and record';
      bench.fault('', `found ${found}; exactly one is wanted`);
      return {};
    }
    const sized =
      record !== undefined
        ? dutyFromRecord(bench, load, record, values.units)
        : { duty: dutyFromApproach(bench, load, { approach: approach!, rise: values.rise }), units: values.units ?? 4 };
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
