import { describe, expect, it } from 'vitest';
import { columnGroups, systemJacobian } from '../../src/numerics/jacobian.ts';
import { densePattern, sparsePattern, type Place } from '../../src/numerics/sparse-pattern.ts';
import type { StiffSystem } from '../../src/numerics/stiff-system.ts';

const size = 30;
const places: Place[] = [];
for (let i = 0; i < size; i++)
  for (let j = Math.max(0, i - 1); j <= Math.min(size - 1, i + 1); j++) places.push([i, j]);

/** f_i = y_{i−1} y_i − t y_i² + y_{i+1} */
const chain: StiffSystem = {
  size,
  pattern: sparsePattern(size, places),
  derivative(t, y, dy) {
    for (let i = 0; i < size; i++) dy[i] = (y[i - 1] ?? 0) * y[i] - t * y[i] * y[i] + (y[i + 1] ?? 0);
  },
};
const exact = (t: number, y: Float64Array, [i, j]: Place): number => {
  if (j === i) return (y[i - 1] ?? 0) - 2 * t * y[i];
  return j < i ? y[i] : 1;
};

const tolerances = { relative: 1e-4, absolute: new Float64Array(size).fill(1e-4), maximumStep: 1 };

describe('the Jacobian by differences', () => {
  it('is right to half the digits, for three derivatives where the matrix has three diagonals', () => {
    const y = Float64Array.from({ length: size }, (_, i) => (i % 2 === 0 ? 1 : -1) * (300 + i));
    const dy = new Float64Array(size);
    chain.derivative(2, y, dy);
    const { pattern, ...full } = chain;
    for (const system of [chain, full]) {
      const jacobian = systemJacobian(system, tolerances);
      expect(jacobian.evaluations).toBe(system === full ? size : 3);
      jacobian.evaluate(2, y, dy);
      const { columnStart, row } = system === full ? densePattern(size) : pattern!;
      for (let j = 0; j < size; j++) {
        for (let k = columnStart[j]; k < columnStart[j + 1]; k++) {
          const wanted = Math.abs(row[k] - j) <= 1 ? exact(2, y, [row[k], j]) : 0;
          expect(Math.abs(jacobian.values[k] - wanted)).toBeLessThan(2e-5 * Math.max(1, Math.abs(wanted)));
        }
      }
    }
  });

  it('takes the slope on the side to which the state moves', () => {
    // A limit at 1, just reached from below and from above.
    for (const direction of [1, -1]) {
      const system: StiffSystem = {
        size: 1,
        derivative: (_t, y, dy) => void (dy[0] = direction * (2 + Math.max(0, y[0] - 1))),
      };
      const jacobian = systemJacobian(system, { ...tolerances, absolute: Float64Array.of(1) });
      jacobian.evaluate(0, Float64Array.of(1), Float64Array.of(2 * direction));
      expect(jacobian.values[0]).toBeCloseTo(direction > 0 ? 1 : 0, 6);
    }
  });
});

describe('groups of columns', () => {
  it('have no row twice, and hold every column once', () => {
    const pattern = sparsePattern(6, [[0, 0], [1, 0], [1, 1], [2, 2], [3, 2], [3, 3], [4, 4], [0, 5]]); // prettier-ignore
    const groups = columnGroups(pattern);
    expect(groups).toHaveLength(2);
    for (const group of groups) {
      const rows = [...group].flatMap((j) => [
        ...pattern.row.subarray(pattern.columnStart[j], pattern.columnStart[j + 1]),
      ]);
      expect(new Set(rows).size).toBe(rows.length);
    }
    expect(groups.flatMap((group) => [...group]).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
