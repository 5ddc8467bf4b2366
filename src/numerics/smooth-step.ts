/**
 * From 0 below 0 to 1 above 1, with slopes of 0 at both ends: what fades in
 * and out without a kink.
 *
 *     x² (3 − 2x)
 */
export function smoothStep(part: number): number {
  const x = Math.min(1, Math.max(0, part));
  return x * x * (3 - 2 * x);
}
