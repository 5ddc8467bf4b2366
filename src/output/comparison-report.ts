/**
 * A comparison as one HTML file that carries everything inside itself and
 * asks nobody for anything: answer first, then the table, then the charts
 * that show why. Opens from a disk, in light and dark, and prints.
 */

import type { Comparison, Variant } from '../metrics/metric.ts';
import type { UnitSystem } from '../units.ts';
import { answerOf, type Answer } from './answer.ts';
import { eventSummaries, eventText, type EventSummary } from './events.ts';
import { reportScript } from './report/client.ts';
import { detailFigures, overviewFigures } from './report/figures.ts';
import { headlineColumns, headlineTable } from './report/headline-table.ts';
import { escapedHtml, inlineScript, scriptJson, typesetProse } from './report/html.ts';
import { metricTable } from './report/metric-table.ts';
import { pageData, pageScales } from './report/page-data.ts';
import { reportStyle } from './report/style.ts';
import { scriptHash } from './sha256.ts';

export interface ReportOptions {
  readonly system: UnitSystem;
  /** The text of a Plotly bundle that defines `Plotly`. */
  readonly plotly: string;
  /** Of coldloop, for the foot of the page. */
  readonly version?: string;
}

/** The report as the text of an HTML file. */
export function comparisonReport(comparison: Comparison, { system, plotly, version }: ReportOptions): string {
  const answer = answerOf(comparison, system);
  const scales = pageScales(comparison.variants, system);
  const data = pageData(comparison, answer.subject, scales);
  const columns = headlineColumns(comparison, system);
  const chart = inlineScript(plotly);
  const client = inlineScript(reportScript);
  return [
    pageHead(comparison.title, [chart, client]),
    `<body>${titleBar(comparison)}<main>`,
    answerHtml(answer),
    `<div class="choices"><label>Differences against ${variantSelect('baseline', comparison.variants, data.baseline)}</label>`,
    `<span class="legend">${legend(comparison)}</span></div>`,
    headlineTable(comparison, columns),
    '<h2>All systems</h2>',
    `<div class="grid">${overviewFigures(comparison, data, scales)}</div>`,
    '<h2>One system in detail</h2>',
    `<div class="choices"><label>System ${variantSelect('chosen', comparison.variants, data.chosen)}</label></div>`,
    `<div class="grid">${detailFigures(comparison, data, system)}</div>`,
    `<h2>Every number</h2><details><summary>Open the table</summary>${metricTable(comparison, system)}</details>`,
    eventsHtml(comparison.variants, system),
    listHtml('What is assumed', comparison.assumptions),
    listHtml('Sources', comparison.sources ?? []),
    footer(comparison, version),
    '</main>',
    `<script type="application/json" id="report-data">${scriptJson(data)}</script>`,
    `<script type="application/json" id="report-columns">${scriptJson(columns.map(({ differences }) => differences))}</script>`,
    `<script>${chart}</script><script>${client}</script></body></html>\n`,
  ].join('\n');
}

/**
 * Only the two scripts of this file may run, named by their digests, and
 * nothing may be fetched. Plotly writes style elements, which cannot be named.
 */
function pageHead(title: string, scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'${scriptHash(script)}'`).join(' ');
  const policy = `default-src 'none'; script-src ${hashes}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`;
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="${escapedHtml(policy)}">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' +
    `<title>${escapedHtml(title)}</title><style>${reportStyle}</style></head>`
  );
}

function titleBar({ title, site }: Comparison): string {
  const synthetic = site.synthetic
    ? ' <span class="tag synthetic" title="Made from statistics, not measured">synthetic year</span>'
    : '';
  return (
    `<header class="bar"><h1>${escapedHtml(title)}</h1><span>${escapedHtml(site.title)}</span>` +
    `<span>${escapedHtml(site.weather)}${synthetic}</span><span class="brand">coldloop</span></header>`
  );
}

function answerHtml({ headline, remarks }: Answer): string {
  const items = remarks.map((remark) => `<li>${escapedHtml(typesetProse(remark))}</li>`).join('');
  return `<section class="answer" aria-label="Answer"><p>${escapedHtml(typesetProse(headline))}</p>${items === '' ? '' : `<ul>${items}</ul>`}</section>`;
}

function variantSelect(id: string, variants: readonly Variant[], selected: number): string {
  const options = variants.map(
    ({ title }, i) => `<option value="${i}"${i === selected ? ' selected' : ''}>${escapedHtml(title)}</option>`,
  );
  return `<select id="${id}" autocomplete="off">${options.join('')}</select>`;
}

function legend({ variants }: Comparison): string {
  const silicon = new Set(variants.map((variant) => variant.silicon)).size > 1 ? ' of its silicon' : '';
  return `<b>●</b> best${silicon}, among systems that keep every limit`;
}

/** Events of each variant, the gravest first. */
function eventsHtml(variants: readonly Variant[], system: UnitSystem): string {
  const sections = variants.flatMap((variant) => {
    const items = [
      ...variant.notes.map((note) => `<li>${escapedHtml(note)}</li>`),
      ...eventSummaries(variant.events).map((event) => eventItem(event, system)),
    ];
    if (items.length === 0) return [];
    return [`<section><h4>${escapedHtml(variant.title)}</h4><ul>${items.join('')}</ul></section>`];
  });
  if (sections.length === 0) return '';
  return `<h2>What had to be bent</h2><div class="notes">${sections.join('')}</div>`;
}

const gravityClasses: Readonly<Record<EventSummary['gravity'], string>> = { limit: 'broken', float: 'thin', note: '' };

function eventItem(event: EventSummary, system: UnitSystem): string {
  return `<li class="${gravityClasses[event.gravity]}">${escapedHtml(typesetProse(eventText(event, system)))}</li>`;
}

function listHtml(heading: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<h2>${heading}</h2><ul class="plainlist">${items.map((item) => `<li>${escapedHtml(item)}</li>`).join('')}</ul>`;
}

function footer({ site }: Comparison, version: string | undefined): string {
  const weather = site.synthetic ? 'The weather is a synthetic year, made from statistics and not measured.' : '';
  return `<footer>Made by coldloop${version === undefined ? '' : ` ${escapedHtml(version)}`}. ${weather} Nothing in this file is fetched from anywhere.</footer>`;
}
