import { describe, expect, it } from 'vitest';
import { leastPassing } from '../../src/numerics/least-passing.ts';

const range = { from: 1, to: 1000, points: 7, tolerance: 0.01 };

describe('the least x that passes', () => {
  it.each([1.0001, 7.3, 31.7, 316, 999.9])('finds a single boundary at %f to the tolerance, from above', (boundary) => {
    const { least, lastFailing, monotone } = leastPassing({ ...range, passes: (x) => x >= boundary });
    expect(least).toBeGreaterThanOrEqual(boundary);
    expect(least / boundary).toBeLessThanOrEqual(1.01);
    expect(lastFailing).toBeLessThan(boundary);
    expect(monotone).toBe(true);
  });

  it('is the smallest of the range where all pass, and NaN where the largest fails', () => {
    const all = leastPassing({ ...range, passes: () => true });
    expect([all.least, all.lastFailing, all.monotone]).toEqual([1, NaN, true]);
    const none = leastPassing({ ...range, passes: (x) => x < 500 });
    expect([none.least, none.lastFailing, none.monotone]).toEqual([NaN, 1000, false]);
  });

  it('sees an island that passes, says so and answers with the boundary above the last failure', () => {
    const { least, monotone, tried } = leastPassing({ ...range, passes: (x) => (x > 5 && x < 20) || x > 200 });
    expect(monotone).toBe(false);
    expect(least / 200).toBeGreaterThan(1);
    expect(least / 200).toBeLessThan(1.01);
    expect(tried.map(({ x }) => x)).toEqual(tried.map(({ x }) => x).toSorted((a, b) => a - b));
  });

  it('asks the points of the range and about a bisection beyond, no more', () => {
    let asked = 0;
    leastPassing({ ...range, passes: (x) => ((asked += 1), x > 50) });
    // A gap of 1000^(1/6) to 1 %: log2(ln 3.162 / ln 1.01) = 6.9 halvings.
    expect(asked).toBe(7 + 7);
  });

  it.each([{ from: 0 }, { from: NaN }, { to: 0.5 }, { points: 1 }, { tolerance: 0 }])('refuses %j', (wrong) => {
    expect(() => leastPassing({ ...range, ...wrong, passes: () => true })).toThrow(/outside/);
  });
});
