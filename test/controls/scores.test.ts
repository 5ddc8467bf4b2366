import { describe, expect, it } from 'vitest';
import { resetSetpoint } from '../../src/controls/reset.ts';
import { errorScore, type Score, startsScore, travelScore } from '../../src/controls/scores.ts';
import { stepScore } from '../../src/controls/step-score.ts';
import { OutOfRangeError } from '../../src/errors.ts';

/** e^(−ζωt) oscillation of a second-order system without a zero: overshoot e^(−πζ/√(1−ζ²)). */
const damping = 0.4;
const frequency = 0.05;
const damped = frequency * Math.sqrt(1 - damping * damping);
function secondOrder(t: number): number {
  const phase = damped * t;
  const sine = damping / Math.sqrt(1 - damping * damping);
  return 1 - Math.exp(-damping * frequency * t) * (Math.cos(phase) + sine * Math.sin(phase));
}

function fed<Kind extends Score<unknown>>(score: Kind, signal: (t: number) => number, end: number, step: number): Kind {
  for (let i = 0; i <= Math.round(end / step); i++) score.push(i * step, signal(i * step));
  return score;
}

describe('the score of a step', () => {
  it('has the overshoot of a second-order system, as a size and over the step, up and down', () => {
    const overshoot = Math.exp((-Math.PI * damping) / Math.sqrt(1 - damping * damping));
    const up = fed(stepScore({ time: 0, from: 10, to: 14, band: 0.1 }), (t) => 10 + 4 * secondOrder(t), 400, 0.05);
    expect(up.overshoot).toBeCloseTo(4 * overshoot, 5);
    expect(up.overshootFraction).toBeCloseTo(overshoot, 5);
    const down = fed(stepScore({ time: 0, from: 14, to: 10, band: 0.1 }), (t) => 14 - 4 * secondOrder(t), 400, 0.05);
    expect(down.overshootFraction).toBeCloseTo(overshoot, 5);
    const never = fed(stepScore({ time: 0, from: 0, to: 1, band: 0.1 }), (t) => 1 - Math.exp(-t / 50), 1000, 1);
    expect(never.overshoot).toBe(0);
  });

  it('of a lag of 50 s settles to 2 % after 50 ln 50 seconds, with an error integral of 50', () => {
    const score = fed(
      stepScore({ time: 100, from: 0, to: 1, band: 0.02 }),
      (t) => 1 - Math.exp((100 - t) / 50),
      1100,
      0.1,
    );
    expect(score.settlingTime).toBeCloseTo(50 * Math.log(50), 3);
    expect(score.absoluteErrorIntegral).toBeCloseTo(50, 3);
  });

  it('has not settled while it is outside, nor if it leaves the band again', () => {
    const score = stepScore({ time: 0, from: 0, to: 1, band: 0.1 });
    score.push(0, 0);
    expect(score.settlingTime).toBe(Infinity);
    score.push(10, 1);
    expect(score.settlingTime).toBeCloseTo(9, 12); // in at 0.9
    score.push(20, 1.2);
    expect(score.settlingTime).toBe(Infinity);
    score.push(30, 1);
    expect(score.settlingTime).toBeCloseTo(25, 12); // in at 1.1
  });

  it('counts both triangles of an error that changes its sign, and nothing before the step', () => {
    const score = stepScore({ time: 5, from: 0, to: 1, band: 0.1 });
    for (const [t, value] of [
      [0, 7],
      [5, 0],
      [9, 2],
    ] as const) {
      score.push(t, value);
    }
    expect(score.absoluteErrorIntegral).toBeCloseTo(2, 12);
    expect(score.overshoot).toBe(1);
  });

  it('refuses a band or a step of no size', () => {
    expect(() => stepScore({ time: 0, from: 0, to: 1, band: 0 })).toThrow(OutOfRangeError);
    expect(() => stepScore({ time: 0, from: 1, to: 1, band: 1 })).toThrow(OutOfRangeError);
  });
});

describe('travel, starts and error', () => {
  it('a sine of amplitude A travels 4 A a period', () => {
    const score = fed(travelScore(), (t) => 0.3 * Math.sin(t), 20 * Math.PI, Math.PI / 1000);
    expect(score.travel).toBeCloseTo(10 * 4 * 0.3, 6);
  });

  it('a pump that starts every quarter of an hour starts four times an hour; two at once are two', () => {
    const score = fed(startsScore(), (t) => (t % 900 < 450 ? 0 : 1), 7200, 10);
    expect(score.starts).toBe(8);
    expect(score.startsPerHour).toBe(4);
    const two = startsScore();
    two.push(0, 1);
    expect(two.startsPerHour).toBeNaN();
    two.push(3600, 3);
    expect(two.startsPerHour).toBe(2);
  });

  it('the error integral of a sine of amplitude A is 2 A a half period', () => {
    const score = fed(errorScore(), (t) => 3 * Math.sin(t), 2 * Math.PI, Math.PI / 5000);
    expect(score.absoluteErrorIntegral).toBeCloseTo(12, 5);
    expect(score.largest).toBeCloseTo(3, 6);
  });

  it('go on from a snapshot through JSON as if nothing had been', () => {
    const step = { time: 3, from: 0, to: 1, band: 0.2 };
    for (const fresh of [() => stepScore(step), travelScore, startsScore, errorScore] as (() => Score<unknown>)[]) {
      const whole = fed(fresh(), secondOrder, 200, 1);
      const first = fed(fresh(), secondOrder, 80, 1);
      const second = fresh();
      second.restore(JSON.parse(JSON.stringify(first.snapshot())));
      for (let t = 81; t <= 200; t++) second.push(t, secondOrder(t));
      expect(second.snapshot()).toEqual(whole.snapshot());
    }
  });
});

describe('a set point on a line', () => {
  it('is level beyond its points and straight between, rising or falling', () => {
    const rising = { from: 283.15, to: 293.15, setpointAtFrom: 291.15, setpointAtTo: 299.15 };
    expect([273, 283.15, 288.15, 293.15, 303].map((input) => resetSetpoint(rising, input))).toEqual([
      291.15, 291.15, 295.15, 299.15, 299.15,
    ]);
    expect(resetSetpoint({ from: 0, to: 1, setpointAtFrom: 300, setpointAtTo: 290 }, 0.25)).toBe(297.5);
  });
});
