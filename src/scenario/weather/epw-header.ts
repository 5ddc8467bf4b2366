/**
 * The header of an EnergyPlus weather file: where the site is, what its
 * design conditions are, how many records an hour the rows hold. Lines are
 * found by their keyword, in any order. Typical periods, ground temperatures
 * and holidays are not read.
 *
 * Fields: EnergyPlus, Auxiliary Programs, EPW Data Dictionary.
 */

import type { DesignConditions } from './design-conditions.ts';
import { epwDesignConditions } from './epw-design-conditions.ts';
import { quoted } from './series-faults.ts';
import type { SeriesFaults } from './series-faults.ts';

export const epwKeywords = [
  'LOCATION',
  'DESIGN CONDITIONS',
  'TYPICAL/EXTREME PERIODS',
  'GROUND TEMPERATURES',
  'HOLIDAYS/DAYLIGHT SAVING',
  'HOLIDAYS/DAYLIGHT SAVINGS',
  'COMMENTS 1',
  'COMMENTS 2',
  'DATA PERIODS',
] as const;

export interface EpwLocation {
  readonly title: string;
  /** The set the hours come from: `TMY3`, `IWEC Data`. */
  readonly dataSet: string;
  /** [rad] */
  readonly latitude: number;
  /** [rad] */
  readonly longitude: number;
  readonly timeZoneHours: number;
  /** [m] */
  readonly elevation: number;
}

const radiansPerDegree = Math.PI / 180;

export interface EpwHeader {
  readonly location: EpwLocation | undefined;
  readonly design: DesignConditions | undefined;
  readonly comments: string;
  readonly recordsPerHour: number;
  /** What is odd about the header without being a fault. */
  readonly doubts: readonly string[];
}

/** One header line: its upper-case keyword, its whole text and where it stands. */
export interface HeaderLine {
  readonly keyword: string;
  readonly text: string;
  readonly line: number;
}

export function epwHeader(lines: readonly HeaderLine[], lastLine: number, faults: SeriesFaults): EpwHeader {
  const lineOf = (keyword: string): HeaderLine | undefined => lines.find((line) => line.keyword === keyword);
  const required = (keyword: string): HeaderLine | undefined => {
    const line = lineOf(keyword);
    if (line === undefined) {
      faults.add({
        line: lastLine,
        column: 1,
        path: '',
        message: `found no ${keyword} line; wanted one in the header`,
      });
    }
    return line;
  };
  const doubts: string[] = [];
  const location = required('LOCATION');
  const periods = required('DATA PERIODS');
  const design = lineOf('DESIGN CONDITIONS');
  return {
    location: location && readLocation(location, faults),
    design: design && epwDesignConditions(design.text.split(','), doubts),
    comments: [lineOf('COMMENTS 1'), lineOf('COMMENTS 2')]
      .map((line) => commentText(line))
      .join(' ')
      .trim(),
    recordsPerHour: periods === undefined ? 1 : readDataPeriods(periods, faults, doubts),
    doubts,
  };
}

/** Everything behind the first comma, commas and all, without quotes round it. */
function commentText(line: HeaderLine | undefined): string {
  if (line === undefined) return '';
  const text = line.text.slice(line.text.indexOf(',') + 1).trim();
  return text.replace(/^"(.*)"$/, '$1').trim();
}

const placeFields = [
  { at: 6, name: 'latitude', range: [-90, 90], unit: '°' },
  { at: 7, name: 'longitude', range: [-180, 180], unit: '°' },
  { at: 8, name: 'time zone', range: [-12, 14], unit: 'h' },
  { at: 9, name: 'elevation', range: [-1000, 9999.9], unit: 'm' },
] as const;

function readLocation(line: HeaderLine, faults: SeriesFaults): EpwLocation | undefined {
  const fields = line.text.split(',');
  const values = placeFields.map(({ at, name, range, unit }) => {
    const text = fields[at]?.trim() ?? '';
    const value = text === '' ? NaN : Number(text);
    if (value >= range[0] && value <= range[1]) return value;
    const column = Math.min(fields.slice(0, at).join(',').length + 2, line.text.length + 1);
    const message = `found ${quoted(text)}; wanted a number of ${unit}, ${range[0]} … ${range[1]}`;
    faults.add({ line: line.line, column, path: name, message });
    return NaN;
  });
  if (values.some(Number.isNaN)) return undefined;
  const names = [fields[1], fields[3]].map((text) => text?.trim() ?? '').filter((text) => text !== '' && text !== '-');
  return {
    title: names.join(', ') || 'unnamed place',
    dataSet: fields[4]?.trim() || 'unnamed source',
    latitude: values[0]! * radiansPerDegree,
    longitude: values[1]! * radiansPerDegree,
    timeZoneHours: values[2]!,
    elevation: values[3]!,
  };
}

const recordsPerHourKnown = [1, 2, 4];

/** Records per hour; the dates are only checked, the rows decide. */
function readDataPeriods(line: HeaderLine, faults: SeriesFaults, doubts: string[]): number {
  const fields = line.text.split(',').map((field) => field.trim());
  const periods = Number(fields[1] || NaN);
  const records = Number(fields[2] || NaN);
  if (periods !== 1) {
    const message = `found ${quoted(fields[1] ?? '')} data periods; wanted 1, a whole year`;
    faults.add({ line: line.line, column: line.text.indexOf(',') + 2, path: 'DATA PERIODS', message });
  }
  if (!recordsPerHourKnown.includes(records)) {
    const message = `found ${quoted(fields[2] ?? '')} records per hour; wanted 1, 2 or 4`;
    const column = line.text.indexOf(',', line.text.indexOf(',') + 1) + 2;
    faults.add({ line: line.line, column, path: 'DATA PERIODS', message });
    return 1;
  }
  const [start, end] = [fields[5] ?? '', fields[6] ?? ''].map((date) => date.replaceAll(' ', ''));
  const whole = /^0?1\/0?1(\/\d+)?$/.test(start!) && /^12\/31(\/\d+)?$/.test(end!);
  if (periods === 1 && !whole) {
    doubts.push(
      `DATA PERIODS says ${start || 'nothing'} to ${end || 'nothing'}; the rows, which hold a year, are followed`,
    );
  }
  return records;
}
