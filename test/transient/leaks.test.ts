/**
 * Leaks by hand: what has run out when valves have shut, when a vessel is
 * empty, what make-up covers; and what goes on in the rest of the loop.
 */

import { describe, expect, it } from 'vitest';
import { inventoryCourse, type Inventory, type Leak } from '../../src/solver/transient/leaks.ts';
import { ranWords } from './transients.ts';

const vessel: Inventory = { content: 1000, reserve: 50, makeUp: 0.1 };

function leak(values: Partial<Leak>): Leak {
  return {
    event: 'burst',
    circuit: 'loop',
    flow: 1,
    from: 100,
    ordered: Infinity,
    shut: Infinity,
    until: Infinity,
    isolate: undefined,
    ...values,
  };
}

describe('what runs out of a circuit', () => {
  it('falls straight to nothing over the stroke of the valves', () => {
    // 1 kg/s for 20 s, then a triangle of 10 s: 25 kg. Make-up gives 0.1 kg/s while something is lacking.
    const course = inventoryCourse([leak({ ordered: 120, shut: 130 })], vessel, 230);
    expect(course.lost).toBeCloseTo(25, 9);
    expect(course.madeUp).toBeCloseTo(0.1 * 130, 9);
    expect(course.lacking).toBeCloseTo(12, 9);
    expect(course.trips).toEqual([]);
  });

  it('empties the vessel after reserve / (leak − make-up)', () => {
    const course = inventoryCourse([leak({})], vessel, 300);
    expect(course.trips).toHaveLength(1);
    expect(course.trips[0]!.at).toBeCloseTo(100 + 50 / 0.9, 9);
    expect(course.lost).toBeCloseTo(200, 9);
  });

  it('empties it while the valves close, on a parabola', () => {
    // 45 kg lack at the order, x seconds later 45 + 0.9 x − x²/20: at most 49.05 kg, and 47 kg at x = 9 − √41.
    const one = [leak({ ordered: 150, shut: 160 })];
    expect(inventoryCourse(one, vessel, 400).trips).toEqual([]);
    const { trips } = inventoryCourse(one, { ...vessel, reserve: 47 }, 400);
    expect(trips[0]!.at).toBeCloseTo(150 + 9 - Math.sqrt(41), 9);
  });

  it('is covered by make-up that is larger', () => {
    const course = inventoryCourse([leak({ flow: 0.05 })], vessel, 10_000);
    expect(course.trips).toEqual([]);
    expect(course.lacking).toBe(0);
    expect(course.madeUp).toBeCloseTo(0.05 * 9900, 9);
  });

  it('adds up for two leaks, and cannot be more than there is', () => {
    const two = [leak({}), leak({ flow: 2, from: 110 })];
    const course = inventoryCourse(two, vessel, 100_000);
    // 9 kg lack at 110 s, then 2.9 kg/s.
    expect(course.trips[0]!.at).toBeCloseTo(110 + 41 / 2.9, 9);
    expect(course.lacking).toBeCloseTo(1050, 9);
    expect(course.lost).toBeCloseTo(1050 + 0.1 * 99_900, 6);
  });

  it('is filled again when it is tight, and its pumps may start', () => {
    const course = inventoryCourse([leak({ until: 200 })], vessel, 400);
    expect(course.trips[0]!.until).toBe(200);
    expect(course.filledAgain).toBeCloseTo(90, 9);
    expect(course.lost - course.madeUp - course.filledAgain - course.lacking).toBeCloseTo(0, 9);
  });
});

const system = 'systems/cold-plate-dry';
const burst = (event: string, more = '') =>
  `{ duration: 6 min, circuits: { technology: { expansion: 100 L, makeUp: 5 L/min } }, ${more} events: { burst: { at: 1 min, leak: technology, flow: 60 L/min${event} } } }`;

describe('a leak in the loop of the racks', () => {
  it('stops the pumps at low level where nothing is isolated: 100 L at 60 − 5 L/min', { timeout: 60_000 }, () => {
    const { run } = ranWords({ system, transient: burst('') });
    const low = run.log.filter(({ kind }) => kind === 'limit')[0]!;
    expect(low.what).toMatch(/technology: low level/);
    expect(low.time).toBeCloseTo(60 + (100 / 55) * 60, 3);
    expect(run.groups[0]!.shutdown).toBeGreaterThan(low.time);
  });

  it('leaves the rest of the loop at work where its CDU is isolated', { timeout: 60_000 }, () => {
    const ran = ranWords({ system, transient: burst(', isolate: cdu') });
    expect(ran.run.groups[0]!.firstThrottle).toBeNaN();
    expect(ran.run.log.map(({ time }) => time)).toEqual([60, 90, 100]);
    const flow = ran.of('technology.flow');
    expect(Math.min(...flow) / flow[0]!).toBeGreaterThan(0.97);
    // 60 L/min of some 1,010 kg/m³ for 30 s and half of 10 s.
    const { fluid, supply } = ran.plant.circuits.find(({ name }) => name === 'technology')!;
    expect(ran.run.leaks[0]!.lost).toBeCloseTo(0.001 * fluid.density(supply) * 35, 6);
    expect(ran.run.energy.closure).toBeLessThan(1e-9);
  });

  it('takes one rack of a hall from its loop, and no other', { timeout: 120_000 }, () => {
    const ran = ranWords({
      system,
      set: { 'racks.racks': '12' },
      transient: burst(', isolate: racks', 'halls: { racks: { rows: 3 } },'),
    });
    const off = ran.run.groups.filter(({ shutdown }) => !Number.isNaN(shutdown)).map(({ name }) => name);
    expect(off).toEqual(['racks-01']);
    expect(ran.of('racks-01.plateFlow').at(-1)).toBeLessThan(1e-3 * ran.of('racks-01.plateFlow')[0]!);
    expect(ran.of('racks-02.plateFlow').at(-1)! / ran.of('racks-02.plateFlow')[0]!).toBeGreaterThan(0.97);
  });
});
