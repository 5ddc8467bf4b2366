/**
 * What of a transient with many racks is told to people: the groups nearest to
 * their limit, all together in a sentence, and one line for what happened to
 * many alike. Files keep every one.
 */

import type { TransientGroup } from '../metrics/transient-metrics.ts';
import type { LoggedEvent } from '../solver/transient/answers.ts';
import type { MachineHolding } from '../solver/transient/holdings.ts';
import { clockText } from './clock-text.ts';

/** Groups told one by one. */
export const mostGroups = 6;
/** As many of one kind in a row are told one by one. */
const fewAlike = 3;

/** All groups where they are few; else those that came to their limit first, and of the others the nearest to it. */
export function toldGroups(groups: readonly TransientGroup[]): readonly TransientGroup[] {
  if (groups.length <= mostGroups) return groups;
  const first = ({ firstThrottle, shutdown }: TransientGroup) =>
    Math.min(Number.isNaN(firstThrottle) ? Infinity : firstThrottle, Number.isNaN(shutdown) ? Infinity : shutdown);
  return groups
    .toSorted((a, b) => (first(a) === first(b) ? a.margin - b.margin : first(a) - first(b)))
    .slice(0, mostGroups);
}

/** All groups as one, for their sums. */
export function sumOfGroups(groups: readonly TransientGroup[]) {
  const sum = (of: (group: TransientGroup) => number) => groups.reduce((total, group) => total + of(group), 0);
  const lostChipTime = sum((group) => group.lostChipTime);
  const asked = sum((group) => group.askedChipTime);
  return {
    groups: groups.length,
    throttled: groups.filter(({ firstThrottle }) => !Number.isNaN(firstThrottle)).length,
    switchedOff: groups.filter(({ shutdown }) => !Number.isNaN(shutdown)).length,
    lostChipTime,
    lostTokens: sum((group) => group.lostTokens),
    lostShare: asked > 0 ? lostChipTime / asked : 0,
  };
}

/** Entries of a log; many in a row that say the same of different owners are one. */
export function foldedLog(log: readonly LoggedEvent[]): readonly LoggedEvent[] {
  const runs: LoggedEvent[][] = [];
  for (const entry of log) {
    const last = runs.at(-1);
    if (last !== undefined && entry.kind !== 'event' && sameWords(last[0]!, entry)) last.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run) => (run.length > fewAlike ? [folded(run)] : run));
}

function sameWords(one: LoggedEvent, other: LoggedEvent): boolean {
  return one.kind === other.kind && parted(one.what).words === parted(other.what).words;
}

function folded(run: readonly LoggedEvent[]): LoggedEvent {
  const [first, last] = [run[0]!, run.at(-1)!];
  const { owner, words } = parted(first.what);
  const until = last.time > first.time ? `, the last at ${clockText(last.time)}` : '';
  return { ...first, what: `${owner} and ${run.length - 1} more: ${words}${until}` };
}

function parted(what: string): { readonly owner: string; readonly words: string } {
  const colon = what.indexOf(': ');
  return { owner: what.slice(0, Math.max(0, colon)), words: what.slice(colon < 0 ? 0 : colon + 2) };
}

/** Holdings of machines; of many machines with the same the sum. */
export function foldedHoldings(machines: readonly MachineHolding[]): readonly MachineHolding[] {
  const alike = new Map<string, MachineHolding[]>();
  for (const held of machines) {
    alike.set(held.what, [...(alike.get(held.what) ?? []), held]);
  }
  return [...alike.values()].flatMap((all) => {
    if (all.length <= fewAlike) return all;
    const capacity = all.reduce((sum, held) => sum + held.capacity, 0);
    return [{ ...all[0]!, machine: `${all[0]!.machine} and ${all.length - 1} more`, capacity }];
  });
}
