import { describe, expect, it } from 'vitest';
import { pageData, pageScales, totalEnergy } from '../../src/output/report/page-data.ts';
import { inventedComparison } from './invented-comparison.ts';

describe('the data of the report', () => {
  it('have consumers that add up to the electricity of the table, beyond the digits that either shows', () => {
    const comparison = inventedComparison();
    // To six digits these make 93.3150 GWh, which is shown as 93.32; they are 93.314998, shown as 93.31.
    const variants = comparison.variants.map((variant) => ({
      ...variant,
      consumers: [75.594051, 17.720947].map((gigawattHours, i) => ({
        ...variant.consumers[i]!,
        energy: gigawattHours * 3.6e12,
      })),
    }));
    const uneven = { ...comparison, variants };
    const scales = pageScales(variants, 'si');
    pageData(uneven, uneven.baseline, scales).variants.forEach(({ energy }, i) => {
      const shown = energy.reduce((sum, value) => sum + value, 0);
      expect(shown).toBeCloseTo(scales.energy.fromSi(totalEnergy(variants[i]!)), 9);
    });
  });
});
