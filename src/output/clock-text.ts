/**
 * Times of a transient as a clock shows them: minutes and seconds from its
 * start, hours where there are any, tenths only where a moment is not whole.
 */

import { notApplicable } from './scale.ts';

/** `2:01.3`, `20:00`, `3:00:05`; an en dash for NaN. */
export function clockText(seconds: number): string {
  if (Number.isNaN(seconds)) return notApplicable;
  const tenths = Math.round(seconds * 10);
  const hours = Math.floor(tenths / 36_000);
  const minutes = Math.floor(tenths / 600) % 60;
  const rest = tenths % 600;
  const shown = rest % 10 === 0 ? two(rest / 10) : `${two(Math.floor(rest / 10))}.${rest % 10}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${shown}` : `${minutes}:${shown}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
