import { describe, expect, it } from 'vitest';
import { transientSimulation } from '../../src/solver/transient/run.ts';
import { transientSettings } from '../../src/solver/transient/settings.ts';
import { assembleScenario } from '../../src/study/scenario-run.ts';
import { ranTransient, ranWords, transientScenario } from './transients.ts';

const system = 'systems/cold-plate-tower';
const logged = (
  ran: { readonly run: { readonly log: readonly { readonly time: number; readonly what: string }[] } },
  what: string,
) => ran.run.log.filter((entry) => entry.what.includes(what)).map(({ time }) => time);

describe('events in rows', () => {
  it.each([
    ['trip', '{ at: 2 s, trip: technology, count: 2 }', 'technology.moverPower'],
    ['load step', '{ at: 2 s, load: all, to: 0.5 }', 'facility.power'],
    ['end of a load step', '{ at: 0 s, for: 2 s, load: all, to: 0.5 }', 'racks.itPower'],
    ['power cut', '{ at: 2 s, lose: utility }', 'power.mechanical'],
  ])('a %s at 2.00 s is not seen at 1.99 s, and is at 2.01 s', (_, event, column) => {
    const ran = ranWords({ system, transient: `{ duration: 2.1 s, step: 10 ms, events: { it: ${event} } }` });
    const place = ran.run.columns.findIndex(({ name }) => name === column);
    const row = (i: number) => ({ least: ran.rows.least[i]![place]!, most: ran.rows.most[i]![place]! });
    const [before, last, first] = [row(198), row(199), row(200)];
    expect(ran.rows.time[199]).toBeCloseTo(2, 9);
    const drift = Math.abs(before.most - before.least) + 1e-6 * before.most;
    expect(last.most - last.least).toBeLessThanOrEqual(2 * drift);
    expect(Math.abs(last.most - before.most)).toBeLessThanOrEqual(2 * drift);
    expect(first.most - first.least).toBeGreaterThan(10 * drift);
  });

  it('the last is as short as what is left, and weighs no more', () => {
    const ran = ranWords({
      system,
      transient: '{ duration: 2.5 s, step: 1 s, events: { it: { at: 2 s, load: all, to: 50 %, over: 0.5 s } } }',
    });
    expect(ran.rows.time).toEqual([1, 2, 2.5]);
    const [before, , last] = ran.of('load.loads/training');
    // The load falls straight over the last row.
    expect(last).toBeCloseTo(0.5 * before! + 0.5 * 0.5, 6);
  });

  it('a board without power draws nothing in the row after a cut, and what is switched off loses all work from then on', () => {
    const { of, run } = ranWords({
      system,
      transient:
        '{ duration: 1 min, ups: 10 s, events: { cut: { at: 20 s, lose: utility }, ill: { at: 0 s, lose: generator } } }',
    });
    expect(of('power.mechanical')[19]).toBeGreaterThan(1e5);
    expect(
      of('power.mechanical')
        .slice(20)
        .every((power) => power === 0),
    ).toBe(true);
    const off = run.log.find(({ what }) => what.startsWith('batteries are empty'))!.time;
    const [racks] = run.groups;
    const chips = 5760;
    expect(racks!.firstThrottle).toBeNaN();
    expect(racks!.lostChipTime / ((60 - off) * chips)).toBeCloseTo(1, 9);
    expect(racks!.askedChipTime / (60 * chips)).toBeCloseTo(1, 9);
    // The second in which it happens: on until then, off after.
    const [before, during] = [of('racks.itPower')[Math.floor(off) - 1]!, of('racks.itPower')[Math.floor(off)]!];
    expect(during / (before * (off - Math.floor(off)))).toBeCloseTo(1, 3);
  });

  const eventful =
    'events: { pumps: { at: 20 s, for: 15 s, trip: facility, count: 3 }, less: { at: 45 s, load: all, to: 0.6, over: 5 s }, cut: { at: 70 s, lose: utility, for: 20 s } }';

  it('least ≤ mean ≤ most in every row and column', () => {
    const { rows, run } = ranWords({ system, transient: `{ duration: 2 min, ${eventful} }` });
    expect(rows.time).toHaveLength(120);
    rows.mean.forEach((mean, r) =>
      mean.forEach((value, i) => {
        const slack = 1e-12 * Math.abs(value);
        expect(rows.least[r]![i], run.columns[i]!.name).toBeLessThanOrEqual(value + slack);
        expect(rows.most[r]![i], run.columns[i]!.name).toBeGreaterThanOrEqual(value - slack);
      }),
    );
  });

  it('ten rows of one second have the mean, least and most of one row of ten', () => {
    const [fine, coarse] = ['1 s', '10 s'].map((step) =>
      ranWords({ system, transient: `{ duration: 2 min, step: ${step}, tolerance: 1e-7, ${eventful} }` }),
    ) as [ReturnType<typeof ranWords>, ReturnType<typeof ranWords>];
    coarse.rows.time.forEach((_, r) =>
      coarse.run.columns.forEach(({ name }, i) => {
        const ten = fine.rows.mean.slice(10 * r, 10 * r + 10);
        const mean = ten.reduce((sum, row) => sum + row[i]! / 10, 0);
        const most = Math.max(...fine.rows.most.slice(10 * r, 10 * r + 10).map((row) => row[i]!));
        const span =
          Math.max(...fine.rows.most.map((row) => row[i]!)) - Math.min(...fine.rows.least.map((row) => row[i]!));
        // The trapezoidal rule over steps of their own, of what the column moves in the whole run.
        const slack = 2e-3 * span + 1e-9 * Math.abs(mean);
        expect(Math.abs(coarse.rows.mean[r]![i]! - mean), `${name} in row ${r}`).toBeLessThanOrEqual(slack);
        expect(Math.abs(coarse.rows.most[r]![i]! - most), `${name} in row ${r}`).toBeLessThanOrEqual(10 * slack);
      }),
    );
  });

  it('goes on from a snapshot, through JSON, as if it had never stopped', () => {
    const prepared = transientScenario({ system, transient: `{ duration: 2 min, tolerance: 1e-8, ${eventful} }` });
    const settings = transientSettings(prepared.scenario.transient!);
    const whole = ranTransient(prepared);
    // Amid the pumps' standstill; at the very moment of an event; amid the power cut.
    for (const stop of [30, 45, 80]) {
      const first = transientSimulation(assembleScenario(prepared), prepared.forcing, settings, () => undefined);
      first.advance(stop);
      const snapshot = JSON.parse(JSON.stringify(first.snapshot())) as ReturnType<typeof first.snapshot>;
      const rows: Float64Array[] = [];
      const second = transientSimulation(assembleScenario(prepared), prepared.forcing, settings, (_, mean) =>
        rows.push(mean.slice()),
      );
      second.resume(snapshot);
      second.advance(120);
      expect(rows).toHaveLength(120 - stop);
      expect(second.run().log.map(({ time }) => time)).toEqual(whole.run.log.map(({ time }) => time));
      whole.run.columns.forEach(({ name }, i) => {
        const [a, b] = [rows.at(-1)![i]!, whole.rows.mean.at(-1)![i]!];
        expect(Math.abs(a - b), `${name} after ${stop} s`).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(b)));
      });
      expect(second.run().energy.closure).toBeLessThan(1e-8);
    }
  });
});

