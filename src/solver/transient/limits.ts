/**
 * What happens by itself while a transient runs: chips that throttle or
 * switch off, a bath that is down to its chips, batteries that are empty. Each
 * is a quantity that changes its sign and what follows from it.
 */

import type { PlacedMachine, Plant } from '../../plant/plant.ts';
import { celsiusText } from '../../units.ts';
import type { GroupWatch, LoggedEvent } from './answers.ts';
import type { BoilingBlock } from './boiling-block.ts';
import type { Operations } from './operations.ts';
import type { TransientSystem } from './system.ts';

export interface Limit {
  /** Below zero while nothing is wrong, by slots and state as they stand. */
  value(y: Float64Array): number;
  /** At or above zero: acts, and says whether the equations are others from now on. */
  passed(time: number, y: Float64Array): boolean;
}

export interface Watched {
  readonly plant: Plant;
  readonly system: TransientSystem;
  readonly operations: Operations;
  readonly groups: readonly GroupWatch[];
  /** Energy that the batteries hold [J]. */
  readonly batteryEnergy: number;
  readonly log: LoggedEvent[];
}

/** Racks that are so near to the one that switches off do it with it [K]. */
const alike = 0.02;
/** A rack of many is about to switch off from so far below on [K]; then steps are no longer than this [s]. */
const near = 4;
const shortStep = 0.25;
/** For limits that read slots alone. */
const noState = new Float64Array(0);
/** A junction counts as at its limit from this far below on [K]: the governor holds it there. */
const throttleEdge = 1e-6;
/** Cool enough to start again, below the temperature that throttles [K]. */
const rebootBelow = 10;

export function limitsOf(watched: Watched): readonly Limit[] {
  const searched = watched.groups.filter((group) => group.throttleFound === 'by itself');
  return [
    ...searched.flatMap((group) => [throttle(watched, group), shutdown(watched, group), cooled(watched, group)]),
    ...watched.system.baths.flatMap((bath) => [
      emptied(watched, bath),
      ...bath.notices.map((notice) => told(watched, { ...notice, owner: bath.circuit.name })),
    ]),
    emptyBattery(watched),
    ...watched.plant.machines.flatMap((placed) => [...freezes(watched, placed), ...runsDry(watched, placed)]),
  ];
}

/** What many racks do, looked at where a step ends and not searched for inside it. */
export interface HallLimits {
  /** The longest step [s]: short while some rack is about to switch off. */
  longestStep(): number;
  /** At the end of a step; says whether the equations are others from now on. */
  passed(time: number, y: Float64Array): boolean;
}

/** Of all rack groups whose throttle is told between samples. */
export function hallLimitsOf(watched: Watched): HallLimits {
  const { operations } = watched;
  const racks = watched.groups
    .filter((group) => group.throttleFound === 'between samples')
    .map((group) => ({ group, shutdown: shutdown(watched, group), cooled: cooled(watched, group) }));
  return {
    longestStep() {
      for (let i = 0; i < racks.length; i++) {
        const { group, shutdown: limit } = racks[i]!;
        if (operations.off[group.name] === undefined && limit.value(noState) > -near) return shortStep;
      }
      return Infinity;
    },
    passed(time, y) {
      let changed = false;
      for (let i = 0; i < racks.length; i++) {
        const { group, shutdown: off, cooled: cool } = racks[i]!;
        if (operations.off[group.name] === undefined && off.value(y) >= 0) changed = off.passed(time, y) || changed;
        if (cool.value(y) >= 0) cool.passed(time, y);
      }
      return changed;
    },
  };
}

function throttle({ plant, log }: Watched, group: GroupWatch): Limit {
  const { s } = plant;
  const { junction, throttleAt } = group.protection;
  const value = () => s[junction]! - throttleAt + throttleEdge;
  return {
    value,
    passed(time) {
      if (value() >= 0) group.throttles(time, log);
      return false;
    },
  };
}

