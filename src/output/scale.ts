/**
 * The unit and the digits in which several values of one quantity are best
 * read side by side: 15.32 GWh and not 15 320 417 kWh. Tables, charts and
 * sentences use it; units themselves belong to `units.ts`.
 */

import { displayUnit, type DisplayUnit, type Quantity, type UnitSystem } from '../units.ts';

/** A unit, the way into it from SI, and the digits after the point. */
export interface Scale {
  readonly unit: string;
  readonly digits: number;
  fromSi(value: number): number;
}

/** The next larger unit of what grows without bound over a year or a site. */
const larger: Readonly<Record<string, { readonly unit: string; readonly ratio: number }>> = {
  kW: { unit: 'MW', ratio: 1e3 },
  kWh: { unit: 'MWh', ratio: 1e3 },
  MWh: { unit: 'GWh', ratio: 1e3 },
  kg: { unit: 't', ratio: 1e3 },
  t: { unit: 'kt', ratio: 1e3 },
  gal: { unit: 'kgal', ratio: 1e3 },
  kgal: { unit: 'Mgal', ratio: 1e3 },
  lb: { unit: 'klb', ratio: 1e3 },
  USD: { unit: 'kUSD', ratio: 1e3 },
  kUSD: { unit: 'MUSD', ratio: 1e3 },
};

/** Bare counts stay as they are up to here, and are then told in millions. */
const longCount = 1e7;

/** A number this large [display unit] is hard to read; the next unit is taken. */
const tooLong = 10_000;

/** The scale for values in SI; `digits` holds as long as the quantity's own unit is taken. */
export function displayScale(quantity: Quantity, system: UnitSystem, values: Iterable<number>, digits?: number): Scale {
  const own = displayUnit(quantity, system);
  const largest = largestSize(values, own);

  if (own.unit === '1' && largest >= longCount)
    return { unit: 'million', digits: 3, fromSi: (value) => own.fromSi(value) / 1e6 };

  let { unit } = own;
  let ratio = 1;
  while (largest / ratio >= tooLong && larger[unit] !== undefined) {
    ratio *= larger[unit]!.ratio;
    unit = larger[unit]!.unit;
  }
  if (ratio === 1) {
    const needed = quantity === 'temperature' ? own.decimals : Math.max(own.decimals, digitsFor(largest, 3));
    return { unit: unit === '1' ? '' : unit, digits: digits ?? needed, fromSi: own.fromSi };
  }
  return { unit, digits: digitsFor(largest / ratio, 4), fromSi: (value) => own.fromSi(value) / ratio };
}

function largestSize(values: Iterable<number>, own: DisplayUnit): number {
  let largest = 0;
  for (const value of values) {
    const size = Math.abs(own.fromSi(value));
    if (size > largest && size < Number.POSITIVE_INFINITY) largest = size;
  }
  return largest;
}

/** Digits after the point that give a number of this size its significant digits. */
function digitsFor(size: number, significant: number): number {
  if (!(size > 0)) return 0;
  return Math.min(Math.max(significant - 1 - Math.floor(Math.log10(size)), 0), 6);
}

/** What stands where a value does not apply. */
export const notApplicable = '–';

/** `15.32`, `5,760`, `−0.4` with a plain hyphen; an en dash for NaN. */
export function numberText(value: number, digits: number): string {
  if (Number.isNaN(value)) return notApplicable;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '-∞';
  const text = Math.abs(value).toFixed(digits);
  const point = text.indexOf('.');
  const whole = point < 0 ? text : text.slice(0, point);
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const isZero = Number(text) === 0;
  return `${value < 0 && !isZero ? '-' : ''}${grouped}${point < 0 ? '' : text.slice(point)}`;
}

/** With its sign: `+3.1`, `-14.2`, `±0.0`. */
export function signedText(value: number, digits: number): string {
  const text = numberText(value, digits);
  if (Number.isNaN(value) || text.startsWith('-')) return text;
  return Number(value.toFixed(digits)) === 0 ? `±${text}` : `+${text}`;
}
