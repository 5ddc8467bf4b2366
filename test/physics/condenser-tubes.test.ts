import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { horizontalTubeCondensation } from '../../src/physics/condensation.ts';
import {
  condensedHeat,
  filmDifference,
  innerResistance,
  tubeWaterCoefficient,
} from '../../src/physics/condenser-tubes.ts';
import { gnielinskiNusselt } from '../../src/physics/convection.ts';
import { condenserBank, novec649 } from '../published/transfer.ts';

const bank = { outerDiameter: 0.012, wallThickness: 0.001, conductivity: 390, tubesInColumn: 8, filmFactor: 1 };
const water = { density: 993, specificHeat: 4179, conductivity: 0.625, viscosity: 0.7e-3 };

describe('a condensing tube bank', () => {
  it('has the film of a textbook’s bank: 29 K carry the flux of the printed coefficient', () => {
    const { state, subcooling, diameter, tubes, coefficient } = condenserBank;
    // The book counts Nusselt's sheet, N^−¼; drops, N^−1/6, are better by N^(1/12).
    const drops = coefficient * tubes ** (1 / 12);
    const printed = { ...bank, outerDiameter: diameter, tubesInColumn: tubes };
    expect(Math.abs(filmDifference(drops * subcooling, printed, state) / subcooling - 1)).toBeLessThan(2e-3);
  });

  it('needs the film difference that its own coefficient tells', () => {
    for (const flux of [10, 1e3, 3e4]) {
      const difference = filmDifference(flux, bank, novec649.state);
      const film = horizontalTubeCondensation(difference, 0.012, 8, 1 / 6, novec649.state);
      expect(film * difference).toBeCloseTo(flux, 7);
      expect(filmDifference(flux, { ...bank, filmFactor: 2 }, novec649.state)).toBeLessThan(difference);
    }
  });

  it('has Gnielinski’s water inside, and laminar water where it creeps', () => {
    const reynolds = (993 * 1 * 0.01) / 0.7e-3;
    const friction = 1 / (0.79 * Math.log(reynolds) - 1.64) ** 2;
    const nusselt = gnielinskiNusselt(reynolds, (4179 * 0.7e-3) / 0.625, friction);
    expect(tubeWaterCoefficient(bank, water, 1)).toBeCloseTo((nusselt * 0.625) / 0.01, 6);
    expect(tubeWaterCoefficient(bank, water, 0.01)).toBeCloseTo((3.66 * 0.625) / 0.01, 9);
  });

  it('adds wall and water on the outer area', () => {
    const wall = (0.012 * Math.log(1.2)) / 780;
    expect(innerResistance(bank, 5000)).toBeCloseTo(wall + 1.2 / 5000, 15);
  });

  it('moves as much as tubes cut in pieces do, each with its own film', () => {
    const inner = innerResistance(bank, 5000);
    for (const [share, error] of [
      [0.3, 6e-3],
      [0.7, 6e-3],
      [0.95, 0.012],
    ] as const) {
      const [difference, capacityRate] = [12, 5000];
      // An area for about that share of the difference.
      const area = (-Math.log(1 - share) * capacityRate) / 900;
      const ours = condensedHeat(area, capacityRate, difference, inner, bank, novec649.state);
      const pieces = 500;
      let left = difference;
      for (let i = 0; i < pieces; i++) {
        let flux = 900 * left;
        for (let round = 0; round < 60; round++)
          flux = left / (filmDifference(flux, bank, novec649.state) / flux + inner);
        left -= (flux * area) / pieces / capacityRate;
      }
      const integral = capacityRate * (difference - left);
      expect(Math.abs(ours / integral - 1)).toBeLessThan(error);
      expect(ours).toBeLessThan(capacityRate * difference);
    }
  });

  it('refuses a wall that fills its tube', () => {
    expect(() => tubeWaterCoefficient({ ...bank, wallThickness: 0.006 }, water, 1)).toThrow(OutOfRangeError);
  });
});
