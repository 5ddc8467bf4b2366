/** Networks of any shape for the laws: pipes, resistances, valves, limiters, pumps, check valves, some shut. */

import fc from 'fast-check';
import {
  checkValveLaw,
  flowLimiterLaw,
  pipeLaw,
  pumpLaw,
  resistanceLaw,
  resistanceOfKv,
  valveLaw,
} from '../../src/physics/branch-laws.ts';
import { moverCurve } from '../../src/physics/fan-and-pump.ts';
import { type FlowLaw, seriesLaw } from '../../src/physics/flow-law.ts';
import type { NetworkDescription } from '../../src/physics/network-description.ts';
import { equalPercentageValve, linearValve } from '../../src/physics/valve.ts';

export const liquid = { density: 1000, viscosity: 1e-3 };

/** Between two sizes, as many small as large. */
const size = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
const unit = fc.double({ min: 0, max: 1, noNaN: true });

const pipe = fc
  .record({ length: size(0.5, 100), diameter: size(0.01, 0.3), roughness: unit, lossCoefficient: unit })
  .map((each) =>
    pipeLaw({ ...each, roughness: 1e-4 * each.roughness, lossCoefficient: 5 * each.lossCoefficient }, liquid),
  );
const resistance = fc
  .record({ ratedFlow: size(0.05, 20), ratedPressureDrop: size(1e3, 1e5), exponent: unit.map((x) => 1 + x) })
  .map(resistanceLaw);
const valve = fc
  .record({ kv: size(1e-4, 1e-2), isLinear: fc.boolean() })
  .map(({ kv, isLinear }) =>
    valveLaw(resistanceOfKv(kv, liquid.density), (opening) =>
      isLinear ? linearValve(opening, 0) : equalPercentageValve(opening, 1e-4, 50, 0.01),
    ),
  );
const limiter = fc
  .record({ flow: size(0.05, 5), drop: size(5e3, 3e4) })
  .map(({ flow, drop }) => flowLimiterLaw(flow, drop));
const pump = fc
  .record({ flow: size(1e-3, 2e-2), head: size(5e4, 4e5), count: fc.integer({ min: 1, max: 3 }) })
  .map(({ flow, head, count }) =>
    pumpLaw(moverCurve([0, flow / 2, flow], [head, 0.85 * head, 0.4 * head]), liquid.density, count),
  );

export interface RandomBranch {
  readonly from: number;
  readonly to: number;
  readonly law: FlowLaw;
  readonly setting: number;
}

const setting = fc.oneof({ weight: 6, arbitrary: unit.map((x) => 0.2 + 0.8 * x) }, fc.constant(0));
const law = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: pipe }, { weight: 3, arbitrary: resistance }, valve, limiter, pump),
    fc.option(resistance),
    fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.constant(true)),
  )
  .map(([one, more, isOneWay]) =>
    seriesLaw([one, ...(more === null ? [] : [more]), ...(isOneWay ? [checkValveLaw] : [])]),
  );

/** A tree of plain pipes, so that every outflow has its way, and branches of all kinds across it. */
export const randomNetwork: fc.Arbitrary<NetworkDescription> = fc.integer({ min: 3, max: 12 }).chain((count) =>
  fc
    .record({
      tree: fc.array(fc.record({ law: pipe, to: unit }), { minLength: count - 1, maxLength: count - 1 }),
      across: fc.array(fc.record({ from: unit, to: unit, law, setting }), { maxLength: 2 * count }),
      outflows: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, unit), {
        minLength: count,
        maxLength: count,
      }),
      second: fc.option(size(1e4, 3e5)),
    })
    .map(({ tree, across, outflows, second }) => ({
      nodes: outflows.map((outflow, i) => {
        const name = `n${i}`;
        if (i === 0) return { name, pressure: 1e5 };
        return i === 1 && second !== null ? { name, pressure: second } : { name, outflow };
      }),
      branches: [
        ...tree.map((each, i) => ({
          name: `tree ${i + 1}`,
          from: `n${i + 1}`,
          to: `n${Math.floor(each.to * (i + 1 - 1e-9))}`,
          law: each.law,
        })),
        ...across
          .map((each, i) => ({
            ...each,
            name: `across ${i}`,
            from: `n${Math.floor(each.from * (count - 1e-9))}`,
            to: `n${Math.floor(each.to * (count - 1e-9))}`,
          }))
          .filter(({ from, to }) => from !== to),
      ],
    })),
);
