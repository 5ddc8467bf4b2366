import { describe, expect, it } from 'vitest';

import { SeriesError } from '../../src/errors.ts';
import type { LibraryRecord } from '../../src/library/parameters.ts';
import { type LoadSite, loadSeries } from '../../src/scenario/load/load-series.ts';
import { climateLibrary, idsIn } from '../weather/climate-library.ts';

const site: LoadSite = { timeZoneHours: -5 };

function record(values: Record<string, unknown>): LibraryRecord {
  const defaults = { calendarYear: 2026, daylightSaving: 'none' };
  const notes = { sources: [], assumed: [] };
  return { id: 'loads/x', kind: 'load', title: 'x', status: 'assumed', values: { ...defaults, ...values }, ...notes };
}
const mean = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0) / values.length;

describe('the loads of the library', () => {
  it.each(idsIn('loads'))('%s is a year of utilisations', (id) => {
    const load = loadSeries(climateLibrary.record(id, ['load']), site);
    expect(load.utilisation).toHaveLength(8760);
    expect(load.utilisation.every((u) => u >= 0 && u <= 1)).toBe(true);
    expect(load.meanUtilisation).toBeCloseTo(mean(load.utilisation), 12);
    expect(load.peakUtilisation).toBe(Math.max(...load.utilisation));
  });

  it('inference has on weekdays the mean that was published, 226.75 of 278 nodes', () => {
    const load = loadSeries(climateLibrary.record('loads/inference-diurnal', ['load']), site);
    // 1 January 2026 is a Thursday; half a percent of the printed base.
    expect(mean(load.utilisation.slice(0, 24))).toBeCloseTo(226.75 / 278, 2);
  });
});

describe('shapes', () => {
  it('constant is the same in every hour', () => {
    const { utilisation, shape } = loadSeries(record({ constant: { utilisation: 0.4 } }), site);
    expect(shape).toBe('constant');
    expect(new Set(utilisation)).toEqual(new Set([0.4]));
  });

  const profile = Float64Array.from({ length: 24 }, (_, hour) => hour / 100);

  it('a daily profile follows hours and weekdays', () => {
    const weekend = profile.map((v) => v + 0.5);
    const { utilisation } = loadSeries(record({ dailyProfile: { weekday: profile, weekend } }), site);
    expect(utilisation[13]).toBe(0.13);
    // 3 and 4 January 2026 are Saturday and Sunday.
    expect(utilisation[2 * 24 + 13]).toBe(0.63);
    expect(utilisation[3 * 24 + 13]).toBe(0.63);
    expect(utilisation[4 * 24 + 13]).toBe(0.13);
  });

  it('inference has its extremes where it says, and means exact over each hour', () => {
    const inference = { base: 0.2, peak: 0.8, peakTime: 15 * 3600, weekendFactor: 0.5 };
    const { utilisation } = loadSeries(record({ inference }), site);
    expect(mean(utilisation.slice(0, 24))).toBeCloseTo(0.5, 12);
    expect(utilisation[14]).toBeCloseTo(utilisation[15]!, 12);
    // Mean of a cosine over the hour that begins at its peak: sin(π/12) / (π/12).
    expect(utilisation[15]).toBeCloseTo(0.5 + (0.3 * Math.sin(Math.PI / 12)) / (Math.PI / 12), 12);
    expect(utilisation[2 * 24 + 15]).toBeCloseTo(utilisation[15]! / 2, 12);
  });

  const job = { high: 1, low: 0.4, period: 7, duty: 0.8, checkpointTime: 90, checkpointUtilisation: 0.1 };

  it('training without checkpoints has the mean of its swing', () => {
    const { utilisation } = loadSeries(record({ training: job }), site);
    expect(mean(utilisation)).toBeCloseTo(0.88, 6);
    // No hour is off by more than one iteration.
    utilisation.forEach((u) => expect(Math.abs(u - 0.88)).toBeLessThan(7 / 3600));
  });

  it('training agrees hour by hour with its swings counted out in twentieths of a second', () => {
    // Rounds of 1249 s: some of these hours begin or end inside a checkpoint.
    const { utilisation } = loadSeries(record({ training: { ...job, checkpointEvery: 1249 } }), site);
    const step = 0.05;
    for (let hour = 0; hour < 40; hour++) {
      let sum = 0;
      for (let k = 0; k < 72_000; k++) {
        const inRound = (hour * 3600 + (k + 0.5) * step) % 1249;
        const isHigh = inRound % 7 < 5.6;
        sum += inRound >= 1249 - 90 ? 0.1 : isHigh ? 1 : 0.4;
      }
      expect(utilisation[hour]).toBeCloseTo((sum * step) / 3600, 5);
    }
  });

  it('training keeps the mean of its rounds over the year', () => {
    const training = { ...job, period: 10, checkpointEvery: 1000, checkpointTime: 100 };
    const { utilisation } = loadSeries(record({ training }), site);
    expect(mean(utilisation)).toBeCloseTo(0.9 * 0.88 + 0.1 * 0.1, 9);
  });
});

describe('a load is refused', () => {
  it.each([
    [{}, 'loads/x: found no shape; wanted exactly one of constant, dailyProfile, training, inference, trace'],
    [{ constant: { utilisation: 1 }, trace: { file: 'a' } }, 'found constant and trace; wanted exactly one'],
    [{ trace: { file: 'a.csv', beyond: 'refuse' } }, 'loads/x trace.file: found no file "a.csv"'],
    [
      { inference: { base: 0.9, peak: 0.5, peakTime: 0, weekendFactor: 1 } },
      'loads/x inference.base: found 0.9 above the peak of 0.5',
    ],
    [
      {
        training: {
          high: 1,
          low: 0,
          period: 1,
          duty: 1,
          checkpointEvery: 60,
          checkpointTime: 60,
          checkpointUtilisation: 0,
        },
      },
      'loads/x training.checkpointTime: found 60 s every 60 s',
    ],
    [{ constant: { utilisation: 1 }, daylightSaving: 'dates' }, 'found a rule without its dates'],
    [
      {
        constant: { utilisation: 1 },
        daylightSaving: 'dates',
        daylightSavingDates: { start: '2026-02-30 02:00', end: '2026-10-25 02:00' },
      },
      'loads/x daylightSavingDates.start: found "2026-02-30 02:00"; wanted a full hour',
    ],
  ])('%j', (values, message) => {
    expect(() => loadSeries(record(values), site)).toThrow(SeriesError);
    expect(() => loadSeries(record(values), site)).toThrow(message);
  });
});

describe('a trace named by a record', () => {
  it('is read through the site', () => {
    const asked: string[] = [];
    const traceText = (file: string): string => {
      asked.push(file);
      return 'time [h],power [kW]\n0,50\n12,100\n';
    };
    const trace = { file: 'my.csv', ratedPower: 100_000, beyond: 'repeat' };
    const load = loadSeries(record({ trace }), { ...site, traceText });
    expect(asked).toEqual(['my.csv']);
    expect(load.utilisation[0]).toBe(0.5);
    expect(load.utilisation[12]).toBe(1);
    expect(load.utilisation[24]).toBe(0.5);
    expect(load.notes[0]?.text).toContain('1.00 days repeated');
  });
});
