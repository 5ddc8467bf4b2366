/**
 * Reads a TMY3 file of the National Renewable Energy Laboratory (CSV, two
 * head lines) into a year of weather. Columns are found by name; solar ones,
 * sources and uncertainties are not read.
 *
 * S. Wilcox, W. Marion, Users Manual for TMY3 Data Sets, NREL/TP-581-43156,
 * 2008, tables 1-1 to 1-3.
 */

import { zeroCelsius } from '../../constants.ts';
import { longestMonth } from './calendar.ts';
import { completedReadings } from './completed-readings.ts';
import { fieldColumn, fieldText, lineFields, splitLine } from './delimited-line.ts';
import type { LineFields } from './delimited-line.ts';
import { doubts } from './doubts.ts';
import { hourOrder } from './hour-order.ts';
import type { HourOrder } from './hour-order.ts';
import type { ReadingColumn } from './hourly-readings.ts';
import { columnReader } from './placed-columns.ts';
import type { PlacedColumn } from './placed-columns.ts';
import { quoted, seriesFaults } from './series-faults.ts';
import type { SeriesFaults } from './series-faults.ts';
import { textLines } from './text-lines.ts';
import type { TextLines } from './text-lines.ts';
import { weatherYear } from './weather-year.ts';
import type { WeatherYear } from './weather-year.ts';

/** Missing readings are −9900. */
const missing = { missingFrom: Infinity, missingUpTo: -9900 } as const;
const celsius = { unit: '°C', range: [-70, 70], factor: 1, offset: zeroCelsius, ...missing } as const;

const named: readonly (ReadingColumn & { readonly head: string; readonly optional?: true })[] = [
  { head: 'Dry-bulb (C)', reading: 'dryBulb', name: 'dry bulb', ...celsius },
  { head: 'Dew-point (C)', reading: 'dewPoint', name: 'dew point', ...celsius },
  {
    head: 'RHum (%)',
    reading: 'relativeHumidity',
    name: 'relative humidity',
    unit: '%',
    range: [0, 110],
    factor: 0.01,
    offset: 0,
    ...missing,
  },
  {
    head: 'Pressure (mbar)',
    reading: 'pressure',
    name: 'pressure',
    unit: 'mbar',
    range: [310, 1200],
    factor: 100,
    offset: 0,
    ...missing,
  },
  {
    head: 'Wspd (m/s)',
    reading: 'windSpeed',
    name: 'wind speed',
    unit: 'm/s',
    range: [0, 120],
    factor: 1,
    offset: 0,
    optional: true,
    ...missing,
  },
];

const dateHead = 'Date (MM/DD/YYYY)';
const timeHead = 'Time (HH:MM)';

interface Station {
  readonly title: string;
  readonly timeZoneHours: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly elevation: number;
}

/**
 * The weather year of a TMY3 file; each row stands for the whole hour that ends at its time.
 *
 * @throws {SeriesError} with every fault of the file
 */
export function readTmy3Csv(text: string, file: string): WeatherYear {
  const faults = seriesFaults(file);
  const lines = textLines(text, faults);
  const station = lines.next() ? readStation(text.slice(lines.start(), lines.end()), faults) : undefined;
  if (faults.count() === 0 && station === undefined)
    faults.add({ path: '', message: 'found an empty file; wanted a TMY3 file' });
  faults.throwIfAny();
  const readings = readRows(text, lines, faults);
  const completed = readings && completedReadings(readings, station!.elevation, file, faults);
  faults.throwIfAny();
  const { notes, ...columns } = completed!;
  const year = weatherYear({
    ...station!,
    kind: 'typical',
    source: 'NREL TMY3',
    licence: 'work of the United States government',
    ...columns,
    notes,
  });
  return { ...year, notes: [...notes, ...doubts(year, readings!.relativeHumidity, file)] };
}

const stationFields = [
  { at: 3, name: 'time zone', unit: 'h', range: [-12, 14] },
  { at: 4, name: 'latitude', unit: '°', range: [-90, 90] },
  { at: 5, name: 'longitude', unit: '°', range: [-180, 180] },
  { at: 6, name: 'elevation', unit: 'm', range: [-1000, 9999.9] },
] as const;

