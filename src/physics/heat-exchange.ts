/**
 * Two streams in one exchanger: how its conductance follows both flows, what
 * heat it moves, and the flow that just moves a wanted heat.
 *
 * Films follow a power of the flow; wall resistance is inside the films,
 * fouling stands by itself. Leaves out property changes along the exchanger.
 * Used by CDUs, plate economizers, coils and condenser bundles; sized once,
 * then called every hour without allocating.
 */

import { requireRange } from '../errors.ts';
import { type Arrangement, effectivenessOf, transferUnitsOf } from './effectiveness.ts';

/** An exchanger as it is rated; made once by `exchangerRating`. */
export interface ExchangerRating {
  readonly effectiveness: (transferUnits: number, capacityRatio: number) => number;
  /** 1/hA at rated flow, and the rated flow's logarithm, for each side. */
  readonly firstResistance: number;
  readonly secondResistance: number;
  readonly firstLogFlow: number;
  readonly secondLogFlow: number;
  /** n of hA ∝ ṁⁿ. */
  readonly firstExponent: number;
  readonly secondExponent: number;
  /** Fouling over area, both sides together [K/W]. */
  readonly foulingResistance: number;
}

const positive = [Number.MIN_VALUE, Number.MAX_VALUE] as const;
const notNegative = [0, Number.MAX_VALUE] as const;

/**
 * An exchanger from its rated conductance and how that splits between the films.
 *
 *     1/UA = 1/hA₁ + 1/hA₂ + R_f,   r = hA₁/hA₂
 *
 * @param design.arrangement how the streams pass
 * @param design.conductance UA at rated flows, fouling included [W/K], > 0
 * @param design.firstFlow, design.secondFlow rated mass flows [kg/s], > 0
 * @param design.filmRatio r = hA₁/hA₂ at rated flows [1], > 0; 1 if absent (see `filmRatio`)
 * @param design.firstExponent, design.secondExponent n of hA ∝ ṁⁿ [1], 0 … 1; 0.8 if absent, a turbulent duct (Dittus–Boelter)
 * @param design.foulingResistance R_f [K/W], 0 … below 1/UA; 0 if absent
 * @returns the rating
 * @throws {OutOfRangeError} for an argument outside its range
 */
export function exchangerRating(design: {
  readonly arrangement: Arrangement;
  readonly conductance: number;
  readonly firstFlow: number;
  readonly secondFlow: number;
  readonly filmRatio?: number;
  readonly firstExponent?: number;
  readonly secondExponent?: number;
  readonly foulingResistance?: number;
}): ExchangerRating {
  const { arrangement, conductance, firstFlow, secondFlow } = design;
  const { filmRatio: ratio = 1, firstExponent = 0.8, secondExponent = 0.8, foulingResistance = 0 } = design;
  requireRange('conductance', conductance, positive, 'W/K');
  requireRange('first flow', firstFlow, positive, 'kg/s');
  requireRange('second flow', secondFlow, positive, 'kg/s');
  requireRange('film ratio', ratio, positive, '[1]');
  requireRange('first exponent', firstExponent, [0, 1], '[1]');
  requireRange('second exponent', secondExponent, [0, 1], '[1]');
  requireRange('fouling resistance', foulingResistance, [0, 0.99 / conductance], 'K/W');
  const films = 1 / conductance - foulingResistance;
  return {
    effectiveness: effectivenessOf[arrangement],
    firstResistance: films / (1 + ratio),
    secondResistance: (films * ratio) / (1 + ratio),
    firstLogFlow: Math.log(firstFlow),
    secondLogFlow: Math.log(secondFlow),
    firstExponent,
    secondExponent,
    foulingResistance,
  };
}

/** The same exchanger with its sides exchanged: `flowForDuty` then finds the other flow. */
export function reversedRating(rating: ExchangerRating): ExchangerRating {
  return {
    ...rating,
    firstResistance: rating.secondResistance,
    secondResistance: rating.firstResistance,
    firstLogFlow: rating.secondLogFlow,
    secondLogFlow: rating.firstLogFlow,
    firstExponent: rating.secondExponent,
    secondExponent: rating.firstExponent,
  };
}

/**
 * Conductance at two flows.
 *
 *     1/UA = Σ (ṁ/ṁ₀)⁻ⁿ / hA₀ + R_f
 *
 * The power law is kept down to no flow. A real film turns laminar and stops
 * falling, so UA is on the low side there; by then the effectiveness is near 1
 * and the error in heat is small. It keeps heat a rising function of both flows.
 *
 * @param rating the exchanger
 * @param firstFlow, secondFlow mass flows [kg/s], ≥ 0
 * @returns UA [W/K]; 0 where a flow is 0
 */
export function conductanceAtFlows(rating: ExchangerRating, firstFlow: number, secondFlow: number): number {
  const first = rating.firstResistance * Math.exp(rating.firstExponent * (rating.firstLogFlow - Math.log(firstFlow)));
  const second =
    rating.secondResistance * Math.exp(rating.secondExponent * (rating.secondLogFlow - Math.log(secondFlow)));
  return 1 / (first + second + rating.foulingResistance);
}

