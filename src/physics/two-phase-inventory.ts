/**
 * Liquid and vapour of one fluid that share a closed volume at saturation:
 * what stands in a pumped refrigerant loop or a sealed tank. Leaves out
 * subcooled liquid, superheated vapour, and gas that does not condense.
 */

import type { Fluid } from '../fluids/fluid.ts';

/** Liquid and vapour in one volume. */
export interface TwoPhaseInventory {
  /** All of the fluid [kg], when so much liquid and vapour [m³] stand at a temperature of saturation [K]. */
  charge(liquidVolume: number, vapourVolume: number, temperature: number): number;
  /** The vapour in it [kg], of a mass [kg] at a temperature of saturation [K]. */
  vapour(mass: number, temperature: number): number;
  /** Internal energy above that of liquid with the reference enthalpy [J]. */
  energy(mass: number, temperature: number): number;
}

/**
 * Internal energy of liquid and vapour at saturation in a rigid volume.
 *
 *     m_v = (V − m/ρ_l)/(1/ρ_v − 1/ρ_l)
 *     E = m (h_l − p/ρ_l − h_ref) + m_v (h_fg − p (1/ρ_v − 1/ρ_l))
 *
 * The balance of mass and volume, and u = h − p v of each phase. The enthalpy
 * of the liquid is the fluid's own, ∫ c_p dT along the saturation line, which
 * the fluid says the error of.
 *
 * Holds for: temperatures of the fluid's saturation table; a mass that fills
 * the volume neither with liquid alone nor with vapour alone, which the
 * caller's limits see to: beyond, `vapour` is below zero or above the mass.
 *
 * @param fluid a boiling fluid
 * @param volume V [m³], > 0
 * @param reference h_ref [J/kg], of which nothing is counted
 * @returns its mass, vapour and energy at any temperature of saturation
 * @throws {RangeError} for a fluid that does not boil
 */
export function twoPhaseInventory(fluid: Fluid, volume: number, reference: number): TwoPhaseInventory {
  const { saturation } = fluid;
  if (saturation === undefined) throw new RangeError(`${fluid.id} is no boiling fluid`);

  function vapour(mass: number, temperature: number): number {
    const liquid = 1 / fluid.density(temperature);
    return (volume - mass * liquid) / (1 / saturation!.vapourDensity(temperature) - liquid);
  }

  return {
    charge: (liquidVolume, vapourVolume, temperature) =>
      liquidVolume * fluid.density(temperature) + vapourVolume * saturation.vapourDensity(temperature),
    vapour,
    energy(mass, temperature) {
      const pressure = saturation.pressure(temperature);
      const liquid = 1 / fluid.density(temperature);
      const wider = 1 / saturation.vapourDensity(temperature) - liquid;
      const vaporised = (volume - mass * liquid) / wider;
      return (
        mass * (fluid.enthalpy(temperature, 0) - pressure * liquid - reference) +
        vaporised * (saturation.latentHeat(temperature) - pressure * wider)
      );
    },
  };
}
