/**
 * A transient's rows gathered for drawing: so many points across the whole run
 * and no more, each with mean, least and most of the rows in it. Memory does
 * not grow with the length of the run.
 */

import type { RowColumn } from './transient-columns.ts';

/** Points along a line: some more than a screen has across a figure. */
const points = 1200;

/** Values over time, in the display units of the rows. */
export interface DrawnSeries {
  readonly name: string;
  readonly column: RowColumn;
  readonly mean: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
}

export interface TransientSeries {
  /** The end of the last row in each point [s]. */
  readonly times: Float64Array;
  readonly series: readonly DrawnSeries[];
}

export interface SeriesRecorder {
  /** The next row, its values in the order of the columns. */
  take(time: number, values: Float64Array): void;
  /** What was gathered until now. */
  gathered(): TransientSeries;
}

/** @param rows how many there will be */
export function seriesRecorder(columns: readonly RowColumn[], rows: number): SeriesRecorder {
  const each = Math.max(1, Math.ceil(rows / points));
  const room = Math.ceil(rows / each);
  const times = new Float64Array(room);
  const series = columns.map((column) => ({
    name: column.column.name,
    column,
    mean: new Float64Array(room),
    least: new Float64Array(room).fill(Infinity),
    most: new Float64Array(room).fill(-Infinity),
  }));
  let taken = 0;

  return {
    take(time, values) {
      const at = Math.min(Math.floor(taken / each), room - 1);
      const before = taken - at * each;
      times[at] = time;
      for (let k = 0; k < series.length; k++) {
        const { mean, least, most } = series[k]!;
        const value = values[k]!;
        mean[at] = mean[at]! + (value - mean[at]!) / (before + 1);
        if (value < least[at]!) least[at] = value;
        if (value > most[at]!) most[at] = value;
      }
      taken++;
    },
    gathered() {
      const full = Math.ceil(taken / each);
      const cut = (values: Float64Array) => values.subarray(0, full);
      return {
        times: cut(times),
        series: series.map((one) => ({ ...one, mean: cut(one.mean), least: cut(one.least), most: cut(one.most) })),
      };
    },
  };
}
