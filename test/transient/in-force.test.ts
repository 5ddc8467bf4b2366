/** Events that hold one thing together, and generators between losses of their own and of the utility. */

import psychrolibUntyped from 'psychrolib';
import { expect, it } from 'vitest';
import type { TransientEventValues } from '../../src/scenario/transient.ts';
import { generatorsWanted, inForce } from '../../src/solver/transient/in-force.ts';
import { ranWords } from './transients.ts';

const psychrolib = psychrolibUntyped as {
  SI: number;
  SetUnitSystem(system: number): void;
  GetSatHumRatio(temperature: number, pressure: number): number;
};

const system = 'systems/cold-plate-dry';

function lost(lose: 'utility' | 'generator', at: number, long?: number): TransientEventValues {
  return { at, lose, over: 0, ...(long === undefined ? {} : { for: long }) };
}

const spans = (...events: TransientEventValues[]) => generatorsWanted(events).map(({ from, to }) => [from, to]);

it('generators are wanted while the utility is lost and nothing keeps them from running', () => {
  expect(spans(lost('utility', 60, 300))).toEqual([[60, 360]]);
  expect(spans(lost('utility', 60))).toEqual([[60, Infinity]]);
  expect(spans(lost('generator', 60))).toEqual([]);
  expect(spans(lost('generator', 0), lost('utility', 60, 300))).toEqual([]);
  // Able again amid the outage; lost amid it; two outages that overlap, and two that do not.
  expect(spans(lost('generator', 0, 100), lost('utility', 60, 300))).toEqual([[100, 360]]);
  expect(spans(lost('utility', 60, 300), lost('generator', 90, 30))).toEqual([
    [60, 90],
    [120, 360],
  ]);
  expect(spans(lost('utility', 60, 100), lost('utility', 100, 200))).toEqual([[60, 300]]);
  expect(spans(lost('utility', 60, 10), lost('utility', 72, 200))).toEqual([
    [60, 70],
    [72, 272],
  ]);
});

it('an event is in force from its beginning and no more at its end', () => {
  const event = lost('utility', 60, 10);
  expect([59, 60, 69, 70].map((time) => inForce([event], time).length)).toEqual([0, 1, 1, 0]);
});

/** [time, words] of what was logged of the boards. */
function happenings(events: string, duration: string) {
  const { run } = ranWords({ system, transient: `{ duration: ${duration}, events: { ${events} } }` });
  return run.log.flatMap(({ time, what }) => (/generators|utility/.test(what) ? [[time, what]] : []));
}

it('generators start 15 s after they could and were wanted, not before, and stop when they fail', () => {
  const cut = 'cut: { at: 10 s, for: 2 min, lose: utility }';
  expect(happenings(`${cut}, ill: { at: 0 s, for: 40 s, lose: generator }`, '1 min')).toEqual([
    [0, 'ill: generators do not start'],
    [10, 'cut: utility lost'],
    [40, 'ill: generators could start again'],
    [55, 'ill: generators carry the boards'],
  ]);
  expect(happenings(`${cut}, ill: { at: 40 s, for: 10 s, lose: generator }`, '70 s')).toEqual([
    [10, 'cut: utility lost'],
    [25, 'cut: generators carry the boards'],
    [40, 'ill: generators stop'],
    [50, 'ill: generators could start again'],
    [65, 'ill: generators carry the boards'],
  ]);
  // The first cut's start, due at 25 s, is over with it.
  expect(happenings('cut: { at: 10 s, for: 10 s, lose: utility }, again: { at: 22 s, lose: utility }', '40 s')).toEqual(
    [
      [10, 'cut: utility lost'],
      [20, 'cut: utility back'],
      [22, 'again: utility lost'],
      [37, 'again: generators carry the boards'],
    ],
  );
});

