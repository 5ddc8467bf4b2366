/** A row of racks: who gets how much, against EPANET and by the laws of rows. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pipeLaw } from '../../src/physics/branch-laws.ts';
import { isolatedLaw } from '../../src/physics/flow-law.ts';
import type { NetworkBranch } from '../../src/physics/network-description.ts';
import { pipeNetwork } from '../../src/physics/pipe-network.ts';
import { passiveRackLaw, rackLaw, type RackPath, valveOfAuthority } from '../../src/physics/rack-path.ts';
import {
  rackFlows,
  rackFlowsAtPressure,
  rackRow,
  type RackRow,
  type ReturnLayout,
} from '../../src/physics/rack-row.ts';
import { equalPercentageValve } from '../../src/physics/valve.ts';
import { systemPressure } from '../../src/physics/fan-and-pump.ts';
import { epanetFlows } from '../published/epanet-flows.ts';
import { lawAt } from './law-at.ts';
import { liquid } from './random-network.ts';
import { headerPipe, rackPipe } from './witness-networks.ts';

const path: RackPath = {
  liquid,
  hose: { length: 4, diameter: 0.032, roughness: 1e-5, lossCoefficient: 4 },
  couplingKv: 12 / 3600,
  loops: 8,
  loopCouplingKv: 0.9 / 3600,
  platesInSeries: 2,
  plate: { ratedFlow: 0.02, ratedPressureDrop: 8000, exponent: 1.85 },
};

const row = (racks: number, returns: ReturnLayout, more: Partial<RackRow> = {}): RackRow => ({
  liquid,
  racks,
  returns,
  header: { length: 0.6, diameter: 0.1, roughness: 4.5e-5, lossCoefficient: 0.3 },
  rack: rackLaw(path),
  ...more,
});

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe('a row of a hundred racks', () => {
  const witnessed = (returns: ReturnLayout): RackRow =>
    row(100, returns, { header: headerPipe, rack: isolatedLaw(pipeLaw(rackPipe, liquid)) });

  // EPANET's friction differs from ours by up to 0.18 % of these flows; see epanet.test.ts.
  it.each([
    ['direct', 'a row of 100 racks, direct return'],
    ['reverse', 'a row of 100 racks, reverse return'],
  ] as const)('with %s return has EPANET’s flows at EPANET’s total', (returns, name) => {
    const theirs = epanetFlows[name];
    const { flows } = rackFlows(witnessed(returns), theirs['S1']);
    const racks = Object.entries(theirs).filter(([key]) => key.startsWith('K'));
    expect(racks.length).toBeGreaterThan(5);
    for (const [key, flow] of racks) expect(Math.abs(flows[Number(key.slice(1)) - 1] / flow - 1)).toBeLessThan(2e-3);
  });

  it('takes EPANET’s total at EPANET’s pressure difference', () => {
    const total = rackRow(witnessed('direct')).solveAtPressure(15 * 1000 * 32.2 * 0.3048);
    expect(Math.abs(total / epanetFlows['a row of 100 racks, direct return']['S1'] - 1)).toBeLessThan(2e-3);
  });
});

describe('a rack', () => {
  it('with eight loops of two plates and all its couplings drops the sum of its parts', () => {
    const inLoop = 2.4 / 8;
    const plates = 2 * 8000 * (inLoop / 0.02) ** 1.85;
    const loopCouplings = 2 * 1e5 * (inLoop / (0.9 / 3.6)) ** 2;
    const couplings = 2 * 1e5 * (2.4 / (12 / 3.6)) ** 2;
    const [hose] = lawAt(pipeLaw(path.hose!, liquid), 2.4);
    expect(lawAt(passiveRackLaw(path), 2.4)[0]).toBeCloseTo(plates + loopCouplings + couplings + hose, 6);
  });

  it('has half its drop in a valve of authority 0.5', () => {
    const rack = passiveRackLaw(path);
    const open = valveOfAuthority(rack, 1.5, 0.5);
    const whole = rackLaw({ ...path, valve: { open, characteristic: (y) => equalPercentageValve(y, 1e-4, 50, 0.01) } });
    expect(lawAt(whole, 1.5)[0] / lawAt(rack, 1.5)[0]).toBeCloseTo(2, 12);
  });
});

describe('every row', () => {
  const anyRow = fc.record({
    racks: fc.integer({ min: 2, max: 40 }),
    total: fc.double({ min: 2, max: 60, noNaN: true }),
  });

  it('shares all of its flow, most to the nearest and least to the furthest of a direct return', () => {
    fc.assert(
      fc.property(anyRow, ({ racks, total }) => {
        const { flows, shares } = rackFlows(row(racks, 'direct'), total);
        expect(sum(shares)).toBeCloseTo(1, 8);
        for (let i = 1; i < racks; i++) expect(flows[i]).toBeLessThanOrEqual(flows[i - 1] * (1 + 1e-8));
      }),
    );
  });

  it('with reverse return is alike from both ends', () => {
    fc.assert(
      fc.property(anyRow, ({ racks, total }) => {
        const { flows } = rackFlows(row(racks, 'reverse'), total);
        flows.forEach((flow, i) => expect(flow / flows[racks - 1 - i]).toBeCloseTo(1, 6));
      }),
    );
  });

  it('gives a shut rack nothing and the others more, at one pressure difference', () => {
    fc.assert(
      fc.property(anyRow, fc.nat(), ({ racks }, pick) => {
        const prepared = rackRow(row(racks, 'direct'));
        prepared.solveAtPressure(1e5);
        const before = prepared.flows.slice();
        const shut = pick % racks;
        prepared.openings[shut] = 0;
        prepared.solveAtPressure(1e5);
        prepared.flows.forEach((flow, i) => {
          if (i === shut) expect(flow).toBe(0);
          else expect(flow).toBeGreaterThanOrEqual(before[i] * (1 - 1e-8));
        });
      }),
    );
  });

  it('takes at its pressure difference the flow that asked for it', () => {
    fc.assert(
      fc.property(anyRow, fc.constantFrom('direct' as const, 'reverse' as const), ({ racks, total }, returns) => {
        const feed = { length: 30, diameter: 0.15, roughness: 4.5e-5, lossCoefficient: 6 };
        const prepared = rackRow(row(racks, returns, { feed }));
        expect(prepared.solveAtPressure(prepared.solveAtFlow(total)) / total).toBeCloseTo(1, 7);
      }),
    );
  });

  it('with reverse return drops along its first rack what each of its pipes does, the way back among them', () => {
    const described = row(3, 'reverse');
    const pipe = (flow: number, pitches = 1): number => {
      const { length, lossCoefficient } = described.header;
      const one = {
        ...described.header,
        length: length * pitches,
        lossCoefficient: pitches === 1 ? lossCoefficient : 0,
      };
      return lawAt(pipeLaw(one, liquid), flow)[0];
    };
    const { flows, pressureDrop } = rackFlows(described, 6);
    const rack = lawAt(described.rack, flows[0])[0];
    const way = pipe(6) + rack + pipe(flows[0]) + pipe(flows[0] + flows[1]) + pipe(6) + pipe(6, 3);
    expect(pressureDrop / way).toBeCloseTo(1, 8);
  });

  it('has a system curve that meets the row’s drop to 2 % from half to one and a half of the flow', () => {
    fc.assert(
      fc.property(anyRow, ({ racks, total }) => {
        const { systemCurve } = rackFlows(row(racks, 'direct'), total);
        const prepared = rackRow(row(racks, 'direct'));
        for (const share of [0.5, 0.75, 1, 1.25, 1.5]) {
          const wanted = prepared.solveAtFlow(total * share);
          const ours = systemPressure(systemCurve, systemCurve.ratedFlow * share);
          expect(Math.abs(ours / wanted - 1)).toBeLessThan(0.02);
        }
      }),
    );
  });
});

describe('flow limiters', () => {
  const limited = (limit: number): RackRow =>
    row(20, 'direct', { rack: rackLaw({ ...path, valve: { limit, minimumPressureDrop: 2e4 } }) });

  it('give every rack its set flow where pressure suffices, and the furthest less where not', () => {
    const prepared = rackRow(limited(0.5));
    prepared.solveAtPressure(4e5);
    expect([...prepared.flows]).toEqual(Array.from({ length: 20 }, () => 0.5));
    const [needed] = lawAt(limited(0.5).rack, 0.5);
    prepared.solveAtPressure(1.02 * needed);
    expect(prepared.flows[0]).toBe(0.5);
    expect(prepared.flows[19]).toBeLessThan(0.498);
  });

  it('leave the row no system curve where they hold every rack', () => {
    const { systemCurve, flows } = rackFlowsAtPressure(limited(0.5), 4e5);
    expect(systemCurve.exponent).toBe(Infinity);
    expect(sum(flows)).toBe(10);
  });

  it('refuse more flow than they all let through', () => {
    expect(() => rackFlows(limited(1), 21)).toThrow(/continuity off by/);
  });
});

it('a row of no racks, or of half a rack, is refused', () => {
  for (const racks of [0, 2.5, NaN]) expect(() => rackRow(row(racks, 'direct'))).toThrow(`found ${racks} racks`);
});

it('a rack that is shut and opened again has its flow back, in a few steps', () => {
  const description = {
    nodes: [
      { name: 'a', pressure: 1e5 },
      { name: 'z', pressure: 0 },
    ],
    branches: [] as NetworkBranch[],
  };
  for (const name of ['one', 'two']) description.branches.push({ name, from: 'a', to: 'z', law: rackLaw(path) });
  const network = pipeNetwork(description);
  network.solve();
  const before = network.flows.slice();
  network.settings[0] = 0;
  network.solve();
  network.settings[0] = 1;
  expect(network.solve()).toBeLessThanOrEqual(8);
  network.flows.forEach((flow, k) => expect(flow / before[k]).toBeCloseTo(1, 8));
});
