/**
 * The share of sectioned pads that has to be wet, for coolers that use fans
 * first and water last.
 */

const maximumSteps = 50;

/**
 * The wet share at which nothing is missing any more: 1 where all pads are not
 * enough, found by Illinois, since what is missing is nearly straight in the share.
 *
 * @param missing what is missing at a wet share, falling with it; above nothing at 0
 * @param enough size below which nothing is missing
 * @returns 0 … 1
 */
export function wettedShare(missing: (share: number) => number, enough: number): number {
  let low = 0;
  let high = 1;
  let highMiss = missing(1);
  if (highMiss >= 0) return 1;
  let lowMiss = missing(0);
  let side = 0;
  for (let step = 0; step < maximumSteps; step++) {
    const next = (low * highMiss - high * lowMiss) / (highMiss - lowMiss);
    const at = missing(next);
    if (Math.abs(at) < enough || high - low < 1e-13) return next;
    if (at > 0) {
      low = next;
      lowMiss = at;
      if (side === 1) highMiss *= 0.5;
      side = 1;
    } else {
      high = next;
      highMiss = at;
      if (side === -1) lowMiss *= 0.5;
      side = -1;
    }
  }
  return high;
}
