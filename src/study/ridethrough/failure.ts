/**
 * What fails: an event of the scenario's own `transient:` by its name, or one
 * written in words, `trip technology 2 for 3 min`, `lose utility for 2 min`,
 * `degrade cdu to 50 % at 2 min`. Read by the same declaration as in a file.
 */

import type { Fault } from '../../errors.ts';
import { ScenarioError } from '../../errors.ts';
import type { LocatedNode, MapNode } from '../../library/document.ts';
import { readParameters } from '../../library/read-parameters.ts';
import { textAt } from '../../scenario/scenario-reading.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type TransientEventValues, transientEventParameters } from '../../scenario/transient.ts';
import { deeds, eventFaults, eventNames, nameFaults } from '../../scenario/transient-events.ts';
import { nearest } from '../../units/nearest.ts';

export interface Failure {
  /** As it was asked for. */
  readonly name: string;
  readonly event: TransientEventValues;
}

/** How a failure may be written, for whoever wrote it otherwise. */
export const failureForms =
  'trip NAME [COUNT], lose utility, degrade NAME to 50 %, stick NAME, leak NAME [flow 20 L/min] [isolate cdu], load all to 100 %, warm 5 K, sensor NAME bias 5 K; then [at 1 min] [for 3 min] [over 10 s]';

const clauses = [
  'at',
  'for',
  'to',
  'over',
  'frequency',
  'bias',
  'count',
  'flow',
  'isolate',
  'detection',
  'valves',
] as const;
/** When a failure begins that does not say so: late enough to see that the plant stood still before. */
const usualStart = '1 min';

/**
 * The failures of all texts.
 *
 * @param duration of the transient [s]
 * @throws {ScenarioError} with every fault of every text
 */
export function readFailures(texts: readonly string[], scenario: Scenario, duration: number): readonly Failure[] {
  const faults: Fault[] = [];
  const failures = texts.flatMap((text) => failureOf(text.trim(), scenario, duration, faults) ?? []);
  if (faults.length > 0) throw new ScenarioError(faults);
  return failures;
}

function failureOf(text: string, scenario: Scenario, duration: number, faults: Fault[]): Failure | undefined {
  const own = scenario.transient?.events ?? {};
  if (Object.hasOwn(own, text)) return { name: text, event: own[text]! };
  const fault = (path: string, message: string): undefined => void faults.push({ file: '--failure', path, message });
  const words = text.split(/\s+/).filter((word) => word !== '');
  const deed = deeds.find((known) => known === words[0]);
  if (deed === undefined) return fault('', unknownFailure(text, Object.keys(own)));
  const node = sentence(deed, words.slice(1), fault);
  if (node === undefined) return undefined;
  const names = eventNames(scenario.circuits, scenario.machines);
  const before = faults.length;
  const event = readParameters(transientEventParameters, node, '', faults, { record: noRecord });
  if (event === undefined) {
    const absent = nameFaults({ [deed]: textAt(node, deed) }, names);
    // Positions of one line of words say nothing.
    faults.splice(before, Infinity, ...faults.slice(before).map(({ path, message }) => placeless(path, message)));
    for (const { message } of absent) fault(deed, message);
    return undefined;
  }
  const wrong = eventFaults(event, names, duration);
  for (const { at, message } of wrong) fault(at.replace(/^\./, ''), message);
  return wrong.length > 0 ? undefined : { name: text, event };
}

const placeless = (path: string, message: string): Fault => ({ file: '--failure', path, message });

function noRecord(): never {
  throw new RangeError('no failure names a record');
}

function unknownFailure(text: string, own: readonly string[]): string {
  const first = text.split(/\s+/)[0] ?? '';
  const near = nearest(text, own) ?? nearest(first, deeds);
  const events = own.length === 0 ? 'the scenario has no events of its own' : `events here: ${own.join(', ')}`;
  const hint = near === undefined ? '' : `did you mean "${near}"? `;
  return `found "${text}"; ${hint}wanted the name of an event (${events}) or ${failureForms}`;
}

/** `technology 2 for 3 min` after `trip` as the map `{ trip: technology, count: 2, for: 3 min }`. */
function sentence(
  deed: (typeof deeds)[number],
  words: readonly string[],
  fault: (path: string, message: string) => undefined,
): MapNode | undefined {
  const first = words.findIndex((word) => isClause(word));
  const subject = words.slice(0, first < 0 ? words.length : first);
  const written: Record<string, string> = { at: usualStart, ...subjectOf(deed, subject) };
  const said = new Set<string>();
  for (let i = first; i >= 0 && i < words.length;) {
    const clause = words[i]!;
    const next = words.findIndex((word, j) => j > i && isClause(word));
    const end = next < 0 ? words.length : next;
    if (said.has(clause)) return fault(clause, 'is said twice; wanted once');
    if (end === i + 1) return fault(clause, 'says nothing; wanted a value after it');
    said.add(clause);
    written[clause] = words.slice(i + 1, end).join(' ');
    i = end;
  }
  const at = { file: '--failure', line: 1, column: 1 };
  const scalar = (text: string): LocatedNode => ({ kind: 'scalar', text, quoted: false, at });
  const entries = new Map(Object.entries(written).map(([key, text]) => [key, { at, value: scalar(text) }]));
  return { kind: 'map', entries, at };
}

function isClause(word: string): boolean {
  return (clauses as readonly string[]).includes(word);
}

/** A name and, for what may trip, how many; a quantity for `warm`. */
function subjectOf(deed: (typeof deeds)[number], words: readonly string[]): Readonly<Record<string, string>> {
  if (deed !== 'trip' || words.length < 2) return { [deed]: words.join(' ') };
  return { trip: words.slice(0, -1).join(' '), count: words.at(-1)! };
}
