/**
 * Fans in a server: speed follows load and inlet temperature between a floor
 * and full speed; flow goes with speed, electricity with its cube.
 *
 *     n = clamp(n_min + (n_ref − n_min) u + k (T_inlet − T_ref), n_min, 1)
 *     V = V_rated n,   P = P_rated n³
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';

export const serverFanParameters = {
  ratedFlow: { quantity: 'air volume flow', range: [1e-3, 10], about: 'Air through one node at full speed' },
  ratedPower: { quantity: 'power', range: [0, 20_000], about: 'Electricity of all fans of one node at full speed' },
  minimumSpeed: { quantity: 'fraction', range: [0.05, 1], about: 'Lowest speed' },
  referenceSpeed: { quantity: 'fraction', range: [0.05, 1], about: 'Speed at full load and the reference inlet' },
  referenceInlet: {
    quantity: 'temperature',
    range: [283.15, 318.15],
    about: 'Inlet temperature of the reference speed',
  },
  speedPerKelvin: {
    quantity: 'per-temperature coefficient',
    range: [0, 0.2],
    about: 'Speed added per kelvin of warmer inlet',
  },
} as const satisfies Parameters;

export type ServerFans = ValuesOf<typeof serverFanParameters>;

/** Speed at a utilisation and an inlet temperature [1]. */
export function serverFanSpeed(fans: ServerFans, utilisation: number, inletTemperature: number): number {
  const byLoad = fans.minimumSpeed + (fans.referenceSpeed - fans.minimumSpeed) * utilisation;
  const wanted = byLoad + fans.speedPerKelvin * (inletTemperature - fans.referenceInlet);
  return Math.min(1, Math.max(fans.minimumSpeed, wanted));
}

/** What the inlet asks of the fans beyond full speed [1]; 0 while they can follow. */
export function serverFanShortage(fans: ServerFans, utilisation: number, inletTemperature: number): number {
  const byLoad = fans.minimumSpeed + (fans.referenceSpeed - fans.minimumSpeed) * utilisation;
  return Math.max(0, byLoad + fans.speedPerKelvin * (inletTemperature - fans.referenceInlet) - 1);
}

/** Electricity of one node's fans at a speed [W]. */
export function serverFanPower(fans: ServerFans, speed: number): number {
  return fans.ratedPower * speed * speed * speed;
}
