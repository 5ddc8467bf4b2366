/**
 * Whether an event of a transient can happen in a plant: exactly one deed, with
 * all that belongs to it, on something that is there. For the events of a file
 * and for failures asked for in words.
 */

import type { DescribedCircuit, DescribedMachine } from './description.ts';
import { didYouMean } from './scenario-reading.ts';
import type { TransientEventValues } from './transient.ts';

/** What an event may do; exactly one of them. */
export const deeds = ['trip', 'stick', 'degrade', 'lose', 'load', 'swing', 'warm', 'sensor', 'leak'] as const;

/** What events may name in a plant. */
export interface EventNames {
  readonly circuits: readonly string[];
  /** Circuits of liquid, each with the machines on it. */
  readonly liquids: ReadonlyMap<string, readonly string[]>;
  /** Machines that cool a circuit. */
  readonly sources: readonly string[];
  /** Load records that racks follow. */
  readonly loads: readonly string[];
}

export function eventNames(circuits: readonly DescribedCircuit[], machines: readonly DescribedMachine[]): EventNames {
  return {
    circuits: circuits.map((circuit) => circuit.name),
    liquids: new Map(
      circuits.flatMap(({ name, fluid }) =>
        fluid.phase === 'liquid' ? [[name, machines.filter((machine) => isOn(machine, name)).map((m) => m.name)]] : [],
      ),
    ),
    sources: machines.flatMap((machine) => (machine.source === undefined ? [] : [machine.name])),
    loads: [...new Set(machines.flatMap((machine) => loadIds(machine)))],
  };
}

function isOn({ source, loads }: DescribedMachine, circuit: string): boolean {
  return source?.on === circuit || loads.some((load) => load.on === circuit);
}

function loadIds(machine: DescribedMachine): readonly string[] {
  const record = machine.values['utilisation'] as { readonly id?: string } | undefined;
  return record?.id === undefined ? [] : [record.id];
}

/** Something wrong with an event; `at` is the rest of the path, `.trip`. */
export interface EventFault {
  readonly at: string;
  readonly message: string;
}

/** All that is wrong with an event beyond its single values: names that are not there, deeds that lack something. */
export function eventFaults(event: TransientEventValues, names: EventNames, duration: number): readonly EventFault[] {
  const wrong = deedFault(event, duration);
  return [
    ...nameFaults(event, names),
    ...isolationFaults(event, names),
    ...(wrong === undefined ? strayFaults(event) : [wrong]),
  ];
}

/** A branch that is shut off and is none of the circuit that leaks. */
function isolationFaults({ leak, isolate }: TransientEventValues, { liquids }: EventNames): readonly EventFault[] {
  if (isolate === undefined) return [];
  if (leak === undefined) return [{ at: '.isolate', message: 'shuts off a branch that leaks; wanted leak beside it' }];
  const known = liquids.get(leak);
  if (known === undefined || known.includes(isolate)) return [];
  return [{ at: '.isolate', message: absent(isolate, known, `machine on ${leak}`) }];
}

/** What an event names and is not there. */
export function nameFaults(
  event: Partial<Pick<TransientEventValues, (typeof deeds)[number]>>,
  names: EventNames,
): readonly EventFault[] {
  const movable = [...names.sources, ...names.circuits];
  const loads = ['all', ...names.loads];
  const wanted = [
    { deed: 'trip', known: movable, what: 'machine that cools a circuit, and no circuit' },
    { deed: 'degrade', known: movable, what: 'machine that cools a circuit, and no circuit' },
    { deed: 'stick', known: movable, what: 'machine that cools a circuit, and no circuit' },
    { deed: 'sensor', known: names.sources, what: 'machine that cools a circuit' },
    { deed: 'leak', known: [...names.liquids.keys()], what: 'circuit of liquid' },
    { deed: 'load', known: loads, what: 'load that racks follow' },
    { deed: 'swing', known: loads, what: 'load that racks follow' },
  ] as const;
  return wanted.flatMap(({ deed, known, what }) => {
    const name = event[deed];
    return name === undefined || known.includes(name) ? [] : [{ at: `.${deed}`, message: absent(name, known, what) }];
  });
}

/** `found "x", which is no circuit here; did you mean …?` */
export function absent(name: string, known: readonly string[], what: string): string {
  return `found "${name}", which is no ${what} here; ${didYouMean(name, known)}`;
}

/** What each deed takes beside its name, `at` and `for`. */
const besides = {
  trip: ['count'],
  stick: ['to'],
  degrade: ['to'],
  lose: [],
  load: ['to', 'over'],
  swing: ['to', 'frequency', 'over'],
  warm: ['over'],
  sensor: ['bias'],
  leak: ['count', 'flow', 'isolate', 'detection', 'valves'],
} as const satisfies Record<(typeof deeds)[number], readonly (keyof TransientEventValues)[]>;

/** Values that the one deed of an event takes no notice of. */
function strayFaults(event: TransientEventValues): readonly EventFault[] {
  const deed = deeds.find((known) => event[known] !== undefined)!;
  const taken: readonly string[] = besides[deed];
  const written = [...new Set(Object.values(besides).flat())].filter((field) =>
    field === 'over' ? event.over > 0 : event[field] !== undefined,
  );
  return written
    .filter((field) => !taken.includes(field) && field !== 'isolate')
    .map((field) => ({ at: `.${field}`, message: `${deed} takes no ${field}; ${wantedBeside(taken)}` }));
}

function wantedBeside(taken: readonly string[]): string {
  return taken.length === 0 ? 'wanted at and for alone beside it' : `wanted at, for and ${taken.join(', ')} beside it`;
}

function deedFault(event: TransientEventValues, duration: number): EventFault | undefined {
  const done = deeds.filter((deed) => event[deed] !== undefined);
  if (done.length !== 1) {
    const found = done.length === 0 ? 'does nothing' : `does ${done.join(' and ')}`;
    return { at: '', message: `${found}; exactly one is wanted of ${deeds.join(', ')}` };
  }
  const deed = done[0]!;
  if (event.at > duration) return { at: '.at', message: `lies after the end of the transient (${duration} s)` };
  const lacks = (field: 'to' | 'frequency' | 'bias') =>
    event[field] === undefined ? { at: '', message: `${deed} wants ${field} beside it` } : undefined;
  if (deed === 'degrade' || deed === 'load') return lacks('to');
  if (deed === 'swing') return lacks('to') ?? lacks('frequency');
  if (deed === 'sensor') return lacks('bias');
  return undefined;
}
