/**
 * Rear door: a coil on the back of each rack that takes the servers' exhaust
 * before it mixes into the room. The hall is then an air circuit without
 * bypass whose supply is what the doors give back; the fans of active doors
 * are its mover, cooling and not IT. Computed dry: water below the hall's dew
 * point is reported.
 */

import type { ValuesOf } from '../library/parameters.ts';
import { coilMachine } from './coil.ts';
import { exchangerParameters } from './exchanger-duty.ts';
import { type Bench, defineKind } from './machine.ts';

export const rearDoor = defineKind({
  kind: 'rear-door',
  about: 'Rear doors on the racks, taking the exhaust of the servers',
  parameters: exchangerParameters,
  ports: [
    { name: 'air', role: 'source', phases: ['air'], about: 'Air of the hall; the doors take the exhaust' },
    { name: 'water', role: 'load', phases: ['liquid'], about: 'Water to the doors' },
  ],
  assemble: (values: ValuesOf<typeof exchangerParameters>, bench: Bench) => coilMachine(values, bench),
});
