/**
 * Reads an EnergyPlus weather file (EPW) into a year of weather. Every fault
 * of the file is told at once with its line and column; what could be
 * repaired is repaired and noted. Solar, sky and rain columns are not read.
 */

import { fieldText, lineFields, splitLine } from './delimited-line.ts';
import { completedReadings } from './completed-readings.ts';
import { doubts } from './doubts.ts';
import { epwHeader, epwKeywords } from './epw-header.ts';
import type { EpwHeader, HeaderLine } from './epw-header.ts';
import { epwRowReader } from './epw-rows.ts';
import type { EpwRows } from './epw-rows.ts';
import { quoted, seriesFaults } from './series-faults.ts';
import type { SeriesFaults } from './series-faults.ts';
import { textLines } from './text-lines.ts';
import { weatherYear } from './weather-year.ts';
import type { RunNote, WeatherYear } from './weather-year.ts';

/** Data sets that are stitched from several years, whatever their year column says. */
const typicalSets = /TMY|IWEC|CSWD|CTYW|SWERA|ISHRAE|RMY|TRY|CWEC|CityUHK|CIBSE|IMGW|ITMY|MSI|NIWA/i;

/**
 * The weather year of an EPW file.
 *
 * Each row stands for the whole hour that ends at its stamp (see
 * `WeatherYear`); of two or four records an hour the mean is taken. Accepts
 * 8760 rows, or 8784 with 29 February, which is dropped and noted. Missing
 * readings up to six hours are interpolated and noted; a missing dew point is
 * found from relative humidity, a missing pressure from the elevation.
 *
 * @param text the file, decoded; line ends and a byte-order mark do not matter
 * @param file its name, for messages
 * @throws {SeriesError} with every fault of the file
 */
export function readEpw(text: string, file: string): WeatherYear {
  const faults = seriesFaults(file);
  const { header, rows } = walk(text, faults);
  const location = header.location;
  const completed = rows && completedReadings(rows.readings, location?.elevation ?? 0, file, faults);
  faults.throwIfAny();
  if (location === undefined || rows === undefined || completed === undefined) throw new Error('unreachable');

  const year = weatherYear({
    title: location.title,
    kind: isTypical(rows, location.dataSet) ? 'typical' : 'measured',
    source: header.comments === '' ? location.dataSet : `${location.dataSet}: ${header.comments}`,
    ...licenceOf(header.comments),
    latitude: location.latitude,
    longitude: location.longitude,
    timeZoneHours: location.timeZoneHours,
    elevation: location.elevation,
    ...(rows.years.size === 1 && !typicalSets.test(location.dataSet) ? { calendarYear: [...rows.years][0]! } : {}),
    dryBulb: completed.dryBulb,
    dewPoint: completed.dewPoint,
    pressure: completed.pressure,
    ...(completed.windSpeed === undefined ? {} : { windSpeed: completed.windSpeed }),
    ...(header.design === undefined ? {} : { design: header.design }),
    notes: [
      ...header.doubts.map((doubt) => ({ owner: file, text: doubt })),
      ...rowNotes(rows, file),
      ...completed.notes,
    ],
  });
  return { ...year, notes: [...year.notes, ...doubts(year, rows.readings.relativeHumidity, file)] };
}

/** Header first, then row after row; stops early at what is no weather file at all. */
function walk(text: string, faults: SeriesFaults): { header: EpwHeader; rows: EpwRows | undefined } {
  const lines = textLines(text, faults);
  const fields = lineFields(text);
  const headerLines: HeaderLine[] = [];
  let header: EpwHeader | undefined;
  let reader: ReturnType<typeof epwRowReader> | undefined;
  while (lines.next()) {
    if (lines.isBlank()) continue;
    if (reader === undefined && !lines.startsWithDigit()) {
      readHeaderLine(text.slice(lines.start(), lines.end()), lines.number(), headerLines, faults);
      if (faults.count() > 0 && headerLines.length === 0) break;
      continue;
    }
    if (reader === undefined) {
      header = epwHeader(headerLines, lines.number(), faults);
      reader = epwRowReader(header.recordsPerHour, faults);
    }
    splitLine(fields, lines.start(), lines.end());
    reader.read(fields, lines.number());
  }
  if (header !== undefined) return { header, rows: reader?.finish(lines.number()) };
  if (headerLines.length > 0) {
    header = epwHeader(headerLines, Math.max(1, lines.number()), faults);
    reader = epwRowReader(header.recordsPerHour, faults);
    return { header, rows: reader.finish(Math.max(1, lines.number())) };
  }
  if (faults.count() === 0) faults.add({ path: '', message: 'found an empty file; wanted an EPW weather file' });
  faults.throwIfAny();
  throw new Error('unreachable');
}

function readHeaderLine(text: string, line: number, header: HeaderLine[], faults: SeriesFaults): void {
  const fields = lineFields(text);
  splitLine(fields, 0, text.length);
  const keyword = fieldText(fields, 0).replaceAll('"', '').toUpperCase();
  if (epwKeywords.some((known) => known === keyword)) {
    header.push({ keyword, text, line });
    return;
  }
  const message = `found ${quoted(fieldText(fields, 0))}; wanted a header line, LOCATION first, or a row of hourly data`;
  faults.add({ line, column: 1, path: '', message });
}

function isTypical(rows: EpwRows, dataSet: string): boolean {
  return rows.years.size !== 1 || typicalSets.test(dataSet);
}

function licenceOf(comments: string): { licence?: string } {
  const found = /CC[ -]BY(?:-[A-Z]+)* ?\d\.\d|CC0/.exec(comments);
  return found === null ? {} : { licence: found[0] };
}

function rowNotes(rows: EpwRows, file: string): RunNote[] {
  if (rows.leapHours === 0) return [];
  return [{ owner: file, text: '29 February dropped: a year has 365 days here', hours: rows.leapHours }];
}
