// The yardstick: a purely algebraic year. 8760 hours, 4 input and 12 output
// columns, about 180 flops and a dozen exponentials, logarithms and roots an
// hour, in one fused loop. Times are only compared as ratios to this.

const hours = 8760;
const inputs = Array.from({ length: 4 }, (_, k) =>
  Float64Array.from({ length: hours }, (_, i) => 1 + Math.sin(i * 0.01 * (k + 1)) ** 2),
);
const outputs = Array.from({ length: 12 }, () => new Float64Array(hours));

/** Runs the year once and returns a number that depends on all of it. */
export function referenceYear() {
  const [a, b, c, d] = inputs;
  let sum = 0;
  for (let i = 0; i < hours; i++) {
    let x = a[i];
    const y = b[i];
    const z = c[i];
    const w = d[i];
    for (let k = 0; k < 12; k++) {
      const t = k % 3 === 0 ? Math.exp(-x * 0.3) : k % 3 === 1 ? Math.log(x + 1) : Math.sqrt(x + y);
      x = 0.5 + t * (0.3 + y * (0.1 - z * 0.02)) + w * (0.05 + t * (0.01 + z * 0.003)) + (x * y) / (1 + x + z);
      outputs[k][i] = x;
    }
    sum += x;
  }
  return sum;
}
