/**
 * The control valve that machines have on their cold side unless a record says
 * otherwise: equal percentage, half of its circuit's pressure drop on it, two
 * minutes from end to end.
 *
 * Values as in the CDU of the Modelica Buildings library (R = 50,
 * authority 0.5, stroke 120 s), but shut tight.
 */

import { equalPercentageValve, flowShare } from '../physics/valve.ts';

export const controlValve = { authority: 0.5, leakage: 0, rangeability: 50, foot: 0.01, stroke: 120 } as const;

/** Flow of the valve's circuit over that at full opening [1], at an opening of 0 … 1. */
export function controlValveFlow(opening: number): number {
  const { leakage, rangeability, foot, authority } = controlValve;
  return flowShare(equalPercentageValve(opening, leakage, rangeability, foot), authority);
}
