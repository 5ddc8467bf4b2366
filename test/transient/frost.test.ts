/**
 * What stands in frost, by hand: (M c/G) ln((T₀ − T_air)/(T_freeze − T_air)).
 */

import { describe, expect, it } from 'vitest';
import { wetBulb } from '../../src/fluids/wet-bulb.ts';
import { preparedOf, scenarioOf, siteText } from '../laws/plants.ts';
import { type RanTransient, ranTransient } from './transients.ts';

const stop = 60;
const cold = 258.15;

/** Immersed chips behind a loop of its own fluid to a cooler outdoors, whose pumps stop at −15 °C. */
function ran(fluid: string, cooler: string, transient: string): RanTransient {
  const prepared = preparedOf(
    scenarioOf(
      [
        'title: a loop in frost',
        siteText('stockholm'),
        'power: { transformer: { record: transformers/dry-type-mv }, ups: { record: ups/double-conversion, losses: outdoors }, pdu: { record: pdus/lv-transformer, losses: outdoors }, busway: { record: busways/415v, losses: outdoors } }',
        'circuits:',
        '  bath: { fluid: synthetic-hydrocarbon, supply: 42 degC, flow: { constant: 9 L/min/kW }, mover: { head: 60 kPa, efficiency: 55 % } }',
        `  loop: { fluid: ${fluid}, supply: 32 degC, flow: { by: loads }, mover: { head: 100 kPa, efficiency: 60 % } }`,
        'machines:',
        '  racks: { kind: immersion-rack, load: bath, server: servers/b200-8gpu, powerSupply: power-supplies/b200-psu, utilisation: loads/training, floorArea: 4 m^2, sink: immersion-sinks/directed-flow-1kw, racks: 4, nodesPerRack: 8 }',
        '  cdu: { kind: cdu, source: bath, load: loop, approach: 6 K, rise: 8 K, units: 2, spare: 0 }',
        `  cooler: { source: loop, ${cooler} }`,
        `transient: ${transient}`,
      ].join('\n'),
    ),
  );
  const { forcing } = prepared;
  const all = (value: number) => new Float64Array(forcing.dryBulb.length).fill(value);
  const [humidityRatio, pressure] = [0.8e-3, 101_325];
  const air = {
    dryBulb: all(cold),
    wetBulb: all(wetBulb(cold, humidityRatio, pressure)),
    humidityRatio: all(humidityRatio),
    pressure: all(pressure),
  };
  return ranTransient({ ...prepared, forcing: { ...forcing, ...air } });
}

const trips = (duration: string) =>
  `{ duration: ${duration}, step: 5 s, hour: 1, weather: held, circuits: { bath: { supplyVolume: 400 m^3 } }, events: { loop: { at: ${stop} s, trip: loop } } }`;

/** From the trip until it is told that something freezes [s]; NaN where it does not. */
function frozen(one: RanTransient): number {
  const told = one.run.log.find(({ what }) => what.includes('freezing'));
  return told === undefined ? NaN : told.time - stop;
}

function leavingAtTrip(one: RanTransient): number {
  return one.of('cooler.outletTemperature')[stop / 5 - 1]!;
}

const sizeOf = (one: RanTransient, name: string): number => one.plant.sizes.find((size) => size.name === name)!.value;

describe('the coils of a dry cooler whose pumps stop at −15 °C', () => {
  const dry = 'kind: dry-cooler, units: 4, spare: 0, coilTime: 60 s, recirculation: 0 %';

  it('freeze after (M c/G) ln((T₀ − T_air)/(T_freeze − T_air)) with their fans at rest', { timeout: 60_000 }, () => {
    const one = ran('water', dry, trips('20 min'));
    const { design, fluid } = one.plant.circuits.find(({ name }) => name === 'loop')!;
    const capacity = design.flow * 60 * fluid.specificHeat(305);
    // Air by free convection is an eighth of that at full speed, whose volume is as rated and whose density is that of
    // the frost; the film of air is 1.5 UA at full speed and falls with the power 0.8. Capacity rates are equal at the rating.
    const rated = one.plant.sizes.find((size) => size.name === 'ratedAir')!.value;
    const full = (design.heat / (design.returnTemperature - 305.15)) * (rated / cold);
    const rate = full / 8;
    const film = 1.5 * 4 * sizeOf(one, 'conductance') * 8 ** -0.8;
    const loss = rate * (1 - Math.exp(-film / rate));
    const byHand = (capacity / loss) * Math.log((leavingAtTrip(one) - cold) / (273.15 - cold));
    // Pumps coast down for some ten seconds before.
    expect(frozen(one) / byHand).toBeGreaterThan(0.9);
    expect(frozen(one) / byHand).toBeLessThan(1.1);
  });

  it(
    'freeze with a sensor that drives the fans to full speed, unless frost slows them down',
    { timeout: 60_000 },
    () => {
      const sensor = (margin: string) =>
        ran(
          'water',
          `${dry}, frostMargin: ${margin}`,
          `{ duration: 30 min, step: 5 s, hour: 1, weather: held, events: { wrong: { at: ${stop} s, sensor: cooler, bias: 50 K } } }`,
        );
      const wild = sensor('0 K');
      expect(wild.of('cooler.airFraction').at(-1)).toBeCloseTo(1, 3);
      expect(frozen(wild)).toBeGreaterThan(0);
      const held = sensor('3 K');
      expect(frozen(held)).toBeNaN();
      expect(held.of('cooler.outletTemperature').at(-1)).toBeGreaterThan(273.15);
      expect(held.of('cooler.outletTemperature').at(-1)).toBeLessThan(276.15);
    },
  );

  it('do not freeze with glycol enough, and do with glycol too lean', { timeout: 60_000 }, () => {
    expect(frozen(ran('propylene-glycol-40-volume', dry, trips('60 min')))).toBeNaN();
    const lean = ran('propylene-glycol-25-volume', dry, trips('60 min'));
    expect(frozen(lean)).toBeGreaterThan(1.2 * frozen(ran('water', dry, trips('60 min'))));
  });
});

describe('the basin of a tower whose pumps stop at −15 °C', () => {
  const tower = 'kind: cooling-tower, units: 2, spare: 0, basinTime: 20 s, basinConductance: 400 W/K';

  it('freezes after (M c/G) ln((T₀ − T_air)/(T_freeze − T_air))', { timeout: 60_000 }, () => {
    const one = ran('water', tower, trips('2 h'));
    const { design, fluid } = one.plant.circuits.find(({ name }) => name === 'loop')!;
    const capacity = design.flow * 20 * fluid.specificHeat(305);
    const byHand = (capacity / 800) * Math.log((leavingAtTrip(one) - cold) / (273.15 - cold));
    expect(frozen(one) / byHand).toBeGreaterThan(0.97);
    expect(frozen(one) / byHand).toBeLessThan(1.03);
  });

  it(
    'is kept from it by a heater of G (T_freeze − T_air) and more, and not by one of less',
    { timeout: 60_000 },
    () => {
      // 400 W/K × 15 K = 6 kW a cell, 7.2 kW at 3 °C.
      const kept = ran('water', `${tower}, basinHeater: 7.5 kW`, trips('4 h'));
      expect(frozen(kept)).toBeNaN();
      expect(kept.of('cooler.heaterPower').at(-1)).toBeGreaterThan(2 * 6000);
      expect(kept.run.energy.closure).toBeLessThan(1e-9);
      expect(frozen(ran('water', `${tower}, basinHeater: 5.5 kW`, trips('4 h')))).toBeGreaterThan(0);
    },
  );
});
