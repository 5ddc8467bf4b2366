/**
 * What people quote of a transient, group by group of racks: how long until
 * its chips throttle or switch off, and the work that was lost.
 */

import type { Plant } from '../plant/plant.ts';
import type { RackPlace } from '../scenario/description.ts';
import type { GroupAnswer } from '../solver/transient/answers.ts';
import type { TransientRun } from '../solver/transient/run.ts';

export interface TransientGroup extends GroupAnswer {
  /** Where it stands, of a rack of a hall that is resolved. */
  readonly place: RackPlace | undefined;
  readonly title: string;
  readonly chips: number;
  readonly racks: number;
  /** Junction at which its chips throttle, and at which its nodes switch off [K]. */
  readonly throttleAt: number;
  readonly shutdownAt: number;
  /** At the site's rate of a chip at full clock [token], and the part of what was asked for [1]. */
  readonly lostTokens: number;
  readonly lostShare: number;
}

/** @param tokenRate of one chip at full clock [token/s] */
export function transientGroups(plant: Plant, { groups }: TransientRun, tokenRate: number): readonly TransientGroup[] {
  return groups.map((group) => {
    const report = plant.chips.find(({ machine }) => machine === group.name);
    const placed = plant.machines.find(({ name }) => name === group.name)!;
    const protection = placed.machine.transient!.protection!;
    return {
      ...group,
      place: placed.place,
      title: report?.title ?? group.name,
      chips: report?.count ?? 0,
      racks: report?.racks ?? 0,
      throttleAt: protection.throttleAt,
      shutdownAt: protection.shutdownAt,
      lostTokens: group.lostChipTime * tokenRate,
      lostShare: group.askedChipTime > 0 ? group.lostChipTime / group.askedChipTime : 0,
    };
  });
}
