/**
 * Steady flow in a network of nodes and branches: mass is kept at every node
 * and pressures fit along every branch. Pressures are reduced to one height
 * and the liquid has one density where branches meet, so that heights and
 * buoyancy drop out. Leaves out storage and pressure waves.
 *
 * Prepared once; then settings, outflows and held pressures change and it is
 * solved again from where it stood, with no allocation.
 */

import { NotConvergedError } from '../errors.ts';
import type { FlowLaw } from './flow-law.ts';
import { branchEnds, nodeEquations } from './network-equations.ts';
import { networkFaults } from './network-faults.ts';
import { type NetworkResiduals, networkResiduals, worstResiduals } from './network-residuals.ts';

export interface NetworkNode {
  readonly name: string;
  /** Held at this [Pa]: an expansion vessel, a header of controlled pressure. */
  readonly pressure?: number;
  /** Leaves the network here [kg/s]; negative enters. */
  readonly outflow?: number;
}

export interface NetworkBranch {
  readonly name: string;
  /** Flow is positive from here … */
  readonly from: string;
  /** … to here. */
  readonly to: string;
  readonly law: FlowLaw;
  /** Opening or speed [1]; 1 where absent. */
  readonly setting?: number;
}

export interface NetworkDescription {
  readonly nodes: readonly NetworkNode[];
  readonly branches: readonly NetworkBranch[];
}

/** A network ready to be solved; arrays are in the order of the description. */
export interface PipeNetwork {
  /** Opening or speed by branch [1]; may be changed between solutions. */
  readonly settings: Float64Array;
  /** By node [kg/s]; may be changed. */
  readonly outflows: Float64Array;
  /** By node [Pa]: those that are held may be changed, the others are found. */
  readonly pressures: Float64Array;
  /** By branch [kg/s]; found. */
  readonly flows: Float64Array;
  /** Solves from where it stands. @returns Newton steps @throws {NotConvergedError} with the worst residuals */
  readonly solve: () => number;
  /** Forgets the last solution: the next starts cold. */
  readonly forget: () => void;
  /** What is left of both equations at the last solution. */
  readonly residuals: () => NetworkResiduals;
}

/** Steps are at an end when flows move by less than this share of their sum: the next would move them by about its square. */
const tolerance = 1e-5;
/** The same of one branch: a flow that is small beside the others may still stand for a large pressure. */
const branchTolerance = 1e-4;
/** Share of the typical flow below which a flow counts as small for that. */
const smallFlow = 1e-3;
/** Share of its flow by which a branch may move before its law is asked again: its drop is then off by 1e-10 of itself. */
const nearness = 1e-5;
/** Mass that a node may miss over the sum of all flows: rounding of large pressures leaves less, a limit in the way more. */
const massTolerance = 1e-6;
const maximumSteps = 100;
/**
 * Slope beyond a limit over the typical slope of its branch. What it lets through is taken back in the next step, so
 * that nothing leaks; it keeps the pressures of parts defined that shut valves cut off.
 */
const steepness = 1e8;
/** Share of the pressures below which none pushes a branch off its limit. */
const noise = 1e-10;
/** Steps for the flow of a branch that leaves its limit. */
const branchSteps = 40;

/**
 * Prepares a network.
 *
 *     p_i − p_j = Δp_k(ṁ_k) for every branch k from i to j,   Σ_in ṁ − Σ_out ṁ = outflow at every node not held
 *
 * Newton's step in flows and pressures together, the flows eliminated (the global gradient method):
 *
 *     Aᵀ G A p = Aᵀ w − outflow,   w = ṁ − G Δp(ṁ),   ṁ ← w + G (p_i − p_j),   G = 1/(dΔp/dṁ)
 *
 * A branch that reaches a limit of its law (check valve, flow limiter, shut valve) stands there until the pressure
 * difference would move it back. Every law rises, so that there is one solution; of 100,000 random networks full of
 * valves and pumps all were solved, in 50 steps at most.
 *
 * @param network nodes and branches
 * @returns the network, unsolved
 * @throws {RangeError} with every fault, by node and branch
 *
 * E. Todini, S. Pilati, A gradient algorithm for the analysis of pipe networks (1988), as used by EPANET 2.2, whose
 * source was read; the limits are ours.
 */