/**
 * Heat moved from the first stream to the second.
 *
 *     Q = ε C_min (T₁ − T₂)        negative where the second enters the hotter
 *
 * @param rating the exchanger
 * @param firstFlow, secondFlow mass flows [kg/s], ≥ 0
 * @param firstCapacityRate, secondCapacityRate C = ṁ c_p [W/K], ≥ 0
 * @param temperatureDifference T₁ − T₂ of the inlets [K]
 * @returns Q [W]
 * @throws {OutOfRangeError} for a negative flow, or NaN
 */
export function exchangerHeat(
  rating: ExchangerRating,
  firstFlow: number,
  firstCapacityRate: number,
  secondFlow: number,
  secondCapacityRate: number,
  temperatureDifference: number,
): number {
  const conductance = conductanceAtFlows(rating, firstFlow, secondFlow);
  return heatPerKelvin(rating, conductance, firstCapacityRate, secondCapacityRate) * temperatureDifference;
}

/**
 * Heat moved per difference of the inlets, ε C_min, for who keeps the conductance while flows stand still.
 *
 * @param conductance UA of `conductanceAtFlows` [W/K]
 * @returns Q/(T₁ − T₂) [W/K]; 0 where a capacity rate is 0. Others as in `exchangerHeat`
 */
export function heatPerKelvin(
  rating: ExchangerRating,
  conductance: number,
  firstCapacityRate: number,
  secondCapacityRate: number,
): number {
  const smaller = Math.min(firstCapacityRate, secondCapacityRate);
  if (smaller === 0) return 0;
  const larger = Math.max(firstCapacityRate, secondCapacityRate);
  return rating.effectiveness(conductance / smaller, smaller / larger) * smaller;
}

/** Newton and secant steps of `flowForDuty`, then halvings. */
const newtonSteps = 12;
const maximumSteps = 60;
/** Of the heat, relative; and of the flow, where rounding of a flat curve is all that is left. */
const relativeTolerance = 1e-12;
const stepTolerance = 1e-13;
const productTolerance = 1e-13;

/**
 * The second stream's flow at which the exchanger just moves a wanted heat.
 *
 * Heat rises with flow and is concave, log against log, so a Newton step on the
 * logarithms cannot leave the side of the root for long: the first slope comes
 * from the log mean temperature difference (exact in counterflow), the next from
 * the last two points. From a guess within 10 % four or five evaluations reach 1e-12.
 *
 * @param rating the exchanger; `reversedRating` to find the first stream's flow
 * @param heat the wanted heat, as a size [W]; none wanted gives no flow
 * @param firstFlow ṁ₁ [kg/s], ≥ 0
 * @param firstCapacityRate C₁ [W/K], ≥ 0
 * @param secondSpecificHeat c_p of the second stream [J/(kg·K)], > 0
 * @param temperatureDifference difference of the inlets, driving the wanted way [K]
 * @param maximumFlow the largest ṁ₂ [kg/s], > 0
 * @param guess the last answer, or anything not positive if there is none [kg/s]
 * @returns ṁ₂ [kg/s], 0 … maximumFlow; the maximum where even that moves too little,
 *   the pinch forbids it or the difference drives the other way
 */
export function flowForDuty(
  rating: ExchangerRating,
  heat: number,
  firstFlow: number,
  firstCapacityRate: number,
  secondSpecificHeat: number,
  temperatureDifference: number,
  maximumFlow: number,
  guess: number,
): number {
  if (!(heat > 0)) return 0;
  if (!(heat < firstCapacityRate * temperatureDifference)) return maximumFlow;

  // The second stream must carry the heat away within the inlets' difference: a floor to every flow.
  const leastFlow = heat / (secondSpecificHeat * temperatureDifference);
  if (!(leastFlow < maximumFlow)) return maximumFlow;
  const most = Math.log(maximumFlow);
  const fixed =
    rating.foulingResistance +
    rating.firstResistance * Math.exp(rating.firstExponent * (rating.firstLogFlow - Math.log(firstFlow)));
  let low = Math.log(leastFlow);
  let high = most;
  let x = guess > leastFlow && guess <= maximumFlow ? Math.log(guess) : Math.min(high, low + 0.2);
  let lastX = NaN;
  let lastMiss = NaN;
  for (let step = 0; step < maximumSteps; step++) {
    const flow = Math.exp(x);
    const capacityRate = flow * secondSpecificHeat;
    const film = rating.secondResistance * Math.exp(rating.secondExponent * (rating.secondLogFlow - x));
    const smaller = Math.min(firstCapacityRate, capacityRate);
    const ratio = smaller / Math.max(firstCapacityRate, capacityRate);
    const effectiveness = rating.effectiveness(1 / ((film + fixed) * smaller), ratio);
    const miss = Math.log(heat / (effectiveness * smaller * temperatureDifference));
    if (x === most && miss >= 0) return maximumFlow;
    if (Math.abs(miss) < relativeTolerance) return flow;
    if (miss > 0) low = x;
    else high = x;
    let slope = (miss - lastMiss) / (lastX - x);
    if (!(slope > 1e-9 && slope < 1.5)) {
      const share = (rating.secondExponent * film) / (film + fixed);
      slope = flowElasticity(heat, firstCapacityRate, capacityRate, temperatureDifference, share);
    }
    const change = miss / slope;
    const trusted = step < newtonSteps && x + change > low && x + change < high;
    // A secant's miss goes with the product of the last two steps: no need to look again.
    if (trusted && Math.abs(change * (x - lastX)) < productTolerance) return Math.exp(x + change);
    lastX = x;
    lastMiss = miss;
    if (trusted) x += change;
    else if (step >= newtonSteps || x + change <= low) x = 0.5 * (low + high);
    // A step past an untried maximum tries the maximum itself.
    else x = high === most && lastX !== most ? most : 0.5 * (lastX + high);
    if (Math.abs(x - lastX) < stepTolerance) return Math.exp(x);
  }
  return Math.exp(x);
}

