/**
 * The validation as one HTML file that carries everything inside itself: the
 * verdict, every case with its errors, and below each what was published drawn
 * against what we say, with the reason of its tolerance and every single value.
 */

import { sampleError } from '../study/validation/error-statistics.ts';
import type { MeasuredCase, Validation } from '../study/validation/measure-validation.ts';
import { type SourceKey, sources } from '../study/validation/sources.ts';
import { validationGroups } from '../study/validation/validation-case.ts';
import {
  allowedText,
  errorText,
  errorUnit,
  hasOwnTolerances,
  leftOutReason,
  numberedSources,
  toleranceText,
  valueText,
  verdict,
} from './error-text.ts';
import { escapedHtml, inlineScript, plainTable, scriptJson, typeset } from './report/html.ts';
import { selfContainedHead } from './report/page-head.ts';
import { reportStyle } from './report/style.ts';
import { validationScript } from './report/validation-client.ts';
import { validationStyle } from './report/validation-style.ts';

export interface ValidationPageOptions {
  /** The text of a Plotly bundle that defines `Plotly`. */
  readonly plotly: string;
  /** Of coldloop, for the foot of the page. */
  readonly version: string;
}

/** Fewer values than this are told as numbers, not drawn. */
const fewestDrawn = 3;

/** The page as the text of an HTML file. */
export function validationPage(validation: Validation, { plotly, version }: ValidationPageOptions): string {
  const title = 'coldloop against published cases';
  const chart = inlineScript(plotly);
  const client = inlineScript(validationScript);
  const numbers = numberedSources(validation);
  return [
    selfContainedHead(title, reportStyle + validationStyle, [chart, client]),
    `<body><header class="bar"><h1>${title}</h1><span class="brand">coldloop ${escapedHtml(version)}</span></header><main>`,
    answerHtml(validation),
    overviewHtml(),
    `<h2>Every case</h2>${casesTable(validation, numbers)}`,
    ...groupSections(validation, numbers),
    leftOutHtml(validation),
    sourcesHtml(numbers),
    `<footer>Made by coldloop ${escapedHtml(version)}. Nothing in this file is fetched from anywhere.</footer></main>`,
    `<script type="application/json" id="validation-data">${scriptJson(plottedCases(validation))}</script>`,
    `<script>${chart}</script><script>${client}</script></body></html>\n`,
  ].join('\n');
}

/** Minus signs as they are set in type, those of exponents too, where a line must not break. */
function inType(text: string): string {
  return typeset(text).replace(/(\d)e-(\d)/g, '$1e−$2');
}

function answerHtml(validation: Validation): string {
  const findings = validation.measured.flatMap(({ finding }) => (finding === undefined ? [] : [finding]));
  const items = [
    'Relative errors are in per cent, others in their unit; p90 is the error that nine tenths of the values keep.',
    'A tolerance is half the last printed digit, the uncertainty of the source, or what a simplification costs; each says which.',
    ...(validation.measured.some(hasOwnTolerances)
      ? ['* Some values of the case are allowed otherwise; its table of every value says what.']
      : []),
    ...findings,
  ];
  return `<section class="answer" aria-label="Answer"><p>${escapedHtml(verdict(validation))}</p><ul>${items.map((item) => `<li>${escapedHtml(inType(item))}</li>`).join('')}</ul></section>`;
}

function overviewHtml(): string {
  return (
    '<section class="figure wide" aria-labelledby="title-overview"><h3 id="title-overview">Largest error over its tolerance</h3>' +
    '<p class="caption">A dot a case; at 1 the tolerance is used up. What lies far to the left is arithmetic repeated, what lies near 1 is a simplification at its limit.</p>' +
    '<div class="plot" id="plot-overview" role="img" aria-label="Largest error of every case over its tolerance"></div></section>'
  );
}

