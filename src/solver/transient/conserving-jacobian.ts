/**
 * A Jacobian that keeps the first law: what comes in less what goes out is
 * what everything holds, by its rates, so the row of the one is written from
 * the rows of the other.
 *
 *     J_net,j = Σ c_i J_ij        c heat capacity of a state [J per unit]
 *
 * A step then keeps the sum to rounding, however coarse the other places are.
 * What pipes carry is no state: a plant that has some keeps it to tolerance.
 */

import { netUnit } from './net-energy.ts';
import type { ArrowJacobian } from './arrow-jacobian.ts';
import type { TransientSystem } from './system.ts';

export function conservingJacobian({ pattern, jacobian }: ArrowJacobian, system: TransientSystem): ArrowJacobian {
  if (system.circuits.some(({ delays }) => delays.length > 0)) return { pattern, jacobian };
  const { columnStart, row } = pattern;
  const weight = Float64Array.from(system.places, ({ capacity }) => capacity / netUnit);

  function conserve(values: Float64Array): void {
    for (let j = 0; j < system.size; j++) {
      let held = 0;
      let place = -1;
      for (let p = columnStart[j]!; p < columnStart[j + 1]!; p++) {
        if (row[p] === system.net) place = p;
        else held += weight[row[p]!]! * values[p]!;
      }
      if (place >= 0) values[place] = held;
    }
  }

  return {
    pattern,
    jacobian(t, y, dy, values) {
      jacobian(t, y, dy, values);
      conserve(values);
    },
  };
}
