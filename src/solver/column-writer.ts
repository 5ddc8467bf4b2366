/**
 * Turns the states of a run, which come row after row, into columns: some rows
 * are gathered in a block that a core's cache holds and turned together, so
 * that each number is written to the large arrays once, and in order.
 */

export interface ColumnWriter {
  /** The next row: as many numbers as there are columns. */
  write(row: Float64Array): void;
  /** After the last row. */
  columns(): readonly Float64Array[];
}

/** 64 rows of some 150 columns are a tenth of a megabyte. */
const blockRows = 64;

export function columnWriter(rows: number, width: number): ColumnWriter {
  const columns = Array.from({ length: width }, () => new Float64Array(rows));
  const block = new Float64Array(blockRows * width);
  let written = 0;
  let waiting = 0;

  function turn(): void {
    for (let k = 0; k < width; k++) {
      const column = columns[k]!;
      for (let row = 0, from = k; row < waiting; row++, from += width) column[written + row] = block[from]!;
    }
    written += waiting;
    waiting = 0;
  }

  return {
    write(row) {
      block.set(row, waiting * width);
      if (++waiting === blockRows) turn();
    },
    columns() {
      turn();
      return columns;
    },
  };
}
