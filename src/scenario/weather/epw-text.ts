/**
 * Writes a year as an EnergyPlus weather file: dry bulb, dew point, relative
 * humidity, pressure and wind; every other field holds its missing code.
 * Fetched years are kept in this form, so that any other program reads them.
 */

import { zeroCelsius } from '../../constants.ts';
import { saturationPressure } from '../../fluids/moist-air.ts';
import { hoursPerDay, monthOfDay, monthStarts } from './calendar.ts';
import type { HourlyReadings } from './hourly-readings.ts';

export interface EpwFile {
  readonly title: string;
  readonly dataSet: string;
  /** [rad] */
  readonly latitude: number;
  /** [rad] */
  readonly longitude: number;
  readonly timeZoneHours: number;
  readonly elevation: number;
  readonly calendarYear: number;
  /** Name of the weekday of 1 January. */
  readonly firstWeekday: string;
  readonly comments: readonly [string, string];
  /** NaN where a reading is missing. */
  readonly readings: Pick<HourlyReadings, 'dryBulb' | 'dewPoint' | 'pressure' | 'windSpeed'>;
}

const degrees = 180 / Math.PI;
/** Columns 11 to 21, and 23 to 35: the dictionary's missing codes. */
const solarCodes = '9999,9999,9999,9999,9999,9999,999999,999999,999999,9999,999';
const otherCodes = '99,99,9999,99999,9,999999999,999,.999,999,99,999,999,99';
const flags = '?9?9?9?9E0?9?9?9?9?9?9?9?9?9?9?9?9?9*9*9?9?9';

/** The file's text, line ends LF; line breaks and commas inside names are replaced. */
export function epwText(file: EpwFile): string {
  const plain = (text: string): string => text.replaceAll(/[,\s]+/g, ' ').trim();
  const comment = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ').trim();
  const place = [
    (file.latitude * degrees).toFixed(3),
    (file.longitude * degrees).toFixed(3),
    String(file.timeZoneHours),
    file.elevation.toFixed(1),
  ];
  const header = [
    `LOCATION,${plain(file.title)},-,-,${plain(file.dataSet)},000000,${place.join(',')}`,
    'DESIGN CONDITIONS,0',
    'TYPICAL/EXTREME PERIODS,0',
    'GROUND TEMPERATURES,0',
    'HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0',
    `COMMENTS 1,${comment(file.comments[0])}`,
    `COMMENTS 2,${comment(file.comments[1])}`,
    `DATA PERIODS,1,1,Data,${file.firstWeekday},1/1,12/31`,
  ];
  const rows = Array.from(file.readings.dryBulb, (_, hour) => row(file, hour));
  return `${[...header, ...rows].join('\n')}\n`;
}

function row(file: EpwFile, index: number): string {
  const day = Math.floor(index / hoursPerDay);
  const month = monthOfDay[day]!;
  const date = `${file.calendarYear},${month + 1},${day - monthStarts[month]! + 1},${(index % hoursPerDay) + 1},60`;
  const { dryBulb, dewPoint, pressure, windSpeed } = file.readings;
  const temperature = (value: number): string => (Number.isNaN(value) ? '99.9' : rounded(value - zeroCelsius, 2));
  const humidity = (100 * saturationPressureOrNaN(dewPoint[index]!)) / saturationPressureOrNaN(dryBulb[index]!);
  const fields = [
    temperature(dryBulb[index]!),
    temperature(dewPoint[index]!),
    Number.isNaN(humidity) ? '999' : rounded(Math.min(100, humidity), 0),
    Number.isNaN(pressure[index]!) ? '999999' : rounded(pressure[index]!, 0),
  ];
  const wind = Number.isNaN(windSpeed[index]!) ? '999' : rounded(windSpeed[index]!, 2);
  return `${date},${flags},${fields.join(',')},${solarCodes},${wind},${otherCodes}`;
}

function saturationPressureOrNaN(temperature: number): number {
  return Number.isNaN(temperature) ? NaN : saturationPressure(temperature);
}

function rounded(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}
