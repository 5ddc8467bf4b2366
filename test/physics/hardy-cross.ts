/**
 * The looped network of ten pipes by the method of Hardy Cross: every sweep
 * corrects the three loops at once. A witness of another method.
 */

import { loopedNetwork } from '../published/networks.ts';

/** Pipes of each loop, counted from 1; negative against their direction. */
const loops = [
  [1, 2, 3, 4, 5],
  [-4, 6, 7, 8],
  [-3, 9, 10, -6],
] as const;

/** Flows that the vignette starts from [m³/s]. */
const start = [0.04, 0.04, 0.02, -0.02, -0.04, 0, 0, -0.02, 0.02, 0];

/** Flows after some sweeps [m³/s]. */
export function hardyCrossFlows(sweeps: number): readonly number[] {
  const flows = [...start];
  const heads = loopedNetwork.pipes.map(
    ([, , diameter, length, friction]) => (8 * friction * length) / (9.80665 * Math.PI ** 2 * diameter ** 5),
  );
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const corrections = loops.map((loop) => {
      const along = loop.map((pipe) => ({
        head: heads[Math.abs(pipe) - 1],
        flow: Math.sign(pipe) * flows[Math.abs(pipe) - 1],
      }));
      const open = along.reduce((sum, { head, flow }) => sum + head * flow * Math.abs(flow), 0);
      const steepness = along.reduce((sum, { head, flow }) => sum + 2 * head * Math.abs(flow), 0);
      return -open / steepness;
    });
    loops.forEach((loop, i) => {
      for (const pipe of loop) flows[Math.abs(pipe) - 1] += Math.sign(pipe) * corrections[i];
    });
  }
  return flows;
}
