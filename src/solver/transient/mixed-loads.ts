/**
 * Loads that stand after another of their circuit: what enters them is that
 * one's return, topped up from supply.
 */

import { curveEnthalpy, curveTemperature } from '../../fluids/enthalpy-curve.ts';
import type { LoadPort } from '../../machines/machine.ts';
import type { PlacedMachine, Plant } from '../../plant/plant.ts';

/** Machines with such a load, and how what enters it is mixed. */
export function loadsAfterOthers(plant: Plant): ReadonlyMap<PlacedMachine, { readonly port: LoadPort; mix(): void }> {
  const { s } = plant;
  const mixed = new Map<PlacedMachine, { readonly port: LoadPort; mix(): void }>();
  for (const circuit of plant.circuits) {
    for (const { machine, port, after } of circuit.loads) {
      if (after < 0) continue;
      const { curve } = circuit;
      const before = circuit.loads[after]!.port;
      mixed.set(plant.machines[machine]!, {
        port,
        mix() {
          const offered = s[before.flow]!;
          const taken = s[port.flow]!;
          const h = curveEnthalpy(curve, s[circuit.slots.loadInlet]!);
          if (!(taken > 0 && offered > 0)) return;
          const fromBefore = offered < taken ? offered : taken;
          const hBefore = curveEnthalpy(curve, s[before.inlet]!) + s[before.heat]! / offered;
          s[port.inlet] = curveTemperature(curve, (fromBefore * hBefore + (taken - fromBefore) * h) / taken);
        },
      });
    }
  }
  return mixed;
}
