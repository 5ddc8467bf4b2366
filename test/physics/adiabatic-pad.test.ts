import { describe, expect, it } from 'vitest';
import { enthalpy, humidityRatioFromWetBulb, saturatedHumidityRatio } from '../../src/fluids/moist-air.ts';
import { paddedAirTemperature, paddedHumidityRatio, padWaterEnthalpy } from '../../src/physics/adiabatic-pad.ts';

const p = 101_325;
const dryBulb = 308.15;
const wetBulb = 294.85;
const humid = humidityRatioFromWetBulb(dryBulb, wetBulb, p);

function behind(effectiveness: number, share: number, waterEnthalpy = padWaterEnthalpy(wetBulb)) {
  const humidity = paddedHumidityRatio(dryBulb, wetBulb, humid, p, effectiveness, share);
  return { humidity, temperature: paddedAirTemperature(dryBulb, humid, humidity, waterEnthalpy) };
}

describe('an adiabatic pad', () => {
  it('cools air along its wet-bulb line by its effectiveness', () => {
    for (const effectiveness of [0.5, 0.8, 0.9]) {
      const air = behind(effectiveness, 1);
      expect(air.temperature).toBeCloseTo(dryBulb - effectiveness * (dryBulb - wetBulb), 9);
      expect(humidityRatioFromWetBulb(air.temperature, wetBulb, p)).toBeCloseTo(air.humidity, 12);
    }
  });

  it('saturates air at the wet bulb if it is perfect', () => {
    const air = behind(1, 1);
    expect(air.temperature).toBeCloseTo(wetBulb, 9);
    expect(air.humidity).toBeCloseTo(saturatedHumidityRatio(wetBulb, p), 9);
  });

  it('takes 1.4 to 1.5 L of water for a kWh of cooling', () => {
    // The latent heat at 22 °C: 3600/2449 = 1.47 L/kWh.
    const air = behind(0.8, 1);
    const perJoule = (air.humidity - humid) / ((dryBulb - air.temperature) * (1006 + 1860 * humid));
    expect(perJoule * 3.6e6).toBeGreaterThan(1.4);
    expect(perJoule * 3.6e6).toBeLessThan(1.5);
  });

  it('mixes wet and dry sections', () => {
    const [none, half, whole] = [behind(0.85, 0), behind(0.85, 0.5), behind(0.85, 1)];
    expect(none).toEqual({ humidity: humid, temperature: expect.closeTo(dryBulb, 9) as number });
    expect(half.humidity).toBeCloseTo((humid + whole.humidity) / 2, 12);
    expect(Math.abs(half.temperature - (dryBulb + whole.temperature) / 2)).toBeLessThan(0.05);
  });

  it('closes its energy for any water', () => {
    const cold = 4186 * 10;
    const air = behind(0.85, 0.7, cold);
    const left = enthalpy(air.temperature, air.humidity);
    expect(left).toBeCloseTo(enthalpy(dryBulb, humid) + (air.humidity - humid) * cold, 6);
    expect(air.temperature).toBeLessThan(behind(0.85, 0.7).temperature);
  });

  it('does nothing to saturated air', () => {
    const saturated = saturatedHumidityRatio(wetBulb, p);
    expect(paddedHumidityRatio(wetBulb, wetBulb, saturated, p, 0.85, 1)).toBe(saturated);
  });
});
