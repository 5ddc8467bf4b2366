/** Two streams through an exchanger, at the state that a user asks for. */

import type { Fluid } from '../../fluids/fluid.ts';
import { exchangerHeat, type ExchangerRating } from '../../physics/heat-exchange.ts';

export interface Stream {
  readonly fluid: Fluid;
  /** Mass flow [kg/s], > 0. */
  readonly flow: number;
  /** Temperature entering [K]. */
  readonly inlet: number;
  /** Capacity rate ṁc at the inlet [W/K]. */
  readonly capacityRate: number;
}

/** A stream of a fluid from its volume flow [m³/s] at its inlet temperature [K]. */
export function streamOf(fluid: Fluid, volumeFlow: number, inlet: number): Stream {
  const flow = volumeFlow * fluid.density(inlet);
  return { fluid, flow, inlet, capacityRate: flow * fluid.specificHeat(inlet) };
}

/** Heat from hot to cold [W], both leaving temperatures [K], and ε = Q/(C_min ΔT), which needs no difference. */
export function exchanged(
  rating: ExchangerRating,
  hot: Stream,
  cold: Stream,
): { readonly heat: number; readonly hotOutlet: number; readonly coldOutlet: number; readonly effectiveness: number } {
  const perKelvin = exchangerHeat(rating, hot.flow, hot.capacityRate, cold.flow, cold.capacityRate, 1);
  const heat = perKelvin * (hot.inlet - cold.inlet);
  return {
    heat,
    hotOutlet: leaving(hot, -heat),
    coldOutlet: leaving(cold, heat),
    effectiveness: perKelvin / Math.min(hot.capacityRate, cold.capacityRate),
  };
}

function leaving({ fluid, flow, inlet }: Stream, heat: number): number {
  return fluid.temperature(fluid.enthalpy(inlet, 0) + heat / flow, 0);
}
