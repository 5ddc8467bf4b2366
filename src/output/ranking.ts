/**
 * Which variants are best in a metric. Fairness is decided here once, for
 * every table and sentence: only variants of one silicon are ranked against
 * each other, and one that breaks a limit is never best.
 */

import { metricOf, type Variant } from '../metrics/metric.ts';

/**
 * Names of the best variants of each silicon. Values that print alike are
 * ties and are all best; where every candidate ties, nobody is.
 *
 * @param printed the value as the reader will see it
 */
export function bestVariants(
  variants: readonly Variant[],
  key: string,
  printed: (value: number) => string,
): ReadonlySet<string> {
  const best = new Set<string>();
  for (const silicon of new Set(variants.map((variant) => variant.silicon))) {
    const candidates = variants
      .filter((variant) => variant.silicon === silicon && !variant.breaksLimit)
      .map((variant) => ({ name: variant.name, metric: metricOf(variant, key) }))
      .filter(({ metric }) => metric !== undefined && metric.better !== 'neither' && !Number.isNaN(metric.value));
    const sign = candidates[0]?.metric?.better === 'higher' ? -1 : 1;
    const least = Math.min(...candidates.map(({ metric }) => sign * metric!.value));
    const winners = candidates.filter(({ metric }) => printed(metric!.value) === printed(sign * least));
    if (winners.length < candidates.length) winners.forEach(({ name }) => best.add(name));
  }
  return best;
}