describe('units that come back', () => {
  it('do not stop those that went on', () => {
    // 3 of 5 chillers stand for a minute; chillers need three minutes to start, the other two cool on.
    const ran = ranWords({
      system,
      transient: '{ duration: 6 min, events: { it: { at: 1 min, for: 1 min, trip: chiller, count: 3 } } }',
    });
    const duty = ran.of('chiller.duty');
    const during = duty[110]!;
    expect(during).toBeGreaterThan(1e5);
    for (let t = 121; t < 360; t++) expect(duty[t], `at ${t} s`).toBeGreaterThan(0.5 * during);
  });

  it('work again after their restart time and not before', () => {
    const ran = ranWords({
      system,
      transient:
        '{ duration: 4 min, machines: { cdu: { restart: 40 s } }, events: { it: { at: 1 min, for: 1 min, trip: cdu } } }',
    });
    const duty = ran.of('cdu.duty');
    expect(Math.max(...duty.slice(61, 160))).toBe(0);
    expect(duty[165]).toBeGreaterThan(1e6);
  });
});

describe('batteries', () => {
  const cut = (ups: string, more = '') =>
    ranWords({
      system,
      transient: `{ duration: 5 min, ups: ${ups}, events: { cut: { at: 1 min, lose: utility }, none: { at: 0 s, lose: generator }${more} } }`,
    });

  it('of two minutes of the design load are empty after two minutes of it', () => {
    const ran = cut('2 min');
    const empty = logged(ran, 'batteries are empty');
    expect(empty).toHaveLength(1);
    // E = 2 min · P_design; the load on the UPS moves little, and its mean is in the rows.
    const load = ran.of('power.upsInput');
    const mean = load.slice(61, 170).reduce((sum, value) => sum + value, 0) / 109;
    const design = load[0]!;
    expect(Math.abs(mean / design - 1)).toBeLessThan(0.05);
    expect(empty[0]! - 60).toBeCloseTo((120 * design) / mean, 0);
  });

  it('of no time at all let everything stop at once', () => {
    const ran = cut('0 s');
    expect(logged(ran, 'batteries are empty')).toEqual([60]);
    expect(ran.run.groups[0]!.shutdown).toBe(60);
    expect(ran.of('it.power').at(-1)).toBe(0);
  });

  it('half discharged by one outage last half as long in the next', () => {
    const ran = ranWords({
      system,
      transient:
        '{ duration: 6 min, ups: 2 min, events: { none: { at: 0 s, lose: generator }, once: { at: 1 min, for: 1 min, lose: utility }, again: { at: 3 min, lose: utility } } }',
    });
    const [empty] = logged(ran, 'batteries are empty');
    expect(empty! - 180).toBeGreaterThan(55);
    expect(empty! - 180).toBeLessThan(65);
  });
});
