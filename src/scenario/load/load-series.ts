/**
 * The load of a year: utilisation 0 … 1 of every hour, from a record of kind
 * `load`. The same hours as the weather's: index i is the hour from i:00 to
 * (i + 1):00 of local standard time. Power follows from utilisation in the
 * server's own model, not here.
 */

import { hoursPerYear } from '../../constants.ts';
import { SeriesError } from '../../errors.ts';
import type { LibraryRecord } from '../../library/parameters.ts';
import type { RunNote } from '../weather/weather-year.ts';
import { dailyProfile } from './daily-profile.ts';
import { inferenceProfile } from './inference.ts';
import type { LoadValues } from './load-parameters.ts';
import { europeanUnionSaving, hourOfText, localClock, unitedStatesSaving } from './local-clock.ts';
import type { DaylightSaving, LocalClock } from './local-clock.ts';
import { readLoadTrace } from './trace.ts';
import { trainingMeans } from './training.ts';

export interface LoadSeries {
  readonly title: string;
  /** `training`, `inference`, …: the record's shape. */
  readonly shape: string;
  /** 0 … 1 for each of 8760 hours, the hour's mean. */
  readonly utilisation: Float64Array;
  readonly meanUtilisation: number;
  readonly peakUtilisation: number;
  readonly notes: readonly RunNote[];
}

/** What a load needs to know of its site. */
export interface LoadSite {
  readonly timeZoneHours: number;
  /** The text of a trace file; undefined when there is none of that name. */
  readonly traceText?: (file: string) => string | undefined;
}

/** Hours made by a shape, with what is to be noted of them. */
interface ShapedHours {
  readonly utilisation: Float64Array;
  readonly notes?: readonly RunNote[];
}

interface Making {
  readonly id: string;
  readonly values: LoadValues;
  readonly clock: LocalClock;
  readonly site: LoadSite;
}

type Shape = 'constant' | 'dailyProfile' | 'training' | 'inference' | 'trace';
type ShapeMaker<S extends Shape> = (of: NonNullable<LoadValues[S]>, making: Making) => ShapedHours;

const makers: { readonly [S in Shape]: ShapeMaker<S> } = {
  constant: (of) => ({ utilisation: new Float64Array(hoursPerYear).fill(of.utilisation) }),
  dailyProfile: (of, { clock }) => ({ utilisation: dailyProfile(of.weekday, of.weekend ?? of.weekday, clock) }),
  training: (of, { id }) => {
    if (of.checkpointTime >= (of.checkpointEvery ?? Infinity)) {
      throw fault(
        id,
        'training.checkpointTime',
        `found ${of.checkpointTime} s every ${of.checkpointEvery} s; wanted time between checkpoints`,
      );
    }
    return { utilisation: trainingMeans(of) };
  },
  inference: (of, { id, clock }) => {
    if (of.base > of.peak)
      throw fault(id, 'inference.base', `found ${of.base} above the peak of ${of.peak}; wanted it below`);
    return { utilisation: inferenceProfile(of, clock) };
  },
  trace: (of, { id, site }) => {
    const text = site.traceText?.(of.file);
    if (text === undefined)
      throw fault(id, 'trace.file', `found no file "${of.file}"; wanted a CSV trace beside the scenario`);
    return readLoadTrace(text, of.file, {
      timeZoneHours: site.timeZoneHours,
      beyond: of.beyond,
      ...(of.ratedPower === undefined ? {} : { ratedPower: of.ratedPower }),
    });
  },
};
const shapes = Object.keys(makers) as Shape[];

/**
 * The year of a load record, already checked against `loadParameters`.
 *
 * @throws {SeriesError} unless the record has exactly one shape, makes sense in itself, and its trace can be read
 */
export function loadSeries(record: LibraryRecord, site: LoadSite): LoadSeries {
  const values = record.values as unknown as LoadValues;
  const given = shapes.filter((shape) => values[shape] !== undefined);
  if (given.length !== 1) {
    const found = given.length === 0 ? 'no shape' : given.join(' and ');
    throw fault(record.id, '', `found ${found}; wanted exactly one of ${shapes.join(', ')}`);
  }
  const shape = given[0]!;
  const saving = savingOf(record.id, values, site.timeZoneHours);
  const clock = localClock(values.calendarYear, saving);
  const make = makers[shape] as ShapeMaker<Shape>;
  const { utilisation, notes = [] } = make(values[shape]!, { id: record.id, values, clock, site });
  return {
    title: record.title,
    shape,
    utilisation,
    meanUtilisation: utilisation.reduce((sum, value) => sum + value, 0) / utilisation.length,
    peakUtilisation: utilisation.reduce((most, value) => Math.max(most, value), 0),
    notes,
  };
}

function savingOf(id: string, values: LoadValues, timeZoneHours: number): DaylightSaving | undefined {
  if ((values.daylightSaving === 'dates') !== (values.daylightSavingDates !== undefined)) {
    throw fault(
      id,
      'daylightSaving',
      'found a rule without its dates, or dates without their rule; wanted "dates" with daylightSavingDates, or neither',
    );
  }
  const rules = {
    none: () => undefined,
    'united states': () => unitedStatesSaving(values.calendarYear),
    'european union': () => europeanUnionSaving(values.calendarYear, timeZoneHours),
    dates: () => savingOfDates(id, values.daylightSavingDates!),
  };
  return rules[values.daylightSaving]();
}

function savingOfDates(id: string, dates: { readonly start: string; readonly end: string }): DaylightSaving {
  const [start, end] = [dates.start, dates.end].map((text, i) => {
    const hour = hourOfText(text);
    if (hour !== undefined) return hour;
    const path = `daylightSavingDates.${i === 0 ? 'start' : 'end'}`;
    throw fault(id, path, `found "${text}"; wanted a full hour such as "2026-03-29 02:00"`);
  });
  return { start: start!, end: end! };
}

function fault(file: string, path: string, message: string): SeriesError {
  return new SeriesError([{ file, path, message }]);
}
