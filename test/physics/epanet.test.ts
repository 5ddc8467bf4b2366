/** EPANET as the witness of our network solver, and how far its friction law is from ours. */

import { describe, expect, it } from 'vitest';
import { pipeNetwork } from '../../src/physics/pipe-network.ts';
import { epanetFlows } from '../published/epanet-flows.ts';
import { describedNetwork, epanetPipeLaw, ownPipeLaw, type WitnessNetwork } from './epanet-network.ts';
import { openEpanet } from './epanet-witness.ts';
import { witnessNetworks } from './witness-networks.ts';

const witness = await openEpanet();
if (witness === undefined) {
  console.warn(
    'skipped: all flows of EPANET made anew, because epanet-js is not installed; its stored flows are checked',
  );
}

function ourFlows(network: WitnessNetwork, law: typeof ownPipeLaw): ReadonlyMap<string, number> {
  const description = describedNetwork(network, law);
  const solved = pipeNetwork(description);
  solved.solve();
  // One litre of the witness's water is one kilogram.
  return new Map(description.branches.map(({ name }, k) => [name, solved.flows[k]]));
}

/** Largest difference of flow over the flow, small flows over a thousandth of the largest. */
function largestDifference(ours: ReadonlyMap<string, number>, theirs: Readonly<Record<string, number>>): number {
  const largest = Math.max(...Object.values(theirs).map(Math.abs));
  const errors = Object.entries(theirs).map(
    ([name, flow]) => Math.abs(ours.get(name)! - flow) / Math.max(Math.abs(flow), largest / 1000),
  );
  return Math.max(...errors);
}

const cases = Object.entries(witnessNetworks).map(([name, make]) => [name, make()] as const);

describe('flows of EPANET', () => {
  it('are stored for every network', () => expect(Object.keys(epanetFlows)).toEqual(cases.map(([name]) => name)));

  it.each(cases)('%s: ours agree to 0.1 % by the same friction law', (name, network) => {
    const flows = ourFlows(network, epanetPipeLaw);
    expect(largestDifference(flows, epanetFlows[name])).toBeLessThan(1e-3);
  });

  // Worst of the shipped networks: 0.18 % of a rack's flow; 1 % in one pipe of the grid that all but stands still.
  it.each(cases)('%s: our own friction law is within 0.2 %, in the grid within 1 %', (name, network) => {
    const flows = ourFlows(network, ownPipeLaw);
    expect(largestDifference(flows, epanetFlows[name])).toBeLessThan(name.includes('grid') ? 1e-2 : 2e-3);
  });

  it('through a shut valve are nought', () => {
    const [, network] = cases.find(([name]) => name.includes('shut'))!;
    expect(ourFlows(network, ownPipeLaw).get('K40')).toBe(0);
    expect(epanetFlows['a row of 100 racks, one valve shut']['K40']).toBeCloseTo(0, 5);
  });
});

describe.skipIf(witness === undefined)('EPANET at hand', () => {
  it.each(cases)(
    '%s: every flow agrees to 0.1 % by the same friction law, and repeats the stored ones',
    (name, network) => {
      const names = [...network.pipes, ...network.pumps].map((each) => each.name);
      const flows = witness!(network);
      const theirs = Object.fromEntries(names.map((each, k) => [each, flows[k]]));
      expect(largestDifference(ourFlows(network, epanetPipeLaw), theirs)).toBeLessThan(1e-3);
      for (const [each, flow] of Object.entries(epanetFlows[name])) expect(theirs[each]).toBeCloseTo(flow, 4);
    },
  );
});
