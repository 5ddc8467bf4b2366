/**
 * The machines that give heat of their own, racks above all: asked once a
 * step, and again in a later pass only where what enters them has moved.
 */

import type { Machine } from '../machines/machine.ts';
import type { PlacedMachine, Plant } from '../plant/plant.ts';

/** Asks all own loads but rooms; `pass` 1 is the first of a step, when weather and utilisation are new. */
export function ownLoads(plant: Plant): (pass: number) => void {
  const asked = plant.machines.flatMap((placed) => {
    const { machine, gathersLosses } = placed;
    return machine.load && !gathersLosses ? [watchedLoad(plant.s, placed, machine)] : [];
  });
  return (pass) => {
    for (let i = 0; i < asked.length; i++) asked[i]!(pass);
  };
}

function watchedLoad(s: Float64Array, placed: PlacedMachine, machine: Machine): (pass: number) => void {
  const load = machine.load!.bind(machine);
  // Storage or a source of its own may change what it gives without a sign at its ports.
  if (placed.source !== undefined || machine.stored !== undefined) return () => load();
  const ports = placed.loads;
  const slots = Int32Array.from(ports.flatMap((port) => [port.inlet, port.companion, port.flow]));
  const known = new Float64Array(slots.length).fill(NaN);

  function moved(): boolean {
    for (let i = 0; i < slots.length; i++) if (s[slots[i]!] !== known[i]) return true;
    return false;
  }

  return (pass) => {
    if (pass > 1 && !moved()) return;
    load();
    // A flow is the machine's own answer, or the circuit's that it was asked with: both as they stand now.
    for (let i = 0; i < slots.length; i++) known[i] = s[slots[i]!]!;
  };
}
