import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twoPointSwitch } from '../../src/controls/hysteresis.ts';
import { loadSteps, type Stager, stager, type StagerSettings } from '../../src/controls/staging.ts';
import { OutOfRangeError } from '../../src/errors.ts';

const chillers: StagerSettings = {
  steps: loadSteps(4, 0.9, 0.7, { up: 0.05, down: 0.02 }),
  upDelay: 300,
  downDelay: 600,
  minimumOnTime: 900,
  minimumOffTime: 1200,
};

describe('a stager', () => {
  it('starts a unit when the load has been above for the delay, and not before', () => {
    const one = stager(chillers, 1);
    expect(one.decide(0, 0.95)).toBe(1);
    expect(one.nextDecision(0)).toBe(300);
    expect(one.decide(299.9, 0.95)).toBe(1);
    expect(one.decide(300, 0.95)).toBe(2);
  });

  it('forgets the wait when the load falls back', () => {
    const one = stager(chillers, 1);
    one.decide(0, 0.95);
    one.decide(200, 0.85);
    expect(one.nextDecision(200)).toBe(Infinity);
    one.decide(250, 0.95);
    expect(one.decide(300, 0.95)).toBe(1);
    expect(one.nextDecision(300)).toBe(550);
    expect(one.decide(550, 0.95)).toBe(2);
  });

  it('runs on for its minimum time, then stops; stands for its minimum time, then starts', () => {
    const one = stager(chillers, 1);
    one.decide(0, 1);
    expect(one.decide(300, 1)).toBe(2);
    one.decide(301, 0.1);
    expect(one.nextDecision(301)).toBe(1200); // 300 + 900, not 301 + 600
    expect(one.decide(1000, 0.1)).toBe(2);
    expect(one.decide(1200, 0.1)).toBe(1);
    one.decide(1201, 1);
    expect(one.nextDecision(1201)).toBe(2400); // 1200 + 1200, not 1201 + 300
    expect(one.decide(2400, 1)).toBe(2);
  });

  it('has a dead band: between the thresholds nothing is under way', () => {
    const one = stager(chillers, 2);
    const margins = new Float64Array(3);
    one.margins(1.2, margins, 1);
    // Up from two at 1.8, down to one at 0.7.
    expect([...margins]).toEqual([0, 1.2 - 1.8, 0.7 - 1.2]);
    one.decide(0, 1.2);
    expect(one.nextDecision(0)).toBe(Infinity);
  });

  it('has no margin beyond the last unit, nor below those that always run', () => {
    const one = stager({ ...chillers, minimumUnits: 1 }, 4);
    const margins = new Float64Array(2);
    one.margins(9, margins, 0);
    expect(margins[0]).toBeLessThan(0);
    const least = stager({ ...chillers, minimumUnits: 1 }, 1);
    least.margins(-9, margins, 0);
    expect(margins[1]).toBeLessThan(0);
    least.decide(0, -9);
    expect(least.decide(1e6, -9)).toBe(1);
  });

  it('loses a unit that fails at once, and starts it again only after its minimum time', () => {
    const one = stager(chillers, 3);
    expect(one.decide(0, 3, 1)).toBe(1);
    expect(one.decide(300, 3, 1)).toBe(1);
    expect(one.decide(400, 3, 3)).toBe(1);
    expect(one.nextDecision(400)).toBe(1200);
    expect(one.decide(1200, 3, 3)).toBe(2);
    expect(one.decide(1500, 3, 3)).toBe(3);
  });

  it('refuses a dead band that is none, thresholds that fall, negative times and units that are not there', () => {
    const broken: Partial<StagerSettings>[] = [
      { steps: [{ up: 1, down: 1 }] },
      { steps: [{ up: 2, down: 1 }, { up: 1.5, down: 1 }] }, // prettier-ignore
      { upDelay: -1 },
      { minimumOnTime: NaN },
      { minimumUnits: 5 },
    ];
    for (const settings of broken) {
      expect(() => stager({ ...chillers, ...settings }, 1), JSON.stringify(settings)).toThrow(OutOfRangeError);
    }
    expect(() => stager(chillers, 5)).toThrow(OutOfRangeError);
    expect(() => loadSteps(3, 0.7, 0.7 + 1e-9, { up: 1, down: 0 })).toThrow(OutOfRangeError);
  });
});

interface Change {
  readonly t: number;
  readonly from: number;
  readonly to: number;
}

/** Decides at every given time and at every time the stager asks for in between; all changes before the end. */
function changesOf(
  one: Stager,
  course: readonly (readonly [number, number])[],
  whole = (course.at(-1)?.[0] ?? 0) + 5000,
): Change[] {
  const changes: Change[] = [];
  const decide = (t: number, measured: number) => {
    const from = one.units;
    const to = one.decide(t, measured);
    if (to !== from) changes.push({ t, from, to });
  };
  course.forEach(([t, measured], i) => {
    decide(t, measured);
    const end = course[i + 1]?.[0] ?? whole;
    for (let next = one.nextDecision(t); next < end; next = one.nextDecision(next)) decide(next, measured);
  });
  return changes;
}

const anyTime = fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 2000, noNaN: true }));
const anySettings = fc
  .record({
    units: fc.integer({ min: 1, max: 6 }),
    upDelay: anyTime,
    downDelay: anyTime,
    minimumOnTime: anyTime,
    minimumOffTime: anyTime,
  })
  .map(({ units, ...times }): StagerSettings => ({
    ...times,
    steps: loadSteps(units, 0.9, 0.7, { up: 0.05, down: 0.02 }),
  }));
