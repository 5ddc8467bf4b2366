/**
 * Values by declaration, back to what a user would write: plain data with a
 * unit at every number, which the reader turns into the very same doubles.
 * Used to emit a resolved scenario.
 */

import { exactQuantity, quantities, type Quantity } from '../units.ts';
import type { LibraryRecord, Parameter, Parameters } from './parameters.ts';

/** What YAML and JSON can hold. */
export type PlainValue = string | number | readonly PlainValue[] | PlainMap;
export interface PlainMap {
  readonly [name: string]: PlainValue;
}

/** Values of a declaration as plain data; absent optional values stay absent. */
export function writeParameters(declaration: Parameters, values: Readonly<Record<string, unknown>>): PlainMap {
  const written: Record<string, PlainValue> = {};
  for (const [name, parameter] of Object.entries(declaration)) {
    const value = values[name];
    if (value !== undefined) written[name] = plainValue(parameter, value);
  }
  return written;
}

function plainValue(parameter: Parameter, value: unknown): PlainValue {
  if ('quantity' in parameter) return quantityText(value as number, parameter.quantity);
  if ('record' in parameter) return (value as LibraryRecord).id;
  if ('series' in parameter) return column(value as Float64Array, parameter.series);
  if ('group' in parameter) return writeParameters(parameter.group, value as Record<string, unknown>);
  if ('each' in parameter) {
    const groups = Object.entries(value as Record<string, Record<string, unknown>>);
    return Object.fromEntries(groups.map(([name, group]) => [name, writeParameters(parameter.each, group)]));
  }
  if ('table' in parameter) {
    const columns = value as Record<string, Float64Array>;
    const declared = Object.entries(parameter.table);
    return Object.fromEntries(declared.map(([name, { quantity }]) => [name, column(columns[name]!, quantity)]));
  }
  return value as string | number;
}

function quantityText(value: number, quantity: Quantity): string {
  const { value: number, unit } = exactQuantity(value, quantity);
  return unit === '1' ? String(number) : `${number} ${unit}`;
}

/** One unit for the whole column: people's where every point survives in it, SI otherwise. */
function column(values: Float64Array, quantity: Quantity): PlainMap {
  const points = Array.from(values, (value) => exactQuantity(value, quantity));
  const unit = points[0]?.unit ?? '1';
  if (points.every((point) => point.unit === unit)) return { unit, values: points.map((point) => point.value) };
  return { unit: quantities[quantity].unit, values: [...values] };
}
