/**
 * Failures whose course can be worked out by hand: a sealed bath without its
 * condensers, a tower without its fans, a hall without air.
 */

import { describe, expect, it } from 'vitest';
import { runTransient } from '../../src/study/transient-run.ts';
import { ranWords, transientScenario } from './transients.ts';

const stop = 10;
const sealed = { 'bath.tank': 'sealed', 'bath.supply': '49 degC', 'bath.reliefPressure': '160 kPa' };

describe('what a vented bath holds', () => {
  it('boils off in m Δh / P when nothing is condensed', { timeout: 60_000 }, () => {
    const prepared = transientScenario({
      system: 'systems/two-phase-dry',
      transient: '{ duration: 1 min, events: { all: { at: 10 s, trip: condenser-coil } } }',
    });
    const { holdings, run } = runTransient(prepared, () => undefined);
    const [bath] = holdings.baths;
    // 20 kg for each of 45 tanks.
    expect(bath!.reserve).toBe(900);
    const byHand = (bath!.reserve * bath!.latentHeat) / bath!.heat;
    const dry = run.log.find(({ what }) => what.includes('down to the highest chip'))!;
    expect((dry.time - 10) / byHand).toBeGreaterThan(0.97);
    expect((dry.time - 10) / byHand).toBeLessThan(1.03);
  });
});

describe('a sealed bath that loses its condensers', () => {
  const words = (settings: string) => ({
    system: 'systems/two-phase-tower',
    set: sealed,
    transient: `{ duration: 2 min, ${settings}events: { water: { at: ${stop} s, trip: condenser-coil } } }`,
  });

  it('warms as its liquid takes up the heat of the racks: dT/dt = P/(M c)', () => {
    const { of, plant } = ranWords(words('circuits: { bath: { supplyVolume: 40 m^3 } }, '));
    const { fluid } = plant.circuits.find(({ name }) => name === 'bath')!;
    const [from, to] = [20, 60];
    const bath = of('bath.supplyTemperature');
    const heat = of('bath.heat').slice(from, to);
    const taken = heat.reduce((sum, value) => sum + value, 0);
    const mass = 40 * fluid.density(322.15);
    // Means of a second, half a second before its end; c at the set point, 0.5 % off ten kelvin above it.
    expect((bath[to]! - bath[from]!) / (taken / (mass * fluid.specificHeat(322.15)))).toBeCloseTo(1, 2);
  });

  it('lets off vapour at its relief pressure, and no warmer than that', () => {
    const { of, plant, greatest } = ranWords(words('circuits: { bath: { reserve: 30000 kg } }, '));
    const relief = plant.circuits.find(({ name }) => name === 'bath')!.sealed!.relief;
    expect(greatest('bath.supplyTemperature')).toBeLessThan(relief + 0.5);
    expect(of('bath.supplyTemperature').at(-1)!).toBeGreaterThan(relief);
    expect(of('bath.vapourLoss').at(-1)!).toBeGreaterThan(0);
  });

  it('stays at its set point while they work', () => {
    const held = ranWords({ ...words(''), transient: '{ duration: 2 min }' });
    for (const temperature of held.of('bath.supplyTemperature')) expect(temperature).toBeCloseTo(322.15, 6);
  });
});

it('a tower whose fans stand goes on cooling by itself, an eighth of its air and far less than its heat', () => {
  const { of } = ranWords({
    system: 'systems/cold-plate-tower',
    transient: `{ duration: 2 min, events: { fans: { at: ${stop} s, trip: warm-tower } } }`,
  });
  const [before, after] = [stop - 2, stop + 20].map((row) => of('warm-tower.duty')[row]!);
  expect(after! / before!).toBeGreaterThan(0.1);
  expect(after! / before!).toBeLessThan(0.45);
  expect(of('warm-tower.power')[stop + 20]).toBe(0);
});

it('a tower with two of five fans standing moves three fifths of their air', () => {
  const { of } = ranWords({
    system: 'systems/cold-plate-tower',
    transient: `{ duration: 15 s, events: { fans: { at: ${stop} s, trip: warm-tower, count: 2 } } }`,
  });
  const [before, after] = [stop - 2, stop + 1].map((row) => ({
    air: of('warm-tower.airFraction')[row]!,
    power: of('warm-tower.power')[row]!,
  }));
  // The actuator has hardly moved in a second.
  expect(after!.air / before!.air).toBeCloseTo(0.6, 1);
  expect(after!.power / before!.power).toBeCloseTo(0.6, 1);
});

describe('a hall whose fans stop over racks with cold plates', () => {
  const run = (limit: string) =>
    ranWords({
      system: 'systems/cold-plate-tower',
      set: { 'racks.airShutdown': limit },
      transient: `{ duration: 3 min, events: { fans: { at: ${stop} s, trip: hall } } }`,
    });

  it('switches its nodes off by the air while their chips are cool', () => {
    const { run: ran, of } = run('47 degC');
    const [group] = ran.groups;
    const row = Math.floor(group!.shutdown);
    expect(of('hall.serverInletTemperature')[row - 1]!).toBeLessThan(320.15);
    expect(of('hall.serverInletTemperature')[row + 1]!).toBeGreaterThan(319.65);
    expect(group!.hottestJunction).toBeLessThan(363.15);
    expect(ran.log.some(({ what }) => what.includes('air is too warm'))).toBe(true);
  });

  it('later where their parts bear warmer air', () => {
    expect(run('55 degC').run.groups[0]!.shutdown).toBeGreaterThan(run('47 degC').run.groups[0]!.shutdown + 2);
  });
});
