/** Moist air and towers in it, against figures and equations from elsewhere. */

import { afterAll, describe, expect, it } from 'vitest';
import { evaluationBench } from './evaluation-bench.ts';

const { remove, evaluation, answersOf, refusal } = evaluationBench();
afterAll(remove);

describe('moist air', () => {
  /**
   * The first example of the psychrometric chart, ASHRAE Handbook Fundamentals (from memory of its printed answers, read off the
   * chart: hence half of the last digit and what a reader's eye adds): 40 °C, wet bulb 20 °C, 101.325 kPa.
   */
  it('at 40 °C and a wet bulb of 20 °C has the volume and the enthalpy of the Handbook’s example', () => {
    const air = answersOf('air', 'dryBulb=40 degC|wetBulb=20 degC');
    expect(Math.abs(air['specificVolume']! - 0.896)).toBeLessThan(0.0005);
    expect(Math.abs(air['enthalpy']! / 1000 - 56.7)).toBeLessThan(0.05);
    expect(Math.abs(air['relativeHumidity']! - 0.14)).toBeLessThan(0.005);
    expect(Math.abs(air['humidityRatio']! - 0.0065)).toBeLessThan(0.0002);
  });

  it('weighs with its vapour, lighter than dry air of the same pressure', () => {
    const [air, dry] = [
      answersOf('air', 'dryBulb=30 degC|relativeHumidity=80 %'),
      answersOf('air', 'dryBulb=30 degC|relativeHumidity=0 %'),
    ];
    // Two ideal gases, each by its own gas constant.
    const vapour = air['vapourPressure']!;
    const byHand = (101_325 - vapour) / (287.042 * 303.15) + vapour / (461.524 * 303.15);
    expect(air['density']! / byHand).toBeCloseTo(1, 5);
    expect(air['density']).toBeLessThan(dry['density']!);
    expect(vapour / 4246.9).toBeCloseTo(0.8, 3); // saturation at 30 °C: 4.2469 kPa in steam tables
  });
});

describe('air at an altitude', () => {
  /** ASHRAE Handbook Fundamentals 2017, ch. 1, table 1: pressure of the standard atmosphere [kPa], half of the last printed digit; from memory, the Handbook was not at hand. */
  it.each([
    ['-500 m', 107.478],
    ['1000 m', 89.875],
    ['2000 m', 79.495],
  ])('of %s has the pressure of the standard atmosphere', (altitude, kilopascal) => {
    const { pressure } = answersOf('air', `dryBulb=20 degC|relativeHumidity=50 %|altitude=${altitude}`);
    expect(Math.abs(pressure! / 1000 - kilopascal)).toBeLessThan(0.0051);
  });

  it('takes the pressure that is given before that of the altitude', () => {
    const { pressure } = answersOf('air', 'dryBulb=20 degC|relativeHumidity=50 %|pressure=90 kPa');
    expect(pressure).toBe(90_000);
  });
});

describe('a valve', () => {
  it('of a Cv drops 1 psi at as many gpm, and has the Kv of IEC 60534', () => {
    const valve = answersOf('valve', 'opening=100 %|cv=29|flow=29 gpm');
    expect(valve['pressureDrop']! / 6894.757).toBeCloseTo(1, 6);
    expect(valve['kvNow']! * 3600).toBeCloseTo(29 * 0.865, 2);
    expect(refusal('valve', 'opening=100 %|cv=29|kv=25 m³/h|flow=29 gpm')).toContain('wanted one of them');
  });
});

describe('towers', () => {
  it('move volume: in thinner air their fans take less by the pressure', () => {
    const tower =
      'ratedFlow=100 L/s|ratedInlet=35 degC|ratedLeaving=29 degC|ratedWetBulb=25 degC|ratedPressure=101.325 kPa|fanPower=40 kW|inlet=35 degC|wetBulb=25 degC';
    expect(answersOf('cooling-tower', tower)['fanPower']).toBeCloseTo(40_000, 6);
    expect(answersOf('cooling-tower', `${tower}|pressure=77.5 kPa`)['fanPower']).toBeCloseTo(
      (40_000 * 77.5) / 101.325,
      6,
    );
  });

  it('evaporate nothing from water below the wet bulb, and refuse air that cannot be', () => {
    const tower =
      'ratedFlow=100 L/s|ratedInlet=35 degC|ratedLeaving=29 degC|ratedWetBulb=25 degC|inlet=20 degC|wetBulb=24 degC';
    const { heat, evaporated, makeUp, drift } = answersOf('cooling-tower', tower);
    expect([heat, evaporated]).toEqual([0, 0]);
    expect(makeUp).toBeCloseTo(drift!, 12);
    expect(refusal('cooling-tower', `${tower}|dryBulb=20 degC`)).toContain('above the dry bulb');
    expect(refusal('cooling-tower', `${tower}|dryBulb=90 degC`)).toContain('colder than that of dry air');
  });
});

describe('a cold plate', () => {
  it('tells that its coolant leaves warmer than a liquid at ambient pressure can be', () => {
    const noteOf = (flow: string) =>
      evaluation('cold-plates/ocp-oam-1kw-water', `flow=${flow}|heat=1 kW|inlet=40 degC`).notes.join();
    expect(noteOf('1 L/min')).not.toContain('boil'); // 14 K
    expect(noteOf('0.2 L/min')).toContain('boil'); // 72 K
  });
});
