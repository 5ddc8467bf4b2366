/**
 * A network of pipes, pumps and valves as a user writes it: nodes, and
 * branches with what stands in them one after the other. Declares the record
 * and makes of it what the solver takes; what goes beyond single values is
 * checked in `hydraulic-network-rule.ts`.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import {
  type BranchLiquid,
  checkValveLaw,
  flowLimiterLaw,
  kvOfCv,
  pipeLaw,
  pumpLaw,
  resistanceLaw,
  resistanceOfKv,
  valveLaw,
} from '../physics/branch-laws.ts';
import { moverCurve } from '../physics/fan-and-pump.ts';
import { fixedLaw, type FlowLaw, parallelLaw, seriesLaw } from '../physics/flow-law.ts';
import type { NetworkDescription } from '../physics/network-description.ts';
import { equalPercentageValve, linearValve } from '../physics/valve.ts';

const flowRange = [1e-7, 100] as const;
const kvParameters = {
  kv: {
    quantity: 'volume flow',
    range: flowRange,
    about: 'Kv: flow of water at 1 bar, open; this or Cv',
    optional: true,
  },
  cv: {
    quantity: 'volume flow',
    range: flowRange,
    about: 'Cv: flow of water at 1 psi, open, such as "12 gpm"',
    optional: true,
  },
} as const satisfies Parameters;

const pipe = {
  length: { quantity: 'length', range: [1e-3, 1e5], about: 'Length' },
  diameter: { quantity: 'length', range: [1e-3, 5], about: 'Inner diameter' },
  roughness: { quantity: 'length', range: [0, 5e-3], about: 'Roughness of the wall', default: '0.045 mm' },
  lossCoefficient: { quantity: 'dimensionless', range: [0, 1e6], about: 'Σ K of bends, tees, entries', default: '0' },
} as const satisfies Parameters;

const resistance = {
  flow: { quantity: 'volume flow', range: flowRange, about: 'Flow at which it was measured' },
  pressureDrop: { quantity: 'pressure', range: [1, 1e8], about: 'Pressure drop there' },
  exponent: { quantity: 'dimensionless', range: [1, 2], about: 'n of Δp ∝ Vⁿ', default: '1.85' },
} as const satisfies Parameters;

const valve = {
  ...kvParameters,
  characteristic: {
    choice: ['linear', 'equal percentage'],
    about: 'How the conductance follows the opening',
    default: 'equal percentage',
  },
  opening: { quantity: 'fraction', range: [0, 1], about: 'Opening', default: '100 %' },
  leakage: { quantity: 'fraction', range: [0, 0.01], about: 'Kv when shut over Kv when open', default: '0 %' },
  rangeability: {
    quantity: 'dimensionless',
    range: [10, 200],
    about: 'Of an equal-percentage valve',
    default: '50',
  },
} as const satisfies Parameters;

const limiter = {
  flow: { quantity: 'volume flow', range: flowRange, about: 'Most flow that it lets through' },
  minimumPressureDrop: {
    quantity: 'pressure',
    range: [100, 1e6],
    about: 'Pressure drop from which on it holds that flow',
    default: '20 kPa',
  },
  setting: { quantity: 'fraction', range: [0, 1], about: 'Share of the flow to which it is set', default: '100 %' },
} as const satisfies Parameters;

const pump = {
  curve: {
    table: {
      flow: { quantity: 'volume flow', range: [0, 100], about: 'Flow of one pump', order: 'rising' },
      head: { quantity: 'pressure', range: [0, 1e8], about: 'Pressure rise at full speed', order: 'falling' },
    },
    about: 'Printed points of one pump, from no flow on',
  },
  speed: { quantity: 'fraction', range: [0, 1.2], about: 'Speed over that of the points; 0 is shut', default: '100 %' },
  inParallel: { count: [1, 100], about: 'Pumps of this kind side by side', default: 1 },
  checkValve: { choice: ['yes', 'no'], about: 'Whether flow backwards is stopped', default: 'yes' },
} as const satisfies Parameters;

const branch = {
  from: { text: true, about: 'Node from which flow counts as positive' },
  to: { text: true, about: 'Node to which it leads' },
  inParallel: { count: [1, 10000], about: 'Equal branches side by side, as one', default: 1 },
  pipe: { group: pipe, about: 'A straight pipe with its fittings', optional: true },
  resistance: {
    group: resistance,
    about: 'Cold plate, exchanger, filter: anything measured at one flow',
    optional: true,
  },
  coupling: {
    group: { ...kvParameters, inSeries: { count: [1, 100], about: 'Couplings one after the other', default: 2 } },
    about: 'Quick disconnects',
    optional: true,
  },
  valve: { group: valve, about: 'Control or balancing valve', optional: true },
  limiter: { group: limiter, about: 'Pressure-independent valve', optional: true },
  pump: { group: pump, about: 'Pumps, driving flow from → to', optional: true },
  checkValve: { choice: ['yes', 'no'], about: 'Whether the branch lets nothing back', default: 'no' },
} as const satisfies Parameters;

export const hydraulicNetworkParameters = {
  coolant: { text: true, about: 'Coolant, as in a scenario: water, propylene-glycol-25-volume, or a coolant record' },
  temperature: { quantity: 'temperature', range: [233.15, 423.15], about: 'Temperature of all of it' },
  nodes: {
    each: {
      pressure: {
        quantity: 'pressure',
        range: [0, 1e8],
        about: 'Held at this: where the expansion vessel stands; at least one node of each part',
        optional: true,
      },
      outflow: {
        quantity: 'volume flow',
        range: [-100, 100],
        about: 'Flow that leaves the network here; negative enters',
        optional: true,
      },
    },
    about: 'Where branches meet, by name',
  },
  branches: { each: branch, about: 'What leads from node to node, by name; their parts stand one after the other' },
} as const satisfies Parameters;

export type HydraulicNetworkValues = ValuesOf<typeof hydraulicNetworkParameters>;
type BranchValues = HydraulicNetworkValues['branches'][string];

/** Parts of a branch that resist flow; at least one of them stands in each. */
export const resistingParts = ['pipe', 'resistance', 'coupling', 'valve', 'limiter', 'pump'] as const;

