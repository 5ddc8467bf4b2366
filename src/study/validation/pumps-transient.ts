/**
 * Two pumps side by side that start together, and of which one stops and is
 * driven backwards: the example of the Buildings library, with our curves.
 */

import { strokeRate } from '../../controls/rate-limit.ts';
import { bracketedRoot } from '../../numerics/bracketed-root.ts';
import { moverCurve } from '../../physics/fan-and-pump.ts';
import type { FlowResistance } from '../../physics/flow-resistance.ts';
import { pumpStop } from './cases/pump-stop.ts';
import { follow } from './trajectory.ts';

/** Pressure drop [Pa] of a resistance at a mass flow [kg/s]. */
export type DropLaw = (resistance: FlowResistance, flow: number) => number;

const { curve, density, branch, common, strokeTime, stops } = pumpStop;
const pump = moverCurve(curve.flows, curve.pressures);
const stroke = strokeRate(strokeTime);
/** Beyond anything that flows here [kg/s]. */
const most = 2;

export interface PumpMoment {
  readonly t: number;
  readonly flows: readonly [number, number];
  readonly heads: readonly [number, number];
}

/** Flow of a branch against the drop of what both share [kg/s]; negative where that drives it back. */
function branchFlow(drop: DropLaw, speed: number, shared: number): number {
  const rest = (flow: number) => pump.pressureRise(flow / density, speed) - 2 * drop(branch, flow) - shared;
  return bracketedRoot(rest, -most, most, 1e-12);
}

function hydraulics(drop: DropLaw, t: number, y: Float64Array): PumpMoment {
  const flowsAt = (shared: number) => [branchFlow(drop, y[0]!, shared), branchFlow(drop, y[1]!, shared)] as const;
  const surplus = (total: number) => {
    const [first, second] = flowsAt(2 * drop(common, total));
    return first + second - total;
  };
  const total = bracketedRoot(surplus, -most, most, 1e-12);
  const flows = flowsAt(2 * drop(common, total));
  const heads = [pump.pressureRise(flows[0] / density, y[0]!), pump.pressureRise(flows[1] / density, y[1]!)] as const;
  return { t, flows, heads };
}

/** Flows and heads at given times [s], by one of the laws of pressure drop. */
export function pumpMoments(drop: DropLaw, times: readonly number[]): readonly PumpMoment[] {
  const moments: PumpMoment[] = [];
  let command = 1;
  follow(
    {
      initial: [0, 0],
      rates: (_, y, dy) => {
        dy[0] = stroke(y[0]!, command);
        dy[1] = stroke(y[1]!, 1);
      },
      tolerances: [1e-9, 1e-9],
      jumps: [stops],
      decide: (t) => {
        command = t < stops ? 1 : 0;
      },
      maximumStep: 10,
    },
    times,
    (t, y) => moments.push(hydraulics(drop, t, y)),
  );
  return moments;
}
