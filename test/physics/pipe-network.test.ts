/** Flow in networks: printed tables, another method, another program, and laws that every network obeys. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkValveLaw,
  flowLimiterLaw,
  pumpLaw,
  resistanceLaw,
  resistanceOfKv,
  valveLaw,
} from '../../src/physics/branch-laws.ts';
import { moverCurve } from '../../src/physics/fan-and-pump.ts';
import { type FlowLaw, seriesLaw } from '../../src/physics/flow-law.ts';
import type { NetworkBranch, NetworkDescription } from '../../src/physics/network-description.ts';
import { pipeNetwork } from '../../src/physics/pipe-network.ts';
import { flowShare, linearValve } from '../../src/physics/valve.ts';
import { networkCases } from '../../src/study/validation/network-cases.ts';
import { loopedNetwork } from '../published/networks.ts';
import { hardyCrossFlows } from './hardy-cross.ts';
import { lawAt } from './law-at.ts';
import { randomNetwork } from './random-network.ts';

const square = (flow: number, drop: number): FlowLaw =>
  resistanceLaw({ ratedFlow: flow, ratedPressureDrop: drop, exponent: 2 });

/** Two held nodes and branches of which those named `from` and `to` lead from one to the other. */
function between(difference: number, branches: readonly NetworkBranch[]): NetworkDescription {
  const names = new Set(branches.flatMap(({ from, to }) => [from, to]).filter((name) => name !== 'a' && name !== 'z'));
  return {
    nodes: [{ name: 'a', pressure: difference }, { name: 'z', pressure: 0 }, ...[...names].map((name) => ({ name }))],
    branches,
  };
}

const straight = (law: FlowLaw, setting = 1): NetworkBranch => ({ name: 'only', from: 'a', to: 'z', law, setting });

describe('the looped network of ten pipes', () => {
  it('is printed after three sweeps of Hardy Cross, which our own sweeps repeat to half the last digit', () => {
    const flows = hardyCrossFlows(3);
    loopedNetwork.pipes.forEach((pipe, k) => expect(Math.abs(flows[k] - pipe[5])).toBeLessThan(5e-5));
  });

  it('has the flows at which those sweeps come to rest', () => {
    const flows = hardyCrossFlows(200);
    const samples = networkCases[0].samples({} as never)!;
    expect(samples).toHaveLength(10);
    samples.forEach(({ ours }, k) => expect(Math.abs(ours - flows[k])).toBeLessThan(1e-9));
  });
});

describe('single branches', () => {
  it('doubling all quadratic resistances divides the flow by √2', () => {
    const one = pipeNetwork(between(4e4, [straight(square(1, 1e4))]));
    const two = pipeNetwork(between(4e4, [straight(square(1, 2e4))]));
    one.solve();
    two.solve();
    expect(one.flows[0]).toBeCloseTo(2, 12);
    expect(one.flows[0] / two.flows[0]).toBeCloseTo(Math.SQRT2, 9);
  });

  it('a half-open linear valve of authority 0.5 gives Petitjean’s share of the open flow', () => {
    const law = seriesLaw([
      valveLaw({ ratedFlow: 1, ratedPressureDrop: 2e4, exponent: 2 }, (y) => linearValve(y, 0)),
      square(1, 2e4),
    ]);
    const network = pipeNetwork(between(4e4, [straight(law, 0.5)]));
    network.solve();
    expect(network.flows[0]).toBeCloseTo(flowShare(0.5, 0.5), 9);
  });

  it('a flow limiter holds its flow from its least drop on, and scales with its setting', () => {
    const law = flowLimiterLaw(0.5, 2e4);
    const flowAt = (difference: number, setting: number): number => {
      const network = pipeNetwork(between(difference, [straight(law, setting)]));
      network.solve();
      return network.flows[0];
    };
    expect([3e4, 3e5, 3e6].map((difference) => flowAt(difference, 1))).toEqual([0.5, 0.5, 0.5]);
    expect(flowAt(3e5, 0.6)).toBe(0.3);
    expect(flowAt(5e3, 1)).toBeCloseTo(0.25, 9);
    expect(flowAt(-5e3, 1)).toBeCloseTo(-0.25, 9);
  });

  it('a check valve lets nothing back and nothing of itself forward', () => {
    const law = seriesLaw([square(1, 1e4), checkValveLaw]);
    for (const [difference, flow] of [
      [-4e4, 0],
      [4e4, 2],
    ] as const) {
      const network = pipeNetwork(between(difference, [straight(law)]));
      network.solve();
      expect(network.flows[0]).toBeCloseTo(flow, 9);
    }
  });
});

