import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { denseLu } from '../../src/numerics/dense-lu.ts';
import { eliminationOrder } from '../../src/numerics/elimination-order.ts';
import type { ShiftedFactors } from '../../src/numerics/shifted-factors.ts';
import { sparseLu } from '../../src/numerics/sparse-lu.ts';
import { placeIndex, sparsePattern, type Place, type SparsePattern } from '../../src/numerics/sparse-pattern.ts';

interface Entry {
  readonly place: Place;
  readonly value: number;
}

/** Entries of a matrix as pattern, values of it, and the same in full by columns. */
function matrixOf(size: number, entries: readonly Entry[]) {
  const pattern = sparsePattern(
    size,
    entries.map(({ place }) => place),
  );
  const values = new Float64Array(pattern.row.length);
  const full = new Float64Array(size * size);
  for (const { place, value } of entries) {
    values[placeIndex(pattern, place)] = value;
    full[place[1] * size + place[0]] = value;
  }
  return { pattern, values, full };
}

/** (s I − A) x, by the full matrix. */
function product(shift: number, full: Float64Array, x: Float64Array): Float64Array {
  return x.map((value, i) => shift * value - x.reduce((sum, xj, j) => sum + full[j * x.length + i] * xj, 0));
}

/** How far a solve is from the vector it was made of. */
function solveError(factors: ShiftedFactors, rightSide: Float64Array, x: Float64Array): number {
  const solution = rightSide.slice();
  factors.solve(solution);
  return Math.max(...solution.map((value, i) => Math.abs(value - x[i])));
}

/** Blocks of 4 unknowns, each coupled to some borders; borders all to each other; meters that read a third of all. */
function arrow(blocks: number, borders: number, meters: number, touched = 3): SparsePattern {
  const inner = 4 * blocks;
  const all = inner + borders;
  const places: Place[] = [];
  for (let i = 0; i < inner; i++) {
    const block = Math.floor(i / 4);
    for (let j = 4 * block; j < 4 * block + 4; j++) places.push([i, j]);
    for (let k = 0; k < touched; k++) {
      const border = inner + ((7 * block + 11 * k) % borders);
      places.push([i, border], [border, i]);
    }
  }
  for (let i = inner; i < all; i++) for (let j = inner; j < all; j++) places.push([i, j]);
  for (let m = 0; m < meters; m++) for (let j = m; j < all; j += 3) places.push([all + m, j]);
  return sparsePattern(all + meters, places);
}

