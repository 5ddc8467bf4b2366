/**
 * What stands in the way of a rack group's heat: a walk from the circuit that
 * takes most of it outwards, over the machines that cool a circuit to the
 * circuits that these load. Of things that stand still altogether the innermost
 * bound: heat does not even get past it, and all coolant farther out is still to
 * be warmed. The outermost of them is the root, what a power cut began with. Of
 * things that do less than they should, the outermost is named, for what lies
 * inside of it only suffers.
 *
 * Leaves out the other circuits of the rack: chips sit on the one with most heat.
 */

import type { Circuit, PlacedMachine, Plant } from '../../plant/plant.ts';

/** How a machine that cools a circuit stands. */
export interface MachineCondition {
  readonly units: number;
  /** Units that events let work; what is left of them by wear counts as a part. */
  readonly working: number;
  readonly powered: boolean;
  /** It has power again and is not ready yet. */
  readonly starting: boolean;
  /** Position of its actuator, 0 … 1; NaN where it has none. */
  readonly opening: number;
}

/** How a plant stands at one moment. */
export interface PlantConditions {
  machine(name: string): MachineCondition;
  /** Flow of a circuit over what its openings ask for [1]. */
  drive(circuit: string): number;
  /** Whether valves have shut off the branch of a load on a circuit. */
  isShut(circuit: string, machine: string): boolean;
}

export interface BindingCause {
  /** Name of a machine, or of the circuit whose pumps or fans it is. */
  readonly owner: string;
  readonly state: 'failed' | 'saturated';
  readonly says: string;
  /** The outermost that stands still as well; undefined where what is named is it. */
  readonly root: { readonly owner: string; readonly says: string } | undefined;
  /** What else failed between, from the chips outwards: each would have been enough by itself. */
  readonly also: readonly { readonly owner: string; readonly says: string }[];
}

/** Drive below which a circuit counts as failed, and opening from which an actuator gives all it can [1]. */
const weakDrive = 0.9;
/** Drive below which hardly any heat gets past [1]. */
const lostDrive = 0.5;
const fullOpening = 0.999;

const stands = 3;

/** Something on the way outwards that does not do its part. */
interface Candidate extends Omit<BindingCause, 'also' | 'root'> {
  /** 3: stands still, 2: failed and nothing left in reserve, 1: failed in part, 0: gives all it can. */
  readonly gravity: number;
  readonly depth: number;
}

/**
 * The cause as the plant stands; undefined where nothing failed and nothing is at its end.
 *
 * @param from the circuit of the chips, and their rack group
 */
export function bindingCause(
  plant: Plant,
  { chips: from, group }: { readonly chips: Circuit; readonly group: string },
  conditions: PlantConditions,
): BindingCause | undefined {
  const found: Candidate[] = conditions.isShut(from.name, group)
    ? [{ owner: group, state: 'failed', says: `is shut off from ${from.name}`, gravity: stands, depth: -1 }]
    : [];
  const seen = new Set([from]);
  let ring = [from];
  for (let depth = 0; ring.length > 0; depth += 2) {
    const machines = ring.flatMap((circuit) => coolersOf(plant, circuit));
    for (const { name } of ring) found.push(...circuitCandidate(name, conditions.drive(name), depth));
    for (const { name } of machines) found.push(...machineCandidate(name, conditions.machine(name), depth + 1));
    ring = plant.circuits.filter(
      (circuit) =>
        !seen.has(circuit) && machines.some(({ loads }) => loads.some((port) => port.circuit === circuit.name)),
    );
    for (const circuit of ring) seen.add(circuit);
  }
  if (found.length === 0) return undefined;
  const named = found.reduce((worst, each) => (isWorse(each, worst) ? each : worst));
  const { owner, state, says } = named;
  const others = found.filter((each) => each !== named && each.gravity >= 2).toSorted((a, b) => a.depth - b.depth);
  const outermost = others.findLast((each) => each.gravity === stands && each.depth > named.depth);
  const told = (each: Candidate) => ({ owner: each.owner, says: each.says });
  const also = others.filter((each) => each !== outermost).map(told);
  return { owner, state, says, root: outermost && told(outermost), also };
}

function isWorse(one: Candidate, other: Candidate): boolean {
  if (one.gravity !== other.gravity) return one.gravity > other.gravity;
  return one.gravity === stands ? one.depth < other.depth : one.depth > other.depth;
}

function coolersOf(plant: Plant, circuit: Circuit): readonly PlacedMachine[] {
  return circuit.stages.flatMap((stage) => stage.sources.map((source) => plant.machines[source.machine]!));
}

/** The circuit that takes most of a machine's heat as the plant stands; the chips sit on it. */
export function circuitOfChips(plant: Plant, { loads }: PlacedMachine): Circuit | undefined {
  const [first, ...rest] = loads;
  if (first === undefined) return undefined;
  const main = rest.reduce((most, port) => (plant.s[port.heat]! > plant.s[most.heat]! ? port : most), first);
  return plant.circuits.find(({ name }) => name === main.circuit);
}

function circuitCandidate(owner: string, drive: number, depth: number): readonly Candidate[] {
  if (!(drive < weakDrive)) return [];
  return [
    {
      owner,
      state: 'failed',
      says: `flow is at ${percent(drive)} of what is asked for`,
      gravity: drive < lostDrive ? stands : 2,
      depth,
    },
  ];
}

function machineCandidate(owner: string, condition: MachineCondition, depth: number): readonly Candidate[] {
  const isFull = condition.opening >= fullOpening;
  const failure = failureOf(condition);
  if (failure === undefined)
    return isFull ? [{ owner, state: 'saturated', says: 'gives all it can', gravity: 0, depth }] : [];
  const { says, isWhole } = failure;
  if (isWhole) return [{ owner, state: 'failed', says, gravity: stands, depth }];
  const rest = isFull ? `${says}, the rest gives all it can` : says;
  return [{ owner, state: 'failed', says: rest, gravity: isFull ? 2 : 1, depth }];
}

/** What is wrong with a machine, and whether anything of it works. */
function failureOf(condition: MachineCondition): { readonly says: string; readonly isWhole: boolean } | undefined {
  const { units, working, powered, starting } = condition;
  if (!powered) return { says: 'has no power', isWhole: true };
  if (starting) return { says: 'has power again and is starting', isWhole: true };
  if (working <= 0) return { says: units === 1 ? 'stands still' : `all ${units} units stand still`, isWhole: true };
  if (working >= units) return undefined;
  const stopped = units - working;
  const says = Number.isInteger(stopped)
    ? `${stopped} of ${units} units ${stopped === 1 ? 'stands' : 'stand'} still`
    : `only ${percent(working / units)} of it is left`;
  return { says, isWhole: false };
}

function percent(share: number): string {
  return `${Math.max(0, 100 * share).toFixed(0)} %`;
}
