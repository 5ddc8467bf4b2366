/**
 * Dry coil between air and water: CRAH, fan wall, in-row cooler. Its fans are
 * the mover of the air circuit. Multi-row coils come close to counterflow.
 * Leaves out condensation: where the water is below the hall's dew point the
 * run says so.
 */

import { dewPoint } from '../fluids/moist-air.ts';
import type { ValuesOf } from '../library/parameters.ts';
import { dutyFromApproach, exchangerParameters } from './exchanger-duty.ts';
import { exchangerMachine } from './exchanger.ts';
import { type Bench, defineKind, type Machine } from './machine.ts';

/** Films as in Wetter, Simulation Model: Finned Water-Air-Coil without Condensation, LBNL-42355 (1999): air 0.8, water 0.85, hA air = half of hA water. */
const coilShape = {
  arrangement: 'counterflow',
  hotExponent: 0.8,
  coldExponent: 0.85,
  filmRatio: 0.5,
  cold: 'water',
} as const;

/** A dry coil as a machine that watches for condensation. */
export function coilMachine(values: ValuesOf<typeof exchangerParameters>, bench: Bench): Machine {
  const load = bench.load('water')!;
  const duty = dutyFromApproach(bench, load, values);
  if (duty === undefined) return {};
  const source = bench.source();
  const condensing = bench.event(
    'water below the dew point of the air; the coil is computed dry',
    'temperature difference',
  );
  const machine = exchangerMachine(bench, duty, coilShape, values);
  const { s } = bench;
  let dew = NaN;
  let dewOf = NaN;
  return {
    ...machine,
    finish() {
      machine.finish!();
      const humidityRatio = s[source.companion]!;
      if (humidityRatio !== dewOf) {
        dew = dewPoint(humidityRatio, s[bench.weather.pressure]!);
        dewOf = humidityRatio;
      }
      const below = dew - s[load.inlet]!;
      s[condensing] = below > 0 && s[source.duty]! > 0 ? below : 0;
    },
  };
}

export const coil = defineKind({
  kind: 'coil',
  about: 'Chilled-water coil for air: CRAH, fan wall or in-row cooler; computed dry',
  parameters: exchangerParameters,
  ports: [
    { name: 'air', role: 'source', phases: ['air'], about: 'Air that is cooled' },
    { name: 'water', role: 'load', phases: ['liquid'], about: 'Chilled or facility water' },
  ],
  assemble: (values: ValuesOf<typeof exchangerParameters>, bench: Bench) => coilMachine(values, bench),
});
