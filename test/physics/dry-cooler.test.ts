import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { type DryCoolerDuty, sizeDryCooler } from '../../src/physics/dry-cooler.ts';
import { crossflowEffectiveness } from '../../src/physics/effectiveness.ts';
import { chillerWse, trillium } from '../published/dry-coolers.ts';

const sea = 101_325;
const specificHeat = 3720;
const capacityRate = 2e5;
const duty: DryCoolerDuty = {
  heat: chillerWse.heat,
  inletTemperature: chillerWse.inletTemperature,
  outletTemperature: chillerWse.outletTemperature,
  coolantFlow: capacityRate / specificHeat,
  airTemperature: chillerWse.airTemperature,
  pressure: sea,
};
const cooler = sizeDryCooler(duty);

/** Leaving temperature with the coolant at a share of its rated flow. */
function leaving(inlet: number, share: number, air: number, fraction: number, pressure = sea, of = cooler): number {
  return of.leavingTemperature(inlet, share * duty.coolantFlow, share * capacityRate, air, pressure, fraction);
}

function fraction(wanted: number, inlet: number, share: number, air: number, guess: number, of = cooler): number {
  return of.airFraction(wanted, inlet, share * duty.coolantFlow, share * capacityRate, air, sea, guess);
}

describe('a dry cooler', () => {
  it('has the size of the one in the ChillerWSE example', () => {
    expect(cooler.conductance).toBeCloseTo(chillerWse.conductance, -2); // printed to 100 W/K
    // Its air has a specific heat 0.05 % below ours.
    expect(cooler.ratedAirFlow * (1015 / chillerWse.airSpecificHeat)).toBeCloseTo(chillerWse.airFlow, 1);
    expect(cooler.conductance / capacityRate).toBeCloseTo(chillerWse.transferUnits, 3);
    expect(chillerWse.heat / (capacityRate * (317.15 - 309.15))).toBe(chillerWse.effectiveness);
    expect(leaving(317.15, 1, 309.15, 1)).toBeCloseTo(312.15, 9);
    expect(fraction(312.15, 317.15, 1, 309.15, 0.5)).toBeCloseTo(1, 9);
  });

  it('takes the fan power of the BAC Trillium by default', () => {
    const same = sizeDryCooler({ ...trillium, coolantFlow: 130, pressure: sea });
    expect(Math.abs(same.ratedFanPower / trillium.fanPower - 1)).toBeLessThan(0.01);
    expect(same.fanPower(1, trillium.airTemperature, sea)).toBeCloseTo(same.ratedFanPower, 6);
  });

  it('follows the films of the Buildings library away from its duty', () => {
    const [inlet, air, share, y] = [310, 285, 0.6, 0.55];
    const ua = cooler.conductance;
    const s = 0.014 / (1 + 0.014 * 44);
    const coolant = 3 * ua * (1 + s * (inlet - 317.15)) * share ** 0.85;
    const airMass = y * (309.15 / air);
    const film = 1.5 * ua * (1 + 7.8532e-4 * (air - 309.15)) * airMass ** 0.8;
    const conductance = 1 / (1 / coolant + 1 / film);
    const [first, second] = [share * capacityRate, airMass * capacityRate];
    const smaller = Math.min(first, second);
    const epsilon = crossflowEffectiveness(conductance / smaller, smaller / Math.max(first, second));
    const expected = inlet - (epsilon * smaller * (inlet - air)) / first;
    expect(leaving(inlet, share, air, y)).toBeCloseTo(expected, 10);
  });

  it('finds the air fraction that gives a leaving temperature, from any guess', () => {
    for (const y of [0.02, 0.125, 0.2, 0.3, 0.34, 0.5, 0.75, 0.99, 1]) {
      for (const share of [0.2, 0.6, 1, 1.3]) {
        for (const air of [250, 280, 300, 309]) {
          const reached = leaving(315, share, air, y);
          for (const guess of [NaN, -1, 0, 0.1, 0.3, y * 0.95, 0.7, 1, Infinity]) {
            expect(Math.abs(fraction(reached, 315, share, air, guess) - y)).toBeLessThan(1e-9);
          }
        }
      }
    }
  });

  it('cools more with more air, less with warmer air, and never past the air', () => {
    for (let y = 0; y < 1; y += 0.05) {
      const now = leaving(315, 0.8, 295, y);
      expect(leaving(315, 0.8, 295, Math.min(1, y + 0.05))).toBeLessThan(now);
      expect(leaving(315, 0.8, 296, y)).toBeGreaterThanOrEqual(now);
      expect(now).toBeGreaterThan(295);
      expect(now).toBeLessThanOrEqual(315);
    }
  });

  it('is not out of breath below its minimum speed, and still cools with its fans off', () => {
    expect(leaving(315, 1, 280, 0.125)).toBeLessThan(312);
    const [below, above] = [leaving(315, 1, 280, 0.3 - 1e-9), leaving(315, 1, 280, 0.3 + 1e-9)];
    expect(below).toBeCloseTo(above, 6);
    expect(leaving(315, 1, 280, 0)).toBe(315);
    const still = sizeDryCooler({ ...duty, freeAirFraction: 0 });
    expect(leaving(315, 1, 280, 0.1, sea, still)).toBeLessThan(315);
    expect(fraction(leaving(315, 1, 280, 0.1, sea, still), 315, 1, 280, 0.5, still)).toBeCloseTo(0.1, 9);
  });

  it('wants no air where nothing is to be cooled, and says where full speed is too little', () => {
    expect(fraction(315, 315, 1, 290, 0.5)).toBe(0);
    expect(fraction(320, 315, 1, 290, 0.5)).toBe(0);
    expect(fraction(290, 315, 1, 290, 0.5)).toBe(Infinity);
    expect(fraction(312.1, 317.15, 1, 309.15, 0.5)).toBe(Infinity);
    expect(fraction(310, 315, 1, 320, 0.5)).toBe(Infinity);
    expect(fraction(310, 315, 1, NaN, 0.5)).toBe(Infinity);
  });

  it('moves volume: less mass and less heat in thin air, for less fan power', () => {
    const high = 80_000;
    expect(cooler.airMassFlow(1, 309.15, high) / cooler.airMassFlow(1, 309.15, sea)).toBeCloseTo(high / sea, 12);
    expect(cooler.fanPower(1, 309.15, high) / cooler.fanPower(1, 309.15, sea)).toBeCloseTo(high / sea, 12);
    expect(leaving(317.15, 1, 309.15, 1, high)).toBeGreaterThan(312.4);
    // Sized for the mountain it does its duty there.
    const mountain = sizeDryCooler({ ...duty, pressure: high });
    expect(leaving(317.15, 1, 309.15, 1, high, mountain)).toBeCloseTo(312.15, 9);
    expect(mountain.airVolumeFlow / cooler.airVolumeFlow).toBeCloseTo(sea / high, 12);
  });

  it('has fans by the cube law, which cycle below minimum speed', () => {
    const at = (y: number) => cooler.fanPower(y, 309.15, sea);
    expect(at(0.5)).toBeCloseTo(at(1) / 8, 9);
    expect(at((0.3 + 0.125) / 2)).toBeCloseTo((0.027 / 2) * at(1), 9);
    expect(at(0.125)).toBe(0);
    expect(at(0)).toBe(0);
  });

  it('breathes its own air where it recirculates, and is sized for it', () => {
    const again = sizeDryCooler({ ...duty, recirculation: 0.1 });
    expect(leaving(317.15, 1, 309.15, 1, sea, again)).toBeCloseTo(312.15, 9);
    expect(again.conductance).toBeGreaterThan(cooler.conductance);
    // By hand: the air on the coils is warmer by r of the air's own rise.
    const reached = leaving(315, 1, 295, 0.7, sea, again);
    const heat = capacityRate * (315 - reached);
    const net = again.airMassFlow(0.7, 295, sea);
    const onCoil = 295 + 0.1 * (heat / (net * 1015));
    const plain = sizeDryCooler({ ...duty, airTemperature: duty.airTemperature + 5 / 9 });
    expect(plain.conductance).toBeCloseTo(again.conductance, 4);
    const gross = net / 0.9;
    const dryFilm = 1.5 * again.conductance * (1 + 7.8532e-4 * (295 - 309.15)) * (gross / again.ratedAirFlow) ** 0.8;
    const coolant = 3 * again.conductance * (1 + (0.014 / (1 + 0.014 * 44)) * (315 - 317.15));
    const rates = [capacityRate, gross * 1015] as const;
    const smaller = Math.min(...rates);
    const epsilon = crossflowEffectiveness(1 / (1 / dryFilm + 1 / coolant) / smaller, smaller / Math.max(...rates));
    expect(epsilon * smaller * (315 - onCoil)).toBeCloseTo(heat, 4);
  });

  it('forgets the hour before', () => {
    const fresh = sizeDryCooler(duty);
    leaving(315, 0.5, 280, 0.5);
    fraction(305, 315, 0.7, 290, 0.4);
    expect(leaving(314, 0.9, 299, 0.6)).toBe(leaving(314, 0.9, 299, 0.6, sea, fresh));
  });

  it('refuses a duty across the pinch or without sense', () => {
    expect(() => sizeDryCooler({ ...duty, airTemperature: 312.15 })).toThrow(OutOfRangeError);
    expect(() => sizeDryCooler({ ...duty, outletTemperature: 320 })).toThrow(OutOfRangeError);
    expect(() => sizeDryCooler({ ...duty, heat: 0 })).toThrow(OutOfRangeError);
    expect(() => sizeDryCooler({ ...duty, freeAirFraction: 0.3 })).toThrow(OutOfRangeError);
    expect(() => sizeDryCooler({ ...duty, coolantFlow: NaN })).toThrow(OutOfRangeError);
  });
});
