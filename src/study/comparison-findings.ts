/**
 * What a comparison has to say, found from its numbers: which system takes the
 * least electricity for the same work, against the baseline, and what it costs
 * elsewhere; ties, trade-offs and broken limits. Kinds of sentence with their
 * values, in no language; whoever shows them has the words.
 */

import { headlineKeys, type Metric, metricOf, type Comparison, type Variant } from '../metrics/metric.ts';

/** Two years this close say nothing about which is better: 0.5 %, well inside the models' error. */
export const tieShare = 0.005;

/** Junctions this close are as warm as each other [K]. */
const tieTemperature = 0.5;

export interface ComparisonFindings {
  /** Name of the variant that the headline speaks of. */
  readonly subject: string;
  readonly headline: Finding;
  readonly remarks: readonly Finding[];
}

export type Finding =
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'none ranked' }
  | { readonly kind: 'one ranked'; readonly best: Variant; readonly broken: Variant | undefined }
  | {
      readonly kind: 'baseline best';
      readonly baseline: Variant;
      readonly next: Variant;
      readonly electricity: number;
    }
  | Versus
  | { readonly kind: 'tie'; readonly best: Variant; readonly others: readonly Variant[] }
  | { readonly kind: 'same rejection'; readonly rejection: string; readonly versus: Versus }
  | {
      readonly kind: 'best elsewhere';
      readonly in: (typeof elsewhere)[number];
      readonly champion: Variant;
      readonly best: Variant;
      readonly least: number;
      readonly own: number;
      readonly quantity: Metric['quantity'];
    }
  | {
      readonly kind: 'limits broken';
      readonly variants: readonly { readonly variant: Variant; readonly over: number }[];
    };

/** One system against another; shares are of the other's [1]. */
export interface Versus {
  readonly kind: 'versus';
  readonly variant: Variant;
  readonly other: Variant;
  /** More electricity for the same work; 0 for a tie. */
  readonly electricity: number;
  /** More work delivered; 0 where it is the same, NaN where it is not known. */
  readonly delivered: number;
  readonly water: Water;
  /** Hotter junctions [K]; 0 for as warm, NaN where that is not known. */
  readonly junction: number;
}

export type Water =
  | { readonly takes: 'unknown' | 'neither' | 'only the other' | 'only this' }
  /** More water; 0 for a tie. */
  | { readonly takes: 'both'; readonly share: number };

/** Where another system than the headline's can be best. */
const elsewhere = ['water', 'cost', 'junctionMargin'] as const;

/** The headline and what stands beside it. */
export function comparisonFindings(comparison: Comparison): ComparisonFindings {
  const limits = limitFindings(comparison);
  const baseline = comparison.variants.find(({ name }) => name === comparison.baseline);
  if (baseline === undefined)
    return { subject: comparison.baseline, headline: { kind: 'title', title: comparison.title }, remarks: limits };
  const ranked = fairRanking(comparison.variants, baseline.silicon);
  const first = ranked.find((variant) => variant !== baseline);
  const best = ranked[0];
  if (best === undefined || first === undefined)
    return { subject: (best ?? baseline).name, headline: onlyFinding(baseline, best), remarks: limits };
  const subject = best === baseline || isTie(best, baseline) ? first : best;
  return {
    subject: subject.name,
    headline: best === baseline ? baselineBest(baseline, first) : versus(subject, baseline),
    remarks: [
      ...tieFindings(ranked, best),
      ...sameRejectionFindings(ranked, best, baseline),
      ...elsewhereFindings(ranked, best),
      ...limits,
    ],
  };
}

/** Variants of the silicon that break no limit, the least electricity for the same work first. */
function fairRanking(variants: readonly Variant[], silicon: string): readonly Variant[] {
  return variants
    .filter((variant) => variant.silicon === silicon && !variant.breaksLimit && electricityPerWork(variant) > 0)
    .sort((a, b) => electricityPerWork(a) - electricityPerWork(b));
}

function electricityPerWork(variant: Variant): number {
  const delivered = valueOf(variant, headlineKeys.delivered);
  return valueOf(variant, headlineKeys.electricity) / (delivered > 0 ? delivered : 1);
}

