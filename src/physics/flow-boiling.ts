/**
 * Saturated flow boiling in small channels: the coefficient of the wall, and
 * the vapour quality at which the film on it begins to dry.
 *
 * Two fits by other authors stand side by side, so that one can be held to the
 * other. Leaves out subcooled boiling, what comes after dry-out, and flow that
 * swings between parallel channels. Used by evaporator plates.
 */

import { gravity } from '../constants.ts';
import { requireRange } from '../errors.ts';
import type { BoilingState } from './boiling.ts';

/** A fluid at saturation, as it flows. */
export interface FlowBoilingState extends BoilingState {
  /** Of the vapour. */
  readonly vapourViscosity: number;
  /** Pressure over critical pressure [1]. */
  readonly reducedPressure: number;
}

/** One place of a channel. */
export interface BoilingChannel {
  /** G, flow over the channel's cross-section [kg/(m²·s)]. */
  readonly massFlux: number;
  /** q, on the heated wall [W/m²]. */
  readonly heatFlux: number;
  readonly hydraulicDiameter: number;
  /** P_H/P_F, heated over wetted perimeter [1]. */
  readonly heatedShare: number;
  /** x, vapour over all flow [1]. */
  readonly quality: number;
}

/** Where the data of Kim and Mudawar lie. */
export const kimMudawarRange = {
  massFlux: [19, 1608],
  hydraulicDiameter: [0.19e-3, 6.5e-3],
  reducedPressure: [0.005, 0.69],
} as const;

/**
 * Heat transfer coefficient of saturated flow boiling before dry-out by Kim and Mudawar.
 *
 *     h = √(h_nb² + h_cb²),   h_f = 0.023 Re_f^0.8 Pr_f^0.4 k_f/D,   Re_f = G (1 − x) D/μ_f
 *     h_nb = 2345 (Bo P_H/P_F)^0.7 p_r^0.38 (1 − x)^−0.51 h_f,   Bo = q/(G h_fg)
 *     h_cb = (5.2 (Bo P_H/P_F)^0.08 We^−0.54 + 3.5 X^−0.94 (ρ_g/ρ_f)^0.25) h_f,   We = G² D/(ρ_f σ)
 *     X = (μ_f/μ_g)^0.1 ((1 − x)/x)^0.9 (ρ_g/ρ_f)^0.5
 *
 * Holds for: D 0.19 … 6.5 mm, G 19 … 1608 kg/(m²·s), p_r 0.005 … 0.69, quality
 * below that of dry-out; the authors' mean error over 10 805 points of 18
 * fluids is 20.3 %, 80 % of them within 30 %.
 *
 * @param channel G, D within the ranges above, q ≥ 0, x 0 … 0.99
 * @param state the fluid at saturation
 * @returns h on the heated wall [W/(m²·K)]
 * @throws {OutOfRangeError} for an argument outside its range
 *
 * S.-M. Kim, I. Mudawar, Int. J. Heat Mass Transfer 64 (2013) 1239–1256, as two public implementations and a digest give
 * it; the paper itself was not opened.
 */
export function kimMudawarCoefficient(channel: BoilingChannel, state: FlowBoilingState): number {
  requireChannel(channel, state);
  const { massFlux, hydraulicDiameter, quality } = channel;
  const liquid = liquidCoefficient(channel, state);
  const boiling = boilingNumber(channel, state) * channel.heatedShare;
  const densities = state.vapourDensity / state.liquidDensity;
  const weber = (massFlux * massFlux * hydraulicDiameter) / (state.liquidDensity * state.surfaceTension);
  const nucleate = boiling === 0 ? 0 : 2345 * power(boiling, 0.7) * power(state.reducedPressure, 0.38);
  const film = boiling === 0 ? 0 : 5.2 * power(boiling, 0.08) * power(weber, -0.54);
  // 1/X at x = 0 is nothing.
  const martinelli =
    quality === 0
      ? 0
      : power(quality / (1 - quality), 0.9) /
        (power(state.viscosity / state.vapourViscosity, 0.1) * Math.sqrt(densities));
  const shear = quality === 0 ? 0 : 3.5 * power(martinelli, 0.94) * Math.sqrt(Math.sqrt(densities));
  return liquid * Math.hypot(nucleate * power(1 - quality, -0.51), film + shear);
}

