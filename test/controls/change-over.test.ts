import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOver, type ChangeOverSettings } from '../../src/controls/change-over.ts';
import { OutOfRangeError } from '../../src/errors.ts';

const economizer: ChangeOverSettings<'free' | 'both' | 'compressor'> = {
  transitions: [
    { from: 'free', to: 'both', delay: 1200 },
    { from: 'both', to: 'free', delay: 1200 },
    { from: 'both', to: 'compressor', delay: 600 },
    { from: 'compressor', to: 'both', delay: 600 },
  ],
  holdTime: 1800,
};
const yes = 1;
const no = -1;

describe('a change-over', () => {
  it('waits for the delay of the way out, then for the hold time of the mode', () => {
    const plant = changeOver(economizer, 'free');
    expect(plant.decide(0, [yes, no, no, no])).toBe('free');
    expect(plant.nextDecision(0)).toBe(1200);
    expect(plant.decide(1200, [yes, no, no, no])).toBe('both');
    expect(plant.decide(1300, [no, no, yes, no])).toBe('both');
    expect(plant.nextDecision(1300)).toBe(3000); // 1200 + 1800, not 1300 + 600
    expect(plant.decide(3000, [no, no, yes, no])).toBe('compressor');
  });

  it('looks only at ways out of its mode, and forgets a wish that ceases', () => {
    const plant = changeOver(economizer, 'compressor');
    plant.decide(0, [yes, yes, yes, no]);
    expect(plant.nextDecision(0)).toBe(Infinity);
    plant.decide(10, [no, no, no, 0]);
    plant.decide(500, [no, no, no, -1e-9]);
    plant.decide(600, [no, no, no, yes]);
    expect(plant.nextDecision(600)).toBe(1200);
  });

  it('takes the one written first where two are due', () => {
    const plant = changeOver({ ...economizer, holdTime: 0 }, 'both');
    plant.decide(0, [no, yes, yes, no]);
    expect(plant.decide(5000, [no, yes, yes, no])).toBe('free');
  });

  it('refuses a negative time', () => {
    expect(() => changeOver({ ...economizer, holdTime: -1 }, 'free')).toThrow(OutOfRangeError);
    expect(() => changeOver({ transitions: [{ from: 'a', to: 'b', delay: NaN }], holdTime: 0 }, 'a')).toThrow(
      OutOfRangeError,
    );
  });

  const anyCourse = fc.array(
    fc.tuple(
      fc.double({ min: 1, max: 2000, noNaN: true }),
      fc.array(fc.constantFrom(yes, no), { minLength: 4, maxLength: 4 }),
    ),
    { maxLength: 80 },
  );

  it('holds every mode for its time, whatever is wanted, and goes on from a snapshot as if nothing had been', () => {
    fc.assert(
      fc.property(anyCourse, fc.nat(), (course, cut) => {
        const whole = changeOver(economizer, 'free');
        let other = changeOver(economizer, 'free');
        let [t, changed] = [0, -Infinity];
        course.forEach(([hold, margins], i) => {
          t += hold;
          if (i === cut % course.length) {
            const saved = JSON.parse(JSON.stringify(other.snapshot()));
            other = changeOver(economizer, 'compressor');
            other.restore(saved);
          }
          const before = whole.mode;
          const mode = whole.decide(t, margins);
          expect(other.decide(t, margins)).toBe(mode);
          expect(other.nextDecision(t)).toBe(whole.nextDecision(t));
          if (mode === before) return;
          expect(t - changed).toBeGreaterThanOrEqual(economizer.holdTime);
          expect(economizer.transitions.some(({ from, to }) => from === before && to === mode)).toBe(true);
          changed = t;
        });
      }),
    );
  });
});
