/**
 * Gathers what is wrong with a series so that all of it is told at once, the
 * hundredth repetition excepted. Readers of weather files and load traces use
 * it; they throw only at the end.
 */

import { SeriesError } from '../../errors.ts';
import type { Fault } from '../../errors.ts';

/** Faults spelled out; the rest is counted. */
const spelledOut = 40;

export interface SeriesFaults {
  add(fault: { line?: number; column?: number; path: string; message: string }): void;
  /** Faults so far, spelled out or not. */
  count(): number;
  /** @throws {SeriesError} with every fault, if there is one */
  throwIfAny(): void;
}

export function seriesFaults(file: string): SeriesFaults {
  const faults: Fault[] = [];
  let total = 0;
  return {
    add(fault) {
      total += 1;
      if (faults.length < spelledOut) faults.push({ file, ...fault });
    },
    count: () => total,
    throwIfAny() {
      if (total === 0) return;
      const untold = total - faults.length;
      if (untold > 0) faults.push({ file, path: '', message: `and ${untold} more faults of this file` });
      throw new SeriesError(faults);
    },
  };
}

/** A found text cut to a length that a terminal line bears. */
export function quoted(text: string): string {
  const shown = text.trim().replaceAll(/[^\x20-\uffff]/g, '·');
  return shown.length > 40 ? `"${shown.slice(0, 37)}…"` : `"${shown}"`;
}
