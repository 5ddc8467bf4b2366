/**
 * A mixing valve at a machine's own load port: warm return is mixed into what
 * the circuit brings, so that nothing colder than a floor enters the machine
 * and the circuit gives less flow than the machine takes.
 */

import { curveEnthalpy } from '../fluids/enthalpy-curve.ts';
import type { LoadPort } from './machine.ts';

export interface MixingValve {
  /** What enters the machine itself [K]. */
  inlet(): number;
  /** Flow out of the circuit [kg/s] where so much flows through the machine and takes this heat [W]. */
  drawn(flow: number, heat: number): number;
}

/**
 * Mixing at a load port.
 *
 *     T = max(T_circuit, floor),   ṁ_circuit = Q / (h(T) + Q/ṁ − h(T_circuit))
 *
 * @param floor the coldest that may enter in this hour [K]; without one the valve is a plain pipe
 */
export function mixingValve(s: Float64Array, load: LoadPort, floor: (() => number) | undefined): MixingValve {
  if (floor === undefined) return { inlet: () => s[load.inlet]!, drawn: (flow) => flow };
  const curve = load.fluid.enthalpyCurve(0);

  function inlet(): number {
    const entering = s[load.inlet]!;
    const least = floor!();
    return entering > least ? entering : least;
  }

  return {
    inlet,
    drawn(flow, heat) {
      const entering = s[load.inlet]!;
      const mixed = inlet();
      if (mixed === entering || !(flow > 0)) return flow;
      return heat / (curveEnthalpy(curve, mixed) + heat / flow - curveEnthalpy(curve, entering));
    },
  };
}
