/**
 * What can be read of a transient in which something is wrong, so that all the
 * rest of it is checked all the same and every fault is told at once.
 */

import type { Fault } from '../errors.ts';
import type { LocatedNode, MapNode } from '../library/document.ts';
import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { type ParameterReader, readParameters } from '../library/read-parameters.ts';
import { deeds, type EventFault, eventFaults, type EventNames, nameFaults } from './transient-events.ts';
import { hallParameters, type HallValues, transientEventParameters, transientParameters } from './transient.ts';

/** The parts of a transient that name something of the plant. */
export interface TransientPieces {
  readonly circuits: readonly string[];
  readonly machines: readonly string[];
  readonly halls: readonly (readonly [string, HallValues])[];
  /** By the event's name: what is wrong with it beyond its single values. */
  events(names: EventNames): readonly (EventFault & { readonly event: string })[];
}

/** Faults of single values are told elsewhere; here they only make their piece unreadable. */
export function transientPieces(node: LocatedNode, records: ParameterReader): TransientPieces {
  const alone = <P extends Parameters>(parameters: P, piece: LocatedNode): ValuesOf<P> | undefined => {
    const ignored: Fault[] = [];
    return readParameters(parameters, piece, '', ignored, records);
  };
  const duration = alone({ duration: transientParameters.duration }, only(node, 'duration'))?.duration ?? Infinity;
  return {
    circuits: entriesOf(node, 'circuits').map(([name]) => name),
    machines: entriesOf(node, 'machines').map(([name]) => name),
    halls: entriesOf(node, 'halls').flatMap(([name, written]) => {
      const values = alone(hallParameters, written);
      return values === undefined ? [] : [[name, values] as const];
    }),
    events: (names) =>
      entriesOf(node, 'events').flatMap(([event, written]) => {
        const values = alone(transientEventParameters, written);
        const found = values === undefined ? nameFaults(namesIn(written), names) : eventFaults(values, names, duration);
        return found.map((each) => ({ ...each, event }));
      }),
  };
}

/** What an unreadable event names, as it is written. */
function namesIn(
  event: LocatedNode,
): Partial<Record<'trip' | 'degrade' | 'stick' | 'sensor' | 'leak' | 'load' | 'swing', string>> {
  if (event.kind !== 'map') return {};
  return Object.fromEntries(
    deeds.flatMap((deed) => {
      const value = event.entries.get(deed)?.value;
      return value?.kind === 'scalar' && value.text !== '' ? [[deed, value.text]] : [];
    }),
  );
}

function entriesOf(node: LocatedNode, key: string): readonly (readonly [string, LocatedNode])[] {
  const map = node.kind === 'map' ? node.entries.get(key)?.value : undefined;
  return map?.kind === 'map' ? [...map.entries].map(([name, { value }]) => [name, value] as const) : [];
}

/** The node with nothing but one of its entries. */
function only(node: LocatedNode, key: string): MapNode {
  const entry = node.kind === 'map' ? node.entries.get(key) : undefined;
  return { kind: 'map', entries: new Map(entry === undefined ? [] : [[key, entry]]), at: node.at };
}
