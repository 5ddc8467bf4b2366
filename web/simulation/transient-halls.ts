/** Rack groups rack by rack: in how many rows, what is kept of each rack, and what they say together. */

import type { Plant, Scenario, TransientColumn, TransientGroup } from '../../src/index.ts';
import type { KeptNumber, RowKeeper, RowPart } from './row-keeper.ts';
import type { AnsweredGroup, HallReply } from './transient-messages.ts';
import { groupsOf } from './transient-series.ts';

/** Rows that a hall has unless it must have others. */
const usualRows = 10;

/** Equal rows, as near to the usual number as the racks allow. */
export function rowsOf(racks: number): number {
  const divisors = Array.from({ length: racks }, (_, i) => i + 1).filter((rows) => racks % rows === 0);
  return divisors.reduce((best, rows) => (Math.abs(rows - usualRows) < Math.abs(best - usualRows) ? rows : best), 1);
}

/** Racks of a group; NaN where it is none. */
export function racksOf(scenario: Scenario, group: string): number {
  return Number(scenario.machines.find(({ name }) => name === group)?.values['racks'] ?? Number.NaN);
}

/** What is kept of each rack; a rack of another kind may have fewer. */
const kept = [
  ['inputPower', 'mean'],
  ['junctionTemperature', 'most'],
  ['plateFlow', 'mean'],
  ['delivered', 'mean'],
] as const satisfies readonly (readonly [string, RowPart])[];

export interface HallRows {
  readonly numbers: readonly KeptNumber[];
  reply(keeper: RowKeeper): HallReply;
}

/** Undefined where the group is not resolved. */
export function hallRows(plant: Plant, columns: readonly TransientColumn[], hall: string): HallRows | undefined {
  const places = new Map(columns.map(({ name }, i) => [name, i]));
  const racks = plant.machines.flatMap(({ name, place }) => (place?.hall === hall ? [{ name, ...place }] : []));
  const first = plant.machines.find(({ name }) => name === racks[0]?.name);
  if (first === undefined) return undefined;
  const { throttleAt, shutdownAt } = first.machine.transient!.protection!;
  const there = kept.filter(([quantity]) => places.has(`${first.name}.${quantity}`));
  const numbers = there.flatMap(([quantity]) =>
    racks.map(({ name }): KeptNumber => ({ columns: [places.get(`${name}.${quantity}`)!], as: 'mean', over: 1 })),
  );
  return {
    numbers,
    reply(keeper) {
      const times = keeper.times();
      const values = new Float32Array(numbers.length * times.length);
      numbers.forEach((_, i) => {
        const [quantity, rack] = [Math.floor(i / racks.length), i % racks.length];
        const column = keeper.column(i, there[quantity]![1]);
        for (let row = 0; row < times.length; row++)
          values[(quantity * times.length + row) * racks.length + rack] = column[row]!;
      });
      return {
        name: hall,
        rows: Math.max(...racks.map(({ row }) => row)),
        positions: Math.max(...racks.map(({ position }) => position)),
        racks: racks.map(({ name, row, position }) => ({ name, row, position })),
        throttleAt,
        shutdownAt,
        times,
        quantities: there.map(([name]) => ({
          name,
          quantity: columns[places.get(`${first.name}.${name}`)!]!.quantity,
        })),
        values,
      };
    },
  };
}

/** The answers of racks that are resolved as that of their group: the first that throttles, the last that is back. */
export function groupAnswers(plant: Plant, answers: readonly TransientGroup[]): readonly AnsweredGroup[] {
  return [...groupsOf(plant)].map(([name, racks]) =>
    together(
      name,
      answers.filter((one) => racks.includes(one.name)),
    ),
  );
}

function together(name: string, racks: readonly TransientGroup[]): AnsweredGroup {
  const [first] = racks;
  const hottest = racks.reduce((most, rack) => (rack.hottestJunction > most.hottestJunction ? rack : most), first!);
  const throttled = racks.filter(({ firstThrottle }) => !Number.isNaN(firstThrottle));
  const off = racks.filter(({ shutdown }) => !Number.isNaN(shutdown));
  const earliest = throttled.reduce(
    (one, rack) => (rack.firstThrottle < one.firstThrottle ? rack : one),
    throttled[0]!,
  );
  const total = (value: (rack: TransientGroup) => number) => racks.reduce((sum, rack) => sum + value(rack), 0);
  const affected = racks.filter((rack) => throttled.includes(rack) || off.includes(rack) || rack.recovery >= 0);
  const [lost, asked] = [total((rack) => rack.lostChipTime), total((rack) => rack.askedChipTime)];
  return {
    ...hottest,
    name,
    firstThrottle: earliest?.firstThrottle ?? Number.NaN,
    shutdown: off.length === 0 ? Number.NaN : Math.min(...off.map(({ shutdown }) => shutdown)),
    // NaN, of a rack that is not back, stays.
    recovery: affected.length === 0 ? Number.NaN : Math.max(...affected.map(({ recovery }) => recovery)),
    cause: (earliest ?? hottest).cause,
    lostChipTime: lost,
    askedChipTime: asked,
    chips: total((rack) => rack.chips),
    racks: total((rack) => rack.racks),
    lostTokens: total((rack) => rack.lostTokens),
    lostShare: asked > 0 ? lost / asked : 0,
    throttled: total((rack) => (throttled.includes(rack) ? rack.racks : 0)),
    off: total((rack) => (off.includes(rack) ? rack.racks : 0)),
  };
}