/** First line: number, "name", state, time zone, latitude, longitude, elevation. */
function readStation(line: string, faults: SeriesFaults): Station | undefined {
  const fields = (line.match(/"[^"]*"|[^,]+/g) ?? []).map((field) => field.replaceAll('"', '').trim());
  const values = stationFields.map(({ at, name, unit, range }) => {
    const text = fields[at] ?? '';
    const value = text === '' ? NaN : Number(text);
    if (value >= range[0] && value <= range[1]) return value;
    const message = `found ${quoted(text)}; wanted a number of ${unit}, ${range[0]} … ${range[1]}`;
    faults.add({ line: 1, column: Math.max(1, line.indexOf(text) + 1), path: name, message });
    return NaN;
  });
  if (values.some(Number.isNaN)) return undefined;
  const radians = Math.PI / 180;
  return {
    title: [fields[1], fields[2]].filter((name) => name !== undefined && name !== '').join(', '),
    timeZoneHours: values[0]!,
    latitude: values[1]! * radians,
    longitude: values[2]! * radians,
    elevation: values[3]!,
  };
}

function readRows(text: string, lines: TextLines, faults: SeriesFaults): ReturnType<typeof hourly> | undefined {
  const fields = lineFields(text);
  if (!lines.next()) {
    faults.add({ line: 1, column: 1, path: '', message: 'found one line; wanted the column names in the second' });
    return undefined;
  }
  splitLine(fields, lines.start(), lines.end());
  const heads = Array.from({ length: fields.count }, (_, i) => fieldText(fields, i).toLowerCase());
  const place = (head: string): number => heads.indexOf(head.toLowerCase());
  const absent = [
    dateHead,
    timeHead,
    ...named.filter((column) => column.optional !== true).map(({ head }) => head),
  ].filter((head) => place(head) < 0);
  for (const head of absent) {
    faults.add({ line: 2, column: 1, path: '', message: `found no column "${head}"; wanted one` });
  }
  if (absent.length > 0) return undefined;
  const placed = named
    .map(({ head, ...column }) => ({ ...column, field: place(head) }))
    .filter((column) => column.field >= 0);
  return hourly(fields, lines, { date: place(dateHead), time: place(timeHead), placed }, faults);
}

function hourly(
  fields: LineFields,
  lines: TextLines,
  places: { readonly date: number; readonly time: number; readonly placed: readonly PlacedColumn[] },
  faults: SeriesFaults,
): ReturnType<ReturnType<typeof columnReader>['finish']> {
  const reader = columnReader(places.placed, faults);
  const order = hourOrder(1, faults);
  while (lines.next()) {
    if (lines.isBlank()) continue;
    splitLine(fields, lines.start(), lines.end());
    const hour = placedHour(fields, places, lines.number(), order, faults);
    if (hour >= 0) reader.read(fields, lines.number(), hour);
  }
  order.finish(lines.number());
  return reader.finish();
}

function placedHour(
  fields: LineFields,
  places: { readonly date: number; readonly time: number },
  line: number,
  order: HourOrder,
  faults: SeriesFaults,
): number {
  const date = /^(\d\d?)\/(\d\d?)\/\d{4}$/.exec(fieldText(fields, places.date));
  const time = /^(\d\d?):00$/.exec(fieldText(fields, places.time));
  const [month, day, hour] = [Number(date?.[1]), Number(date?.[2]), Number(time?.[1])];
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= longestMonth(month);
  const isTime = hour >= 1 && hour <= 24;
  const refuse = (field: number, path: string, wanted: string): void => {
    const message = `found ${quoted(fieldText(fields, field))}; wanted ${wanted}`;
    faults.add({ line, column: field < fields.count ? fieldColumn(fields, field) : 1, path, message });
  };
  if (!isDate) refuse(places.date, 'date', 'a date such as 12/31/2001');
  if (!isTime) refuse(places.time, 'time', 'the end of the hour, 01:00 … 24:00');
  return isDate && isTime ? order.place(month, day, hour, line) : -1;
}
