/**
 * How much a condenser coil moves from vapour to its water: by a conductance
 * that only its water's flow changes, or by its tubes, where the film of
 * condensate answers to the flux and the fluid.
 *
 *     Q = (1 − e^−NTU) C (T_sat − T_in),   NTU = U A/C
 */

import type { Fluid } from '../fluids/fluid.ts';
import type { Parameters, ValuesOf } from '../library/parameters.ts';
import {
  condensedHeat,
  filmDifference,
  innerDiameter,
  innerResistance,
  tubeWaterCoefficient,
} from '../physics/condenser-tubes.ts';
import { saturatedState } from '../physics/saturated-state.ts';

export const coilTubeParameters = {
  outerDiameter: { quantity: 'length', range: [2e-3, 0.1], about: 'Outer diameter of a tube' },
  wallThickness: { quantity: 'length', range: [1e-4, 0.01], about: 'Wall of a tube' },
  conductivity: { quantity: 'thermal conductivity', range: [5, 450], about: 'Of the tubes', default: '390 W/(m·K)' },
  tubesInColumn: { count: [1, 200], about: 'Tubes that condensate passes from top to bottom of the coil', default: 10 },
  parallelTubes: { count: [1, 10_000], about: 'Tubes of one coil that share its water' },
  filmFactor: {
    quantity: 'fraction',
    range: [0.05, 10],
    about: 'Film coefficient over that of clean plain tubes in pure vapour: more for finned tubes, less for air in it',
    default: '100 %',
  },
} as const satisfies Parameters;

/** A coil, all its units together. */
export interface CoilConductance {
  /** Largest heat [W] at a flow of water [kg/s] that enters at a temperature [K], below saturation [K]. */
  most(flow: number, inlet: number, saturation: number): number;
  /** Part of the coil that has to be covered to move a heat of the `possible` [1]. */
  covered(heat: number, possible: number, flow: number, inlet: number, saturation: number): number;
  /** Saturation above the entering water at which the whole coil moves a heat, by a flow and its capacity rate [K]. */
  difference(heat: number, flow: number, capacityRate: number): number;
  /** Outer area [m²]; none of a coil by conductance alone. */
  readonly area?: number;
}

/** What a coil has to do at its rating. */
export interface CoilRating {
  readonly heat: number;
  /** Of the water [kg/s], of the units that carry the duty. */
  readonly flow: number;
  readonly inlet: number;
  readonly saturation: number;
  readonly water: Fluid;
  /** Units in place over units that carry the duty [1]. */
  readonly installed: number;
  /** Units in place. */
  readonly units: number;
}

/** UA at the rating, of the units that carry it [W/K]. */
export function ratedConductance({ heat, flow, inlet, saturation, water }: CoilRating): number {
  const rate = flow * water.specificHeat(inlet);
  return -Math.log(1 - heat / (rate * (saturation - inlet))) * rate;
}

/** Half of the rated resistance is the water's film, which follows its flow by the power 0.8; the rest stays. */
export function plainConductance(rating: CoilRating): CoilConductance {
  const { flow: ratedFlow, water, installed } = rating;
  const conductance = ratedConductance(rating) * installed;

  function whole(flow: number): number {
    const film = Math.exp(-0.8 * Math.log(flow / (ratedFlow * installed)));
    return (2 * conductance) / (1 + film);
  }

  return {
    most(flow, inlet, saturation) {
      const rate = flow * water.specificHeat(inlet);
      return -Math.expm1(-whole(flow) / rate) * rate * (saturation - inlet);
    },
    covered: (heat, possible) => heat / possible,
    difference: (heat, flow, rate) => heat / (-Math.expm1(-whole(flow) / rate) * rate),
  };
}

/** By its tubes: as much area as the rating asks for, and the film as it stands. */
export function tubeConductance(
  rating: CoilRating,
  tubes: ValuesOf<typeof coilTubeParameters>,
  boiling: Fluid,
): CoilConductance {
  const { water, flow: ratedFlow, inlet: ratedInlet, saturation: ratedSaturation, installed } = rating;
  const saturated = saturatedState(boiling);
  const bore = innerDiameter(tubes);
  const section = 0.25 * Math.PI * bore * bore * tubes.parallelTubes * rating.units;
  const properties = { density: NaN, specificHeat: NaN, conductivity: NaN, viscosity: NaN };

  /** Temperature that the properties are of [K], and the part of the difference that the water took last [1]. */
  const memory = { temperature: NaN, share: 0.7 };

  function inside(flow: number, temperature: number): number {
    if (temperature !== memory.temperature) {
      memory.temperature = temperature;
      properties.density = water.density(temperature);
      properties.specificHeat = water.specificHeat(temperature);
      properties.conductivity = water.conductivity(temperature);
      properties.viscosity = water.viscosity(temperature);
    }
    return innerResistance(tubes, tubeWaterCoefficient(tubes, properties, flow / (properties.density * section)));
  }

  const area = ratedArea() * installed;

  /** Of the units that carry the duty, each at its share of the flow. */
  function ratedArea(): number {
    const inner = inside(ratedFlow * installed, ratedInlet);
    const conductance = ratedConductance(rating);
    const state = saturated.at(ratedSaturation);
    let found = conductance * inner;
    for (let round = 0; round < 200; round++) {
      const flux = rating.heat / found;
      const next = conductance * (filmDifference(flux, tubes, state) / flux + inner);
      if (Math.abs(next - found) <= 1e-14 * next) return next;
      found = next;
    }
    return found;
  }

  function moved(wetted: number, flow: number, inlet: number, saturation: number): number {
    const rate = flow * water.specificHeat(inlet);
    const difference = saturation - inlet;
    const inner = inside(flow, inlet);
    const heat = condensedHeat(wetted, rate, difference, inner, tubes, saturated.at(saturation), memory.share);
    const share = heat / (rate * difference);
    if (share > 0.01 && share < 0.99) memory.share = share;
    return heat;
  }

  return {
    area,
    most: (flow, inlet, saturation) => moved(area, flow, inlet, saturation),
    /** UA that the heat needs, over U at the flux that this makes on the covered part: a few rounds. */
    covered(heat, possible, flow, inlet, saturation) {
      if (!(heat < possible)) return 1;
      const rate = flow * water.specificHeat(inlet);
      const needed = -Math.log1p(-heat / (rate * (saturation - inlet))) * rate;
      const inner = inside(flow, inlet);
      const state = saturated.at(saturation);
      let wetted = area;
      for (let round = 0; round < 100; round++) {
        const flux = heat / wetted;
        const next = needed * (filmDifference(flux, tubes, state) / flux + inner);
        const isThere = Math.abs(next - wetted) <= 1e-12 * next;
        wetted = next;
        if (isThere) break;
      }
      return Math.min(1, wetted / area);
    },
    difference(heat, flow, rate) {
      const flux = heat / area;
      const film = filmDifference(flux, tubes, saturated.at(ratedSaturation));
      return heat / (-Math.expm1(-area / (film / flux + inside(flow, ratedInlet)) / rate) * rate);
    },
  };
}
