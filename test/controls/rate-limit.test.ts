import { describe, expect, it } from 'vitest';
import { strokeRate } from '../../src/controls/rate-limit.ts';
import { OutOfRangeError } from '../../src/errors.ts';
import { integrated, type Rates } from './fixed-step.ts';

const strokeTime = 120;
const rate = strokeRate(strokeTime);

/** The worst distance from an ideal limiter that starts with it, over the full stroke. */
function worstError(command: (t: number) => number, ideal: (t: number) => number, end: number): number {
  const rates: Rates = (t, [y]) => [rate(y!, command(t))];
  let worst = 0;
  integrated(rates, [0], [0, end], 200_000, (t, [y]) => {
    worst = Math.max(worst, Math.abs(y! - ideal(t)));
  });
  return worst;
}

describe('an actuator with a stroke time', () => {
  it('runs at one stroke per stroke time towards a far command, both ways', () => {
    expect(rate(0, 1)).toBe(1 / strokeTime);
    expect(rate(1, 0)).toBe(-1 / strokeTime);
    expect(rate(0.4, 0.4)).toBe(0);
  });

  it('after a step, lags the ideal limiter by 0.1 %/e of the stroke at most', () => {
    const error = worstError(
      () => 1,
      (t) => Math.min(1, t / strokeTime),
      150,
    );
    expect(error).toBeCloseTo(1e-3 / Math.E, 6);
  });

  it('behind a ramp at half of its speed, lags by 0.05 %; at its own speed by 0.1 % at most', () => {
    for (const [speed, lag] of [
      [0.5, 0.5e-3],
      [1, 1e-3],
    ] as const) {
      const ramp = (t: number) => (speed * t) / strokeTime;
      expect(worstError(ramp, ramp, 100)).toBeLessThanOrEqual(lag + 1e-9);
    }
    const half = (t: number) => (0.5 * t) / strokeTime;
    expect(worstError(half, half, 100)).toBeCloseTo(0.5e-3, 8);
  });

  it('behind a command that runs away and comes back, stays within 0.1 % of the ideal limiter', () => {
    const command = (t: number) => (t < 60 ? 1 : 0.2);
    const ideal = (t: number) => (t < 60 ? t / strokeTime : Math.max(0.2, 0.5 - (t - 60) / strokeTime));
    expect(worstError(command, ideal, 150)).toBeLessThanOrEqual(1e-3);
  });

  it('refuses a stroke that takes no time', () => {
    for (const time of [0, -1, NaN]) expect(() => strokeRate(time)).toThrow(OutOfRangeError);
  });
});
