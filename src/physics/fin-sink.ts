/**
 * A heat sink of upright fins in a bath: driven by its own warmth, by flow past
 * it, or by both.
 *
 *     R = R_contact + t_b/(k A_b) + 1/(h ((N − 1) s L + 2 N η H L))
 *     h = Nu k_f/s,   Nu³ = Nu_forced³ + Nu_free³
 *
 * Both Nusselt numbers count from the fluid that enters the gaps. Leaves out
 * radiation, bypass of the gaps, and warmth along the base. Used by open baths.
 */

import { gravity } from '../constants.ts';
import { requireRange } from '../errors.ts';
import type { Fluid } from '../fluids/fluid.ts';
import { assistedNusselt, finGapNusselt } from './convection.ts';

/** Lengths in metres; fins stand along the flow, `length` from bottom to top. */
export interface FinSink {
  readonly width: number;
  readonly length: number;
  readonly baseThickness: number;
  readonly fins: number;
  readonly finHeight: number;
  readonly finThickness: number;
  /** Of base and fins [W/(m·K)]. */
  readonly conductivity: number;
  /** From case to base, interface and spreading included [K/W]. */
  readonly contactResistance: number;
}

/** Gap between two fins [m]. @throws {OutOfRangeError} where fins fill the base */
export function finSpacing({ width, fins, finThickness }: FinSink): number {
  const spacing = (width - fins * finThickness) / (fins - 1);
  requireRange('spacing of fins', spacing, [1e-5, 1], 'm');
  return spacing;
}

/**
 * Forced convection in the gaps of a plate-fin sink, laminar.
 *
 *     Nu = ((Re* Pr/2)^−3 + (0.664 √Re* Pr^(1/3) √(1 + 3.65/√Re*))^−3)^(−1/3),   Re* = v s/ν · s/L
 *
 * The first term is fluid that leaves as warm as the fins, the second a
 * boundary layer on each side of the gap.
 *
 * @param channelReynolds Re* [1], ≥ 0
 * @param prandtl Pr [1]
 * @returns Nu on the spacing, against the entering fluid [1]
 *
 * P. Teertstra, M. M. Yovanovich, J. R. Culham, J. Electronics Manufacturing 10 (2000) 253–261; second-hand.
 */
export function forcedGapNusselt(channelReynolds: number, prandtl: number): number {
  requireRange('channel Reynolds number', channelReynolds, [0, 1e5], '[1]');
  requireRange('Prandtl number', prandtl, [0.5, 1e5], '[1]');
  if (channelReynolds === 0) return 0;
  const root = Math.sqrt(channelReynolds);
  const developed = 0.5 * channelReynolds * prandtl;
  const growing = 0.664 * root * Math.cbrt(prandtl) * Math.sqrt(1 + 3.65 / root);
  const ratio = developed / growing;
  return developed / Math.cbrt(1 + ratio * ratio * ratio);
}

/** A sink at one heat; fields are overwritten by each call of `solve`. */
export interface FinSinkState {
  /** Case to the fluid that enters the gaps [K/W]. */
  resistance: number;
  /** h on base and fins [W/(m²·K)]. */
  coefficient: number;
  /** Nusselt numbers on the spacing, of warmth alone and of flow alone [1]. */
  freeNusselt: number;
  forcedNusselt: number;
}

export interface FinSinkModel {
  readonly state: FinSinkState;
  /** At a heat [W], fluid entering the gaps at a temperature [K] with a velocity in them [m/s]. */
  solve(heat: number, entering: number, velocity: number): void;
}

/** Between these the Elenbaas number is one of the data [1]. */
const elenbaasRange = [1e-9, 1e7] as const;

/**
 * @param sink the fins, at least two
 * @param fluid a liquid; properties at the film, kept within its range
 * @throws {OutOfRangeError} for a geometry that is none
 */
export function finSinkModel(sink: FinSink, fluid: Fluid): FinSinkModel {
  requireRange('fins', sink.fins, [2, 10_000], '');
  const { length, finHeight, finThickness, fins, conductivity } = sink;
  const spacing = finSpacing(sink);
  const bare = (fins - 1) * spacing * length;
  const finned = 2 * fins * finHeight * length;
  const base = sink.baseThickness / (conductivity * sink.width * length);
  const state: FinSinkState = { resistance: 0.1, coefficient: NaN, freeNusselt: NaN, forcedNusselt: NaN };
  const [coldest, hottest] = fluid.range;

  /** From fins to the fluid that enters, by the last answer [K/W]. */
  let film = 0.1;

  /** A wide gap convects with the fourth root of its difference, a narrow one with the whole: the mean of both rounds is always nearer. */
  function solve(heat: number, entering: number, velocity: number): void {
    for (let round = 0; round < 200; round++) {
      convect(Math.max(heat * film, 1e-6), entering, velocity);
      const m = Math.sqrt((2 * state.coefficient) / (conductivity * finThickness)) * finHeight;
      const next = 1 / (state.coefficient * (bare + (finned * Math.tanh(m)) / m));
      const isThere = Math.abs(next - film) <= 1e-13 * film;
      film = isThere ? next : Math.sqrt(film * next);
      if (isThere) break;
    }
    state.resistance = sink.contactResistance + base + film;
  }

  /** Coefficient at a difference between fins and entering fluid [K]. */
  function convect(difference: number, entering: number, velocity: number): void {
    const film = Math.min(hottest - 1, Math.max(coldest + 1, entering + 0.5 * difference));
    const density = fluid.density(film);
    const viscosity = fluid.viscosity(film);
    const conductivityOfFluid = fluid.conductivity(film);
    const prandtl = (fluid.specificHeat(film) * viscosity) / conductivityOfFluid;
    // Buoyancy of the real density, where the fluid is known; its slope beyond.
    const expansion = (fluid.density(film - 1) - fluid.density(film + 1)) / (2 * density);
    const kinematic = viscosity / density;
    const rayleigh =
      (gravity * expansion * difference * spacing * spacing * spacing * prandtl) / (kinematic * kinematic);
    const elenbaas = (rayleigh * spacing) / length;
    state.freeNusselt = finGapNusselt(Math.min(elenbaasRange[1], Math.max(elenbaasRange[0], elenbaas)));
    state.forcedNusselt = forcedGapNusselt(((velocity * spacing) / kinematic) * (spacing / length), prandtl);
    state.coefficient = (assistedNusselt(state.forcedNusselt, state.freeNusselt) * conductivityOfFluid) / spacing;
  }

  return { state, solve };
}
