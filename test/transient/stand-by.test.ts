/** Chillers that stand by: it is a running one that trips, and another starts in its place in its own time. */

import { describe, expect, it } from 'vitest';
import { type RanTransient, ranWords } from './transients.ts';

/** Four of five chillers carry the design heat of this plant. */
const tripped = (count: number, more = ''): RanTransient =>
  ranWords({
    system: 'systems/air-dry',
    transient: `{ duration: 7 min, machines: { chiller: { restart: 3 min${more} } }, events: { out: { at: 1 min, trip: chiller, count: ${count} } } }`,
  });

describe('a running chiller of four, with a fifth standing by', () => {
  const ran = tripped(1);
  const running = ran.of('chiller.running');

  it('leaves three until the fifth has started, three minutes later', () => {
    expect(running[58]).toBeCloseTo(4, 6);
    expect(running[61]).toBeCloseTo(3, 6);
    expect(running[238]).toBeCloseTo(3, 6);
    expect(running[241]).toBeCloseTo(4, 6);
  });

  it('lets the chilled loop warm at first by the quarter of the heat that it took: dT/dt = P/(m c)', () => {
    // Supply header: what chillers no longer take stays in it, and the flow passes it on.
    const { plant, of } = ran;
    const chilled = plant.circuits.find(({ name }) => name === 'chilled')!;
    const flow = chilled.design.flow;
    const missing = of('chiller.duty')[58]! - of('chiller.duty')[61]!;
    // Capacity of three grows a little with the load that they are asked for: from 98.6 % to all.
    expect(missing / (of('chiller.duty')[58]! / 4)).toBeGreaterThan(0.75);
    expect(missing / (of('chiller.duty')[58]! / 4)).toBeLessThan(1);
    // A mixed header of thirty seconds' flow: T − T₀ = (P/(ṁ c)) (1 − e^(−t/30 s)).
    const warmer = of('chilled.supplyTemperature')[65]! - of('chilled.supplyTemperature')[58]!;
    const byHand = (missing / (flow * chilled.fluid.specificHeat(chilled.supply))) * -Math.expm1(-5.5 / 30);
    expect(warmer / byHand).toBeGreaterThan(0.9);
    expect(warmer / byHand).toBeLessThan(1.1);
  });
});

it('of five chillers of which all trip none stands by, and of four the fifth comes', () => {
  const [all, four] = [tripped(5).of('chiller.running'), tripped(4).of('chiller.running')];
  expect(all[300]).toBeCloseTo(0, 6);
  expect(four[200]).toBeCloseTo(0, 6);
  expect(four[250]).toBeCloseTo(1, 6);
});
