/**
 * Checks that a described plant hangs together, and puts its circuits in
 * order from the chips outwards. Every fault is collected; none is repaired.
 */

import type { Fault } from '../errors.ts';
import { nearest } from '../units/nearest.ts';
import type { DescribedCircuit, DescribedMachine, PlantDescription } from '../scenario/description.ts';

/** The circuits from the chips outwards; faults are pushed to `faults`. */
export function outwardOrder(described: PlantDescription, faults: Fault[]): readonly DescribedCircuit[] {
  const before = faults.length;
  const names = described.circuits.map((circuit) => circuit.name);
  for (const machine of described.machines) checkPorts(described, machine, names, faults);
  for (const circuit of described.circuits) checkCircuit(described, circuit, faults);
  if (faults.length > before) return [];
  return sorted(described, faults);
}

function checkPorts(
  described: PlantDescription,
  machine: DescribedMachine,
  names: readonly string[],
  faults: Fault[],
): void {
  const path = `machines.${machine.name}`;
  const fluidOf = (name: string) => described.circuits.find((circuit) => circuit.name === name)?.fluid;
  for (const declared of machine.kind.ports.filter((port) => port.role === 'load')) {
    const load = machine.loads.find((candidate) => candidate.port === declared.name);
    if (load === undefined) {
      if (declared.may !== 'optional') {
        faults.push(
          described.fault(
            path,
            `has no load on a circuit for its port ${declared.name} (${declared.about}); write load: ${declared.name}: <circuit>`,
          ),
        );
      }
      continue;
    }
    const where = `${path}.load`;
    if (load.on === 'outdoors') {
      if (declared.may !== 'outdoors')
        faults.push(
          described.fault(
            where,
            `port ${declared.name} cannot hang on outdoors; wanted one of the circuits ${names.join(', ')}`,
          ),
        );
      continue;
    }
    const fluid = fluidOf(load.on);
    if (fluid === undefined) {
      faults.push(
        described.fault(
          where,
          `found circuit "${load.on}", which the plant does not have; ${didYouMean(load.on, names)}`,
        ),
      );
    } else if (!declared.phases.includes(fluid.phase)) {
      faults.push(
        described.fault(
          where,
          `port ${declared.name} takes ${declared.phases.join(' or ')}; circuit ${load.on} carries ${fluid.id} (${fluid.phase})`,
        ),
      );
    }
    if (load.after !== undefined) checkAfter(described, machine, load.on, load.after, faults);
  }
  for (const load of machine.loads) {
    const ports = machine.kind.ports.filter((port) => port.role === 'load').map((port) => port.name);
    if (!ports.includes(load.port)) {
      faults.push(
        described.fault(
          `${path}.load`,
          ports.length === 0
            ? `a ${machine.kind.kind} has no load port; found ${load.port}`
            : `found port "${load.port}"; ${didYouMean(load.port, ports)}`,
        ),
      );
    }
  }
  const sourcePort = machine.kind.ports.find((port) => port.role === 'source');
  if (sourcePort === undefined) {
    if (machine.source !== undefined)
      faults.push(described.fault(`${path}.source`, `a ${machine.kind.kind} is not a source of any circuit`));
    return;
  }
  if (machine.source === undefined) {
    faults.push(described.fault(path, `is a source of no circuit; write source: { on: <circuit>, stage: 1 }`));
    return;
  }
  const fluid = fluidOf(machine.source.on);
  if (fluid === undefined) {
    faults.push(
      described.fault(
        `${path}.source`,
        `found circuit "${machine.source.on}", which the plant does not have; ${didYouMean(machine.source.on, names)}`,
      ),
    );
  } else if (!sourcePort.phases.includes(fluid.phase)) {
    faults.push(
      described.fault(
        `${path}.source`,
        `takes ${sourcePort.phases.join(' or ')}; circuit ${machine.source.on} carries ${fluid.id} (${fluid.phase})`,
      ),
    );
  }
}

function checkAfter(
  described: PlantDescription,
  machine: DescribedMachine,
  on: string,
  after: string,
  faults: Fault[],
): void {
  const path = `machines.${machine.name}.load`;
  const others = described.machines.filter((other) => other !== machine && other.loads.some((load) => load.on === on));
  const before = others.find((other) => other.name === after);
  if (before === undefined) {
    faults.push(
      described.fault(
        path,
        `after: found "${after}", which is no other load of circuit ${on}; ${didYouMean(
          after,
          others.map((o) => o.name),
        )}`,
      ),
    );
  } else if (before.loads.some((load) => load.on === on && load.after !== undefined)) {
    faults.push(described.fault(path, `after: ${after} itself stands after another load; a cascade has two steps`));
  }
}