it('a generator that fails under load takes from the batteries: P t of what hangs on the UPS', () => {
  const { of, run } = ranWords({
    system,
    transient:
      '{ duration: 90 s, ups: 1 min, events: { cut: { at: 10 s, lose: utility }, ill: { at: 40 s, lose: generator } } }',
  });
  // 15 s until the generators carry, and the rest of a minute from 40 s on, at a load that pumps and fans hardly change.
  const empty = run.log.find(({ what }) => what.startsWith('batteries are empty'))!.time;
  const drawn = of('power.upsInput').reduce(
    (sum, power, i) => ((i >= 10 && i < 25) || i >= 40 ? sum + power * Math.min(1, Math.max(0, empty - i)) : sum),
    0,
  );
  expect(empty).toBeGreaterThan(40 + 45 - 1);
  expect(drawn / (60 * of('power.upsInput')[0]!)).toBeCloseTo(1, 2);
});

it('of two that degrade one machine the worse counts, and the one that stays is not undone by the end of the other', () => {
  const run = (events: string) =>
    ranWords({ system, transient: `{ duration: 6 min, tolerance: 1e-7, events: { ${events} } }` });
  const together = run(
    'a: { at: 1 min, for: 2 min, degrade: cdu, to: 50 % }, b: { at: 2 min, for: 3 min, degrade: cdu, to: 30 % }',
  );
  const apart = run(
    'a: { at: 1 min, for: 1 min, degrade: cdu, to: 50 % }, b: { at: 2 min, for: 3 min, degrade: cdu, to: 30 % }',
  );
  const [mine, its] = [together, apart].map(({ of }) => of('cdu.duty'));
  mine!.forEach((duty, i) => expect(duty / its![i]!).toBeCloseTo(1, 5));
  expect(together.run.log.map(({ what }) => what).filter((what) => what.includes('cdu'))).toEqual([
    'a: cdu is down to 50 %',
    'b: cdu is down to 30 %',
    'a: cdu is down to 30 %',
    'b: cdu is whole again',
  ]);
});

it('sensors err by the sum of what is wrong with them, and an actuator is free when nothing holds it any more', () => {
  const log = ranWords({
    system,
    transient: `{ duration: 10 s, events: {
      a: { at: 1 s, for: 3 s, sensor: cdu, bias: 2 K }, b: { at: 2 s, for: 4 s, sensor: cdu, bias: -5 K },
      c: { at: 1 s, for: 3 s, stick: cdu }, d: { at: 2 s, for: 4 s, stick: cdu } } }`,
  }).run.log.map(({ what }) => what);
  expect(log).toEqual([
    'a: the sensor of cdu shows 2.0 K too much',
    'c: cdu sticks',
    'b: the sensor of cdu shows -3.0 K too much',
    'd: cdu sticks',
    'a: the sensor of cdu shows -5.0 K too much',
    'c: cdu sticks still',
    'b: the sensor of cdu is right again',
    'd: cdu moves again',
  ]);
});

it('an actuator that sticks at a place goes there at its stroke and stays', () => {
  const { of } = ranWords({
    system,
    transient:
      '{ duration: 3 min, machines: { cdu: { stroke: 60 s } }, events: { it: { at: 1 min, stick: cdu, to: 20 % } } }',
  });
  const opening = of('cdu.opening');
  const start = opening[58]!;
  // Mean of the tenth second after: 9.5/60 of a stroke less.
  expect(opening[69]).toBeCloseTo(start - 9.5 / 60, 3);
  const arrival = 60 + Math.ceil((start - 0.2) * 60);
  expect(opening[arrival - 5]).toBeGreaterThan(0.25);
  for (const at of [arrival + 5, 179]) expect(opening[at]).toBeCloseTo(0.2, 2);
});

it('air that an event cools below its dew point is saturated, as psychrolib has it at 0 °C', () => {
  const { of, plant } = ranWords({
    system,
    transient: '{ duration: 2 min, events: { front: { at: 10 s, warm: -34.1 K, over: 10 s } } }',
  });
  expect(of('weather.dryBulb').at(-1)).toBeCloseTo(273.15, 6);
  expect(of('weather.wetBulb').at(-1)).toBeCloseTo(273.15, 6);
  psychrolib.SetUnitSystem(psychrolib.SI);
  const wanted = psychrolib.GetSatHumRatio(0, plant.designWeather.pressure);
  expect(of('weather.humidityRatio').at(-1)! / wanted).toBeCloseTo(1, 3);
});
