import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { enthalpy, saturatedEnthalpy, saturatedHumidityRatio } from '../../src/fluids/moist-air.ts';
import { merkelTower, sizeMerkelTower } from '../../src/physics/cooling-tower.ts';
import {
  logMeanDifference,
  logMeanSlope,
  nearSaturatedEnthalpy,
  nearSaturatedEnthalpySlope,
} from '../../src/physics/saturated-air.ts';
import { yorkCalcApproach, yorkCalcLeaving, yorkCalcWaterFraction } from '../../src/physics/tower-correlation.ts';
import {
  equivalentHeatCapacity,
  fanCurvePoints,
  merkelDay,
  merkelDesign,
  yorkApproach,
  yorkDay,
  yorkRating,
} from '../published/cooling-tower.ts';

describe('saturated air, nearly', () => {
  it('is within 0.1 % of moist-air.ts in its swing from 0 to 60 °C, and 0.5 % in slope', () => {
    let worst = 0;
    for (const pressure of [75_000, 101_325]) {
      for (let t = 0.5; t < 60; t += 0.5) {
        const T = 273.15 + t;
        worst = Math.max(worst, Math.abs(nearSaturatedEnthalpy(T, pressure) - saturatedEnthalpy(T, pressure)));
        const swing = saturatedEnthalpy(T + 0.01, pressure) - saturatedEnthalpy(T - 0.01, pressure);
        expect(Math.abs((nearSaturatedEnthalpySlope(T, pressure) * 0.02) / swing - 1)).toBeLessThan(0.005);
      }
    }
    expect(worst).toBeLessThan(1e-3 * (saturatedEnthalpy(333.15, 101_325) - saturatedEnthalpy(273.15, 101_325)));
  });

  it('has the equivalent heat capacity of the Buildings library, per kg of moist air, within 0.3 %', () => {
    // Theirs is per kg of mixture; a balance with constant dry air needs ours, per kg of dry air.
    const perMixture = (T: number) => nearSaturatedEnthalpy(T, 101_325) / (1 + saturatedHumidityRatio(T, 101_325));
    for (const [wetBulb, rise, published] of equivalentHeatCapacity) {
      const here = (perMixture(wetBulb + rise) - perMixture(wetBulb)) / rise;
      expect(Math.abs(here / published - 1)).toBeLessThan(0.003);
    }
  });

  it('has a log mean that joins its series, with its slope', () => {
    for (const [a, b] of [
      [5, 5],
      [5, 5.29],
      [5, 5.31],
      [5.3, 5],
      [1, 20],
      [20, 1e-3],
    ] as const) {
      const exact = a === b ? a : (a - b) / Math.log(a / b);
      expect(Math.abs(logMeanDifference(a, b) / exact - 1)).toBeLessThan(1e-12);
      const step = 1e-6 * a;
      const slope = (logMeanDifference(a + step, b) - logMeanDifference(a - step, b)) / (2 * step);
      expect(Math.abs(logMeanSlope(a, b, logMeanDifference(a, b)) - slope)).toBeLessThan(1e-3);
    }
  });
});

