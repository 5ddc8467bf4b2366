/**
 * What the coolant meets in one rack, from the supply header to the return
 * header: hoses, couplings of the rack, cold plates in series on loops side by
 * side with couplings of their own, and the valve. Drops of a rack's manifold
 * belong to its hoses; all loops of a rack get the same flow.
 */

import { type BranchLiquid, flowLimiterLaw, pipeLaw, resistanceLaw, resistanceOfKv, valveLaw } from './branch-laws.ts';
import { type FlowLaw, isolatedLaw, parallelLaw, seriesLaw } from './flow-law.ts';
import type { FlowResistance } from './flow-resistance.ts';
import type { Pipe } from './pipe-friction.ts';

export interface RackPath {
  readonly liquid: BranchLiquid;
  /** Supply and return hose and manifold of the rack as one pipe. */
  readonly hose?: Pipe;
  /** Kv of each of the two couplings of the rack [m³/s at 1 bar]. */
  readonly couplingKv?: number;
  /** Loops side by side, ≥ 1. */
  readonly loops: number;
  /** Kv of each of the two couplings of a loop. */
  readonly loopCouplingKv?: number;
  /** Cold plates one after the other on a loop, ≥ 1. */
  readonly platesInSeries: number;
  /** One plate; flow by mass. */
  readonly plate: FlowResistance;
  readonly valve?: RackValve;
}

/** The valve of a rack; its setting is the rack's. */
export type RackValve =
  | { readonly open: FlowResistance; readonly characteristic: (opening: number) => number }
  | { readonly limit: number; readonly minimumPressureDrop: number };

/** The law of a rack without its valve. */
export function passiveRackLaw(path: RackPath): FlowLaw {
  const { liquid, hose, couplingKv, loops, loopCouplingKv, platesInSeries, plate } = path;
  const couplings = (kv: number): readonly FlowLaw[] => {
    const one = resistanceLaw(resistanceOfKv(kv, liquid.density));
    return [one, one];
  };
  const loop = seriesLaw([
    ...(loopCouplingKv === undefined ? [] : couplings(loopCouplingKv)),
    ...Array.from({ length: platesInSeries }, () => resistanceLaw(plate)),
  ]);
  return seriesLaw([
    parallelLaw(loop, loops),
    ...(couplingKv === undefined ? [] : couplings(couplingKv)),
    ...(hose === undefined ? [] : [pipeLaw(hose, liquid)]),
  ]);
}

/** The law of a rack with its valve, adjustable by it; without a valve it is open or, at setting 0, shut. */
export function rackLaw(path: RackPath): FlowLaw {
  const passive = passiveRackLaw(path);
  const { valve } = path;
  if (valve === undefined) return isolatedLaw(passive);
  const law =
    'limit' in valve
      ? flowLimiterLaw(valve.limit, valve.minimumPressureDrop)
      : valveLaw(valve.open, valve.characteristic);
  return seriesLaw([passive, law]);
}

/**
 * Rated point of a valve of an authority in its rack.
 *
 *     Δp_valve = N/(1 − N) Δp_rack at the rack's flow
 *
 * @param rack the rack without its valve
 * @param flow of the rack [kg/s], > 0
 * @param authority N, drop of the open valve over drop of valve and rack [1], above 0, below 1
 * @returns the open valve
 */
export function valveOfAuthority(rack: FlowLaw, flow: number, authority: number): FlowResistance {
  const sum = new Float64Array(2);
  rack.add(flow, 1, sum);
  return { ratedFlow: flow, ratedPressureDrop: (authority / (1 - authority)) * sum[0], exponent: 2 };
}
