import { describe, expect, it } from 'vitest';
import { columnWriter } from '../../src/solver/column-writer.ts';

describe('rows turned into columns', () => {
  it.each([0, 1, 63, 64, 65, 200])('keep every number in its place over %i rows', (rows) => {
    const width = 3;
    const writer = columnWriter(rows, width);
    const row = new Float64Array(width);
    for (let i = 0; i < rows; i++) {
      for (let k = 0; k < width; k++) row[k] = 1000 * k + i;
      writer.write(row);
    }
    const wanted = Array.from({ length: width }, (_, k) => Float64Array.from({ length: rows }, (_, i) => 1000 * k + i));
    expect(writer.columns()).toEqual(wanted);
  });
});