/** Of the liquid flowing alone, by Dittus and Boelter. */
function liquidCoefficient(channel: BoilingChannel, state: FlowBoilingState): number {
  const { massFlux, hydraulicDiameter, quality } = channel;
  const reynolds = (massFlux * (1 - quality) * hydraulicDiameter) / state.viscosity;
  const prandtl = (state.specificHeat * state.viscosity) / state.conductivity;
  return (0.023 * power(reynolds, 0.8) * power(prandtl, 0.4) * state.conductivity) / hydraulicDiameter;
}

/**
 * Heat transfer coefficient of saturated flow boiling by Li and Wu.
 *
 *     h = 334 Bo^0.3 (Bd Re_f^0.36)^0.4 k_f/D,   Bd = g (ρ_f − ρ_g) D²/σ
 *
 * Holds for: D 0.19 … 3.1 mm, 12 fluids. At R134a in channels of 1 and 2 mm
 * within 11 % of Kim and Mudawar, at 0.5 mm and 10 W/cm² 43 % below.
 *
 * @param channel as of `kimMudawarCoefficient`, D up to 3.1 mm
 * @param state the fluid at saturation
 * @returns h on the heated wall [W/(m²·K)]
 * @throws {OutOfRangeError} for an argument outside its range
 *
 * W. Li, Z. Wu, Int. J. Heat Mass Transfer 53 (2010) 1778–1787, as reviewed in the documentation of ht (C. Bell).
 */
export function liWuCoefficient(channel: BoilingChannel, state: BoilingState): number {
  const { massFlux, hydraulicDiameter, quality } = channel;
  requireRange('vapour quality', quality, [0, 0.99], '[1]');
  const reynolds = (massFlux * (1 - quality) * hydraulicDiameter) / state.viscosity;
  const bond =
    (gravity * (state.liquidDensity - state.vapourDensity) * hydraulicDiameter * hydraulicDiameter) /
    state.surfaceTension;
  const boiling = power(boilingNumber(channel, state), 0.3);
  return (334 * boiling * power(bond * power(reynolds, 0.36), 0.4) * state.conductivity) / hydraulicDiameter;
}

/**
 * Vapour quality at which the film on the wall begins to dry.
 *
 *     x = 1.4 We^0.03 p_r^0.08 − 15 (Bo P_H/P_F)^0.15 Ca^0.35 (ρ_g/ρ_f)^0.06,   Ca = μ_f G/(ρ_f σ)
 *
 * Holds for: the channels of `kimMudawarCoefficient`. The authors' mean error
 * over 997 points is 12.5 %. Below zero a film never forms.
 *
 * @param channel its quality is not asked
 * @param state the fluid at saturation
 * @returns quality at the beginning of dry-out [1]
 * @throws {OutOfRangeError} for an argument outside its range
 *
 * S.-M. Kim, I. Mudawar, Int. J. Heat Mass Transfer 64 (2013) 1226–1238, as two public implementations give it; the
 * number of points and the error second-hand.
 */
export function dryOutQuality(channel: BoilingChannel, state: FlowBoilingState): number {
  requireChannel(channel, state);
  const { massFlux, hydraulicDiameter } = channel;
  const perTension = massFlux / (state.liquidDensity * state.surfaceTension);
  const weber = power(massFlux * hydraulicDiameter * perTension, 0.03);
  const capillary = power(state.viscosity * perTension, 0.35);
  const boiling = boilingNumber(channel, state) * channel.heatedShare;
  const dried = boiling === 0 ? 0 : 15 * power(boiling, 0.15) * capillary;
  return (
    1.4 * weber * power(state.reducedPressure, 0.08) - dried * power(state.vapourDensity / state.liquidDensity, 0.06)
  );
}

function boilingNumber({ heatFlux, massFlux }: BoilingChannel, state: BoilingState): number {
  return heatFlux / (massFlux * state.latentHeat);
}

function requireChannel(channel: BoilingChannel, state: FlowBoilingState): void {
  requireRange('mass flux', channel.massFlux, kimMudawarRange.massFlux, 'kg/(m²·s)');
  requireRange('hydraulic diameter', channel.hydraulicDiameter, kimMudawarRange.hydraulicDiameter, 'm');
  requireRange('reduced pressure', state.reducedPressure, kimMudawarRange.reducedPressure, '[1]');
  requireRange('heat flux', channel.heatFlux, [0, 1e8], 'W/m²');
  requireRange('heated share', channel.heatedShare, [0.1, 1], '[1]');
  requireRange('vapour quality', channel.quality, [0, 0.99], '[1]');
}

function power(base: number, exponent: number): number {
  return Math.exp(exponent * Math.log(base));
}
