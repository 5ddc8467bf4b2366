/**
 * A row of racks between a supply and a return header: who gets how much, and
 * what the row asks for as a whole. Header pipes, tees and what stands in a
 * rack are branches of a network; the row is solved at a total flow or at a
 * pressure difference, with or without shut racks.
 *
 * Leaves out that supply and return have two temperatures: one liquid, at their
 * mean. Used by the hall resolved rack by rack and by `coldloop evaluate`.
 */

import { requireRange } from '../errors.ts';
import { type BranchLiquid, pipeLaw } from './branch-laws.ts';
import type { SystemCurve } from './fan-and-pump.ts';
import type { FlowLaw } from './flow-law.ts';
import type { Pipe } from './pipe-friction.ts';
import type { NetworkBranch, NetworkNode } from './network-description.ts';
import { type PipeNetwork, pipeNetwork } from './pipe-network.ts';

/** `direct`: the nearest rack has the shortest way. `reverse`: all ways are as long, the return comes back along the row. */
export const returnLayouts = ['direct', 'reverse'] as const;
export type ReturnLayout = (typeof returnLayouts)[number];

export interface RackRow {
  readonly liquid: BranchLiquid;
  /** Racks, ≥ 1; the first stands at the supply. */
  readonly racks: number;
  readonly returns: ReturnLayout;
  /** One pitch of a header, with its tee; supply and return alike. */
  readonly header: Pipe;
  /** Each of the two pipes to the row; none where the row begins at the pump. */
  readonly feed?: Pipe;
  /** One rack from header to header; its setting is the opening of the rack's valve. */
  readonly rack: FlowLaw;
}

/** A row ready to be solved; arrays are its own and written by the next solution. */
export interface PreparedRackRow {
  /** Opening of each rack's valve [1]; may be changed. A rack without a valve is open, or shut at 0. */
  readonly openings: Float64Array;
  /** By rack, nearest first [kg/s]. */
  readonly flows: Float64Array;
  /** @param totalFlow [kg/s], ≥ 0 @returns pressure difference over the row and its feed [Pa] */
  readonly solveAtFlow: (totalFlow: number) => number;
  /** @param pressureDifference [Pa] @returns total flow [kg/s] */
  readonly solveAtPressure: (pressureDifference: number) => number;
}

export interface RackFlows {
  /** Flow of each rack over the whole, nearest first [1]; they sum to 1. */
  readonly shares: Float64Array;
  /** Of each rack [kg/s]. */
  readonly flows: Float64Array;
  /** Over the row and its feed at this flow [Pa]. */
  readonly pressureDrop: number;
  /** Δp against volume flow near this flow, as a pump sees it. */
  readonly systemCurve: SystemCurve;
}

/** Change of the pressure difference from which the exponent is taken. */
const nearby = 0.01;

/**
 * Flows of all racks at a total flow, and the row's law near it.
 *
 *     Δp = Δp₀ (V/V₀)ⁿ,   n = ln(1.01/0.99)/ln(V(1.01 Δp₀)/V(0.99 Δp₀))
 *
 * The power law meets the row's drop at V₀ and its slope there; from half to one and a half of V₀ it is off by less than
 * 2 % for rows of turbulent headers and plates. Where flow limiters hold every rack n is ∞: no power law describes the row.
 *
 * @param row sizes
 * @param totalFlow [kg/s], > 0
 * @param openings of the racks' valves [1]; all open if absent
 * @returns flows, shares, drop and system curve
 * @throws {RangeError} for a row that is none, {NotConvergedError} where the racks cannot take the flow
 */
export function rackFlows(row: RackRow, totalFlow: number, openings?: ArrayLike<number>): RackFlows {
  requireRange('total flow', totalFlow, [Number.MIN_VALUE, Number.MAX_VALUE], 'kg/s');
  const prepared = openedRow(row, openings);
  const pressureDrop = prepared.solveAtFlow(totalFlow);
  return describedFlows(prepared, row.liquid.density, totalFlow, pressureDrop);
}

/**
 * The same at a pressure difference over the row and its feed.
 *
 * @param pressureDifference [Pa], > 0
 */
export function rackFlowsAtPressure(row: RackRow, pressureDifference: number, openings?: ArrayLike<number>): RackFlows {
  requireRange('pressure difference', pressureDifference, [Number.MIN_VALUE, Number.MAX_VALUE], 'Pa');
  const prepared = openedRow(row, openings);
  const totalFlow = prepared.solveAtPressure(pressureDifference);
  return describedFlows(prepared, row.liquid.density, totalFlow, pressureDifference);
}

