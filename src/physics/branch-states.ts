/**
 * Where each branch of a network stands in a solution: its flow, the straight
 * line that stands for its law there, and whether it is at a limit. Knows
 * nothing of nodes but the pressures at a branch's two ends.
 */

import type { FlowLaw } from './flow-law.ts';
import type { BranchEnds } from './network-equations.ts';
import type { NetworkBranch } from './network-description.ts';

/** Arrays are by branch; nothing allocates but `dropsBetween`. */
export interface BranchStates {
  /** Opening or speed [1]. */
  readonly settings: Float64Array;
  /** [kg/s] */
  readonly flows: Float64Array;
  /** G and w of ṁ = w + G (p_from − p_to), after `linearise`. */
  readonly conductances: Float64Array;
  readonly constants: Float64Array;
  /** Below this a sum of flows counts as none [kg/s]. */
  readonly smallestTotal: number;
  /** Takes the limits of the settings of now, and flows within them. */
  readonly placeWithinLimits: () => void;
  /** @param heads pressures by node [Pa], as they stand before the step */
  readonly linearise: (heads: Float64Array) => void;
  /**
   * @param share of the step that is taken [1]
   * @returns how far the flows moved, over their sum; ∞ while one is rough or leaves its limit
   */
  readonly advance: (heads: Float64Array, share: number) => number;
  /** Drops of the laws at the flows; of a branch at its limit what lies between its ends. */
  readonly dropsBetween: (pressures: Float64Array) => Float64Array;
  /** The next placing starts from typical flows. */
  readonly forget: () => void;
}

/** Step of one branch over its flow: a flow that is small beside the others may still stand for a large pressure. */
const branchTolerance = 3e-5;
/** Share of the typical flow below which a flow counts as small for that. */
const smallFlow = 1e-3;
/** Share of its flow by which a branch may move before its law is asked again: its drop is then off by 1e-10 of itself. */
const nearness = 1e-5;
/**
 * Slope beyond a limit over the typical slope of its branch. What it lets through is taken back in the next step, so
 * that nothing leaks; it keeps the pressures of parts defined that shut valves cut off.
 */
const steepness = 1e8;
/** Share of the pressures below which none pushes a branch off its limit. */
const noise = 1e-10;
/** Steps for the flow of a branch that leaves its limit. */
const branchSteps = 40;

