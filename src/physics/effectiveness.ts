/**
 * Effectiveness of heat exchangers against transfer units, and back.
 *
 * One pair of functions an arrangement and a table that names them. All hold
 * for constant properties along the exchanger, no heat lost to the room and no
 * phase change in a stream whose capacity rate counts. Used by every machine
 * with an exchanger in it: CDUs, coils, economizers, towers, dry coolers.
 */

import { OutOfRangeError, requireRange } from '../errors.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';

const transferUnitsRange = [0, Number.MAX_VALUE] as const;
const fraction = [0, 1] as const;

function requireExchanger(transferUnits: number, capacityRatio: number): void {
  requireRange('transferUnits', transferUnits, transferUnitsRange, '[1]');
  requireRange('capacityRatio', capacityRatio, fraction, '[1]');
}

/** Refuses an effectiveness that no number of transfer units reaches. */
function requireReachable(effectiveness: number, capacityRatio: number, most: number): void {
  requireRange('capacityRatio', capacityRatio, fraction, '[1]');
  if (!(effectiveness >= 0 && effectiveness < most)) {
    throw new OutOfRangeError('effectiveness', effectiveness, [0, most], '[1]');
  }
}

/**
 * Effectiveness of a counterflow heat exchanger.
 *
 *     x = NTU (1 − C)
 *     φ = (1 − e⁻ˣ) / x            φ → 1 as x → 0
 *     ε = NTU φ / (1 + C NTU φ)
 *
 * The counterflow row of [1] with top and bottom divided by (1 − C): equal
 * capacity rates (C = 1) then need no case of their own, and nearly equal
 * ones lose no digits.
 *
 * @param transferUnits NTU = UA / C_min [1], finite, ≥ 0
 * @param capacityRatio C = C_min / C_max [1], 0 … 1
 * @returns ε, heat moved over the most that could be moved [1], 0 … 1
 * @throws {OutOfRangeError} for an argument outside its range, or NaN
 *
 * [1] Bergman et al., Fundamentals of Heat and Mass Transfer, 7th ed., table 11.3.
 */
export function counterflowEffectiveness(transferUnits: number, capacityRatio: number): number {
  requireExchanger(transferUnits, capacityRatio);
  const x = transferUnits * (1 - capacityRatio);
  const phi = x === 0 ? 1 : -Math.expm1(-x) / x;
  return (transferUnits * phi) / (1 + capacityRatio * transferUnits * phi);
}

/**
 * Transfer units of a counterflow exchanger of known effectiveness.
 *
 *     y = ε (1 − C) / (1 − ε);   NTU = ε/(1 − ε) · ln(1 + y)/y      ln(1 + y)/y → 1 as y → 0
 *
 * @param effectiveness ε [1], 0 … below 1
 * @param capacityRatio C [1], 0 … 1
 * @returns NTU [1]
 * @throws {OutOfRangeError} for an effectiveness that cannot be reached
 *
 * Bergman et al., 7th ed., table 11.4, rearranged as its inverse above.
 */
export function counterflowTransferUnits(effectiveness: number, capacityRatio: number): number {
  requireReachable(effectiveness, capacityRatio, 1);
  const gain = effectiveness / (1 - effectiveness);
  const y = gain * (1 - capacityRatio);
  return y === 0 ? gain : (gain * Math.log1p(y)) / y;
}

/**
 * Effectiveness of a parallel-flow heat exchanger.
 *
 *     ε = (1 − e^(−NTU (1 + C))) / (1 + C)
 *
 * @param transferUnits NTU [1], ≥ 0
 * @param capacityRatio C [1], 0 … 1
 * @returns ε [1], 0 … 1/(1 + C)
 * @throws {OutOfRangeError} for an argument outside its range, or NaN
 *
 * Bergman et al., 7th ed., table 11.3.
 */
export function parallelEffectiveness(transferUnits: number, capacityRatio: number): number {
  requireExchanger(transferUnits, capacityRatio);
  return -Math.expm1(-transferUnits * (1 + capacityRatio)) / (1 + capacityRatio);
}

/** Transfer units of a parallel-flow exchanger, NTU = −ln(1 − ε(1 + C))/(1 + C); ε below 1/(1 + C). */
export function parallelTransferUnits(effectiveness: number, capacityRatio: number): number {
  requireReachable(effectiveness, capacityRatio, 1 / (1 + capacityRatio));
  return -Math.log1p(-effectiveness * (1 + capacityRatio)) / (1 + capacityRatio);
}

