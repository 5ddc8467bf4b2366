import { describe, expect, it } from 'vitest';

import {
  coincidentMean,
  designConditionsOfYear,
  quantileOfSorted,
} from '../../src/scenario/weather/design-conditions.ts';
import { epwDesignConditions } from '../../src/scenario/weather/epw-design-conditions.ts';
import { designLines, designValues } from '../published/epw-design-conditions.ts';

const printed = (kelvin: number | undefined): number => Math.round(((kelvin ?? NaN) - 273.15) * 10) / 10;

describe.each(['dulles2009', 'munich2021'] as const)('the design conditions of %s', (name) => {
  const doubts: string[] = [];
  const design = epwDesignConditions(designLines[name].split(','), doubts)!;
  const wanted = designValues[name];

  it('are the values the Handbook prints', () => {
    expect(design.basis).toBe('published');
    expect(design.source).toContain('ASHRAE Handbook');
    expect(design.heating.map(({ dryBulb }) => printed(dryBulb))).toEqual(wanted.heating);
    expect(design.cooling.map((c) => [printed(c.dryBulb), printed(c.wetBulb)])).toEqual(wanted.cooling);
    expect(design.wetBulb.map((c) => [printed(c.wetBulb), printed(c.dryBulb)])).toEqual(wanted.wetBulb);
    expect(printed(design.extremeWetBulb)).toBe(wanted.extremeWetBulb);
    const periods = design.returnPeriods.map((p) => [p.years, printed(p.minimumDryBulb), printed(p.maximumDryBulb)]);
    expect(periods).toEqual(wanted.returnPeriods);
    expect(doubts).toEqual([]);
  });
});

describe('design conditions that cannot be trusted', () => {
  it('are absent where the header counts none', () => {
    expect(epwDesignConditions(['DESIGN CONDITIONS', '0'], [])).toBeUndefined();
    expect(epwDesignConditions(['DESIGN CONDITIONS'], [])).toBeUndefined();
  });

  it('are left out, and said, without their words or out of order', () => {
    const doubts: string[] = [];
    expect(epwDesignConditions(['DESIGN CONDITIONS', '1', 'x', '1', '2'], doubts)).toBeUndefined();
    const shuffled = designLines.dulles2009.replace('34.1,23.9,32.7', '31.1,23.9,32.7').split(',');
    expect(epwDesignConditions(shuffled, doubts)).toBeUndefined();
    expect(doubts).toHaveLength(2);
  });

  it('lose single values that are no temperatures', () => {
    const design = epwDesignConditions(designLines.dulles2009.replace('-11.8,-9', 'N/A,-9').split(','), []);
    expect(design?.heating).toHaveLength(1);
  });
});

describe('percentiles of a year', () => {
  it('interpolate at rank (n − 1) p', () => {
    const sorted = [1, 2, 3, 4, 5];
    expect(quantileOfSorted(sorted, 0)).toBe(1);
    expect(quantileOfSorted(sorted, 0.5)).toBe(3);
    expect(quantileOfSorted(sorted, 0.9)).toBeCloseTo(4.6, 12);
    expect(quantileOfSorted(sorted, 1)).toBe(5);
  });

  it('have the wet bulb of the hours near the dry bulb', () => {
    const dryBulb = Float64Array.from({ length: 8760 }, (_, i) => 273.15 + (i / 8760) * 40);
    const wetBulb = dryBulb.map((value) => value - 5);
    const design = designConditionsOfYear(dryBulb, wetBulb);
    expect(design.cooling[0]!.dryBulb).toBeCloseTo(273.15 + 40 * 0.996, 2);
    expect(design.cooling[2]!.wetBulb!).toBeCloseTo(design.cooling[2]!.dryBulb - 5, 1);
    expect(design.heating[0]!.dryBulb).toBeCloseTo(273.15 + 40 * 0.004, 2);
    expect(coincidentMean(dryBulb, wetBulb, 400)).toBeUndefined();
  });
});
