/**
 * The validation as a table for a terminal, a line a case in 80 columns: how
 * many values, mean, p90 and largest error, tolerance, verdict and source. The
 * reasons of the tolerances and every single value are on the page.
 */

import type { MeasuredCase, Validation } from '../study/validation/measure-validation.ts';
import { sources } from '../study/validation/sources.ts';
import { toleranceUse } from '../study/validation/error-statistics.ts';
import { validationGroups } from '../study/validation/validation-case.ts';
import {
  allowedText,
  errorText,
  errorUnit,
  hasOwnTolerances,
  leftOutReason,
  numberedSources,
  valueText,
  verdict,
} from './error-text.ts';
import { type Emphasis, emphasised, hanging, wrapped } from './text-layout.ts';

/** Columns: quantity 28, n 5, unit 5, four numbers of 8, verdict 5, source 5. */
const width = 80;

export interface ValidationDress {
  readonly emphasis: Emphasis;
}

export function validationTable(validation: Validation, { emphasis }: ValidationDress): string {
  const numbers = numberedSources(validation);
  const line = (one: MeasuredCase): string => {
    const { subject, statistics } = one;
    const { mean, p90, largest, passes, count } = statistics;
    const cells = [mean, p90, largest].map((error) => errorText(error, subject).padStart(8));
    const allowed = allowedText(one).padStart(8);
    const source = `[${numbers.get(subject.source)!}]`.padStart(5);
    const front = `${subject.quantity.padEnd(28)}${String(count).padStart(5)} ${errorUnit(subject).padEnd(4)}`;
    const said = passes ? '   ok' : emphasised('  OFF', 'red', emphasis);
    return `${front}${cells.join('')}${allowed}${said}${source}`;
  };
  const sections = validationGroups.flatMap((group) => {
    const lines = validation.measured.filter(({ subject }) => subject.group === group);
    return lines.length === 0 ? [] : ['', emphasised(group, 'bold', emphasis), ...lines.map(line)];
  });
  return [
    `${''.padEnd(28)}${'n'.padStart(5)}     ${['mean', 'p90', 'max', 'allowed'].map((head) => head.padStart(8)).join('')}${'source'.padStart(10)}`,
    ...sections,
    '',
    ...remarks(validation),
    '',
    ...[...numbers].map(([key, number]) => hanging(`[${number}]`.padEnd(5) + sources[key], width, 5)),
  ].join('\n');
}

function remarks(validation: Validation): string[] {
  const { measured, leftOut } = validation;
  const broken = measured.filter(({ statistics }) => !statistics.passes);
  const names = leftOut.map(({ quantity }) => quantity).join('; ');
  return [
    ...(measured.some(hasOwnTolerances) ? ['* Some values are allowed more, for a reason that the page gives.'] : []),
    ...measured.flatMap(({ finding }) => (finding === undefined ? [] : wrapped(finding, width))),
    ...(leftOut.length > 0 ? wrapped(`Left out, ${leftOut.length} cases, as ${leftOutReason}: ${names}.`, width) : []),
    ...broken.flatMap((one) => wrapped(worstText(one), width)),
    verdict(validation),
  ];
}

/** The value of a case that lies farthest beyond what is allowed. */
function worstText({ subject, samples }: MeasuredCase): string {
  const [worst] = [...samples].sort((a, b) => toleranceUse(subject, b) - toleranceUse(subject, a));
  if (worst === undefined) return `${subject.quantity}: no value was measured`;
  const { at, published, ours } = worst;
  return `${subject.quantity}, ${at}: published ${valueText(published)}, ours ${valueText(ours)} ${subject.unit}`;
}
