/**
 * The answer of a comparison in sentences, found from the numbers: which
 * system takes the least electricity for the same work, against the baseline,
 * and what it costs elsewhere. Ties, trade-offs and broken limits are said.
 */

import { headlineKeys, metricOf, type Comparison, type Variant } from '../metrics/metric.ts';
import { formatQuantity, type Quantity, type UnitSystem } from '../units.ts';
import { displayScale, numberText } from './scale.ts';

export interface Answer {
  /** Name of the variant that the headline speaks of. */
  readonly subject: string;
  readonly headline: string;
  readonly remarks: readonly string[];
}

/** Two years this close say nothing about which is better: 0.5 %, well inside the models' error. */
const tieShare = 0.005;

/** Junctions this close are as warm as each other [K]. */
const tieTemperature = 0.5;

/** The headline and what stands beside it. */
export function answerOf(comparison: Comparison, system: UnitSystem): Answer {
  const baseline = comparison.variants.find(({ name }) => name === comparison.baseline);
  if (baseline === undefined) {
    return { subject: comparison.baseline, headline: comparison.title, remarks: limitRemarks(comparison, system) };
  }
  const ranked = fairRanking(comparison.variants, baseline.silicon);
  const first = ranked.find((variant) => variant !== baseline);
  const best = ranked[0];
  if (best === undefined || first === undefined) {
    const subject = (best ?? baseline).name;
    return { subject, headline: onlyText(baseline, best), remarks: limitRemarks(comparison, system) };
  }
  const subject = best === baseline || isTie(best, baseline) ? first : best;
  return {
    subject: subject.name,
    headline: best === baseline ? baselineBestText(baseline, first, system) : versusText(subject, baseline, system),
    remarks: [
      ...tieRemarks(ranked, best),
      ...sameRejectionRemarks(ranked, best, baseline, system),
      ...otherBestRemarks(ranked, best, system),
      ...limitRemarks(comparison, system),
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

function onlyText(baseline: Variant, best: Variant | undefined): string {
  if (best === undefined) return 'Every system here breaks a limit; none can be called best.';
  return `${best.title} is the only system here that can be ranked${best === baseline ? '' : `; ${inSentence(baseline)} breaks a limit`}.`;
}

function baselineBestText(baseline: Variant, next: Variant, system: UnitSystem): string {
  const share = shareText(electricityPerWork(next) / electricityPerWork(baseline) - 1);
  const head = `${baseline.title}, the baseline, uses the least electricity`;
  if (share === undefined) return versusText(next, baseline, system);
  return `${head}; the next, ${inSentence(next)}, uses ${share}.`;
}

/** `Cold plate with dry cooler uses 14 % less electricity than air with tower for the same compute and no water; its chips run 11 K cooler.` */
function versusText(variant: Variant, other: Variant, system: UnitSystem): string {
  const share = shareText(electricityPerWork(variant) / electricityPerWork(other) - 1);
  const electricity =
    share === undefined
      ? `uses as much electricity as ${inSentence(other)} (within ${100 * tieShare} %)`
      : `uses ${share.replace(/(less|more)$/, '$1 electricity')} than ${inSentence(other)}`;
  const work = workText(variant, other);
  const limit = other.breaksLimit ? ' (which breaks a limit)' : '';
  return `${variant.title} ${electricity}${limit}${work}${waterText(variant, other)}${chipText(variant, other, system)}.`;
}

function workText(variant: Variant, other: Variant): string {
  const change = valueOf(variant, headlineKeys.delivered) / valueOf(other, headlineKeys.delivered) - 1;
  if (Number.isNaN(change)) return '';
  const share = Math.abs(change) < 0.0005 ? undefined : `${(100 * Math.abs(change)).toFixed(1)} %`;
  return share === undefined
    ? ' for the same compute'
    : ` for each unit of compute, while it delivers ${share} ${change < 0 ? 'less' : 'more'}`;
}

function waterText(variant: Variant, other: Variant): string {
  const [mine, theirs] = [valueOf(variant, headlineKeys.water), valueOf(other, headlineKeys.water)];
  if (!(mine >= 0 && theirs >= 0)) return '';
  if (mine === 0) return theirs === 0 ? '; neither takes water' : ' and no water';
  if (theirs === 0) return ', but takes water where the other takes none';
  const share = shareText(mine / theirs - 1);
  if (share === undefined) return ' and as much water';
  return share.endsWith('less') ? ` and ${share} water` : `, but ${share} water`;
}

function chipText(variant: Variant, other: Variant, system: UnitSystem): string {
  const change = valueOf(variant, headlineKeys.junctionTemperature) - valueOf(other, headlineKeys.junctionTemperature);
  if (Number.isNaN(change)) return '';
  if (Math.abs(change) < tieTemperature) return '; its chips run as warm';
  const size = formatQuantity(Math.abs(change), 'temperature difference', system, 0);
  return change < 0 ? `; its chips run ${size} cooler` : `; its chips run ${size} hotter`;
}

/** `14 % less`, or undefined for a tie. */
function shareText(change: number): string | undefined {
  if (!(Math.abs(change) >= tieShare)) return undefined;
  const size = 100 * Math.abs(change);
  return `${size.toFixed(size < 9.95 ? 1 : 0)} % ${change < 0 ? 'less' : 'more'}`;
}

function tieRemarks(ranked: readonly Variant[], best: Variant): readonly string[] {
  const tied = ranked.filter((variant) => variant !== best && isTie(variant, best));
  if (tied.length === 0) return [];
  return [
    `A tie: ${listText([best.title, ...tied.map(inSentence)])} are within ${100 * tieShare} % of each other in electricity for the same work.`,
  ];
}

/** Inside the baseline's class of rejection, so that the cooling alone is judged. */
function sameRejectionRemarks(
  ranked: readonly Variant[],
  best: Variant,
  baseline: Variant,
  system: UnitSystem,
): readonly string[] {
  if (best.rejection === baseline.rejection) return [];
  const champion = ranked.find((variant) => variant.rejection === baseline.rejection && variant !== baseline);
  if (champion === undefined) return [];
  return [`With the same heat rejection (${baseline.rejection}): ${versusText(champion, baseline, system)}`];
}

/** Who is best in what the headline's system is not. */
function otherBestRemarks(ranked: readonly Variant[], best: Variant, system: UnitSystem): readonly string[] {
  const others = [
    { key: headlineKeys.water, words: 'The least water' },
    { key: headlineKeys.cost, words: 'The lowest bill' },
    { key: headlineKeys.junctionMargin, words: 'The coolest chips against their limit' },
  ];
  return others.flatMap(({ key, words }) => {
    const candidates = ranked.filter((variant) => !Number.isNaN(valueOf(variant, key)));
    const sign = key === headlineKeys.junctionMargin ? -1 : 1;
    const champion = [...candidates].sort((a, b) => sign * (valueOf(a, key) - valueOf(b, key)))[0];
    if (champion === undefined || !candidates.includes(best)) return [];
    const [least, own] = [valueOf(champion, key), valueOf(best, key)];
    if (Math.abs(own - least) <= tieShare * Math.abs(own)) return [];
    const metric = metricOf(champion, key)!;
    const [leastText, ownText] = [least, own].map((value) => spoken(value, metric.quantity, system));
    return [`${words}: ${inSentence(champion)} (${leastText}, against ${ownText} for ${inSentence(best)}).`];
  });
}

function limitRemarks(comparison: Comparison, system: UnitSystem): readonly string[] {
  const broken = comparison.variants.filter((variant) => variant.breaksLimit);
  if (broken.length === 0) return [];
  const names = broken.map((variant, index) => {
    const margin = valueOf(variant, headlineKeys.junctionMargin);
    const passed = margin < 0 ? ` (junction ${spoken(-margin, 'temperature difference', system)} over)` : '';
    return `${index === 0 ? variant.title : inSentence(variant)}${passed}`;
  });
  const verbs = broken.length === 1 ? 'breaks a limit and is' : 'break a limit and are';
  return [`${listText(names)} ${verbs} never counted best.`];
}

function listText(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A title that begins with its technology is no name and loses its capital inside a sentence. */
function inSentence(variant: Variant): string {
  const { title, technology } = variant;
  const isPlain =
    /^[A-Z][a-z]/.test(title) && (title.toLowerCase().includes(technology.toLowerCase()) || title.includes(' with '));
  return isPlain ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** Three significant digits, temperature differences to a tenth; `none` for nothing. */
function spoken(value: number, quantity: Quantity, system: UnitSystem): string {
  if (value === 0) return 'none';
  const scale = displayScale(quantity, system, [value]);
  const shown = scale.fromSi(value);
  const threeDigits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(shown))));
  const digits = quantity === 'temperature difference' ? 1 : threeDigits;
  return `${numberText(shown, digits)} ${scale.unit}`.trim();
}
