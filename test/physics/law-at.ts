import type { FlowLaw } from '../../src/physics/flow-law.ts';

/** Drop and slope of a law. */
export function lawAt(law: FlowLaw, flow: number, setting = 1): readonly [number, number] {
  const sum = new Float64Array(2);
  law.add(flow, setting, sum);
  return [sum[0], sum[1]];
}
