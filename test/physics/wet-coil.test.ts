import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { dewPoint, enthalpy, saturatedHumidityRatio } from '../../src/fluids/moist-air.ts';
import { water } from '../../src/fluids/water.ts';
import { exchangerHeat, exchangerRating } from '../../src/physics/heat-exchange.ts';
import { type CoilAnswer, coilAnswer, type CoilInlets, coolMoistAir } from '../../src/physics/wet-coil.ts';
import { marchedCoil } from './wet-coil-march.ts';

const hall: CoilInlets = {
  airFlow: 10,
  airTemperature: 305.15,
  humidityRatio: 0.0095,
  pressure: 101_325,
  waterTemperature: 281.15,
  waterCapacityRate: 12_000,
  airConductance: 30_000,
  waterConductance: 60_000,
};

const cooled = (changed: Partial<CoilInlets>): CoilAnswer => coolMoistAir({ ...hall, ...changed }, coilAnswer());

/** Any coil in any air that is not foggy, water below the air. */
const anyCoil = fc
  .record({
    airTemperature: fc.double({ min: 286, max: 318, noNaN: true }),
    relativeHumidity: fc.double({ min: 0.05, max: 0.999, noNaN: true }),
    pressure: fc.double({ min: 65_000, max: 106_000, noNaN: true }),
    below: fc.double({ min: 0.5, max: 30, noNaN: true }),
    waterToAir: fc.double({ min: 0.2, max: 6, noNaN: true }),
    transferUnits: fc.double({ min: 0.1, max: 6, noNaN: true }),
    filmRatio: fc.double({ min: 0.1, max: 3, noNaN: true }),
  })
  .map(({ airTemperature, relativeHumidity, pressure, below, waterToAir, transferUnits, filmRatio }): CoilInlets => {
    const airConductance = transferUnits * 1010;
    return {
      airFlow: 1,
      airTemperature,
      humidityRatio: relativeHumidity * saturatedHumidityRatio(airTemperature, pressure),
      pressure,
      waterTemperature: Math.max(273.2, airTemperature - below),
      waterCapacityRate: waterToAir * 1010,
      airConductance,
      waterConductance: airConductance / filmRatio,
    };
  });

const seeded = { seed: 5, numRuns: 400 };

