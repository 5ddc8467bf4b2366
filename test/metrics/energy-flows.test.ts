/** The flows of a year against the auditor, who knows flows, states and meters only. */

import { describe, expect, it } from 'vitest';
import { energyFlows, type HeatSink } from '../../src/metrics/energy-flows.ts';
import { metricOf } from '../../src/metrics/metric.ts';
import { type PreparedScenario, runScenario } from '../../src/study/scenario-run.ts';
import { preparedFile, preparedOf, systemScenario } from '../laws/plants.ts';

/** With towers and with air alone, boiling, with a customer, and a plant with a store, walls and a motor outdoors. */
const plants: readonly (readonly [string, () => PreparedScenario])[] = [
  ...['air-tower', 'air-dry', 'cold-plate-dry', 'two-phase-tower', 'immersion-dry'].map(
    (name) => [name, () => preparedOf(systemScenario(`systems/${name}`, 'phoenix'))] as const,
  ),
  ['odd-plant', () => preparedFile('odd-plant.yaml')],
];

describe.each(plants)('the flows of %s', (_, prepare) => {
  const finished = runScenario(prepare());
  const { plant, run, variant } = finished;
  const flows = energyFlows(plant, run);
  const to = (sink: HeatSink): number =>
    flows.rejected.reduce((sum, flow) => sum + (flow.sink === sink ? flow.energy : 0), 0);

  it('close: electricity and envelope are all that is rejected, as the auditor has it', () => {
    const out = flows.rejected.reduce((sum, { energy }) => sum + energy, 0);
    expect((flows.electricity + flows.envelope) / out - 1).toBeCloseTo(0, 8);
    const facility = run.audit.closures.find(({ equation }) => equation.startsWith('utility and envelope'))!;
    expect((flows.electricity + flows.envelope) / (facility.into * 3600) - 1).toBeCloseTo(0, 9);
    expect(out / (facility.out * 3600) - 1).toBeCloseTo(0, 9);
  });

  it('have the electricity of the metrics, and consumers that add up to it', () => {
    expect(flows.electricity).toBe(metricOf(variant, 'energy.total')!.value);
    const sum = flows.consumers.reduce((total, { energy }) => total + energy, 0);
    expect(sum / flows.electricity).toBeCloseTo(1, 12);
  });

  it('give vapour the heat of evaporation of its water: 2,501 kJ/kg at 0 °C to 2,382 kJ/kg at 50 °C (steam tables)', () => {
    const evaporated = metricOf(variant, 'water.evaporation');
    if (evaporated === undefined || !(evaporated.value > 0)) return expect(to('water vapour')).toBe(0);
    // Metered at 999.1 kg/m³. What leaves is warmer than the make-up, by some 30 K at most: 2 kJ/(kg K).
    const perKilogram = to('water vapour') / (evaporated.value * 999.1);
    expect(perKilogram).toBeGreaterThan(2.382e6);
    expect(perKilogram).toBeLessThan(2.501e6 + 60e3);
  });
});

describe('a plant with a customer and a store', () => {
  it('sends heat to both', () => {
    const { plant, run } = runScenario(preparedFile('odd-plant.yaml'));
    const sinks = new Set(energyFlows(plant, run).rejected.map(({ sink }) => sink));
    expect([...sinks].toSorted()).toEqual(expect.arrayContaining(['reuse', 'storage']));
  });
});
