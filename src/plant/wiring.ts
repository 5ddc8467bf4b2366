/**
 * Checks that a described plant hangs together, and puts its circuits in
 * order from the chips outwards. Every fault is collected; none is repaired.
 */

import type { Fault } from '../errors.ts';
import type { DescribedCircuit, PlantDescription } from '../scenario/description.ts';
import { checkCircuit } from './circuit-rules.ts';
import { checkPorts, didYouMean } from './port-rules.ts';

/** As many as the plant's slots have room for, whatever their kinds. */
const mostParts = 200;

/** The circuits from the chips outwards; faults are pushed to `faults`. */
export function outwardOrder(described: PlantDescription, faults: Fault[]): readonly DescribedCircuit[] {
  const before = faults.length;
  // Racks of a hall that the program resolves itself are no one's handwriting.
  const parts =
    described.machines.length +
    described.circuits.length -
    described.machines.filter((machine) => machine.place !== undefined).length;
  if (parts > mostParts) {
    const advice = 'write identical machines as one with more units';
    faults.push(
      described.fault(
        'machines',
        `found ${parts} machines and circuits; at most ${mostParts} are simulated: ${advice}`,
      ),
    );
    return [];
  }
  for (const machine of described.machines) checkPorts(described, machine, faults);
  for (const circuit of described.circuits) checkCircuit(described, circuit, faults);
  checkLosses(described, faults);
  if (faults.length > before) return [];
  return sorted(described, faults);
}

/** Where losses go: rooms that gather them, or outdoors. */
function checkLosses(described: PlantDescription, faults: Fault[]): void {
  const rooms = described.machines.flatMap(({ name, kind }) => (kind.gathersLosses === true ? [name] : []));
  const sinks = [
    ...Object.entries(described.power).map(([stage, { losses }]) => [`power.${stage}.losses`, losses] as const),
    ...described.circuits.map(({ name, values }) => [`circuits.${name}.mover.losses`, values.mover?.losses] as const),
  ];
  for (const [path, to] of sinks) {
    if (to === undefined || to === 'outdoors' || rooms.includes(to)) continue;
    const message = `found "${to}", which is no room of the plant; ${didYouMean(to, [...rooms, 'outdoors'])}`;
    faults.push(described.fault(path, message));
  }
}

/** Kahn's order along machines from source circuit to load circuit. */
function sorted(described: PlantDescription, faults: Fault[]): readonly DescribedCircuit[] {
  const waitsFor = new Map(described.circuits.map((circuit) => [circuit.name, new Set<string>()]));
  for (const machine of described.machines) {
    if (machine.source === undefined) continue;
    for (const load of machine.loads) {
      if (load.on !== 'outdoors' && load.on !== machine.source.on) waitsFor.get(load.on)?.add(machine.source.on);
    }
  }
  const order: DescribedCircuit[] = [];
  const left = [...described.circuits];
  while (left.length > 0) {
    const isReady = (circuit: DescribedCircuit) =>
      [...waitsFor.get(circuit.name)!].every((name) => order.some((done) => done.name === name));
    // Rooms are sized by everyone's losses, so their circuits come as late as they may.
    const early = left.findIndex((circuit) => isReady(circuit) && !gathersLosses(described, circuit));
    const ready = early >= 0 ? early : left.findIndex(isReady);
    if (ready < 0) {
      const names = inRing(left, waitsFor).join(', ');
      faults.push(
        described.fault(
          `circuits.${inRing(left, waitsFor)[0]!}`,
          `circuits ${names} feed each other in a ring; heat must flow one way, from chips to ambient`,
        ),
      );
      return [];
    }
    order.push(...left.splice(ready, 1));
  }
  return order;
}

/** Names of the circuits of a ring, without those that only wait for it. */
function inRing(left: readonly DescribedCircuit[], waitsFor: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  let names = left.map((circuit) => circuit.name);
  for (let before = 0; before !== names.length;) {
    before = names.length;
    names = names.filter((name) => names.some((other) => waitsFor.get(other)!.has(name)));
  }
  return names;
}

function gathersLosses(described: PlantDescription, circuit: DescribedCircuit): boolean {
  return described.machines.some(
    (machine) => machine.kind.gathersLosses === true && machine.loads.some((load) => load.on === circuit.name),
  );
}