describe('sparse factors', () => {
  it('solve any matrix that is dominant on its diagonal as the full ones do', () => {
    const system = fc.integer({ min: 1, max: 25 }).chain((size) => {
      const index = fc.integer({ min: 0, max: size - 1 });
      const entry = fc.record({ place: fc.tuple(index, index), value: fc.double({ min: -1, max: 1, noNaN: true }) });
      return fc.record({
        size: fc.constant(size),
        entries: fc.array(entry, { minLength: size, maxLength: 4 * size, size: 'max' }),
      });
    });
    fc.assert(
      fc.property(system, ({ size, entries }) => {
        const { pattern, values, full } = matrixOf(size, entries);
        const x = Float64Array.from({ length: size }, (_, i) => Math.sin(i + 1));
        const rightSide = product(size + 1, full, x);
        const [sparse, dense] = [sparseLu(pattern), denseLu(size)];
        expect(sparse.factorise(size + 1, values)).toBe(-1);
        expect(dense.factorise(size + 1, full)).toBe(-1);
        expect(solveError(sparse, rightSide, x)).toBeLessThan(1e-12);
        expect(solveError(dense, rightSide, x)).toBeLessThan(1e-12);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('can be taken again for another shift and other values, and used many times', () => {
    const { pattern, values, full } = matrixOf(3, [
      { place: [0, 1], value: 2 },
      { place: [1, 0], value: -1 },
      { place: [2, 1], value: 5 },
    ]);
    const factors = sparseLu(pattern);
    const x = Float64Array.of(1, -2, 3);
    for (const shift of [4, 0.5, 1e6]) {
      expect(factors.factorise(shift, values)).toBe(-1);
      for (let k = 0; k < 3; k++) expect(solveError(factors, product(shift, full, x), x)).toBeLessThan(1e-12);
    }
  });

  it('pass by what is nought for now, and take it up again', () => {
    const pattern = arrow(6, 5, 3);
    const { size, columnStart, row } = pattern;
    const sparse = sparseLu(pattern);
    const dense = denseLu(size);
    for (const kept of [1, 4, 1, 7, 2]) {
      // Every `kept`th place alone is more than nought.
      const values = Float64Array.from(row, (_, p) => (p % kept === 0 ? Math.sin(p + kept) : 0));
      const full = new Float64Array(size * size);
      for (let j = 0; j < size; j++)
        for (let p = columnStart[j]; p < columnStart[j + 1]; p++) full[j * size + row[p]] = values[p];
      const x = Float64Array.from({ length: size }, (_, i) => 1 + (i % 5));
      const rightSide = product(20, full, x);
      expect([sparse.factorise(20, values), dense.factorise(20, full)]).toEqual([-1, -1]);
      expect(solveError(sparse, rightSide, x)).toBeLessThan(1e-12);
      expect(solveError(dense, rightSide, x)).toBeLessThan(1e-12);
    }
  });

  it('say which pivot cannot be told from nought, and are sound again after', () => {
    // Three unknowns that exchange, at rates in which the shift is lost: the last pivot is rounding alone.
    const size = 1e17;
    const rates: readonly (readonly [number, number, number])[] = [
      [0, 1, 0.1], [1, 2, 0.7], [2, 0, 0.3], [1, 0, 0.2], [2, 1, 0.9], [0, 2, 0.6], [0, 0, -0.5], [1, 1, -1], [2, 2, -1.3],
    ]; // prettier-ignore
    const { pattern, values, full } = matrixOf(
      3,
      rates.map(([row, column, rate]) => ({ place: [row, column], value: size * rate })),
    );
    const factors = sparseLu(pattern);
    expect(factors.factorise(1, values)).toBeGreaterThanOrEqual(0);
    expect(
      factors.factorise(
        1,
        values.map(() => NaN),
      ),
    ).toBeGreaterThanOrEqual(0);
    expect(factors.factorise(size, values)).toBe(-1);
    const x = Float64Array.of(1, 2, 3);
    expect(solveError(factors, product(size, full, x), x)).toBeLessThan(1e-14);
    expect(denseLu(2).factorise(0, new Float64Array(4))).toBe(0);
    expect(denseLu(2).factorise(1, Float64Array.of(0, NaN, 0, 0))).toBe(0);
  });

  it('exchange rows where they are full and the diagonal is nought', () => {
    const factors = denseLu(2);
    expect(factors.factorise(0, Float64Array.of(0, -2, -4, 0))).toBe(-1);
    expect(solveError(factors, Float64Array.of(4, 2), Float64Array.of(1, 1))).toBe(0);
  });

  it('fill no more than an arrow has, and nothing at all for meters', () => {
    for (const [blocks, touched] of [
      [40, 3],
      [400, 3],
      [400, 40],
    ] as const) {
      const plain = arrow(blocks, 40, 0, touched);
      expect(sparseLu(plain).places).toBe(plain.row.length);
      const metered = arrow(blocks, 40, 5, touched);
      expect(sparseLu(metered).places).toBe(metered.row.length + 5); // and the meters' own diagonal
    }
  });

  it('keep a chain a chain, whatever order it is written in', () => {
    const size = 200;
    const at = (k: number): number => (k * 37) % size;
    const places: Place[] = [];
    for (let k = 0; k < size; k++)
      places.push([at(k), at(k)], [at(k), at((k + 1) % size)], [at((k + 1) % size), at(k)]);
    // A ring has one place of fill in each triangle for all but its last three unknowns.
    expect(sparseLu(sparsePattern(size, places)).places).toBeLessThanOrEqual(5 * size - 6);
  });
});

describe('order of elimination', () => {
  it('is one, of every unknown', () => {
    for (const pattern of [arrow(300, 10, 3), sparsePattern(5, []), sparsePattern(3, [[0, 2]])]) {
      expect([...eliminationOrder(pattern)].sort((a, b) => a - b)).toEqual(
        Array.from({ length: pattern.size }, (_, i) => i),
      );
    }
  });
});

describe('a pattern', () => {
  it('puts places in order, once each, and refuses what is outside or broken', () => {
    const pattern = sparsePattern(2, [[1, 1], [1, 0], [0, 0], [1, 0]]); // prettier-ignore
    expect([...pattern.columnStart]).toEqual([0, 2, 3]);
    expect([...pattern.row]).toEqual([0, 1, 1]);
    expect(placeIndex(pattern, [1, 0])).toBe(1);
    expect(() => placeIndex(pattern, [0, 1])).toThrow(OutOfRangeError);
    expect(() => sparsePattern(2, [[2, 0]])).toThrow(OutOfRangeError);
    expect(() => sparseLu({ ...pattern, row: Int32Array.of(1, 0, 1) })).toThrow(OutOfRangeError);
    expect(() => sparseLu({ ...pattern, size: 3 })).toThrow(OutOfRangeError);
  });
});
