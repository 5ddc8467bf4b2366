/**
 * A buffer tank in time against what a hand works out: as plug flow it holds
 * the loads for V ρ c ΔT / P, mixed only for what the supply may warm, and N
 * layers answer a step like N mixed tanks in series.
 */

import { describe, expect, it } from 'vitest';
import type { Bench } from '../../src/machines/machine.ts';
import { stratifiedLayers } from '../../src/machines/stratified-layers.ts';
import type { RowSink } from '../../src/solver/transient/rows.ts';
import { transientSimulation } from '../../src/solver/transient/run.ts';
import { transientSettings } from '../../src/solver/transient/settings.ts';
import type { PreparedScenario } from '../../src/study/scenario-run.ts';
import { assembleTransient } from '../../src/study/transient-plant.ts';
import { preparedOf, scenarioOf, siteText } from '../laws/plants.ts';
import { type RanTransient, ranTransient } from './transients.ts';

const volume = 20;
const tripped = 60;

/** Four tanks of chips on one circuit with a buffer tank, whose cooler stops. */
const ran = (tank: string, transient: string): RanTransient => ranTransient(scenario(tank, transient));

function scenario(tank: string, transient: string): PreparedScenario {
  return preparedOf(
    scenarioOf(
      [
        'title: a tank on a bath',
        siteText('ashburn'),
        'power: { transformer: { record: transformers/dry-type-mv }, ups: { record: ups/double-conversion, losses: outdoors }, pdu: { record: pdus/lv-transformer, losses: outdoors }, busway: { record: busways/415v, losses: outdoors } }',
        'circuits: { bath: { fluid: synthetic-hydrocarbon, supply: 36 degC, flow: { constant: 5 L/min/kW }, mover: { head: 60 kPa, efficiency: 55 %, supplied: ups } } }',
        'machines:',
        '  racks: { kind: immersion-rack, load: bath, server: servers/b200-8gpu, powerSupply: power-supplies/b200-psu, utilisation: loads/training, floorArea: 4 m^2, sink: immersion-sinks/directed-flow-1kw, racks: 4, nodesPerRack: 8 }',
        `  tank: { kind: buffer-tank, source: { on: bath, stage: 1 }, load: bath, volume: ${volume} m^3, rise: 8 K, rate: 2 MW, ${tank} }`,
        '  cooler: { kind: ideal-cooler, source: { on: bath, stage: 2 }, against: dry bulb, approach: 1 K, power: 1 % }',
        `transient: ${transient}`,
      ].join('\n'),
    ),
  );
}

const trips = `{ duration: 30 min, step: 2 s, events: { cooler: { at: ${tripped} s, trip: cooler } } }`;

/** From the trip to a supply of so much above its set point [s]. */
function lasted(one: RanTransient, above: number): number {
  const supply = one.of('bath.supplyTemperature');
  const setpoint = one.of('bath.setpoint');
  const i = supply.findIndex((value, k) => value > setpoint[k]! + above);
  return i < 0 ? NaN : one.rows.time[i]! - tripped;
}

/** V ρ c, and the heat and temperatures of the plateau on which the tank carries the circuit. */
function plateau(one: RanTransient) {
  const { fluid, supply } = one.plant.circuits[0]!;
  const i = one.rows.time.findIndex((time) => time > tripped + 200);
  const at = (column: string) => one.of(column)[i]!;
  return {
    capacity: volume * fluid.density(supply) * fluid.specificHeat(supply + 4),
    heat: at('tank.duty'),
    above: at('bath.supplyTemperature') - at('bath.setpoint'),
    warm: at('tank.inletTemperature') - supply,
  };
}

describe('a tank whose cooler stops', () => {
  it('feeds the loads for V ρ c ΔT / P as plug flow', { timeout: 60_000 }, () => {
    const one = ran('layers: 100', trips);
    const { capacity, heat, above, warm } = plateau(one);
    expect(above).toBeLessThan(1.5);
    // Half of the front has left when the supply is halfway up; the front is some 1/√N of the tank wide, and the
    // headers and metal that warm by half of ΔT with it add some per cent.
    const byHand = (capacity * warm) / heat;
    expect(lasted(one, above + warm / 2) / byHand).toBeGreaterThan(0.97);
    expect(lasted(one, above + warm / 2) / byHand).toBeLessThan(1.1);
    expect(one.run.energy.closure).toBeLessThan(1e-9);
    expect(one.run.energy.worstRate).toBeLessThan(1e-9);
  });

  it('mixed lasts for what the supply may warm only', { timeout: 60_000 }, () => {
    const one = ran('layers: 1', trips);
    const { capacity, heat } = plateau(ran('layers: 100', trips));
    // It is all at one temperature, which is the supply's once all the flow goes through: V ρ c · 3 K / P, and headers.
    const byHand = (capacity * 3) / heat;
    expect(lasted(one, 3) / byHand).toBeGreaterThan(0.97);
    expect(lasted(one, 3) / byHand).toBeLessThan(1.35);
    expect(one.run.energy.closure).toBeLessThan(1e-9);
  });

  it('holds nothing when it is not charged', { timeout: 60_000 }, () => {
    const empty = ran('layers: 20, initialCharge: 0 %', trips);
    expect(lasted(empty, 3)).toBeLessThan(0.25 * lasted(ran('layers: 20', trips), 3));
  });
});

