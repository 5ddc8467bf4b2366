/**
 * A year of weather in numbers as one JSON document; hours are not in it.
 */

import type { DesignConditions } from '../scenario/weather/design-conditions.ts';
import type { WeatherYear } from '../scenario/weather/weather-year.ts';
import { jsonQuantity } from '../units.ts';
import { weatherStatistics } from './weather-summary.ts';

/** The year as a plain object for `JSON.stringify`. */
export function weatherJson(year: WeatherYear): object {
  return {
    title: year.title,
    kind: year.kind,
    source: year.source,
    ...(year.licence === undefined ? {} : { licence: year.licence }),
    ...(year.calendarYear === undefined ? {} : { calendarYear: year.calendarYear }),
    latitude: jsonQuantity(year.latitude, 'latitude'),
    longitude: jsonQuantity(year.longitude, 'longitude'),
    elevation: jsonQuantity(year.elevation, 'length'),
    timeZone: { value: year.timeZoneHours, unit: 'h' },
    hours: year.hours,
    statistics: Object.fromEntries(
      weatherStatistics(year).map(({ key, label, value, quantity }) => [
        key,
        { ...jsonQuantity(value, quantity), about: label },
      ]),
    ),
    design: designJson(year.design),
    notes: year.notes.map(({ owner, text, hours }) => ({ owner, text, ...(hours === undefined ? {} : { hours }) })),
  };
}

function designJson({
  basis,
  source,
  cooling,
  wetBulb,
  heating,
  returnPeriods,
  extremeWetBulb,
}: DesignConditions): object {
  const temperature = (name: string, value: number | undefined) =>
    value === undefined ? {} : { [name]: jsonQuantity(value, 'temperature') };
  return {
    basis,
    source,
    cooling: cooling.map((each) => ({
      percent: each.percent,
      ...temperature('dryBulb', each.dryBulb),
      ...temperature('wetBulb', each.wetBulb),
    })),
    wetBulb: wetBulb.map((each) => ({
      percent: each.percent,
      ...temperature('wetBulb', each.wetBulb),
      ...temperature('dryBulb', each.dryBulb),
    })),
    heating: heating.map((each) => ({ percent: each.percent, ...temperature('dryBulb', each.dryBulb) })),
    returnPeriods: returnPeriods.map((each) => ({
      years: each.years,
      ...temperature('maximumDryBulb', each.maximumDryBulb),
      ...temperature('minimumDryBulb', each.minimumDryBulb),
    })),
    ...temperature('extremeWetBulb', extremeWetBulb),
  };
}
