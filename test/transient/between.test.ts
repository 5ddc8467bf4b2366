import { expect, it } from 'vitest';
import { between } from '../../src/solver/transient/between.ts';

it('a quartic is read back exactly between the ends of a step, a sine to 2e-5, and so is a slot beside the first', () => {
  const s = new Float64Array(9);
  const quartic = (t: number) => 3 - t + 0.5 * t * t - 0.02 * t * t * t + 0.003 * t * t * t * t;
  const inside = between({ s, first: 2, besides: [7] }, (time) => {
    s[0] = s[7] = quartic(time);
    s[1] = Math.sin(0.3 * time);
    s[8] = time;
  });
  inside.span(2, 6);
  for (const time of [2, 2.7, 3.9, 5.2, 6]) {
    inside.at(time);
    expect(s[0]).toBeCloseTo(quartic(time), 11);
    expect(s[7]).toBe(s[0]);
    expect(Math.abs(s[1]! - Math.sin(0.3 * time))).toBeLessThan(2e-5);
    expect(s[8], 'what is not to be known stays as it was last evaluated').toBe(6);
  }
});