describe('a tank by its clock', () => {
  it('takes up by the hour what its charge says, and closes energy', { timeout: 60_000 }, () => {
    const one = ran(
      'layers: 20, initialCharge: 0 %, chargeFrom: 2, chargeTo: 2, dischargeFrom: 20, dischargeTo: 20',
      '{ duration: 40 min, step: 10 s, hour: 2, weather: moving }',
    );
    const held = one.of('tank.heatHeld');
    const given = one.of('tank.bath.heat');
    const step = 10;
    // Rows are time means: from the middle of the first to the middle of the last.
    const taken = given.reduce((sum, heat) => sum + heat * step, 0) - 0.5 * step * (given[0]! + given.at(-1)!);
    expect(taken).toBeGreaterThan(1e8);
    expect(held[0]! - held.at(-1)!).toBeGreaterThan(0.999 * taken);
    expect(held[0]! - held.at(-1)!).toBeLessThan(1.001 * taken);
    expect(one.run.energy.closure).toBeLessThan(1e-9);
  });

  it('begins to discharge when its hour comes', { timeout: 60_000 }, () => {
    const one = ran(
      'layers: 20, chargeFrom: 1, chargeTo: 1, dischargeFrom: 13, dischargeTo: 13',
      '{ duration: 80 min, step: 10 s, hour: 12 }',
    );
    const duty = one.of('tank.duty');
    const at = (time: number) => duty[one.rows.time.findIndex((end) => end >= time)]!;
    expect(at(3500)).toBe(0);
    expect(at(3700)).toBeGreaterThan(1e5);
    expect(one.run.log.map(({ time, what }) => `${time} ${what}`)).toContain(
      '3600 storage is charged or discharged by the hour',
    );
  });
});

it('a run that was stopped goes on with the hour that it is', { timeout: 60_000 }, () => {
  const prepared = scenario(
    'layers: 20, chargeFrom: 1, chargeTo: 1, dischargeFrom: 13, dischargeTo: 13',
    '{ duration: 70 min, step: 60 s, hour: 12, tolerance: 1e-8 }',
  );
  const settings = transientSettings(prepared.scenario.transient!);
  const fresh = (sink: RowSink) => transientSimulation(assembleTransient(prepared), prepared.forcing, settings, sink);
  const first = fresh(() => undefined);
  first.advance(3900);
  const snapshot = JSON.parse(JSON.stringify(first.snapshot())) as ReturnType<typeof first.snapshot>;
  const duty: number[] = [];
  const second = fresh((_, mean) => duty.push(mean[second.columns.findIndex(({ name }) => name === 'tank.duty')]!));
  second.resume(snapshot);
  second.advance(4200);
  const whole = ranTransient(prepared).of('tank.duty').slice(65);
  expect(duty).toHaveLength(5);
  // A tolerance of 1e-8 is 3 µK of the temperatures whose difference of 8 K is taken.
  duty.forEach((value, i) => expect(value / whole[i]!).toBeCloseTo(1, 5));
});

describe('layers', () => {
  /** Erlang's distribution: the outlet of N mixed tanks in series after a step at the inlet (Levenspiel's E-curve). */
  function tanksInSeries(count: number, turnovers: number): number {
    let term = Math.exp(-count * turnovers);
    let sum = 0;
    for (let k = 0; k < count; k++) {
      sum += term;
      term *= (count * turnovers) / (k + 1);
    }
    return 1 - sum;
  }

  function bench(): Bench {
    const s = new Float64Array(1000);
    let next = 0;
    return {
      s,
      state: (name: string, quantity: 'temperature', held: object) => ({
        name,
        quantity,
        value: next++,
        rate: next++,
        ...held,
      }),
    } as unknown as Bench;
  }

  it.each([1, 2, 10])('%i of them answer a step like as many mixed tanks in series', (count) => {
    const place = bench();
    const layers = stratifiedLayers(place, count, 1e6);
    layers.fill(1, 280, 290);
    const flow = 1e3;
    const step = 0.25;
    for (let time = 0; time < 1500; time += step) {
      if (time % 250 === 0)
        expect((layers.lowest() - 280) / 10).toBeCloseTo(tanksInSeries(count, (flow * time) / 1e6), 3);
      layers.flow(0, 280, flow, 290);
      for (const { value, rate } of layers.states) place.s[value]! += step * place.s[rate]!;
    }
  });

  it('that lie the wrong way mix', () => {
    const place = bench();
    const layers = stratifiedLayers(place, 2, 1e6);
    layers.fill(0.5, 300, 280);
    for (let i = 0; i < 1000; i++) {
      layers.flow(0, 280, 0, 280);
      for (const { value, rate } of layers.states) place.s[value]! += 0.1 * place.s[rate]!;
    }
    expect(layers.lowest()).toBeCloseTo(290, 3);
    expect(layers.highest()).toBeCloseTo(290, 3);
  });
});