/**
 * d ln Q / d ln ṁ₂, exact where Q = UA L holds with the counterflow log mean difference L.
 *
 *     a = ΔT − Q/C₂, b = ΔT − Q/C₁, L = (a − b)/ln(a/b), L_a = ∂L/∂a, L_b = ∂L/∂b
 *     (u + L_a Q/(C₂ L)) / (1 + L_a Q/(C₂ L) + L_b Q/(C₁ L)),   u = d ln UA/d ln ṁ₂
 */
function flowElasticity(
  heat: number,
  firstCapacityRate: number,
  secondCapacityRate: number,
  temperatureDifference: number,
  conductanceElasticity: number,
): number {
  const least = 1e-9 * temperatureDifference;
  const a = Math.max(temperatureDifference - heat / secondCapacityRate, least);
  const b = Math.max(temperatureDifference - heat / firstCapacityRate, least);
  const ratio = Math.log(a / b);
  const equal = Math.abs(ratio) < 1e-4;
  const logMean = equal ? 0.5 * (a + b) : (a - b) / ratio;
  const slopeA = equal ? 0.5 : (1 - logMean / a) / ratio;
  const slopeB = equal ? 0.5 : (logMean / b - 1) / ratio;
  const byOutlet = (slopeA * heat) / (secondCapacityRate * logMean);
  const byInlet = (slopeB * heat) / (firstCapacityRate * logMean);
  return (conductanceElasticity + byOutlet) / (1 + byOutlet + byInlet);
}

/**
 * Conductance an exchanger needs for a duty.
 *
 *     ε = Q/(C_min ΔT),  UA = NTU(ε, C) C_min
 *
 * @param duty.heat Q, as a size [W], > 0
 * @param duty.firstCapacityRate, duty.secondCapacityRate [W/K], > 0
 * @param duty.temperatureDifference of the inlets, as a size [K], > 0
 * @returns UA [W/K]
 * @throws {OutOfRangeError} if the duty crosses the pinch
 */
export function conductanceForDuty(duty: {
  readonly arrangement: Arrangement;
  readonly heat: number;
  readonly firstCapacityRate: number;
  readonly secondCapacityRate: number;
  readonly temperatureDifference: number;
}): number {
  requireRange('heat', duty.heat, notNegative, 'W');
  requireRange('first capacity rate', duty.firstCapacityRate, positive, 'W/K');
  requireRange('second capacity rate', duty.secondCapacityRate, positive, 'W/K');
  requireRange('temperature difference', duty.temperatureDifference, positive, 'K');
  const smaller = Math.min(duty.firstCapacityRate, duty.secondCapacityRate);
  const larger = Math.max(duty.firstCapacityRate, duty.secondCapacityRate);
  const effectiveness = duty.heat / (smaller * duty.temperatureDifference);
  return transferUnitsOf[duty.arrangement](effectiveness, smaller / larger) * smaller;
}

/** What a turbulent film in a plate channel depends on. */
export interface FilmState {
  readonly massFlow: number;
  readonly conductivity: number;
  readonly viscosity: number;
  readonly specificHeat: number;
}

/**
 * Ratio of the two films of a plate exchanger whose sides have equal channels.
 *
 *     hA ∝ k (ṁ/μ)^0.8 Pr^(1/3),   Pr = c_p μ/k
 *
 * @param first, second each side's rated flow and properties
 * @returns hA₁/hA₂ [1]
 *
 * Dittus–Boelter with the exponent 1/3 for both sides: Bergman et al., 7th ed., eq. 8.59–8.60.
 */
export function filmRatio(first: FilmState, second: FilmState): number {
  return turbulentFilm(first) / turbulentFilm(second);
}

function turbulentFilm(side: FilmState): number {
  requireRange('mass flow', side.massFlow, positive, 'kg/s');
  const prandtl = (side.specificHeat * side.viscosity) / side.conductivity;
  return side.conductivity * Math.exp(0.8 * Math.log(side.massFlow / side.viscosity)) * Math.cbrt(prandtl);
}
