/**
 * Whether spare units keep the chips below a limit when some of them trip:
 * N, N + 1, N + 2 and 2N of what the failure names.
 */

import { type Fleet, fleetOf, withFleet } from './plant-change.ts';
import type { Limit, Trial } from './trial.ts';
import type { Trials } from './trials.ts';

export interface Scheme {
  /** `N + 1` */
  readonly name: string;
  readonly units: number;
  readonly isPresent: boolean;
  readonly trial: Trial;
}

export interface RedundancyFindings {
  /** What trips, and how many of it. */
  readonly fleet: Fleet | undefined;
  readonly count: number | undefined;
  readonly schemes: readonly Scheme[];
  /** The smallest scheme that holds by limit; undefined where none does. */
  readonly smallest: Readonly<Partial<Record<Limit, string>>>;
  /** Why nothing was tried, or none holds. */
  readonly because: string | undefined;
}

export function redundancyFindings(trials: Trials, limits: readonly Limit[]): RedundancyFindings {
  const tripped = trials.failures.filter(({ event }) => event.trip !== undefined);
  const { trip, count } = tripped[0]?.event ?? {};
  const fleet = trip === undefined ? undefined : fleetOf(trials.base, trials.plant, trip);
  const nothing = (because: string): RedundancyFindings => ({ fleet, count, schemes: [], smallest: {}, because });
  if (tripped.length !== 1) return nothing('spare units answer a failure that trips units of one machine or circuit');
  if (fleet === undefined) return nothing(`${trip} is not counted in units`);
  if (count === undefined)
    return nothing(`all of ${trip} stop, so spare ones would stop too; say how many trip, such as "trip ${trip} 1"`);
  const spares = [...new Set([0, 1, 2, fleet.needed, fleet.spare])].toSorted((a, b) => a - b);
  const schemes = spares.map((spare) => ({
    name: schemeName(fleet.needed, spare),
    units: fleet.needed + spare,
    isPresent: spare === fleet.spare,
    trial: trials.run(withFleet(trials.base, { ...fleet, spare })),
  }));
  const smallest = Object.fromEntries(
    limits.flatMap((limit) => {
      const scheme = schemes.find(({ trial }) => trial[limit].holds);
      return scheme === undefined ? [] : [[limit, scheme.name]];
    }),
  );
  const because = schemes.some(({ trial }) => trial[limits[0]!].holds)
    ? undefined
    : `not even ${schemes.at(-1)!.name} holds with ${count} out of order`;
  return { fleet, count, schemes, smallest, because };
}

function schemeName(needed: number, spare: number): string {
  if (spare === 0) return 'N';
  return spare === needed && spare > 2 ? '2N' : `N + ${spare}`;
}