function casesTable({ measured }: Validation, numbers: ReadonlyMap<SourceKey, number>): string {
  const head = ['Quantity', 'n', 'unit', 'mean', 'p90', 'max', 'allowed', '', 'source'];
  const rows = validationGroups.flatMap((group) => {
    const inside = measured.filter(({ subject }) => subject.group === group);
    if (inside.length === 0) return [];
    const name = `<tr><th class="group" scope="rowgroup" colspan="${head.length}">${escapedHtml(group)}</th></tr>`;
    return [name, ...inside.map((one) => caseRow(one, measured.indexOf(one), numbers))];
  });
  const heads = head.map((text) => `<th scope="col">${text}</th>`).join('');
  return `<div class="scroll"><table class="plain"><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function caseRow(one: MeasuredCase, index: number, numbers: ReadonlyMap<SourceKey, number>): string {
  const { subject, statistics } = one;
  const { count, mean, p90, largest, passes } = statistics;
  const cells = [
    String(count),
    errorUnit(subject),
    ...[mean, p90, largest].map((error) => errorText(error, subject)),
    allowedText(one),
  ].map((text) => `<td>${escapedHtml(inType(text))}</td>`);
  const said = passes ? '<td>ok</td>' : '<td class="broken">off</td>';
  const source = numbers.get(subject.source)!;
  return `<tr><th scope="row"><a href="#case-${index}">${escapedHtml(subject.quantity)}</a></th>${cells.join('')}${said}<td><a href="#source-${source}">[${source}]</a></td></tr>`;
}

function groupSections({ measured }: Validation, numbers: ReadonlyMap<SourceKey, number>): string[] {
  return validationGroups.flatMap((group) => {
    const figures = measured.flatMap((one, index) =>
      one.subject.group === group ? [caseFigure(one, index, numbers)] : [],
    );
    return figures.length === 0 ? [] : [`<h2>${escapedHtml(group)}</h2><div class="cases">${figures.join('')}</div>`];
  });
}

function caseFigure(one: MeasuredCase, index: number, numbers: ReadonlyMap<SourceKey, number>): string {
  const { subject, samples, statistics, notes } = one;
  const source = numbers.get(subject.source)!;
  const unit = errorUnit(subject) === '1' ? '' : ` ${errorUnit(subject)}`;
  const text = (error: number) => `${errorText(error, subject)}${unit}`;
  const facts = `n ${statistics.count}, mean ${text(statistics.mean)}, p90 ${text(statistics.p90)}, max ${text(statistics.largest)}`;
  const isDrawn = samples.length >= fewestDrawn;
  const plot = isDrawn
    ? `<div class="plot" id="plot-${index}" data-case="${index}" role="img" aria-label="${escapedHtml(`${subject.quantity}: ${facts}`)}"></div>`
    : '';
  const tag = statistics.passes ? '' : ' <span class="tag broken">beyond its tolerance</span>';
  const allowed = `Allowed ${toleranceText(subject.tolerance, subject)}${unit}: ${subject.because}.`;
  return (
    `<section class="case" id="case-${index}"><h3>${escapedHtml(subject.quantity)}${tag}</h3>` +
    `<p class="caption">${escapedHtml(inType(facts))}.</p>${plot}` +
    `<p class="caption">${escapedHtml(inType(allowed))} <a href="#source-${source}">[${source}]</a></p>` +
    notes.map((note) => `<p class="caption">${escapedHtml(inType(note))}</p>`).join('') +
    `<details class="data"${isDrawn ? '' : ' open'}><summary>Every value</summary>${valuesTable(one)}</details></section>`
  );
}

function valuesTable({ subject, samples }: MeasuredCase): string {
  const ownTolerances = hasOwnTolerances({ samples });
  return plainTable({
    caption: `${subject.quantity} [${subject.unit}], error [${errorUnit(subject)}]`,
    head: ['At', 'published', 'ours', 'error', ...(ownTolerances ? ['allowed'] : [])],
    rows: samples.map((sample) => [
      sample.at,
      inType(valueText(sample.published)),
      inType(valueText(sample.ours)),
      inType(errorText(sampleError(subject.scale, sample), subject)),
      ...(ownTolerances ? [inType(toleranceText(sample.tolerance ?? subject.tolerance, subject))] : []),
    ]),
  });
}

function leftOutHtml({ leftOut }: Validation): string {
  if (leftOut.length === 0) return '';
  const items = leftOut.map(({ group, quantity }) => `<li>${escapedHtml(`${group}: ${quantity}`)}</li>`).join('');
  return `<h2>Left out</h2><p class="caption">These cases were not measured: ${leftOutReason}.</p><ul class="plainlist">${items}</ul>`;
}

function sourcesHtml(numbers: ReadonlyMap<SourceKey, number>): string {
  const items = [...numbers].map(([key, number]) => `<li id="source-${number}">${escapedHtml(sources[key])}</li>`);
  return `<h2>Sources</h2><ol class="plainlist">${items.join('')}</ol>`;
}

/** What the charts need of every case; values that are no number are null. */
function plottedCases({ measured }: Validation): object {
  return measured.map(({ subject, samples, statistics }) => {
    const percent = subject.scale === 'relative' ? 100 : 1;
    return {
      group: subject.group,
      quantity: subject.quantity,
      unit: subject.unit,
      errorUnit: errorUnit(subject),
      tolerance: percent * subject.tolerance,
      use: Math.min(statistics.use, Number.MAX_VALUE),
      at: samples.map(({ at }) => at),
      published: samples.map(({ published }) => published),
      ours: samples.map(({ ours }) => ours),
      errors: samples.map((sample) => percent * sampleError(subject.scale, sample)),
    };
  });
}
