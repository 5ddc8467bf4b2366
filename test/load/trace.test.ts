import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { SeriesError } from '../../src/errors.ts';
import { readLoadTrace, type TraceReading } from '../../src/scenario/load/trace.ts';

const repeat: TraceReading = { timeZoneHours: 0, beyond: 'repeat' };
const read = (text: string, reading: Partial<TraceReading> = {}) =>
  readLoadTrace(text, 't.csv', { ...repeat, ...reading });
const hours = (text: string, reading: Partial<TraceReading> = {}) => read(text, reading).utilisation;

/** 8760 hourly rows of a year, dates as text. */
function hourlyYear(year: number, level: (hour: number) => number, suffix = ''): string {
  const rows: string[] = [];
  const start = Date.UTC(year, 0, 1);
  const end = Date.UTC(year + 1, 0, 1);
  for (let t = start, i = 0; t < end; t += 3_600_000, i++) {
    rows.push(`${new Date(t).toISOString().slice(0, 16)}${suffix},${level(i)}`);
  }
  return `time,utilisation [%]\n${rows.join('\n')}\n`;
}

describe('a trace of a year', () => {
  it('in hours is what its rows say', () => {
    const utilisation = hours(
      hourlyYear(2026, (i) => i % 101),
      { beyond: 'refuse' },
    );
    expect(utilisation).toHaveLength(8760);
    for (const i of [0, 1, 100, 8759]) expect(utilisation[i]).toBeCloseTo((i % 101) / 100, 12);
  });

  it('of a leap year loses 29 February and nothing else', () => {
    const utilisation = hours(
      hourlyYear(2024, (i) => (i >= 59 * 24 && i < 60 * 24 ? 99 : 10)),
      { beyond: 'refuse' },
    );
    expect(utilisation).toHaveLength(8760);
    utilisation.forEach((u) => expect(u).toBeCloseTo(0.1, 9));
  });

  it('of Greenwich time is moved to the standard time of the site', () => {
    const utilisation = hours(
      hourlyYear(2026, (i) => i % 24, 'Z'),
      { beyond: 'refuse', timeZoneHours: -5 },
    );
    // 00:00 of the site is 05:00 of Greenwich.
    expect(utilisation[0]).toBeCloseTo(0.05, 9);
    expect(utilisation[8759]).toBeCloseTo(0.04, 9);
    const india = hours(
      hourlyYear(2026, (i) => i % 24, '+05:30'),
      { beyond: 'refuse', timeZoneHours: 5.5 },
    );
    expect(india[3]).toBeCloseTo(0.03, 9);
  });
});

describe('energy', () => {
  it('is kept for any spacing of rows', () => {
    const row = fc.record({
      step: fc.double({ min: 1, max: 20_000, noNaN: true }),
      level: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 60 }), (rows) => {
        let time = 0;
        const times = rows.map(({ step }, i) => (i === 0 ? 0 : (time += step)));
        const text = `time [s],utilisation [1]\n${rows.map(({ level }, i) => `${times[i]!.toFixed(3)},${level.toFixed(6)}`).join('\n')}\n`;
        const utilisation = hours(text);
        // The first day against the staircase summed second by second in closed form.
        const ends = times.slice(1);
        const length = times.at(-1)! + (times.at(-1)! - times.at(-2)!);
        let wanted = 0;
        rows.forEach(({ level }, i) => (wanted += level * ((ends[i] ?? length) - times[i]!)));
        const rounds = Math.floor((8760 * 3600) / length);
        let sum = 0;
        const wholeHours = Math.floor((rounds * length) / 3600);
        for (let i = 0; i < wholeHours; i++) sum += utilisation[i]! * 3600;
        expect(Math.abs(sum - rounds * wanted)).toBeLessThan(3600 + 0.01 * rounds);
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  it('of a spike inside an hour is spread over it', () => {
    const utilisation = hours('time [s],utilisation [%]\n0,0\n1800,100\n1890,0\n7200,0\n');
    expect(utilisation[0]).toBeCloseTo(90 / 3600, 12);
    expect(utilisation[1]).toBe(0);
  });
});

describe('columns', () => {
  it.each([
    ['time [min],utilisation [1]\n0,0.25\n60,0.5\n', {}],
    ['time [d],utilisation [%]\n0,25\n0.041666666666666664,50\n', {}],
    ['note,utilization (%),time [h]\nx,25,0\ny,50,1\n', {}],
    ['# made by hand\n\ntime [h],power [MW]\n0,0.25\n1,0.5\n', { ratedPower: 1e6 }],
    ['time [h];utilisation [%]'.replace(';', ',') + '\r\n0,25\r\n1,50\r\n', {}],
  ])('of %j', (text, reading) => {
    const utilisation = hours(text, reading);
    expect(utilisation[0]).toBeCloseTo(0.25, 9);
    expect(utilisation[1]).toBeCloseTo(0.5, 9);
    expect(utilisation[2]).toBeCloseTo(0.25, 9);
  });
});

describe('a trace is refused', () => {
  it.each([
    ['', 't.csv: found 0 rows'],
    ['a,b\n1,2\n', 't.csv:1:1 time: found columns "a", "b"; wanted one named time'],
    ['time,load\n', 't.csv:1:1: found columns "time", "load"; wanted utilisation [%]'],
    ['time [weeks],utilisation [%]\n', 't.csv:1:1 time: found the unit "weeks"; wanted s, min, h or d'],
    ['time,utilisation\n', 't.csv:1:6 utilisation: found no unit; wanted utilisation [1] or utilisation [%]'],
    ['time,utilisation [kW]\n', 'found the unit "kW"'],
    ['time,power [kW]\n', 'found a trace of power; wanted ratedPower with it'],
    ['time [h],utilisation [%]\n0,1\n', 't.csv: found 1 rows; wanted a head line and at least two'],
    [
      'time [h],utilisation [%]\n0,1\n1,101\n2,-1\n3,x\n4,\n5\n',
      't.csv:3:3 utilisation: found "101"; wanted a number of %, 0 … 100',
    ],
    ['time [h],utilisation [%]\n0,1\n1,101\n2,-1\n3,x\n4,\n5\n', 't.csv:7:1 utilisation: found ""'],
    [
      'time [h],utilisation [%]\n0,1\n2,1\n1,1\n',
      't.csv:4:1 time: found "1", not after the row before; wanted rising times',
    ],
    [
      'time,utilisation [%]\n2026-02-29T00:00,1\n2026-03-01T00:00,1\n',
      't.csv:2:1 time: found "2026-02-29T00:00"; wanted a date',
    ],
    ['time,utilisation [%]\n1.3.2026,1\n2026-03-01T25:00,1\n', 't.csv:3:1 time: found "2026-03-01T25:00"'],
    ['time [h],utilisation [%]\n-1,1\n', 't.csv:2:1 time: found "-1"; wanted a number of at least 0'],
    ['time [h]\0,', 't.csv: found binary content'],
  ])('%j', (text, message) => {
    expect(() => read(text)).toThrow(SeriesError);
    expect(() => read(text)).toThrow(message);
  });

  it('when it is shorter than the year and may not be repeated', () => {
    const text = 'time [h],utilisation [%]\n0,1\n12,2\n';
    expect(() => read(text, { beyond: 'refuse' })).toThrow(
      't.csv time: found 1.00 days from hour 0.00 of the year; wanted the whole year, or beyond: repeat',
    );
  });
});
