/**
 * The trade-off of a ride-through as CSV (RFC 4180): volume against time to
 * the limits and what was left, with and without the end of the failure.
 */

import type { RideThrough } from '../../study/ridethrough.ts';
import type { Trial } from '../../study/ridethrough/trial.ts';

/** Times are empty where a limit was not reached. */
export function volumeCurveCsv({ volume, limits }: RideThrough): string {
  const columns = limits.flatMap((limit) => [`${limit} after [s]`, `below ${limit} [K]`]);
  const head = ['volume [m³]', ...columns, ...limits.map((limit) => `${limit} after, lasting [s]`)];
  const cells = (trial: Trial) => limits.flatMap((limit) => [trial[limit].timeToLimit, trial[limit].margin]);
  const rows = (volume?.curve ?? []).map((point) => [
    point.volume,
    ...cells(point.trial),
    ...limits.map((limit) => point.lasting?.[limit].timeToLimit ?? NaN),
  ]);
  const lines = rows.map((row) => row.map((value) => (Number.isNaN(value) ? '' : String(value))).join(','));
  return [head.join(','), ...lines, ''].join('\r\n');
}
