// Linear systems for the integrator's throughput: dy/dt = A y + b sin(t/100),
// with rates spread over orders of magnitude as those of a plant are.

import { placeIndex, sparsePattern } from '../../dist/numerics/sparse-pattern.js';

/** A system of the entries [row, column, rate]; each row loses what it gains from others, and a little more. */
function linearSystem(size, entries) {
  const all = [...entries, ...Array.from({ length: size }, (_, i) => [i, i, 0])];
  const pattern = sparsePattern(size, all);
  const rates = new Float64Array(pattern.row.length);
  for (const [i, j, rate] of entries) {
    rates[placeIndex(pattern, [i, j])] += rate;
    rates[placeIndex(pattern, [i, i])] -= rate;
  }
  for (let i = 0; i < size; i++) rates[placeIndex(pattern, [i, i])] -= 1e-3;
  const { columnStart, row } = pattern;
  return {
    size,
    pattern,
    derivative(t, y, dy) {
      const forcing = 1e-3 * Math.sin(0.01 * t);
      for (let i = 0; i < size; i++) dy[i] = forcing * (i % 3);
      for (let j = 0; j < size; j++) {
        const value = y[j];
        for (let k = columnStart[j]; k < columnStart[j + 1]; k++) dy[row[k]] += rates[k] * value;
      }
    },
    jacobian: (_t, _y, _dy, values) => values.set(rates),
  };
}

/** 60 states in a ring as of loops, each also coupled to two others far away. */
export function plantLike() {
  const size = 60;
  const entries = [];
  for (let i = 0; i < size; i++) {
    const rate = Math.exp(3 * Math.sin(7 * i));
    entries.push([i, (i + 1) % size, rate], [i, (i + size - 1) % size, rate]);
    entries.push([i, (17 * i + 5) % size, 0.05], [i, (29 * i + 11) % size, 0.02]);
  }
  return linearSystem(
    size,
    entries.filter(([i, j]) => i !== j),
  );
}

/** 1000 blocks of 4 states, each coupled to 3 of 40 borders. */
export function arrow() {
  const blocks = 1000;
  const borders = 40;
  const inner = 4 * blocks;
  const entries = [];
  for (let i = 0; i < inner; i++) {
    const block = Math.floor(i / 4);
    for (let j = 4 * block; j < 4 * block + 4; j++) if (j !== i) entries.push([i, j, 0.3 * (1 + (i % 4))]);
    for (let k = 0; k < 3; k++) {
      const border = inner + ((7 * block + 11 * k) % borders);
      entries.push([i, border, 0.2], [border, i, 1e-3]);
    }
  }
  for (let i = 0; i < borders; i++) {
    for (let j = 0; j < borders; j++) if (i !== j) entries.push([inner + i, inner + j, 0.01]);
  }
  return linearSystem(inner + borders, entries);
}
