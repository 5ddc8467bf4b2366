/** A pumped loop that boils, in time: by hand from the printed saturation table of R1233zd(E), and what its limits say. */

import { describe, expect, it } from 'vitest';
import { elsewhere } from './elsewhere.ts';
import { ranWords, ranTransient, type RanTransient, steadyOf, transientScenario } from './transients.ts';

const system = 'systems/two-phase-plates-dry';
/** Part of the chips’ heat that goes into plates, of the shipped system. */
const capture = 0.98;
/** Boiling point at its start, of the shipped system [K]. */
const start = 44 + 273.15;

/** Printed saturation lines of R1233zd(E) (CoolProp 8, equation of state of Mondejar et al. 2015), in SI. */
const at50 = { pressure: 293_884, latentHeat: 177_544, liquid: 1199.94, vapour: 15.663, specificHeat: 1243.1 };
const at60 = { pressure: 391_482, latentHeat: 171_615, liquid: 1173, vapour: 20.693, specificHeat: 1268.9 };
/** At 44 °C, straight between the lines of 40 and 50 °C. */
const at44 = { latentHeat: 180_885, liquid: 1215.46, vapour: 13.262 };

/** Time of the first entry of the log that says something [s]; NaN where none does. */
const when = ({ run }: RanTransient, says: string): number =>
  run.log.find(({ what }) => what.includes(says))?.time ?? NaN;

