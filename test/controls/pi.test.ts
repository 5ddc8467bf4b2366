import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PiSettings, piController } from '../../src/controls/pi.ts';
import { type PidSettings, pidController } from '../../src/controls/pid.ts';
import { stepScore } from '../../src/controls/step-score.ts';
import { OutOfRangeError } from '../../src/errors.ts';
import { integrated, type Rates } from './fixed-step.ts';

const settings: PiSettings = {
  gain: 1,
  integralTime: 120,
  scale: 10,
  action: 'reverse',
  minimum: 0,
  maximum: 1,
};

describe('a PI controller', () => {
  it('is gain times scaled error plus integral, turned round for cooling', () => {
    const heating = piController(settings);
    const cooling = piController({ ...settings, action: 'direct' });
    expect(heating.output(300, 297, 0.2)).toBeCloseTo(0.5, 14);
    expect(cooling.output(300, 303, 0.2)).toBeCloseTo(0.5, 14);
    expect(heating.rate(300, 297, 0.2)).toBeCloseTo(0.3 / 120, 14);
    expect(cooling.rate(300, 303, 0.2)).toBeCloseTo(0.3 / 120, 14);
  });

  it('stops at its limits, and its integral turns back by what they cut off', () => {
    const { output, unlimitedOutput, rate } = piController(settings);
    expect(output(300, 280, 0.4)).toBe(1);
    expect(output(300, 320, 0.4)).toBe(0);
    expect(unlimitedOutput(300, 280, 0.4)).toBeCloseTo(2.4, 14);
    // e = 2, u − y = 1.4: dI/dt = (2 − 1.4/0.9)/120.
    expect(rate(300, 280, 0.4)).toBeCloseTo((2 - 1.4 / 0.9) / 120, 14);
    // u − y = k N_i e is where it stands still.
    expect(rate(300, 280, 1 + 0.9 * 2 - 2)).toBeCloseTo(0, 14);
  });

  it('goes on without a bump from any output within its limits', () => {
    const { output, integralFor } = piController(settings);
    const anyOutput = fc.double({ min: 0, max: 1, noNaN: true });
    const anyMeasured = fc.double({ min: 250, max: 350, noNaN: true });
    fc.assert(
      fc.property(anyOutput, anyMeasured, (wanted, measured) => {
        expect(output(300, measured, integralFor(wanted, 300, measured))).toBeCloseTo(wanted, 12);
      }),
    );
    expect(() => integralFor(1.2, 300, 300)).toThrow(OutOfRangeError);
    expect(() => integralFor(NaN, 300, 300)).toThrow(OutOfRangeError);
  });

  it('refuses settings that control nothing', () => {
    for (const broken of [
      { gain: 0 },
      { gain: NaN },
      { integralTime: 0 },
      { scale: -1 },
      { antiWindup: 0 },
      { maximum: 0 },
      { minimum: 2 },
    ]) {
      expect(() => piController({ ...settings, ...broken }), JSON.stringify(broken)).toThrow(OutOfRangeError);
    }
  });
});

describe('a PID controller', () => {
  it('answers a step of the error with a derivative that dies away as its filter does', () => {
    const { output, integralRate, filteredRate, filteredAtRest, integralFor } = pidController({
      ...settings,
      scale: 1,
      integralTime: 1,
      derivativeTime: 1,
      minimum: -1e9,
      maximum: 1e9,
    });
    const initial = [integralFor(0.5, 1, 0.5), filteredAtRest(1, 0.5)];
    expect(output(1, 0.5, initial[0]!, initial[1]!)).toBe(0.5);
    // The set point falls from 1 to 0: e from 0.5 to −0.5, D = −10 e^(−10 t), I = −0.5 t.
    integrated(
      (_, [I, x]) => [integralRate(0, 0.5, I!, x!), filteredRate(0, 0.5, x!)],
      initial,
      [0, 1],
      1000,
      (t, y) => {
        expect(output(0, 0.5, y[0]!, y[1]!)).toBeCloseTo(-0.5 - 0.5 * t - 10 * Math.exp(-10 * t), 8);
      },
    );
  });

  it('refuses what a PI refuses, and a derivative over no time', () => {
    for (const broken of [{ gain: 0 }, { maximum: 0 }, { derivativeTime: 0 }, { derivativeFilter: NaN }]) {
      expect(() => pidController({ ...settings, derivativeTime: 10, ...broken })).toThrow(OutOfRangeError);
    }
  });
});

