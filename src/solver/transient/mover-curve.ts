/**
 * Movers against their circuit: head h₀ n² − (h₀ − 1)(V/a)² of the rated one,
 * and that of the circuit at the flow its openings ask for.
 */

import type { Mover } from '../../plant/plant.ts';

export interface MoverCurve {
  /** Speed at which the movers just give what is asked for [1]. */
  speedFor(asked: number): number;
  /** Where movers at speed (part of all) and the circuit meet, over the asked flow [1]. */
  balance(asked: number, turning: number, atSpeed: number): number;
}

/** Head of a mover at no flow over its rated head [1]. */
const shutOff = 1.25;
/** Part of the rated flow that movers have in any case [1]. */
const leastAsked = 0.1;

export function moverCurve({ ratedFlow, staticShare }: Mover): MoverCurve {
  /** Head that the asked flow takes, of the rated head [1]. */
  function askedHead(asked: number): number {
    const x = asked / ratedFlow;
    return staticShare + (1 - staticShare) * x * x;
  }

  return {
    speedFor(asked) {
      const x = asked / ratedFlow;
      return Math.min(1, Math.sqrt((askedHead(asked) + (shutOff - 1) * x * x) / shutOff));
    },
    balance(asked, turning, atSpeed) {
      if (!(turning > 1e-4) || !(atSpeed > 1e-3)) return 0;
      // Pumps have a bypass that opens when hardly anything is asked of them.
      const flow = Math.max(asked, leastAsked * ratedFlow);
      const perMover = flow / (turning * ratedFlow);
      return Math.sqrt((shutOff * atSpeed * atSpeed) / ((shutOff - 1) * perMover * perMover + askedHead(flow)));
    },
  };
}
