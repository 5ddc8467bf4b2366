/** The sparse symmetric solver against the dense one. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearSolve } from '../../src/numerics/linear-solve.ts';
import { sparseLdlt } from '../../src/numerics/sparse-ldlt.ts';

/** Ties of a graph with their conductances, and what holds each row to the ground; a few rows hang on ties alone. */
const graph = fc.integer({ min: 2, max: 30 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    ties: fc.array(
      fc.record({
        row: fc.nat(size - 1),
        column: fc.nat(size - 1),
        conductance: fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      }),
      { maxLength: 4 * size },
    ),
    grounds: fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: size, maxLength: size }),
    right: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size, maxLength: size }),
  }),
);

describe('sparse LDLᵀ', () => {
  it('solves as the dense solver does, ties that repeat added up', () => {
    fc.assert(
      fc.property(graph, ({ size, ties, grounds, right }) => {
        const apart = ties.filter(({ row, column }) => row !== column);
        const system = sparseLdlt(
          size,
          Int32Array.from(apart, ({ row }) => row),
          Int32Array.from(apart, ({ column }) => column),
        );
        const dense = new Float64Array(size * size);
        grounds.forEach((ground, i) => (dense[i * size + i] = ground));
        apart.forEach(({ row, column, conductance }) => {
          dense[row * size + row] += conductance;
          dense[column * size + column] += conductance;
          dense[row * size + column] -= conductance;
          dense[column * size + row] -= conductance;
        });
        // Twice, so that nothing is left in the work space of the first.
        for (const _ of [1, 2]) {
          apart.forEach(({ conductance }, pair) => (system.pairs[pair] = -conductance));
          for (let i = 0; i < size; i++) system.diagonal[i] = dense[i * size + i];
          system.values.set(right);
          expect(system.solve()).toBe(-1);
        }
        const residual = right.map((wanted, i) => {
          let sum = -wanted;
          for (let j = 0; j < size; j++) sum += dense[i * size + j] * system.values[j];
          return Math.abs(sum) / (1 + dense[i * size + i] * Math.max(...system.values.map(Math.abs)));
        });
        expect(Math.max(...residual)).toBeLessThan(1e-12);
        const wanted = Float64Array.from(right);
        linearSolve(dense.slice(), wanted);
        const scale = Math.max(...wanted.map(Math.abs));
        wanted.forEach((value, i) => expect(Math.abs(system.values[i] - value)).toBeLessThan(1e-6 * scale + 1e-12));
      }),
    );
  });

  it('makes no fill where rows hang in a chain', () => {
    const links = Array.from({ length: 99 }, (_, i) => i);
    const chain = sparseLdlt(
      100,
      Int32Array.from(links),
      Int32Array.from(links, (i) => i + 1),
    );
    expect(chain.fill).toBe(99);
  });

  it('tells the row at which a matrix stops being definite, and solves the next that is', () => {
    const system = sparseLdlt(3, Int32Array.of(0, 1), Int32Array.of(1, 2));
    system.diagonal.set([2, -1, 2]);
    system.pairs.fill(-1);
    expect(system.solve()).toBeGreaterThanOrEqual(0);
    system.diagonal.set([2, 3, 2]);
    system.values.set([1, 1, 1]);
    expect(system.solve()).toBe(-1);
    // [2 −1 0; −1 3 −1; 0 −1 2] x = 1: x = (1, 1, 1).
    system.values.forEach((value) => expect(value).toBeCloseTo(1, 14));
  });
});
