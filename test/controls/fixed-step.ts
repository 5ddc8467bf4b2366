/** A plain Runge–Kutta of fourth order with fixed steps, enough to exercise a controller. */

export type Rates = (t: number, y: readonly number[]) => readonly number[];

/** States after `steps` equal steps; `seen` is called at each, the first included. */
export function integrated(
  rates: Rates,
  initial: readonly number[],
  [start, end]: readonly [number, number],
  steps: number,
  seen: (t: number, y: readonly number[]) => void = () => {},
): readonly number[] {
  const h = (end - start) / steps;
  let y = initial;
  seen(start, y);
  for (let i = 0; i < steps; i++) {
    const t = start + i * h;
    const moved = (k: readonly number[], by: number) => y.map((value, j) => value + by * k[j]!);
    const k1 = rates(t, y);
    const k2 = rates(t + h / 2, moved(k1, h / 2));
    const k3 = rates(t + h / 2, moved(k2, h / 2));
    const k4 = rates(t + h, moved(k3, h));
    y = y.map((value, j) => value + (h / 6) * (k1[j]! + 2 * k2[j]! + 2 * k3[j]! + k4[j]!));
    seen(start + (i + 1) * h, y);
  }
  return y;
}
