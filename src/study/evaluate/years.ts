/**
 * Records that unfold into a year: climates and loads, as their statistics.
 */

import type { LibraryRecord } from '../../library/parameters.ts';
import { weatherStatistics } from '../../output/weather-summary.ts';
import { loadSeries } from '../../scenario/load/load-series.ts';
import { climateRecord } from '../../scenario/weather/climate-record.ts';
import { climateYear } from '../../scenario/weather/climate-year.ts';
import { answer, defineEvaluation } from './evaluation.ts';

export const climate = defineEvaluation({
  about: 'The synthetic year of a climate: design conditions and statistics',
  inputs: { seed: { count: [1, 2_999_999], about: 'Seed of the year', default: 1 } },
  evaluate({ seed }, record) {
    const year = climateYear(climateRecord(record as LibraryRecord), seed);
    const { cooling, wetBulb, source } = year.design;
    return {
      answers: [
        ...cooling.map(({ percent, dryBulb }) =>
          answer(`design.dryBulb.${percent}`, `Design dry bulb, ${percent} %`, dryBulb, 'temperature'),
        ),
        ...wetBulb.map((each) =>
          answer(`design.wetBulb.${each.percent}`, `Design wet bulb, ${each.percent} %`, each.wetBulb, 'temperature'),
        ),
        ...weatherStatistics(year),
      ],
      notes: [`design conditions: ${source}`, ...year.notes.map(({ text }) => text)],
    };
  },
});

export const load = defineEvaluation({
  about: 'The year of a load: mean, peak and hours above levels',
  inputs: {
    timeZone: {
      quantity: 'duration',
      range: [-43_200, 50_400],
      about: 'Standard time of the site ahead of Greenwich',
      default: '0 h',
    },
  },
  evaluate({ timeZone }, record) {
    const { utilisation, meanUtilisation, peakUtilisation, notes } = loadSeries(record as LibraryRecord, {
      timeZoneHours: timeZone / 3600,
    });
    const lowest = utilisation.reduce((least, value) => Math.min(least, value), Infinity);
    const hoursAbove = (level: number) => utilisation.reduce((hours, value) => hours + (value > level ? 1 : 0), 0);
    return {
      answers: [
        answer('mean', 'Mean utilisation', meanUtilisation, 'fraction'),
        answer('peak', 'Highest hour', peakUtilisation, 'fraction'),
        answer('lowest', 'Lowest hour', lowest, 'fraction'),
        ...[0.5, 0.75, 0.9].map((level) =>
          answer(`hoursAbove.${level}`, `Hours above ${100 * level} %`, hoursAbove(level), 'dimensionless'),
        ),
      ],
      notes: notes.map(({ text }) => text),
    };
  },
});
