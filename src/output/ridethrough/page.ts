/**
 * A ride-through as one HTML file without any script: the answers, the
 * trade-off drawn, and every table.
 */

import type { RideThrough } from '../../study/ridethrough.ts';
import type { UnitSystem } from '../../units.ts';
import { displayUnit } from '../../units.ts';
import { escapedHtml, plainTable, typesetProse } from '../report/html.ts';
import { type ChartLine, lineChart } from '../report/line-chart.ts';
import { selfContainedHead } from '../report/page-head.ts';
import { reportStyle } from '../report/style.ts';
import { rideThroughAnswers } from './sentences.ts';
import { rideThroughTables } from './tables.ts';
import { bufferText, failureText, reachedTexts } from './words.ts';

export interface RideThroughPageOptions {
  readonly system: UnitSystem;
  /** Of coldloop, for the foot of the page. */
  readonly version: string;
}

export function rideThroughPage(result: RideThrough, { system, version }: RideThroughPageOptions): string {
  const title = `${result.title}: ride-through`;
  const answers = rideThroughAnswers(result, system).map(
    ({ title: part, sentences }) => `<h2>${escapedHtml(part)}</h2><ul class="plainlist">${items(sentences)}</ul>`,
  );
  const tables = rideThroughTables(result, system).map(({ title: caption, head, rows }) =>
    plainTable({ caption, head, rows }),
  );
  return [
    selfContainedHead(title, reportStyle, []),
    `<body><header class="bar"><h1>${escapedHtml(title)}</h1><span class="brand">coldloop ${escapedHtml(version)}</span></header><main>`,
    `<section class="answer"><p>${escapedHtml(typesetProse(failureText(result)))}</p><ul>${items(reachedTexts(result.asItStands))}</ul></section>`,
    ...answers,
    ...charts(result, system),
    '<h2>Tables</h2>',
    ...tables,
    `<footer>Made by coldloop ${escapedHtml(version)}. Nothing in this file is fetched from anywhere.</footer></main></body></html>\n`,
  ].join('\n');
}

function items(sentences: readonly string[]): string {
  return sentences.map((one) => `<li>${escapedHtml(typesetProse(one))}</li>`).join('');
}

function charts({ volume, limits }: RideThrough, system: UnitSystem): readonly string[] {
  if (volume === undefined || volume.curve.length === 0) return [];
  const { unit, fromSi } = displayUnit('volume', system);
  const kelvin = displayUnit('temperature difference', system);
  const horizontal = {
    title: `volume of ${volume.tried
      .filter(({ circuit }) => circuit === volume.circuit)
      .map(bufferText)
      .join()} [${unit}]`,
    scale: 'logarithmic',
  } as const;
  const times = limits.flatMap((limit): readonly ChartLine[] => [
    { name: limit, points: volume.curve.map((p) => [fromSi(p.volume), p.trial[limit].timeToLimit]) },
    {
      name: `${limit}, lasting`,
      points: volume.curve.map((p) => [fromSi(p.volume), p.lasting?.[limit].timeToLimit ?? NaN]),
    },
  ]);
  const margins = limits.map((limit): ChartLine => ({
    name: limit,
    points: volume.curve.map((p) => [fromSi(p.volume), kelvin.fromSi(p.trial[limit].margin)]),
  }));
  return [
    lineChart({
      title: 'Volume against time to a limit (lasting: if what failed never came back)',
      horizontal,
      vertical: { title: 'time to the limit [s]' },
      lines: times.filter(({ points }) => points.some(([, y]) => Number.isFinite(y))),
    }),
    lineChart({
      title: 'Volume against what is left below a limit',
      horizontal,
      vertical: { title: `left [${kelvin.unit}]` },
      lines: margins,
    }),
  ];
}
