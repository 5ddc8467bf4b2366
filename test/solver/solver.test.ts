/**
 * What the solver promises of one circuit: modes of stages, floating, resting,
 * and the small rules it is built from.
 */

import { describe, expect, it } from 'vitest';
import { heatByRise } from '../../src/machines/heat-by-rise.ts';
import { secantStep } from '../../src/solver/secant-step.ts';
import { preparedOf, type Ran, ranScenario, spreadHours, systemScenario } from '../laws/plants.ts';

const hours = spreadHours(300);
const system = (id: string, settings: Readonly<Record<string, string>> = {}): Ran =>
  ranScenario(preparedOf(systemScenario(id, 'ashburn', settings)), hours);

describe('a secant step', () => {
  it('finds the fixed point of a falling line at once, where plain passes would swing apart', () => {
    const g = (x: number): number => 300 - 3 * (x - 300) + 8;
    const step = secantStep(-1);
    const first = step.next(300, g(300));
    expect(first).toBe(308);
    expect(step.next(first, g(first))).toBeCloseTo(302, 9);
  });

  it('takes a plain pass where nothing is known, and where the last two tell nothing', () => {
    const step = secantStep(-0.1);
    expect(step.next(300, 305)).toBe(305);
    expect(step.next(300, 305)).toBe(305);
    step.reset();
    expect(step.next(310, 311)).toBe(311);
  });
});

describe('heat of a flow that keeps a rise', () => {
  const perFlow = 4180 * 7;

  it('is the wanted heat where that is moved', () => {
    expect(heatByRise(1e6, perFlow, () => 2e6)).toBe(1e6);
  });

  it('else the largest that agrees with its own flow', () => {
    // 1 − e^(−UA/C) of C ΔT, ΔT = 10 K: agrees at 1 − e^(−UA/C) = 0.7.
    const conductance = 5e4;
    const moved = (flow: number): number => -Math.expm1(-conductance / (flow * 4180)) * flow * 4180 * 10;
    const heat = heatByRise(1e6, perFlow, moved);
    const rate = heat / 7;
    expect(conductance / rate).toBeCloseTo(-Math.log(0.3), 9);
  });

  it('is nothing where the hot side lies less than the rise above the cold', () => {
    expect(heatByRise(1e6, perFlow, (flow) => flow * 4180 * 5)).toBe(0);
  });
});

describe('stages', () => {
  it('an exclusive economizer does all or nothing, an integrated one also a part', () => {
    const partly = (ran: Ran): number =>
      hours.filter((_, h) => ran.of('economizer.duty')[h]! > 1 && ran.of('chiller.duty')[h]! > 1).length;
    expect(partly(system('systems/air-tower', { 'economizer.source.mode': 'exclusive' }))).toBe(0);
    expect(partly(system('systems/air-tower'))).toBeGreaterThan(20);
  });

  it('an integrated economizer spares compressors more than an exclusive one', () => {
    const work = (ran: Ran): number => ran.of('chiller.power').reduce((total, power) => total + power, 0);
    expect(work(system('systems/air-tower'))).toBeLessThan(
      work(system('systems/air-tower', { 'economizer.source.mode': 'exclusive' })),
    );
  });
});

describe('floating', () => {
  it('a supply above its set point means that the sources give all they can', () => {
    const ran = system('systems/cold-plate-tower', { 'warm-tower.source.sizedFor': '50 %', 'warm-tower.spare': '0' });
    const [floating, fans] = [ran.of('warm-condenser.floating'), ran.of('warm-tower.airFraction')];
    let floated = 0;
    for (let h = 0; h < hours.length; h++) {
      if (floating[h]! > 1e-6) {
        floated++;
        expect(fans[h]!).toBeCloseTo(1, 9);
      }
    }
    expect(floated).toBeGreaterThan(10);
  });

  it('a circuit that floats warms the one inside it only as far as it must', () => {
    const ran = system('systems/cold-plate-dry', {
      'adiabatic-cooler.source.sizedFor': '50 %',
      'adiabatic-cooler.spare': '0',
    });
    const [outer, inner] = [ran.of('facility.floating'), ran.of('technology.floating')];
    expect(Math.max(...inner)).toBeGreaterThan(1);
    for (let h = 0; h < hours.length; h++) expect(inner[h]!).toBeLessThanOrEqual(outer[h]! + 1e-6);
  });

  it('a loop without heat rests: no flow, no pump, no float', () => {
    const ran = system('systems/air-dry');
    const resting = hours.map((_, h) => h).filter((h) => !(ran.of('free-cooling.heat')[h]! > 0));
    expect(resting.length).toBeGreaterThan(10);
    for (const h of resting) {
      expect(ran.of('free-cooling.moverPower')[h]).toBe(0);
      expect(ran.of('free-cooling.floating')[h]).toBe(0);
      expect(ran.of('free-cooler.power')[h]).toBe(0);
    }
  });
});

describe('a condenser loop that follows its loads', () => {
  it('is as warm as the economizer can use, never below its floor, and lets the economizer do all in frost', () => {
    const ran = system('systems/air-tower');
    const [setpoint, dryBulb, chiller] = [
      ran.of('condenser.setpoint'),
      ran.of('weather.dryBulb'),
      ran.of('chiller.duty'),
    ];
    const cold = hours.map((_, h) => h).filter((h) => dryBulb[h]! < 273.15);
    expect(cold.length).toBeGreaterThan(10);
    for (const h of cold) expect(chiller[h]).toBe(0);
    expect(Math.min(...setpoint)).toBeGreaterThanOrEqual(279.15);
    // Warmer by far than the floor: fans rest.
    for (const h of cold) expect(setpoint[h]!).toBeGreaterThan(285);
  });

  it('is not asked for colder than its floor, where the economizer would have it', () => {
    const [free, floored] = [
      system('systems/air-tower'),
      system('systems/air-tower', { 'condenser.floor': '16.5 degC' }),
    ];
    expect(Math.min(...free.of('condenser.setpoint'))).toBeLessThan(289.2);
    expect(Math.min(...floored.of('condenser.setpoint'))).toBe(289.65);
  });
});
