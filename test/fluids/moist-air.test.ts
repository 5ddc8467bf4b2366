import psychrolibUntyped from 'psychrolib';
import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { air } from '../../src/fluids/air.ts';
import * as moist from '../../src/fluids/moist-air.ts';
import {
  atmosphereRows,
  bisectedWetBulbRows,
  handbookExample,
  saturatedAirRows,
  saturatedEnthalpyTolerance,
  saturatedHumidityTolerance,
  saturationPressureRows,
  saturationPressureTolerance,
  wetBulbRows,
} from '../published/psychrometrics.ts';

/** The parts of PsychroLib used here; °C, Pa, kg/kg, J/kg once set to SI. */
interface Psychrolib {
  readonly SI: unknown;
  SetUnitSystem(system: unknown): void;
  GetSatVapPres(t: number): number;
  GetHumRatioFromRelHum(t: number, relativeHumidity: number, p: number): number;
  GetHumRatioFromTWetBulb(t: number, wetBulb: number, p: number): number;
  GetTWetBulbFromHumRatio(t: number, w: number, p: number): number;
  GetTDewPointFromHumRatio(t: number, w: number, p: number): number;
  GetMoistAirEnthalpy(t: number, w: number): number;
  GetMoistAirVolume(t: number, w: number, p: number): number;
  GetStandardAtmPressure(altitude: number): number;
}
const psychrolib = psychrolibUntyped as Psychrolib;
psychrolib.SetUnitSystem(psychrolib.SI);

const zero = 273.15;
const pressures = [70e3, 85e3, 101_325];

interface State {
  readonly t: number;
  readonly phi: number;
  readonly p: number;
  readonly W: number;
}

/** Dry bulb from −30 to 60 °C, relative humidity from 2 to 99 %, three pressures. */
const grid: readonly State[] = pressures.flatMap((p) =>
  Array.from({ length: 31 }, (_, i) => -30 + 3 * i + 0.37).flatMap((t) =>
    [0.02, 0.1, 0.3, 0.5, 0.8, 0.99].map((phi) => ({
      t,
      phi,
      p,
      W: moist.humidityRatioOfRelativeHumidity(t + zero, phi, p),
    })),
  ),
);

describe('saturation pressure of water vapour', () => {
  it("is within 300 ppm of the Handbook's table, at −60 °C within half its last digit", () => {
    for (const [t, p] of saturationPressureRows) {
      const error = Math.abs(moist.saturationPressure(t + zero) - p);
      expect(error).toBeLessThan(t === -60 ? 0.005 : saturationPressureTolerance * p);
    }
  });

  it('repeats PsychroLib to 1e-9', () => {
    for (let t = -99.5; t < 200; t += 0.5) {
      expect(moist.saturationPressure(t + zero) / psychrolib.GetSatVapPres(t)).toBeCloseTo(1, 9);
    }
  });

  it('has the slope of its finite differences', () => {
    for (let T = 180; T < 470; T += 3.3) {
      const h = 1e-3;
      const difference = (moist.saturationPressure(T + h) - moist.saturationPressure(T - h)) / (2 * h);
      expect(Math.abs(moist.saturationPressureSlope(T) / difference - 1)).toBeLessThan(1e-7);
    }
  });

  it('steps by less than 10 ppm where ice gives way to water', () => {
    const step = moist.saturationPressure(273.16) / moist.saturationPressure(273.16 - 1e-9) - 1;
    expect(Math.abs(step)).toBeLessThan(1e-5);
  });

  it('has its temperature as inverse to 1e-9 K', () => {
    for (let T = 174; T < 473; T += 1.7) {
      expect(Math.abs(moist.saturationTemperature(moist.saturationPressure(T)) - T)).toBeLessThan(1e-9);
    }
  });

  it('refuses −101 °C, 201 °C and no number, and pressures that belong to them', () => {
    for (const T of [172.15, 474.15, Number.NaN]) expect(() => moist.saturationPressure(T)).toThrow(OutOfRangeError);
    for (const p of [0, 2e6, Number.NaN]) expect(() => moist.saturationTemperature(p)).toThrow(OutOfRangeError);
  });
});

