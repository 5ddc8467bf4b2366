/**
 * Fields of a comma-separated line, by position and without making strings:
 * the readers of weather files go through a hundred thousand of them. Plain
 * numbers only; quoted fields are the business of whoever splits a header.
 */

/** The fields of one line, reused from line to line. */
export interface LineFields {
  text: string;
  /** 0-based offset of the line's first character in the text. */
  lineStart: number;
  count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Fields kept of a line; more are counted and dropped. */
const most = 128;

export function lineFields(text: string): LineFields {
  return { text, lineStart: 0, count: 0, starts: new Int32Array(most), ends: new Int32Array(most) };
}

const comma = 44;
const space = 32;
const tab = 9;

/** Splits text[start, end) at commas and trims blanks round every field. */
export function splitLine(fields: LineFields, start: number, end: number): void {
  const { text, starts, ends } = fields;
  fields.lineStart = start;
  let count = 0;
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && text.charCodeAt(i) !== comma) continue;
    if (count < most) {
      let first = from;
      let last = i;
      while (first < last && isBlank(text.charCodeAt(first))) first++;
      while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
      starts[count] = first;
      ends[count] = last;
    }
    count += 1;
    from = i + 1;
  }
  fields.count = count;
}

function isBlank(code: number): boolean {
  return code === space || code === tab;
}

export function isEmptyField(fields: LineFields, index: number): boolean {
  return index >= fields.count || index >= most || fields.starts[index]! === fields.ends[index]!;
}

/** The field's text; empty when there is none. */
export function fieldText(fields: LineFields, index: number): string {
  return index < Math.min(fields.count, most) ? fields.text.slice(fields.starts[index]!, fields.ends[index]!) : '';
}

/** 1-based column of the field in its line. */
export function fieldColumn(fields: LineFields, index: number): number {
  return fields.starts[index]! - fields.lineStart + 1;
}

/** Powers of ten that a double holds exactly, as many as a field needs. */
const powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/**
 * The number in a field, or NaN when it is anything but one finite decimal number.
 *
 * Digits are gathered in an integer and divided once by a power of ten: both
 * are exact up to 15 digits, so the quotient is the very double that Number()
 * gives. Longer ones and exponents go to Number().
 */
export function fieldNumber(fields: LineFields, index: number): number {
  if (isEmptyField(fields, index)) return NaN;
  const { text } = fields;
  const end = fields.ends[index]!;
  let i = fields.starts[index]!;
  const sign = text.charCodeAt(i);
  if (sign === 45 || sign === 43) i++;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + (code - 48);
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else if (code === 46 && decimals < 0) decimals = 0;
    else return exponentNumber(fieldText(fields, index));
  }
  if (digits === 0) return NaN;
  if (digits > 15) return exponentNumber(fieldText(fields, index));
  const size = decimals > 0 ? mantissa / powersOfTen[decimals]! : mantissa;
  return sign === 45 ? -size : size;
}

const decimalNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function exponentNumber(text: string): number {
  const value = decimalNumber.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : NaN;
}
