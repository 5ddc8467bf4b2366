/** How long until chips throttle or switch off: by hand, whatever the tolerance, and in the order that physics asks for. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ranWords } from './transients.ts';

interface Failure {
  readonly system: string;
  readonly trip: string;
  /** Further words of the circuits, of the event, of the whole. */
  readonly circuits?: string;
  readonly event?: string;
  readonly more?: string;
}

const failed = ({ system, trip, circuits = '', event = '', more = '' }: Failure, events = '') =>
  ranWords({
    system,
    transient: `{ duration: 20 min, step: 10 s, hour: 4000, weather: held${more}, circuits: { ${circuits} }, events: { it: { at: 10 s, trip: ${trip}${event} }${events} } }`,
  }).run.groups[0]!;

/** Seconds from the failure to the first throttle or shutdown; never is late. */
const throttle = (failure: Failure, events?: string): number => {
  const { firstThrottle, shutdown } = failed(failure, events);
  return Math.min(...[firstThrottle, shutdown].map((time) => (Number.isNaN(time) ? Infinity : time - 10)));
};

const plates: Failure = { system: 'systems/cold-plate-tower', trip: 'technology' };
const bath: Failure = { system: 'systems/immersion-tower', trip: 'facility' };
const air: Failure = { system: 'systems/air-tower', trip: 'hall' };

it('chips that nothing cools warm by their power over their heat capacity', () => {
  const ran = ranWords({
    system: plates.system,
    transient:
      '{ duration: 16 s, step: 100 ms, hour: 4000, weather: held, tolerance: 1e-7, circuits: { technology: { coastDown: 100 ms } }, events: { it: { at: 1 s, trip: technology } } }',
  });
  const [power, junction, drive] = [
    ran.of('racks.chipPower'),
    ran.of('racks.caseTemperature'),
    ran.of('technology.drive'),
  ];
  // From when no coolant to speak of moves until the chip throttles.
  const from = drive.findIndex((value) => value < 1e-4);
  const to = ran.rows.time.findIndex((time) => time > ran.run.groups[0]!.firstThrottle) - 2;
  expect(to - from).toBeGreaterThan(20);
  let energy = 0;
  for (let r = from; r < to; r++) energy += 0.05 * (power[r]! + power[r + 1]!);
  // A trickle of some 1e-5 of the flow is left, and takes less than a thousandth.
  expect((junction[to]! - junction[from]!) / (energy / 400)).toBeGreaterThan(0.999);
  expect((junction[to]! - junction[from]!) / (energy / 400)).toBeLessThan(1.0001);
});

describe.each([
  ['plates', plates],
  ['bath', bath],
  ['air', air],
])('%s', (_, failure) => {
  it('throttle and switch off at times that the tolerance does not move', () => {
    const times = [1e-4, 1e-5, 5e-6, 1e-6, 1e-8].map((tolerance) => {
      const { firstThrottle, shutdown } = failed({ ...failure, more: `, tolerance: ${tolerance}` });
      expect(Math.min(firstThrottle || Infinity, shutdown || Infinity)).toBeLessThan(1200);
      return [firstThrottle, shutdown].map((time) => (Number.isNaN(time) ? 0 : time - 10));
    });
    const finest = times.at(-1)!;
    times.forEach((pair, i) =>
      pair.forEach((time, k) => {
        const allowed = Math.max(0.1, 1e-3 * finest[k]!) * (i === 0 ? 5 : 1);
        expect(Math.abs(time - finest[k]!)).toBeLessThan(allowed);
      }),
    );
  });
});

describe('throttling comes later', () => {
  const size = fc.integer({ min: 5, max: 200 });

  it('the more a bath holds', () => {
    fc.assert(
      fc.property(size, size, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((volume) =>
          throttle({ ...bath, circuits: `bath: { supplyVolume: ${volume} m^3, returnVolume: ${volume} m^3 }` }),
        );
        expect(less).toBeLessThan(Infinity);
        expect(more!).toBeGreaterThanOrEqual(less! - 1e-3);
      }),
      { seed: 3, numRuns: 6 },
    );
  });

  it('the fewer pumps stop, the later they stop, and not at all if the spare does', () => {
    const times = [5, 4, 3, 2, 1].map((count) => throttle({ ...plates, event: `, count: ${count}` }));
    for (let i = 1; i < times.length; i++) expect(times[i]!).toBeGreaterThanOrEqual(times[i - 1]!);
    expect(times[0]).toBeLessThan(30);
    expect(times.at(-1)).toBe(Infinity);
  });

  it('the longer pumps run down', () => {
    const times = ['1 s', '3 s', '10 s', '30 s'].map((coastDown) =>
      throttle({ ...plates, circuits: `technology: { coastDown: ${coastDown} }` }),
    );
    for (let i = 1; i < times.length; i++) expect(times[i]!).toBeGreaterThan(times[i - 1]!);
  });

  it('not in warmer weather', () => {
    // Chillers stop: what the economizer still takes is less, the warmer it is.
    const times = [-10, 0, 5, 10].map((warm) =>
      throttle({ system: 'systems/air-dry', trip: 'chiller' }, `, weather: { at: 0 s, warm: ${warm} K }`),
    );
    expect(times.at(-1)).toBeLessThan(Infinity);
    expect(times.at(-1)! + 1).toBeLessThan(times[0]!);
    for (let i = 1; i < times.length; i++) expect(times[i]!).toBeLessThanOrEqual(times[i - 1]! + 0.1);
  });
});