describe('pumps in a closed loop', () => {
  const curve = moverCurve([0, 0.005, 0.01], [2e5, 1.8e5, 1.2e5]);
  const loop = (pumps: readonly NetworkBranch[]): NetworkDescription => ({
    nodes: [{ name: 'vessel', pressure: 1.5e5 }, { name: 'out' }],
    branches: [{ name: 'load', from: 'out', to: 'vessel', law: square(10, 1e5) }, ...pumps],
  });
  const pump = (name: string, law: FlowLaw, setting = 1): NetworkBranch => ({
    name,
    from: 'vessel',
    to: 'out',
    law,
    setting,
  });
  const flowsOf = (description: NetworkDescription): Float64Array => {
    const network = pipeNetwork(description);
    network.solve();
    return network.flows;
  };

  it('the pump stands where its curve meets the system, as the circuit’s own search finds it', () => {
    const system = { staticPressure: 0, ratedFriction: 1e5, ratedFlow: 0.01, exponent: 2 };
    const [flow] = flowsOf(loop([pump('one', pumpLaw(curve, 1000, 1))]));
    expect(flow / 1000 / curve.operatingFlow(system, 1, 1)).toBeCloseTo(1, 9);
  });

  it('two in one branch are two branches', () => {
    const [together] = flowsOf(loop([pump('both', pumpLaw(curve, 1000, 2))]));
    const [apart, first, second] = flowsOf(
      loop([pump('one', pumpLaw(curve, 1000, 1)), pump('two', pumpLaw(curve, 1000, 1))]),
    );
    expect(apart / together).toBeCloseTo(1, 9);
    expect(first).toBeCloseTo(second, 9);
  });

  it('flow goes with speed where all resistance is quadratic', () => {
    const [full] = flowsOf(loop([pump('one', pumpLaw(curve, 1000, 1))]));
    const [slow] = flowsOf(loop([pump('one', pumpLaw(curve, 1000, 1), 0.6)]));
    expect(slow / full).toBeCloseTo(0.6, 9);
  });

  it('a weak pump beside a strong one stands still behind its check valve, and is run backwards without', () => {
    const weak = moverCurve([0, 0.01], [5e4, 1e4]);
    const strong = pump('strong', pumpLaw(curve, 1000, 1));
    const [, , held] = flowsOf(loop([strong, pump('weak', seriesLaw([pumpLaw(weak, 1000, 1), checkValveLaw]))]));
    const [, , free] = flowsOf(loop([strong, pump('weak', pumpLaw(weak, 1000, 1))]));
    expect(held).toBe(0);
    expect(free).toBeLessThan(-1);
  });

  it('a pump at rest is shut', () => {
    const [load, rested] = flowsOf(loop([pump('one', pumpLaw(curve, 1000, 1), 0)]));
    expect(rested).toBe(0);
    expect(load).toBeCloseTo(0, 12);
  });
});

