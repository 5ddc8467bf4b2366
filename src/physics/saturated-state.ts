/**
 * The properties of a boiling fluid at one temperature of saturation, as the
 * correlations of boiling and condensation take them. One object, filled anew:
 * nothing is allocated in the hour loop.
 */

import type { Fluid } from '../fluids/fluid.ts';
import type { FlowBoilingState } from './flow-boiling.ts';

/** A state that follows a temperature. */
export interface SaturatedState {
  /** Overwritten by each call of `at`. */
  readonly state: FlowBoilingState;
  /** Fills the state at a temperature of saturation [K]; the same again costs nothing. */
  at(temperature: number): FlowBoilingState;
}

/**
 * @param fluid a boiling fluid
 * @throws {RangeError} for a fluid that does not boil
 */
export function saturatedState(fluid: Fluid): SaturatedState {
  const { saturation } = fluid;
  if (saturation === undefined) throw new RangeError(`${fluid.id} is no boiling fluid`);
  let known = NaN;
  const state = {
    liquidDensity: NaN,
    vapourDensity: NaN,
    latentHeat: NaN,
    surfaceTension: NaN,
    viscosity: NaN,
    specificHeat: NaN,
    conductivity: NaN,
    vapourViscosity: NaN,
    reducedPressure: NaN,
  };

  function at(temperature: number): FlowBoilingState {
    if (temperature === known) return state;
    known = temperature;
    state.liquidDensity = fluid.density(temperature);
    state.vapourDensity = saturation!.vapourDensity(temperature);
    state.latentHeat = saturation!.latentHeat(temperature);
    state.surfaceTension = saturation!.surfaceTension(temperature);
    state.viscosity = fluid.viscosity(temperature);
    state.specificHeat = fluid.specificHeat(temperature);
    state.conductivity = fluid.conductivity(temperature);
    state.vapourViscosity = saturation!.vapourViscosity(temperature);
    state.reducedPressure = saturation!.pressure(temperature) / saturation!.criticalPressure;
    return state;
  }

  return { state, at };
}
