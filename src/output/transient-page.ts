/**
 * A transient as one HTML file that carries everything inside itself: the
 * answer, what happened when, temperatures, flows, power and work over time,
 * and the tables behind them.
 */

import type { Comparison } from '../metrics/metric.ts';
import type { UnitSystem } from '../units.ts';
import { clockText } from './clock-text.ts';
import { escapedHtml, inlineScript, plainTable, scriptJson, typeset } from './report/html.ts';
import { selfContainedHead } from './report/page-head.ts';
import { reportStyle } from './report/style.ts';
import { transientScript } from './report/transient-client.ts';
import { marksSvg, panelSvg, transientStyle } from './report/transient-svg.ts';
import {
  type DrawnTransient,
  type FigurePanel,
  panelSummary,
  type TransientFigures,
  transientFigures,
} from './transient-figures.ts';
import { toldGroups } from './transient-digest.ts';
import { transientTable } from './transient-table.ts';
import { answerTexts, causeTexts, courseText } from './transient-words.ts';

export interface TransientPageOptions {
  readonly system: UnitSystem;
  /** Of coldloop, for the foot of the page. */
  readonly version: string;
}

/** The page as the text of an HTML file. */
export function transientPage(
  transient: DrawnTransient & { readonly site: Comparison['site'] },
  { system, version }: TransientPageOptions,
): string {
  const { outcome, site } = transient;
  const figures = transientFigures(transient, system);
  const client = inlineScript(transientScript);
  const weather = `${site.title}; weather: ${site.weather}`;
  const numbers = transientTable(outcome, site, { system, width: 100, emphasis: 'plain' });
  return [
    selfContainedHead(outcome.title, reportStyle + transientStyle, [client]),
    `<body><header class="bar"><h1>${escapedHtml(outcome.title)}</h1><span>${escapedHtml(weather)}</span>`,
    site.synthetic ? '<span class="tag synthetic">synthetic weather</span>' : '',
    `<span class="brand">coldloop ${escapedHtml(version)}</span></header><main>`,
    answerHtml(transient, system),
    `<div class="strip"><div class="time" id="time-here"></div>${marksSvg(figures)}</div>`,
    ...figures.panels.map((panel, index) => panelHtml(panel, index, figures)),
    `<h2>What happened</h2><div class="events">${eventsTable(figures)}</div>`,
    `<h2>Every number</h2><details class="data" open><summary>As printed on the screen</summary><pre>${escapedHtml(typeset(numbers))}</pre></details>`,
    `<footer>Made by coldloop ${escapedHtml(version)}. Nothing in this file is fetched from anywhere.</footer></main>`,
    `<script type="application/json" id="transient-data">${scriptJson(cursorData(figures))}</script>`,
    `<script>${client}</script></body></html>\n`,
  ].join('\n');
}

function answerHtml({ outcome }: DrawnTransient, system: UnitSystem): string {
  const [first = '', ...rest] = answerTexts(outcome, system);
  const causes = causeTexts(toldGroups(outcome.groups));
  const items = [...rest, ...causes, courseText(outcome, system)];
  return `<section class="answer" aria-label="Answer"><p>${escapedHtml(typeset(first))}</p><ul>${items.map((item) => `<li>${escapedHtml(typeset(item))}</li>`).join('')}</ul></section>`;
}

function panelHtml(panel: FigurePanel, index: number, figures: TransientFigures): string {
  const keys = panel.lines.map(
    ({ name, tone, dashed }, line) =>
      `<span style="--tone:var(--tone-${tone % 8})"><i${dashed === true ? ' class="dashed"' : ''}></i>${escapedHtml(name)} <b data-line="${index} ${line}"></b></span>`,
  );
  return (
    `<section class="panel" id="panel-${panel.id}"><h3>${escapedHtml(panel.title)}</h3>` +
    `<p class="caption">${escapedHtml(panel.caption)}</p><div class="key">${keys.join('')}</div>` +
    `${panelSvg(panel, figures, panelSummary(panel))}</section>`
  );
}

function eventsTable({ marks }: TransientFigures): string {
  const words = { event: 'event', limit: 'limit', recovery: 'recovery' } as const;
  return plainTable({
    caption: 'Minutes and seconds from the start',
    head: ['Time', 'what', 'is'],
    rows: marks.map(({ time, text, kind }) => [clockText(time), text, words[kind]]),
  });
}

/** What the pointer asks for: values with the digits that are shown. */
function cursorData({ times, duration, panels }: TransientFigures): object {
  return {
    times: Array.from(times),
    duration,
    panels: panels.map(({ lines, digits }) => ({
      digits,
      lines: lines.map(({ values }) =>
        Array.from(values, (value) => (Number.isFinite(value) ? Number(value.toFixed(digits)) : null)),
      ),
    })),
  };
}
