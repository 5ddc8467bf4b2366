/**
 * The answer of a comparison in English sentences: what was found of which
 * system takes the least electricity for the same work, in words.
 */

import type { Comparison, Variant } from '../metrics/metric.ts';
import { comparisonFindings, type Finding, tieShare, type Versus } from '../study/comparison-findings.ts';
import { formatQuantity, type Quantity, type UnitSystem } from '../units.ts';
import { displayScale, numberText } from './scale.ts';

export interface Answer {
  /** Name of the variant that the headline speaks of. */
  readonly subject: string;
  readonly headline: string;
  readonly remarks: readonly string[];
}

/** The headline and what stands beside it. */
export function answerOf(comparison: Comparison, system: UnitSystem): Answer {
  const { subject, headline, remarks } = comparisonFindings(comparison);
  return {
    subject,
    headline: findingText(headline, system),
    remarks: remarks.map((remark) => findingText(remark, system)),
  };
}

function findingText(finding: Finding, system: UnitSystem): string {
  switch (finding.kind) {
    case 'title':
      return finding.title;
    case 'none ranked':
      return 'Every system here breaks a limit; none can be called best.';
    case 'one ranked':
      return `${finding.best.title} is the only system here that can be ranked${finding.broken === undefined ? '' : `; ${inSentence(finding.broken)} breaks a limit`}.`;
    case 'baseline best':
      return `${finding.baseline.title}, the baseline, uses the least electricity; the next, ${inSentence(finding.next)}, uses ${shareText(finding.electricity)}.`;
    case 'versus':
      return versusText(finding, system);
    case 'tie':
      return `A tie: ${listText([finding.best.title, ...finding.others.map(inSentence)])} are within ${100 * tieShare} % of each other in electricity for the same work.`;
    case 'same rejection':
      return `With the same heat rejection (${finding.rejection}): ${versusText(finding.versus, system)}`;
    case 'best elsewhere':
      return elsewhereText(finding, system);
    default:
      return limitText(finding.variants, system);
  }
}

/** `Cold plate with dry cooler uses 14 % less electricity than air with tower for the same compute and no water; its chips run 11 K cooler.` */
function versusText(found: Versus, system: UnitSystem): string {
  const { variant, other, electricity } = found;
  const used =
    electricity === 0
      ? `uses as much electricity as ${inSentence(other)} (within ${100 * tieShare} %)`
      : `uses ${shareText(electricity).replace(/(less|more)$/, '$1 electricity')} than ${inSentence(other)}`;
  const limit = other.breaksLimit ? ' (which breaks a limit)' : '';
  return `${variant.title} ${used}${limit}${workText(found)}${waterText(found)}${chipText(found, system)}.`;
}

function workText({ delivered }: Versus): string {
  if (Number.isNaN(delivered)) return '';
  return delivered === 0
    ? ' for the same compute'
    : ` for each unit of compute, while it delivers ${(100 * Math.abs(delivered)).toFixed(1)} % ${delivered < 0 ? 'less' : 'more'}`;
}

const waterTexts = {
  unknown: '',
  neither: '; neither takes water',
  'only the other': ' and no water',
  'only this': ', but takes water where the other takes none',
} as const;

function waterText({ water }: Versus): string {
  if (water.takes !== 'both') return waterTexts[water.takes];
  if (water.share === 0) return ' and as much water';
  return water.share < 0 ? ` and ${shareText(water.share)} water` : `, but ${shareText(water.share)} water`;
}

function chipText({ junction }: Versus, system: UnitSystem): string {
  if (Number.isNaN(junction)) return '';
  if (junction === 0) return '; its chips run as warm';
  const size = formatQuantity(Math.abs(junction), 'temperature difference', system, 0);
  return junction < 0 ? `; its chips run ${size} cooler` : `; its chips run ${size} hotter`;
}

/** `14 % less` */
function shareText(change: number): string {
  return `${shareSize(change)} % ${change < 0 ? 'less' : 'more'}`;
}

/** Per cent of a change as it is said: `14`, `8.3`. */
export function shareSize(change: number): string {
  const size = 100 * Math.abs(change);
  return size.toFixed(size < 9.95 ? 1 : 0);
}

const bestTexts = {
  water: 'The least water',
  cost: 'The lowest bill',
  junctionMargin: 'The coolest chips against their limit',
} as const;

function elsewhereText(found: Extract<Finding, { kind: 'best elsewhere' }>, system: UnitSystem): string {
  const [least, own] = [found.least, found.own].map((value) => spokenValue(value, found.quantity, system) ?? 'none');
  return `${bestTexts[found.in]}: ${inSentence(found.champion)} (${least}, against ${own} for ${inSentence(found.best)}).`;
}

function limitText(broken: Extract<Finding, { kind: 'limits broken' }>['variants'], system: UnitSystem): string {
  const names = broken.map(({ variant, over }, index) => {
    const passed = over > 0 ? ` (junction ${spokenValue(over, 'temperature difference', system)} over)` : '';
    return `${index === 0 ? variant.title : inSentence(variant)}${passed}`;
  });
  const verbs = broken.length === 1 ? 'breaks a limit and is' : 'break a limit and are';
  return `${listText(names)} ${verbs} never counted best.`;
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

/** Three significant digits, temperature differences to a tenth; undefined for nothing. */
export function spokenValue(value: number, quantity: Quantity, system: UnitSystem): string | undefined {
  if (value === 0) return undefined;
  const scale = displayScale(quantity, system, [value]);
  const shown = scale.fromSi(value);
  const threeDigits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(shown))));
  const digits = quantity === 'temperature difference' ? 1 : threeDigits;
  return `${numberText(shown, digits)} ${scale.unit}`.trim();
}
