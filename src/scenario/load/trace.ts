/**
 * Reads a recorded load: CSV with a column `time` (a date, or seconds or
 * hours with the unit in brackets) and a column `utilisation [%]`,
 * `utilisation [1]`, `power [kW]` and the like, at any spacing. Energy is
 * kept: hourly means are exact for a load that holds until the next row.
 * Times are local standard time unless they carry an offset; 29 February is
 * left out.
 */

import { hoursPerYear, secondsPerHour } from '../../constants.ts';
import { fieldColumn, fieldNumber, fieldText, isEmptyField, lineFields, splitLine } from '../weather/delimited-line.ts';
import type { LineFields } from '../weather/delimited-line.ts';
import { quoted, seriesFaults } from '../weather/series-faults.ts';
import type { SeriesFaults } from '../weather/series-faults.ts';
import { textLines } from '../weather/text-lines.ts';
import type { RunNote } from '../weather/weather-year.ts';
import { momentOfText } from './trace-time.ts';
import { traceColumns } from './trace-columns.ts';
import type { TraceColumns } from './trace-columns.ts';

export interface TraceReading {
  /** Of the site's standard time, for times that carry an offset [h]. */
  readonly timeZoneHours: number;
  /** A trace shorter than the year is refused, or repeated from its own beginning. */
  readonly beyond: 'refuse' | 'repeat';
  /** [W] at full utilisation, for a trace of power. */
  readonly ratedPower?: number;
}

const secondsPerYear = hoursPerYear * secondsPerHour;
/** A year may miss so much at its end and count as whole: a last row that stands for its own step [s]. */
const slack = 1;

/** Rows as a staircase: `levels[k]` holds from `times[k]` [s after New Year] to the next. */
interface Staircase {
  readonly times: Float64Array;
  readonly levels: Float64Array;
  /** When the last level ends: a step like the last one before it. */
  readonly end: number;
}

/**
 * Hourly utilisation from the text of a trace.
 *
 * @throws {SeriesError} with every fault of the text
 */
export function readLoadTrace(
  text: string,
  file: string,
  reading: TraceReading,
): { readonly utilisation: Float64Array; readonly notes: readonly RunNote[] } {
  const faults = seriesFaults(file);
  const stairs = readStaircase(text, reading, faults);
  faults.throwIfAny();
  if (stairs === undefined) throw new Error('unreachable');
  const length = stairs.end - stairs.times[0]!;
  const whole = length >= secondsPerYear - slack;
  if (!whole && reading.beyond === 'refuse') {
    const days = (length / 86_400).toFixed(2);
    faults.add({
      path: 'time',
      message: `found ${days} days from hour ${(stairs.times[0]! / secondsPerHour).toFixed(2)} of the year; wanted the whole year, or beyond: repeat`,
    });
    faults.throwIfAny();
  }
  const notes = whole
    ? []
    : [{ owner: file, text: `trace of ${(length / 86_400).toFixed(2)} days repeated over the year` }];
  return { utilisation: hourlyMeans(stairs), notes };
}

/** A load against time from its first row on, straight between the rows. */
export interface LoadTrace {
  /** [s], rising from 0. */
  readonly times: Float64Array;
  /** Utilisation [1] */
  readonly levels: Float64Array;
}

/**
 * The rows of a trace as they are, for a transient.
 *
 * @throws {SeriesError} with every fault of the text
 */
export function readTraceRows(text: string, file: string, timeZoneHours: number): LoadTrace {
  const faults = seriesFaults(file);
  const stairs = readStaircase(text, { timeZoneHours, beyond: 'repeat' }, faults);
  faults.throwIfAny();
  if (stairs === undefined) throw new Error('unreachable');
  const { times, levels } = stairs;
  return { times: times.map((time) => time - times[0]!), levels };
}

