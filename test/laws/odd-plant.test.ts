/**
 * A plant from a file alone: everything unusual in it has to act, not only to
 * be read. Expected numbers are formulas of this file over ports, never a
 * machine's own word.
 */

import { beforeAll, describe, expect, it } from 'vitest';
import { hoursPerYear, secondsPerHour } from '../../src/constants.ts';
import { water } from '../../src/fluids/water.ts';
import { yearMetrics } from '../../src/metrics/year-metrics.ts';
import { preparedFile, type Ran, ranScenario } from './plants.ts';

const prepared = preparedFile('odd-plant.yaml');
let year: Ran;
const hours = Array.from({ length: hoursPerYear }, (_, hour) => hour);
/** The least of something over all hours in which a test holds, and how many there were. */
function least(
  of: (hour: number) => number,
  holds: (hour: number) => boolean = () => true,
): { readonly n: number; readonly value: number } {
  const held = hours.filter(holds);
  return { n: held.length, value: held.reduce((min, hour) => Math.min(min, of(hour)), Infinity) };
}
const sum = (column: Float64Array): number => column.reduce((total, value) => total + value, 0);

beforeAll(() => {
  year = ranScenario(prepared);
});

describe('a plant that no shipped system resembles', () => {
  it('runs a year, balances, holds every set point and breaks no limit', () => {
    expect(year.run.hours).toBe(hoursPerYear);
    expect(year.run.audit.worst.worst).toBeLessThan(1e-9);
    for (const closure of year.run.audit.closures)
      expect(closure.run, `${closure.owner}: ${closure.equation}`).toBeLessThan(1e-9);
    expect(year.run.audit.leastEntropy.value).toBeGreaterThan(0);
    expect(year.run.events.filter((event) => event.gravity !== 'note')).toEqual([]);
  });

  it('the CDUs take the return of the CRAHs, topped up from the supply where it is too little', () => {
    const [crah, cdu] = [year.of('crah.chilled.flow'), year.of('cdu.chilled.flow')];
    const [supply, back] = [year.of('chilled.supplyTemperature'), year.of('crah.chilled.outletTemperature')];
    const entering = year.of('cdu.chilled.inletTemperature');
    const mixed = (h: number): number => {
      const taken = Math.min(crah[h]!, cdu[h]!);
      const enthalpy = taken * water.enthalpy(back[h]!, 0) + (cdu[h]! - taken) * water.enthalpy(supply[h]!, 0);
      return water.temperature(enthalpy / cdu[h]!, 0);
    };
    const off = hours.map((h) => Math.abs(entering[h]! - mixed(h)));
    expect(Math.max(...off)).toBeLessThan(1e-6);
    expect(hours.filter((h) => cdu[h]! > crah[h]!).length, 'hours with topping up').toBeGreaterThan(500);
    expect(hours.filter((h) => cdu[h]! < crah[h]!).length, 'hours with excess').toBeGreaterThan(500);
  });

  it('the chilled loop carries what the CRAHs, the rooms and the tank take, and only the top-up of the CDUs', () => {
    const [crah, cdu, rooms, tank] = ['crah', 'cdu', 'power-rooms', 'tank'].map((name) =>
      year.of(`${name}.chilled.flow`),
    );
    const flow = year.of('chilled.flow');
    for (const h of hours) {
      const expected = crah![h]! + Math.max(0, cdu![h]! - crah![h]!) + rooms![h]! + tank![h]!;
      expect(Math.abs(flow[h]! / expected - 1)).toBeLessThan(1e-9);
    }
  });

  it('the sidecars give the heat of their loop and of their own fans to the hall', () => {
    const [taken, given, fans] = [year.of('sidecar.duty'), year.of('sidecar.hall.heat'), year.of('sidecar.fanPower')];
    const racks = year.of('sidecar-racks.liquid.side-loop.heat');
    expect(least((h) => taken[h]! - racks[h]!).value, 'loop heat and its pump').toBeGreaterThan(0);
    for (const h of hours) expect(Math.abs(given[h]! / (taken[h]! + fans[h]!) - 1)).toBeLessThan(1e-9);
    expect(least((h) => fans[h]!).value).toBeGreaterThan(100);
  });

  it('the tank is charged by night and discharged by day, and its charge is their difference', () => {
    const [charge, discharge, held] = [year.of('tank.chilled.heat'), year.of('tank.duty'), year.of('tank.heatHeld')];
    const time = (h: number): number => (h % 24) + 1;
    const isNight = (h: number): boolean => time(h) >= 23 || time(h) <= 6;
    const isDay = (h: number): boolean => time(h) >= 12 && time(h) <= 18;
    expect(hours.every((h) => charge[h] === 0 || isNight(h))).toBe(true);
    expect(hours.every((h) => discharge[h] === 0 || isDay(h))).toBe(true);
    expect(sum(discharge) / 365 / 1e6, 'MWh a day').toBeGreaterThan(2.5);
    const capacity = year.size('tank', 'capacity');
    expect(capacity / (250 * 998.9 * 4182 * 10), '250 m³ by 10 K').toBeCloseTo(1, 3);
    let expected = capacity;
    for (const h of hours) {
      expected += (discharge[h]! - charge[h]!) * secondsPerHour;
      expect(Math.abs(held[h]! - expected) / capacity).toBeLessThan(1e-9);
      expect(held[h]!).toBeGreaterThanOrEqual(-1e-6 * capacity);
      expect(held[h]!).toBeLessThanOrEqual(capacity * (1 + 1e-9));
    }
  });

  it('a discharging tank takes heat from the chillers', () => {
    const { scenario } = prepared;
    const machines = scenario.machines.filter((machine) => machine.name !== 'tank');
    const without = ranScenario({ ...prepared, scenario: { ...scenario, machines } });
    const chillers = (ran: Ran, h: number): number =>
      ran.of('chiller-large.power')[h]! + ran.of('chiller-small.power')[h]!;
    const spared = (from: number, to: number): number =>
      hours
        .filter((h) => h % 24 >= from && h % 24 <= to)
        .reduce((total, h) => total + chillers(without, h) - chillers(year, h), 0);
    expect(spared(12, 16) / 1e6, 'MWh spared by day').toBeGreaterThan(20);
    expect(spared(0, 5) / 1e6, 'MWh more by night').toBeLessThan(-5);
  });

  it('the heat pump cools the return, gives its heat and electricity to the customer, and rests in warm hours', () => {
    const [taken, power, given] = [
      year.of('heat-pump.duty'),
      year.of('heat-pump.power'),
      year.of('heat-pump.reusedHeat'),
    ];
    const dryBulb = year.of('weather.dryBulb');
    const [entering, leaving] = [year.of('heat-pump.inletTemperature'), year.of('heat-pump.outletTemperature')];
    for (const h of hours) expect(Math.abs(given[h]! - taken[h]! - power[h]!)).toBeLessThan(1e-6);
    const runs = (h: number): boolean => taken[h]! > 0;
    expect(hours.some((h) => runs(h) && dryBulb[h]! > 289.15)).toBe(false);
    expect(least((h) => entering[h]! - leaving[h]!, runs).value).toBeGreaterThan(0);
    expect(Math.max(...given)).toBeLessThanOrEqual(600_000 * (1 + 1e-9));
    // COP of the compressor from its refrigerant temperatures: half of Carnot between 68 °C and 3 K below its water.
    const cop = year.of('heat-pump.cop');
    const worst = hours.filter(runs).map((h) => Math.abs(cop[h]! - (0.5 * 341.15) / (341.15 - (leaving[h]! - 3))));
    expect(Math.max(...worst)).toBeLessThan(1e-6);
    // Q + P of the compressor is Q COP/(COP − 1), and 1 % of what is delivered are pumps.
    const off = hours.filter(runs).map((h) => given[h]! / ((taken[h]! * 1.01 * cop[h]!) / (cop[h]! - 1)) - 1);
    expect(Math.max(...off.map(Math.abs))).toBeLessThan(1e-6);
    const { metrics } = yearMetrics(year.plant, year.run, prepared.scenario.site);
    const metric = (key: string): number => metrics.find((candidate) => candidate.key === key)!.value;
    expect(metric('erf')).toBeCloseTo(sum(given) / sum(year.of('facility.power')), 9);
    expect(metric('ere')).toBeLessThan(metric('pue') - 0.02);
  });

  it('the economizer takes 60 % of the water to no colder than the set point; the rest passes it by and mixes in', () => {
    const [through, all] = [year.of('economizer.flow'), year.of('chilled.sourceFlow')];
    const [entering, leaving] = [year.of('economizer.inletTemperature'), year.of('economizer.outletTemperature')];
    const chiller = year.of('chiller-large.inletTemperature');
    const setpoint = year.of('chilled.setpoint');
    let full = 0;
    for (const h of hours) {
      expect(Math.abs(through[h]! / all[h]! - 0.6)).toBeLessThan(1e-12);
      expect(leaving[h]!).toBeGreaterThanOrEqual(setpoint[h]! - 1e-9);
      const mixed = water.temperature(0.6 * water.enthalpy(leaving[h]!, 0) + 0.4 * water.enthalpy(entering[h]!, 0), 0);
      expect(Math.abs(chiller[h]! - mixed)).toBeLessThan(1e-6);
      if (leaving[h]! < setpoint[h]! + 1e-6) full++;
    }
    expect(full, 'hours in which the side stream is cooled all the way').toBeGreaterThan(1000);
    expect(full).toBeLessThan(8000);
  });

  it('the two chillers share what is left by 65 to 35', () => {
    const [large, small] = [year.of('chiller-large.duty'), year.of('chiller-small.duty')];
    for (const h of hours) expect(Math.abs(large[h]! * 0.35 - small[h]! * 0.65)).toBeLessThan(1e-6 * large[h]!);
  });

  it('the condenser loop follows its line over the wet bulb', () => {
    const [setpoint, wetBulb] = [year.of('condenser.setpoint'), year.of('weather.wetBulb')];
    for (const h of hours) {
      const line = 286.15 + (13 * (wetBulb[h]! - 276.15)) / 18;
      expect(setpoint[h]!).toBeCloseTo(Math.min(299.15, Math.max(286.15, line)), 9);
    }
  });
});