/**
 * τ dT/dt = g u − T under PI: T/T_set = (2 ζ ω z s + ω²)/(s² + 2 ζ ω s + ω²) with loop gain K = k g/r,
 * ω² = K/(τ T_i), 2 ζ ω = (1 + K)/τ and a zero at −1/T_i.
 */
const plant = { lag: 200, gain: 8 };
const loopGain = (settings.gain * plant.gain) / settings.scale;
const naturalFrequency = Math.sqrt(loopGain / (plant.lag * settings.integralTime));
const damping = (1 + loopGain) / (2 * plant.lag * naturalFrequency);
const dampedFrequency = naturalFrequency * Math.sqrt(1 - damping * damping);
const decay = damping * naturalFrequency;

/** 1 − e^(−at) (cos ω_d t + (a − K/τ)/ω_d sin ω_d t), the unit step response by partial fractions. */
function stepResponse(t: number): number {
  const sine = (decay - loopGain / plant.lag) / dampedFrequency;
  return 1 - Math.exp(-decay * t) * (Math.cos(dampedFrequency * t) + sine * Math.sin(dampedFrequency * t));
}

describe('a first-order plant under PI, far from limits', () => {
  const { output, rate } = piController({ ...settings, minimum: -1e9, maximum: 1e9 });
  const closedLoop = (_: number, [T, I]: readonly number[]) => [
    (plant.gain * output(1, T!, I!) - T!) / plant.lag,
    rate(1, T!, I!),
  ];

  it('is underdamped, so that the closed form below is the right one', () => {
    expect(damping).toBeLessThan(1);
  });

  it('follows the second-order step response', () => {
    integrated(closedLoop, [0, 0], [0, 3000], 3000, (t, [T]) => {
      expect(Math.abs(T! - stepResponse(t))).toBeLessThan(1e-9);
    });
  });

  it('overshoots by the formula, and at its time', () => {
    const score = stepScore({ time: 0, from: 0, to: 1, band: 0.02 });
    integrated(closedLoop, [0, 0], [0, 5000], 20_000, (t, [T]) => score.push(t, T!));
    // With B = (a − K/τ)/ω_d its slope is e^(−at) ((a − B ω_d) cos ω_d t + (a B + ω_d) sin ω_d t), nought first at:
    const B = (decay - loopGain / plant.lag) / dampedFrequency;
    const peak = (Math.PI - Math.atan2(decay - B * dampedFrequency, decay * B + dampedFrequency)) / dampedFrequency;
    expect(score.overshoot).toBeCloseTo(stepResponse(peak) - 1, 6);
    expect(score.overshootFraction).toBe(score.overshoot);
    // It has settled after the last time that the closed form is 2 % off.
    let last = 0;
    for (let t = 0; t < 5000; t += 0.01) if (Math.abs(stepResponse(t) - 1) > 0.02) last = t;
    expect(Math.abs(score.settlingTime - last)).toBeLessThan(0.05);
    expect(score.settlingTime).toBeLessThan(4.5 / decay); // e^(−4.5) of the first swing
  });
});

