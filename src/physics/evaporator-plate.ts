/**
 * A cold plate in which a refrigerant boils: parallel rectangular channels,
 * entered by liquid at saturation.
 *
 *     x = Q/(ṁ h_fg),   q = Q/(N L (w + 2 η H)),   R = t_b/(k A_b) + 1/(h N L (w + 2 η H))
 *
 * h at the mean quality, the margin to dry-out at the outlet. Leaves out what
 * comes after dry-out, subcooling, uneven flow between the channels, and the
 * fall of saturation with the pressure along them, which the pressure drop
 * tells. Spreading and interface stand in the plate's record.
 */

import { requireRange } from '../errors.ts';
import {
  dryOutQuality,
  type FlowBoilingState,
  kimMudawarCoefficient,
  kimMudawarRange,
  liWuCoefficient,
} from './flow-boiling.ts';
import { type MicrochannelGeometry, requireGeometry } from './microchannel.ts';
import { evaporatingPressureDrop } from './two-phase-flow.ts';

export const flowBoilingCorrelations = ['kim-mudawar', 'li-wu'] as const;
export type FlowBoilingCorrelation = (typeof flowBoilingCorrelations)[number];

const coefficientBy = { 'kim-mudawar': kimMudawarCoefficient, 'li-wu': liWuCoefficient } as const;

/** A plate at one heat and flow; fields are overwritten by each call of `solve`. */
export interface EvaporatorState {
  /** Base to saturated fluid [K/W]. */
  resistance: number;
  /** h on the walls [W/(m²·K)], and the flux on them [W/m²]. */
  coefficient: number;
  heatFlux: number;
  /** At the outlet, and where the film begins to dry [1]. */
  quality: number;
  dryOutQuality: number;
  /** In one channel [kg/(m²·s)], and by how much it lies outside the correlations' data; 0 within. */
  massFlux: number;
  outside: number;
  /** Through the channels [Pa]. */
  pressureDrop: number;
}

export interface EvaporatorPlate {
  readonly state: EvaporatorState;
  /** At a heat [W], a flow of liquid [kg/s] and the fluid at saturation. */
  solve(heat: number, flow: number, fluid: FlowBoilingState): void;
  /** Base to fluid at a coefficient on the walls [W/(m²·K)] that is not that of boiling [K/W]: of vapour, once they are dry. */
  resistanceAt(coefficient: number): number;
}

/** Quality up to which a coefficient is asked for: the wall beyond is dry. */
const wettest = 0.9;

/**
 * @param geometry the channels; hydraulic diameter 0.19 … 6.5 mm
 * @param correlation whose coefficient
 * @param factor of the coefficient, measured over correlation [1], 0.1 … 10
 * @throws {OutOfRangeError} for a geometry outside the data
 */
export function evaporatorPlate(
  geometry: MicrochannelGeometry,
  correlation: FlowBoilingCorrelation,
  factor: number,
): EvaporatorPlate {
  requireGeometry(geometry);
  requireRange('coefficient factor', factor, [0.1, 10], '[1]');
  const { channels, channelWidth: w, channelHeight: H, channelLength: L, finThickness, conductivity } = geometry;
  const diameter = (2 * w * H) / (w + H);
  requireRange('hydraulic diameter', diameter, kimMudawarRange.hydraulicDiameter, 'm');
  const coefficientOf = coefficientBy[correlation];
  const section = channels * w * H;
  const base = geometry.baseThickness / (conductivity * channels * (w + finThickness) * L);
  const perCoefficient = 2 / (conductivity * finThickness);
  const [least, most] = kimMudawarRange.massFlux;
  // Three sides are heated, the cover is not.
  const heatedShare = (w + 2 * H) / (2 * (w + H));
  const channel = { massFlux: NaN, heatFlux: NaN, hydraulicDiameter: diameter, heatedShare, quality: NaN };
  const duct = { massFlux: NaN, hydraulicDiameter: diameter, length: L };
  const state: EvaporatorState = {
    resistance: NaN,
    coefficient: 1e4,
    heatFlux: NaN,
    quality: NaN,
    dryOutQuality: NaN,
    massFlux: NaN,
    outside: 0,
    pressureDrop: NaN,
  };

  /** Walls that count: the bottom, and the fins by their efficiency [m²]. */
  function heatedArea(coefficient: number): number {
    const finNumber = H * Math.sqrt(perCoefficient * coefficient);
    return channels * L * (w + (2 * H * Math.tanh(finNumber)) / finNumber);
  }

  function solve(heat: number, flow: number, fluid: FlowBoilingState): void {
    const massFlux = flow / section;
    state.massFlux = massFlux;
    state.outside = massFlux > most ? massFlux - most : massFlux < least ? least - massFlux : 0;
    channel.massFlux = massFlux > most ? most : massFlux < least ? least : massFlux;
    state.quality = heat / (Math.max(flow, 1e-9) * fluid.latentHeat);
    channel.quality = Math.min(wettest, 0.5 * state.quality);
    wallState(heat, fluid);
    state.dryOutQuality = dryOutQuality(channel, fluid);
    duct.massFlux = Math.max(massFlux, 1e-6);
    state.pressureDrop = evaporatingPressureDrop(duct, fluid, Math.min(1, state.quality));
  }

  function coefficientAfter(coefficient: number, heat: number, fluid: FlowBoilingState): number {
    channel.heatFlux = Math.max(heat / heatedArea(coefficient), 1);
    return factor * coefficientOf(channel, fluid);
  }

  /** The coefficient grows with the flux, and the flux as fins carry less: two rounds show where they lead, by Aitken. */
  function wallState(heat: number, fluid: FlowBoilingState): void {
    let coefficient = state.coefficient;
    for (let round = 0; round < 50; round++) {
      const first = coefficientAfter(coefficient, heat, fluid);
      if (Math.abs(first - coefficient) <= 1e-13 * first) {
        coefficient = first;
        break;
      }
      const second = coefficientAfter(first, heat, fluid);
      const bend = second - 2 * first + coefficient;
      const led = bend === 0 ? second : coefficient - ((first - coefficient) * (first - coefficient)) / bend;
      coefficient = led > 0 ? led : second;
    }
    state.coefficient = coefficient;
    state.heatFlux = channel.heatFlux;
    state.resistance = resistanceAt(coefficient);
  }

  const resistanceAt = (coefficient: number): number => base + 1 / (coefficient * heatedArea(coefficient));

  return { state, solve, resistanceAt };
}
