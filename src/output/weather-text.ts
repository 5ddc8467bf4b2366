/**
 * A year of weather as text for a terminal: place, statistics, design
 * conditions, repairs and doubts.
 */

import type { DesignConditions } from '../scenario/weather/design-conditions.ts';
import type { WeatherYear } from '../scenario/weather/weather-year.ts';
import { formatQuantity, type UnitSystem } from '../units.ts';
import type { TableOptions } from './text-table.ts';
import { emphasised, hanging, printable } from './text-layout.ts';
import { weatherStatistics } from './weather-summary.ts';

/** The year as text, ending in a line feed. */
export function weatherText(year: WeatherYear, { system, width = 80, emphasis = 'plain' }: TableOptions): string {
  const head = (text: string) => ['', emphasised(hanging(text, width, 2), 'bold', emphasis)];
  const lines = [
    emphasised(hanging(printable(year.title), width, 0), 'bold', emphasis),
    hanging(`${kindText(year)}: ${printable(year.source)}`, width, 2),
    hanging(placeText(year, system), width, 2),
    ...(year.licence === undefined ? [] : [hanging(`Licence: ${printable(year.licence)}`, width, 2)]),
    ...head('The year'),
    ...weatherStatistics(year).map(({ label, value, quantity }) =>
      line(label, formatQuantity(value, quantity, system, quantity === 'dimensionless' ? 0 : undefined)),
    ),
    ...head(designHead(year.design)),
    ...designLines(year.design, system),
    ...(year.notes.length > 0 ? head('Repairs, doubts and conventions') : []),
    ...year.notes.map(({ text, hours }) =>
      hanging(`- ${printable(text)}${hours === undefined ? '' : ` (${hours} h)`}`, width, 2),
    ),
  ];
  return `${lines.map((each) => each.trimEnd()).join('\n')}\n`;
}

function line(label: string, value: string): string {
  return `  ${label.padEnd(46)}${value.padStart(16)}`;
}

function kindText({ kind, calendarYear }: WeatherYear): string {
  const words = {
    measured: 'Measured year',
    typical: 'Typical year, stitched from months of several years',
    synthetic: 'SYNTHETIC year, made from statistics and not measured',
  };
  return calendarYear === undefined ? words[kind] : `${words[kind]} (${calendarYear})`;
}

function placeText({ latitude, longitude, elevation, timeZoneHours }: WeatherYear, system: UnitSystem): string {
  const zone = `UTC${timeZoneHours < 0 ? '−' : '+'}${Math.abs(timeZoneHours)}`;
  return `Latitude ${formatQuantity(latitude, 'latitude', system)}, longitude ${formatQuantity(longitude, 'longitude', system)}, ${formatQuantity(elevation, 'length', system, 0)} above the sea, standard time ${zone}`;
}

function designHead({ basis, source }: DesignConditions): string {
  return basis === 'published'
    ? `Design conditions: ${printable(source)}`
    : 'Design conditions, read off this very year: none are published with it';
}

function designLines(design: DesignConditions, system: UnitSystem): readonly string[] {
  const degrees = (kelvin: number) => formatQuantity(kelvin, 'temperature', system);
  const beside = (value: number | undefined, what: string) =>
    value === undefined ? '' : `, ${what} ${degrees(value)}`;
  return [
    ...design.cooling.map(({ percent, dryBulb, wetBulb }) =>
      line(`Cooling ${percent} %, dry bulb${beside(wetBulb, 'wet bulb')}`, degrees(dryBulb)),
    ),
    ...design.wetBulb.map(({ percent, wetBulb, dryBulb }) =>
      line(`Wet bulb ${percent} %${beside(dryBulb, 'dry bulb')}`, degrees(wetBulb)),
    ),
    ...design.heating.map(({ percent, dryBulb }) => line(`Heating ${percent} %, dry bulb`, degrees(dryBulb))),
    ...design.returnPeriods.map(({ years, maximumDryBulb, minimumDryBulb }) =>
      line(`Once in ${years} years, lowest ${degrees(minimumDryBulb)}, highest`, degrees(maximumDryBulb)),
    ),
    ...(design.extremeWetBulb === undefined ? [] : [line('Extreme wet bulb', degrees(design.extremeWetBulb))]),
  ];
}