describe('Merkel tower', () => {
  const { source: _, ...design } = merkelDesign;
  const tower = sizeMerkelTower(design);

  it('meets its rated point', () => {
    const leaving = tower.leavingTemperature(design.inlet, design.waterFlow, design.wetBulb, design.pressure, 1);
    expect(Math.abs(leaving - design.leaving)).toBeLessThan(5e-3); // the cheap saturated air
  });

  it('follows the Buildings library through a day within 0.06 K', () => {
    // Theirs counts enthalpy per kg of mixture, leaves f_wat(1) = 1.0039 in and caps C at 0.98.
    for (const [inlet, leaving, wetBulb] of merkelDay) {
      expect(Math.abs(tower.leavingTemperature(inlet, 0.5, wetBulb, 101_325, 1) - leaving)).toBeLessThan(0.06);
    }
  });

  it('has the fan power of the Buildings library above its minimum speed, and cycles below', () => {
    for (const [speed, power] of fanCurvePoints) {
      if (speed >= 0.3) expect(tower.fanPower(speed)).toBeCloseTo(583.8 * power, 4);
    }
    expect(tower.fanPower(0)).toBe(0);
    expect(tower.fanPower(0.15)).toBeCloseTo(0.5 * tower.fanPower(0.3), 10);
  });

  it('finds the speed for any leaving water that it can reach', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 265, max: 303, noNaN: true }),
        fc.double({ min: 3, max: 30, noNaN: true }),
        fc.double({ min: 0.15, max: 0.6, noNaN: true }),
        fc.double({ min: 75_000, max: 103_000, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -0.1, max: 1.2, noNaN: true }),
        (wetBulb, above, flow, pressure, speed, guess) => {
          const inlet = wetBulb + above;
          const leaving = tower.leavingTemperature(inlet, flow, wetBulb, pressure, speed);
          expect(leaving).toBeGreaterThan(wetBulb);
          expect(leaving).toBeLessThan(inlet);
          const found = tower.airFraction(leaving, inlet, flow, wetBulb, pressure, guess);
          expect(Math.abs(found - speed)).toBeLessThan(2e-8);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('runs flat out for water it cannot reach, and stands still for water it need not cool', () => {
    expect(tower.airFraction(291, 308, 0.5, 298, 101_325, 0.5)).toBe(1);
    expect(tower.airFraction(298.3, 308, 0.5, 298, 101_325, 0.5)).toBe(1);
    expect(tower.airFraction(308, 308, 0.5, 298, 101_325, 0.5)).toBe(0);
    expect(tower.airFraction(307.9, 308, 0.5, 298, 101_325, 0.5)).toBe(0);
    expect(tower.airFraction(300, 308, 0, 298, 101_325, 0.5)).toBe(0);
    expect(tower.leavingTemperature(290, 0.5, 298, 101_325, 1)).toBe(290);
  });

  it('approaches the wet bulb more nearly when it is warm than when it is cold', () => {
    const range = 5.56;
    const approachAt = (wetBulb: number) => {
      let leaving = wetBulb + 4;
      for (let i = 0; i < 200; i++) leaving = tower.leavingTemperature(leaving + range, 0.5, wetBulb, 101_325, 1);
      return leaving - wetBulb;
    };
    // A tower rated at 4 K has some 9 K at 10 °C and 14 K at 0 °C of wet bulb.
    expect(approachAt(298.7)).toBeCloseTo(3.9, 0);
    expect(approachAt(283.15)).toBeGreaterThan(6);
    expect(approachAt(273.15)).toBeGreaterThan(approachAt(283.15));
  });

  it('cools better with more air, less water, colder air; thin air carries less', () => {
    const at = (wetBulb: number, flow: number, speed: number, pressure: number) =>
      tower.leavingTemperature(305, flow, wetBulb, pressure, speed);
    expect(at(290, 0.4, 1, 101_325)).toBeLessThan(at(290, 0.4, 0.8, 101_325));
    expect(at(290, 0.3, 0.8, 101_325)).toBeLessThan(at(290, 0.4, 0.8, 101_325));
    expect(at(288, 0.4, 0.8, 101_325)).toBeLessThan(at(290, 0.4, 0.8, 101_325));
    expect(tower.airFlow(1, 83_000) / tower.airFlow(1, 101_325)).toBeCloseTo(83_000 / 101_325, 12);
  });

  it('gives the air the heat that the water loses', () => {
    const leaving = tower.leavingTemperature(305, 0.4, 290, 101_325, 0.8);
    const heat = 0.4 * 4184 * (305 - leaving);
    const out = saturatedEnthalpy(290, 101_325) + heat / tower.airFlow(0.8, 101_325);
    // Saturated air of that enthalpy stays below the entering water.
    expect(out).toBeLessThan(saturatedEnthalpy(305, 101_325));
    expect(enthalpy(290, saturatedHumidityRatio(290, 101_325))).toBeLessThan(out);
  });

  it('keeps its answers through its rating', () => {
    const copy = merkelTower(tower.rating);
    expect(copy.leavingTemperature(305, 0.4, 290, 90_000, 0.7)).toBe(
      tower.leavingTemperature(305, 0.4, 290, 90_000, 0.7),
    );
  });

  it('refuses to be sized for water below the wet bulb, or more than counterflow can do', () => {
    expect(() => sizeMerkelTower({ ...design, leaving: 298 })).toThrow(OutOfRangeError);
    expect(() => sizeMerkelTower({ ...design, waterToAir: 4 })).toThrow(OutOfRangeError);
  });
});

describe('YorkCalc', () => {
  it('has the approaches of the Buildings library', () => {
    for (const [water, air, approach] of yorkApproach) {
      expect(Math.abs(yorkCalcApproach(5.56, 298.7, water, air) - approach)).toBeLessThan(1e-5);
    }
  });

  it('finds the water fraction of a rating', () => {
    const { range, wetBulb, approach, waterFraction } = yorkRating;
    expect(yorkCalcWaterFraction(range, wetBulb, approach)).toBeCloseTo(waterFraction, 7);
  });

  it('follows the Buildings library through a day within its lag of 0.02 K', () => {
    for (const [inlet, wetBulb, leaving] of yorkDay) {
      expect(Math.abs(yorkCalcLeaving(inlet, wetBulb, 1.00554764, 1) - leaving)).toBeLessThan(0.02);
    }
  });

  it('refuses what lies outside its data', () => {
    expect(() => yorkCalcApproach(0.5, 298, 1, 1)).toThrow(OutOfRangeError);
    expect(() => yorkCalcApproach(5, 301, 1, 1)).toThrow(OutOfRangeError);
    expect(() => yorkCalcApproach(5, 298, 0.6, 1)).toThrow(OutOfRangeError);
    expect(() => yorkCalcApproach(5, 298, 1, 0.1)).toThrow(OutOfRangeError);
    expect(() => yorkCalcLeaving(298.2, 298, 1, 1)).toThrow(OutOfRangeError);
  });
});