/**
 * Effectiveness of a single-pass crossflow exchanger, both streams unmixed.
 *
 *     x = C NTU^0.78
 *     ε = 1 − e^(−NTU (1 − e⁻ˣ)/x)
 *
 * The usual closed approximation [1], written so that C = 0 needs no case. Against the
 * exact double series [2] it is at most 0.011 off in ε for NTU up to 5 (low near NTU 0.5, C 1) and
 * 0.020 for NTU up to 10 (low near C 0.75); a test measures it.
 *
 * @param transferUnits NTU [1], ≥ 0
 * @param capacityRatio C [1], 0 … 1
 * @returns ε [1], 0 … 1
 * @throws {OutOfRangeError} for an argument outside its range, or NaN
 *
 * [1] Bergman et al., 7th ed., eq. 11.32. [2] J. L. Mason, Proc. 2nd US Nat. Congr. Appl. Mech. (1955) 801–803.
 */
export function crossflowEffectiveness(transferUnits: number, capacityRatio: number): number {
  requireExchanger(transferUnits, capacityRatio);
  const x = capacityRatio * Math.exp(0.78 * Math.log(transferUnits));
  const phi = x === 0 ? 1 : -Math.expm1(-x) / x;
  return -Math.expm1(-transferUnits * phi);
}

/** Transfer units of a crossflow exchanger with both streams unmixed, found by a root: for sizing. */
export function crossflowTransferUnits(effectiveness: number, capacityRatio: number): number {
  // The approximation rises without bound only like NTU^0.22; past 1e6 nobody sizes an exchanger.
  const largest = 1e6;
  requireReachable(effectiveness, capacityRatio, crossflowEffectiveness(largest, capacityRatio));
  return bracketedRoot((n) => crossflowEffectiveness(n, capacityRatio) - effectiveness, 0, largest, 0);
}

/**
 * Effectiveness of a crossflow exchanger whose larger stream is mixed and smaller unmixed.
 *
 *     ε = (1 − e^(−C (1 − e^(−NTU)))) / C                ε → 1 − e^(−NTU) as C → 0
 *
 * @param transferUnits NTU [1], ≥ 0
 * @param capacityRatio C [1], 0 … 1
 * @returns ε [1], 0 … 1
 * @throws {OutOfRangeError} for an argument outside its range, or NaN
 *
 * Bergman et al., 7th ed., table 11.3.
 */
export function largerMixedCrossflowEffectiveness(transferUnits: number, capacityRatio: number): number {
  requireExchanger(transferUnits, capacityRatio);
  const reached = -Math.expm1(-transferUnits);
  return capacityRatio === 0 ? reached : -Math.expm1(-capacityRatio * reached) / capacityRatio;
}

/** NTU = −ln(1 + ln(1 − εC)/C), the inverse of `largerMixedCrossflowEffectiveness`. */
export function largerMixedCrossflowTransferUnits(effectiveness: number, capacityRatio: number): number {
  requireReachable(effectiveness, capacityRatio, largerMixedCrossflowEffectiveness(Number.MAX_VALUE, capacityRatio));
  const reached = capacityRatio === 0 ? effectiveness : -Math.log1p(-effectiveness * capacityRatio) / capacityRatio;
  return -Math.log1p(-reached);
}

/**
 * Effectiveness of a crossflow exchanger whose smaller stream is mixed and larger unmixed.
 *
 *     ε = 1 − e^(−(1 − e^(−C NTU))/C)                    ε → 1 − e^(−NTU) as C → 0
 *
 * @param transferUnits NTU [1], ≥ 0
 * @param capacityRatio C [1], 0 … 1
 * @returns ε [1], 0 … 1
 * @throws {OutOfRangeError} for an argument outside its range, or NaN
 *
 * Bergman et al., 7th ed., table 11.3.
 */
export function smallerMixedCrossflowEffectiveness(transferUnits: number, capacityRatio: number): number {
  requireExchanger(transferUnits, capacityRatio);
  const units = capacityRatio === 0 ? transferUnits : -Math.expm1(-capacityRatio * transferUnits) / capacityRatio;
  return -Math.expm1(-units);
}