function shutdown({ plant, operations, log }: Watched, group: GroupWatch): Limit {
  const { s } = plant;
  const { junction, shutdownAt, air } = group.protection;
  const byAir = () => (air === undefined ? -Infinity : s[air.inlet]! - air.shutdownAt);
  const value = () => Math.max(s[junction]! - shutdownAt, byAir());
  return {
    value,
    passed(time) {
      if (value() < -alike || operations.off[group.name] !== undefined) return false;
      if (byAir() >= -alike)
        log.push({ kind: 'limit', time, what: `${group.name}: the air is too warm for what has no plate` });
      switchOff(operations, group, time, log);
      return true;
    },
  };
}

/** Nodes that switched themselves off start again once they have cooled, if there is power. */
function cooled({ plant, operations }: Watched, group: GroupWatch): Limit {
  const { s } = plant;
  const { junction, throttleAt, reboot, air } = group.protection;
  const waits = () => operations.off[group.name] === null && operations.boards.ups;
  const airMargin = () => (air === undefined ? Infinity : air.shutdownAt - s[air.inlet]!);
  const value = () => (waits() ? Math.min(throttleAt - s[junction]!, airMargin()) - rebootBelow : -1);
  return {
    value,
    passed(time) {
      if (value() >= 0) operations.off[group.name] = time + reboot;
      return false;
    },
  };
}

function emptied({ plant, operations, groups, log }: Watched, bath: BoilingBlock): Limit {
  const value = (y: Float64Array) => y[bath.lost]! - bath.reserve;
  const pumps = operations.movers[bath.circuit.name]!;
  const inIt = groups.filter((group) =>
    bath.circuit.loads.some((load) => plant.machines[load.machine]!.name === group.name),
  );
  return {
    value,
    passed(time, y) {
      const working = inIt.filter((group) => operations.off[group.name] === undefined);
      const isDone = bath.emptied.stops === 'pumps' ? pumps.tripped >= pumps.units : working.length === 0;
      if (value(y) < 0 || isDone) return false;
      log.push({ kind: 'limit', time, what: `${bath.circuit.name}: ${bath.emptied.says}` });
      if (bath.emptied.stops === 'pumps') {
        pumps.tripped = pumps.units;
        return true;
      }
      for (const group of working) switchOff(operations, group, time, log);
      return true;
    },
  };
}

/** Coolant that stands in frost is at its freezing point; told once. */
function freezes(watched: Watched, { name, machine }: PlacedMachine): readonly Limit[] {
  const { s } = watched.plant;
  const frost = machine.transient?.freezing;
  if (frost === undefined) return [];
  const value = () => frost.at - s[frost.temperature]!;
  const says = `freezing, what stands in it is at ${celsiusText(frost.at)}`;
  return [told(watched, { owner: name, says, breaks: true, value })];
}

/** Plates in which refrigerant boils are half dry; told once. */
function runsDry(watched: Watched, { name, machine }: PlacedMachine): readonly Limit[] {
  const { s } = watched.plant;
  const wetted = machine.transient?.wetted;
  if (wetted === undefined) return [];
  return [
    told(watched, { owner: name, says: 'half of the walls in its plates are dry', value: () => 0.5 - s[wetted]! }),
  ];
}

/** Changes nothing, and stands in the log where it first happens. */
function told(
  { log }: Watched,
  notice: BoilingBlock['notices'][number] & { readonly owner: string; readonly breaks?: true },
): Limit {
  const { owner, says, value, breaks } = notice;
  const what = `${owner}: ${says}`;
  return {
    value,
    passed(time, y) {
      if (value(y) >= 0 && log.every((entry) => entry.what !== what))
        log.push({ kind: 'limit', time, what, ...(breaks === undefined ? {} : { breaks }) });
      return false;
    },
  };
}

function emptyBattery({ system, operations, groups, batteryEnergy, log }: Watched): Limit {
  const value = (y: Float64Array) => y[system.battery]! - batteryEnergy;
  return {
    value,
    passed(time, y) {
      if (value(y) < 0 || !operations.boards.ups || operations.boards.mechanical) return false;
      operations.boards.ups = false;
      log.push({ kind: 'limit', time, what: 'batteries are empty: everything on the UPS stops' });
      for (const group of groups) if (operations.off[group.name] === undefined) switchOff(operations, group, time, log);
      return true;
    },
  };
}

function switchOff(operations: Operations, group: GroupWatch, time: number, log: LoggedEvent[]): void {
  operations.off[group.name] = null;
  group.shutsDown(time, log);
}