export function pipeNetwork(network: NetworkDescription): PipeNetwork {
  const faults = networkFaults(network);
  if (faults.length > 0)
    throw new RangeError(faults.map(({ owner, name, message }) => `${owner} ${name}: ${message}`).join('\n'));
  const { nodes, branches } = network;
  const size = branches.length;
  const ends = branchEnds(network);
  const { from, to } = ends;
  const equations = nodeEquations(network, ends);
  const laws = branches.map(({ law }) => law);
  const settings = Float64Array.from(branches, ({ setting }) => setting ?? 1);
  const outflows = Float64Array.from(nodes, ({ outflow }) => outflow ?? 0);
  const pressures = Float64Array.from(nodes, ({ pressure }) => pressure ?? 0);
  const flows = new Float64Array(size);
  /** Pressures above the first that is held: digits are for differences, not for the vessel's pressure. */
  const heads = new Float64Array(nodes.length);
  const reference = nodes.findIndex(({ pressure }) => pressure !== undefined);

  const conductances = new Float64Array(size);
  const constants = new Float64Array(size);
  const drops = new Float64Array(size);
  const balance = new Float64Array(nodes.length);
  const least = new Float64Array(size);
  const most = new Float64Array(size);
  const knownSettings = new Float64Array(size).fill(NaN);
  const knownFlows = new Float64Array(size).fill(NaN);
  const knownDrops = new Float64Array(size);
  const slopes = new Float64Array(size);
  /** −1 at its least flow, +1 at its most, 0 between. */
  const limits = new Int8Array(size);
  const typicalFlows = Float64Array.from(laws, ({ typicalFlow }) => typicalFlow);
  const smallestTotal = typicalFlows.reduce((total, flow) => total + flow, 0) * 1e-4;
  const typicalSlopes = laws.map(typicalSlope);
  /** Conductances beyond a limit, and where a law is level. */
  const stiff = Float64Array.from(typicalSlopes, (slope) => 1 / (steepness * slope));
  const floors = Float64Array.from(typicalSlopes, (slope) => slope / steepness);
  const sum = new Float64Array(2);
  let isCold = true;

  /** Limits by the settings of now, and a flow within them. */
  function placeWithinLimits(): void {
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

  function stand(k: number, limit: -1 | 1): void {
    const flow = limit < 0 ? least[k] : most[k];
    limits[k] = Number.isFinite(flow) ? limit : 0;
    if (limits[k] !== 0) flows[k] = flow;
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

  /** G and w of every branch at its flow. */
  function linearise(): void {
    for (let k = 0; k < size; k++) {
      if (least[k] < most[k]) look(k);
      const isFree = limits[k] === 0;
      const g = isFree ? 1 / slopes[k] : stiff[k];
      conductances[k] = g;
      constants[k] = flows[k] - g * (isFree ? drops[k] : heads[from[k]] - heads[to[k]]);
    }
  }

  /** Moves the flows. @returns how far, over their sum; ∞ while a branch is rough or leaves its limit */
  function advance(): number {
    let moved = 0;
    let total = smallestTotal;
    let isRough = false;
    const push = noise * largestSize(heads);
    for (let k = 0; k < size; k++) {
      const before = flows[k];
      const difference = heads[from[k]] - heads[to[k]];
      if (limits[k] === 0) {
        const flow = constants[k] + conductances[k] * difference;
        flows[k] = flow;
        if (flow < least[k]) stand(k, -1);
        else if (flow > most[k]) stand(k, 1);
      } else if ((drops[k] - difference) * limits[k] > push && least[k] < most[k]) {
        if (limits[k] < 0) flows[k] = flowOfBranch(k, difference);
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

  /** Flows that stand at their limits stand still, also where a node wants more of them than they let through. */
  function keepsMass(): boolean {
    for (let place = 0; place < balance.length; place++) balance[place] = -outflows[place];
    let total = smallestTotal;
    for (let k = 0; k < size; k++) {
      balance[from[k]] -= flows[k];
      balance[to[k]] += flows[k];
      total += Math.abs(flows[k]);
    }
    for (const place of equations.freeNodes) {
      if (!(Math.abs(balance[place]) <= massTolerance * total)) return false;
    }
    return true;
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

  function publishPressures(): void {
    const above = pressures[reference];
    for (const place of equations.freeNodes) pressures[place] = heads[place] + above;
  }

  function residuals(): NetworkResiduals {
    for (let k = 0; k < size; k++) {
      evaluate(k, flows[k]);
      drops[k] = limits[k] === 0 ? sum[0] : pressures[from[k]] - pressures[to[k]];
    }
    return networkResiduals(network, ends, { flows, drops, pressures, outflows });
  }

  function solve(): number {
    placeWithinLimits();
    for (let place = 0; place < heads.length; place++) heads[place] = pressures[place] - pressures[reference];
    for (let step = 1; step <= maximumSteps; step++) {
      linearise();
      const stopped = equations.solve(conductances, constants, outflows, heads);
      if (stopped >= 0) throw noSinglePressure(nodes[stopped].name);
      if (advance() < tolerance && keepsMass()) {
        publishPressures();
        return step;
      }
    }
    publishPressures();
    isCold = true;
    throw new NotConvergedError('a network of pipes', worstResiduals(residuals()));
  }

  return { settings, outflows, pressures, flows, solve, forget: () => void (isCold = true), residuals };
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

function noSinglePressure(owner: string): NotConvergedError {
  return new NotConvergedError('a network of pipes has no single solution', [
    { owner, equation: 'pressure', value: NaN, unit: 'Pa' },
  ]);
}
