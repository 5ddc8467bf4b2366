/**
 * The laws of what stands in the branches of a liquid network: pipe,
 * resistance, control valve, flow limiter, pump and check valve. Flows are by
 * mass; each law is made once for its coolant and then allocates nothing.
 *
 * Leaves out cavitation, the range of differential pressure above which a
 * limiter gives way, and buoyancy. Used by the network through `flow-law.ts`.
 */

import { requireRange } from '../errors.ts';
import type { MoverCurve } from './fan-and-pump.ts';
import { anyFlowBackwards, anyFlowForwards, type FlowLaw } from './flow-law.ts';
import type { FlowResistance } from './flow-resistance.ts';
import { frictionFactor, frictionSlope, type Pipe } from './pipe-friction.ts';

/** A liquid at the temperature of a branch. */
export interface BranchLiquid {
  /** [kg/m³] */
  readonly density: number;
  /** Dynamic [Pa·s]. */
  readonly viscosity: number;
}

/** Flow share below which a power law goes on straight to nought, as laminar flow does. */
const foot = 1e-4;

/** Share of its open conductance below which a valve is shut. */
const tight = 1e-6;

/** A water velocity of pipes to start from [m/s]. */
const typicalVelocity = 1;

const unlimited = {
  leastFlow: anyFlowBackwards,
  mostFlow: anyFlowForwards,
  isAdjustable: false,
};

/**
 * Darcy–Weisbach pipe with its fittings, laminar to rough.
 *
 *     Δp = (f L/D + ΣK) ṁ|ṁ|/(2 ρ A²)
 *     dΔp/dṁ = (2 (f L/D + ΣK) + Re f′ L/D) |ṁ|/(2 ρ A²)
 *
 * `frictionFactor` has f with its range; f L/D is written as 64 L/(D Re) where it is laminar, so that nought flow
 * has a slope.
 *
 * @param pipe length, diameter > 0, roughness ≤ 0.05 diameters, Σ K ≥ 0
 * @param liquid density and viscosity, > 0
 * @throws {OutOfRangeError} for sizes that are none
 */
export function pipeLaw(pipe: Pipe, liquid: BranchLiquid): FlowLaw {
  const { length, diameter, roughness, lossCoefficient } = pipe;
  const { density, viscosity } = liquid;
  const positive = [Number.MIN_VALUE, Number.MAX_VALUE] as const;
  requireRange('length', length, positive, 'm');
  requireRange('diameter', diameter, positive, 'm');
  requireRange('relative roughness', roughness / diameter, [0, 0.05], '[1]');
  requireRange('loss coefficient', lossCoefficient, [0, Number.MAX_VALUE], '[1]');
  requireRange('density', density, positive, 'kg/m³');
  requireRange('viscosity', viscosity, positive, 'Pa·s');
  const area = 0.25 * Math.PI * diameter * diameter;
  const slenderness = length / diameter;
  const relativeRoughness = roughness / diameter;
  const reynoldsPerFlow = 4 / (Math.PI * diameter * viscosity);
  const perSquare = 0.5 / (density * area * area);
  const laminarSlope = (64 * slenderness * perSquare) / reynoldsPerFlow;
  const laminarFlow = 2000 / reynoldsPerFlow;
  return {
    ...unlimited,
    typicalFlow: typicalVelocity * density * area,
    add(massFlow, _setting, sum) {
      const size = Math.abs(massFlow);
      if (size <= laminarFlow) {
        const fittings = lossCoefficient * perSquare * size;
        sum[0] += (laminarSlope + fittings) * massFlow;
        sum[1] += laminarSlope + 2 * fittings;
        return;
      }
      const reynolds = reynoldsPerFlow * size;
      const friction = frictionFactor(reynolds, relativeRoughness);
      const loss = friction * slenderness + lossCoefficient;
      const bend = frictionSlope(reynolds, relativeRoughness, friction) * slenderness;
      sum[0] += loss * perSquare * size * massFlow;
      sum[1] += (2 * loss + bend) * perSquare * size;
    },
  };
}

/**
 * Anything measured at one flow: cold plate, exchanger, filter, coupling.
 *
 *     Δp = Δp₀ (ṁ/ṁ₀)ⁿ,   straight below ṁ₀/10 000
 *
 * @param resistance Δp₀ > 0 at ṁ₀ > 0 [kg/s], n 1 … 2
 * @throws {OutOfRangeError} for a point or exponent outside
 */
export function resistanceLaw(resistance: FlowResistance): FlowLaw {
  return {
    ...unlimited,
    typicalFlow: resistance.ratedFlow,
    ...powerLaw(resistance, () => 1),
  };
}

/**
 * Control valve.
 *
 *     Δp = Δp₀ (ṁ/ṁ₀)²/φ²,   φ by the valve's characteristic
 *
 * @param open Δp₀ at ṁ₀ of the open valve; exponent 2 commonly
 * @param conductanceShare φ of an opening, as in `valve.ts` [1]; below a millionth the valve is shut
 * @throws {OutOfRangeError} for a point or exponent outside
 */
