import { expect, it } from 'vitest';
import { between } from '../../src/solver/transient/between.ts';

it('a quartic is read back exactly between the ends of a step, a sine to 2e-5', () => {
  const shown = new Float64Array(2);
  const quartic = (t: number) => 3 - t + 0.5 * t * t - 0.02 * t * t * t + 0.003 * t * t * t * t;
  const inside = between(shown, (time) => {
    shown[0] = quartic(time);
    shown[1] = Math.sin(0.3 * time);
  });
  inside.span(2, 6);
  for (const time of [2, 2.7, 3.9, 5.2, 6]) {
    inside.at(time);
    expect(shown[0]).toBeCloseTo(quartic(time), 11);
    expect(Math.abs(shown[1]! - Math.sin(0.3 * time))).toBeLessThan(2e-5);
  }
});
