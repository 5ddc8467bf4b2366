/**
 * A load trace that all racks follow from second to second.
 */

import { expect, it } from 'vitest';
import { SeriesError } from '../../src/errors.ts';
import { readTraceRows } from '../../src/scenario/load/trace.ts';
import { loaded, ranTransient, transientScenario } from './transients.ts';

const prepared = transientScenario({
  system: 'systems/cold-plate-tower',
  transient: '{ duration: 60 s, hour: 1, weather: held }',
});

function follow(rows: readonly (readonly [number, number])[]) {
  const times = Float64Array.from(rows, ([time]) => time);
  const levels = Float64Array.from(rows, ([, level]) => level);
  return ranTransient({ ...prepared, forcing: { ...prepared.forcing, trace: { times, levels } } });
}

it('a flat trace is the constant load', () => {
  const flat = follow([
    [0, 0.7],
    [30, 0.7],
    [60, 0.7],
  ]);
  const constant = ranTransient({ ...prepared, forcing: loaded(prepared.forcing, 0.7) });
  flat
    .of('racks.inputPower')
    .forEach((power, i) => expect(power / constant.of('racks.inputPower')[i]!).toBeCloseTo(1, 7));
});

it('chips that are never warm lose no work while their load swings, in rows as fine as they may be', () => {
  const { run } = ranTransient(
    transientScenario({
      system: 'systems/cold-plate-tower',
      transient:
        '{ duration: 2 min, step: 0.1 s, hour: 1, weather: held, events: { s: { at: 0 s, swing: all, to: 30 %, frequency: 0.03 Hz } } }',
    }),
  );
  const [racks] = run.groups;
  expect(racks!.margin).toBeGreaterThan(5);
  expect(racks!.askedChipTime).toBeGreaterThan(0);
  expect(racks!.lostChipTime / racks!.askedChipTime).toBeLessThan(1e-12);
  expect(racks!.recovery).toBeNaN();
});

it('between two rows the load goes straight, and beyond the last it stays', () => {
  const { of } = follow([
    [0, 0.4],
    [20, 0.8],
    [21, 0.6],
  ]);
  const load = of('load.loads/training');
  // Means of the second that ends there.
  expect(load[9]).toBeCloseTo(0.4 + 0.02 * 9.5, 6);
  expect(load[19]).toBeCloseTo(0.4 + 0.02 * 19.5, 6);
  expect(load[20]).toBeCloseTo(0.7, 6);
  expect(load[40]).toBeCloseTo(0.6, 6);
});

it('rows are read as they stand, from the first one on, and every fault is told at its place', () => {
  const { times, levels } = readTraceRows('time [s],utilisation [%]\n100,50\n101,60\n104,40\n', 'rack.csv', 0);
  expect([...times]).toEqual([0, 1, 4]);
  expect([...levels]).toEqual([0.5, 0.6, 0.4]);
  try {
    readTraceRows('time [s],utilisation [%]\n0,50\n1,fast\n0,60\n', 'rack.csv', 0);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(SeriesError);
    expect((error as SeriesError).faults.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'rack.csv:3',
      'rack.csv:4',
    ]);
  }
});