export function valveLaw(open: FlowResistance, conductanceShare: (opening: number) => number): FlowLaw {
  return {
    typicalFlow: open.ratedFlow,
    isAdjustable: true,
    ...powerLaw(open, conductanceShare),
    leastFlow: (opening) => (conductanceShare(opening) > tight ? -Infinity : 0),
    mostFlow: (opening) => (conductanceShare(opening) > tight ? Infinity : 0),
  };
}

function powerLaw(resistance: FlowResistance, conductanceShare: (setting: number) => number): Pick<FlowLaw, 'add'> {
  const { ratedPressureDrop, ratedFlow, exponent } = resistance;
  requireRange('rated pressure drop', ratedPressureDrop, [Number.MIN_VALUE, Number.MAX_VALUE], 'Pa');
  requireRange('rated flow', ratedFlow, [Number.MIN_VALUE, Number.MAX_VALUE], 'kg/s');
  requireRange('exponent', exponent, [1, 2], '[1]');
  const isSquare = exponent === 2;
  const footSlope = (ratedPressureDrop / ratedFlow) * Math.exp((exponent - 1) * Math.log(foot));
  let knownSetting = NaN;
  let factor = 1;
  return {
    add(massFlow, setting, sum) {
      if (setting !== knownSetting) {
        const share = conductanceShare(setting);
        factor = 1 / (share * share);
        knownSetting = setting;
      }
      const ratio = Math.abs(massFlow) / ratedFlow;
      let slope = footSlope;
      let bend = footSlope;
      if (ratio > foot) {
        slope = (ratedPressureDrop / ratedFlow) * (isSquare ? ratio : Math.exp((exponent - 1) * Math.log(ratio)));
        bend = exponent * slope;
      }
      sum[0] += factor * slope * massFlow;
      sum[1] += factor * bend;
    },
  };
}

/**
 * Pressure-independent valve: lets its set flow through and no more, whatever
 * the pressure difference, once that is above its least.
 *
 *     Δp = Δp_min (ṁ/ṁ_set)² while ṁ < y ṁ_set;   ṁ = y ṁ_set for any larger Δp
 *
 * @param setFlow ṁ_set at setting y = 1 [kg/s], > 0
 * @param minimumPressureDrop Δp_min, from which on it holds the flow [Pa], > 0
 * @throws {OutOfRangeError} for a flow or drop that is none
 */
export function flowLimiterLaw(setFlow: number, minimumPressureDrop: number): FlowLaw {
  return {
    typicalFlow: setFlow,
    isAdjustable: true,
    ...powerLaw({ ratedFlow: setFlow, ratedPressureDrop: minimumPressureDrop, exponent: 2 }, () => 1),
    leastFlow: (setting) => (setting > 0 ? -Infinity : 0),
    mostFlow: (setting) => Math.max(0, setting) * setFlow,
  };
}

/**
 * Pumps of one kind side by side at one speed.
 *
 *     Δp = −n² h(V/(N n)),   V = ṁ/ρ
 *
 * A pump at rest is shut. Flow may run backwards against a weak pump unless a check valve stands in the branch.
 *
 * @param curve h with its affinity laws; beyond its last point it goes on straight
 * @param density ρ [kg/m³], > 0
 * @param inParallel N, ≥ 1
 */
export function pumpLaw(curve: MoverCurve, density: number, inParallel: number): FlowLaw {
  const perMass = 1 / (density * inParallel);
  return {
    typicalFlow: (0.5 * curve.maximumFlow) / perMass,
    isAdjustable: true,
    add(massFlow, speed, sum) {
      if (!(speed > 0)) return;
      const flow = massFlow * perMass;
      sum[0] -= curve.pressureRise(flow, speed);
      sum[1] -= curve.pressureSlope(flow, speed) * perMass;
    },
    leastFlow: (speed) => (speed > 0 ? -Infinity : 0),
    mostFlow: (speed) => (speed > 0 ? Infinity : 0),
  };
}

/** Check valve: no flow backwards; its own drop is that of a resistance beside it. */
export const checkValveLaw: FlowLaw = {
  ...unlimited,
  typicalFlow: Infinity,
  add() {},
  leastFlow: () => 0,
};

/** Flow that a Kv of 1 m³/s lets through at 1 bar is 1 m³/s of water of this density [kg/m³]. */
const waterOfKv = 1000;

/**
 * Rated point of a valve or coupling by its Kv.
 *
 *     Δp = 1 bar · ρ/1000 kg/m³ · (V/Kv)²
 *
 * @param kv flow of water at 1 bar [m³/s], > 0
 * @param density ρ of the liquid [kg/m³], > 0
 * @returns the resistance, flow by mass
 *
 * R. W. Zappe, Valve Selection Handbook, 4th ed., p. 33 (water of 1000 kg/m³ between 5 and 40 °C).
 */
export function resistanceOfKv(kv: number, density: number): FlowResistance {
  return { ratedFlow: kv * density, ratedPressureDrop: (1e5 * density) / waterOfKv, exponent: 2 };
}

const poundPerSquareInch = 6894.757293168;

/** Kv of a Cv, the flow of water at 1 psi [m³/s to m³/s]: written 3 gpm, read as m³/s, × √(1 bar/1 psi). */
export function kvOfCv(cv: number): number {
  return cv * Math.sqrt(1e5 / poundPerSquareInch);
}
