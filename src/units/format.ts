/**
 * Numbers in SI to what a reader sees: "40.0 °C", "104.0 °F", or a value and a
 * unit for JSON. Every unit written here is read back by `readQuantity`.
 */

import { quantities, type Quantity, type QuantityDeclaration, type UnitSystem } from './quantities.ts';

/** The unit a quantity is shown in, and its value in it. */
export interface DisplayUnit {
  readonly unit: string;
  /** Usual decimals of a shown value. */
  readonly decimals: number;
  /** Shown value of an SI value. */
  readonly fromSi: (value: number) => number;
}

export function displayUnit(quantity: Quantity, system: UnitSystem): DisplayUnit {
  const { unit, scale, zero, decimals } = (quantities[quantity] as QuantityDeclaration)[system];
  return { unit, decimals, fromSi: (value) => (value - zero) / scale };
}

/**
 * A value with its unit, `40.0 °C`. Small values get the decimals that three
 * significant digits need, temperatures do not; `decimals` overrides both.
 *
 * @param value [SI]
 */
export function formatQuantity(value: number, quantity: Quantity, system: UnitSystem, decimals?: number): string {
  const { unit, fromSi, decimals: usual } = displayUnit(quantity, system);
  const shown = fromSi(value);
  const needed = quantity === 'temperature' ? usual : Math.max(usual, decimalsOfThreeDigits(shown));
  const number = needed > 8 && decimals === undefined ? shown.toExponential(2) : shown.toFixed(decimals ?? needed);
  const text = /^-0(\.0*)?$/.test(number) ? number.slice(1) : number;
  return unit === '1' ? text : `${text} ${unit}`;
}

/** A temperature in a sentence of a fault, `36.0 °C`. */
export function celsiusText(kelvin: number): string {
  return formatQuantity(kelvin, 'temperature', 'si', 1);
}

function decimalsOfThreeDigits(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  return Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
}

/**
 * A value with its unit for a JSON document, without the noise of the last
 * digits of a conversion (12 significant digits are kept).
 *
 * @param value [SI]
 */
export function jsonQuantity(
  value: number,
  quantity: Quantity,
  system: UnitSystem = 'si',
): { readonly value: number; readonly unit: string } {
  const { unit, fromSi } = displayUnit(quantity, system);
  return { value: Number(fromSi(value).toPrecision(12)), unit };
}
