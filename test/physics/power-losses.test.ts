import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { preparePowerLoss } from '../../src/physics/power-losses.ts';
import { frontier, measuredConverter, titaniumSupply } from '../published/power-losses.ts';

describe('losses through printed efficiencies', () => {
  it('hit three points of a machine exactly', () => {
    const loads = [0.25, 0.5, 1];
    const efficiencies = [0.94, 0.96, 0.962];
    const ups = preparePowerLoss(1e6, loads, efficiencies);
    expect(ups.worstError).toBeLessThan(1e-12);
    loads.forEach((x, i) => {
      const output = x * 1e6;
      expect(output / (output + ups.loss(output))).toBeCloseTo(efficiencies[i]!, 12);
    });
    expect(ups.loss(0)).toBeGreaterThan(0);
  });

  it('take one point for a constant efficiency', () => {
    const flat = preparePowerLoss(500, [0.5], [0.98]);
    expect(flat.loss(500)).toBeCloseTo(500 / 0.98 - 500, 10);
    expect(flat.loss(0)).toBe(0);
  });

  it('never have a negative share, and then say how far off they are', () => {
    // An efficiency that falls from the first point on needs no constant loss; a negative one would fit.
    const odd = preparePowerLoss(1, [0.1, 0.5, 1], [0.99, 0.9, 0.7]);
    expect(odd.constantShare).toBe(0);
    expect(Math.min(odd.linearShare, odd.squareShare)).toBeGreaterThanOrEqual(0);
    expect(odd.worstError).toBeGreaterThan(0.005);
    const eco = preparePowerLoss(1, [0.25, 0.5, 0.75, 1], [0.985, 0.988, 0.99, 0.99]);
    expect(Math.min(eco.constantShare, eco.linearShare, eco.squareShare)).toBeGreaterThanOrEqual(0);
    expect(eco.worstError).toBeLessThan(0.001);
  });

  it('pass the Titanium points of 80 PLUS within 1.6 % of efficiency', () => {
    const supply = preparePowerLoss(3000, titaniumSupply.loads, titaniumSupply.efficiencies);
    // The four points are requirements, not one machine: no quadratic with shares ≥ 0 passes them all.
    expect(supply.worstError).toBeLessThan(0.016);
  });

  it('pass nine measured points of a converter within 0.3 %', () => {
    const { ratedOutput, outputs, efficiencies } = measuredConverter;
    const loads = outputs.map((output) => output / ratedOutput);
    const converter = preparePowerLoss(ratedOutput, loads, efficiencies);
    outputs.forEach((output, i) => {
      expect(Math.abs(output / (output + converter.loss(output)) - efficiencies[i]!)).toBeLessThan(0.003);
    });
    expect(converter.worstError).toBeLessThan(0.003);
  });

  it('do not depend on the order of the points', () => {
    const up = preparePowerLoss(1, [0.25, 0.5, 0.75, 1], [0.945, 0.963, 0.965, 0.963]);
    const down = preparePowerLoss(1, [1, 0.75, 0.5, 0.25], [0.963, 0.965, 0.963, 0.945]);
    expect(down.loss(0.4)).toBeCloseTo(up.loss(0.4), 12);
  });

  it('rise with the output', () => {
    const ups = preparePowerLoss(1, [0.25, 0.5, 0.75, 1], [0.945, 0.963, 0.965, 0.963]);
    for (let x = 0; x < 1.2; x += 0.05) expect(ups.loss(x + 0.05)).toBeGreaterThan(ups.loss(x));
  });

  it('refuse points that mean nothing', () => {
    expect(() => preparePowerLoss(1, [0, 1], [0.9, 0.9])).toThrow(OutOfRangeError);
    expect(() => preparePowerLoss(1, [0.5], [1.01])).toThrow(OutOfRangeError);
    expect(() => preparePowerLoss(1, [0.5], [NaN])).toThrow(OutOfRangeError);
    expect(() => preparePowerLoss(0, [0.5], [0.9])).toThrow(OutOfRangeError);
    expect(() => preparePowerLoss(1, [], [])).toThrow(OutOfRangeError);
    expect(() => preparePowerLoss(1, [0.5, 1], [0.9])).toThrow(OutOfRangeError);
  });
});

describe('Frontier', () => {
  const { regulator, rectifier, nodes, switches, cdus } = frontier;

  /** The published law, as two points of an efficiency curve. */
  function curve(rated: number, law: { offset: number; efficiency: number }) {
    const efficiency = (x: number) => (x * rated * law.efficiency) / (x * rated + law.offset);
    return preparePowerLoss(rated, [0.2, 1], [efficiency(0.2), efficiency(1)]);
  }

  it.each([
    ['idle', frontier.idleNode, frontier.idleTotal, frontier.idleLoss],
    ['at its peak', frontier.peakNode, frontier.peakTotal, frontier.peakLoss],
  ])('%s draws its published total', (_, node, total, loss) => {
    const shelf = curve(3000, regulator);
    const supply = curve(13_670, rectifier);
    const behind = rectifier.nodes * (node + shelf.loss(node));
    const input = behind + supply.loss(behind);
    const computed = (nodes / rectifier.nodes) * input + switches.count * switches.power + cdus.count * cdus.power;
    expect(Math.abs(computed - total)).toBeLessThan(500); // printed to 1 kW
    expect(Math.abs((nodes / rectifier.nodes) * input - nodes * node - loss)).toBeLessThan(500);
  });
});