/** Loads that hold for a while each: times and loads. */
const anyCourse = fc
  .array(fc.tuple(fc.double({ min: 0.1, max: 1500, noNaN: true }), fc.double({ min: -1, max: 8, noNaN: true })), {
    minLength: 2,
    maxLength: 60,
  })
  .map((holds) => {
    let t = 0;
    return holds.map(([hold, load]) => [(t += hold), load] as const);
  });

describe('any stager under any load', () => {
  it('changes by one unit within 0 … n, and never before its times have passed', () => {
    fc.assert(
      fc.property(anySettings, anyCourse, (settings, course) => {
        const changes = changesOf(stager(settings, 0), course);
        changes.forEach(({ t, from, to }, i) => {
          if ((to > from ? settings.upDelay : settings.downDelay) > 0) expect(Math.abs(to - from)).toBe(1);
          expect(to).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(settings.steps.length);
          if (i === 0) return;
          const before = changes[i - 1]!;
          const wait = to > from ? settings.upDelay : settings.downDelay;
          const turned = to > from !== before.to > before.from;
          const minimum = to > from ? settings.minimumOffTime : settings.minimumOnTime;
          expect(t).toBeGreaterThanOrEqual(before.t + Math.max(wait, turned ? minimum : 0));
        });
      }),
    );
  });

  it('gives every unit its minimum times, whether the first or the last started stops', () => {
    fc.assert(
      fc.property(anySettings, anyCourse, fc.boolean(), (settings, course, firstStops) => {
        const running: number[] = [];
        const standing: number[] = settings.steps.map(() => -Infinity);
        for (const { t, from, to } of changesOf(stager(settings, 0), course)) {
          const [source, target] = to > from ? [standing, running] : [running, standing];
          for (let moved = 0; moved < Math.abs(to - from); moved++) {
            const since = firstStops ? source.shift()! : source.pop()!;
            expect(t).toBeGreaterThanOrEqual(since + (to > from ? settings.minimumOffTime : settings.minimumOnTime));
            target.push(t);
          }
        }
      }),
    );
  });

  it('misses no change between two decisions it asked for: a clock of 1 s finds the same in whole seconds', () => {
    fc.assert(
      fc.property(anySettings, anyCourse, (anySetting, course) => {
        const settings = {
          ...anySetting,
          upDelay: Math.round(anySetting.upDelay),
          downDelay: Math.round(anySetting.downDelay),
          minimumOnTime: Math.round(anySetting.minimumOnTime),
          minimumOffTime: Math.round(anySetting.minimumOffTime),
        };
        const whole = course.map(([t, load], i) => [Math.round(t) + i, load] as const);
        const end = whole.at(-1)![0] + 5000;
        const ticking = whole.flatMap(([t, load], i) =>
          Array.from({ length: (whole[i + 1]?.[0] ?? end) - t }, (_, k) => [t + k, load] as const),
        );
        const clocked = changesOf(stager(settings, 0), ticking, end);
        expect(changesOf(stager(settings, 0), whole, end)).toEqual(clocked);
      }),
      { numRuns: 30 },
    );
  });

  it('goes on from a snapshot through JSON as if nothing had been', () => {
    fc.assert(
      fc.property(anySettings, anyCourse, fc.nat(), (settings, course, at) => {
        const cut = at % course.length;
        const whole = stager(settings, 0);
        const first = stager(settings, 0);
        changesOf(whole, course.slice(0, cut + 1));
        changesOf(first, course.slice(0, cut + 1));
        const second = stager(settings, settings.steps.length);
        second.restore(JSON.parse(JSON.stringify(first.snapshot())));
        const later = course.slice(cut + 1).map(([t, load]) => [t + 5000, load] as const);
        expect(changesOf(second, later)).toEqual(changesOf(whole, later));
        expect(second.snapshot()).toEqual(whole.snapshot());
      }),
    );
  });
});

describe('a two-point switch', () => {
  it('cools: on at the upper point, off at the lower, still between', () => {
    const pump = twoPointSwitch({ onAt: 296.15, offAt: 294.15, minimumOnTime: 0, minimumOffTime: 0 }, 0);
    expect([295, 296.15, 295, 294.15, 295].map((T, t) => pump.decide(t, T))).toEqual([0, 1, 1, 0, 0]);
    expect(pump.units).toBe(0);
  });

  it('heats: the other way round', () => {
    const heater = twoPointSwitch({ onAt: 278, offAt: 280, minimumOnTime: 0, minimumOffTime: 0 }, 0);
    expect([279, 278, 279, 280].map((T, t) => heater.decide(t, T))).toEqual([0, 1, 1, 0]);
    const margins = new Float64Array(2);
    heater.margins(277, margins, 0);
    expect(margins[0]).toBe(1);
  });

  it('keeps its minimum times', () => {
    const pump = twoPointSwitch({ onAt: 2, offAt: 1, minimumOnTime: 60, minimumOffTime: 90 }, 0);
    expect(pump.decide(0, 3)).toBe(1);
    expect(pump.decide(10, 0)).toBe(1);
    expect(pump.nextDecision(10)).toBe(60);
    expect(pump.decide(60, 0)).toBe(0);
    expect(pump.decide(61, 3)).toBe(0);
    expect(pump.decide(150, 3)).toBe(1);
  });

  it('refuses to have no dead band', () => {
    const settings = { onAt: 1, offAt: 1, minimumOnTime: 0, minimumOffTime: 0 };
    expect(() => twoPointSwitch(settings, 0)).toThrow(OutOfRangeError);
  });
});
