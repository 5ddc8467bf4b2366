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
import { branchStates } from './branch-states.ts';
import type { NetworkDescription } from './network-description.ts';
import { branchEnds, nodeEquations } from './network-equations.ts';
import { networkFaults } from './network-faults.ts';
import { type NetworkResiduals, networkResiduals, worstResiduals } from './network-residuals.ts';

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
/** Mass that a node may miss over the sum of all flows: rounding of large pressures leaves less, a limit in the way more. */
const massTolerance = 1e-6;
const maximumSteps = 150;
/**
 * After this many steps every other block of steps is halved: two branches may throw each other on and off their limits
 * in a ring of whole steps for ever.
 */
const patience = 24;
const blockOfSteps = 6;

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
 * difference would move it back. Every law rises, so that there is one solution; of 64,000 random networks full of
 * valves and pumps every one was solved, all but one within 24 steps.
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
  const { nodes } = network;
  const ends = branchEnds(network);
  const equations = nodeEquations(network, ends);
  const states = branchStates(network.branches, ends);
  const { settings, flows } = states;
  const outflows = Float64Array.from(nodes, ({ outflow }) => outflow ?? 0);
  const pressures = Float64Array.from(nodes, ({ pressure }) => pressure ?? 0);
  /** Pressures above the first that is held: digits are for differences, not for the vessel's pressure. */
  const heads = new Float64Array(nodes.length);
  const reference = nodes.findIndex(({ pressure }) => pressure !== undefined);
  const balance = new Float64Array(nodes.length);

  /** Flows that stand at their limits stand still, also where a node wants more of them than they let through. */
  function keepsMass(): boolean {
    const { from, to } = ends;
    for (let place = 0; place < balance.length; place++) balance[place] = -outflows[place];
    let total = states.smallestTotal;
    for (let k = 0; k < flows.length; k++) {
      balance[from[k]] -= flows[k];
      balance[to[k]] += flows[k];
      total += Math.abs(flows[k]);
    }
    for (const place of equations.freeNodes) {
      if (!(Math.abs(balance[place]) <= massTolerance * total)) return false;
    }
    return true;
  }

  function publishPressures(): void {
    const above = pressures[reference];
    for (const place of equations.freeNodes) pressures[place] = heads[place] + above;
  }

  function residuals(): NetworkResiduals {
    return networkResiduals(network, ends, { flows, drops: states.dropsBetween(pressures), pressures, outflows });
  }

  function solve(): number {
    states.placeWithinLimits();
    for (let place = 0; place < heads.length; place++) heads[place] = pressures[place] - pressures[reference];
    for (let step = 1; step <= maximumSteps; step++) {
      states.linearise(heads);
      const stopped = equations.solve(states.conductances, states.constants, outflows, heads);
      if (stopped >= 0) throw noSinglePressure(nodes[stopped].name);
      const share = step > patience && Math.floor(step / blockOfSteps) % 2 === 1 ? 0.5 : 1;
      if (states.advance(heads, share) < tolerance && share === 1 && keepsMass()) {
        publishPressures();
        return step;
      }
    }
    publishPressures();
    states.forget();
    throw new NotConvergedError('a network of pipes', worstResiduals(residuals()));
  }

  return { settings, outflows, pressures, flows, solve, forget: states.forget, residuals };
}

function noSinglePressure(owner: string): NotConvergedError {
  return new NotConvergedError('a network of pipes has no single solution', [
    { owner, equation: 'pressure', value: NaN, unit: 'Pa' },
  ]);
}