describe('moist air', () => {
  it("meets the Handbook's table of saturated air but for the enhancement factor", () => {
    saturatedAirRows.forEach(([t, W, h], i) => {
      const ours = moist.saturatedHumidityRatio(t + zero, 101_325);
      expect(Math.abs(ours / W - 1)).toBeLessThan(saturatedHumidityTolerance[i]);
      expect(Math.abs(moist.saturatedEnthalpy(t + zero, 101_325) - h)).toBeLessThan(saturatedEnthalpyTolerance[i]);
    });
  });

  it("meets the Handbook's first example to the digits of its chart", () => {
    const x = handbookExample;
    const W = moist.humidityRatioFromWetBulb(x.dryBulb + zero, x.wetBulb + zero, 101_325);
    expect(Math.abs(W - x.humidityRatio)).toBeLessThan(1e-4);
    expect(Math.abs(moist.dewPoint(W, 101_325) - zero - x.dewPoint)).toBeLessThan(0.5);
    expect(Math.abs(moist.relativeHumidity(x.dryBulb + zero, W, 101_325) - x.relativeHumidity)).toBeLessThan(0.005);
    expect(Math.abs(moist.enthalpy(x.dryBulb + zero, W) - x.enthalpy)).toBeLessThan(100);
    expect(Math.abs(moist.specificVolume(x.dryBulb + zero, W, 101_325) - x.specificVolume)).toBeLessThan(0.001);
  });

  it('meets the standard atmosphere to 1 Pa', () => {
    for (const [z, p] of atmosphereRows) expect(Math.abs(moist.atmosphericPressure(z) - p)).toBeLessThan(1);
    expect(() => moist.atmosphericPressure(12_000)).toThrow(OutOfRangeError);
  });

  it('repeats PsychroLib in humidity and enthalpy to 1e-9, in volume to its rounded constant and in dew point to its bisection', () => {
    for (const { t, phi, p, W } of grid) {
      // PsychroLib never goes below 1e-7 kg/kg; none of these states does.
      expect(W / psychrolib.GetHumRatioFromRelHum(t, phi, p)).toBeCloseTo(1, 9);
      expect(Math.abs(moist.enthalpy(t + zero, W) - psychrolib.GetMoistAirEnthalpy(t, W))).toBeLessThan(1e-6);
      // It writes 1.607858 for 1/0.621945, which is 1.2e-6 lower.
      const volume = psychrolib.GetMoistAirVolume(t, W, p);
      expect(Math.abs(moist.specificVolume(t + zero, W, p) / volume - 1)).toBeLessThan(1e-9 + 1.3e-6 * W);
      expect(Math.abs(moist.dewPoint(W, p) - zero - psychrolib.GetTDewPointFromHumRatio(t, W, p))).toBeLessThan(1e-3);
    }
  });

  it('gives back what it was made of', () => {
    for (const { t, phi, p, W } of grid) {
      expect(moist.relativeHumidity(t + zero, W, p) / phi).toBeCloseTo(1, 12);
      expect(moist.humidityRatio(moist.vapourPressure(W, p), p) / W).toBeCloseTo(1, 12);
      expect(moist.saturatedHumidityRatio(moist.dewPoint(W, p), p) / W).toBeCloseTo(1, 9);
      expect(moist.temperatureOfEnthalpy(moist.enthalpy(t + zero, W), W)).toBeCloseTo(t + zero, 9);
    }
  });

  it('finds the temperature of saturated enthalpy to 1e-9 K from any guess', () => {
    for (const p of pressures) {
      for (let T = 223.15; T < 350; T += 1.9) {
        const h = moist.saturatedEnthalpy(T, p);
        for (const guess of [240, T - 0.5, T, 300, 340]) {
          expect(Math.abs(moist.temperatureOfSaturatedEnthalpy(h, p, guess) - T)).toBeLessThan(1e-9);
        }
      }
    }
  });

  it('refuses air that is all vapour', () => {
    expect(() => moist.humidityRatio(101_325, 101_325)).toThrow(OutOfRangeError);
    expect(() => moist.saturatedHumidityRatio(383.15, 101_325)).toThrow(OutOfRangeError);
    expect(() => moist.humidityRatio(Number.NaN, 101_325)).toThrow(OutOfRangeError);
  });
});

