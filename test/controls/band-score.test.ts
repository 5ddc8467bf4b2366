import { describe, expect, it } from 'vitest';
import { bandScore } from '../../src/controls/band-score.ts';

const damping = 0.01;
const frequency = 0.1;
/** A decaying swing; its peaks and its times in and out of a band have closed forms. */
const swing = (t: number) => 4 * Math.exp(-damping * t) * Math.sin(frequency * t);

function scored(error: (t: number) => number, until: number, step: number) {
  const score = bandScore(0.5);
  for (let k = 0; k * step <= until + 1e-9; k++) score.push(k * step, error(k * step));
  return score;
}

describe('a band about a set point', () => {
  it('sees the first two peaks of a decaying swing where calculus puts them', () => {
    // d/dt = 0 where tan ωt = ω/α; the peaks are half a period apart.
    const peak = Math.atan(frequency / damping) / frequency;
    const { farthestAbove, farthestBelow } = scored(swing, 600, 0.01);
    expect(farthestAbove).toBeCloseTo(swing(peak), 6);
    expect(farthestBelow).toBeCloseTo(-swing(peak + Math.PI / frequency), 6);
  });

  it('counts the time of a triangle beyond the band, and when it came back, exactly and at any step', () => {
    // 0 → 2 in 10 s and back in 10 s: beyond 0.5 from 2.5 s to 17.5 s.
    const triangle = (t: number) => (t < 10 ? 0.2 * t : 4 - 0.2 * t);
    for (const step of [10, 5, 1]) {
      const { timeOutside, settledAt } = scored(triangle, 20, step);
      expect(timeOutside).toBeCloseTo(15, 12);
      expect(settledAt).toBeCloseTo(17.5, 12);
    }
  });

  it('a leap from one side to the other passes through the band and is outside for the rest', () => {
    const score = bandScore(0.5);
    score.push(0, -2);
    score.push(4, 2);
    expect(score.timeOutside).toBeCloseTo(3, 12);
    expect(score.settledAt).toBeNaN();
  });

  it('is settled from its first sample where it never left, and never where it stands outside', () => {
    expect(scored(() => 0.2, 10, 1).settledAt).toBe(0);
    expect(scored(() => 0.6, 10, 1)).toMatchObject({ settledAt: NaN, timeOutside: 10 });
  });

  it('goes on after a stop as if there had been none', () => {
    const whole = scored(swing, 200, 1);
    const first = scored(swing, 57, 1);
    const second = bandScore(0.5);
    second.restore(JSON.parse(JSON.stringify(first.snapshot())));
    for (let t = 58; t <= 200; t++) second.push(t, swing(t));
    expect(second.snapshot()).toEqual(whole.snapshot());
  });

  it('refuses a band that is none', () => {
    expect(() => bandScore(0)).toThrow(/band/);
  });
});
