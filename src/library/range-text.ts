/**
 * A parameter's range in words, in the unit people use: for faults, generated
 * documentation and editors.
 */

import { displayUnit, type Quantity } from '../units.ts';

/** `between 0 and 60000 L/min`, `of at least 1 %`; empty where anything goes. */
export function rangeText([minimum, maximum]: readonly [number, number], quantity: Quantity): string {
  const { unit, fromSi } = displayUnit(quantity, 'si');
  const shown = (value: number): number => Number(fromSi(value).toPrecision(6));
  return rangeWords(shown(minimum), shown(maximum), unit === '1' ? '' : ` ${unit}`);
}

/** The same of numbers that are already in the unit shown. */
export function rangeWords(minimum: number, maximum: number, unit: string): string {
  const unbounded = (value: number): boolean => !(Math.abs(value) < 1e200);
  if (unbounded(minimum) && unbounded(maximum)) return '';
  if (unbounded(maximum)) return `of at least ${minimum}${unit}`;
  if (unbounded(minimum)) return `of at most ${maximum}${unit}`;
  return `between ${minimum} and ${maximum}${unit}`;
}