/** The network of a record in a liquid. */
export function describedNetwork(
  { nodes, branches }: Pick<HydraulicNetworkValues, 'nodes' | 'branches'>,
  liquid: BranchLiquid,
): NetworkDescription {
  return {
    nodes: Object.entries(nodes).map(([name, { pressure, outflow }]) => ({
      name,
      ...(pressure === undefined ? {} : { pressure }),
      ...(outflow === undefined ? {} : { outflow: outflow * liquid.density }),
    })),
    branches: Object.entries(branches).map(([name, values]) => ({
      name,
      from: values.from,
      to: values.to,
      law: parallelLaw(seriesLaw(partsOf(values, liquid)), values.inParallel),
    })),
  };
}

function partsOf(values: BranchValues, liquid: BranchLiquid): readonly FlowLaw[] {
  const { density } = liquid;
  const laws: FlowLaw[] = [];
  if (values.pipe !== undefined) laws.push(pipeLaw(values.pipe, liquid));
  if (values.resistance !== undefined) {
    const { flow, pressureDrop, exponent } = values.resistance;
    laws.push(resistanceLaw({ ratedFlow: flow * density, ratedPressureDrop: pressureDrop, exponent }));
  }
  if (values.coupling !== undefined) {
    const one = resistanceLaw(resistanceOfKv(kvOf(values.coupling), density));
    laws.push(...Array.from({ length: values.coupling.inSeries }, () => one));
  }
  if (values.valve !== undefined) laws.push(valveOf(values.valve, density));
  if (values.limiter !== undefined) {
    const { flow, minimumPressureDrop, setting } = values.limiter;
    laws.push(fixedLaw(flowLimiterLaw(flow * density, minimumPressureDrop), setting));
  }
  if (values.pump !== undefined) {
    const { curve, inParallel, speed, checkValve } = values.pump;
    laws.push(fixedLaw(pumpLaw(moverCurve(curve.flow, curve.head), density, inParallel), speed));
    if (checkValve === 'yes') laws.push(checkValveLaw);
  }
  if (values.checkValve === 'yes') laws.push(checkValveLaw);
  return laws;
}

/** One of both is there: the rule of the kind has seen to it. */
function kvOf({ kv, cv }: { readonly kv?: number; readonly cv?: number }): number {
  return kv ?? kvOfCv(cv!);
}

function valveOf(values: NonNullable<BranchValues['valve']>, density: number): FlowLaw {
  const { characteristic, opening, leakage, rangeability } = values;
  const share = (y: number): number =>
    characteristic === 'linear' ? linearValve(y, leakage) : equalPercentageValve(y, leakage, rangeability, 0.01);
  return fixedLaw(valveLaw(resistanceOfKv(kvOf(values), density), share), opening);
}
