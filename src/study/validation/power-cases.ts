/** Losses of the power chain through printed efficiencies, and the power of a whole machine. */

import { preparePowerLoss } from '../../physics/power-losses.ts';
import { frontier, measuredConverter, titaniumSupply } from './cases/power-losses.ts';
import type { Sample, ValidationCase } from './validation-case.ts';

const group = 'Power';

/** A fit through printed efficiencies, asked at the same loads. */
function efficiencySamples(ratedOutput: number, loads: readonly number[], efficiencies: readonly number[]): Sample[] {
  const fitted = preparePowerLoss(ratedOutput, loads, efficiencies);
  return loads.map((load, i) => {
    const output = load * ratedOutput;
    return {
      at: `load ${(100 * load).toFixed(0)} %`,
      published: efficiencies[i]!,
      ours: output / (output + fitted.loss(output)),
    };
  });
}

/** The published law, input = (output + offset)/efficiency, as two points of an efficiency curve. */
function lawCurve(rated: number, law: { readonly offset: number; readonly efficiency: number }) {
  const efficiency = (x: number) => (x * rated * law.efficiency) / (x * rated + law.offset);
  return preparePowerLoss(rated, [0.2, 1], [efficiency(0.2), efficiency(1)]);
}

/** Total power and losses of Frontier with every node at one power [W]. */
function frontierPower(node: number): { readonly total: number; readonly loss: number } {
  const { regulator, rectifier, nodes, switches, cdus } = frontier;
  const shelf = lawCurve(3000, regulator);
  const supply = lawCurve(13_670, rectifier);
  const behind = rectifier.nodes * (node + shelf.loss(node));
  const nodesInput = (nodes / rectifier.nodes) * (behind + supply.loss(behind));
  return {
    total: nodesInput + switches.count * switches.power + cdus.count * cdus.power,
    loss: nodesInput - nodes * node,
  };
}

function frontierSamples(): Sample[] {
  const [idle, peak] = [frontierPower(frontier.idleNode), frontierPower(frontier.peakNode)];
  return [
    { at: 'idle, total', published: frontier.idleTotal, ours: idle.total },
    { at: 'peak, total', published: frontier.peakTotal, ours: peak.total },
    { at: 'idle, losses', published: frontier.idleLoss, ours: idle.loss },
    { at: 'peak, losses', published: frontier.peakLoss, ours: peak.loss },
  ];
}

export const powerCases: readonly ValidationCase[] = [
  {
    group,
    quantity: 'Titanium supply, efficiency',
    unit: '1',
    scale: 'absolute',
    tolerance: 0.016,
    because: 'the four points are requirements, not one machine: no law with losses ≥ 0 passes them all',
    source: 'titanium',
    samples: () => efficiencySamples(3000, titaniumSupply.loads, titaniumSupply.efficiencies),
  },
  {
    group,
    quantity: 'converter, efficiency',
    unit: '1',
    scale: 'absolute',
    tolerance: 3e-3,
    because: 'measured and printed to 0.1 %; three terms through nine points',
    source: 'converter',
    samples: () => {
      const { ratedOutput, outputs, efficiencies } = measuredConverter;
      const loads = outputs.map((output) => output / ratedOutput);
      return efficiencySamples(ratedOutput, loads, efficiencies);
    },
  },
  {
    group,
    quantity: 'Frontier, idle and peak',
    unit: 'W',
    scale: 'absolute',
    tolerance: 500,
    because: 'totals are printed to 1 kW',
    source: 'frontier',
    note: '9472 nodes, 2368 switches and 25 CDUs behind regulators and rectifiers: 7.282 and 28.203 MW.',
    samples: frontierSamples,
  },
];
