/**
 * A boiling surface on a spreader: what it resists at a flux, and the flux at
 * which it dries. By measured values, or by a law of pool boiling with a factor
 * for its coating.
 *
 *     R = ΔT(q)/Q + R_spread,   ΔT = q/(F h(q))
 *
 * Flux counts on the whole boiling area. Where a spreader is given, spreading
 * follows from its geometry and the coefficient; else it is a number.
 */

import type { Fluid } from '../fluids/fluid.ts';
import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { cooperSuperheat, criticalFluxConstant, criticalHeatFlux, rohsenowSuperheat } from '../physics/boiling.ts';
import { saturatedState } from '../physics/saturated-state.ts';
import { meanSpreadingResistance, plateResistance } from '../physics/spreading-resistance.ts';

/** A record of kind `boiling-surface`. */
export const boilingSurfaceParameters = {
  coolant: { text: true, about: 'Fluid of the measured values' },
  area: { quantity: 'area', range: [1e-5, 0.1], about: 'Boiling area on one chip' },
  law: {
    choice: ['measured', 'cooper', 'rohsenow'],
    about: 'Whether the coefficient is measured, or follows from flux and saturation by Cooper or by Rohsenow',
    default: 'measured',
  },
  coefficient: {
    quantity: 'heat transfer coefficient',
    range: [1e3, 5e5],
    about: 'Measured h on that area, at the working flux',
    optional: true,
  },
  surfaceFactor: {
    quantity: 'fraction',
    range: [0.1, 20],
    about: 'Coefficient of a coated surface over that of the law',
    default: '100 %',
  },
  roughness: {
    quantity: 'length',
    range: [1e-8, 1e-4],
    about: 'Cooper: peak roughness of the surface',
    default: '0.001 mm',
  },
  surfaceConstant: {
    quantity: 'dimensionless',
    range: [0.002, 0.03],
    about: 'Rohsenow: constant of surface and fluid',
    default: '0.013',
  },
  prandtlExponent: {
    quantity: 'dimensionless',
    range: [1, 1.7],
    about: 'Rohsenow: 1 for water, 1.7 for other fluids',
    default: '1.7',
  },
  spreadingResistance: {
    quantity: 'thermal resistance',
    range: [0, 0.5],
    about: 'From case to the boiling surface, spreading included; give this or spreader',
    optional: true,
  },
  spreader: {
    group: {
      sourceArea: { quantity: 'area', range: [1e-6, 0.1], about: 'Of the case under the spreader' },
      thickness: { quantity: 'length', range: [1e-4, 0.05], about: 'Of the spreader' },
      conductivity: { quantity: 'thermal conductivity', range: [10, 2000], about: 'Of the spreader' },
      interfaceResistance: { quantity: 'thermal resistance', range: [0, 0.5], about: 'Between case and spreader' },
    },
    about: 'Plate that carries the boiling surface on its whole far side',
    optional: true,
  },
  criticalLaw: {
    choice: ['measured', 'scaled', 'zuber'],
    about:
      'Critical heat flux: as measured; carried to another saturation in the proportion of Zuber’s; or Zuber’s itself',
    default: 'measured',
  },
  criticalHeatFlux: {
    quantity: 'heat flux',
    range: [1e4, 5e6],
    about: 'Measured critical heat flux of the surface',
    optional: true,
  },
  criticalSaturation: {
    quantity: 'temperature',
    range: [233.15, 473.15],
    about: 'Scaled: saturation at which it was measured',
    optional: true,
  },
  criticalFactor: {
    quantity: 'fraction',
    range: [0.1, 5],
    about: 'Zuber: critical flux of this surface over that of a large flat one',
    default: '100 %',
  },
} as const satisfies Parameters;

export type BoilingSurfaceValues = ValuesOf<typeof boilingSurfaceParameters>;

/** What a record lacks for the laws it names; empty where it is whole. */
export function boilingSurfaceFaults(values: BoilingSurfaceValues): readonly string[] {
  const { law, coefficient, spreader, spreadingResistance: given, criticalLaw, criticalHeatFlux: flux } = values;
  const faults: string[] = [];
  if (law === 'measured' && coefficient === undefined) faults.push('law is measured but there is no coefficient');
  if ((spreader === undefined) === (given === undefined))
    faults.push('give spreadingResistance or spreader, one of them');
  if (criticalLaw !== 'zuber' && flux === undefined)
    faults.push(`criticalLaw is ${criticalLaw} but there is no criticalHeatFlux`);
  if (criticalLaw === 'scaled' && values.criticalSaturation === undefined)
    faults.push('criticalLaw is scaled but there is no criticalSaturation');
  if (spreader !== undefined && spreader.sourceArea > values.area)
    faults.push('the spreader is smaller than what it covers');
  return faults;
}

export interface BoilingSurface {
  /** Surface above saturation [K] at a flux on the boiling area [W/m²]. */
  superheat(flux: number, saturation: number): number;
  /** Case to boiling surface [K/W] at a coefficient on it [W/(m²·K)]. */
  spreading(coefficient: number): number;
  /** Case to saturated fluid [K/W]. */
  resistance(flux: number, saturation: number): number;
  /** Flux at which the film dries [W/m²]. */
  critical(saturation: number): number;
}

/**
 * @param values a record without faults
 * @param fluid that boils on it
 */
export function boilingSurface(values: BoilingSurfaceValues, fluid: Fluid): BoilingSurface {
  const saturated = saturatedState(fluid);
  const { area, law } = values;
  const plate = values.spreader === undefined ? undefined : { ...values.spreader, plateArea: area };
  const { molarMass } = fluid.saturation!;

  function superheat(flux: number, saturation: number): number {
    if (law === 'measured') return flux / values.coefficient!;
    const state = saturated.at(saturation);
    const plain =
      law === 'cooper'
        ? cooperSuperheat(flux, state.reducedPressure, molarMass, values.roughness)
        : rohsenowSuperheat(flux, state, values.surfaceConstant, values.prandtlExponent);
    return plain / values.surfaceFactor;
  }

  function spreading(coefficient: number): number {
    if (plate === undefined) return values.spreadingResistance!;
    return plate.interfaceResistance + plateResistance(plate) + meanSpreadingResistance(plate, coefficient);
  }

  const fixed = law === 'measured' ? 1 / (values.coefficient! * area) + spreading(values.coefficient!) : NaN;
  const scale =
    values.criticalLaw === 'scaled'
      ? values.criticalHeatFlux! /
        criticalHeatFlux(saturated.at(values.criticalSaturation!), criticalFluxConstant.zuber)
      : values.criticalFactor;

  return {
    superheat,
    spreading,
    resistance(flux, saturation) {
      if (law === 'measured') return fixed;
      const above = superheat(flux, saturation);
      return above / (flux * area) + spreading(flux / above);
    },
    critical: (saturation) =>
      values.criticalLaw === 'measured'
        ? values.criticalHeatFlux!
        : scale * criticalHeatFlux(saturated.at(saturation), criticalFluxConstant.zuber),
  };
}