/** Mean of a column over the rows that end in a span of time. */
function mean(ran: RanTransient, column: string, from: number, to: number): number {
  const values = ran.of(column).filter((_, r) => ran.rows.time[r]! > from && ran.rows.time[r]! <= to);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** When a column rises past a value, straight between the means of its rows, which stand for their middles. */
function risesPast(ran: RanTransient, column: string, value: number): number {
  const values = ran.of(column);
  const r = values.findIndex((each) => each > value);
  const width = ran.rows.time[r]! - ran.rows.time[r - 1]!;
  return ran.rows.time[r]! - width * (0.5 + (values[r]! - value) / (values[r]! - values[r - 1]!));
}

describe('without its pumps', () => {
  const stopped = (grams: number, until = 'duration: 60 s') =>
    ranWords({
      system,
      set: { 'racks.plateLiquid': `${grams} g` },
      transient: `{ ${until}, step: 100 ms, hour: 4000, weather: held, circuits: { technology: { coastDown: 100 ms } }, events: { it: { at: 10 s, trip: technology } } }`,
    });

  it('plates are dry once their liquid has taken its latent heat out of the chips', () => {
    const ran = stopped(100);
    const dry = when(ran, 'half of the walls');
    // From when less reaches the walls than boils.
    const from = ran.rows.time.find((_, r) => ran.of('racks.dryOutMargin')[r]! < 1)!;
    expect(from).toBeGreaterThan(10);
    expect(from).toBeLessThan(12);
    const cases = ran.of('racks.caseTemperature');
    const at = (time: number) => cases[ran.rows.time.findIndex((each) => each >= time - 1e-6)]!;
    const power = mean(ran, 'racks.chipPower', from, dry);
    // What chips draw and do not keep in 400 J/K of metal.
    const boiled = capture * (power * (dry - from) - 400 * (at(dry) - at(from)));
    // The last tenth of the liquid wets an ever smaller part: at half of the walls 95 % of it are gone.
    const byHand = 0.95 * 0.1 * at44.latentHeat;
    // The column comes to rest with a time constant of 1 s, and feeds from then on what it boils in that time.
    expect(boiled).toBeGreaterThan(byHand);
    expect(boiled).toBeLessThan(byHand + 1.1 * power);
  });

  it('more liquid in the plates puts drying off by its latent heat over the power', () => {
    const [some, much] = [stopped(60), stopped(100)].map((ran) => ({ ran, dry: when(ran, 'half of the walls') }));
    const power = mean(much!.ran, 'racks.chipPower', some!.dry, much!.dry) * capture;
    expect(Math.abs((much!.dry - some!.dry) / ((0.95 * 0.04 * at44.latentHeat) / power) - 1)).toBeLessThan(0.03);
  });

  it('a chip on dry walls gives what vapour takes', () => {
    const ran = stopped(10);
    const from = ran.rows.time.find((_, r) => ran.of('racks.wettedShare')[r]! < 1e-5)!;
    expect(from).toBeLessThan(50);
    expect(ran.of('racks.exitQuality').at(-1)).toBe(1);
    const at = (column: string) => mean(ran, column, from, from + 4);
    const over = at('racks.caseTemperature') - at('technology.supplyTemperature');
    expect(over).toBeGreaterThan(25);
    // 100 W/(m²·K) on 70 channels of 50 mm with 0.4 + 2 · 2 mm of walls: 1.54 W/K, less a hundredth in the metal before them.
    // Parts that are no chips keep their heat while nothing flows by.
    expect(Math.abs(at('technology.heat') / (5760 * 1.54 * 0.99 * over) - 1)).toBeLessThan(0.01);
  });
});

it('with too little flow as much boils as the film carries that reaches the walls', () => {
  const ran = ranWords({
    system,
    set: { 'racks.shutdownMargin': '60 K' },
    transient:
      '{ duration: 4 min, step: 1 s, hour: 4000, weather: held, events: { it: { at: 10 s, trip: technology, count: 4 } } }',
  });
  const wet = ran.of('racks.wettedShare').at(-1)!;
  expect(wet).toBeGreaterThan(0.02);
  expect(wet).toBeLessThan(0.98);
  expect(Number.isNaN(when(ran, 'half of the walls'))).toBe(false);
  // Dry-out quality over that of the outlet: below one by what dry walls give to the vapour.
  const margin = ran.of('racks.dryOutMargin').at(-1)!;
  expect(margin).toBeGreaterThan(0.85);
  expect(margin).toBeLessThanOrEqual(1 + 1e-6);
});

describe('without its condensers', () => {
  const transient = (more: string, events: string) =>
    `{ duration: 80 s, step: 200 ms, hour: 4000, weather: held, circuits: { technology: { supplyVolume: 4 m^3, returnVolume: 4 m^3${more} } }, events: { ${events} } }`;
  const still = 'it: { at: 10 s, trip: condenser }';

  it('pressure rises as the energy of its liquid and vapour by the printed table says', () => {
    const ran = ranWords({ system, transient: transient('', still) });
    const mass = 4 * at44.liquid + 4 * at44.vapour;
    const energy = ({ pressure, latentHeat, liquid, vapour }: typeof at50) => {
      const wider = 1 / vapour - 1 / liquid;
      const vaporised = (8 - mass / liquid) / wider;
      return -(mass * pressure) / liquid + vaporised * (latentHeat - pressure * wider);
    };
    // h of the liquid from 50 to 60 °C by the mean of its printed specific heats.
    const rise = energy(at60) - energy(at50) + mass * 10 * 0.5 * (at50.specificHeat + at60.specificHeat);
    const [from, to] = [at50, at60].map((_, i) => risesPast(ran, 'technology.supplyTemperature', 323.15 + 10 * i));
    const heat = mean(ran, 'technology.heat', from!, to!) + mean(ran, 'technology.moverPower', from!, to!);
    expect(to! - from!).toBeGreaterThan(5);
    // The mean of two specific heats is good to a thousandth, and rows are 0.2 s wide.
    expect(Math.abs(((to! - from!) * heat) / rise - 1)).toBeLessThan(0.005);
  });

  it('the relief valve holds it at its limit, and an empty receiver stops the pumps', () => {
    const ran = ranWords({ system, transient: transient(', reserve: 200 kg', still).replace('80 s', '3 min') });
    const opens = when(ran, 'relief valve opens');
    const empty = when(ran, 'receiver is empty');
    expect(opens).toBeGreaterThan(10);
    expect(empty).toBeGreaterThan(opens);
    // 500 kPa: between 60 and 70 °C (391.5 and 512.0 kPa), a little above by what the valve needs to open.
    expect(ran.greatest('technology.supplyTemperature') - 273.15).toBeGreaterThan(69);
    expect(ran.greatest('technology.supplyTemperature') - 273.15).toBeLessThan(69.6);
    // 200 kg at 165.9 kJ/kg, between 60 and 70 °C as printed.
    const vapour = mean(ran, 'technology.vapourLoss', opens, empty) * (empty - opens);
    expect(Math.abs(vapour / (200 * 165.9e3) - 1)).toBeLessThan(0.03);
    expect(ran.of('technology.drive').at(-1)).toBeLessThan(0.01);
    expect(ran.run.energy.closure).toBeLessThanOrEqual(1e-8);
  });

  it('pumps cavitate when condensers come back and pressure falls faster than liquid cools, unless it stands high enough', () => {
    const back = 'it: { at: 10 s, trip: condenser, for: 15 s }';
    const low = ranWords({ system, transient: transient('', back) });
    const high = ranWords({ system, transient: transient(', suctionMargin: 200 kPa', back) });
    expect(when(low, 'cavitate')).toBeGreaterThan(25);
    expect(Math.min(...low.of('technology.drive'))).toBeLessThan(0.9);
    expect(when(high, 'cavitate')).toBeNaN();
    expect(Math.min(...high.of('technology.drive'))).toBeGreaterThan(0.99);
    // Rising pressure leaves liquid at the pump colder than it boils: nothing happens there.
    expect(when(ranWords({ system, transient: transient('', still) }), 'cavitate')).toBeNaN();
  });
});

it('valves that hold the quality at the outlet end where the steady solver stands', () => {
  const prepared = transientScenario({
    system,
    set: { 'technology.flow.constant': 'none', 'technology.flow.by': 'loads' },
    transient:
      '{ duration: 6 h, step: 10 min, hour: 4500, weather: held, tolerance: 1e-7, circuits: { hall: { buildingCapacity: 10 MJ/K } }, events: { it: { at: 1 min, for: 20 s, trip: technology, count: 1 } } }',
  });
  const ran = ranTransient(prepared);
  expect(ran.greatest('technology.supplyTemperature')).toBeGreaterThan(start - 1);
  expect(elsewhere(system, ran, steadyOf(prepared))).toEqual([]);
});