describe('a saturated loop', () => {
  it('does not wind up: the output leaves its limit before the error turns', () => {
    const { output, unlimitedOutput, rate } = piController(settings);
    // A set point that 8 K cannot reach, for an hour, then one within reach: the output leaves its limit at once.
    const rates =
      (setpoint: number): Rates =>
      (_, [T, I]) => [(plant.gain * output(setpoint, T!, I!) - T!) / plant.lag, rate(setpoint, T!, I!)];
    const [T, I] = integrated(rates(12), [0, 0.5], [0, 3600], 7200);
    expect(T!).toBeCloseTo(8, 4);
    // By u − y = k N_i e, though it would have been e · 3600/T_i = 12 without.
    expect(unlimitedOutput(12, T!, I!) - 1).toBeCloseTo(0.9 * 0.4, 3);
    expect(output(4, T!, I!)).toBeLessThan(1);
    const score = stepScore({ time: 3600, from: 8, to: 4, band: 0.1 });
    integrated(rates(4), [T!, I!], [3600, 7200], 7200, (t, [value]) => score.push(t, value!));
    expect(score.settlingTime).toBeLessThan(1500);
  });

  it('keeps its integral inside the limits while the error keeps its sign, however that moves', () => {
    const { rate, unlimitedOutput } = piController(settings);
    const waves = fc.array(fc.double({ min: 0.01, max: 3, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(waves, (errors) => {
        let integral: readonly number[] = [0];
        for (const error of errors) {
          const measured = 300 - 10 * error;
          integral = integrated((_, [I]) => [rate(300, measured, I!)], integral, [0, 100], 400);
          // With no error left the output is the integral: it is below the limit.
          expect(unlimitedOutput(300, 300, integral[0]!)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { numRuns: 40 },
    );
  });
});

const reference = process.env['COLDLOOP_REFERENCE'];
if (!reference) console.warn('skipped: controllers of the Buildings library, COLDLOOP_REFERENCE is not set');

describe.skipIf(!reference)('the controllers of the Buildings library, Controls.OBC.CDL.Reals.Validation.PID', () => {
  const file = reference ? JSON.parse(readFileSync(join(reference, 'lbnl/pid_cdl.json'), 'utf8')) : undefined;
  const shared: PidSettings = {
    gain: 1,
    integralTime: 1,
    derivativeTime: 1,
    scale: 1,
    action: 'reverse',
    minimum: -1,
    maximum: 1,
  };
  /** Half of the last digit of single precision below 1. */
  const singlePrecision = 3.1e-8;
  /** Theirs integrates the filter to about 1e-5: −10 e^(−0.15) − 0.445 at 0.14 s is −9.0520798 and not −9.0520306. */
  const theirIntegrator = 6e-5;
  const setpoint = (phase: number) => (phase < 0.125 ? 1 : 0);

  /** The output at all 101 times; at a step of the set point its value just before. */
  function trajectory(
    rates: (setpoint: number, states: readonly number[]) => readonly number[],
    output: (setpoint: number, states: readonly number[]) => number,
    initial: readonly number[],
  ): number[] {
    const out: number[] = [];
    const halfPeriods = [...Array(8).keys()];
    let states = initial;
    for (const half of halfPeriods) {
      const s = setpoint((half % 2) * 0.125);
      states = integrated(
        (_, y) => rates(s, y),
        states,
        [half / 8, (half + 1) / 8],
        500,
        (t, y) => {
          const hundredths = t * 100;
          const first = half === 0 && t === 0;
          if (Math.abs(hundredths - Math.round(hundredths)) < 1e-9 && (first || t > half / 8 + 1e-9)) {
            out.push(output(s, y));
          }
        },
      );
    }
    return out;
  }

  function compare(name: string, ours: readonly number[], tolerance: number): void {
    const published: number[] = file.variables[name].values;
    expect(ours.length).toBe(published.length);
    published.forEach((value, i) => {
      expect(Math.abs(ours[i]! - value), `${name} at ${file.time_s[i]} s: ${ours[i]} for ${value}`).toBeLessThan(
        tolerance,
      );
    });
  }

  it('PI', () => {
    const { output, rate } = piController(shared);
    compare(
      'limPI.y',
      trajectory(
        (s, [I]) => [rate(s, 0.5, I!)],
        (s, [I]) => output(s, 0.5, I!),
        [0],
      ),
      singlePrecision,
    );
  });

  for (const [name, limits, tolerance] of [
    ['limPID.y', {}, singlePrecision],
    ['noLimPID.y', { minimum: -1e15, maximum: 1e15 }, theirIntegrator],
  ] as const) {
    it(`PID, ${name}`, () => {
      const { output, integralRate, filteredRate, filteredAtRest } = pidController({ ...shared, ...limits });
      compare(
        name,
        trajectory(
          (s, [I, x]) => [integralRate(s, 0.5, I!, x!), filteredRate(s, 0.5, x!)],
          (s, [I, x]) => output(s, 0.5, I!, x!),
          [0, filteredAtRest(1, 0.5)],
        ),
        tolerance,
      );
    });
  }
});
