/** Where the end of a transient differs from where the steady solver stands. */

import type { Quantity } from '../../src/units.ts';
import type { NamedValue, RanTransient } from './transients.ts';

/**
 * A closed valve leaks a ten-thousandth of its flow, which the steady solver's does not. Where a coil stands idle
 * behind a cooler that does it all, the leak cools by some millikelvin below the set point, and what follows moves
 * by some parts in a thousand; the coil itself is left out.
 */
const leaking: Readonly<Record<string, { readonly idle: string; readonly near: number }>> = {
  'systems/air-indirect': { idle: 'fan-wall.', near: 5e-3 },
  'systems/air-outdoor': { idle: 'fan-wall.', near: 5e-3 },
};

/** Of a temperature [K] and of everything else [1]. */
const near = 1e-4;

/** Columns of the last row that stand elsewhere than the steady solver. */
export function elsewhere(
  system: string,
  ran: RanTransient,
  steady: ReadonlyMap<string, NamedValue>,
): readonly string[] {
  const leak = leaking[system];
  const last = ran.rows.mean.at(-1)!;
  const off: string[] = [];
  ran.run.columns.forEach(({ name, quantity }, i) => {
    const wanted = steady.get(name);
    if (wanted === undefined || (leak !== undefined && name.startsWith(leak.idle))) return;
    if (!(Math.abs(last[i]! - wanted.value) <= (leak?.near ?? near) * sizeOf(wanted.value, quantity)))
      off.push(`${name}: ${last[i]} where the steady solver has ${wanted.value}`);
  });
  return off;
}

/** What a deviation of one part is: a kelvin, or the value; a thousandth of a unit at least. */
function sizeOf(value: number, quantity: Quantity): number {
  return quantity === 'temperature' || quantity === 'temperature difference' ? 1 : Math.max(Math.abs(value), 1e-3);
}
