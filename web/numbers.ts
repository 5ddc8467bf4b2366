/** Numbers as the page shows them: in the reader's units, hours with their date. */

import { displayScale, formatQuantity, numberText, type Quantity, type Scale, type UnitSystem } from '../src/index.ts';

/** `15.32 GWh`: a value in the unit in which it reads best, by itself or beside others of its kind. */
export function shown(value: number, quantity: Quantity, units: UnitSystem, beside = [value]): string {
  if (!Number.isFinite(value)) return '–';
  const scale = displayScale(quantity, units, beside);
  return withUnit(numberText(scale.fromSi(value), scale.digits), scale);
}

export function withUnit(number: string, { unit }: Pick<Scale, 'unit'>): string {
  return unit === '' ? number : `${number} ${unit}`;
}

/** A sentence in which no line ends between a number and its unit. */
export function unbroken(sentence: string): string {
  return sentence.replaceAll(/(\d) (?=[\p{L}°%µ])/gu, '$1\u00a0');
}

/** A temperature to a tenth. */
export function degrees(kelvin: number, units: UnitSystem): string {
  return Number.isFinite(kelvin) ? formatQuantity(kelvin, 'temperature', units, 1) : '–';
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const monthStarts = monthLengths.map((_, month) => monthLengths.slice(0, month).reduce((a, b) => a + b, 0));
export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `24 Jul 14:00`, the beginning of the hour. */
export function dateText(hour: number, language: 'en' | 'zh'): string {
  const day = Math.floor(hour / 24);
  const month = monthStarts.findLastIndex((start) => start <= day);
  const [date, time] = [day - monthStarts[month]! + 1, `${String(hour % 24).padStart(2, '0')}:00`];
  return language === 'zh' ? `${month + 1}月${date}日 ${time}` : `${date} ${monthNames[month]} ${time}`;
}

export function monthText(month: number, language: 'en' | 'zh'): string {
  return language === 'zh' ? `${month + 1}月` : monthNames[month]!;
}

/** A word of a key: `electricityPrice` as `electricity price`, `cold-plate` as it is. */
export function spoken(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}