function checkCircuit(described: PlantDescription, circuit: DescribedCircuit, faults: Fault[]): void {
  const path = `circuits.${circuit.name}`;
  const { values, fluid } = circuit;
  const fault = (at: string, message: string) => faults.push(described.fault(at, message));
  const sources = described.machines.filter((machine) => machine.source?.on === circuit.name);
  const loads = described.machines.filter((machine) => machine.loads.some((load) => load.on === circuit.name));
  if (loads.length === 0 && sources.length === 0) fault(path, 'dangles: no machine is on it');
  else if (loads.length === 0) fault(path, `has no load: only ${sources.map((m) => m.name).join(', ')} would cool it`);
  else if (sources.length === 0)
    fault(path, `has no source: nothing takes away the heat of ${loads.map((m) => m.name).join(', ')}`);
  if (fluid.phase === 'boiling') return;

  const rules = Object.entries(values.flow ?? {}).filter(([, value]) => value !== undefined);
  if (rules.length === 0)
    fault(
      path,
      'has no flow rule; write exactly one of flow: { constant }, { rise }, { by: loads }, { differentialPressure }',
    );
  if (rules.length > 1)
    fault(
      `${path}.flow`,
      `found ${rules.length} flow rules (${rules.map(([name]) => name).join(', ')}); exactly one is wanted`,
    );
  const supplies = [values.supply, values.approach].filter((value) => value !== undefined).length;
  if (supplies !== 1)
    fault(
      path,
      supplies === 0
        ? 'has neither supply nor approach; one of them is wanted'
        : 'has both supply and approach; one of them is wanted',
    );
  if (values.control === 'wet-bulb reset' && values.reset === undefined)
    fault(path, 'control is wet-bulb reset but there is no reset: { coldest, fromWetBulb, toWetBulb }');
  if (values.reset !== undefined && !(values.reset.toWetBulb > values.reset.fromWetBulb))
    fault(`${path}.reset`, 'toWetBulb must lie above fromWetBulb');
  checkShares(described, circuit, sources, faults);
}

/** Sources of one stage share it by written parts, or equally when they are of one kind. */
function checkShares(
  described: PlantDescription,
  circuit: DescribedCircuit,
  sources: readonly DescribedMachine[],
  faults: Fault[],
): void {
  const numbers = [...new Set(sources.map((machine) => machine.source!.stage))];
  for (const number of numbers) {
    const stage = sources.filter((machine) => machine.source!.stage === number);
    if (stage.length < 2) continue;
    const names = stage.map((machine) => machine.name).join(' and ');
    const shares = stage.map((machine) => machine.source!.share);
    const written = shares.filter((share) => share !== undefined).length;
    if (written === 0 && new Set(stage.map((machine) => machine.kind.kind)).size > 1) {
      faults.push(
        described.fault(
          `machines.${stage[1]!.name}.source`,
          `${names} fight for stage ${number} of circuit ${circuit.name}; give each a share, or stages of their own`,
        ),
      );
    } else if (
      written > 0 &&
      (written < stage.length || Math.abs(shares.reduce((sum: number, share) => sum + share!, 0) - 1) > 1e-9)
    ) {
      faults.push(
        described.fault(
          `machines.${stage[1]!.name}.source`,
          `shares of ${names} in stage ${number} of circuit ${circuit.name} must all be written and add up to 100 %`,
        ),
      );
    }
    if (new Set(stage.map((machine) => `${machine.source!.flowShare} ${machine.source!.exclusive}`)).size > 1) {
      faults.push(
        described.fault(
          `machines.${stage[1]!.name}.source`,
          `${names} share stage ${number} of circuit ${circuit.name} but differ in flow or mode`,
        ),
      );
    }
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
      const names = left.map((circuit) => circuit.name).join(', ');
      faults.push(
        described.fault(
          `circuits.${left[0]!.name}`,
          `circuits ${names} feed each other in a ring; heat must flow one way, from chips to ambient`,
        ),
      );
      return [];
    }
    order.push(...left.splice(ready, 1));
  }
  return order;
}

function gathersLosses(described: PlantDescription, circuit: DescribedCircuit): boolean {
  return described.machines.some(
    (machine) => machine.kind.gathersLosses === true && machine.loads.some((load) => load.on === circuit.name),
  );
}

function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? `known: ${known.join(', ')}` : `did you mean ${near}? Known: ${known.join(', ')}`;
}