export function branchStates(branches: readonly NetworkBranch[], { from, to }: BranchEnds): BranchStates {
  const size = branches.length;
  const laws = branches.map(({ law }) => law);
  const settings = Float64Array.from(branches, ({ setting }) => setting ?? 1);
  const flows = new Float64Array(size);
  const conductances = new Float64Array(size);
  const constants = new Float64Array(size);
  const drops = new Float64Array(size);
  const slopes = new Float64Array(size);
  const least = new Float64Array(size);
  const most = new Float64Array(size);
  /** −1 at its least flow, +1 at its most, 0 between. */
  const limits = new Int8Array(size);
  /** Share of its own flow with which a branch leaves its least flow: halved each time, for two may throw each other back. */
  const timidity = new Float64Array(size);
  const knownSettings = new Float64Array(size).fill(NaN);
  const knownFlows = new Float64Array(size).fill(NaN);
  const knownDrops = new Float64Array(size);
  const typicalFlows = Float64Array.from(laws, ({ typicalFlow }) => typicalFlow);
  const smallestTotal = typicalFlows.reduce((total, flow) => total + flow, 0) * 1e-4;
  const typicalSlopes = laws.map(typicalSlope);
  /** Conductances beyond a limit, and slopes where a law is level. */
  const stiff = Float64Array.from(typicalSlopes, (slope) => 1 / (steepness * slope));
  const floors = Float64Array.from(typicalSlopes, (slope) => slope / steepness);
  const sum = new Float64Array(2);
  let isCold = true;

  function placeWithinLimits(): void {
    timidity.fill(1);
    for (let k = 0; k < size; k++) {
      if (settings[k] !== knownSettings[k]) {
        least[k] = laws[k].leastFlow(settings[k]);
        most[k] = laws[k].mostFlow(settings[k]);
        knownSettings[k] = settings[k];
        knownFlows[k] = NaN;
      }
      if (isCold) {
        flows[k] = typicalFlows[k];
        limits[k] = 0;
      }
      if (flows[k] <= least[k] || limits[k] < 0) stand(k, -1);
      else if (flows[k] >= most[k] || limits[k] > 0) stand(k, 1);
    }
    isCold = false;
  }

  /** Puts a branch at its limit; one whose limit is gone, as of a valve that opens, starts anew. */
  function stand(k: number, limit: -1 | 1): void {
    const flow = limit < 0 ? least[k] : most[k];
    const isLimited = Number.isFinite(flow);
    limits[k] = isLimited ? limit : 0;
    flows[k] = isLimited ? flow : typicalFlows[k];
  }

  /** Drop and slope of a branch at a flow, into `sum`. */
  function evaluate(k: number, flow: number): void {
    sum[0] = 0;
    sum[1] = 0;
    laws[k].add(flow, settings[k], sum);
  }

  /** Drop and slope of a branch, kept while its flow stays near: then its tangent is right to the square of the share moved. */
  function look(k: number): void {
    const flow = flows[k];
    const moved = flow - knownFlows[k];
    if (Math.abs(moved) <= nearness * Math.abs(flow)) {
      drops[k] = knownDrops[k] + slopes[k] * moved;
      return;
    }
    evaluate(k, flow);
    knownFlows[k] = flow;
    knownDrops[k] = sum[0];
    drops[k] = sum[0];
    slopes[k] = sum[1] > floors[k] ? sum[1] : floors[k];
  }

  function linearise(heads: Float64Array): void {
    for (let k = 0; k < size; k++) {
      if (least[k] < most[k]) look(k);
      const isFree = limits[k] === 0;
      const g = isFree ? 1 / slopes[k] : stiff[k];
      conductances[k] = g;
      constants[k] = flows[k] - g * (isFree ? drops[k] : heads[from[k]] - heads[to[k]]);
    }
  }

  function advance(heads: Float64Array, share: number): number {
    let moved = 0;
    let total = smallestTotal;
    let isRough = false;
    const push = noise * largestSize(heads);
    for (let k = 0; k < size; k++) {
      const before = flows[k];
      const difference = heads[from[k]] - heads[to[k]];
      if (limits[k] === 0) {
        const flow = before + share * (constants[k] + conductances[k] * difference - before);
        flows[k] = flow;
        if (flow < least[k]) stand(k, -1);
        else if (flow > most[k]) stand(k, 1);
      } else if ((drops[k] - difference) * limits[k] > push && least[k] < most[k]) {
        if (limits[k] < 0) flows[k] = least[k] + timidity[k] * (flowOfBranch(k, difference) - least[k]);
        timidity[k] *= 0.5;
        limits[k] = 0;
        isRough = true;
      }
      const flow = Math.abs(flows[k]);
      const step = Math.abs(flows[k] - before);
      moved += step;
      total += flow;
      if (step > branchTolerance * (flow + smallFlow * typicalFlows[k])) isRough = true;
    }
    return isRough ? Infinity : moved / total;
  }

  /** Flow that a branch alone would take. A law may be level at its least flow: from there a network step leads anywhere. */
  function flowOfBranch(k: number, difference: number): number {
    let flow = least[k] + typicalFlows[k];
    for (let step = 0; step < branchSteps; step++) {
      evaluate(k, flow);
      flow = Math.max(least[k], flow - (sum[0] - difference) / Math.max(sum[1], floors[k]));
    }
    return Math.min(flow, most[k]);
  }

  function dropsBetween(pressures: Float64Array): Float64Array {
    return flows.map((flow, k) => {
      evaluate(k, flow);
      return limits[k] === 0 ? sum[0] : pressures[from[k]] - pressures[to[k]];
    });
  }

  return {
    settings,
    flows,
    conductances,
    constants,
    smallestTotal,
    placeWithinLimits,
    linearise,
    advance,
    dropsBetween,
    forget: () => void (isCold = true),
  };
}

function typicalSlope(law: FlowLaw): number {
  const sum = new Float64Array(2);
  law.add(law.typicalFlow, 1, sum);
  return Math.max(sum[1], Number.MIN_VALUE / Number.EPSILON);
}

function largestSize(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]));
  return largest;
}