describe('a cooling coil', () => {
  it('is the dry exchanger where the surface is above the dew point', () => {
    const rating = exchangerRating({
      arrangement: 'counterflow',
      conductance: 20_000,
      firstFlow: 10,
      secondFlow: 2.9,
      filmRatio: 0.5,
    });
    const rate = 10 * (1006 + 1860 * 0.005);
    const dry = cooled({ humidityRatio: 0.005, waterTemperature: 286.15 });
    expect(dry.heat).toBeCloseTo(exchangerHeat(rating, 10, rate, 2.9, 12_000, 19), 6);
    expect(dry).toMatchObject({ condensate: 0, wetShare: 0, humidityRatioOutlet: 0.005 });
    expect(dry.sensibleHeat).toBe(dry.heat);
    expect(dry.waterHeat).toBe(dry.heat);
  });

  it('closes energy and water: air = water + condensate', () => {
    fc.assert(
      fc.property(anyCoil, (inlets) => {
        const answer = coolMoistAir(inlets, coilAnswer());
        const lost =
          enthalpy(inlets.airTemperature, inlets.humidityRatio) -
          enthalpy(answer.airOutlet, answer.humidityRatioOutlet);
        const drained = answer.condensate * water.enthalpy(answer.surfaceTemperature, 0);
        expect(Math.abs(lost / (answer.waterHeat + drained) - 1)).toBeLessThan(1e-9);
        expect(answer.condensate).toBeCloseTo(inlets.humidityRatio - answer.humidityRatioOutlet, 14);
        expect(answer.waterOutlet).toBeCloseTo(
          inlets.waterTemperature + answer.waterHeat / inlets.waterCapacityRate,
          9,
        );
      }),
      seeded,
    );
  });

  it('never takes less in all than its air’s temperature tells, never adds moisture, never makes fog', () => {
    let wet = 0;
    fc.assert(
      fc.property(anyCoil, (inlets) => {
        const answer = coolMoistAir(inlets, coilAnswer());
        expect(answer.heat).toBeGreaterThanOrEqual(answer.sensibleHeat * (1 - 1e-12));
        expect(answer.sensibleHeat).toBeGreaterThan(0);
        expect(answer.condensate).toBeGreaterThanOrEqual(0);
        const most = saturatedHumidityRatio(answer.airOutlet, inlets.pressure);
        expect(answer.humidityRatioOutlet).toBeLessThanOrEqual(most * (1 + 1e-9));
        expect(answer.airOutlet).toBeGreaterThan(inlets.waterTemperature);
        expect(answer.waterOutlet).toBeLessThan(
          inlets.airTemperature + 1e-4 * (inlets.airTemperature - inlets.waterTemperature),
        );
        if (answer.condensate > 0) wet++;
      }),
      seeded,
    );
    expect(wet).toBeGreaterThan(70);
  });

  it('gives no less heat and no less condensate to colder water', () => {
    fc.assert(
      fc.property(anyCoil, fc.double({ min: 0.01, max: 8, noNaN: true }), (inlets, colder) => {
        const waterTemperature = Math.max(273.2, inlets.waterTemperature - colder);
        const warm = coolMoistAir(inlets, coilAnswer());
        const cold = coolMoistAir({ ...inlets, waterTemperature }, coilAnswer());
        expect(cold.waterHeat).toBeGreaterThanOrEqual(warm.waterHeat * (1 - 1e-4));
        expect(cold.condensate).toBeGreaterThanOrEqual(warm.condensate * (1 - 1e-4) - 1e-6);
      }),
      seeded,
    );
  });

  it('has no jump where it becomes wet: heat, air and condensate move by less than their slope allows', () => {
    const dew = dewPoint(hall.humidityRatio, hall.pressure);
    // The surface at the cold end falls through the dew point between these.
    let [warm, cold] = [dew, dew - 8];
    for (let i = 0; i < 60; i++) {
      const middle = 0.5 * (warm + cold);
      if (cooled({ waterTemperature: middle }).wetShare > 0) cold = middle;
      else warm = middle;
    }
    const [before, after] = [cooled({ waterTemperature: warm + 1e-6 }), cooled({ waterTemperature: cold - 1e-6 })];
    expect(before.wetShare).toBe(0);
    expect(after.wetShare).toBeGreaterThan(0);
    expect(Math.abs(after.heat / before.heat - 1)).toBeLessThan(1e-6);
    expect(Math.abs(after.airOutlet - before.airOutlet)).toBeLessThan(1e-5);
    expect(after.condensate).toBeLessThan(1e-7 * hall.airFlow);
  });

  it('becomes wet evenly: each step of a sweep is like the one before', () => {
    const heats = Array.from({ length: 400 }, (_, i) => cooled({ waterTemperature: 290 - i * 0.04 }).heat);
    for (let i = 2; i < heats.length; i++) {
      const [step, before] = [heats[i]! - heats[i - 1]!, heats[i - 1]! - heats[i - 2]!];
      expect(step, `step ${i}`).toBeGreaterThan(0);
      expect(step / before, `step ${i}`).toBeLessThan(1.5);
      expect(step / before, `step ${i}`).toBeGreaterThan(0.67);
    }
  });

  it('condenses less in thin air of the same humidity ratio, since its dew point is lower', () => {
    const [sea, mountain] = [101_325, 75_000].map((pressure) => cooled({ pressure }));
    expect(dewPoint(hall.humidityRatio, 75_000)).toBeLessThan(dewPoint(hall.humidityRatio, 101_325) - 3);
    expect(mountain!.condensate).toBeLessThan(sea!.condensate);
    expect(mountain!.heat).toBeLessThan(sea!.heat);
  });

  it('heats air that is colder than its water, dry', () => {
    const heated = cooled({ airTemperature: 280, humidityRatio: 0.005, waterTemperature: 300 });
    expect(heated.heat).toBeLessThan(0);
    expect(heated.airOutlet).toBeGreaterThan(290);
    expect(heated.condensate).toBe(0);
  });

  it('agrees with its differential equations: 1 % of the heat in a hall, 4 % anywhere, 2 % of the moisture', () => {
    let [inHall, anywhere, moisture, count] = [0, 0, 0, 0];
    fc.assert(
      fc.property(anyCoil, (inlets) => {
        const most = inlets.humidityRatio - saturatedHumidityRatio(inlets.waterTemperature, inlets.pressure);
        // With little water the equations cannot be marched against its flow: their error grows as e to the transfer units.
        if (!(most > 1e-4 && inlets.waterCapacityRate > 800)) return;
        const answer = coolMoistAir(inlets, coilAnswer());
        const marched = marchedCoil(inlets, 200);
        const off = Math.abs(answer.waterHeat / marched.heat - 1);
        anywhere = Math.max(anywhere, off);
        const dew = dewPoint(inlets.humidityRatio, inlets.pressure);
        if (inlets.airTemperature < 308.15 && dew < 288.15) inHall = Math.max(inHall, off);
        moisture = Math.max(moisture, Math.abs(answer.condensate - marched.condensate) / most);
        count++;
      }),
      { seed: 5, numRuns: 300, endOnFailure: true },
    );
    expect(count).toBeGreaterThan(30);
    expect(inHall).toBeLessThan(0.01);
    expect(anywhere).toBeLessThan(0.04);
    expect(moisture).toBeLessThan(0.02);
  });

  it('refuses fog, frost and what is no number', () => {
    expect(() => cooled({ humidityRatio: 0.04 })).toThrow(OutOfRangeError);
    expect(() => cooled({ waterTemperature: 271, waterConductance: 3e6 })).toThrow(/frost/);
    expect(() => cooled({ waterTemperature: 271, humidityRatio: 0.001 })).not.toThrow();
    for (const field of Object.keys(hall)) {
      expect(() => cooled({ [field]: NaN }), field).toThrow(OutOfRangeError);
      expect(() => cooled({ [field]: -1 }), field).toThrow(OutOfRangeError);
    }
  });
});
