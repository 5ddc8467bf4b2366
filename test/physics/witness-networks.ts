/** Networks for two solvers: rows of racks, a grid, pumps side by side, a hall. All sizes are invented. */

import type { Junction, WitnessNetwork, WitnessPipe } from './epanet-network.ts';

export const headerPipe = { length: 1.2, diameter: 0.15, roughness: 4.5e-5, lossCoefficient: 0.3 };
export const rackPipe = { length: 4, diameter: 0.025, roughness: 1.5e-6, lossCoefficient: 25 };

interface RowOptions {
  readonly racks: number;
  readonly returns: 'direct' | 'reverse';
  /** Number of the rack whose valve is shut. */
  readonly shut?: number;
}

/** Junctions and pipes of a row between two mains; names carry a prefix. */
function row(prefix: string, from: string, to: string, { racks, returns, shut }: RowOptions) {
  const junctions: Junction[] = [];
  const pipes: WitnessPipe[] = [];
  for (let i = 1; i <= racks; i++) {
    const [s, r] = [`${prefix}s${i}`, `${prefix}r${i}`];
    junctions.push({ name: s }, { name: r });
    pipes.push({ name: `${prefix}S${i}`, from: i === 1 ? from : `${prefix}s${i - 1}`, to: s, ...headerPipe });
    pipes.push({ name: `${prefix}K${i}`, from: s, to: r, ...rackPipe, isShut: i === shut });
    const next = returns === 'direct' ? i - 1 : i + 1;
    const isLast = next < 1 || next > racks;
    pipes.push({ name: `${prefix}R${i}`, from: r, to: isLast ? to : `${prefix}r${next}`, ...headerPipe });
  }
  return { junctions, pipes };
}

/** A row between two heads 15 m apart. */
export function rowNetwork(options: RowOptions): WitnessNetwork {
  const { junctions, pipes } = row('', 'supply', 'return', options);
  return {
    junctions: [{ name: 'supply', head: 25 }, { name: 'return', head: 10 }, ...junctions],
    pipes,
    pumps: [],
  };
}

/** Ten rows of a hundred racks on two mains. */
export function hallNetwork(rows: number, racks: number): WitnessNetwork {
  const main = { length: 3, diameter: 0.4, roughness: 4.5e-5, lossCoefficient: 0.2 };
  const junctions: Junction[] = [
    { name: 'supply', head: 25 },
    { name: 'return', head: 10 },
  ];
  const pipes: WitnessPipe[] = [];
  for (let i = 1; i <= rows; i++) {
    const [s, r] = [`ms${i}`, `mr${i}`];
    junctions.push({ name: s }, { name: r });
    pipes.push({ name: `MS${i}`, from: i === 1 ? 'supply' : `ms${i - 1}`, to: s, ...main });
    pipes.push({ name: `MR${i}`, from: r, to: i === 1 ? 'return' : `mr${i - 1}`, ...main });
    const part = row(`a${i}`, s, r, { racks, returns: 'direct' });
    junctions.push(...part.junctions);
    pipes.push(...part.pipes);
  }
  return { junctions, pipes, pumps: [] };
}

/** A grid of 6 × 6 with one source and unequal demands, one of them an inflow. */
export function gridNetwork(): WitnessNetwork {
  const side = 6;
  const name = (x: number, y: number): string => `g${x}${y}`;
  const junctions: Junction[] = [];
  const pipes: WitnessPipe[] = [];
  for (let x = 0; x < side; x++) {
    for (let y = 0; y < side; y++) {
      const at = name(x, y);
      if (x + y === 0) junctions.push({ name: at, head: 40 });
      else junctions.push({ name: at, demand: x === 5 && y === 2 ? -3 : ((3 * x + 5 * y) % 7) / 4 });
      const pipe = { length: 40 + 7 * x + 3 * y, roughness: 1e-4, lossCoefficient: 1 };
      const diameter = 0.05 + 0.01 * ((x * 2 + y) % 5);
      if (x > 0) pipes.push({ name: `X${x}${y}`, from: name(x - 1, y), to: at, diameter, ...pipe });
      if (y > 0) pipes.push({ name: `Y${x}${y}`, from: name(x, y - 1), to: at, diameter, ...pipe });
    }
  }
  return { junctions, pipes, pumps: [] };
}

/** Two unlike pumps side by side in a closed loop with an expansion vessel at their suction. */
export function pumpNetwork(): WitnessNetwork {
  const pipe = { length: 60, diameter: 0.15, roughness: 4.5e-5, lossCoefficient: 12 };
  return {
    junctions: [{ name: 'vessel', head: 15 }, { name: 'out' }, { name: 'far' }],
    pipes: [
      { name: 'main', from: 'out', to: 'far', ...pipe },
      { name: 'rackA', from: 'far', to: 'vessel', ...pipe, diameter: 0.08 },
      { name: 'rackB', from: 'far', to: 'vessel', ...pipe, diameter: 0.1, length: 25 },
    ],
    pumps: [
      { name: 'large', from: 'vessel', to: 'out', shutOffHead: 32, head: 26, flow: 20 },
      { name: 'small', from: 'vessel', to: 'out', shutOffHead: 29, head: 21, flow: 12 },
    ],
  };
}

export const witnessNetworks: Readonly<Record<string, () => WitnessNetwork>> = {
  'a row of 100 racks, direct return': () => rowNetwork({ racks: 100, returns: 'direct' }),
  'a row of 100 racks, reverse return': () => rowNetwork({ racks: 100, returns: 'reverse' }),
  'a row of 100 racks, one valve shut': () => rowNetwork({ racks: 100, returns: 'direct', shut: 40 }),
  'a grid of 36 nodes': gridNetwork,
  'two unlike pumps side by side': pumpNetwork,
  'a hall of 1000 racks': () => hallNetwork(10, 100),
};
