/**
 * Rows of a transient as they come, kept as at most so many: rows that follow
 * each other are put together, evenly from the first to the last.
 */

export type RowPart = 'mean' | 'least' | 'most';

/** A number that is kept of every row: a column, or several of them as one. */
export interface KeptNumber {
  readonly columns: readonly number[];
  /** Of several columns: the mean, or the largest. */
  readonly as: 'mean' | 'largest';
  /** What a column is divided by [its own unit]. */
  readonly over: number;
}

export interface RowKeeper {
  take(time: number, mean: Float64Array, least: Float64Array, most: Float64Array): void;
  /** Ends of the rows [s]. */
  times(): Float32Array<ArrayBuffer>;
  /** Of one number, all rows. */
  column(number: number, part: RowPart): Float32Array<ArrayBuffer>;
}

/** @param rows that will come, and @param most how many are kept at most */
export function rowKeeper(numbers: readonly KeptNumber[], rows: number, most: number): RowKeeper {
  const together = Math.max(1, Math.ceil(rows / most));
  const kept = Math.ceil(rows / together);
  const width = numbers.length;
  const make = () => new Float32Array(kept * width);
  const [mean, least, largest] = [make(), make(), make()];
  const times = new Float32Array(kept);
  const sums = new Float64Array(width);
  let taken = 0;

  return {
    take(time, means, leasts, mosts) {
      const row = Math.min(Math.floor(taken / together), kept - 1);
      const count = (taken % together) + 1;
      taken++;
      times[row] = time;
      for (let i = 0; i < width; i++) {
        const at = row * width + i;
        const number = numbers[i]!;
        const [low, high] = [valueOf(number, leasts), valueOf(number, mosts)];
        sums[i] = count === 1 ? valueOf(number, means) : sums[i]! + valueOf(number, means);
        mean[at] = sums[i]! / count;
        if (count === 1 || low < least[at]!) least[at] = low;
        if (count === 1 || high > largest[at]!) largest[at] = high;
      }
    },
    times: () => times.slice(0, Math.ceil(taken / together)),
    column(number, part) {
      const from = { mean, least, most: largest }[part];
      return Float32Array.from({ length: Math.ceil(taken / together) }, (_, row) => from[row * width + number]!);
    },
  };
}

function valueOf({ columns, as, over }: KeptNumber, row: Float64Array): number {
  if (columns.length === 1) return row[columns[0]!]! / over;
  let result = as === 'mean' ? 0 : -Infinity;
  for (const column of columns) {
    if (as === 'mean') result += row[column]! / columns.length;
    else if (row[column]! > result) result = row[column]!;
  }
  return result / over;
}
