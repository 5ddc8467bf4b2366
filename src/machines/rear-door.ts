/**
 * Rear door: a coil on the back of each rack that takes the servers' exhaust
 * before it mixes into the room. The hall is then an air circuit without
 * bypass whose supply is what the doors give back; the fans of active doors
 * are its mover, cooling and not IT. Computed dry: a guard keeps the
 * water above the hall's dew point, or colder water is reported.
 */

import type { ValuesOf } from '../library/parameters.ts';
import { coilMachine, coilParameters } from './coil.ts';
import { type Bench, defineKind } from './machine.ts';

export const rearDoor = defineKind({
  kind: 'rear-door',
  about: 'Rear doors on the racks, taking the exhaust of the servers',
  parameters: coilParameters,
  ports: [
    { name: 'air', role: 'source', phases: ['air'], about: 'Air of the hall; the doors take the exhaust' },
    { name: 'water', role: 'load', phases: ['liquid'], about: 'Water to the doors' },
  ],
  assemble: (values: ValuesOf<typeof coilParameters>, bench: Bench) => coilMachine(values, bench),
});
