/**
 * What a leak does to a plant, as actions in time: pumps that trip at low
 * level, a branch that valves shut off, and the way back once it is tight.
 */

import type { Plant } from '../../plant/plant.ts';
import type { Action } from './action.ts';
import { type Leak, type LeakAnswer, leakAnswers } from './leaks.ts';
import { branchOf, type Operations, startUnits } from './operations.ts';
import { restartTime } from './power-state.ts';
import type { TransientSettings } from './settings.ts';

interface Branch {
  readonly says: string;
  shut(): void;
  open(time: number): void;
}

export function leakActions(plant: Plant, settings: TransientSettings, operations: Operations): readonly Action[] {
  return leakAnswers(plant, settings, settings.values.duration).flatMap((answer) => [
    ...answer.leaks.flatMap((leak) => courseOf(leak, plant, settings, operations)),
    ...answer.trips.flatMap((trip) => lowLevel(answer, trip, operations)),
  ]);
}

function courseOf(leak: Leak, plant: Plant, settings: TransientSettings, operations: Operations): readonly Action[] {
  const { event, circuit, from, ordered, shut, until } = leak;
  const says = (what: string) => `${event}: ${what}`;
  const nothing = () => true;
  const begin = {
    at: from,
    kind: 'event' as const,
    says: says(`${circuit} leaks ${leak.flow.toFixed(2)} kg/s`),
    act: nothing,
  };
  const tight = {
    at: until,
    kind: 'recovery' as const,
    says: says(`${circuit} is tight and filled again`),
    act: nothing,
  };
  if (leak.isolate === undefined || !(shut < until)) return [begin, tight].filter(({ at }) => at < Infinity);
  const branch = isolated(leak, plant, settings, operations);
  const act = (deed: (time: number) => void) => (time: number) => {
    deed(time);
    return true;
  };
  return [
    begin,
    { at: ordered, kind: 'recovery' as const, says: says(`the leak is found, valves begin to shut`), act: nothing },
    { at: shut, kind: 'recovery' as const, says: says(`${branch.says} shut off`), act: act(branch.shut) },
    { ...tight, act: act(branch.open) },
  ].filter(({ at }) => at < Infinity);
}

/** Of a machine that cools some of its units are shut off, on both sides; of others the branch on the circuit. */
function isolated(
  { event, circuit, isolate }: Leak,
  plant: Plant,
  settings: TransientSettings,
  operations: Operations,
): Branch {
  const name = isolate!;
  const running = operations.machines[name];
  const count = settings.values.events![event]!.count ?? 1;
  if (running !== undefined) {
    const units = Math.min(count, running.units);
    return {
      says: `${units} of ${running.units} of ${name} ${units === 1 ? 'is' : 'are'}`,
      shut: () => void (running.tripped += units),
      open(time) {
        running.tripped -= units;
        startUnits(running, units, time + restartTime(plant, settings, name));
      },
    };
  }
  const hall = plant.machines.filter((placed) => placed.place?.hall === name).slice(0, count);
  const owners = hall.length > 0 ? hall.map((placed) => placed.name) : [name];
  const branches = owners.map((owner) => branchOf(operations, circuit, owner));
  return {
    says: `${owners.join(', ')} ${owners.length === 1 ? 'is' : 'are'}`,
    shut: () => branches.forEach((branch) => void branch.shut++),
    open: () => branches.forEach((branch) => void branch.shut--),
  };
}

function lowLevel(
  { circuit }: LeakAnswer,
  trip: LeakAnswer['trips'][number],
  operations: Operations,
): readonly Action[] {
  const movers = operations.movers[circuit]!;
  const stop: Action = {
    at: trip.at,
    kind: 'limit',
    says: `${circuit}: low level, all ${movers.units} of its pumps trip`,
    act() {
      movers.tripped += movers.units;
      return true;
    },
  };
  if (trip.until === Infinity) return [stop];
  return [
    stop,
    {
      at: trip.until,
      kind: 'recovery',
      says: `${circuit}: its pumps start again`,
      act(time) {
        movers.tripped -= movers.units;
        startUnits(movers, movers.units, time);
        return true;
      },
    },
  ];
}
