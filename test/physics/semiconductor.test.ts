import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import {
  cappedDynamicPower,
  chipJunction,
  chipLeakage,
  clockShare,
  leakageGain,
  powerAtJunctionLimit,
  throttledDynamicPower,
} from '../../src/physics/semiconductor.ts';
import { lambertBranch } from '../published/lambert.ts';

const law = { leakage: 150, reference: 338.15, scale: 40 };

describe('junction with leakage', () => {
  it('is the principal branch of Lambert’s W', () => {
    for (const { argument, value } of lambertBranch) {
      // With θ = 1, R = 1, P = 0, T_f = T_ref: a = L, and T − T_f = −W(−L).
      const unit = { leakage: -argument, reference: 0, scale: 1 };
      expect(Math.abs(chipJunction(unit, 0, 0, 1, NaN) + value)).toBeLessThan(1e-12);
    }
  });

  it('fulfils its own balance, from any guess, and is the stable root', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2000, noNaN: true }),
        fc.double({ min: 280, max: 340, noNaN: true }),
        fc.double({ min: 0, max: 0.08, noNaN: true }),
        fc.double({ min: 250, max: 500, noNaN: true }),
        (dynamic, coolant, resistance, guess) => {
          const junction = chipJunction(law, dynamic, coolant, resistance, guess);
          if (Number.isNaN(junction)) return;
          const power = dynamic + chipLeakage(law, junction);
          // Near the edge the balance is flat in T and the root only as good as its square root.
          expect(Math.abs(coolant + resistance * power - junction)).toBeLessThan(1e-9);
          expect(leakageGain(law, junction, resistance)).toBeLessThan(1 + 1e-6);
        },
      ),
    );
  });

  it('does not exist beyond the edge of runaway, and does just below it', () => {
    const edge = law.scale / (law.leakage * Math.E); // R at which a = 1/e with T_f + R P = T_ref
    expect(chipJunction(law, 0, law.reference, edge * 1.0001, NaN)).toBeNaN();
    const near = chipJunction(law, 0, law.reference, edge * 0.9999, NaN);
    expect(near).toBeGreaterThan(law.reference + 0.9 * law.scale);
    expect(near).toBeLessThan(law.reference + law.scale);
  });

  it('rises with power, coolant and resistance', () => {
    const at = (p: number, t: number, r: number) => chipJunction(law, p, t, r, NaN);
    expect(at(900, 310, 0.03)).toBeGreaterThan(at(800, 310, 0.03));
    expect(at(900, 311, 0.03) - at(900, 310, 0.03)).toBeGreaterThan(1); // leakage amplifies
    expect(at(900, 310, 0.031)).toBeGreaterThan(at(900, 310, 0.03));
    expect(at(900, 310, 0)).toBe(310);
  });

  it('gives rated power at the reference junction', () => {
    const resistance = (law.reference - 313.15) / (850 + law.leakage);
    const junction = chipJunction(law, 850, 313.15, resistance, NaN);
    expect(junction).toBeCloseTo(law.reference, 9);
    expect(chipLeakage(law, junction)).toBeCloseTo(150, 9);
  });

  it('refuses a negative power and NaN', () => {
    expect(() => chipJunction(law, -1, 300, 0.03, NaN)).toThrow(OutOfRangeError);
    expect(() => chipJunction(law, NaN, 300, 0.03, NaN)).toThrow(OutOfRangeError);
  });
});

describe('throttling and capping', () => {
  it('stands at the limit with what throttling leaves', () => {
    const left = throttledDynamicPower(law, 358.15, 328.15, 0.04);
    expect(chipJunction(law, left, 328.15, 0.04, NaN)).toBeCloseTo(358.15, 9);
    expect(left + chipLeakage(law, 358.15)).toBeCloseTo(powerAtJunctionLimit(358.15, 328.15, 0.04), 9);
    expect(throttledDynamicPower(law, 358.15, 360, 0.04)).toBe(0);
  });

  it('draws just the cap, and more work when cooler', () => {
    const warm = cappedDynamicPower(law, 1000, 318.15, 0.03);
    const cool = cappedDynamicPower(law, 1000, 298.15, 0.03);
    expect(cool).toBeGreaterThan(warm);
    const junction = chipJunction(law, warm, 318.15, 0.03, NaN);
    expect(warm + chipLeakage(law, junction)).toBeCloseTo(1000, 8);
  });

  it('takes the cube root of power where voltage follows clock', () => {
    expect(clockShare(0.125, 3)).toBeCloseTo(0.5, 14);
    expect(clockShare(0, 3)).toBe(0);
    expect(clockShare(1.2, 1)).toBe(1);
  });
});
