/** How large a change of the state is, measured by what is allowed. */

import type { StiffTolerances } from './stiff-system.ts';

export interface ToleranceNorm {
  /** v_k / (absolute_k + relative max(|a_k|, |b_k|)) of one component. */
  ratio(k: number, v: Float64Array, a: Float64Array, b: Float64Array): number;
  /**
   * The root of the mean square of those ratios over the components that are
   * controlled; NaN if one is not a number.
   */
  norm(v: Float64Array, a: Float64Array, b: Float64Array): number;
}

export function toleranceNorm({ relative, absolute }: StiffTolerances): ToleranceNorm {
  const controlled = Math.max(
    1,
    absolute.reduce((count, a) => count + (a < Infinity ? 1 : 0), 0),
  );

  function ratio(k: number, v: Float64Array, a: Float64Array, b: Float64Array): number {
    return v[k] / (absolute[k] + relative * Math.max(Math.abs(a[k]), Math.abs(b[k])));
  }

  function norm(v: Float64Array, a: Float64Array, b: Float64Array): number {
    let sum = 0;
    for (let k = 0; k < v.length; k++) {
      const share = ratio(k, v, a, b);
      sum += share * share;
    }
    return Math.sqrt(sum / controlled);
  }

  return { ratio, norm };
}
