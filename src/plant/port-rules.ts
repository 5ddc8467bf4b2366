/**
 * What must hold of each machine's ports: every one it needs is wired, to a
 * circuit that exists and carries what the port takes, and cascades have two
 * steps. Used by the check of the wiring.
 */

import type { Fault } from '../errors.ts';
import type { PortDeclaration } from '../machines/machine.ts';
import type { DescribedLoad, DescribedMachine, PlantDescription } from '../scenario/description.ts';
import { nearest } from '../units/nearest.ts';

type FaultAt = (path: string, message: string) => void;

/** Pushes every fault of one machine's wires. */
export function checkPorts(described: PlantDescription, machine: DescribedMachine, faults: Fault[]): void {
  const fault: FaultAt = (path, message) =>
    void faults.push(described.fault(`machines.${machine.name}${path}`, message));
  const loadPorts = machine.kind.ports.filter((port) => port.role === 'load');
  for (const declared of loadPorts) checkLoad(described, machine, declared, loadPorts.length, fault);
  const ports = loadPorts.map((port) => port.name);
  for (const { port } of machine.loads.filter((load) => !ports.includes(load.port))) {
    const message =
      ports.length === 0
        ? `${machine.kind.kind} has no load port; wanted no load`
        : `found port "${port}"; ${didYouMean(port, ports)}`;
    fault('.load', message);
  }
  checkSource(described, machine, fault);
  checkOwnCircuit(machine, fault);
}

function checkLoad(
  described: PlantDescription,
  machine: DescribedMachine,
  declared: PortDeclaration,
  portsOfKind: number,
  fault: FaultAt,
): void {
  const { name, about, phases, may } = declared;
  const load = machine.loads.find((candidate) => candidate.port === name);
  if (load === undefined) {
    const written = portsOfKind === 1 ? 'load: <circuit>' : `load: { ${name}: <circuit> }`;
    if (may !== 'optional') fault('', `has no load on a circuit for its port ${name} (${about}); write ${written}`);
    return;
  }
  if (load.on === 'outdoors') {
    const known = described.circuits.map((circuit) => circuit.name).join(', ');
    if (may !== 'outdoors') fault('.load', `port ${name} cannot hang on outdoors; wanted one of the circuits ${known}`);
    return;
  }
  checkCarried(described, load.on, `port ${name} takes ${phases.join(' or ')}`, phases, '.load', fault);
  if (load.after !== undefined) checkAfter(described, machine, { ...load, after: load.after }, fault);
}

/** A circuit that a port names is there and carries what the port takes. */
function checkCarried(
  described: PlantDescription,
  on: string,
  takes: string,
  phases: PortDeclaration['phases'],
  path: string,
  fault: FaultAt,
): void {
  const names = described.circuits.map((circuit) => circuit.name);
  const fluid = described.circuits.find((circuit) => circuit.name === on)?.fluid;
  if (fluid === undefined)
    fault(path, `found circuit "${on}", which the plant does not have; ${didYouMean(on, names)}`);
  else if (!phases.includes(fluid.phase)) fault(path, `${takes}; circuit ${on} carries ${fluid.id} (${fluid.phase})`);
}

function checkAfter(
  described: PlantDescription,
  machine: DescribedMachine,
  { on, after }: DescribedLoad & { readonly after: string },
  fault: FaultAt,
): void {
  const others = described.machines.filter((other) => other !== machine && other.loads.some((load) => load.on === on));
  const before = others.find((other) => other.name === after);
  if (described.circuits.some((circuit) => circuit.name === on && circuit.fluid.phase === 'boiling'))
    fault('.load.after', `circuit ${on} boils: the vapour of one load is of no use to another; wanted parallel loads`);
  const names = others.map((other) => other.name);
  if (before === undefined)
    fault('.load.after', `found "${after}", which is no other load of circuit ${on}; ${didYouMean(after, names)}`);
  else if (before.loads.some((load) => load.on === on && load.after !== undefined))
    fault('.load.after', `${after} itself stands after another load; a cascade has two steps`);
}

function checkSource(described: PlantDescription, { kind, source }: DescribedMachine, fault: FaultAt): void {
  const declared = kind.ports.find((port) => port.role === 'source');
  if (declared === undefined) {
    if (source !== undefined) fault('.source', `${kind.kind} is not a source of any circuit; wanted no source`);
  } else if (source === undefined) {
    fault('', 'is a source of no circuit; write source: { on: <circuit>, stage: 1 }');
  } else {
    const takes = `takes ${declared.phases.join(' or ')}`;
    checkCarried(described, source.on, takes, declared.phases, '.source', fault);
  }
}

function checkOwnCircuit({ kind, loads, source }: DescribedMachine, fault: FaultAt): void {
  if (source === undefined || kind.acrossOneCircuit === true) return;
  if (loads.some((load) => load.on === source.on))
    fault('.load', `gives the heat of ${source.on} back to ${source.on}; wanted another circuit`);
}

/** `did you mean …? Known: …`, the last half of a fault about a name. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? `known: ${known.join(', ')}` : `did you mean ${near}? Known: ${known.join(', ')}`;
}
