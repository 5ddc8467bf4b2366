import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import {
  enthalpy,
  humidityRatioOfRelativeHumidity,
  relativeHumidity,
  temperatureOfEnthalpy,
} from '../../src/fluids/moist-air.ts';
import { blowdown, driftLoss, evaporatedWater, evaporationOfAllHeat } from '../../src/physics/evaporation.ts';

const makeup = 4186 * 15;

describe('evaporated water', () => {
  const state = (t: number, rh: number, p: number) => {
    const W = humidityRatioOfRelativeHumidity(273.15 + t, rh, p);
    return { W, h: enthalpy(273.15 + t, W) };
  };

  it('leaves the air saturated, with its energy closed', () => {
    for (const [t, rh, p, heat] of [
      [35, 0.4, 101_325, 30e3],
      [5, 0.8, 101_325, 15e3],
      [-10, 0.7, 101_325, 22e3],
      [30, 0.1, 83_000, 25e3],
    ] as const) {
      const { W, h } = state(t, rh, p);
      for (const guess of [273.15 + t, 300, 320]) {
        const E = evaporatedWater(heat, 1, h, W, makeup, p, guess);
        const Wout = W + E;
        const Tout = temperatureOfEnthalpy(h + heat + E * makeup, Wout);
        // Saturated by the exact vapour pressure: as near as the cheap one is.
        expect(Math.abs(relativeHumidity(Tout, Wout, p) - 1)).toBeLessThan(4e-3);
      }
    }
  });

  it('is most of the heat on a hot day and little on a cold one', () => {
    const hot = state(35, 0.4, 101_325);
    const cold = state(-5, 0.8, 101_325);
    const share = (s: { W: number; h: number }) =>
      evaporatedWater(30e3, 1, s.h, s.W, makeup, 101_325, 290) / evaporationOfAllHeat(30e3, 300);
    expect(share(hot)).toBeGreaterThan(0.85);
    expect(share(cold)).toBeLessThan(0.75);
    expect(share(cold)).toBeGreaterThan(0.4);
  });

  it('follows the rule of 1.5 L for a kWh when all heat is latent', () => {
    // h_fg at 30 °C is 2430 kJ/kg (ASHRAE Handbook Fundamentals 2017, ch. 1, table 3: 2429.8).
    expect(Math.abs(1 / evaporationOfAllHeat(1, 303.15) / 2.4298e6 - 1)).toBeLessThan(1e-3);
  });

  it('is nought without air', () => {
    expect(evaporatedWater(0, 0, 3e4, 0.005, makeup, 101_325, 290)).toBe(0);
  });
});

describe('blowdown and drift', () => {
  it('hold the salts: what enters with make-up leaves with blowdown and drift', () => {
    const [E, C] = [2, 5];
    const D = driftLoss(100, 5e-5);
    const B = blowdown(E, C, D);
    expect((E + B + D) / (B + D)).toBeCloseTo(C, 12);
    expect(blowdown(0.01, 5, 1)).toBe(0);
  });
  it('refuse cycles of one', () => {
    for (const cycles of [1, 0, NaN]) expect(() => blowdown(1, cycles, 0)).toThrow(OutOfRangeError);
  });
});