describe('wet bulb', () => {
  it('meets spreadsheet and bisected values to their digits', () => {
    for (const [t, s, p, W] of wetBulbRows) {
      // The spreadsheet used a rounded saturation pressure; PsychroLib allows 0.03 % here.
      expect(Math.abs(moist.humidityRatioFromWetBulb(t + zero, s + zero, p) / W - 1)).toBeLessThan(3e-4);
      expect(Math.abs(moist.wetBulb(t + zero, W, p) - zero - s)).toBeLessThan(4e-3); // 0.03 % of W
    }
    for (const [t, dew, p, s] of bisectedWetBulbRows) {
      const W = moist.saturatedHumidityRatio(dew + zero, p);
      expect(Math.abs(moist.wetBulb(t + zero, W, p) - zero - s)).toBeLessThan(6e-4);
    }
  });

  it("put into PsychroLib's equation gives back the humidity ratio to 1e-9", () => {
    for (const { t, p, W } of grid) {
      const s = moist.wetBulb(t + zero, W, p) - zero;
      const again = psychrolib.GetHumRatioFromTWetBulb(t, Math.min(s, t), p);
      // 1e-9 of W, or what a wet bulb wrong by 1e-11 K, three units in the last place of 273 K, makes of it.
      expect(Math.abs(again - W)).toBeLessThan(Math.max(1e-9 * W, 1e-14));
    }
  });

  it("agrees with PsychroLib's bisection to 1 mK but where two roots exist", () => {
    let apart = 0;
    for (const { t, p, W } of grid) {
      const ours = moist.wetBulb(t + zero, W, p) - zero;
      const theirs = psychrolib.GetTWetBulbFromHumRatio(t, W, p);
      if (Math.abs(ours - theirs) > 1e-3) {
        apart++;
        expect(ours).toBeGreaterThanOrEqual(0);
        expect(ours).toBeLessThan(0.7);
        expect(theirs).toBeLessThan(0);
      }
    }
    expect(apart).toBeLessThan(grid.length / 100);
  });

  it('takes the water branch down to 0 °C and then jumps to ice, by 0.06 to 0.07 K per kelvin of dry bulb', () => {
    for (const t of [1, 3, 5, 7]) {
      const atFreezing = moist.humidityRatioFromWetBulb(t + zero, zero, 85_000);
      const above = moist.wetBulb(t + zero, atFreezing + 1e-9, 85_000) - zero;
      expect(above).toBeGreaterThanOrEqual(0);
      expect(above).toBeLessThan(1e-5);
      const below = moist.wetBulb(t + zero, atFreezing - 1e-9, 85_000) - zero;
      expect(-below / t).toBeGreaterThan(0.06);
      expect(-below / t).toBeLessThan(0.07);
    }
  });

  it('lies between dew point and dry bulb, and rises with humidity and with dry bulb', () => {
    for (const { t, phi, p, W } of grid) {
      const s = moist.wetBulb(t + zero, W, p);
      expect(s).toBeLessThanOrEqual(t + zero);
      expect(s).toBeGreaterThanOrEqual(moist.dewPoint(W, p) - 1e-6);
      const wetter = moist.humidityRatioOfRelativeHumidity(t + zero, phi * 1.01, p);
      expect(moist.wetBulb(t + zero, wetter, p)).toBeGreaterThan(s);
      expect(moist.wetBulb(t + zero + 0.1, W, p)).toBeGreaterThan(s);
    }
  });

  it('is the dry bulb of saturated and foggy air', () => {
    for (const T of [250.15, 273.15, 280.15, 310.15]) {
      const W = moist.saturatedHumidityRatio(T, 101_325);
      expect(Math.abs(moist.wetBulb(T, W, 101_325) - T)).toBeLessThan(1e-9);
      expect(moist.wetBulb(T, 1.05 * W, 101_325)).toBe(T);
    }
  });

  it('of hot dry exhaust is found too, and no number is refused', () => {
    for (const t of [80, 120, 180]) {
      const s = moist.wetBulb(t + zero, 0.005, 101_325);
      expect(moist.humidityRatioFromWetBulb(t + zero, s, 101_325)).toBeCloseTo(0.005, 12);
    }
    const bad: readonly (readonly [number, number, number])[] = [
      [Number.NaN, 0.01, 101_325],
      [300, Number.NaN, 101_325],
      [300, 0.01, Number.NaN],
      [600, 0.01, 101_325],
      [300, -1e-6, 101_325],
    ];
    for (const [dryBulb, humidity, pressure] of bad) {
      expect(() => moist.wetBulb(dryBulb, humidity, pressure)).toThrow();
    }
  });
});

describe('air as the fluid of a circuit', () => {
  it('has the enthalpy of moist air and its inverse to 1e-12', () => {
    for (let T = air.range[0]; T <= air.range[1]; T += 1.3) {
      for (const W of [0, 0.005, 0.02]) {
        expect(air.enthalpy(T, W)).toBe(moist.enthalpy(T, W));
        expect(Math.abs(air.temperature(air.enthalpy(T, W), W) / T - 1)).toBeLessThan(1e-12);
      }
    }
  });

  it('has the properties of dry air at 1 atm', () => {
    // CoolProp 8.0.0, Lemmon et al. 2000 and Lemmon and Jacobsen 2004: [°C], ρ, µ, k.
    const rows = [
      [-50, 1.58434, 14.614e-6, 0.0204162],
      [0, 1.29307, 17.2184e-6, 0.0243605],
      [20, 1.20458, 18.2057e-6, 0.0258738],
      [50, 1.09248, 19.6352e-6, 0.0280829],
      [100, 0.945869, 21.8965e-6, 0.0316199],
    ] as const;
    for (const [t, density, viscosity, conductivity] of rows) {
      expect(Math.abs(air.density(t + zero) / density - 1)).toBeLessThan(0.002);
      expect(Math.abs(air.viscosity(t + zero) / viscosity - 1)).toBeLessThan(4e-5);
      expect(Math.abs(air.conductivity(t + zero) / conductivity - 1)).toBeLessThan(4e-5);
    }
  });

  it('refuses temperatures outside its range', () => {
    for (const T of [200, 374, Number.NaN]) expect(() => air.density(T)).toThrow(OutOfRangeError);
  });
});
