/** Flows in networks against printed tables of others. */

import { pipeLaw, resistanceLaw } from '../../physics/branch-laws.ts';
import type { FlowLaw } from '../../physics/flow-law.ts';
import type { NetworkDescription } from '../../physics/network-description.ts';
import { pipeNetwork } from '../../physics/pipe-network.ts';
import { loopedNetwork } from './cases/networks.ts';
import type { Sample, ValidationCase } from './validation-case.ts';

type LoopedPipe = (typeof loopedNetwork.pipes)[number];

/** Water at 20 °C; the vignette takes the viscosity of its package there. */
const water = { density: 998.2, viscosity: 1.0016e-3 };

/** h = 8 f L V²/(π² g D⁵), as a resistance at 1 m³/s. */
const byGivenFriction = ([, , diameter, length, friction]: LoopedPipe): FlowLaw => {
  const square = diameter * diameter;
  const ratedPressureDrop = (8 * friction * length * water.density) / (Math.PI * Math.PI * square * square * diameter);
  return resistanceLaw({ ratedFlow: water.density, ratedPressureDrop, exponent: 2 });
};

const byRoughness = ([, , diameter, length]: LoopedPipe): FlowLaw =>
  pipeLaw({ diameter, length, roughness: loopedNetwork.roughness, lossCoefficient: 0 }, water);

function describedLoops(law: (pipe: LoopedPipe) => FlowLaw): NetworkDescription {
  const { pipes, inflow, outflows } = loopedNetwork;
  const names = [...new Set(pipes.flatMap(([from, to]) => [from, to]))];
  return {
    nodes: names.map((name) =>
      name === inflow.node
        ? { name, pressure: 0 }
        : { name, outflow: ((outflows as Readonly<Record<string, number>>)[name] ?? 0) * water.density },
    ),
    branches: pipes.map((pipe, k) => ({ name: `pipe ${k + 1}`, from: pipe[0], to: pipe[1], law: law(pipe) })),
  };
}

function loopedSamples(law: (pipe: LoopedPipe) => FlowLaw, published: (pipe: LoopedPipe) => number): Sample[] {
  const network = pipeNetwork(describedLoops(law));
  network.solve();
  return loopedNetwork.pipes.map((pipe, k) => ({
    at: `pipe ${k + 1}`,
    published: published(pipe),
    ours: network.flows[k] / water.density,
  }));
}

const looped = {
  group: 'Pumps and valves',
  unit: 'm³/s',
  scale: 'absolute',
  source: 'hydraulicsPackage',
  tolerance: 2.5e-4,
  because: 'theirs stops after three sweeps of Hardy Cross; 200 sweeps of the same meet ours to 1e-9 m³/s',
} as const;

export const networkCases: readonly ValidationCase[] = [
  {
    ...looped,
    quantity: 'network, friction given',
    samples: () => loopedSamples(byGivenFriction, (pipe) => pipe[5]),
  },
  {
    ...looped,
    quantity: 'network by roughness',
    samples: () => loopedSamples(byRoughness, (pipe) => pipe[6]),
  },
];
