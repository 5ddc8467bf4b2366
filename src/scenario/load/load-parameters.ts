/**
 * The kind `load`: how busy the servers are over the year, declared once. A
 * record takes exactly one of five shapes. All but `constant` and `training`
 * follow the local clock of the site, with daylight saving where asked.
 */

import type { Parameters, ValuesOf } from '../../library/parameters.ts';

const share = [0, 1] as const;

export const loadParameters = {
  constant: {
    group: { utilisation: { quantity: 'fraction', range: share, about: 'Utilisation of every hour' } },
    optional: true,
    about: 'The same all year',
  },
  dailyProfile: {
    group: {
      weekday: {
        series: 'fraction',
        range: share,
        length: 24,
        about: 'Utilisation by hour of the local clock, the hour from midnight first',
      },
      weekend: {
        series: 'fraction',
        range: share,
        length: 24,
        optional: true,
        about: 'The same for Saturday and Sunday; as on weekdays where absent',
      },
    },
    optional: true,
    about: 'Twenty-four values for a day',
  },
  training: {
    group: {
      high: { quantity: 'fraction', range: share, about: 'Utilisation while computing' },
      low: { quantity: 'fraction', range: share, about: 'Utilisation while exchanging gradients' },
      period: { quantity: 'time', range: [0.01, 86_400], about: 'Time of one iteration' },
      duty: { quantity: 'fraction', range: share, about: 'Share of the iteration spent computing, which comes first' },
      checkpointEvery: {
        quantity: 'time',
        range: [60, 604_800],
        optional: true,
        about: 'Time from checkpoint to checkpoint, the first one so long after the year begins',
      },
      checkpointTime: {
        quantity: 'time',
        range: [0, 86_400],
        default: '60 s',
        about: 'Time a checkpoint takes; iterations stand still',
      },
      checkpointUtilisation: {
        quantity: 'fraction',
        range: share,
        default: '10 %',
        about: 'Utilisation while a checkpoint is written',
      },
    },
    optional: true,
    about: 'A training job: square swings with dips for checkpoints',
  },
  inference: {
    group: {
      base: { quantity: 'fraction', range: share, about: 'Utilisation at the quietest moment of a weekday' },
      peak: { quantity: 'fraction', range: share, about: 'Utilisation at the busiest moment of a weekday' },
      peakTime: { quantity: 'time', range: [0, 86_400], about: 'Busiest moment by the local clock, after midnight' },
      weekendFactor: {
        quantity: 'fraction',
        range: share,
        default: '100 %',
        about: 'Utilisation of Saturday and Sunday over that of a weekday',
      },
    },
    optional: true,
    about: 'Requests of people: a cosine over the day',
  },
  trace: {
    group: {
      file: { text: true, about: 'CSV file with columns time and utilisation or power, beside the scenario' },
      ratedPower: {
        quantity: 'power',
        range: [1, 1e10],
        optional: true,
        about: 'Power at full utilisation, for a trace of power',
      },
      beyond: {
        choice: ['refuse', 'repeat'],
        default: 'refuse',
        about: 'What to do with a trace shorter than the year',
      },
    },
    optional: true,
    about: 'A recorded or invented series',
  },
  calendarYear: {
    count: [1900, 2200],
    default: 2026,
    about: 'The year whose weekdays and daylight-saving dates are meant; its 29 February is left out',
  },
  daylightSaving: {
    choice: ['none', 'united states', 'european union', 'dates'],
    default: 'none',
    about: 'Rule that moves the local clock an hour ahead; the weather stays in standard time',
  },
  daylightSavingDates: {
    group: {
      start: { text: true, about: 'First moment of daylight saving in local standard time, "2026-03-29 02:00"' },
      end: { text: true, about: 'First moment after it in local standard time; before the start in the south' },
    },
    optional: true,
    about: 'The dates meant by daylightSaving: dates',
  },
} as const satisfies Parameters;

export type LoadValues = ValuesOf<typeof loadParameters>;
