import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import {
  arrangements,
  counterflowEffectiveness,
  crossflowEffectiveness,
  effectivenessOf,
  parallelEffectiveness,
  transferUnitsOf,
} from '../../src/physics/effectiveness.ts';
import { counterflowDocumented, crossflowExample } from '../published/heat-exchange.ts';

const allUnits = [0, 1e-9, 0.1, 0.5, 1, 2, 3, 5, 8, 10];
const allRatios = [0, 1e-9, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1 - 1e-13, 1];

describe('every arrangement', () => {
  for (const name of arrangements) {
    const effectiveness = effectivenessOf[name];
    const transferUnits = transferUnitsOf[name];

    it(`${name}: one stream without limit gives 1 − e^(−NTU)`, () => {
      for (const n of allUnits) expect(effectiveness(n, 0)).toBeCloseTo(1 - Math.exp(-n), 14);
    });

    it(`${name}: rises with NTU, stays within 0 … 1 and is nought at nought`, () => {
      for (const c of allRatios) {
        expect(effectiveness(0, c)).toBe(0);
        for (let n = 0.05; n < 12; n += 0.05) {
          expect(effectiveness(n, c)).toBeGreaterThanOrEqual(effectiveness(n - 0.05, c));
          expect(effectiveness(n, c)).toBeLessThanOrEqual(1);
        }
        expect(effectiveness(1e6, c)).toBeLessThanOrEqual(1);
      }
    });

    it(`${name}: never beats counterflow, never falls below parallel flow`, () => {
      for (const c of allRatios) {
        if (name === 'phase change' && c > 0) continue; // its capacity ratio is nought by definition
        // The crossflow approximation is up to 0.01 low, so it may dip below parallel flow.
        const approximation = name === 'crossflow' ? 3e-3 : 1e-15;
        for (const n of allUnits) {
          expect(effectiveness(n, c)).toBeLessThanOrEqual(counterflowEffectiveness(n, c) + 1e-15);
          expect(effectiveness(n, c)).toBeGreaterThanOrEqual(parallelEffectiveness(n, c) - approximation);
        }
      }
    });

    it(`${name}: transfer units come back from the effectiveness`, () => {
      for (const c of allRatios) {
        for (const n of [0.1, 0.5, 1, 2, 3]) {
          const back = transferUnits(effectiveness(n, c), c);
          expect(Math.abs(back / n - 1)).toBeLessThan(1e-11);
        }
      }
    });

    it(`${name}: refuses a negative NTU, NaN, infinity, and an effectiveness out of reach`, () => {
      for (const bad of [-1, NaN, Infinity]) expect(() => effectiveness(bad, 0.5)).toThrow(OutOfRangeError);
      if (name !== 'phase change') {
        for (const bad of [-0.1, 1.2, NaN]) expect(() => effectiveness(1, bad)).toThrow(OutOfRangeError);
      }
      for (const bad of [-0.1, 1, NaN]) expect(() => transferUnits(bad, 0.5)).toThrow(OutOfRangeError);
    });
  }
});

describe('counterflow', () => {
  it('equal capacity rates give NTU / (1 + NTU)', () => {
    for (const n of allUnits) expect(counterflowEffectiveness(n, 1)).toBeCloseTo(n / (1 + n), 14);
  });
  it('agrees with the documentation of ht at NTU 5, C 0.7 to 1e-11', () => {
    const { transferUnits, capacityRatio, effectiveness } = counterflowDocumented;
    expect(Math.abs(counterflowEffectiveness(transferUnits, capacityRatio) - effectiveness)).toBeLessThan(1e-12 * 2);
  });
  it('keeps its digits at C = 1 − 1e-13', () => {
    expect(Math.abs(counterflowEffectiveness(3, 1 - 1e-13) - 0.75)).toBeLessThan(1e-13);
  });
  it('is 1 at NTU 10⁶ with C 0.9', () => {
    expect(counterflowEffectiveness(1e6, 0.9)).toBeCloseTo(1, 14);
  });
});

/** Mason's exact double series for crossflow, both streams unmixed. */
function crossflowSeries(n: number, c: number): number {
  const m = c * n;
  let [termN, termM] = [Math.exp(-n), Math.exp(-m)];
  let [restN, restM] = [1 - termN, 1 - termM];
  let sum = 0;
  for (let k = 0; k < 200; k++) {
    sum += restN * restM;
    termN *= n / (k + 1);
    termM *= m / (k + 1);
    restN -= termN;
    restM -= termM;
  }
  return sum / (c * n);
}

describe('crossflow, both unmixed', () => {
  it('is within 0.011 of the exact series for NTU up to 5 and 0.020 up to 10, as its docstring says', () => {
    let [upTo5, upTo10] = [0, 0];
    for (let n = 0.1; n < 10.05; n += 0.1) {
      for (let c = 0.05; c <= 1; c += 0.05) {
        const off = Math.abs(crossflowEffectiveness(n, c) - crossflowSeries(n, c));
        if (n < 5.05) upTo5 = Math.max(upTo5, off);
        upTo10 = Math.max(upTo10, off);
      }
    }
    expect(upTo5).toBeLessThan(0.011);
    expect(upTo5).toBeGreaterThan(0.01);
    expect(upTo10).toBeLessThan(0.02);
    expect(upTo10).toBeGreaterThan(0.019);
  });
  it('finds the transfer units that a textbook reads from its chart', () => {
    const { capacityRatio, effectiveness, transferUnits, readTo } = crossflowExample;
    const units = transferUnitsOf.crossflow(effectiveness, capacityRatio);
    expect(Math.abs(units - transferUnits)).toBeLessThan(readTo);
  });
});
