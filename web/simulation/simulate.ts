/**
 * One request of the page to one reply: reads, runs and packs. Knows neither
 * worker nor page, so that a test can call it with the records of the folder.
 */

import { isComparison, readComparison, readScenario, runScenario, type ScenarioRun, siteOf } from '../../src/index.ts';
import { errorText } from './error-text.ts';
import { preparedIn, type Models, type Surroundings, surroundingsOf } from './context.ts';
import { controlsOf } from './controls.ts';
import type { Choice, Contents, OpenRequest, Reply, Request, RunRequest, SummaryReply, YearReply } from './messages.ts';
import { pictureOf } from './picture.ts';
import { scenarioText } from './scenario-text.ts';

/** Answers requests one after the other; records and weather are kept between them. */
export function simulator(models: Models, clock: () => number): (request: Request) => Reply {
  let known: { readonly beside: object; readonly surroundings: Surroundings } | undefined;
  const surroundingsFor = (request: Request): Surroundings => {
    const { beside } = request.document;
    const key = Object.keys(beside).join('\n');
    if (known === undefined || Object.keys(known.beside).join('\n') !== key || request.kind === 'open')
      known = { beside, surroundings: surroundingsOf(models, beside) };
    return known.surroundings;
  };
  return (request) => {
    try {
      const surroundings = surroundingsFor(request);
      return request.kind === 'open' ? contentsOf(request, surroundings) : yearOf(request, surroundings, clock);
    } catch (error) {
      return { kind: 'refusal', id: request.id, text: errorText(error) };
    }
  };
}

function contentsOf({ id, document }: OpenRequest, surroundings: Surroundings): Contents {
  const { file, text } = document;
  const common = { kind: 'contents', id, ...choicesOf(surroundings) } as const;
  if (isComparison(text, file)) {
    const { title, baseline, variants } = readComparison(text, file, surroundings);
    const names = variants.map((variant) => ({ name: variant.name, title: variant.title }));
    return { ...common, title, baseline, comparison: true, variants: names };
  }
  const { name, title } = readScenario(text, file, surroundings);
  return { ...common, title, baseline: name, comparison: false, variants: [{ name, title }] };
}

function choicesOf({ library }: Surroundings): { readonly climates: Choice[]; readonly systems: Choice[] } {
  const ids = library.list();
  const climates = ids
    .filter((id) => id.startsWith('climates/'))
    .map((value) => ({ value, title: library.record(value, ['climate']).title }));
  const systems = ids.filter((id) => /^systems\/[^/]+$/.test(id)).map((value) => ({ value, title: value.slice(8) }));
  return { climates, systems };
}

function yearOf(
  { id, document, variant, changes, wanted }: RunRequest,
  surroundings: Surroundings,
  clock: () => number,
): SummaryReply | YearReply {
  const started = clock();
  const text = scenarioText(document, variant, changes);
  const scenario = readScenario(text, `${variant}.yaml`, surroundings);
  const finished = runScenario(preparedIn(scenario, surroundings));
  const { columns: _columns, events: _events, ...summary } = finished.variant;
  const milliseconds = clock() - started;
  const site = siteOf(finished.prepared);
  if (wanted === 'summary') return { kind: 'summary', id, summary, site, milliseconds };
  const { columns } = finished.run;
  return {
    kind: 'year',
    id,
    summary,
    site,
    milliseconds,
    picture: pictureOf(finished.plant, scenario, surroundings.library),
    controls: controlsOf(scenario, surroundings.library),
    system: systemOf(text),
    weather: scenario.site.weather,
    columns: columns.map(({ name, quantity, about }) => ({ name, quantity, about })),
    values: packed(finished),
    hours: finished.run.hours,
    text,
  };
}

/** The system a scenario's text names at its top; empty where it lists its own plant. */
function systemOf(text: string): string {
  return /^system:\s*(\S+)\s*$/m.exec(text)?.[1] ?? '';
}

/** Seven digits are more than a screen shows, and half the memory. */
function packed({ run: { columns, hours } }: ScenarioRun): Float32Array<ArrayBuffer> {
  const values = new Float32Array(columns.length * hours);
  columns.forEach((column, i) => values.set(column.values, i * hours));
  return values;
}