/** NTU = −ln(1 + C ln(1 − ε))/C, the inverse of `smallerMixedCrossflowEffectiveness`. */
export function smallerMixedCrossflowTransferUnits(effectiveness: number, capacityRatio: number): number {
  requireReachable(effectiveness, capacityRatio, smallerMixedCrossflowEffectiveness(Number.MAX_VALUE, capacityRatio));
  const units = -Math.log1p(-effectiveness);
  return capacityRatio === 0 ? units : -Math.log1p(-capacityRatio * units) / capacityRatio;
}

/**
 * Effectiveness of a shell-and-tube exchanger, one shell pass and two (four, six …) tube passes.
 *
 *     g = √(1 + C²),  t = tanh(NTU g/2),  ε = 2t / ((1 + C) t + g)
 *
 * Table 11.3 of [1] with (1 + e⁻ᶻ)/(1 − e⁻ᶻ) written as 1/tanh(z/2): NTU = 0 needs no case.
 *
 * @param transferUnits NTU [1], ≥ 0
 * @param capacityRatio C [1], 0 … 1
 * @returns ε [1], 0 … 2/(1 + C + g)
 * @throws {OutOfRangeError} for an argument outside its range, or NaN
 *
 * [1] Bergman et al., 7th ed., table 11.3.
 */
export function shellAndTubeEffectiveness(transferUnits: number, capacityRatio: number): number {
  requireExchanger(transferUnits, capacityRatio);
  const g = Math.sqrt(1 + capacityRatio * capacityRatio);
  const t = Math.tanh((transferUnits * g) / 2);
  return (2 * t) / ((1 + capacityRatio) * t + g);
}

/** NTU = (2/g) artanh(ε g/(2 − ε(1 + C))), the inverse of `shellAndTubeEffectiveness`. */
export function shellAndTubeTransferUnits(effectiveness: number, capacityRatio: number): number {
  const g = Math.sqrt(1 + capacityRatio * capacityRatio);
  requireReachable(effectiveness, capacityRatio, 2 / (1 + capacityRatio + g));
  return (2 / g) * Math.atanh((effectiveness * g) / (2 - effectiveness * (1 + capacityRatio)));
}

/**
 * Effectiveness where one stream keeps its temperature, as a condenser's or an evaporator's does.
 *
 *     ε = 1 − e^(−NTU)
 *
 * @param transferUnits NTU of the other stream [1], ≥ 0
 * @returns ε [1], 0 … 1
 * @throws {OutOfRangeError} for a negative NTU, or NaN
 *
 * Bergman et al., 7th ed., table 11.3, C = 0.
 */
export function phaseChangeEffectiveness(transferUnits: number): number {
  requireRange('transferUnits', transferUnits, transferUnitsRange, '[1]');
  return -Math.expm1(-transferUnits);
}

/** NTU = −ln(1 − ε), the inverse of `phaseChangeEffectiveness`. */
export function phaseChangeTransferUnits(effectiveness: number): number {
  requireReachable(effectiveness, 0, 1);
  return -Math.log1p(-effectiveness);
}

export const arrangements = [
  'counterflow',
  'parallel',
  'crossflow',
  'crossflow, larger mixed',
  'crossflow, smaller mixed',
  'shell and tube',
  'phase change',
] as const;

/** How the two streams pass each other. */
export type Arrangement = (typeof arrangements)[number];

/** The effectiveness of each arrangement, (NTU, C) → ε. */
export const effectivenessOf: Readonly<Record<Arrangement, (transferUnits: number, capacityRatio: number) => number>> =
  {
    counterflow: counterflowEffectiveness,
    parallel: parallelEffectiveness,
    crossflow: crossflowEffectiveness,
    'crossflow, larger mixed': largerMixedCrossflowEffectiveness,
    'crossflow, smaller mixed': smallerMixedCrossflowEffectiveness,
    'shell and tube': shellAndTubeEffectiveness,
    'phase change': phaseChangeEffectiveness,
  };

/** The transfer units of each arrangement, (ε, C) → NTU. */
export const transferUnitsOf: Readonly<Record<Arrangement, (effectiveness: number, capacityRatio: number) => number>> =
  {
    counterflow: counterflowTransferUnits,
    parallel: parallelTransferUnits,
    crossflow: crossflowTransferUnits,
    'crossflow, larger mixed': largerMixedCrossflowTransferUnits,
    'crossflow, smaller mixed': smallerMixedCrossflowTransferUnits,
    'shell and tube': shellAndTubeTransferUnits,
    'phase change': phaseChangeTransferUnits,
  };