function readStaircase(text: string, reading: TraceReading, faults: SeriesFaults): Staircase | undefined {
  const lines = textLines(text, faults);
  const fields = lineFields(text);
  const times: number[] = [];
  const levels: number[] = [];
  let columns: TraceColumns | undefined;
  while (lines.next()) {
    if (lines.isBlank() || text.charCodeAt(lines.start()) === 35) continue; // # begins a comment
    splitLine(fields, lines.start(), lines.end());
    if (columns === undefined) {
      columns = traceColumns(fields, lines.number(), reading.ratedPower, faults);
      if (columns === undefined) return undefined;
      continue;
    }
    const time = timeOfRow(fields, columns, lines.number(), reading, faults);
    const level = levelOfRow(fields, columns, lines.number(), faults);
    if (time === undefined || level === undefined) continue;
    if (times.length > 0 && !(time > times[times.length - 1]!)) {
      const message = `found ${quoted(fieldText(fields, columns.time))}, not after the row before; wanted rising times`;
      faults.add({ line: lines.number(), column: fieldColumn(fields, columns.time), path: 'time', message });
      continue;
    }
    times.push(time);
    levels.push(level);
  }
  if (times.length < 2) {
    if (faults.count() === 0)
      faults.add({ path: '', message: `found ${times.length} rows; wanted a head line and at least two` });
    return undefined;
  }
  const lastStep = times[times.length - 1]! - times[times.length - 2]!;
  return {
    times: Float64Array.from(times),
    levels: Float64Array.from(levels),
    end: times[times.length - 1]! + lastStep,
  };
}

/** Seconds after New Year of the first row's year; undefined for a fault and for 29 February. */
function timeOfRow(
  fields: LineFields,
  columns: TraceColumns,
  line: number,
  reading: TraceReading,
  faults: SeriesFaults,
): number | undefined {
  const text = fieldText(fields, columns.time);
  const refuse = (wanted: string): undefined => {
    const column = isEmptyField(fields, columns.time) ? 1 : fieldColumn(fields, columns.time);
    faults.add({ line, column, path: 'time', message: `found ${quoted(text)}; wanted ${wanted}` });
    return undefined;
  };
  if (columns.secondsPerUnit !== undefined) {
    const time = fieldNumber(fields, columns.time) * columns.secondsPerUnit;
    return time >= 0 ? time : refuse('a number of at least 0');
  }
  const moment = momentOfText(text, reading.timeZoneHours);
  if (moment === undefined) return refuse('a date and time such as 2026-01-31T14:30');
  if (moment === 'leap day') return undefined;
  columns.firstYear ??= moment.year;
  return moment.seconds + (moment.year - columns.firstYear) * secondsPerYear;
}

function levelOfRow(fields: LineFields, columns: TraceColumns, line: number, faults: SeriesFaults): number | undefined {
  const level = fieldNumber(fields, columns.level) * columns.utilisationPerUnit;
  if (level >= 0 && level <= 1) return level;
  const text = fieldText(fields, columns.level);
  faults.add({
    line,
    column: isEmptyField(fields, columns.level) ? 1 : fieldColumn(fields, columns.level),
    path: columns.levelName,
    message: `found ${quoted(text)}; wanted a number of ${columns.levelUnit}, 0 … ${1 / columns.utilisationPerUnit}`,
  });
  return undefined;
}

/** Exact means over each hour of the staircase, repeated with its own length where it is shorter than the year. */
function hourlyMeans(stairs: Staircase): Float64Array {
  const { times, levels, end } = stairs;
  const start = times[0]!;
  const length = end - start;
  const sums = new Float64Array(times.length + 1);
  for (let k = 0; k < times.length; k++) sums[k + 1] = sums[k]! + levels[k]! * ((times[k + 1] ?? end) - times[k]!);
  const total = sums[times.length]!;

  /** ∫ level dt from the staircase's start to t, periodic. */
  const integral = (t: number): number => {
    const rounds = Math.floor((t - start) / length);
    const at = t - rounds * length;
    let low = 0;
    let high = times.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (times[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return rounds * total + sums[low]! + levels[low]! * (at - times[low]!);
  };
  const means = new Float64Array(hoursPerYear);
  let before = integral(0);
  for (let i = 0; i < hoursPerYear; i++) {
    const after = integral((i + 1) * secondsPerHour);
    means[i] = Math.min(1, Math.max(0, (after - before) / secondsPerHour));
    before = after;
  }
  return means;
}