function openedRow(row: RackRow, openings: ArrayLike<number> | undefined): PreparedRackRow {
  const prepared = rackRow(row);
  if (openings !== undefined) prepared.openings.set(openings);
  return prepared;
}

function describedFlows(
  prepared: PreparedRackRow,
  density: number,
  totalFlow: number,
  pressureDrop: number,
): RackFlows {
  const flows = prepared.flows.slice();
  const below = prepared.solveAtPressure(pressureDrop * (1 - nearby));
  const above = prepared.solveAtPressure(pressureDrop * (1 + nearby));
  const exponent = Math.log((1 + nearby) / (1 - nearby)) / Math.log(above / below);
  return {
    shares: flows.map((flow) => flow / totalFlow),
    flows,
    pressureDrop,
    systemCurve: { staticPressure: 0, ratedFriction: pressureDrop, ratedFlow: totalFlow / density, exponent },
  };
}

/** Prepares a row. @throws {RangeError} for a row that is none */
export function rackRow(row: RackRow): PreparedRackRow {
  if (!(Number.isInteger(row.racks) && row.racks >= 1))
    throw new RangeError(`found ${row.racks} racks; wanted a whole number from 1 on`);
  const flows = new Float64Array(row.racks);
  const openings = new Float64Array(row.racks).fill(1);
  const branches = rowBranches(row);
  const names = [...new Set(branches.flatMap(({ from, to }) => [from, to]))];
  const network = (held: readonly string[]): PipeNetwork =>
    pipeNetwork({
      nodes: names.map((name): NetworkNode => (held.includes(name) ? { name, pressure: 0 } : { name })),
      branches,
    });
  const supply = names.indexOf(supplyNode);
  let atFlow: PipeNetwork | undefined;
  let atPressure: PipeNetwork | undefined;

  function solve(solved: PipeNetwork): void {
    solved.settings.set(openings);
    solved.solve();
    for (let rack = 0; rack < flows.length; rack++) flows[rack] = solved.flows[rack];
  }

  return {
    openings,
    flows,
    solveAtFlow(totalFlow) {
      atFlow ??= network([returnNode]);
      atFlow.outflows[supply] = -totalFlow;
      solve(atFlow);
      return atFlow.pressures[supply];
    },
    solveAtPressure(pressureDifference) {
      atPressure ??= network([supplyNode, returnNode]);
      atPressure.pressures[supply] = pressureDifference;
      solve(atPressure);
      let total = 0;
      for (let rack = 0; rack < flows.length; rack++) total += flows[rack];
      return total;
    },
  };
}

/** Ends of a row and its feed. */
export const supplyNode = 'supply';
export const returnNode = 'return';

/** Branches of a row: the racks first, in their order, then headers and feed. */
export function rowBranches({ liquid, racks, returns, header, feed, rack }: RackRow): readonly NetworkBranch[] {
  const numbers = Array.from({ length: racks }, (_, i) => i + 1);
  const pitch = pipeLaw(header, liquid);
  const [rowStart, rowEnd] = feed === undefined ? [supplyNode, returnNode] : ['row supply', 'row return'];
  const gathered = returns === 'direct' ? rowEnd : 'return gathered';
  const after = (i: number): string => {
    const next = returns === 'direct' ? i - 1 : i + 1;
    return next >= 1 && next <= racks ? `return ${next}` : gathered;
  };
  // In reverse return the gathered flow comes back along the whole row in one more pipe.
  const back = { ...header, length: header.length * racks, lossCoefficient: 0 };
  return [
    ...numbers.map((i) => ({ name: `rack ${i}`, from: `supply ${i}`, to: `return ${i}`, law: rack })),
    ...numbers.map((i) => ({
      name: `supply header ${i}`,
      from: i === 1 ? rowStart : `supply ${i - 1}`,
      to: `supply ${i}`,
      law: pitch,
    })),
    ...numbers.map((i) => ({ name: `return header ${i}`, from: `return ${i}`, to: after(i), law: pitch })),
    ...(gathered === rowEnd
      ? []
      : [{ name: 'return along the row', from: gathered, to: rowEnd, law: pipeLaw(back, liquid) }]),
    ...(feed === undefined
      ? []
      : [
          { name: 'supply feed', from: supplyNode, to: rowStart, law: pipeLaw(feed, liquid) },
          { name: 'return feed', from: rowEnd, to: returnNode, law: pipeLaw(feed, liquid) },
        ]),
  ];
}
