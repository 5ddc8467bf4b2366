/**
 * The DESIGN CONDITIONS line of an EnergyPlus weather file, which repeats a
 * station's row of the ASHRAE Handbook's climatic design information. Its
 * positions shift with the Handbook's edition, so the three words Heating,
 * Cooling and Extremes are looked for and positions counted from them. What
 * makes no sense is left out and said.
 */

import { zeroCelsius } from '../../constants.ts';
import type { DesignConditions, ReturnPeriod } from './design-conditions.ts';

/** Where values stand after their word; ASHRAE Handbook, Fundamentals, chapter 14, table of a station. */
const heating = { 99.6: 1, 99: 2 } as const;
/** Dry bulb, followed by its mean coincident wet bulb. */
const coolingAt = { 0.4: 2, 1: 4, 2: 6 } as const;
/** Wet bulb, followed by its mean coincident dry bulb. */
const wetBulbAt = { 0.4: 8, 1: 10, 2: 12 } as const;
const percents = [0.4, 1, 2] as const;
const returnYears = [5, 10, 20, 50] as const;

/**
 * Design conditions of the header [K], or undefined when it has none.
 *
 * @param fields the line split at commas
 * @param doubts receives what was left out
 */
export function epwDesignConditions(fields: readonly string[], doubts: string[]): DesignConditions | undefined {
  const tokens = fields.map((field) => field.trim());
  if (!(Number(tokens[1] || 0) >= 1)) return undefined;
  const groups = wordGroups(tokens);
  const cold = groups.heating;
  const hot = groups.cooling;
  if (cold === undefined || hot === undefined) {
    doubts.push('DESIGN CONDITIONS has no Heating and Cooling; it was left out');
    return undefined;
  }
  const conditions: DesignConditions = {
    source: tokens[2] || 'design conditions of the file, unnamed edition',
    basis: 'published',
    heating: [99.6, 99]
      .map((percent) => ({ percent, dryBulb: kelvin(cold[heating[percent as 99]]) }))
      .filter((condition) => isTemperature(condition.dryBulb)),
    cooling: percents
      .map((percent) => ({ percent, dryBulb: kelvin(hot[coolingAt[percent]]), ...wet(hot[coolingAt[percent] + 1]) }))
      .filter((condition) => isTemperature(condition.dryBulb)),
    wetBulb: percents
      .map((percent) => ({ percent, wetBulb: kelvin(hot[wetBulbAt[percent]]), ...dry(hot[wetBulbAt[percent] + 1]) }))
      .filter((condition) => isTemperature(condition.wetBulb)),
    ...extremes(groups.extremes ?? [], hot),
  };
  if (isOrdered(conditions)) return conditions;
  doubts.push('DESIGN CONDITIONS are not in falling order; they were left out');
  return undefined;
}

/** Tokens after each of the three words. */
function wordGroups(tokens: readonly string[]): { heating?: string[]; cooling?: string[]; extremes?: string[] } {
  const found: Record<string, string[]> = {};
  let current: string[] | undefined;
  for (const token of tokens) {
    const word = token.toLowerCase();
    if (word === 'heating' || word === 'cooling' || word === 'extremes') current = found[word] = [];
    else current?.push(token);
  }
  return found;
}

function kelvin(text: string | undefined): number {
  return text === undefined || text === '' ? NaN : Number(text) + zeroCelsius;
}

function isTemperature(value: number): boolean {
  return value > zeroCelsius - 90 && value < zeroCelsius + 60;
}

function wet(text: string | undefined): { wetBulb?: number } {
  const value = kelvin(text);
  return isTemperature(value) ? { wetBulb: value } : {};
}

function dry(text: string | undefined): { dryBulb?: number } {
  const value = kelvin(text);
  return isTemperature(value) ? { dryBulb: value } : {};
}

/**
 * Extremes of the editions up to 2013 (16 values) hold the extreme wet bulb
 * fourth; from 2017 on it is the last value of Cooling and 15 are left: three
 * wind speeds, mean and deviation of the yearly extremes, then minimum and
 * maximum for 5, 10, 20 and 50 years.
 */
function extremes(
  values: readonly string[],
  hot: readonly string[],
): { returnPeriods: readonly ReturnPeriod[]; extremeWetBulb?: number } {
  const early = values.length >= 16;
  const wetBulb = kelvin(early ? values[3] : hot[31]);
  const first = early ? 8 : 7;
  const returnPeriods = returnYears
    .map((years, i) => ({
      years,
      minimumDryBulb: kelvin(values[first + 2 * i]),
      maximumDryBulb: kelvin(values[first + 2 * i + 1]),
    }))
    .filter((period) => isTemperature(period.minimumDryBulb) && isTemperature(period.maximumDryBulb))
    .filter((period) => period.minimumDryBulb < period.maximumDryBulb);
  return { returnPeriods, ...(isTemperature(wetBulb) ? { extremeWetBulb: wetBulb } : {}) };
}

function isOrdered(conditions: DesignConditions): boolean {
  const falls = (values: readonly number[]): boolean => values.every((value, i) => i === 0 || value <= values[i - 1]!);
  return (
    falls(conditions.cooling.map((condition) => condition.dryBulb)) &&
    falls(conditions.wetBulb.map((condition) => condition.wetBulb)) &&
    falls(conditions.heating.map((condition) => -condition.dryBulb))
  );
}