describe('every network', () => {
  const runs = { numRuns: 300 };

  it('keeps mass at each node and pressure along each branch, and starts warm where it ends cold', () => {
    fc.assert(
      fc.property(randomNetwork, (description) => {
        const network = pipeNetwork(description);
        network.solve();
        const { continuity, energy } = network.residuals();
        const total = network.flows.reduce((sum, flow) => sum + Math.abs(flow), 1);
        expect(continuity).toBeLessThan(2e-8 * total);
        expect(energy).toBeLessThan(1e-6 * Math.max(...network.pressures.map(Math.abs)));
        const cold = network.flows.slice();
        network.outflows[network.outflows.length - 1] += 0.1;
        network.solve();
        network.outflows[network.outflows.length - 1] -= 0.1;
        network.solve();
        network.flows.forEach((flow, k) => expect(Math.abs(flow - cold[k])).toBeLessThan(1e-6 * total));
      }),
      runs,
    );
  });

  it('has drops that sum to nought around each loop, where no limit holds', () => {
    fc.assert(
      fc.property(randomNetwork, (description) => {
        const network = pipeNetwork(description);
        network.solve();
        const scale = Math.max(...network.pressures.map(Math.abs));
        // Drops along the tree of pipes give every node a height; each branch across it closes a loop.
        const heights = new Map<string, number>(
          description.nodes.flatMap(({ name, pressure }) => (name === 'n0' ? [[name, pressure!] as const] : [])),
        );
        description.branches.forEach(({ name, from, to, law, setting = 1 }, k) => {
          const [drop] = lawAt(law, network.flows[k], setting);
          if (name.startsWith('tree')) heights.set(from, heights.get(to)! + drop);
          else if (law.leastFlow(setting) < network.flows[k] && network.flows[k] < law.mostFlow(setting)) {
            expect(Math.abs(heights.get(from)! - heights.get(to)! - drop)).toBeLessThan(1e-6 * scale);
          }
        });
      }),
      runs,
    );
  });

  it('lets no flow past the limits of its branches, and none at all through what is shut', () => {
    fc.assert(
      fc.property(randomNetwork, (description) => {
        const network = pipeNetwork(description);
        network.solve();
        description.branches.forEach(({ law, setting = 1 }, k) => {
          expect(network.flows[k]).toBeGreaterThanOrEqual(law.leastFlow(setting));
          expect(network.flows[k]).toBeLessThanOrEqual(law.mostFlow(setting));
        });
      }),
      runs,
    );
  });

  it('never gives a branch less flow for opening its own valve', () => {
    fc.assert(
      fc.property(randomNetwork, fc.double({ min: 0, max: 0.9, noNaN: true }), (description, opening) => {
        const valve = valveLaw(resistanceOfKv(2e-3, 1000), (y) => linearValve(y, 0));
        const [first] = description.branches;
        const own = { ...first, law: seriesLaw([first.law, valve]) };
        const flowAt = (setting: number): number => {
          const network = pipeNetwork({ ...description, branches: [{ ...own, setting }, ...description.branches] });
          network.solve();
          return Math.abs(network.flows[0]);
        };
        expect(flowAt(opening + 0.1)).toBeGreaterThanOrEqual(flowAt(opening) * (1 - 1e-6) - 1e-7);
      }),
      runs,
    );
  });
});

describe('what cannot be solved', () => {
  const law = square(1, 1e4);
  const branch = (name: string, from: string, to: string): NetworkBranch => ({ name, from, to, law });

  it('is told by the names of its nodes and branches, all at once', () => {
    const nodes = [{ name: 'a', pressure: 0 }, { name: 'b' }, { name: 'c' }, { name: 'd' }];
    const branches = [branch('ab', 'a', 'b'), branch('cd', 'c', 'd'), branch('bx', 'b', 'x'), branch('bb', 'b', 'b')];
    expect(() => pipeNetwork({ nodes, branches })).toThrow(
      /branch bx: found "x", which is no node; known: a, b, c, d\nbranch bb: found "b" at both ends.*\nnode c: no branch leads from c, d to a node of fixed pressure/,
    );
  });

  it('has no fixed pressure, no branch, or a branch that resists nothing', () => {
    expect(() => pipeNetwork({ nodes: [{ name: 'a' }, { name: 'b' }], branches: [branch('ab', 'a', 'b')] })).toThrow(
      'found no node of fixed pressure',
    );
    expect(() => pipeNetwork({ nodes: [{ name: 'a', pressure: 0 }], branches: [] })).toThrow('found no branch');
    const nothing = { name: 'ab', from: 'a', to: 'b', law: checkValveLaw };
    expect(() => pipeNetwork({ nodes: [{ name: 'a', pressure: 0 }, { name: 'b' }], branches: [nothing] })).toThrow(
      'branch ab: found nothing that resists',
    );
  });

  it('asks more of a limiter than it lets through, and says what is left open', () => {
    const network = pipeNetwork({
      nodes: [
        { name: 'a', pressure: 0 },
        { name: 'b', outflow: 1 },
      ],
      branches: [{ name: 'ab', from: 'a', to: 'b', law: flowLimiterLaw(0.5, 1e4) }],
    });
    expect(() => network.solve()).toThrow(/b continuity off by 0.5 kg\/s/);
  });
});
