import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { carnotCapacity, carnotChiller, type CarnotDesign, carnotPower } from '../../src/physics/chiller-carnot.ts';
import { carnotOfBuildings } from '../published/chillers.ts';

const celsius = (t: number) => t + 273.15;

const design: CarnotDesign = {
  ratedHeat: 1e6,
  ratedEvaporatorLeaving: celsius(18),
  ratedCondenserEntering: celsius(30),
  ratedCondenserRise: 5,
  carnotFraction: 0.6,
  evaporatorApproach: 1.5,
  condenserApproach: 2,
  minimumLift: 8,
  maximumCop: 20,
  partLoad: [0.7, 0.6, -0.3],
  minimumLoad: 0.15,
  auxiliaryShare: 0.002,
  capacityGain: 0.03,
  capacityLoss: 0.015,
  maximumCapacity: 1.2,
};
const chiller = carnotChiller(design);
/** Condenser water at the rating [W/K]. */
const water = chiller.ratedCondenserHeat / 5;

describe('a Carnot chiller', () => {
  it('draws what Carnot_TEva of the Buildings library draws', () => {
    const c = carnotOfBuildings;
    const same = carnotChiller({
      ...design,
      ratedHeat: c.ratedHeat,
      ratedEvaporatorLeaving: c.ratedEvaporatorLeaving,
      ratedCondenserEntering: c.ratedCondenserLeaving - c.ratedRise,
      ratedCondenserRise: c.ratedRise,
      carnotFraction: c.carnotFraction,
      evaporatorApproach: c.approach,
      condenserApproach: c.approach,
      minimumLift: 1,
      maximumCop: Infinity,
      partLoad: [1, 0, 0],
      minimumLoad: 0,
      auxiliaryShare: 0,
    });
    expect(c.ratedHeat / same.ratedPower).toBeCloseTo(c.ratedCop, 6);
    const rate = (c.heat + c.power) / (c.condenserLeaving - c.condenserEntering);
    const power = carnotPower(same, c.heat, c.evaporatorLeaving, c.condenserEntering, rate);
    expect(Math.abs(power / c.power - 1)).toBeLessThan(1e-6); // printed in single precision
    expect(c.heat / power).toBeCloseTo(c.cop, 5);
  });

  it('draws its rated power at its rating', () => {
    expect(carnotPower(chiller, 1e6, celsius(18), celsius(30), water)).toBeCloseTo(chiller.ratedPower, 6);
  });

  it('is the fixed point of the warming condenser', () => {
    const [heat, leaving, entering] = [7e5, celsius(20), celsius(33)];
    let power = 0;
    for (let step = 0; step < 100; step++) {
      const rejected = heat + power;
      const condensing = entering + rejected / water + (2 * rejected) / chiller.ratedCondenserHeat;
      const evaporating = leaving - 1.5 * 0.7;
      const fraction = 0.6 * (0.7 + 0.6 * 0.7 - 0.3 * 0.49);
      power = (heat * (condensing - evaporating)) / (fraction * evaporating) + 2000;
    }
    expect(carnotPower(chiller, heat, leaving, entering, water)).toBeCloseTo(power, 6);
  });

  it('draws more against a warmer condenser and for colder water, and never beats Carnot', () => {
    for (let entering = 5; entering < 45; entering += 2.5) {
      for (let leaving = 7; leaving < 30; leaving += 2.5) {
        const at = (e: number, l: number) => carnotPower(chiller, 8e5, celsius(l), celsius(e), water);
        const power = at(entering, leaving);
        expect(at(entering + 1, leaving)).toBeGreaterThanOrEqual(power);
        expect(at(entering, leaving + 1)).toBeLessThanOrEqual(power);
        const outlet = celsius(entering) + (8e5 + power) / water;
        const carnot = (8e5 * Math.max(0, outlet - celsius(leaving))) / celsius(leaving);
        expect(power).toBeGreaterThan(carnot);
      }
    }
  });

  it('keeps its COP ceiling when the condenser is cold', () => {
    const cold = carnotPower(chiller, 1e6, celsius(20), celsius(5), water);
    expect(cold).toBe(carnotPower(chiller, 1e6, celsius(20), celsius(8), water));
    expect(1e6 / (cold - 2000)).toBeCloseTo(20, 6);
  });

  it('keeps its minimum lift when the condenser is cold', () => {
    const lifting = carnotChiller({ ...design, minimumLift: 15, maximumCop: 30 });
    const cold = carnotPower(lifting, 1e6, celsius(20), celsius(5), water);
    expect(1e6 / (cold - 2000)).toBeCloseTo((0.6 * (celsius(20) - 1.5)) / 15, 9);
  });

  it('cycles below its minimum load with the COP of that load', () => {
    // The circuit's mean flow is through a machine that runs now and then.
    const at = (heat: number) => heat / carnotPower(chiller, heat, celsius(18), celsius(30), water);
    expect(at(0.05e6)).toBeCloseTo(at(0.15e6), 10);
    expect(carnotPower(chiller, 0, celsius(18), celsius(30), water)).toBe(0);
    const least = 0.15e6;
    const below = carnotPower(chiller, least * (1 - 1e-9), celsius(18), celsius(30), water);
    expect(below).toBeCloseTo(carnotPower(chiller, least * (1 + 1e-9), celsius(18), celsius(30), water), 2);
  });

  it('has air whose rise is in the approach', () => {
    const air = carnotChiller({ ...design, ratedCondenserRise: 0, condenserApproach: 14 });
    expect(carnotPower(air, 1e6, celsius(18), celsius(30), Infinity)).toBeCloseTo(air.ratedPower, 6);
  });

  it('has no answer where the condenser water cannot carry the heat', () => {
    expect(carnotPower(chiller, 1e6, celsius(18), celsius(30), 1000)).toBeNaN();
    expect(carnotPower(chiller, 1e6, celsius(18), celsius(30), 0)).toBeNaN();
    expect(carnotPower(chiller, NaN, celsius(18), celsius(30), water)).toBeNaN();
  });

  it('takes less heat over a larger lift, between nothing and its maximum', () => {
    expect(carnotCapacity(chiller, celsius(18), celsius(30))).toBe(1e6);
    expect(carnotCapacity(chiller, celsius(8), celsius(30))).toBeCloseTo(0.7e6, 6);
    expect(carnotCapacity(chiller, celsius(18), celsius(40))).toBeCloseTo(0.85e6, 6);
    expect(carnotCapacity(chiller, celsius(40), celsius(30))).toBe(1.2e6);
    expect(carnotCapacity(chiller, celsius(-40), celsius(60))).toBe(0);
  });

  it('refuses a rating without sense', () => {
    expect(() => carnotChiller({ ...design, carnotFraction: 1.2 })).toThrow(OutOfRangeError);
    expect(() => carnotChiller({ ...design, partLoad: [0.5, 0.4, 0.3] })).toThrow(OutOfRangeError);
    expect(() => carnotChiller({ ...design, partLoad: [-2, 3, 0] })).toThrow(OutOfRangeError);
    expect(() => carnotChiller({ ...design, partLoad: [1] })).toThrow(OutOfRangeError);
    expect(() => carnotChiller({ ...design, ratedHeat: NaN })).toThrow(OutOfRangeError);
  });
});