function valueOf(variant: Variant, key: string): number {
  return metricOf(variant, key)?.value ?? Number.NaN;
}

function isTie(a: Variant, b: Variant): boolean {
  return Math.abs(electricityPerWork(a) / electricityPerWork(b) - 1) < tieShare;
}

/** A share of change; 0 within a tie, and where there is nothing to compare. */
function change(mine: number, theirs: number): number {
  const share = mine / theirs - 1;
  return Math.abs(share) >= tieShare ? share : 0;
}

function onlyFinding(baseline: Variant, best: Variant | undefined): Finding {
  if (best === undefined) return { kind: 'none ranked' };
  return { kind: 'one ranked', best, broken: best === baseline ? undefined : baseline };
}

function baselineBest(baseline: Variant, next: Variant): Finding {
  const electricity = change(electricityPerWork(next), electricityPerWork(baseline));
  return electricity === 0 ? versus(next, baseline) : { kind: 'baseline best', baseline, next, electricity };
}

function versus(variant: Variant, other: Variant): Versus {
  const delivered = valueOf(variant, headlineKeys.delivered) / valueOf(other, headlineKeys.delivered) - 1;
  const junction =
    valueOf(variant, headlineKeys.junctionTemperature) - valueOf(other, headlineKeys.junctionTemperature);
  return {
    kind: 'versus',
    variant,
    other,
    electricity: change(electricityPerWork(variant), electricityPerWork(other)),
    delivered: Math.abs(delivered) < 0.0005 ? 0 : delivered,
    water: waterOf(variant, other),
    junction: Math.abs(junction) < tieTemperature ? 0 : junction,
  };
}

function waterOf(variant: Variant, other: Variant): Water {
  const [mine, theirs] = [valueOf(variant, headlineKeys.water), valueOf(other, headlineKeys.water)];
  if (!(mine >= 0 && theirs >= 0)) return { takes: 'unknown' };
  if (mine === 0) return { takes: theirs === 0 ? 'neither' : 'only the other' };
  return theirs === 0 ? { takes: 'only this' } : { takes: 'both', share: change(mine, theirs) };
}

function tieFindings(ranked: readonly Variant[], best: Variant): readonly Finding[] {
  const others = ranked.filter((variant) => variant !== best && isTie(variant, best));
  return others.length === 0 ? [] : [{ kind: 'tie', best, others }];
}

/** Inside the baseline's class of rejection, so that the cooling alone is judged. */
function sameRejectionFindings(ranked: readonly Variant[], best: Variant, baseline: Variant): readonly Finding[] {
  const { rejection } = baseline;
  if (best.rejection === rejection) return [];
  const champion = ranked.find((variant) => variant.rejection === rejection && variant !== baseline);
  return champion === undefined ? [] : [{ kind: 'same rejection', rejection, versus: versus(champion, baseline) }];
}

/** Who is best in what the headline's system is not. */
function elsewhereFindings(ranked: readonly Variant[], best: Variant): readonly Finding[] {
  return elsewhere.flatMap((subject): readonly Finding[] => {
    const key = headlineKeys[subject];
    const candidates = ranked.filter((variant) => !Number.isNaN(valueOf(variant, key)));
    const sign = subject === 'junctionMargin' ? -1 : 1;
    const champion = [...candidates].sort((a, b) => sign * (valueOf(a, key) - valueOf(b, key)))[0];
    if (champion === undefined || !candidates.includes(best)) return [];
    const [least, own] = [valueOf(champion, key), valueOf(best, key)];
    if (Math.abs(own - least) <= tieShare * Math.abs(own)) return [];
    const { quantity } = metricOf(champion, key)!;
    return [{ kind: 'best elsewhere', in: subject, champion, best, least, own, quantity }];
  });
}

function limitFindings({ variants }: Comparison): readonly Finding[] {
  const broken = variants.filter((variant) => variant.breaksLimit);
  if (broken.length === 0) return [];
  const over = (variant: Variant): number => Math.max(0, -valueOf(variant, headlineKeys.junctionMargin));
  return [{ kind: 'limits broken', variants: broken.map((variant) => ({ variant, over: over(variant) })) }];
}
