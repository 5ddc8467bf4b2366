/**
 * One request of the page to one reply: reads, runs and packs. Knows neither
 * worker nor page, so that a test can call it with the records of the folder.
 */

import {
  energyFlows,
  isComparison,
  machineCurves,
  readComparison,
  readScenario,
  recordCurves,
  runScenario,
  type Scenario,
  type ScenarioRun,
  type StoredRun,
  siteOf,
  solveHour,
  storedRun,
} from '../../src/index.ts';
import { errorText } from './error-text.ts';
import { preparedIn, type Models, type Surroundings, surroundingsOf, textOf } from './context.ts';
import { controlsOf } from './controls.ts';
import type {
  Changes,
  Choice,
  Contents,
  CurvesReply,
  CurvesRequest,
  OpenDocument,
  Reply,
  Request,
  RunRequest,
  SummaryReply,
  YearReply,
} from './messages.ts';
import { pictureOf } from './picture.ts';
import { scenarioText } from './scenario-text.ts';

/** A document that was read, with everything that its runs ask for again. */
export interface Known {
  readonly document: OpenDocument;
  readonly surroundings: Surroundings;
  readonly text: string;
  readonly title: string;
  readonly baseline: string;
  readonly comparison: boolean;
  readonly variants: readonly Scenario[];
  readonly stored: Stored | undefined;
}

/** The columns of a document's stored run, read; and its summary. */
export interface Stored {
  readonly table: Parameters<typeof storedRun>[1];
  readonly summary: Parameters<typeof storedRun>[2];
}

/**
 * Answers requests one after the other; what was read of a document is kept between them.
 *
 * @param titles of records, by id, where they are known without reading the records
 */
export function simulator(
  models: Models,
  clock: () => number,
  titles: Models = {},
): (request: Request, stored?: Stored) => Reply {
  let known: Known | undefined;
  return (request, stored) => {
    try {
      if (known === undefined || !isSame(known.document, request.document) || stored !== undefined)
        known = readOf(request.document, models, stored);
      if (request.kind === 'open') return contentsOf(request.id, known, titles);
      return request.kind === 'run' ? yearOf(request, known, clock) : curvesOf(request, known);
    } catch (error) {
      return { kind: 'refusal', id: request.id, text: errorText(error) };
    }
  };
}

/** Posted documents are copies, so they are told apart by what is in them. */
export function isSame(a: OpenDocument, b: OpenDocument): boolean {
  const names = Object.keys(a.beside);
  return (
    a.file === b.file &&
    areSame(a.bytes, b.bytes) &&
    names.length === Object.keys(b.beside).length &&
    names.every((name) => b.beside[name] !== undefined && areSame(a.beside[name]!, b.beside[name]!))
  );
}

function areSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export function readOf(document: OpenDocument, models: Models, stored: Stored | undefined): Known {
  const { file, bytes, beside } = document;
  const surroundings = surroundingsOf(models, beside);
  const text = textOf(bytes, file);
  const common = { document, surroundings, text, stored };
  if (isComparison(text, file)) return { ...common, ...readComparison(text, file, surroundings), comparison: true };
  const scenario = readScenario(text, file, surroundings);
  return { ...common, title: scenario.title, baseline: scenario.name, comparison: false, variants: [scenario] };
}

function contentsOf(
  id: number,
  { surroundings, title, baseline, comparison, variants, stored }: Known,
  titles: Models,
): Contents {
  const names = variants.map((variant) => ({ name: variant.name, title: variant.title }));
  return {
    kind: 'contents',
    id,
    title,
    baseline,
    comparison,
    stored: stored !== undefined,
    variants: names,
    ...choicesOf(surroundings, titles),
  };
}

function choicesOf(
  { library }: Surroundings,
  titles: Models,
): { readonly climates: Choice[]; readonly systems: Choice[] } {
  const ids = library.list();
  const climates = ids
    .filter((id) => id.startsWith('climates/'))
    .map((value) => ({ value, title: titles[value] ?? library.record(value, ['climate']).title }));
  const systems = ids.filter((id) => /^systems\/[^/]+$/.test(id)).map((value) => ({ value, title: value.slice(8) }));
  return { climates, systems };
}

/** A variant as the reader has it now, and its text. */
function changedScenario(
  { surroundings, text: written, variants }: Known,
  variant: string,
  changes: Changes,
): { readonly text: string; readonly scenario: Scenario } {
  const text = scenarioText(written, variant, changes);
  const isChanged = changes.system !== undefined || Object.keys({ ...changes.site, ...changes.own }).length > 0;
  // As it was written, a scenario's faults name their places in its own file.
  const asWritten = variants.find(({ name }) => name === variant);
  if (!isChanged && asWritten !== undefined) return { text, scenario: asWritten };
  return { text, scenario: readScenario(text, `${variant}.yaml`, surroundings) };
}

function curvesOf({ id, variant, changes, machine, hour }: CurvesRequest, known: Known): CurvesReply {
  const { scenario } = changedScenario(known, variant, changes);
  const described = scenario.machines.find(({ name }) => name === machine);
  if (described === undefined) return { kind: 'curves', id, curves: [] };
  const { plant } = solveHour(preparedIn(scenario, known.surroundings), hour + 1);
  const { kind, values } = described;
  return { kind: 'curves', id, curves: [...machineCurves(plant, machine), ...recordCurves(kind.parameters, values)] };
}

function yearOf(
  { id, variant, changes, wanted }: RunRequest,
  known: Known,
  clock: () => number,
): SummaryReply | YearReply {
  const started = clock();
  const { surroundings } = known;
  const { text, scenario } = changedScenario(known, variant, changes);
  const prepared = preparedIn(scenario, surroundings);
  const isStored = known.stored !== undefined && scenario === known.variants[0];
  const finished = isStored
    ? storedRun(prepared, known.stored!.table, known.stored!.summary)
    : solved(runScenario(prepared));
  const { columns: _columns, events: _events, ...summary } = finished.variant;
  const milliseconds = clock() - started;
  const site = siteOf(prepared);
  if (wanted === 'summary') return { kind: 'summary', id, summary, site, milliseconds };
  const { columns, hours } = finished;
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
    hours,
    flows: energyFlows(finished.plant, finished),
    text,
  };
}

/** The system a scenario's text names at its top; empty where it lists its own plant. */
function systemOf(text: string): string {
  return /^system:\s*(\S+)\s*$/m.exec(text)?.[1] ?? '';
}

/** A run that was solved as one that was stored. */
function solved({ plant, run: { columns, hours }, variant }: ScenarioRun): StoredRun {
  return { plant, columns, hours, variant };
}

/** Seven digits are more than a screen shows, and half the memory. */
function packed({ columns, hours }: StoredRun): Float32Array<ArrayBuffer> {
  const values = new Float32Array(columns.length * hours);
  columns.forEach((column, i) => values.set(column.values, i * hours));
  return values;
}
