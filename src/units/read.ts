/**
 * Text to a number in SI: "600 L/min", "42 °C", "1.5 gpm/ton", "5 %",
 * "2 * 1.35 MW". The one place where units are read; whatever it refuses is
 * refused with what was found and what was wanted.
 *
 * The common case, a number before a unit, costs a pattern and a look-up; each
 * unit text is understood once. Leaves out thousands separators, currencies
 * without a rate and every function.
 */

import { readAmount, type Amount } from './arithmetic.ts';
import type { Dimension } from './definitions.ts';
import { displayUnit } from './format.ts';
import { quantities, withArticle, type Quantity, type QuantityDeclaration } from './quantities.ts';

export type ReadQuantity = { readonly value: number } | { readonly fault: string };

/** A number, then a unit that holds no further number but exponents and a leading `1/`. */
const numberAndUnit = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?) *((?:1 *\/ *)?[A-Za-z$(][A-Za-z$\d^()*/ -]*)?$/;
/** What may not stand in a unit that is understood apart from its number. */
const loneNumber = /(?<![A-Za-z$\d^-])\d|-(?!\d)|(?<!\^)-/;

/**
 * The value of a text in SI, or what is wrong with it in words for a fault.
 *
 * °C and °F are temperatures, never differences of temperature: those are
 * written in K, deltaC or deltaF. A bare `ton` is refused, but `gpm/ton` is
 * read as gallons a minute per ton of refrigeration, since a volume flow per
 * heat leaves no other reading. A comma is refused: 1,000 is a thousand to
 * some and one to others. A year is 8760 h.
 *
 * @param text as the user wrote it; a number is a text without a unit
 * @param quantity what is wanted
 */
export function readQuantity(text: string | number, quantity: Quantity): ReadQuantity {
  const found = String(text).trim();
  if (found.length > longestShown) return { fault: `${expectedQuantity(quantity)}; found ${found.length} characters` };
  const amount = amountOf(plainSpelling(found, quantity));
  if ('fault' in amount) return { fault: unreadable(found, quantity, amount.fault) };
  return settled(amount, found, quantity);
}

const longestShown = 200;
const unitAmounts = new Map<string, Amount>();
const mostUnitTexts = 1000;

function amountOf(text: string): Amount | { readonly fault: string } {
  const match = numberAndUnit.exec(text);
  const unit = match?.[2] ?? '';
  if (match === null || loneNumber.test(unit.replace(/^1 *\//, '/'))) return readAmount(text);
  const value = Number(match[1]);
  if (unit === '') return { value, dimension: plainDimension, numeric: true, united: false };
  const known = unitAmounts.get(unit) ?? readAmount(unit);
  if ('fault' in known) return known;
  if (unitAmounts.size < mostUnitTexts) unitAmounts.set(unit, known);
  const shifted = known.shift === undefined ? value : value + known.shift;
  return { ...known, value: shifted * known.value, numeric: true };
}

const plainDimension = [0, 0, 0, 0, 0, 0, 0, 0] as const;

/** The same text in the letters the parser knows: `²` is `^2`, `°C` is `degC`, `ton of refrigeration` is `tonref`. */
function plainSpelling(text: string, quantity: Quantity): string {
  let plain = text;
  if (/[^ -~]|%|\bin\b|refrigeration/.test(text)) {
    plain = text
      .replaceAll(/Δ ?°?([CFK])(?![A-Za-z])/g, 'delta$1')
      .replaceAll(/° ?([CF])(?![A-Za-z])/g, 'deg$1')
      .replaceAll('℃', 'degC')
      .replaceAll('℉', 'degF')
      .replaceAll('°', ' deg')
      .replaceAll('%', ' percent')
      .replaceAll(
        /[⁻⁰¹²³⁴-⁹]+/g,
        (raised) =>
          `^${raised
            .split('')
            .map((digit) => superscripts[digit])
            .join('')}`,
      )
      .replaceAll(/[·⋅×]/g, '*')
      .replaceAll('−', '-')
      .replaceAll(/[µμ]/g, 'u')
      .replaceAll(/[\u00a0\u2009\u202f]/g, ' ')
      .replaceAll(/\btons? of refrigeration\b|\brefrigeration tons?\b/g, 'tonref')
      .replaceAll(/\bin\b/g, 'inch');
  }
  if (quantity === 'volume flow per heat') plain = plain.replaceAll(/\/ *tons?\b/g, '/tonref');
  if (plain.endsWith(' 1')) plain = plain.replace(/^(\S+) 1$/, '$1');
  return plain;
}

const superscripts: Readonly<Record<string, string>> = Object.fromEntries(
  '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.split('').map((raised, i) => [raised, '-0123456789'[i]!]),
);

function settled(amount: Amount, found: string, quantity: Quantity): ReadQuantity {
  const declaration: QuantityDeclaration = quantities[quantity];
  const needsUnit = !amount.united && declaration.bare === undefined;
  if (!amount.numeric || needsUnit) return { fault: `${expectedQuantity(quantity)}; found ${quoted(found)}` };
  if (!Number.isFinite(amount.value)) return { fault: `${quoted(found)} is not a finite number; ${wanted(quantity)}` };
  const fault = sameDimension(amount.dimension, dimensionOf(quantity))
    ? markFault(amount, quantity)
    : `is ${dimensionName(amount)}; ${wanted(quantity)}`;
  if (fault !== undefined) return { fault: `${quoted(found)} ${fault}` };
  if (quantity === 'temperature' && amount.value < 0) return { fault: `${quoted(found)} is below absolute zero` };
  return { value: amount.value };
}

function markFault({ mark }: Amount, quantity: Quantity): string | undefined {
  if (mark === 'point' && quantity !== 'temperature')
    return `is a temperature; ${withArticle(quantity)} is wanted: write K`;
  if (mark === 'step' && quantity === 'temperature') return `is a temperature difference; ${wanted(quantity)}`;
  if (mark === 'gauge' && quantity === 'absolute pressure') return `is a gauge pressure; ${wanted(quantity)}`;
  return undefined;
}

const dimensions = new Map<Quantity, Dimension>();

/** Dimension of a quantity's SI unit, which is understood once. */
function dimensionOf(quantity: Quantity): Dimension {
  let dimension = dimensions.get(quantity);
  if (dimension === undefined) {
    const { unit } = quantities[quantity];
    const amount = amountOf(plainSpelling(`1 ${unit}`, quantity));
    if ('fault' in amount) throw new Error(`the unit ${unit} of the quantities' table cannot be read: ${amount.fault}`);
    ({ dimension } = amount);
    dimensions.set(quantity, dimension);
  }
  return dimension;
}

function sameDimension(a: Dimension, b: Dimension): boolean {
  return a.every((exponent, i) => exponent === b[i]);
}

function dimensionName({ dimension }: Amount): string {
  const names = Object.keys(quantities) as Quantity[];
  const name = names.find((each) => sameDimension(dimension, dimensionOf(each)));
  return name === undefined ? 'of no quantity known here' : withArticle(name);
}

/** `expected a number and a unit of pressure, such as "10 Pa"`: the first half of a fault. */
export function expectedQuantity(quantity: Quantity): string {
  const { unit, example, bare }: QuantityDeclaration = quantities[quantity];
  const such = `such as "${example ?? `10 ${unit}`}"`;
  return bare ? `expected a number, ${such}` : `expected a number and a unit of ${quantity}, ${such}`;
}

function wanted(quantity: Quantity): string {
  return `${withArticle(quantity)} is wanted${inUnits(quantity)}`;
}

/** `, in Pa, kPa, bar`; nothing for a quantity without units. */
function inUnits(quantity: Quantity): string {
  const { unit, also }: QuantityDeclaration = quantities[quantity];
  const named = unit === '1' ? also : [unit, ...also];
  return named.length === 0 ? '' : `, in ${named.join(', ')}`;
}

function unreadable(found: string, quantity: Quantity, reason: string): string {
  if (!/\d/.test(found)) return `${expectedQuantity(quantity)}; found ${quoted(found)}`;
  if (found.includes(',')) {
    return `${quoted(found)} has a comma; write thousands without a separator and decimals with a point, 1000 or 1.5`;
  }
  return `${quoted(found)} cannot be read as ${withArticle(quantity)}${inUnits(quantity)}: ${reason}`;
}

function quoted(text: string): string {
  return text.length > 60 ? `"${text.slice(0, 57)}…"` : `"${text}"`;
}

/**
 * The value and unit whose text reads back to the very same number: in the
 * unit people use where that holds, in SI otherwise.
 *
 * @param value [SI], finite
 */
export function exactQuantity(value: number, quantity: Quantity): { readonly value: number; readonly unit: string } {
  const { unit, fromSi } = displayUnit(quantity, 'si');
  for (const digits of [6, 12, 15]) {
    const rounded = Number(fromSi(value).toPrecision(digits));
    const back = readQuantity(`${rounded} ${unit}`, quantity);
    if ('value' in back && back.value === value) return { value: rounded, unit };
  }
  return { value, unit: quantities[quantity].unit };
}
